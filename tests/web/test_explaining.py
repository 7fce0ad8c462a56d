"""What the result page says of how a search was understood and why hits were found."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag
from flask.testing import FlaskClient
from typing_extensions import override

from casebase.query import Query
from casebase.results import Expansion, Reason, Results
from casebase.settings import Settings
from tests.web.fakes import FakeCatalogue, FakeSearcher
from web.app import create_app
from web.library import Shelf

WORDS = (
    "一支部一特色",
    "一系一品",
    "一院一品",
    "一校一品",
    "一室一品",
    "一班一品",
    "一课一品",
)
REASONS = (
    Reason("一支部一品牌", "title", 0.604),
    Reason("一支部一品牌", "text", 0.25),
    Reason("一系一品", "literal", 0.1425, "同族写法"),
    Reason("品牌", "fact", 0.0035),
)


class Told(FakeSearcher):
    """One whose answers are changed before they are shown."""

    changes: dict[str, Any]
    asked: list[Query]

    @override
    def search(self, query: Query) -> Results:
        self.asked.append(query)
        found = super().search(replace(query, without=(), explain=False))
        hits = [
            replace(it, more=2, why=REASONS if query.explain else ())
            for it in found.hits
        ]
        return replace(found, query=query, hits=tuple(hits), **self.changes)


@pytest.fixture
def searcher(catalogue: FakeCatalogue) -> Told:
    told = Told(catalogue)
    told.changes, told.asked = {}, []
    return told


@pytest.fixture
def client(settings: Settings, catalogue: FakeCatalogue, searcher: Told) -> FlaskClient:
    shelf = Shelf(catalogue, searcher, catalogue.state())
    return create_app(settings, lambda: shelf).test_client()


def page(client: FlaskClient, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.data, "lxml")


def asked(link: Tag | None) -> dict[str, list[str]]:
    assert link is not None
    return parse_qs(urlsplit(str(link["href"])).query)


def texts(root: Tag, selector: str) -> list[str]:
    return [" ".join(it.get_text(" ").split()) for it in root.select(selector)]


def test_a_correction_is_told_with_the_way_back(
    client: FlaskClient, searcher: Told
) -> None:
    searcher.changes = {"corrected": "一支部一品牌"}
    found = page(client, "/search?q=一支部&offset=0")
    assert texts(found, ".note") == ["已按“ 一支部一品牌 ”检索。 仍按“一支部”检索"]
    assert asked(found.select_one(".note a")) == {"q": ["一支部"], "correct": ["0"]}


def test_each_other_wording_can_be_switched_off_and_on(
    client: FlaskClient, searcher: Told
) -> None:
    searcher.changes = {"expansions": (Expansion("一支部一品牌", WORDS, "同族写法"),)}
    found = page(client, "/search?q=一支部一品牌&without=一楼一品")
    assert texts(found, ".find-x > .dim") == ["同族写法", "不找"]
    assert texts(found, ".find-x > .w:not(.is-off) a:not(.x)") == list(WORDS[:6])
    assert texts(found, ".find-x details summary") == ["另1种"]
    assert texts(found, ".find-x details a:not(.x)") == [WORDS[6]]
    off = found.select_one(f"[aria-label='不找：{WORDS[1]}']")
    assert asked(off)["without"] == ["一楼一品", WORDS[1]]
    back = found.select_one(".find-x .is-off a")
    assert back is not None
    assert (back.get_text(), "without" in asked(back)) == ("一楼一品", False)
    kept = found.select(".find-x input[name=without]")
    assert [it["value"] for it in kept] == ["一楼一品"]


def test_of_several_terms_each_is_named(client: FlaskClient, searcher: Told) -> None:
    searcher.changes = {
        "expansions": (
            Expansion("品牌", ("牌子",), "近义词"),
            Expansion("望职", ("望岳职业技术大学",), "学校名称"),
        )
    }
    found = page(client, "/search?q=一支部一品牌")
    assert texts(found, ".find-x > .dim") == ["“品牌”的近义词", "“望职”的学校名称"]


def test_why_a_hit_was_found_is_a_table_of_shares(client: FlaskClient) -> None:
    found = page(client, "/search?q=一支部一品牌")
    table = found.select(".hit-y")[0]
    assert table.name == "details"
    assert not table.has_attr("open")
    assert texts(table, "th") == ["占得分的比例", "标题", "事实", "正文", "字面"]
    rows = [texts(row, "td") for row in table.select("tbody tr")]
    assert rows == [
        ["一支部一品牌", "60%", "", "25%", ""],
        ["一系一品 同族写法", "", "", "", "14%"],
        ["品牌", "", "<1%", "", ""],
    ]
    links = [str(it["href"]) for it in found.select("a[href*='/search?']")]
    assert links
    assert not any("explain" in it for it in links), "the page explains in any case"


def test_more_of_a_document_is_a_search_in_it(
    client: FlaskClient, catalogue: FakeCatalogue
) -> None:
    found = page(client, "/search?q=一支部一品牌&where=year:2024&offset=0")
    report = catalogue.all[0]
    group = next(
        it for it in found.select(".group") if report.document_title in it.get_text()
    )
    hits = len(group.select(".hit"))
    assert texts(group, ".group-h .n") == [f"{hits + 2}篇命中"]
    assert asked(group.select_one(".group-m a")) == {
        "q": ["一支部一品牌"],
        "where": ["year:2024", f"document:{report.document}"],
    }


def test_an_answer_that_was_cut_says_so(client: FlaskClient, searcher: Told) -> None:
    assert page(client, "/search?q=一支部一品牌").select(".note.is-warn") == []
    searcher.changes = {"incomplete": True}
    (told,) = texts(page(client, "/search?q=一支部一品牌"), ".note.is-warn")
    assert "提前结束" in told


def test_nothing_found_in_time_is_not_nothing_there(
    client: FlaskClient, searcher: Told
) -> None:
    searcher.changes = {"incomplete": True}
    found = page(client, "/search?q=无人写过")
    assert "没有找到" not in found.get_text()
    assert asked(found.select_one(".note.is-warn a")) == {"q": ["无人写过"]}
    searcher.changes = {"corrected": "没人写过"}
    found = page(client, "/search?q=无人写过")
    assert texts(found, "h1") == ["没有找到“无人写过”"]
    assert asked(found.select_one(".note a"))["correct"] == ["0"]


def test_the_entry_is_opened_with_what_was_asked(client: FlaskClient) -> None:
    found = page(
        client, "/search?q=一支部一品牌&without=一系一品&correct=0&sort=newest"
    )
    assert asked(found.select_one(".hit-t a")) == {
        "q": ["一支部一品牌"],
        "without": ["一系一品"],
        "correct": ["0"],
    }
