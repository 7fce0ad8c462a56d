"""What import contracts do not see: circles, vague names, files that grew too long."""

from __future__ import annotations

from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted(
    path
    for folder in ("casebase", "web", "tests", "bench")
    for path in (ROOT / folder).rglob("*.py")
)
VAGUE = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "misc",
    "base",
    "core",
    "tools",
}
LONGEST = 400


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("casebase", "web", cache_dir=None)


def test_no_two_modules_import_each_other(graph: grimp.ImportGraph) -> None:
    circles = [
        (importer, imported)
        for importer in graph.modules
        for imported in graph.find_modules_directly_imported_by(importer)
        if graph.find_shortest_chain(imported, importer)
    ]
    assert graph.modules
    assert circles == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_file_is_short_and_named_for_what_it_holds(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= LONGEST, f"{lines} lines: make it a folder, or take something out"
    assert path.stem not in VAGUE
    assert path.parent.name not in VAGUE


def test_top_level_holds_what_was_agreed() -> None:
    agreed = {
        "pyproject.toml", "casebase", "corpus", "index", "web", "tests", "README.md",
        "bench", "Makefile", "LICENSE",
    }  # fmt: skip
    found = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    derived = {"workspace", "casebase.egg-info", "build", "dist"}
    assert agreed - {"bench"} <= found
    assert found - derived <= agreed
