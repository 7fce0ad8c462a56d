"""Exact search against a brute-force reading of every entry."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from casebase.engines import ENGINES
from casebase.query import Query
from casebase.search.service import Searcher, open_searcher
from casebase.settings import load_settings
from casebase.text.fold import fold
from tests.acceptance.product import casebase

pytestmark = pytest.mark.acceptance

FORMULA = re.compile(r"[0-9a-z]+(?:\+[0-9a-z]+)+")


def cuts(text: str, at: int) -> bool:
    """Whether a boundary at `at` runs through a number, a Latin word or a formula."""
    if 0 < at < len(text):
        left, right = text[at - 1], text[at]
        if left.isdigit() and right.isdigit():
            return True
        if left.isascii() and right.isascii() and left.isalpha() and right.isalpha():
            return True
    return any(found.start() < at < found.end() for found in FORMULA.finditer(text))


def holds(text: str, query: str) -> bool:
    at = text.find(query)
    while at >= 0:
        if not cuts(text, at) and not cuts(text, at + len(query)):
            return True
        at = text.find(query, at + 1)
    return False


@pytest.fixture(scope="module", params=ENGINES)
def searcher(
    request: pytest.FixtureRequest,
    seeds: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Searcher]:
    """The search over the seeds, on each engine."""
    home = tmp_path_factory.mktemp(request.param) / "home"
    shutil.copytree(seeds, home)
    done = casebase(home, "reindex", "--engine", request.param)
    assert done.returncode in {0, 1}, done.stderr
    opened = open_searcher(load_settings(home))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def folded(entries: list[dict[str, Any]]) -> dict[str, list[str]]:
    """Of each entry, its title and paragraphs folded."""
    return {
        entry["id"]: [
            fold(part).text for part in [entry["title"], *entry["text"].split("\n")]
        ]
        for entry in entries
    }


def found_by_search(searcher: Searcher, query: str) -> set[str]:
    results = searcher.search(Query(text=query, exact=True, limit=200))
    assert results.total == len(results.hits)
    return {hit.entry.id for hit in results.hits}


def found_by_reading(folded: dict[str, list[str]], query: str) -> set[str]:
    wanted = fold(query).text
    return {
        entry
        for entry, parts in folded.items()
        if any(holds(part, wanted) for part in parts)
    }


@pytest.mark.parametrize("seed", [1, 2])
def test_random_strings(
    searcher: Searcher,
    entries: list[dict[str, Any]],
    folded: dict[str, list[str]],
    seed: int,
) -> None:
    dice = random.Random(seed)  # noqa: S311 - a repeatable choice, no secret
    paragraphs = [
        part
        for entry in entries
        for part in [entry["title"], *entry["text"].split("\n")]
        if part.strip()
    ]
    weights = [len(part) for part in paragraphs]
    wrong = []
    for part in dice.choices(paragraphs, weights, k=500):
        length = dice.choice([1, 2, 2, 3, 4, 5, 6, 8, 12, 20, 50])
        start = dice.randrange(max(1, len(part) - length + 1))
        query = part[start : start + length]
        if not fold(query).text:
            continue
        if found_by_search(searcher, query) != found_by_reading(folded, query):
            wrong.append(query)
    assert wrong == []


def test_random_characters(
    searcher: Searcher, entries: list[dict[str, Any]], folded: dict[str, list[str]]
) -> None:
    dice = random.Random(3)  # noqa: S311 - a repeatable choice, no secret
    characters = sorted({c for entry in entries for c in entry["text"] if c.strip()})
    wrong = [
        character
        for character in dice.sample(characters, min(500, len(characters)))
        if fold(character).text
        and found_by_search(searcher, character) != found_by_reading(folded, character)
    ]
    assert wrong == []
