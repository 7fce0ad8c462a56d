"""From what a person typed to one page of answers."""

from __future__ import annotations
