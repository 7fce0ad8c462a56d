"""The seeds and all that was made of them: one text in many formats, no other."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from casebase.catalogue import Catalogue
from casebase.entry import Entry
from casebase.query import Query
from casebase.search.service import Searcher, open_searcher
from casebase.settings import load_settings
from casebase.text.fold import fold
from tests.acceptance.product import casebase

pytestmark = pytest.mark.acceptance

# The documents made of each seed whose whole text is one entry.
ARTICLES = {
    "000": {"news4col_seed000.pdf", "wechat_seed000.html"},
    "001": {"journal2col_seed001.pdf"},
    "003": {
        "word_case_seed003.docx",
        "word_case_seed003.pdf",
        "news_utf8_seed003.html",
        "news_gb18030_seed003.html",
        "plain_gbk_wrapped_seed003.txt",
    },
}
SECTIONS = 80  # of the 81 of the annual report, at least


def seed(document: str) -> str:
    """The seed that a document is, or was made of; else its own name."""
    name = Path(document).name
    found = re.match(r"(\d{3})_", name) or re.search(r"seed(\d{3})", name)
    return found[1] if found else name


@pytest.fixture(scope="module")
def home(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Seeds and test data together."""
    made = tmp_path_factory.mktemp("copies")
    shutil.copytree(shared / "seeds", made / "corpus" / "seeds")
    shutil.copytree(shared / "testdata" / "files", made / "corpus" / "files")
    done = casebase(made, "reindex")
    assert done.returncode in {0, 1}, done.stderr
    return made


@pytest.fixture(scope="module")
def groups(home: Path) -> list[list[Entry]]:
    with Catalogue.open(load_settings(home).database) as catalogue:
        entries = {entry.id: entry for entry in catalogue.all_entries()}
        return [[entries[it] for it in group] for group in catalogue.copies()]


@pytest.fixture(scope="module")
def searcher(home: Path) -> Iterator[Searcher]:
    opened = open_searcher(load_settings(home))
    yield opened
    opened.close()


@pytest.mark.parametrize("name", ARTICLES)
def test_every_format_of_an_article_is_found(
    groups: list[list[Entry]], name: str
) -> None:
    found = [{Path(it.document).name for it in group} for group in groups]
    assert any(ARTICLES[name] <= names for names in found)


def test_the_annual_report_is_found_section_by_section(
    groups: list[list[Entry]],
) -> None:
    of_report = [group for group in groups if seed(group[0].document) == "002"]
    assert len(of_report) >= SECTIONS
    for first, second in of_report:
        assert (first.kind, first.number) == (second.kind, second.number)
        assert fold(first.title).text == fold(second.title).text


def test_nothing_else_is_a_copy(groups: list[list[Entry]]) -> None:
    mixed = [group for group in groups if len({seed(it.document) for it in group}) > 1]
    assert mixed == []
    assert {seed(group[0].document) for group in groups} == {*ARTICLES, "002"}


def test_a_search_shows_each_text_once(searcher: Searcher) -> None:
    results = searcher.search(Query("一支部一品牌", limit=200))
    assert results.distinct == len(results.hits) < results.total
    shown = [(seed(it.entry.document), it.entry.title) for it in results.hits]
    assert len(shown) == len(set(shown))
