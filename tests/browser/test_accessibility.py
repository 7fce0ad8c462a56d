"""Every page, light and dark, by axe-core's rules for WCAG 2.2 AA."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
}
READING = (
    "/",
    "/search?q=一支部一品牌",
    "/search?q=一支部一品牌&explain=1&where=province:山东",
    "/search?q=没有这个词",
    "/browse",
    "/browse/brands",
    "/browse/places",
    "/documents",
    "/problems",
    "/help",
    "/signin",
)
MANAGING = (
    "/manage",
    "/manage/corrections",
    "/manage/users",
    "/manage/queries",
    "/manage/trail",
)


def violations(page: Page, address: str, theme: str) -> list[str]:
    page.goto(f"{address}{'&' if '?' in address else '?'}theme={theme}")
    found = Axe().run(page, options=RULES)
    return [
        f"{it['id']}: {node['html'][:120]}"
        for it in found.response["violations"]
        for node in it["nodes"][:3]
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_pages_staff_read(page: Page, theme: str) -> None:
    page.goto("/search?q=一支部一品牌")
    entry = page.locator(".hit-t a").first.get_attribute("href")
    assert entry is not None
    told = {it: violations(page, it, theme) for it in (*READING, entry)}
    assert not any(told.values()), "\n".join(
        f"{address} {one}" for address, them in told.items() for one in them
    )


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_pages_administrators_work_on(manager: Page, theme: str) -> None:
    manager.goto("/search?q=一支部一品牌")
    manager.locator(".hit-t a").first.click()
    manager.get_by_role("link", name="更正").click()
    correcting = manager.url
    told = {it: violations(manager, it, theme) for it in (*MANAGING, correcting)}
    assert not any(told.values()), "\n".join(
        f"{address} {one}" for address, them in told.items() for one in them
    )
