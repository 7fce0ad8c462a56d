"""Patterns: runs in order within a paragraph, on every engine and token by token."""

from __future__ import annotations

import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from casebase.engines import ENGINES, backend
from casebase.engines.engine import Record, Request
from casebase.engines.patterns import fits
from casebase.matching import And, Pattern, Run, Term
from tests.engines import made

FIELDS = ("grams", "title_grams")


def brute(pattern: Pattern, tokens: list[str]) -> bool:
    """Every place of the first run, every place of the second behind it, and so on."""
    return any(
        _goes_on(pattern, tokens, at, 0)
        for at in range(len(tokens))
        if not pattern.starts or at == 0 or tokens[at - 1] == "\n"
    )


def _goes_on(pattern: Pattern, tokens: list[str], at: int, number: int) -> bool:
    run = pattern.runs[number]
    end = at + len(run.tokens)
    if not _is(run, tokens[at:end]):
        return False
    if number == len(pattern.runs) - 1:
        return not pattern.ends or end == len(tokens) or tokens[end] == "\n"
    return any(
        _goes_on(pattern, tokens, after, number + 1)
        for after in range(end, len(tokens))
        if "\n" not in tokens[end:after]
        and len("".join(tokens[end:after])) <= pattern.gap
    )


def _is(run: Run, tokens: list[str]) -> bool:
    if len(tokens) != len(run.tokens) or tuple(tokens[:-1]) != run.tokens[:-1]:
        return False
    head, tail, last = run.tokens[-1], run.tail, tokens[-1]
    if tail is None:
        return last == head
    return last[: len(head)] == head and last[len(head) :].endswith(tail)


_TEXT = [gram for gram in made.GRAMS if gram != "\n"]
RUNS = st.builds(
    Run,
    st.lists(st.sampled_from((*_TEXT, "1", "1+", "1+3+")), min_size=1, max_size=3).map(
        tuple
    ),
    st.sampled_from((None, None, "", "3", "+n", "i")),
)
PATTERNS = st.builds(
    Pattern,
    st.sampled_from(FIELDS),
    st.lists(RUNS, min_size=1, max_size=3).map(tuple),
    st.integers(0, 6),
    st.booleans(),
    st.booleans(),
)


@given(PATTERNS, made.grams)
@example(Pattern("grams", (Run(("一",)), Run(("一",))), 0), ["一", "支", "一"])
@example(Pattern("grams", (Run(("1+",), "+n"),), 0), ["1+3", "1+3+n"])
def test_fits_is_what_trying_everything_finds(
    pattern: Pattern, tokens: list[str]
) -> None:
    assert fits(pattern, tokens) == brute(pattern, tokens)


@settings(deadline=None, max_examples=40)
@given(patterns=st.lists(PATTERNS, min_size=1, max_size=12), records=made.records)
@pytest.mark.parametrize("name", ENGINES)
def test_engines_find_what_fits(
    name: str, patterns: list[Pattern], records: list[Record]
) -> None:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        path = Path(folder, "index")
        backend(name).build(path, records)
        with closing(backend(name).open(path)) as engine:
            for pattern in patterns:
                response = engine.search(Request(pattern, limit=100))
                wanted = {
                    it.id
                    for it in records
                    if brute(pattern, list(it.tokens[pattern.field]))
                }
                assert {name for name, _ in response.hits} == wanted
                assert response.total == len(wanted)


@pytest.mark.parametrize("name", ENGINES)
def test_a_pattern_is_found_in_a_large_index(name: str, tmp_path: Path) -> None:
    """So large that candidates are looked through alone, beside searching all."""
    records = [
        Record(
            id=f"d{number}-1",
            tokens={
                "grams": [*"题目", "\n", *"党建工作", f"1+{number}+n", *"引领", "\n"]
                + (["甲"] if number == 7 else [])
            },
            facets={},
        )
        for number in range(300)
    ]
    backend(name).build(tmp_path / "index", records)
    gap = Pattern("grams", (Run(tuple("党建")), Run(tuple("引领"))), 9)
    with closing(backend(name).open(tmp_path / "index")) as engine:
        assert engine.search(Request(gap)).total == 300
        formula = Pattern("grams", (Run(("1+2",), "+n"),), 9)
        assert engine.search(Request(formula)).total == 1 + 10 + 100
        rare = And((gap, Term("grams", "甲")))
        assert [hit for hit, _ in engine.search(Request(rare)).hits] == ["d7-1"]
        apart = Pattern("grams", (Run(tuple("引领")), Run(("甲",))), 9)
        assert engine.search(Request(apart)).total == 0
