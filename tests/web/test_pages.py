"""What the pages show of the invented base."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup, Tag
from flask import Flask
from flask.testing import FlaskClient

from casebase.entry import FOLLOWED, PERSON, Evidence, Fact, Method
from casebase.errors import (
    IndexBusyError,
    IndexDamagedError,
    IndexMissingError,
    NotFoundError,
)
from casebase.settings import Settings
from tests.web.fakes import FakeCatalogue, FakeSearcher
from web.app import create_app
from web.library import Shelf

CASE = "/entries/0000000000000001-1"


def page(client: FlaskClient, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.data, "lxml")


def texts(root: BeautifulSoup | Tag, selector: str) -> list[str]:
    return [" ".join(it.get_text(" ").split()) for it in root.select(selector)]


def test_home_shows_what_is_in_the_base(client: FlaskClient) -> None:
    home = page(client, "/")
    assert {"一支部一品牌", "1+3+N", "示发〔2021〕7号"} <= {*texts(home, ".tries dt")}
    assert "连同“一支部一特色”“一系一品”等写法一并找到" in texts(home, ".tries dd")
    assert texts(home, ".state dd")[:2] == ["65篇", "63份"]
    years = [it["aria-label"] for it in home.select(".trio .chart")[0].select("a")]
    assert years[-1] == "2024年，2篇"
    assert "山东，1篇" in [it.get("aria-label") for it in home.select(".chart a")]
    assert len(home.select(".news li")) == 8


def test_home_shows_a_school_s_own_method_rather_than_a_national_one(
    client: FlaskClient, catalogue: FakeCatalogue
) -> None:
    national = Fact("methods", Method("1+X", national=True), ())
    catalogue.all[:] = [
        replace(it, facts=(*it.facts, national)) for it in catalogue.all
    ]
    tried = texts(page(client, "/"), ".tries dt")
    assert "1+3+N" in tried
    assert "1+X" not in tried


def test_home_of_an_empty_base_promises_nothing(settings: Settings) -> None:
    empty = FakeCatalogue()
    shelf = Shelf(empty, FakeSearcher(empty), empty.state())
    home = page(create_app(settings, lambda: shelf).test_client(), "/")
    assert home.select(".tries, .chart") == []


def test_results_of_one_document_stand_together(client: FlaskClient) -> None:
    found = page(client, "/search?where=year:2024&where=year:2021")
    assert texts(found, ".group-h > a") == ["示例职业学院质量年报（2024）"]
    assert texts(found, ".group-h .n") == ["2篇命中"]
    assert len(found.select(".group")) == 2
    assert len(found.select(".group.is-single .hit")) == 1


def test_results_say_how_they_were_found(client: FlaskClient) -> None:
    found = page(client, "/search?q=一支部一品牌")
    assert found.select_one("#q")["value"] == "一支部一品牌"  # type: ignore[index]
    assert texts(found, ".find-x .w a:not(.x)") == ["一支部一特色", "一系一品"]
    switch = found.select_one("button[role=switch]")
    assert switch is not None
    assert (switch["aria-checked"], switch["value"]) == ("true", "0")
    first = found.select(".hit")[0]
    assert texts(first, "mark.via") == ["一系一品", "一系一品"]
    anchors = [str(it["href"]).partition("#")[2] for it in first.select(".at")]
    assert anchors[0] == "p2"


def test_a_hit_without_the_words_typed_says_so(client: FlaskClient) -> None:
    found = page(client, "/search?q=一支部一特色")
    assert texts(found, ".hit-w") == [
        "未出现“一支部一特色”原词，经“一系一品”“一支部一品牌”找到",
        "未出现“一支部一特色”原词，经“一支部一品牌”找到",
    ]


def test_expansion_switched_off_can_be_switched_on(client: FlaskClient) -> None:
    found = page(client, "/search?q=一支部一品牌&expand=0")
    switch = found.select_one("button[role=switch]")
    assert switch is not None
    assert (switch["aria-checked"], switch["value"]) == ("false", "1")
    assert found.select("mark.via") == []


def test_facets_are_multiple_choice(client: FlaskClient) -> None:
    found = page(client, "/search?where=genre:体裁1")
    assert texts(found, ".opt[aria-current]") == ["体裁1 6"]
    other = next(it for it in found.select(".opt") if "体裁2" in it.get_text())
    assert texts(other, ".c") == ["6"]  # what it would add: no hit of this page has it
    both = page(client, str(other["href"]))
    assert texts(both, ".opt[aria-current]") == ["体裁1 6", "体裁2 6"]
    assert texts(both, ".chip") == ["体裁 体裁1 ×", "体裁 体裁2 ×"]
    assert "12篇" in texts(both, ".sum")[0]


def test_a_chip_takes_its_condition_away(client: FlaskClient) -> None:
    found = page(client, "/search?where=genre:体裁1&where=year:2012..2014&sort=newest")
    assert texts(found, ".chip") == ["体裁 体裁1 ×", "年份 2012–2014 ×"]
    without = str(found.select(".chip .x")[1]["href"])
    assert texts(page(client, without), ".chip") == ["体裁 体裁1 ×"]
    assert "sort=newest" in without


def test_paging_keeps_the_search(client: FlaskClient) -> None:
    found = page(client, "/search?q=简讯第7号")
    assert texts(found, ".pager > *") == []
    found = page(client, "/search?limit=20")
    assert texts(found, ".pager > *") == ["1", "2", "3", "4", "下一页"]
    third = page(client, "/search?limit=20&offset=40")
    assert texts(third, ".pager > *") == ["上一页", "1", "2", "3", "4", "下一页"]
    assert texts(third, ".pager [aria-current]") == ["3"]


def test_behind_the_last_page_there_is_a_way_back(client: FlaskClient) -> None:
    found = page(client, "/search?offset=1000")
    assert "回到第一页" in found.get_text()


def test_nothing_found_offers_looser_searches(client: FlaskClient) -> None:
    found = page(client, "/search?q=一支部一品牌&where=genre:体裁1&where=province:山东")
    assert texts(found, ".helps .l")[:2] == ["不限体裁", "不限任何条件"]
    assert texts(found, ".helps .c") == ["1篇", "2篇"]
    assert found.select_one("#q")["value"] == "一支部一品牌"  # type: ignore[index]
    for link in found.select(".helps ul li:has(.c) .l"):
        assert page(client, str(link["href"])).select(".hit")


def test_entry_shows_numbered_paragraphs_tables_and_outline(
    client: FlaskClient,
) -> None:
    entry = page(client, f"{CASE}?q=一支部一品牌")
    assert texts(entry, ".text h2") == ["一、缘起", "二、结语"]
    assert texts(entry, ".text h3") == ["（一）先立题"]
    assert texts(entry, ".toc a") == ["一、缘起 1–7", "（一）先立题", "二、结语 8–10"]
    assert [it["href"] for it in entry.select(".toc a")] == ["#p1", "#p3", "#p8"]
    assert texts(entry, "tr#p7 td") == ["一支部一品牌", "2", "12"]
    assert [it["id"] for it in entry.select(".text mark")] == ["h1", "h2"]
    assert texts(entry, ".by")[0].startswith("示例职业学院 山东 2024年12月5日")
    assert texts(entry, ".near a") == ["会计系的账本"]
    whole = "示例职业学院. 示例职业学院质量年报（2024）. 示例职业学院，2024：3-5."
    assert texts(entry, ".cite p") == [f"示例职业学院. 机电系：一系一品[R]//{whole}"]


def test_facts_link_to_searches_and_to_their_evidence(client: FlaskClient) -> None:
    entry = page(client, CASE)
    facts = entry.select(".fact")
    brand = next(it for it in facts if it.select_one("dt").get_text() == "品牌")  # type: ignore[union-attr]
    assert texts(brand, ".why div") == ["依据 “灯下红”品牌", "规则 示例规则"]
    assert texts(brand, ".with") == ["机电系"]
    anchor = str(brand["data-ev"])
    assert texts(entry, f"#{anchor}") == ["“灯下红”品牌"]
    assert entry.select_one(f"#p4 #{anchor}") is not None
    assert "另4项" in entry.get_text()  # twelve quantities, eight at once


@pytest.mark.parametrize(
    ("rule", "why"),
    [(PERSON, "人工更正"), (FOLLOWED, "随人工更正的学校而定")],
)
def test_what_a_person_corrected_is_marked(
    client: FlaskClient, catalogue: FakeCatalogue, rule: str, why: str
) -> None:
    words = (Evidence("document", 0, 0, "", rule, "张三", "2024-05-01T08:00:00+08:00"),)
    given = Fact("province", "河北", words)
    catalogue.all[:] = [
        replace(it, facts=(*(f for f in it.facts if f.name != "province"), given))
        for it in catalogue.all
    ]
    facts = page(client, CASE).select(".fact")
    (said,) = [it for it in facts if "河北" in it.get_text()]
    assert texts(said, ".by-person") == ["人工订正"]
    assert f"规则 {why}" in texts(said, ".why div")
    assert sum(len(it.select(".by-person")) for it in facts) == 1


def test_articles_have_their_own_anchors(client: FlaskClient) -> None:
    ruling = page(client, "/entries/0000000000000002-1")
    assert [it["href"] for it in ruling.select(".arts a")] == [
        "#art-1",
        "#art-2",
        "#art-2-1",
    ]
    assert ruling.select_one("#p2 #art-1") is not None


def test_document_lists_entries_problems_and_the_file(client: FlaskClient) -> None:
    shown = page(client, "/documents/0000000000000001")
    assert texts(shown, ".entries li") == [
        "案例1 机电系：一系一品 第3–5页",
        "案例2 会计系的账本 第6页",
        "章节 三、保障 第7–8页",
    ]
    assert texts(shown, ".prob .verdict") == ["部分入库"]
    assert "/documents/0000000000000001/file" in [
        it["href"] for it in shown.select(".acts a")
    ]


def test_documents_and_problems_are_listed(client: FlaskClient) -> None:
    shown = page(client, "/documents")
    assert len(shown.select("tbody tr")) == 50
    assert texts(shown, ".pager a") == ["1", "2"]
    assert len(page(client, "/documents?page=2").select("tbody tr")) == 13
    files = texts(page(client, "/problems"), ".prob .verdict")
    assert files == ["未入库", "部分入库", "提示"]


@pytest.mark.parametrize(
    ("error", "status", "heading"),
    [
        (NotFoundError("没有。", "请另找。"), 404, "没有找到"),
        (IndexMissingError("没有索引。", "请建。"), 503, "现在还不能检索"),
        (IndexDamagedError("索引坏了。", "请重建。"), 503, "现在还不能检索"),
        (IndexBusyError("正忙。", "请稍候。"), 503, "现在还不能检索"),
        (RuntimeError("口令是 12345"), 500, "这一页没能打开"),
    ],
)
def test_errors_tell_people_and_programs_what_to_do(
    settings: Settings, error: Exception, status: int, heading: str
) -> None:
    def broken() -> Shelf:
        raise error

    client = create_app(settings, broken).test_client()
    for address in ("/", "/search?q=x", "/documents", "/problems", CASE):
        response = client.get(address)
        assert response.status_code == status
        shown = BeautifulSoup(response.data, "lxml")
        assert texts(shown, "h1") == [heading]
        assert "12345" not in shown.get_text()
        assert "Traceback" not in shown.get_text()
    answer = client.get("/api/search?q=x")
    assert answer.status_code == status
    assert set(answer.json or {}) == {"error", "advice"}
    assert "12345" not in answer.get_data(as_text=True)


def test_no_index_yet_is_said_kindly(settings: Settings) -> None:
    response = create_app(settings).test_client().get("/")
    assert response.status_code == 503
    assert "casebase reindex" in response.get_data(as_text=True)


def test_theme_and_face_are_remembered_without_script(client: FlaskClient) -> None:
    assert page(client, f"{CASE}?theme=dark&face=hei").html["data-theme"] == "dark"  # type: ignore[index]
    entry = page(client, f"{CASE}?q=一系一品")
    assert entry.html["data-theme"] == "dark"  # type: ignore[index]
    assert entry.select_one(".text.is-hei") is not None
    light = entry.select_one('.menu a[data-value="light"]')
    assert light is not None
    assert "q=" in str(light["href"])
    page(client, "/?theme=auto")
    assert not page(client, "/").html.has_attr("data-theme")  # type: ignore[union-attr]


def test_style_sheets_are_kept_by_content(client: FlaskClient) -> None:
    sheets = [
        str(it["href"]) for it in page(client, "/").select("link[rel=stylesheet]")
    ]
    assert len(sheets) == 3
    for sheet in sheets:
        kept = client.get(sheet, buffered=True)
        assert "immutable" in kept.headers["Cache-Control"]
        plain = client.get(sheet.partition("?")[0], buffered=True)
        assert plain.headers["Cache-Control"] == "public, no-cache"
        tag = {"If-None-Match": kept.headers["ETag"]}
        again = client.get(sheet, headers=tag, buffered=True)
        assert again.status_code == 304


def test_no_style_sheet_or_script_comes_from_elsewhere(app: Flask) -> None:
    static = app.static_folder
    assert static is not None
    client = app.test_client()
    for name in ("paper.css", "parts.css", "pages.css", "look.js"):
        content = client.get(f"/static/{name}", buffered=True).get_data(as_text=True)
        assert "http" not in content
        assert "@import" not in content
        assert content.count("\n") < 300


COPIED = ("0000000000000004-1", "0000000000000005-1", "0000000000000006-1")


@pytest.fixture
def copied(client: FlaskClient, catalogue: FakeCatalogue) -> FlaskClient:
    """The first three of the small articles are one text."""
    catalogue.groups.append(COPIED)
    return client


def test_a_hit_tells_where_its_text_stands_too(copied: FlaskClient) -> None:
    found = page(copied, "/search?q=简讯&limit=20")
    assert "60篇，同文合并为58条" in texts(found, ".sum")[0].replace(" ", "")
    (also,) = found.select(".hit-also")
    assert also.get_text(" ").split() == [
        *("另见", "《简讯第5号》", "简讯/5.txt", "《简讯第6号》", "简讯/6.txt")
    ]
    links = [str(it["href"]) for it in also.select("a")]
    assert links[0].startswith(f"/entries/{COPIED[1]}?q=")
    assert texts(found, ".pager > *") == ["1", "2", "3", "下一页"]


def test_copies_are_listed_apart_and_folded_again(copied: FlaskClient) -> None:
    found = page(copied, "/search?q=简讯")
    apart = page(copied, str(found.select(".sum a")[0]["href"]))
    assert "60篇，同文分开列出" in texts(apart, ".sum")[0].replace(" ", "")
    assert len(apart.select(".hit-also")) == 3
    assert apart.select('input[type=hidden][name=copies][value="all"]')
    again = page(copied, str(apart.select(".sum a")[0]["href"]))
    assert len(again.select(".hit-also")) == 1


def test_an_entry_tells_where_its_text_stands_too(copied: FlaskClient) -> None:
    (also,) = page(copied, f"/entries/{COPIED[0]}").select("#also")
    assert "同一内容另有2份" in also.get_text()
    assert [str(it["href"]) for it in also.select("a")] == [
        f"/entries/{name}" for name in COPIED[1:]
    ]
    assert not page(copied, CASE).select("#also")


def test_where_there_are_no_copies_nothing_is_said_of_them(client: FlaskClient) -> None:
    found = page(client, "/search?q=简讯")
    assert "同文" not in texts(found, ".sum")[0]
    assert not found.select(".hit-also")
