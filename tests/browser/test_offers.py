"""Names under the search box while one types, with the keyboard and the mouse."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

BOX = "#q"


def typed(page: Page, text: str) -> None:
    page.goto("/")
    page.locator(BOX).press_sequentially(text, delay=20)


def test_names_are_offered_and_chosen_with_the_keyboard(page: Page) -> None:
    typed(page, "dangjian")
    offers = page.get_by_role("listbox").get_by_role("option")
    expect(offers.first).to_be_visible()
    box = page.get_by_role("combobox")
    expect(box).to_have_attribute("aria-expanded", "true")
    assert all("党建" in it for it in offers.locator(".t").all_inner_texts())
    page.keyboard.press("ArrowDown")
    chosen = offers.first.locator(".t").inner_text()
    expect(offers.first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_value(chosen)
    expect(box).to_have_attribute("aria-activedescendant", "offer0")
    page.keyboard.press("ArrowUp")
    expect(box).to_have_value("dangjian")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?*")
    expect(page.locator(BOX)).to_have_value(chosen)
    assert page.locator(".hit").count() > 0


def test_escape_and_leaving_put_the_list_away(page: Page) -> None:
    typed(page, "党建")
    offers = page.locator("#offers")
    expect(offers).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(offers).to_be_hidden()
    expect(page.locator(BOX)).to_have_value("党建")
    page.locator(BOX).press_sequentially("引")
    expect(offers).to_be_visible()
    page.keyboard.press("Tab")
    expect(offers).to_be_hidden()


def test_a_click_searches(page: Page) -> None:
    typed(page, "1+")
    offer = page.locator("#offers li").first
    text = offer.locator(".t").inner_text()
    offer.click()
    page.wait_for_url("**/search?*")
    expect(page.locator(BOX)).to_have_value(text)


def test_where_nothing_begins_so_there_is_no_list(page: Page) -> None:
    typed(page, "党建")
    expect(page.locator("#offers")).to_be_visible()
    page.locator(BOX).press_sequentially("甲乙")
    expect(page.locator("#offers")).to_be_hidden()
    expect(page.get_by_role("searchbox")).to_be_visible()


def test_without_a_script_the_box_searches(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    plain = context.new_page()
    plain.goto("/")
    plain.locator(BOX).fill("一支部一品牌")
    plain.keyboard.press("Enter")
    plain.wait_for_url("**/search?*")
    assert plain.locator(".hit").count() > 0
    context.close()


def test_similar_entries_lead_to_each_other(page: Page) -> None:
    page.goto("/search?q=样板支部")
    for address in [it.get_attribute("href") for it in page.locator(".hit-t a").all()]:
        page.goto(str(address))
        if page.locator("#similar li").count():
            break
    title = page.locator("#similar .t").first.inner_text()
    page.locator("#similar .t").first.click()
    assert page.locator("h1").inner_text().split() == title.split()
