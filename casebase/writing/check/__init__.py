"""What is wrong in a draft, as far as a program can tell without reading it.

Each finding has its place. There are few rules, and each is quiet where it is not sure:
a checker that cries at every page is switched off.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from casebase.document import Block
from casebase.text.segment import Segmenter
from casebase.writing.check.counts import counts
from casebase.writing.check.finding import Finding, Kind
from casebase.writing.check.series import series
from casebase.writing.check.slips import slips
from casebase.writing.check.tables import tables

__all__ = ["Finding", "Kind", "checked"]


def checked(
    blocks: Sequence[Block], segmenter: Segmenter, mistakes: Mapping[str, str]
) -> list[Finding]:
    """What is found in `blocks`, in their order.

    `mistakes` are wrong wordings, each with the right one.
    """
    found = [
        *slips(blocks, segmenter, mistakes),
        *counts(blocks),
        *tables(blocks),
        *series(blocks),
    ]
    return sorted(found, key=lambda it: (it.paragraph, it.start, it.end))
