"""The help page: what it tells to write can be written."""

from __future__ import annotations

from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from casebase.query import EXAMPLES, MAX_TEXT
from casebase.search.parse import INCOMPLETE, MAX_WILD, parse
from casebase.search.wildcards import GAP


def test_every_example_parses(client: FlaskClient) -> None:
    page = BeautifulSoup(client.get("/help").get_data(as_text=True), "lxml")
    tries = [it.get_text() for it in page.select(".tries dt")]
    assert {"党建*引领", "1+*", "年份:2021..2023"} <= set(tries)
    for text in (*tries, *EXAMPLES.values()):
        parsed = parse(text)
        assert parsed.tree is not None
        assert INCOMPLETE not in parsed.notes


def test_the_limits_are_those_that_hold(client: FlaskClient) -> None:
    page = client.get("/help").get_data(as_text=True)
    for limit in (f"隔{GAP}字", f"{MAX_WILD}个带星号", f"最长{MAX_TEXT}字"):
        assert limit in page
