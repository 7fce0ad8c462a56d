"""Re-indexing: incremental, resumable, and always the same as from nothing."""

from __future__ import annotations

import contextlib
import random
import shutil
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casebase import extras
from casebase.build import doctor, reindex
from casebase.catalogue import Catalogue, Ledger
from casebase.engines import ENGINES, backend
from casebase.errors import BadRequestError, CasebaseError, IndexBusyError, Severity
from casebase.settings import Settings
from tests.build.conftest import Reader

Corpus = dict[str, str]


def fill(home: Settings, corpus: Corpus) -> None:
    shutil.rmtree(home.corpus)
    home.corpus.mkdir()
    for name, text in corpus.items():
        path = home.corpus / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def held(home: Settings) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Of each entry its text and paths, once in the catalogue and in the engine."""
    with Catalogue.open(home.database) as catalogue:
        state = catalogue.state()
        assert state is not None
        also = {card.name: card.also for card in catalogue.documents()}
        entries = {
            entry.id: (entry.text, (entry.document, *also[entry.document]))
            for entry in catalogue.all_entries()
        }
    engine = backend(state.engine).open(home.index / state.engine_path)
    try:
        assert engine.ids() == set(entries)
    finally:
        engine.close()
    assert (state.documents, state.entries) == (len(also), len(entries))
    return entries


def wanted(corpus: Corpus) -> list[tuple[str, tuple[str, ...]]]:
    by_text: dict[str, list[str]] = {}
    for name in sorted(corpus):
        by_text.setdefault(corpus[name], []).append(name)
    return sorted((text, tuple(names)) for text, names in by_text.items())


def is_right(home: Settings, corpus: Corpus) -> bool:
    return sorted(held(home).values()) == wanted(corpus)


A = {"甲.txt": "甲的内容", "二/乙.txt": "乙的内容", "丙.txt": "丙的内容"}


def test_only_what_changed_is_read(home: Settings, reader: Reader) -> None:
    b = {"甲.txt": "改了", "三/乙.txt": "乙的内容"}
    c = {"甲.txt": "改了", "丁.txt": "改了"}
    steps: list[tuple[Corpus, list[str], dict[str, list[str]]]] = [
        (A, sorted(A), {"new": sorted(A)}),
        (A, [], {"unchanged": sorted(A)}),
        (A | {"甲.txt": "改了"}, ["甲.txt"], {"changed": ["甲.txt"]}),
        (b, [], {"moved": ["三/乙.txt"], "removed": ["丙.txt"]}),
        (c, ["丁.txt"], {"new": ["丁.txt"], "removed": ["三/乙.txt"]}),
        ({}, [], {"removed": ["丁.txt", "甲.txt"]}),
        (A, sorted(A), {"new": sorted(A)}),
    ]
    for corpus, read, told in steps:
        fill(home, corpus)
        report = reindex(home)
        assert reader.taken() == sorted(read)
        assert report.read == len(read)
        for kind, names in told.items():
            assert list(getattr(report.changes, kind)) == sorted(names), corpus
        assert is_right(home, corpus)
        assert all(finding.well for finding in doctor(home))


def test_a_run_with_nothing_to_do_changes_nothing(
    home: Settings, reader: Reader
) -> None:
    fill(home, A)
    first = reindex(home)
    reader.taken()
    second = reindex(home)
    assert second.state == first.state
    assert not second.rebuilt
    assert len(list((home.index / "engine").iterdir())) == 1


def test_another_engine_is_built_from_the_catalogue_and_kept(
    home: Settings, reader: Reader
) -> None:
    fill(home, A)
    assert reindex(home).state.engine == ENGINES[0]
    reader.taken()
    for name in reversed(ENGINES):
        switched = reindex(home, engine=name)
        assert switched.state.engine == name
        assert switched.rebuilt
        assert reader.taken() == []
        assert is_right(home, A)
        assert reindex(home).state == switched.state
    by_settings = replace(home, engine="tantivy")
    assert reindex(by_settings).state.engine == "tantivy"
    assert reindex(by_settings, engine="whoosh").state.engine == "whoosh"
    assert reindex(by_settings).state.engine == "tantivy"
    fill(home, A | {"丁.txt": "丁的内容"})
    grown = reindex(home)
    assert grown.state.engine == "tantivy"
    assert not grown.rebuilt
    assert reader.taken() == ["丁.txt"]
    assert is_right(home, A | {"丁.txt": "丁的内容"})


def test_an_engine_that_is_gone_is_missed(
    home: Settings, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(home, A)
    reindex(home, engine="tantivy")
    reader.taken()
    monkeypatch.setattr(extras, "fast_engine", lambda: False)
    with pytest.raises(BadRequestError, match="没有安装"):
        reindex(home)
    assert reindex(home, engine="whoosh").state.engine == "whoosh"
    assert reader.taken() == []


def test_full_reads_and_builds_everything(home: Settings, reader: Reader) -> None:
    fill(home, A)
    first = reindex(home)
    reader.taken()
    second = reindex(home, full=True)
    assert reader.taken() == sorted(A)
    assert second.rebuilt
    assert second.state.generation == first.state.generation + 1
    assert is_right(home, A)


@pytest.mark.parametrize("stale", ["reading_fingerprint", "record_fingerprint"])
def test_an_upgrade_makes_things_stale(
    home: Settings, reader: Reader, monkeypatch: pytest.MonkeyPatch, stale: str
) -> None:
    fill(home, A)
    reindex(home)
    reader.taken()
    for module in ("snapshot", "intake", "checkup"):
        if stale == "record_fingerprint" and module == "intake":
            continue
        monkeypatch.setattr(f"casebase.build.{module}.{stale}", lambda *_: "n" * 64)
    assert not all(finding.well for finding in doctor(home))
    report = reindex(home)
    assert reader.taken() == (sorted(A) if stale == "reading_fingerprint" else [])
    assert report.rebuilt == (stale == "record_fingerprint")
    assert is_right(home, A)
    assert all(finding.well for finding in doctor(home))


NAMES = st.sampled_from(["甲.txt", "乙.txt", "一/甲.txt", "一/丙.txt"])
CORPORA = st.dictionaries(NAMES, st.sampled_from(["子", "丑", "寅"]), max_size=4)


STEPS = st.lists(
    st.tuples(CORPORA, st.sampled_from(["", "", "full", "lost"])),
    min_size=1,
    max_size=5,
)


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(STEPS)
@pytest.mark.usefixtures("reader")
def test_any_history_ends_as_from_nothing(
    home: Settings, history: list[tuple[Corpus, str]]
) -> None:
    # Whoosh names its files at random, and hypothesis makes chance repeat itself.
    random.seed()
    for corpus, what in history:
        fill(home, corpus)
        if what == "lost":
            shutil.rmtree(home.index, ignore_errors=True)
        reindex(home, full=what == "full")
        assert is_right(home, corpus)


class KilledError(BaseException):
    """As if the process ended here."""


def killed(*_: object, **__: object) -> Any:
    raise KilledError


def kill_at_save(monkeypatch: pytest.MonkeyPatch, saves: int) -> None:
    real, left = Ledger.save, iter(range(saves))

    def save(*args: Any) -> None:
        if next(left, None) is None:
            killed()
        real(*args)

    monkeypatch.setattr(Ledger, "save", save)


def kill_in_the_middle_of_records(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("casebase.build.cutting.record", killed)


def kill_before_the_switch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Ledger, "switch", killed)


def kill_within_the_switch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("casebase.catalogue.ledger.problem_row", killed)


def kill_after_the_switch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("casebase.build.run.Report", killed)


KILLS: dict[str, tuple[Callable[[pytest.MonkeyPatch], None], int]] = {
    "before any save": (lambda patch: kill_at_save(patch, 0), 3),
    "after two saves": (lambda patch: kill_at_save(patch, 2), 1),
    "in the engine": (kill_in_the_middle_of_records, 0),
    "before the switch": (kill_before_the_switch, 0),
    "in the switch": (kill_within_the_switch, 0),
    "after the switch": (kill_after_the_switch, 0),
}


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize("kill", KILLS)
def test_killed_anywhere_the_old_or_the_new_is_whole(
    home: Settings, reader: Reader, *, kill: str, first: bool
) -> None:
    if not first:
        fill(home, A)
        reindex(home)
        reader.taken()
    changed = {name: f"新的{text}" for name, text in A.items()}
    fill(home, changed)
    (home.corpus / "不认识.xyz").touch()  # so that the switch has a problem to write
    arrange, left = KILLS[kill]
    with pytest.MonkeyPatch.context() as patch:
        arrange(patch)
        with pytest.raises(KilledError):
            reindex(home)
    if kill == "after the switch":
        assert is_right(home, changed)
    elif not first:
        assert is_right(home, A)
    reader.taken()
    reindex(home)
    assert len(reader.taken()) == left, "what was saved is not read again"
    assert is_right(home, changed)
    assert all(finding.well for finding in doctor(home))
    reindex(home)
    assert len(list((home.index / "engine").iterdir())) == 1, "left-overs are swept"


def test_interrupted_readings_are_kept(home: Settings, reader: Reader) -> None:
    fill(home, A)
    reader.fail_after = 2
    with pytest.raises(KeyboardInterrupt):
        reindex(home)
    reader.fail_after = None
    assert len(reader.taken()) == 2
    reindex(home)
    assert len(reader.taken()) == 1
    assert is_right(home, A)


DAMAGES: dict[str, Callable[[Settings], object]] = {
    "catalogue": lambda home: (home.index / "catalogue.sqlite").write_bytes(
        b"x" * 9999
    ),
    "engine file": lambda home: _engine_file(home).write_bytes(b"x"),
    "engine folder": lambda home: shutil.rmtree(home.index / "engine"),
    "all": lambda home: shutil.rmtree(home.index),
}


def _engine_file(home: Settings) -> Path:
    files = [path for path in (home.index / "engine").rglob("*") if path.is_file()]
    return max(files, key=lambda path: path.stat().st_size)


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.usefixtures("reader")
def test_what_is_damaged_is_told_and_built_anew(home: Settings, damage: str) -> None:
    fill(home, A)
    reindex(home)
    DAMAGES[damage](home)
    with contextlib.suppress(CasebaseError):  # where there is no index at all
        assert not all(finding.well for finding in doctor(home))
    report = reindex(home)
    assert is_right(home, A)
    assert all(finding.well for finding in doctor(home))
    assert (report.set_aside is not None) == (damage == "catalogue")


def test_one_writer_at_a_time(home: Settings, reader: Reader) -> None:
    fill(home, A)
    home.index.mkdir(exist_ok=True)
    with (
        FileLock(home.index / "writing.lock"),
        pytest.raises(IndexBusyError, match="另一个"),
    ):
        reindex(home)
    assert reader.taken() == []
    reindex(home)
    assert is_right(home, A)


@pytest.mark.usefixtures("reader")
def test_readers_never_see_half(home: Settings) -> None:
    generations = [{"甲.txt": f"{n}", "乙.txt": f"{n} 二"} for n in range(6)]
    fill(home, generations[0])
    reindex(home)
    allowed = [wanted(corpus) for corpus in generations]
    seen, failures, stop = set(), [], threading.Event()

    def look() -> None:
        with Catalogue.open(home.database) as catalogue:
            while not stop.is_set():
                state = catalogue.state()
                found = catalogue.files()
                if state == catalogue.state():
                    seen.add(tuple(file.digest for file in found))
                if len(found) != 2:
                    failures.append(found)

    thread = threading.Thread(target=look)
    thread.start()
    try:
        for corpus in generations[1:]:
            fill(home, corpus)
            reindex(home)
    finally:
        stop.set()
        thread.join()
    assert failures == []
    assert 1 <= len(seen) <= len(allowed)


def test_problems_of_files_are_recorded(home: Settings, reader: Reader) -> None:
    fill(home, {"甲.txt": "甲", "又甲.txt": "甲", "表.xlsx": "表"})
    report = reindex(home)
    found = {(it.document, it.severity) for it in report.problems}
    assert found == {("表.xlsx", Severity.LOST), ("甲.txt", Severity.NOTE)}
    assert report.lost == 1
    assert reader.taken() == ["又甲.txt"]
    assert all(finding.well for finding in doctor(home)), "recorded problems are fine"


@pytest.mark.usefixtures("reader")
def test_an_empty_corpus_is_fine(home: Settings) -> None:
    report = reindex(home)
    assert (report.entries, report.lost, report.problems) == (0, 0, ())
    assert held(home) == {}
    assert all(finding.well for finding in doctor(home))
