"""One file through the stages: what each failure costs."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from casebase.build import annotating, reading
from casebase.build.mishaps import FileChangedError
from casebase.build.reading import read
from casebase.catalogue import Reading
from casebase.document import Layout, Line, Metadata, Notice, Page, Source
from casebase.errors import Severity, Stage, UnreadableFileError
from casebase.extract import RecognitionNeededError, extract

TEXT = "# 支部建设纪实\n\n河湾学院党委召开会议，部署了全年的支部建设工作。\n"


@pytest.fixture
def source(tmp_path: Path) -> Source:
    path = tmp_path / "文.md"
    path.write_text(TEXT, encoding="utf-8")
    return Source("文.md", path, hashlib.sha256(TEXT.encode()).hexdigest())


def result(source: Source) -> Reading:
    return read(source, "f" * 64, source.path.parent / "lexicons")


def failing(error: Exception) -> Callable[..., Any]:
    def fail(*_: object, **__: object) -> Any:
        raise error

    return fail


def test_a_good_file(source: Source) -> None:
    found = result(source)
    assert found.document is not None
    assert found.document.title == "支部建设纪实"
    assert [entry.document for entry in found.entries] == ["文.md"]
    assert found.problems == ()


@pytest.mark.parametrize(
    ("stage", "severity", "has_document", "entries"),
    [
        ("extract", Severity.LOST, False, 0),
        ("repair", Severity.LOST, False, 0),
        ("split", Severity.LOST, True, 0),
        ("annotate", Severity.DAMAGED, True, 1),
    ],
)
@pytest.mark.parametrize(
    "error",
    [
        ValueError("第一行\n第二行"),
        MemoryError(),
        RecursionError(),
        KeyError("x" * 9999),
    ],
)
def test_each_stage_may_fail(  # noqa: PLR0913 - a table with five columns
    source: Source,
    monkeypatch: pytest.MonkeyPatch,
    stage: str,
    error: Exception,
    severity: Severity,
    *,
    has_document: bool,
    entries: int,
) -> None:
    module = annotating if stage == "annotate" else reading
    monkeypatch.setattr(module, stage, failing(error))
    found = result(source)
    assert (found.document is not None, len(found.entries)) == (has_document, entries)
    (problem,) = found.problems
    assert (problem.stage, problem.severity) == (Stage(stage), severity)
    assert "\n" not in problem.message
    assert len(problem.message) < 300
    assert problem.message.endswith("。")
    assert problem.advice.endswith("。")


def test_a_reader_says_itself_what_to_do(
    source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = UnreadableFileError("文件加了密码。", "请去掉密码。")
    monkeypatch.setattr(reading, "extract", failing(said))
    (problem,) = result(source).problems
    assert (problem.message, problem.advice) == ("文件加了密码。", "请去掉密码。")


def test_notices_become_problems(
    source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = extract
    notices = (
        Notice(3, "第三页是图片。", "请做文字识别。"),
        Notice(None, "没有日期。", "请补充。", damaged=False),
    )
    monkeypatch.setattr(
        reading, "extract", lambda given, **_: replace(real(given), notices=notices)
    )
    assert [(it.page, it.severity) for it in result(source).problems] == [
        (3, Severity.DAMAGED),
        (None, Severity.NOTE),
    ]


def test_no_entry_is_a_problem(source: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "split", lambda _: ())
    found = result(source)
    assert found.document is not None
    assert [it.severity for it in found.problems] == [Severity.LOST]


@pytest.mark.parametrize("change", ["write", "delete"])
def test_a_file_that_changed_is_not_taken_for_the_old_one(
    source: Source, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    real = extract

    def change_then_extract(given: Source, *, recognise: bool) -> Layout:
        layout = real(given, recognise=recognise)
        if change == "write":
            given.path.write_text("别的", encoding="utf-8")
        else:
            given.path.unlink()
        return layout

    monkeypatch.setattr(reading, "extract", change_then_extract)
    with pytest.raises(FileChangedError):
        result(source)


def test_halves_of_characters_do_not_reach_the_catalogue(
    source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = (
        Line("支部建设\ud800纪实", level=1),
        Line("全年召开\ud83d\ude00支部大会四次，党课六次，主题党日十二次。", gap=True),
        Line("", rows=(("甲\udc00", "乙"),)),
    )
    layout = Layout(
        "text", (Page(None, lines),), metadata=Metadata(author="作\udfff者")
    )
    monkeypatch.setattr(reading, "extract", lambda _, **__: layout)
    found = result(source)
    assert found.document is not None
    said = repr(found)
    assert said.encode()
    assert "\U0001f600" in said
    assert found.document.metadata.author == "作\ufffd者"


def test_recognition_waits_until_there_is_time_for_it(
    source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    def extract_pages(given: Source, *, recognise: bool) -> Layout:
        if not recognise:
            raise RecognitionNeededError(7)
        return extract(given)

    monkeypatch.setattr(reading, "extract", extract_pages)
    own = source.path.parent / "lexicons"
    with pytest.raises(RecognitionNeededError) as told:
        read(source, "f" * 64, own, recognise=False)
    assert told.value.pages == 7
    assert read(source, "f" * 64, own, recognise=True).entries
