"""Phrases in sequences of Whoosh's engine, held against lists."""

from __future__ import annotations

import tempfile
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebase.engines.whoosh import sequences
from casebase.engines.whoosh.sequences import Part, Sequences, phrase, stored

# Tokens that are parts, beginnings, ends or joints of one another.
tokens = st.lists(
    st.sampled_from(["a", "b", "ab", "ba", "aba", "abab", "党", "𠮷", "\n", "a党"]),
    max_size=8,
)
DELETED = 2


@pytest.mark.parametrize("copied", [0.0, 2.0], ids=["all searched", "some copied"])
@settings(deadline=None, max_examples=150)
@given(
    texts=st.lists(tokens, min_size=4, max_size=9),
    wanted=tokens.filter(bool),
    among=st.sets(st.integers(0, 7)),
)
def test_what_is_found_is_what_a_list_has(
    copied: float, texts: list[list[str]], wanted: list[str], among: set[int]
) -> None:
    rows = sorted(row for row in among if row < len(texts) - 1)
    kept = [text for number, text in enumerate(texts) if number != DELETED]
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(sequences, "_COPIED", copied)
        parts = _parts(Path(folder), texts)
        with closing(Sequences(parts)) as held:
            found, counts = held.find(np.array(rows, np.int64), phrase(wanted))
            got = dict(zip(found.tolist(), counts.tolist(), strict=True))
    expected = {row: _count(kept[row], wanted) for row in rows}
    assert got == {row: count for row, count in expected.items() if count}


def _parts(folder: Path, texts: list[list[str]]) -> list[Part]:
    """Two files, one document deleted, and something after the values of each."""
    parts = []
    rows = iter(range(len(texts)))
    for name, numbers in (("one", range(3)), ("two", range(3, len(texts)))):
        values = [stored(texts[number]) for number in numbers]
        ends = np.cumsum([len(value) for value in values])
        (folder / name).write_bytes(b"".join(values) + b"trailer")
        owners = [-1 if number == DELETED else next(rows) for number in numbers]
        starts = ends - [len(value) for value in values]
        parts.append(Part(folder / name, starts, ends, np.array(owners)))
    return parts


def _count(text: list[str], wanted: list[str]) -> int:
    size = len(wanted)
    return sum(text[at : at + size] == wanted for at in range(len(text)))
