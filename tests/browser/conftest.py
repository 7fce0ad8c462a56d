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
from web.app import create_app

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
    assert reindex(load_settings(home)).lost == 0
    server = create_server(create_app(load_settings(home)), host="127.0.0.1", port=0)
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
