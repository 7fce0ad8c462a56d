"""Where texts differ: nothing lost, nothing told twice, and in little time."""

from __future__ import annotations

import random
import time
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebase.copies.alignment import closer, differences
from tests.copies.texts import NEWS, SECTION, scanned

WHOLE = "".join((*NEWS, *SECTION))
BLOCKS = [WHOLE[at : at + 40] for at in range(0, len(WHOLE), 40)]
texts = st.lists(
    st.one_of(st.sampled_from(BLOCKS), st.text("甲乙丙12", max_size=9)), max_size=30
).map("".join)


@settings(deadline=None)
@given(texts, texts)
def test_what_is_left_is_the_same_in_both(a: str, b: str) -> None:
    found = [d for region in differences(a, b) for d in closer(a, b, region)]
    ours = Counter(at for d in found for at in range(d.a_start, d.a_end))
    theirs = Counter(at for d in found for at in range(d.b_start, d.b_end))
    assert set(ours.values()) <= {1}
    assert set(theirs.values()) <= {1}
    kept = Counter(char for at, char in enumerate(a) if at not in ours)
    assert kept == Counter(char for at, char in enumerate(b) if at not in theirs)


@settings(deadline=None)
@given(texts)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert list(differences(text, text)) == []


def test_one_word_is_found_where_it_is() -> None:
    other = WHOLE.replace("减速机", "变速箱")
    (region,) = differences(WHOLE, other)
    (found, rest) = closer(WHOLE, other, region)
    assert WHOLE[found.a_start : found.a_end] == "减"
    assert other[rest.b_start : rest.b_end] == "箱"


def test_a_moved_passage_is_no_difference() -> None:
    moved = "".join(BLOCKS[9:] + BLOCKS[:9])
    assert [d for d in differences(WHOLE, moved) if d.a_end > d.a_start] == []


def _shuffled(seed: int) -> list[str]:
    chance = random.Random(seed)  # noqa: S311 - any order will do
    return chance.sample(BLOCKS * 50, len(BLOCKS) * 50)


HOSTILE = {
    "one character": ("的" * 60_000, "的" * 59_000 + "了"),
    "two characters": ("的了" * 30_000, "了的" * 30_000),
    "repeated blocks": (WHOLE * 60, "".join(BLOCKS[::-1]) * 60),
    "shuffled": ("".join(_shuffled(1)), "".join(_shuffled(2))),
    "a scan of a book": (
        "".join(f"{at}{block}" for at, block in enumerate(BLOCKS * 60)),
        scanned("".join(f"{at}{block}" for at, block in enumerate(BLOCKS * 60)), 1),
    ),
    "nothing alike": (
        "".join(map(chr, range(0x4E00, 0x9E00))) * 3,
        "".join(map(chr, range(0x9E00, 0x4E00, -1))) * 3,
    ),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_it_takes_time_by_length_alone(kind: str) -> None:
    a, b = HOSTILE[kind]
    began = time.process_time()
    for region in differences(a, b):
        list(closer(a, b, region))
    assert time.process_time() - began < 5
