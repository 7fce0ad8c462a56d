"""Pages of documents as they look, and where on them a text stands."""

from __future__ import annotations

from casebase.facsimile.gallery import WIDTHS, Gallery
from casebase.facsimile.locating import located
from casebase.facsimile.sheet import Sheet

__all__ = ["WIDTHS", "Gallery", "Sheet", "located"]
