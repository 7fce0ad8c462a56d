"""Which entries are grouped: all copies are found, in whatever order they come."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebase.copies import Gist, Sketch, gist, grouped, same_text, sketch
from casebase.copies.grouping import BAND, LIKEST, candidates, strangers
from casebase.copies.sketches import SIZE
from casebase.entry import Entry
from tests.copies.texts import (
    LAW,
    NEWS,
    NOTICE,
    SECTION,
    changed,
    law,
    piece,
    scan,
)

POOL: tuple[Entry, ...] = (
    piece(*NEWS),
    piece(*NEWS, title="又题"),
    piece("".join(NEWS), "图为党课现场"),
    scan(NEWS, 1),
    scan(NEWS, 2),
    changed(NEWS, ("46讲", "48讲")),
    piece(*NOTICE),
    changed(NOTICE, ("12日（", "19日（")),
    piece(*SECTION),
    piece(*SECTION[:2]),
    law(*LAW),
    law(*LAW[:7]),
    piece("同意。以上意见请各单位认真执行。"),
    piece("同意。以上意见请各单位认真执行！"),
    piece("同意。以上意见请各部门认真执行。"),
    piece("略。"),
    piece("略。", title="再略"),
    piece(),
)


def grouping(
    entries: Mapping[str, Entry],
) -> tuple[list[tuple[str, ...]], list[tuple[str, str]]]:
    """The groups of entries, and all pairs of digests that were asked for."""
    sketches = {name: sketch(entry) for name, entry in entries.items()}
    texts: dict[str, Gist] = {
        sketches[name].digest: gist(entry) for name, entry in entries.items()
    }
    asked: list[tuple[str, str]] = []

    def judged(pairs: Sequence[tuple[str, str]]) -> Callable[[str, str], bool]:
        asked.extend(pairs)
        return lambda a, b: same_text(texts[a], texts[b])

    return grouped(sketches, judged), asked


def test_the_pool() -> None:
    found, _ = grouping({f"{at:02}": entry for at, entry in enumerate(POOL)})
    assert found == [("00", "01", "02", "03", "04"), ("12", "13")]


@settings(deadline=None, max_examples=40)
@given(st.lists(st.integers(0, len(POOL) - 1), max_size=12), st.randoms())
def test_the_order_makes_no_difference(
    chosen: list[int], chance: random.Random
) -> None:
    entries = [(f"{at:02}", POOL[one]) for at, one in enumerate(chosen)]
    found, _ = grouping(dict(entries))
    chance.shuffle(entries)
    assert grouping(dict(entries))[0] == found


@settings(deadline=None, max_examples=40)
@given(st.lists(st.integers(0, len(POOL) - 1), max_size=12))
def test_all_of_a_group_are_copies_and_none_is_in_two(chosen: list[int]) -> None:
    entries = {f"{at:02}": POOL[one] for at, one in enumerate(chosen)}
    found, _ = grouping(entries)
    members = [name for group in found for name in group]
    assert len(members) == len(set(members))
    for group in found:
        assert len(group) > 1
        for first, second in combinations(group, 2):
            assert same_text(gist(entries[first]), gist(entries[second]))


def test_a_bad_scan_does_not_join_two_notices() -> None:
    """Of a text and the same with another figure, each is like the scan."""
    longer = tuple(NEWS) + tuple(SECTION)
    entries = {
        "a": piece(*longer),
        "b": changed(longer, ("46讲", "48讲")),
        **{f"s{seed}": scan(longer, seed, 0.04) for seed in range(4)},
    }
    found, _ = grouping(entries)
    assert found
    assert not any({"a", "b"} <= set(group) for group in found)


@pytest.mark.parametrize("share", [0.0, 0.01, 0.03])
def test_scans_are_candidates(share: float) -> None:
    clean = sketch(piece(*NEWS))
    for seed in range(40):
        for text in (NEWS, (*NEWS, "长按二维码关注我们")):
            read = sketch(scan(text, seed, share))
            assert candidates([clean, read]).tolist() == [[0, 1]]


def test_many_like_texts_cost_no_more_than_their_number() -> None:
    """A thousand letters of one form: each is compared with a few."""
    body = "".join(SECTION)
    entries = {
        f"{at:04}": piece(f"第{at * 7919}号函：{body}承办人工号{at * 104729}。")
        for at in range(1000)
    }
    found, asked = grouping(entries)
    assert found == []
    assert len(asked) <= 1000 * 2 * LIKEST


def test_short_texts_have_no_hashes() -> None:
    assert sketch(piece(*NEWS)).hashes
    assert sketch(piece("同意。以上意见请各单位认真执行。")).hashes == b""
    assert sketch(piece("略。")) == Sketch("", 1, b"")


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 3)), max_size=9), st.data())
def test_strangers_leave_the_groups_as_they_were(
    made: list[tuple[int, int]], data: st.DataObject
) -> None:
    """Where new texts are said to be strangers, the pairs are those of before."""
    texts = [_told(at, bands, digest) for at, (bands, digest) in enumerate(made)]
    cut = data.draw(st.integers(0, len(texts)))
    old, new = texts[:cut], texts[cut:]
    known = {text.digest: text.hashes for text in old}
    if strangers(new, known):
        assert candidates(texts).tolist() == candidates(old).tolist()
        assert not {text.digest for text in new} & set(known)


def _told(at: int, bands: int, digest: int) -> Sketch:
    """A text whose first band is one of few, and the others its own."""
    hashes = np.full(SIZE, 1000 + at, dtype="<u4")
    hashes[:BAND] = bands
    return Sketch(f"{at}{digest}", 100, hashes.tobytes())
