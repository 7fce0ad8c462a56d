"""Facts are found anew from what is kept, as if every file had been read again."""

from __future__ import annotations

import ast
import shutil
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest

import casebase
from casebase.build import doctor, reindex
from casebase.build.annotating import Kept, annotate_again
from casebase.build.workers import Task, read_all
from casebase.catalogue import Catalogue, Ledger
from casebase.document import Block, BlockKind
from casebase.entry import Entry, Fact
from casebase.errors import BadRequestError, Severity, Stage
from casebase.settings import Settings
from tests.build.conftest import Reader
from tests.build.test_reindex import A, KilledError, fill, is_right, killed

CASE = (
    "青禾职业学院机电系党支部建设纪实\n\n"
    "2023年4月12日，青禾职业学院机电系党支部与河湾村党支部结对共建，实施"
    "“一支部一品牌”创建活动，形成“1+2+N”工作法。2022年，该支部入选全省党建工作"
    "样板支部培育创建单位，学校与聊城市共同制定《关于加强支部建设的意见》。\n\n"
    "一、主要做法\n\n党员教师每月进村讲课2次，学生党员随行服务86名群众。\n"
)
NOTICE = (
    "关于做好主题党日活动的通知\n\n各党支部：\n\n现就做好本年度主题党日活动通知如下。\n\n"
    "一、每月第一周的星期三为主题党日。\n\n青禾职业学院党委\n\n2024年3月1日\n"
)
REAL = {"纪实.txt": CASE, "二/通知.txt": NOTICE}


def entries(home: Settings) -> list[Entry]:
    with Catalogue.open(home.database) as catalogue:
        return list(catalogue.all_entries())


def own(home: Settings, name: str, *lines: str) -> None:
    home.lexicons.mkdir(exist_ok=True)
    text = "\n".join(lines) + "\n"
    (home.lexicons / f"{name}.tsv").write_text(text, encoding="utf-8")


LEXICONS: dict[str, Callable[[Settings], None]] = {
    "slogans": lambda home: own(home, "slogans", "写法\t口号族", "-一支部一品牌"),
    "topics": lambda home: own(home, "topics", "主题\t词语\t不算", "纪实\t支部建设"),
    "campuses": lambda home: own(
        home, "campuses", "学校\t省份\t城市", "青禾职业学院\t山东\t聊城"
    ),
}


@pytest.mark.parametrize("lexicon", LEXICONS)
def test_a_lexicon_renews_what_a_fresh_reading_finds(
    home: Settings, tmp_path_factory: pytest.TempPathFactory, lexicon: str
) -> None:
    fill(home, REAL)
    reindex(home, jobs=1)
    before = entries(home)
    LEXICONS[lexicon](home)
    assert not all(finding.well for finding in doctor(home))
    report = reindex(home, jobs=1)
    assert (report.read, report.renewed) == (0, 2)
    after = entries(home)
    assert all(finding.well for finding in doctor(home))
    fresh = replace(home, home=tmp_path_factory.mktemp("新"))
    fresh = replace(fresh, database=f"sqlite:///{fresh.index / 'c.sqlite'}")
    shutil.copytree(home.lexicons, fresh.lexicons)
    fresh.corpus.mkdir()
    fill(fresh, REAL)
    reindex(fresh, jobs=1)
    assert after == entries(fresh)
    assert after != before


