"""Entries made into the engine's records, by several processes where that pays.

jieba takes as long over an entry as all else that is done to index it, and leaves the
other processors idle; rjieba is done before the entry would be with another process.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from casebase import extras
from casebase.engines.engine import Record
from casebase.entry import Entry
from casebase.errors import CasebaseError
from casebase.lexicon import load_lexicon
from casebase.search.records import record
from casebase.text.segment import Segmenter

WORTH = 400  # entries; fewer are done before children have loaded the dictionary


def warm(own_lexicons: Path) -> None:
    """Load what cutting needs; a mistake in a lexicon is told when it is used."""
    with suppress(CasebaseError):
        _segmenter(tuple(load_lexicon(own_lexicons).terms())).tokens("党建")


@lru_cache(maxsize=1)
def _segmenter(terms: tuple[str, ...]) -> Segmenter:
    return Segmenter(terms)


def cut(
    entries: Iterable[Entry], count: int, terms: Sequence[str], jobs: int
) -> Generator[Record, None, None]:
    """The records of `entries`, in their order.

    Args:
        entries: Taken as they are needed.
        count: About how many there are.
        terms: The words of the lexicons.
        jobs: How many processes there may be.
    """
    if jobs > 1 and count >= WORTH and not extras.fast_segmenter():
        from casebase.build.crew import in_children  # noqa: PLC0415 - seldom needed

        yield from in_children(entries, terms, jobs)
    else:
        segmenter = _segmenter(tuple(terms))
        yield from (record(entry, segmenter) for entry in entries)
