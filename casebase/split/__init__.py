"""Document to entries."""

from __future__ import annotations