@pytest.fixture
def renewing(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Another annotator: what it says of every entry is the last of the list."""
    said = ["一"]

    def annotate(document: Any, entries: Any, _: object) -> Any:
        assert document.blocks
        if said[-1] == "坏":
            raise ValueError("坏了")
        return tuple(
            replace(entry, facts=(Fact("school", said[-1], ()),)) for entry in entries
        )

    monkeypatch.setattr("casebase.build.annotating.annotate", annotate)
    monkeypatch.setattr(
        "casebase.build.errata.annotation_fingerprint", lambda _: said[-1]
    )
    monkeypatch.setattr(
        "casebase.build.checkup.annotation_fingerprint", lambda _: said[-1]
    )
    return said


def schools(home: Settings) -> set[str | None]:
    return {entry.first("school") for entry in entries(home)}


def built(home: Settings, reader: Reader) -> None:
    fill(home, A)
    reindex(home)
    reader.taken()


def test_another_annotator_opens_no_file(
    home: Settings, reader: Reader, renewing: list[str]
) -> None:
    built(home, reader)
    renewing.append("二")
    report = reindex(home)
    assert (reader.taken(), sorted(reader.renewed)) == ([], sorted(A))
    assert (report.read, report.renewed, report.rebuilt) == (0, 3, False)
    assert schools(home) == {"二"}
    assert is_right(home, A)
    again = reindex(home)
    assert (again.renewed, again.state) == (0, report.state)
    assert all(finding.well for finding in doctor(home))


def test_the_engine_changes_only_where_records_do(
    home: Settings, reader: Reader, renewing: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    built(home, reader)
    renewing.append("二")
    first = reindex(home)
    monkeypatch.setattr("casebase.build.errata.annotation_fingerprint", lambda _: "新")
    second = reindex(home)
    assert second.renewed == 3
    assert second.state.engine_path == first.state.engine_path
    assert second.state.generation == first.state.generation + 1
    assert is_right(home, A)


def test_a_change_of_both_reads_what_changed_and_renews_the_rest(
    home: Settings, reader: Reader, renewing: list[str]
) -> None:
    built(home, reader)
    renewing.append("二")
    fill(home, A | {"甲.txt": "改了"})
    report = reindex(home)
    assert (reader.taken(), report.renewed) == (["甲.txt"], 2)
    assert is_right(home, A | {"甲.txt": "改了"})


@pytest.mark.parametrize("at", ["save", "switch", "records"])
def test_killed_the_old_facts_stand(
    home: Settings, reader: Reader, renewing: list[str], at: str
) -> None:
    built(home, reader)
    reindex(home)
    renewing.append("二")
    reindex(home)
    renewing.append("三")
    with pytest.MonkeyPatch.context() as patch:
        if at == "records":
            patch.setattr("casebase.build.cutting.record", killed)
        else:
            patch.setattr(Ledger, at, killed)
        with pytest.raises(KilledError):
            reindex(home)
    assert schools(home) == {"二"}
    assert is_right(home, A)
    reindex(home)
    assert schools(home) == {"三"}
    assert reader.taken() == []
    assert all(finding.well for finding in doctor(home))


def test_what_cannot_be_annotated_keeps_its_facts(
    home: Settings, reader: Reader, renewing: list[str]
) -> None:
    built(home, reader)
    renewing.append("二")
    reindex(home)
    renewing.append("三")
    reader.trouble = {"甲.txt"}
    report = reindex(home)
    told = [it for it in report.problems if it.document == "甲.txt"]
    assert [(it.stage, it.severity) for it in told] == [
        (Stage.ANNOTATE, Severity.DAMAGED)
    ]
    assert report.unread == 1
    assert schools(home) == {"二", "三"}
    reader.trouble = set()
    assert reindex(home).renewed == 1
    assert schools(home) == {"三"}


def test_an_annotator_that_fails_is_told_and_tried_again(
    home: Settings, reader: Reader, renewing: list[str]
) -> None:
    built(home, reader)
    renewing.append("坏")
    report = reindex(home)
    assert {it.stage for it in report.problems} == {Stage.ANNOTATE}
    assert schools(home) == {None}
    renewing.append("四")
    report = reindex(home)
    assert report.problems == ()
    assert schools(home) == {"四"}
    assert reader.taken() == []


def test_a_mistake_in_an_own_lexicon_is_told_before_anything(
    home: Settings, reader: Reader
) -> None:
    built(home, reader)
    own(home, "honours", "荣誉", "甲\t乙")
    with pytest.raises(BadRequestError, match="第 2 行"):
        reindex(home)
    assert reader.renewed == []
    assert is_right(home, A)


KEPT = {"kind", "text", "level", "page", "last_page", "rows", "header", "breaks"}


def test_annotators_use_only_what_is_kept_of_blocks() -> None:
    lost = set(asdict(Block(BlockKind.NOTE, ""))) - KEPT
    assert lost == {"measure", "gap", "boxed", "places", "recognised", "size"}
    folder = Path(casebase.__file__).parent / "annotate"
    used = {
        node.attr
        for path in folder.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
    }
    assert used & lost == set()


def test_the_pool_annotates_what_is_kept(home: Settings) -> None:
    fill(home, REAL)
    reindex(home, jobs=1)
    before = entries(home)
    with Ledger.open(home.database) as ledger:
        cards = ledger.readings()
    items = [Kept(it.name, it.document_id, it.key, home.database) for it in cards]
    shutil.rmtree(home.corpus)
    task = Task("f" * 64, home.lexicons, 2, annotate_again)
    found = {it.name: outcome for it, outcome in read_all(items, task)}
    assert before == [
        entry
        for name in sorted(found)
        for entry in found[name].entries  # type: ignore[union-attr]
    ]
