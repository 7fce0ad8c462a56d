"""What a draft has word for word, or nearly, from the texts of the base.

Found by fingerprints (`prints`), proved on the texts themselves (`alignment`). What
everybody may write alike (`exempt`) is not counted, and a passage counts only with
`LEAST` characters beyond it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np

from casebase.copies.prints import SIZE, Prints, pieces, shared
from casebase.entry import EntryId
from casebase.text.content import Content, content
from casebase.writing.alignment import Copied, copied
from casebase.writing.chains import supported
from casebase.writing.exempt import Span, exempt, without

LEAST = 13  # letters and numbers that make a passage
# So many make one where they stand among exempt ones, as around a title.
_LONG, _AMONG = 26, 8
_SOURCES = 10  # entries that are told of a passage that many have


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of the draft that stands in an entry.

    Attributes:
        start: Where it begins in the draft.
        end: One past its last character there.
        entry: The entry.
        source_start: Where it begins there, in the title, a line break and the text.
        source_end: One past its last character there.
        characters: Letters and numbers of it that are the same in both, and are no
            standard formulation, title or cited quotation.
    """

    start: int
    end: int
    entry: EntryId
    source_start: int
    source_end: int
    characters: int


@dataclass(frozen=True)
class Overlap:
    """What a draft shares with the base.

    Attributes:
        characters: Letters and numbers of the draft.
        taken: Those of them that stand in some passage.
        passages: In the order of the draft, the longer before the shorter.
    """

    characters: int
    taken: int
    passages: tuple[Passage, ...]

    @property
    def share(self) -> float:
        """What part of the draft stands in some passage, 0 to 1."""
        return self.taken / self.characters if self.characters else 0.0

    @cached_property
    def by_entry(self) -> Mapping[EntryId, tuple[Passage, ...]]:
        """The passages from each entry, that with the most characters first."""
        grouped: dict[EntryId, list[Passage]] = defaultdict(list)
        for passage in self.passages:
            grouped[passage.entry].append(passage)
        ranked = sorted(
            grouped.items(), key=lambda item: -sum(it.characters for it in item[1])
        )
        return {entry: tuple(passages) for entry, passages in ranked}


Seed = tuple[int, int]  # where a shared piece begins: in the draft, in the entry


class Texts(Protocol):
    """The texts of the base and their fingerprints."""

    def prints(self) -> tuple[Sequence[EntryId], Prints]:
        """The fingerprints of all entries, and whose they are."""
        ...

    def sources(self, ids: Sequence[EntryId]) -> Mapping[EntryId, str]:
        """Of those entries, what of each is compared."""
        ...


def overlap(
    draft: str,
    texts: Texts,
    formulations: Iterable[str] = (),
    apart: frozenset[EntryId] = frozenset(),
) -> Overlap:
    """What `draft` shares with `texts`, those of `apart` left out.

    `formulations` are what everybody may write, as `exempt.standing` gives them.
    """
    ours = content(draft)
    free = exempt(draft, ours, formulations)
    seeds = _few(_seeds(ours, texts, free, apart))
    sources = texts.sources(list(seeds))
    passages: list[Passage] = []
    taken: set[int] = set()
    for entry in seeds.keys() & sources.keys():
        theirs = content(sources[entry])
        for run in copied(ours.text, theirs.text, seeds[entry]):
            counted = _counted(run, free)
            if counted < LEAST and (run.same < _LONG or counted < _AMONG):
                continue
            taken.update(range(run.here, run.here_end))
            start, end = ours.span(run.here, run.here_end)
            there = theirs.span(run.there, run.there_end)
            passages.append(Passage(start, end, entry, *there, counted))
    taken.difference_update(*(range(*span) for span in free))
    return Overlap(len(ours.text), len(taken), tuple(sorted(passages, key=_order)))


def _few(seeds: Mapping[EntryId, list[Seed]]) -> dict[EntryId, list[Seed]]:
    """The entries that share most, as many as make `_SOURCES` for each seed."""
    told: Counter[int] = Counter()
    kept = {}
    for entry in sorted(seeds, key=lambda it: (-len(seeds[it]), it)):
        places = {here for here, _ in seeds[entry]}
        if any(told[here] < _SOURCES for here in places):
            told.update(places)
            kept[entry] = seeds[entry]
    return kept


def _order(passage: Passage) -> tuple[int, int, EntryId]:
    return passage.start, -passage.characters, passage.entry


def _counted(run: Copied, free: Sequence[Span]) -> int:
    changed = run.here_end - run.here - run.same
    return without(run.here, run.here_end, free) - max(changed, 0)


def _seeds(
    ours: Content, texts: Texts, free: Sequence[Span], apart: frozenset[EntryId]
) -> dict[EntryId, list[Seed]]:
    """By entry, pairs of places where pieces are shared that support one another."""
    ids, prints = texts.prints()
    found = shared(pieces(ours.text), prints)
    near = np.flatnonzero(supported(found))
    own = _own(len(ours.text), free)
    seeds: dict[EntryId, list[Seed]] = defaultdict(list)
    telling: set[EntryId] = set()
    for at in near.tolist():
        entry = ids[int(found.texts[at])]
        here = int(found.here[at])
        seeds[entry].append((here, int(found.there[at])))
        if own[here]:
            telling.add(entry)
    return {entry: seeds[entry] for entry in telling - apart}


def _own(size: int, free: Sequence[Span]) -> list[bool]:
    """For each place whether a piece that begins there is in no exempt stretch."""
    own = [True] * size
    for start, end in free:
        for at in range(start, max(start, end - SIZE + 1)):
            own[at] = False
    return own
