"""What staff do every morning, in a real browser over the sample corpus."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

PICTURES = Path(__file__).resolve().parents[1] / "screenshots"
FAMILY = "一支部一品牌"
PLACES = ("/", f"/search?q={FAMILY}", "/documents", "/problems", "/search?q=没有这个词")


def search(page: Page, text: str) -> None:
    page.goto("/")
    page.get_by_role("searchbox").fill(text)
    page.keyboard.press("Enter")


def first_entry(page: Page) -> str:
    page.goto(f"/search?q={FAMILY}")
    address = page.locator(".hit-t a").first.get_attribute("href")
    assert address is not None
    return address


def test_from_the_box_to_the_words_in_the_text(page: Page) -> None:
    search(page, FAMILY)
    expect(page.get_by_role("searchbox")).to_have_value(FAMILY)
    assert page.locator(".hit mark").count() > 1
    assert page.locator(".hit mark.via").count() > 0, "other wordings are told apart"
    title = page.locator(".hit-t a").first.inner_text()
    page.locator(".hit-t a").first.click()
    assert page.locator("h1").inner_text().split() == title.split()
    expect(page.locator(".text mark").first).to_be_visible()
    assert page.locator(".fact").count() > 2


def test_a_facet_narrows_and_its_chip_widens_again(page: Page) -> None:
    page.goto(f"/search?q={FAMILY}")
    before = page.locator(".sum").inner_text()
    page.locator("#facets .opt").first.click()
    assert "where=" in page.url
    page.locator(".chip .x").first.click()
    assert "where=" not in page.url
    assert page.locator(".sum").inner_text().split("，")[0] == before.split("，")[0]


def test_exact_finds_no_other_wording(page: Page) -> None:
    page.goto(f"/search?q={FAMILY}&exact=1")
    marked = set(page.locator(".hit mark").all_inner_texts())
    assert marked == {FAMILY}


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("place", [*PLACES, "entry"])
def test_nothing_sticks_out_sideways(page: Page, place: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(first_entry(page) if place == "entry" else place)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_all_works_without_script(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    search(page, FAMILY)
    page.locator(".hit-t a").first.click()
    expect(page.locator(".text .para").first).to_be_visible()
    context.close()


def test_pictures(page: Page, *, update_pictures: bool) -> None:
    """The README's pictures: drawn by `pytest --update-pictures`."""
    page.set_viewport_size({"width": 1280, "height": 860})
    shots = {"home": "/", "search": f"/search?q={FAMILY}", "entry": first_entry(page)}
    for name, place in shots.items():
        page.goto(place)
        expect(page.locator("h1")).to_be_visible()
        if update_pictures:
            page.screenshot(path=PICTURES / f"{name}.png")
    assert all((PICTURES / f"{name}.png").is_file() for name in shots)
