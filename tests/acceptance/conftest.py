"""The product as an operator installs it, over the real documents."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from casebase.search.service import Searcher, open_searcher
from casebase.settings import load_settings
from tests.acceptance.product import casebase


def _indexed(home: Path, documents: Path) -> Path:
    shutil.copytree(documents, home / "corpus")
    # The material is read-only where it lies; the copy is the operator's own.
    for path in (home / "corpus").rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)
    done = casebase(home, "reindex")
    assert done.returncode in {0, 1}, done.stderr
    return home


@pytest.fixture(scope="session")
def seeds(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home that holds the five seeds."""
    return _indexed(tmp_path_factory.mktemp("seeds"), shared / "seeds")


@pytest.fixture(scope="session")
def everything(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home that holds the 41 files of the test data."""
    home = tmp_path_factory.mktemp("testdata")
    return _indexed(home, shared / "testdata" / "files")


@pytest.fixture(scope="session")
def everything_and_seeds(
    shared: Path, everything: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A home that holds the test data and the seeds: what queries were judged over."""
    home = tmp_path_factory.mktemp("both") / "home"
    shutil.copytree(everything, home)
    for path in (shared / "seeds").iterdir():
        shutil.copyfile(path, home / "corpus" / path.name)
    done = casebase(home, "reindex")
    assert done.returncode in {0, 1}, done.stderr
    return home


@pytest.fixture(scope="session")
def truth(shared: Path) -> dict[str, Any]:
    """What is known of the seeds: facts, and the repaired text as `text`."""
    folder = shared / "testdata" / "truth"
    facts = json.loads((folder / "seed_facts.json").read_text(encoding="utf-8"))
    text = json.loads((folder / "seeds.json").read_text(encoding="utf-8"))
    return {**facts, "text": text}


@pytest.fixture(scope="session")
def entries(seeds: Path) -> list[dict[str, Any]]:
    """What `casebase entries --json` says of the seeds."""
    done = casebase(seeds, "entries", "--json")
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="session")
def searcher(seeds: Path) -> Iterator[Searcher]:
    """The search over the seeds."""
    opened = open_searcher(load_settings(seeds))
    yield opened
    opened.close()
