"""A list of terms to a table of hits, safe in spreadsheets."""

from __future__ import annotations

import csv
import io
import time
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebase.errors import BadRequestError
from casebase.query import MAX_TEXT, Query
from casebase.search.batch import (
    BOM,
    COLUMNS,
    NOT_REACHED,
    Row,
    checked,
    rows,
    table_json,
    terms_in,
    write_csv,
)
from casebase.search.service import Searcher
from tests.search.invented import searching

LIST = "\ufeff一支部一品牌\r\n\r\n# 注释\n  支部  \n查无此词\n"


@pytest.fixture(scope="module")
def searcher() -> Iterator[Searcher]:
    with searching() as opened:
        yield opened


def read_back(found: list[Row]) -> list[list[str]]:
    out = io.StringIO(newline="")
    write_csv(found, out)
    assert out.getvalue().startswith(BOM)
    return list(csv.reader(io.StringIO(out.getvalue().removeprefix(BOM), newline="")))


def test_a_line_is_a_term() -> None:
    assert terms_in(LIST) == ["一支部一品牌", "支部", "查无此词"]
    assert terms_in("") == []
    with pytest.raises(BadRequestError, match="第 2 行"):
        terms_in("支部\n" + "长" * (MAX_TEXT + 1))


def test_every_hit_and_every_term_without_one_is_a_row(searcher: Searcher) -> None:
    asked = Query(exact=True, limit=2)
    found = list(rows(searcher.search, terms_in(LIST), asked))
    assert [(it.term, it.rank, it.total) for it in found] == [
        ("一支部一品牌", 1, 1),
        ("支部", 1, 3),
        ("支部", 2, 3),
        ("查无此词", None, 0),
    ]
    assert "一支部一品牌" in (found[0].snippet or "")
    assert found[0].school == "青峦职业大学"
    assert found[-1] == Row("查无此词")
    assert all(set(it) == set(COLUMNS) for it in table_json(found))


def test_how_a_term_was_understood_is_noted(searcher: Searcher) -> None:
    (row, *_) = rows(searcher.search, ["“支部"], Query())
    assert row.note is not None
    assert "检索式不完整" in row.note


def test_past_its_time_no_term_is_searched(searcher: Searcher) -> None:
    found = list(rows(searcher.search, ["支部"], Query(), until=time.monotonic() - 1))
    assert found == [Row("支部", total=None, note=NOT_REACHED)]


@pytest.mark.parametrize(
    "cell", ["=1+1", "+86", "-通知", "@甲", "＝A1", "\t=1", "=cmd|' /C calc'!A0"]
)
def test_nothing_in_the_table_is_a_formula(cell: str) -> None:
    head, row = read_back([Row(cell, title=cell, snippet=f'甲,“乙”\n"{cell}')])
    assert head == list(COLUMNS.values())
    assert row[0] == row[2] == f"'{cell}"
    assert row[6] == f'甲,“乙”\n"{cell}'


@given(st.text(st.characters(codec="utf-8"), max_size=20))
def test_whatever_is_in_a_cell_comes_back(text: str) -> None:
    _, row = read_back([Row("甲", title=text)])
    assert row[2].removeprefix("'") == text.removeprefix("'")
    assert not row[2].startswith(("=", "+", "-", "@"))


def test_lists_have_some_terms_and_an_end() -> None:
    assert checked(["甲"], 1) == ["甲"]
    for terms in ([], ["甲", "乙"]):
        with pytest.raises(BadRequestError):
            checked(terms, 1)
