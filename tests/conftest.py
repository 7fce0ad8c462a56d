"""Fixtures of all tests."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The real documents beside the checkout; required where CI runs."""
    if not SHARED.is_dir():
        if os.environ.get("CI"):
            pytest.fail("../shared is required in CI")
        pytest.skip("../shared is not here: the acceptance tests are skipped")
    return SHARED


def pytest_addoption(parser: pytest.Parser) -> None:
    """Files that tests draw are drawn anew only when asked for."""
    parser.addoption("--update-pictures", action="store_true", help="draw them anew")


@pytest.fixture
def update_pictures(request: pytest.FixtureRequest) -> bool:
    """Whether the README's pictures are to be drawn anew."""
    return bool(request.config.getoption("--update-pictures"))
