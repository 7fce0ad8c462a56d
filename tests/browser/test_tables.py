"""A wide table in a real browser: on a desk, on a phone, found by one of its rows."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from waitress import create_server

from casebase.build import reindex
from casebase.settings import load_settings
from web.app import create_app

COLUMNS = ("序号", "支部名称", "品牌", "级别", "负责人", "党员数", "联系企业", "经费")
ROWS = [
    (
        str(at),
        f"第{at}教师党支部",
        "红烛守护",
        "省级",
        "林远",
        "12",
        "某机床厂",
        "3,400",
    )
    for at in range(1, 30)
]
TEXT = f"""# 支部品牌建设情况

学院各支部的品牌如下表，由支部书记负责，每季度检查一次。

表1　支部品牌一览

|{"|".join(COLUMNS)}|
|{"---|" * len(COLUMNS)}
{chr(10).join("|" + "|".join(row) + "|" for row in ROWS)}

以上品牌每年复核一次，不合格的摘牌。
"""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a document with a table is served."""
    home = tmp_path_factory.mktemp("table")
    (home / "corpus").mkdir()
    (home / "corpus" / "品牌.md").write_text(TEXT, encoding="utf-8")
    assert reindex(load_settings(home)).lost == 0
    server = create_server(create_app(load_settings(home)), host="127.0.0.1", port=0)
    threading.Thread(target=server.run, daemon=True).start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()


@pytest.fixture(params=[390, 1280])
def page(
    browser: Browser, place: str, request: pytest.FixtureRequest
) -> Iterator[Page]:
    context = browser.new_context(
        base_url=place, viewport={"width": request.param, "height": 800}, locale="zh-CN"
    )
    opened = context.new_page()
    opened.goto("/search?q=第17教师党支部")
    yield opened
    context.close()


def test_a_row_is_found_and_says_its_columns(page: Page) -> None:
    snippet = page.locator(".snip").first
    expect(snippet).to_contain_text("支部名称：第17教师党支部")
    expect(snippet).to_contain_text("党员数：12")
    snippet.locator("a").click()
    row = page.locator("tr:target")
    expect(row).to_be_visible()
    expect(row.locator("mark").first).to_be_visible()
    assert row.locator("td").count() == len(COLUMNS)


def test_only_the_table_scrolls_sideways(page: Page) -> None:
    page.locator(".snip a").first.click()
    table = page.get_by_role("table", name="表1　支部品牌一览")
    expect(table).to_be_visible()
    assert table.get_by_role("columnheader").all_inner_texts() == list(COLUMNS)
    width = page.evaluate("innerWidth")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    inside = page.locator(".is-table .scroll")
    wider = inside.evaluate("it => it.scrollWidth > it.clientWidth")
    assert wider or width > 1000
    inside.focus()
    page.keyboard.press("ArrowRight")
    expect(inside).to_be_focused()


def test_numbers_stand_to_the_right(page: Page) -> None:
    page.locator(".snip a").first.click()
    cell = page.locator("tbody tr").first.locator("td")
    sides = cell.evaluate_all("all => all.map(it => getComputedStyle(it).textAlign)")
    assert [side == "end" for side in sides] == [
        name in {"党员数", "经费"} for name in COLUMNS
    ]
