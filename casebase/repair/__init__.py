"""Layout to Document."""

from __future__ import annotations
