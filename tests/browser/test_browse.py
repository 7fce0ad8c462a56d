"""What is known of the sample corpus, browsed and asked for in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

PICTURES = Path(__file__).resolve().parents[1] / "screenshots"
PAGES = ("honours", "brands", "methods", "policies", "topics", "schools", "places",
         "years")  # fmt: skip


def test_from_a_list_to_the_words_that_prove_it(page: Page) -> None:
    page.goto("/")
    page.get_by_role("navigation", name="浏览").get_by_text("荣誉").click()
    status = page.locator(".filters a", has_text="通过验收")
    status.click()
    expect(page.locator(".filters [aria-current]")).to_contain_text("通过验收")
    first = page.locator(".brands li").first
    count = first.locator(".c").inner_text()
    first.locator("a").click()
    expect(page.locator(".sum")).to_contain_text(f"{count}篇")
    assert page.locator(".chip").count() == 2
    expect(page.locator(".hit mark").first).to_be_visible()


def test_a_figure_lights_up_its_words(page: Page) -> None:
    page.goto("/search?q=数量:>=100人")
    page.locator(".hit-t a").first.click()
    row = page.locator(".figs tbody tr").first
    row.hover()
    anchor = row.get_attribute("data-ev")
    expect(page.locator(f"#{anchor}")).to_have_class("ev is-lit")


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("script", [True, False])
def test_every_page_fits_with_and_without_script(
    browser: Browser, address: str, width: int, *, script: bool
) -> None:
    context = browser.new_context(
        base_url=address,
        viewport={"width": width, "height": 900},
        java_script_enabled=script,
    )
    page = context.new_page()
    for name in (*(f"browse/{it}" for it in PAGES), "help", "search?q=荣誉:支部"):
        page.goto(f"/{name}")
        expect(page.locator("h1")).to_be_visible()
        if script:
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, name
            PICTURES.mkdir(exist_ok=True)
            shot = name.replace("/", "-").partition("?")[0]
            page.screenshot(path=PICTURES / f"{shot}-{width}.png", full_page=True)
    context.close()
