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
