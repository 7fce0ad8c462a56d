"""Which entries have the same text, of all there are.

What may be the same is found by locality-sensitive hashing (Leskovec, Rajaraman and
Ullman, Mining of Massive Datasets, 3.4): the 128 numbers of a MinHash are cut into 32
bands of four, and two texts that agree in a whole band are compared. Of texts with 0.7
of their pieces in common one in 3,000 pairs is missed.

The groups depend on what there is and on nothing else: not on the order in which it
came, nor on what was there before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from casebase.copies.sketches import SIZE, Sketch
from casebase.entry import EntryId

BAND = 4  # numbers
NEAR = 16  # texts that each is compared with in a band, the nearest in length
LIKEST = 8  # texts before and behind it that each is compared with in the end
LIKE = 0.5  # of the numbers of two MinHashes; of texts with less, none are copies
LENGTHS = 0.8  # the shorter of two copies is so long at least, for the longer
EACH = 8  # texts of a group that a text must be a copy of, at most

Pairs = NDArray[np.int64]  # two columns
Same = Callable[[str, str], bool]


def grouped(
    sketches: Mapping[EntryId, Sketch],
    judged: Callable[[Sequence[tuple[str, str]]], Same],
) -> list[tuple[EntryId, ...]]:
    """The groups of two entries and more with the same text, each sorted.

    Args:
        sketches: By entry.
        judged: Given the digests of pairs of texts that may be the same, it gives what
            tells of any two texts, most often of those, whether they are.
    """
    entries: dict[str, list[EntryId]] = defaultdict(list)
    for entry_id in sorted(sketches):
        if sketches[entry_id].digest:
            entries[sketches[entry_id].digest].append(entry_id)
    digests = sorted(entries)
    texts = [sketches[entries[digest][0]] for digest in digests]
    pairs = [(digests[a], digests[b]) for a, b in candidates(texts).tolist()]
    same = judged(pairs)
    groups = _clusters(digests, [pair for pair in pairs if same(*pair)], same)
    found = (
        sorted(it for digest in group for it in entries[digest]) for group in groups
    )
    return sorted(tuple(group) for group in found if len(group) > 1)


def strangers(fresh: Sequence[Sketch], known: Mapping[str, bytes]) -> bool:
    """Whether `fresh` texts are like no other, of theirs or of those known.

    `known` are the hashes of texts by the digests of their gists.
    """
    digests = [text.digest for text in fresh if text.digest]
    if len(set(digests)) < len(digests) or not known.keys().isdisjoint(digests):
        return False
    table = _table([*known.values(), *(text.hashes for text in fresh)])
    count = sum(1 for text in fresh if text.hashes)
    for at in range(0, SIZE, BAND) if count else ():
        keys = np.ascontiguousarray(table[:, at : at + BAND]).view("<u8")
        for row in range(len(keys) - count, len(keys)):
            if np.count_nonzero((keys == keys[row]).all(axis=1)) > 1:
                return False
    return True


def _table(hashes: Iterable[bytes]) -> NDArray[np.uint32]:
    """The MinHashes of long texts, a row each."""
    return np.frombuffer(b"".join(hashes), dtype="<u4").reshape(-1, SIZE)


def candidates(texts: Sequence[Sketch]) -> Pairs:
    """Pairs of places in `texts` that may be the same, the lower first, in order."""
    long = [at for at, text in enumerate(texts) if text.hashes]
    if len(long) < 2:  # noqa: PLR2004 - a pair
        return np.empty((0, 2), dtype=np.int64)
    table = _table(texts[at].hashes for at in long)
    lengths = np.array([texts[at].length for at in long])
    packed = [
        _in_band(table[:, at : at + BAND], lengths) for at in range(0, SIZE, BAND)
    ]
    numbers = np.unique(np.concatenate(packed))
    pairs = np.stack((numbers // len(long), numbers % len(long)), axis=1)
    shares = _likeness(pairs, table, lengths)
    return np.array(long)[pairs[_likest(pairs, shares)]]


def _in_band(band: NDArray[np.uint32], lengths: NDArray[np.int64]) -> Pairs:
    """The pairs that agree in a band, each as one number."""
    keys = np.ascontiguousarray(band).view("<u8")
    order = np.lexsort((lengths, keys[:, 1], keys[:, 0]))
    first, second = keys[order, 0], keys[order, 1]
    found = []
    for far in range(1, min(NEAR, len(order) - 1) + 1):
        agree = (first[far:] == first[:-far]) & (second[far:] == second[:-far])
        at = np.flatnonzero(agree)
        ends = np.sort(np.stack((order[at], order[at + far])), axis=0)
        found.append(ends[0] * len(order) + ends[1])
    return np.concatenate(found)


def _likeness(
    pairs: Pairs, table: NDArray[np.uint32], lengths: NDArray[np.int64]
) -> NDArray[np.float64]:
    """What share of their MinHashes they have in common; 0 where lengths differ."""
    first, second = lengths[pairs[:, 0]], lengths[pairs[:, 1]]
    near = np.minimum(first, second) >= LENGTHS * np.maximum(first, second)
    shares = np.zeros(len(pairs))
    for at in np.array_split(np.flatnonzero(near), 1 + len(pairs) // 10_000):
        common = table[pairs[at, 0]] == table[pairs[at, 1]]
        shares[at] = common.mean(axis=1)
    return shares


def _likest(pairs: Pairs, shares: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which pairs are alike, and among the likest of one of the two."""
    kept = np.zeros(len(pairs), dtype=bool)
    for texts in pairs.T:
        order = np.lexsort((-shares, texts))
        starts = np.flatnonzero(np.diff(texts[order], prepend=-1))
        counts = np.diff(starts, append=len(order))
        places = np.arange(len(order)) - np.repeat(starts, counts)
        kept[order[places < LIKEST]] = True
    return kept & (shares >= LIKE)


def _clusters(
    digests: Sequence[str], pairs: Sequence[tuple[str, str]], same: Same
) -> Iterator[list[str]]:
    """The texts in groups, those alone included.

    What hangs together by `pairs` is gone through in order; each text joins the first
    group whose texts it is a copy of. So two cases of a template stay apart though a
    bad scan is like either.
    """
    for connected in _connected(digests, pairs):
        groups: list[list[str]] = []
        for digest in connected:
            for group in groups:
                if all(same(other, digest) for other in group[:EACH]):
                    group.append(digest)
                    break
            else:
                groups.append([digest])
        yield from groups


def _connected(
    digests: Sequence[str], pairs: Sequence[tuple[str, str]]
) -> list[list[str]]:
    """The texts that hang together by `pairs`, each list in order."""
    leads = {digest: digest for digest in digests}

    def lead(of: str) -> str:
        while leads[of] != of:
            leads[of] = leads[leads[of]]
            of = leads[of]
        return of

    for first, second in pairs:
        low, high = sorted((lead(first), lead(second)))
        leads[high] = low
    found: dict[str, list[str]] = defaultdict(list)
    for digest in digests:
        found[lead(digest)].append(digest)
    return list(found.values())
