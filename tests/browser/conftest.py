"""The sample corpus served on localhost, and a real browser to look at it."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from waitress import create_server

from casebase.build import reindex
from casebase.settings import load_settings
from casebase.workspace import Accounts, Role, Workspace
from web.app import create_app

PASSWORD = "旧船坞里的灯-2026"  # noqa: S105 - of nobody but "guan", in a test
ROOT = Path(__file__).resolve().parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome", "msedge", "microsoft-edge")
# Without these a headless Chromium looks for its maker's servers at every start.
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the sample corpus is served."""
    home = tmp_path_factory.mktemp("sample")
    shutil.copytree(ROOT / "corpus", home / "corpus")
    settings = load_settings(home)
    assert reindex(settings).lost == 0
    Accounts(Workspace.open(settings.workspace)).add(
        "guan", PASSWORD, Role.ADMINISTRATOR
    )
    server = create_server(create_app(settings), host="127.0.0.1", port=0)
    threading.Thread(target=server.run, daemon=True).start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium of the machine; required where CI runs."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        if os.environ.get("CI"):
            pytest.fail("a Chromium is required in CI")
        pytest.skip("no Chromium, Chrome or Edge here: the browser tests are skipped")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A desk-sized window that must not meet an error."""
    context = browser.new_context(
        base_url=address, viewport={"width": 1280, "height": 900}, locale="zh-CN"
    )
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on(
        "console",
        lambda told: errors.append(told.text) if told.type == "error" else None,
    )
    yield opened
    context.close()
    assert errors == []


@pytest.fixture
def manager(page: Page) -> Page:
    """The same window, the administrator signed in."""
    page.goto("/signin")
    page.get_by_label("账号").fill("guan")
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="登录").click()
    page.wait_for_url("**/")
    return page
