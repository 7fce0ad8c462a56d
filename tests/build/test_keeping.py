"""A trouble that passes takes nothing out of the index."""

from __future__ import annotations

import pytest

from casebase.build import Report, doctor, reindex
from casebase.errors import CasebaseError, Severity
from casebase.settings import Settings
from tests.build.conftest import Reader
from tests.build.test_reindex import Corpus, fill, held, is_right

A = {"甲.txt": "甲的内容", "乙.txt": "乙的内容", "又乙.txt": "乙的内容"}


def built(home: Settings, reader: Reader, corpus: Corpus) -> None:
    fill(home, corpus)
    reindex(home)
    reader.taken()


def told(report: Report) -> dict[str, Severity]:
    return {it.document: it.severity for it in report.problems if "终止" in it.message}


@pytest.mark.parametrize("full", [True, False])
@pytest.mark.parametrize("trouble", [{"甲.txt"}, {"乙.txt"}, set(A)])
def test_the_same_bytes_keep_their_reading(
    home: Settings,
    reader: Reader,
    monkeypatch: pytest.MonkeyPatch,
    *,
    full: bool,
    trouble: set[str],
) -> None:
    built(home, reader, A)
    if not full:  # an upgrade, then
        for module in ("snapshot", "intake", "checkup"):
            name = f"casebase.build.{module}.reading_fingerprint"
            monkeypatch.setattr(name, lambda *_: "n" * 64)
    reader.trouble = trouble
    report = reindex(home, full=full)
    assert is_right(home, A)
    main = trouble & {"甲.txt", "乙.txt"}
    assert told(report) == dict.fromkeys(main, Severity.DAMAGED)
    assert report.unread == len(main)
    reader.trouble = set()
    reader.taken()
    again = reindex(home)
    assert reader.taken() == ([] if full else sorted(main)), "a good reading is good"
    assert told(again) == {}
    assert is_right(home, A)
    assert all(finding.well for finding in doctor(home))


CHANGES: dict[str, tuple[Corpus, set[str], Corpus]] = {
    "one of them": (A | {"甲.txt": "新"}, {"甲.txt"}, A),
    "both copies, apart": (
        {"甲.txt": "甲的内容", "乙.txt": "二", "又乙.txt": "三"},
        {"乙.txt", "又乙.txt"},
        A,
    ),
    "the first of two copies": (
        A | {"乙.txt": "新"},
        {"乙.txt"},
        {"甲.txt": "甲的内容", "又乙.txt": "乙的内容"},
    ),
    "its old bytes lie elsewhere": (
        {"丙.txt": "甲的内容", "甲.txt": "新"},
        {"甲.txt"},
        {"丙.txt": "甲的内容"},
    ),
    "two become one": (
        {"甲.txt": "同", "乙.txt": "同"},
        {"乙.txt", "甲.txt"},
        {"甲.txt": "甲的内容", "乙.txt": "乙的内容"},
    ),
    "a new one": (A | {"丙.txt": "丙"}, {"丙.txt"}, A),
}


@pytest.mark.parametrize("case", CHANGES)
def test_a_changed_file_shows_its_last_version(
    home: Settings, reader: Reader, case: str
) -> None:
    built(home, reader, A)
    corpus, reader.trouble, shown = CHANGES[case]
    fill(home, corpus)
    report = reindex(home)
    assert is_right(home, shown)
    for name, severity in told(report).items():
        still = name in shown
        assert severity is (Severity.DAMAGED if still else Severity.LOST), name
    assert report.unread
    assert not all(finding.well for finding in doctor(home))
    reader.trouble = set()
    assert told(reindex(home)) == {}
    assert is_right(home, corpus)
    assert all(finding.well for finding in doctor(home))


def test_a_file_that_is_gone_is_not_kept(
    home: Settings, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(home, reader, A)
    reader.trouble = {"甲.txt"}
    real = reader.read_all

    def taken_away(sources, task):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN202
        (home.corpus / "甲.txt").unlink()
        return real(sources, task)

    monkeypatch.setattr("casebase.build.workers.read_all", taken_away)
    reindex(home, full=True)
    assert {text for text, _ in held(home).values()} == {"乙的内容"}


def test_when_nothing_can_be_read_the_index_stays(
    home: Settings, monkeypatch: pytest.MonkeyPatch, reader: Reader
) -> None:
    built(home, reader, A)
    monkeypatch.undo()
    monkeypatch.setattr("casebase.build.ahead.begin", _fails)
    with pytest.raises(CasebaseError, match="启动不了"):
        reindex(home, full=True)
    assert is_right(home, A)
    assert all(finding.well for finding in doctor(home))


def _fails(_: int) -> None:
    raise OSError
