"""The browse pages over the invented base: lists, counts, links, letters, pictures."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup, Tag
from flask.testing import FlaskClient

from casebase.entry import PERSON, Brand, Entry, Evidence, Fact, Honour, Policy
from tests.web.fakes import FakeCatalogue
from tests.web.sample import ATTACK, card, piece
from web import browse

PAGES = list(browse.TITLES)


def page(client: FlaskClient, address: str) -> Tag:
    response = client.get(address)
    assert response.status_code == 200, address
    return BeautifulSoup(response.data, "lxml")


def texts(tag: Tag, selector: str) -> list[str]:
    return [it.get_text(" ", strip=True) for it in tag.select(selector)]


def honoured(number: int, *facts: Fact) -> Entry:
    document = card(100 + number, f"荣誉/{number}.txt", f"荣誉{number}", 1)
    return piece(document, 1, f"荣誉{number}", facts=facts)


def honour(name: str, level: str, status: str, year: int) -> Fact:
    return Fact("honours", Honour(name, level, "首批", status, None, year), ())


@pytest.fixture
def filled(catalogue: FakeCatalogue) -> FakeCatalogue:
    catalogue.all = [it for it in catalogue.all if it.title != ATTACK]
    catalogue.all += [
        honoured(1, honour("样板支部", "省级", "培育创建", 2021)),
        honoured(
            2,
            honour("样板支部", "省级", "培育创建", 2021),
            honour("样板支部", "国家级", "通过验收", 2023),
        ),
        honoured(3, honour("标杆院系", "国家级", "通过验收", 2023)),
        honoured(4, Fact("policies", Policy("一支部一品牌建设办法"), ())),
    ]
    return catalogue


@pytest.mark.parametrize("name", PAGES)
def test_every_page_opens_and_its_counts_are_totals(
    client: FlaskClient, filled: FakeCatalogue, name: str
) -> None:
    shown = page(client, f"/browse/{name}")
    assert filled.all
    assert texts(shown, ".tabs [aria-current]")[0].startswith(browse.TITLES[name])
    items = shown.select(".brands li")
    assert items
    for item in items:
        link, count = item.select_one("a"), item.select_one(".c")
        assert link is not None
        assert count is not None
        found = page(client, str(link["href"]))
        assert texts(found, ".sum")[0].startswith(f"{count.get_text()}篇")


def test_honours_are_narrowed_by_what_one_honour_is(
    client: FlaskClient, filled: FakeCatalogue
) -> None:
    assert filled.all
    shown = page(client, "/browse/honours")
    assert "样板支部 省级、国家级，培育创建、通过验收 2" in texts(shown, ".brands li")
    national = next(
        it for it in shown.select(".filters a") if it.get_text().startswith("国家级")
    )
    narrowed = page(client, str(national["href"]))
    assert texts(narrowed, ".brands li") == [
        "标杆院系 国家级，通过验收 1",
        "样板支部 国家级，通过验收 1",
    ]
    assert texts(narrowed, ".filters [aria-current]") == ["国家级 2"]
    assert texts(narrowed, ".chart .v") == ["2"]  # 2023 alone
    both = page(client, "/browse/honours?where=level:国家级&where=status:培育创建")
    assert texts(both, ".note") == ["没有符合这些条件的荣誉。"]


def test_policies_without_a_title_go_by_their_number(
    client: FlaskClient, filled: FakeCatalogue
) -> None:
    assert filled.all
    names = texts(page(client, "/browse/policies"), ".brands li a")
    assert "示发〔2021〕7号" in names
    assert "《基层组织条例》" in names


def test_a_long_list_has_a_page_for_each_letter(
    client: FlaskClient, catalogue: FakeCatalogue
) -> None:
    names = [f"{sign}{number}" for sign in "安白" for number in range(80)]
    facts = tuple(Fact("brands", Brand(name), ()) for name in names)
    catalogue.all = [replace(catalogue.all[0], facts=facts)]
    first = page(client, "/browse/brands")
    assert texts(first, ".brands h2") == ["A"]
    assert "另20项" in first.get_text()
    assert len(first.select(".brands li")) == 80
    letters = {it.get_text(): str(it["href"]) for it in first.select(".az a")}
    assert set(letters) == {"A", "B"}
    assert texts(page(client, letters["B"]), ".brands h2") == ["B"]
    assert texts(page(client, "/browse/brands?letter=X"), ".brands h2") == ["A"]


def test_a_short_list_is_one_page_with_anchors(
    client: FlaskClient, filled: FakeCatalogue
) -> None:
    assert filled.all
    shown = page(client, "/browse/honours")
    for letter in shown.select(".az a"):
        assert shown.select_one(str(letter["href"])) is not None


def test_places_and_years_have_their_pictures(client: FlaskClient) -> None:
    assert page(client, "/browse/places").select(".chart .q")
    assert len(page(client, "/browse/years").select(".chart .b")) > 1


def test_an_empty_base_has_nothing_to_browse(
    client: FlaskClient, catalogue: FakeCatalogue
) -> None:
    catalogue.all = []
    for name in PAGES:
        shown = page(client, f"/browse/{name}")
        assert shown.select(".brands, .chart") == []
        assert shown.select_one(".note") is not None


def test_attacks_are_only_text(client: FlaskClient) -> None:
    for name in PAGES:
        response = client.get(f"/browse/{name}")
        assert b"<script>alert" not in response.data
        assert response.status_code == 200


def test_there_are_no_other_pages(client: FlaskClient) -> None:
    assert client.get("/browse/other").status_code == 404
    assert client.get("/browse/honours?where=无:1").status_code == 400
    assert page(client, "/browse").select(".brands") is not None


def test_browsing_is_linked_from_everywhere(client: FlaskClient) -> None:
    home = page(client, "/")
    assert texts(home, ".home-tabs a")
    assert "浏览" in texts(home, ".nav a")
    assert texts(home, ".foot a") == ["浏览", "检索写法"]


def test_help_names_every_field_and_its_examples_are_searches(
    client: FlaskClient,
) -> None:
    shown = page(client, "/help")
    names = texts(shown, "tbody td:first-child")
    assert {"荣誉", "状态", "批次", "级别", "品牌", "主题", "数量", "部门"} <= set(
        names
    )
    for link in shown.select("main a"):
        assert client.get(str(link["href"])).status_code == 200


# --- the entry page -----------------------------------------------------------------


def test_a_policy_leads_to_its_own_text_and_back(
    client: FlaskClient, filled: FakeCatalogue
) -> None:
    citing = filled.all[-1]
    shown = page(client, f"/entries/{citing.id}")
    (original,) = [it for it in shown.select(".fact .to") if it.text == "看原文"]
    ruling = page(client, str(original["href"]))
    assert texts(ruling, "#cited li a") == [citing.title]


def test_an_honour_shows_all_that_is_said_of_it_and_finds_the_same(
    client: FlaskClient, filled: FakeCatalogue
) -> None:
    held = filled.all[-3]
    shown = page(client, f"/entries/{held.id}")
    assert (
        texts(shown, ".fact .with")
        == [
            "省级，首批，培育创建，2021年",
            "国家级，首批，通过验收，2023年",
        ][: len(held.values("honours"))]
    )


def test_what_a_person_said_is_marked(
    client: FlaskClient, catalogue: FakeCatalogue
) -> None:
    said = Evidence("document", 0, 0, "望岳", PERSON)
    facts = (Fact("school", "望岳职业技术大学", (said,)), Fact("city", "泰安", ()))
    held = replace(catalogue.all[0], facts=facts)
    catalogue.all = [held]
    shown = page(client, f"/entries/{held.id}")
    assert len(shown.select(".fact .by-person")) == 1


def test_figures_are_a_table_whose_rows_lead_to_their_words(
    client: FlaskClient,
) -> None:
    shown = page(client, "/entries/0000000000000001-1")
    rows = shown.select(".figs tbody tr")
    assert len(rows) == 12
    assert shown.select_one(f"#{rows[0]['data-ev']}") is not None
