"""What a page carries besides its text: page numbers, running heads, mastheads."""

from __future__ import annotations

from collections.abc import Sequence

from casebase.document import Page
from casebase.repair.furniture.lines import is_page_number, without_edges
from casebase.repair.furniture.margins import without_margins

__all__ = ["is_page_number", "without_furniture"]


def without_furniture(pages: Sequence[Page]) -> tuple[list[Page], list[str]]:
    """The pages without page numbers, running heads and mastheads, and those heads.

    A head often is the document's title; it is returned so that the title can be
    looked for there, most frequent first. Where lines have places, these tell.
    """
    placed, margins = without_margins([page for page in pages if page.placed])
    others, heads = without_edges([page for page in pages if not page.placed])
    rest = {False: iter(others), True: iter(placed)}
    return [next(rest[page.placed]) for page in pages], [*heads, *margins]
