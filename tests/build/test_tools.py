"""A file is read again when a tool has come that reads it better, and only then."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from casebase import extras
from casebase.build import reading
from casebase.build.fingerprint import holds, lacking
from casebase.document import Layout, Line, Page, Source
from casebase.errors import UnreadableFileError


def here(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    monkeypatch.setattr(extras, "present", lambda: frozenset(names))


@pytest.mark.parametrize(
    ("made", "tools", "held"),
    [
        (lacking("now", ()), (), True),
        (lacking("now", ()), ("libreoffice", "ocr"), True),
        (lacking("then", ()), (), False),
        (lacking("now", ("libreoffice",)), (), True),
        (lacking("now", ("libreoffice",)), ("ocr",), True),
        (lacking("now", ("libreoffice",)), ("libreoffice",), False),
        (lacking("now", ("ocr", "libreoffice")), ("ocr",), False),
        (lacking("then", ("libreoffice",)), (), False),
    ],
)
def test_a_reading_holds_until_what_it_lacked_is_here(
    monkeypatch: pytest.MonkeyPatch, *, made: str, tools: tuple[str, ...], held: bool
) -> None:
    here(monkeypatch, *tools)
    assert holds(made, "now") is held


@pytest.mark.parametrize("lost", [False, True])
def test_a_reading_says_what_it_lacked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *, lost: bool
) -> None:
    def extract(_: Source, **_switches: object) -> Layout:
        if lost:
            raise UnreadableFileError("读不了。", "请安装。", ("libreoffice",))
        lines = (Line("青禾职业学院党委坚持把支部建在专业上。"),)
        return Layout("doc", (Page(None, lines),), lacking=("libreoffice",))

    monkeypatch.setattr(reading, "extract", extract)
    path = tmp_path / "旧.doc"
    path.write_bytes(b"x")
    source = Source("旧.doc", path, hashlib.sha256(b"x").hexdigest())
    made = reading.read(source, "now", tmp_path)
    assert made.fingerprint == lacking("now", ("libreoffice",))
