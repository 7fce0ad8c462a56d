"""Phrases in the texts of Whoosh's engine, held against lists."""

from __future__ import annotations

import tempfile
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from casebase.engines.whoosh import pairs, sequences
from casebase.engines.whoosh.pairs import Phrases
from casebase.engines.whoosh.sequences import Part, Sequences, phrase, stored

# Tokens that are parts, beginnings, ends or joints of one another.
tokens = st.lists(
    st.sampled_from(["a", "b", "ab", "ba", "aba", "abab", "党", "𠮷", "\n", "a党"]),
    max_size=8,
)
DELETED = 2


@settings(deadline=None, max_examples=300)
@given(
    texts=st.lists(tokens, min_size=4, max_size=9),
    wanted=tokens.filter(lambda made: len("".join(made)) > 1),
)
def test_phrases_that_are_found_are_those_that_a_list_has(
    texts: list[list[str]], wanted: list[str]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        parts = [(part, _with_pairs(part)) for part in _parts(Path(folder), texts)]
        with closing(Phrases(parts)) as held:
            rows, counts = held.find(phrase(wanted))
    kept = _kept(texts)
    expected = {row: _count(text, wanted) for row, text in enumerate(kept)}
    got = dict(zip(rows.tolist(), counts.tolist(), strict=True))
    assert got == {row: count for row, count in expected.items() if count}
    assert rows.tolist() == sorted(got)


def _with_pairs(part: Part) -> Path:
    path = part.file.with_suffix(".pairs")
    pairs.write(part.units(), path)
    return path


@pytest.mark.parametrize("copied", [0.0, 2.0], ids=["all searched", "some copied"])
@settings(deadline=None, max_examples=150)
@given(
    texts=st.lists(tokens, min_size=4, max_size=9),
    among=st.sets(st.integers(0, 7)),
)
def test_places_are_those_of_the_rows_asked_for(
    copied: float, texts: list[list[str]], among: set[int]
) -> None:
    kept = _kept(texts)
    rows = sorted(row for row in among if row < len(kept))
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(sequences, "_COPIED", copied)
        with closing(Sequences(_parts(Path(folder), texts))) as held:
            having, counts = held.having(np.array(rows, np.int64), _of_a)
            got = dict(zip(having.tolist(), counts.tolist(), strict=True))
    expected = {row: kept[row].count("a") for row in rows}
    assert got == {row: count for row, count in expected.items() if count}


def _of_a(units: NDArray[np.uint32]) -> NDArray[np.int64]:
    return np.flatnonzero(units == ord("a"))


def _kept(texts: list[list[str]]) -> list[list[str]]:
    return [text for number, text in enumerate(texts) if number != DELETED]


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
