"""Corrections are seen at once, and outlive the index and other bytes of a file."""

from __future__ import annotations

import shutil

import pytest
from filelock import FileLock

from casebase.build import correct, doctor, reindex, standings, undo
from casebase.catalogue import Catalogue
from casebase.corrections import Action, Fit, Wish, load
from casebase.engines import backend
from casebase.engines.engine import Request
from casebase.entry import Entry, Honour
from casebase.errors import IndexBusyError, Severity
from casebase.matching import All
from casebase.settings import Settings
from tests.build.conftest import Reader
from tests.build.test_reindex import A, fill, is_right

SCHOOL = Wish(Action.SET, "school", "青禾职业学院")
HONOUR = Wish(Action.ADD, "honours", Honour("样板支部", "省级", status="获评"))


def entry(home: Settings, name: str = "甲.txt") -> Entry:
    with Catalogue.open(home.database) as catalogue:
        return next(it for it in catalogue.all_entries() if it.document == name)


def fits(home: Settings) -> list[Fit]:
    with Catalogue.open(home.database) as catalogue:
        return [it.fit for it in standings(home, catalogue)]


def notes(home: Settings) -> dict[str, str]:
    with Catalogue.open(home.database) as catalogue:
        return {
            it.document: it.message
            for it in catalogue.problems()
            if "更正" in it.message and it.severity is Severity.NOTE
        }


@pytest.fixture
def built(home: Settings, reader: Reader) -> Settings:
    fill(home, A)
    reindex(home)
    reader.taken()
    return home


def test_a_correction_is_seen_at_once(built: Settings, reader: Reader) -> None:
    others = [entry(built, name) for name in ("丙.txt", "二/乙.txt")]
    assert correct(built, entry(built), SCHOOL, "张三").pending is None
    assert correct(built, entry(built), HONOUR, "张三").pending is None
    found = entry(built)
    assert found.first("school") == "青禾职业学院"
    assert found.values("honours") == [HONOUR.value]
    assert found.corrected == ("school", "honours")
    assert (reader.taken(), reader.renewed) == ([], ["甲.txt", "甲.txt"])
    assert [entry(built, name) for name in ("丙.txt", "二/乙.txt")] == others
    assert is_right(built, A)
    assert all(finding.well for finding in doctor(built))
    report = reindex(built)
    assert (report.read, report.renewed) == (0, 0)
    assert entry(built) == found


def test_the_engine_counts_it(built: Settings) -> None:
    correct(built, entry(built), SCHOOL, "张三")
    with Catalogue.open(built.database) as catalogue:
        state = catalogue.state()
    assert state is not None
    engine = backend(state.engine).open(built.index / state.engine_path)
    try:
        found = engine.search(Request(All(), facets={"school": 5}))
    finally:
        engine.close()
    assert [(it.value, it.count) for it in found.facets["school"]] == [
        ("青禾职业学院", 1)
    ]


@pytest.mark.parametrize("what", ["again", "full", "no index", "moved"])
def test_corrections_outlive(built: Settings, what: str) -> None:
    correct(built, entry(built), SCHOOL, "张三")
    name = "甲.txt"
    if what == "no index":
        shutil.rmtree(built.index)
    if what == "moved":
        name = "新处/甲.txt"
        (built.corpus / "新处").mkdir()
        (built.corpus / "甲.txt").rename(built.corpus / name)
    reindex(built, full=what == "full")
    assert entry(built, name).first("school") == "青禾职业学院"
    assert fits(built) == [Fit.WHOLE]
    assert notes(built) == {}
    assert all(finding.well for finding in doctor(built))


def test_other_bytes_with_the_same_title(built: Settings) -> None:
    fill(built, A | {"甲.txt": "题目\n旧"})
    reindex(built)
    correct(built, entry(built), SCHOOL, "张三")
    fill(built, A | {"甲.txt": "题目\n新"})
    reindex(built)
    assert entry(built).first("school") == "青禾职业学院"
    assert fits(built) == [Fit.CHANGED]
    assert "原文有变" in notes(built)["甲.txt"]
    fill(built, A | {"甲.txt": "别的题目\n新"})
    reindex(built)
    assert entry(built).first("school") is None
    assert fits(built) == [Fit.NONE]
    assert "没有用上" in notes(built)["甲.txt"]
    assert all(finding.well for finding in doctor(built))
    fill(built, A | {"甲.txt": "题目\n旧"})
    reindex(built)
    assert (fits(built), notes(built)) == ([Fit.WHOLE], {})


def test_a_document_that_is_gone(built: Settings) -> None:
    correct(built, entry(built), SCHOOL, "张三")
    fill(built, {"丙.txt": A["丙.txt"]})
    reindex(built)
    assert fits(built) == [Fit.NONE]
    assert "不在" in notes(built)["甲.txt"]
    (kept,) = load(built.workspace)
    assert undo(built, kept, "张三").pending is None
    assert (fits(built), notes(built)) == ([], {})


def test_taking_back_shows_what_the_rules_found(built: Settings) -> None:
    made = correct(built, entry(built), SCHOOL, "张三").correction
    undo(built, made, "李四")
    assert (entry(built).first("school"), entry(built).corrected) == (None, ())
    assert load(built.workspace) == ()
    assert all(finding.well for finding in doctor(built))


def test_while_another_writes_it_is_kept_for_later(built: Settings) -> None:
    with FileLock(built.index / "writing.lock"):
        done = correct(built, entry(built), SCHOOL, "张三")
    assert isinstance(done.pending, IndexBusyError)
    assert entry(built).first("school") is None
    assert not all(finding.well for finding in doctor(built))
    assert reindex(built).renewed == 1
    assert entry(built).first("school") == "青禾职业学院"


def test_other_problems_stay(home: Settings, reader: Reader) -> None:
    fill(home, A | {"表.xlsx": "表", "又甲.txt": A["甲.txt"]})
    before = reindex(home).problems
    assert len(before) == 2
    correct(home, entry(home, "又甲.txt"), SCHOOL, "张三")
    with Catalogue.open(home.database) as catalogue:
        assert set(catalogue.problems()) == set(before)
    assert len(reader.renewed) == 1


def test_a_school_brings_its_place_with_it(built: Settings) -> None:
    correct(built, entry(built), Wish(Action.SET, "school", "聊城青禾学院"), "张三")
    found = entry(built)
    assert (found.first("province"), found.first("city")) == ("山东", "聊城")
    assert found.corrected == ("school", "province", "city")
    reindex(built, full=True)
    again = entry(built)
    assert again.corrected == found.corrected
    assert (again.first("province"), again.first("city")) == ("山东", "聊城")
    correct(built, entry(built), Wish(Action.SET, "city", "德州"), "张三")
    assert entry(built).first("city") == "德州"
    for made in load(built.workspace):
        undo(built, made, "李四")
    assert (entry(built).first("province"), entry(built).corrected) == (None, ())


def test_an_honour_is_added_and_a_wrong_one_taken_out(built: Settings) -> None:
    wrong = Wish(Action.ADD, "honours", Honour("标杆院系", "省级", status="入选"))
    correct(built, entry(built), HONOUR, "张三")
    correct(built, entry(built), wrong, "张三")
    out = Wish(Action.REMOVE, "honours", {"name": "标杆院系", "status": "入选"})
    correct(built, entry(built), out, "李四")
    reindex(built, full=True)
    assert entry(built).values("honours") == [HONOUR.value]
    assert entry(built).corrected == ("honours",)
