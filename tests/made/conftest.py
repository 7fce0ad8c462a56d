"""Documents made anew for the tests, one of each kind."""

from __future__ import annotations

import os
import pickle
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.made.making import Made
from tests.made.press import CHROMIUM

ROOT = Path(__file__).resolve().parents[2]
SEED = 11


@pytest.fixture(scope="session")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Made]:
    """By name; a Chromium of the machine is required where CI runs."""
    if not any(map(shutil.which, CHROMIUM)):
        if os.environ.get("CI"):
            pytest.fail("a Chromium is required in CI")
        pytest.skip("no Chromium, Chrome or Edge here: no documents can be made")
    path = tmp_path_factory.mktemp("made") / "documents"
    wanted = "^(?!old_word|rich_text|exported)"  # these need LibreOffice
    command = [sys.executable, "-m", "tests.made", str(path), str(SEED), wanted]
    subprocess.run(command, cwd=ROOT, check=True, timeout=600)
    found: list[Made] = pickle.loads(path.read_bytes())  # noqa: S301 - just written
    return {document.name: document for document in found}
