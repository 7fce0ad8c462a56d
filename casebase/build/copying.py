"""Which entries of the next snapshot have the same text.

Sketches are kept with the readings and verdicts from run to run, so that only texts
that are new are compared with others.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from casebase.build.fingerprint import copying_fingerprint
from casebase.catalogue import FileRow, Ledger
from casebase.copies import Gist, Sketch, gist, grouped, same_text, strangers
from casebase.entry import EntryId

_AT_ONCE = 256  # pairs whose texts are fetched together
_HELD = 2048  # texts that are kept at hand
FEW = 50  # new texts of which it is worth asking whether they are alone

Pair = tuple[str, str]  # the digests of two gists


def same_texts(ledger: Ledger, files: Sequence[FileRow]) -> list[tuple[EntryId, ...]]:
    """The entries that `files` show, in groups of the same text; those alone left out.

    Verdicts are kept for the next run.
    """
    keys = {file.reading for file in files}
    sketches = ledger.sketches(keys)
    rules = copying_fingerprint()
    known = ledger.verdicts(rules)
    bench = _Bench(ledger, keys, _by_digest(sketches), known)
    found = grouped(sketches, bench.judged)
    ledger.keep_verdicts(rules, bench.new, sorted(known.keys() - bench.asked))
    return found


def _by_digest(sketches: Mapping[EntryId, Sketch]) -> dict[str, EntryId]:
    return {made.digest: entry_id for entry_id, made in sorted(sketches.items())}


def alone(ledger: Ledger, old: set[str], new: set[str]) -> bool:
    """Whether no text of the readings `new` may be the same as any other.

    Then the groups are what they were with the readings `old` alone: groups depend on
    the pairs of texts that agree in a band, and there is no new one.
    """
    fresh = list(ledger.sketches(new).values())
    return strangers(fresh, ledger.hashes(old)) if len(fresh) <= FEW else False


@dataclass(slots=True)
class _Bench:
    """Tells whether two texts are the same, with as little reading as it can.

    Attributes:
        ledger: Where the texts are.
        keys: The readings that count.
        entries: By digest an entry with that text.
        known: Verdicts of earlier runs.
        new: Those of this one.
        asked: All pairs that were asked for.
        gists: Texts at hand.
    """

    ledger: Ledger
    keys: set[str]
    entries: Mapping[str, EntryId]
    known: Mapping[Pair, bool]
    new: dict[Pair, bool] = field(default_factory=dict)
    asked: set[Pair] = field(default_factory=set)
    gists: dict[str, Gist] = field(default_factory=dict)

    def judged(self, pairs: Sequence[Pair]) -> Callable[[str, str], bool]:
        """Judge `pairs`, fetching many texts at once."""
        unknown = [pair for pair in pairs if pair not in self.known]
        for start in range(0, len(unknown), _AT_ONCE):
            batch = unknown[start : start + _AT_ONCE]
            self._fetch(sorted({digest for pair in batch for digest in pair}))
            for pair in batch:
                self.same(*pair)
        return self.same

    def same(self, first: str, second: str) -> bool:
        """Whether the texts of two digests are the same."""
        pair = (min(first, second), max(first, second))
        self.asked.add(pair)
        if pair in self.known:
            return self.known[pair]
        if pair not in self.new:
            self._fetch(pair)
            self.new[pair] = same_text(self.gists[first], self.gists[second])
        return self.new[pair]

    def _fetch(self, digests: Sequence[str]) -> None:
        lacking = [digest for digest in digests if digest not in self.gists]
        if len(self.gists) + len(lacking) > _HELD:
            self.gists = {it: self.gists[it] for it in digests if it in self.gists}
        wanted = {self.entries[digest]: digest for digest in lacking}
        for entry in self.ledger.compared(list(wanted), self.keys):
            self.gists[wanted[entry.id]] = gist(entry)
