"""Words: folding, segmentation, grams. The same for every engine."""

from __future__ import annotations
