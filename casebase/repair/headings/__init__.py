"""Which blocks are headings, captions and notes, and how deep a heading is."""

from __future__ import annotations

from collections.abc import Sequence

from casebase.document import Block
from casebase.repair.headings.joining import with_joined_headings
from casebase.repair.headings.kinds import with_kinds
from casebase.repair.headings.levels import with_levels


def with_headings(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with their kinds, and headings whole and with their levels.

    Headings that the format stated stay what they are.
    """
    return with_levels(with_joined_headings(with_kinds(blocks)))
