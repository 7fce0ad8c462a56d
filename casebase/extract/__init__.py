"""Files to layouts: one module a format."""

from __future__ import annotations
