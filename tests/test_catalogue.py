"""The catalogue: what goes in comes out, and only whole snapshots are seen."""

from __future__ import annotations

import os
import sqlite3
import string
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebase.catalogue import (
    Catalogue,
    FileRow,
    Ledger,
    Reading,
    State,
    schema,
    set_aside,
)
from casebase.catalogue.connection import connect
from casebase.document import Block, BlockKind, Document, Metadata
from casebase.entry import (
    Brand,
    Entry,
    Evidence,
    Fact,
    Honour,
    Kind,
    Method,
    Paragraph,
    Policy,
    Quantity,
    Role,
    Slogan,
)
from casebase.errors import (
    BadRequestError,
    CasebaseError,
    IndexDamagedError,
    IndexMissingError,
    NotFoundError,
    Problem,
    Severity,
    Stage,
)

STATE = State(1, "whoosh", "engine/1", "r" * 64, "2024-05-01T08:00:00+08:00", 1, 1)
WORDS = Evidence("text", 0, 2, "甲乙", "规则")
FACTS = (
    Fact("school", "青禾职业学院", (WORDS,)),
    Fact("year", 2023, ()),
    Fact("brands", Brand("红色驿站", "机电系党支部"), (WORDS, WORDS)),
    Fact("brands", Brand("先锋岗"), ()),
    Fact("methods", Method("1+2+N", ("一个核心", "两个平台"), national=False), ()),
    Fact("slogans", Slogan("一部一品", "一支部一品牌"), (WORDS,)),
    Fact("honours", Honour("样板支部", "省级", "第二批", "获评", None, 2022), ()),
    Fact("policies", Policy("关于某事的通知", "青发〔2021〕3号", "青禾市委"), ()),
    Fact("quantities", Quantity("近210万元", 2_100_000, "元", "近", None, 2022), ()),
)


def entry_for(of: str, ordinal: int, **changes: Any) -> Entry:
    made = Entry(
        id=f"{of}-{ordinal}",
        document_id=of,
        document="某.txt",
        document_title="某文",
        subtitle="",
        kind=Kind.CASE,
        number=ordinal,
        title=f"第{ordinal}个",
        path=("上", "中"),
        pages=(ordinal, ordinal + 1),
        paragraphs=(
            Paragraph("甲乙\t丙", Role.ROW, 0, 3),
            Paragraph("第一条　内容", Role.BODY, 0, None, "第一条"),
            Paragraph("小标题", Role.HEADING, 2, 4),
        ),
        facts=FACTS,
    )
    return replace(made, **changes)


def reading_for(of: str, count: int = 2, **changes: Any) -> Reading:
    whole = Document(
        id=of,
        name="某.txt",
        format="text",
        title="某文",
        subtitle="副题",
        blocks=(
            Block(BlockKind.HEADING, "小标题", 2, 4, 4),
            Block(BlockKind.TABLE, "", 0, 5, 6, (("甲", "乙"), ("丙", ""))),
        ),
        metadata=Metadata(author="作者", date="2024-05"),
        page_count=9,
    )
    made = Reading(
        document_id=of,
        name="某.txt",
        fingerprint="f" * 64,
        document=whole,
        entries=tuple(entry_for(of, n) for n in range(1, count + 1)),
        problems=(
            Problem("某.txt", 3, Stage.EXTRACT, Severity.DAMAGED, "坏了。", "请重做。"),
        ),
    )
    return replace(made, **changes)


def show(ledger: Ledger, *files: FileRow, problems: tuple[Problem, ...] = ()) -> None:
    state = ledger.state() or STATE
    ledger.switch(replace(state, generation=state.generation + 1), files, problems)


def row(name: str, key: str, *, main: bool = True) -> FileRow:
    return FileRow(name, "d" * 64, key, main)


POSTGRESQL = os.environ.get("CASEBASE_TEST_POSTGRESQL", "")


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / '索 引' / 'c.sqlite'}"


@pytest.fixture(
    params=[
        "sqlite",
        pytest.param(
            "postgresql",
            marks=pytest.mark.skipif(
                not POSTGRESQL,
                reason="CASEBASE_TEST_POSTGRESQL names no empty database",
            ),
        ),
    ]
)
def any_url(request: pytest.FixtureRequest, url: str) -> str:
    """A database of each kind, empty."""
    if request.param == "sqlite":
        return url
    engine = connect(POSTGRESQL)
    with engine.begin() as connection:
        schema.METADATA.drop_all(connection)
    engine.dispose()
    return POSTGRESQL


# Of tests that do to the file what cannot be done to a server.
SQLITE_ONLY = pytest.mark.parametrize("any_url", ["sqlite"], indirect=True)


@pytest.fixture
def ledger(any_url: str) -> Iterator[Ledger]:
    with Ledger.open(any_url) as opened:
        yield opened


@pytest.fixture
def shown(ledger: Ledger, any_url: str) -> Iterator[Catalogue]:
    """Two documents: one at two paths with a problem, one plain."""
    ledger.save(reading_for("a" * 16), "k1")
    ledger.save(reading_for("b" * 16, 1), "k2")
    lost = Problem("x.exe", None, Stage.SCAN, Severity.LOST, "不认识。", "请另存。")
    show(
        ledger,
        row("一/甲.txt", "k1"),
        row("二/甲抄.txt", "k1", main=False),
        row("乙.md", "k2"),
        problems=(lost,),
    )
    with Catalogue.open(any_url) as opened:
        yield opened


def test_entries_come_back_as_they_went_in(shown: Catalogue) -> None:
    sent = entry_for("a" * 16, 2)
    assert shown.entry(sent.id) == replace(sent, document="一/甲.txt")


def test_document_comes_back_under_its_present_name(shown: Catalogue) -> None:
    sent = reading_for("a" * 16).document
    assert sent is not None
    assert shown.text("a" * 16) == replace(sent, name="一/甲.txt")


def test_card_knows_the_other_paths(shown: Catalogue) -> None:
    card = shown.document("二/甲抄.txt")
    assert (card.name, card.also) == ("一/甲.txt", ("二/甲抄.txt",))
    assert (card.entry_count, card.page_count) == (2, 9)
    assert card.metadata == Metadata(author="作者", date="2024-05")


@pytest.mark.parametrize(
    "name",
    [
        "a" * 16,
        "一/甲.txt",
        "corpus/一/甲.txt",
        "甲.txt",
        "甲",
        "一/甲",
        "甲抄",
        "./一/甲.txt",
    ],
)
def test_documents_are_found_by_many_names(shown: Catalogue, name: str) -> None:
    assert shown.document(name).id == "a" * 16


@pytest.mark.parametrize("name", ["", "丙", "一", "' OR 1=1 --", "%", "甲" * 5000])
def test_an_unknown_name_is_told(shown: Catalogue, name: str) -> None:
    with pytest.raises(NotFoundError, match="没有叫"):
        shown.document(name)


def test_a_name_that_fits_several_is_told(shown: Catalogue) -> None:
    with pytest.raises(NotFoundError, match=r"一/甲\.txt"):
        shown.document("某文")


def test_entries_keep_the_order_asked_for(shown: Catalogue) -> None:
    ids = [f"{'b' * 16}-1", "none-1", f"{'a' * 16}-2", f"{'a' * 16}-1"]
    assert [entry.id for entry in shown.entries(ids)] == [ids[0], ids[2], ids[3]]


def test_more_entries_than_one_statement_takes(ledger: Ledger, any_url: str) -> None:
    ledger.save(reading_for("c" * 16, 1203), "k")
    show(ledger, row("多.txt", "k"))
    with Catalogue.open(any_url) as opened:
        ids = [entry.id for entry in opened.all_entries()]
        assert [int(entry_id.split("-")[1]) for entry_id in ids] == list(range(1, 1204))
        assert [entry.id for entry in opened.entries(ids[::-1])] == ids[::-1]
        assert opened.entry_ids() == set(ids)


def test_all_entries_go_by_name_and_reading_order(shown: Catalogue) -> None:
    found = [(entry.document, entry.number) for entry in shown.all_entries()]
    assert found == sorted(found)
    assert len(found) == 3
    assert len(list(shown.all_entries("乙.md"))) == 1


def test_neighbours_end_with_the_document(shown: Catalogue) -> None:
    first, second = shown.all_entries("甲.txt")
    before, after = shown.neighbours(first)
    assert before is None
    assert after is not None
    assert after.id == second.id
    assert shown.neighbours(second)[1] is None


def test_problems_of_readings_and_of_the_snapshot(shown: Catalogue) -> None:
    assert [(it.document, it.severity) for it in shown.problems()] == [
        ("x.exe", Severity.LOST),
        ("一/甲.txt", Severity.DAMAGED),
        ("乙.md", Severity.DAMAGED),
    ]


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("school", ["青禾职业学院"]),
        ("year", ["2023"]),
        ("kind", ["case"]),
        ("number", ["1", "2"]),
        ("document", ["一/甲.txt", "乙.md"]),
        ("method", ["1+2+N"]),
        ("family", ["一支部一品牌"]),
        ("docno", ["青发〔2021〕3号"]),
        ("city", []),
    ],
)
def test_facet_values(shown: Catalogue, field: str, values: list[str]) -> None:
    assert sorted(shown.facet_values(field)) == sorted(values)


def test_what_is_saved_is_not_seen_before_the_switch(
    ledger: Ledger, shown: Catalogue
) -> None:
    newer = reading_for("a" * 16, 7)
    ledger.save(newer, "k9")
    ledger.save(reading_for("c" * 16), "k3")
    assert len(list(shown.all_entries())) == 3
    show(ledger, row("一/甲.txt", "k9"))
    assert len(list(shown.all_entries())) == 7
    assert [card.name for card in shown.documents()] == ["一/甲.txt"]
    assert {it.document for it in shown.problems()} == {"一/甲.txt"}


def test_a_failed_switch_changes_nothing(ledger: Ledger, shown: Catalogue) -> None:
    before = (shown.state(), shown.files(), shown.problems())
    with pytest.raises(CasebaseError):
        show(ledger, row("新.txt", "no such reading"))
    assert (shown.state(), shown.files(), shown.problems()) == before


def test_sweeping_leaves_what_is_shown_or_wanted(
    ledger: Ledger, shown: Catalogue
) -> None:
    for key in ("k3", "k4"):
        ledger.save(reading_for("c" * 16), key)
    assert ledger.sweep(["k4"]) == 1
    assert {card.key for card in ledger.readings()} == {"k1", "k2", "k4"}
    assert len(list(shown.all_entries())) == 3


def test_bytes_keep_the_day_they_came(ledger: Ledger, any_url: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("casebase.catalogue.ledger._now", lambda: "2024-01-01")
        ledger.save(reading_for("a" * 16), "k1")
        patch.setattr("casebase.catalogue.ledger._now", lambda: "2025-01-01")
        ledger.save(reading_for("a" * 16), "k2")
    show(ledger, row("甲.txt", "k2"))
    with Catalogue.open(any_url) as opened:
        assert opened.document("甲.txt").added == "2024-01-01"


def test_lost_files_are_no_documents(ledger: Ledger, any_url: str) -> None:
    ledger.save(reading_for("a" * 16, 0, document=None), "k1")
    show(ledger, row("坏.pdf", "k1"))
    with Catalogue.open(any_url) as opened:
        assert opened.documents() == []
        assert [it.document for it in opened.problems()] == ["坏.pdf"]


TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@given(title=TEXT, texts=st.lists(TEXT), name=st.text(string.printable, min_size=1))
def test_any_text_comes_back(
    tmp_path_factory: pytest.TempPathFactory, title: str, texts: list[str], name: str
) -> None:
    url = f"sqlite:///{tmp_path_factory.mktemp('any') / 'c.sqlite'}"
    paragraphs = tuple(map(Paragraph, texts))
    sent = entry_for("a" * 16, 1, title=title, paragraphs=paragraphs, document=name)
    with Ledger.open(url) as ledger:
        ledger.save(reading_for("a" * 16, entries=(sent,)), "k")
        show(ledger, row(name, "k"))
    with Catalogue.open(url) as opened:
        assert opened.entry(sent.id) == sent


def test_nothing_there_is_told_and_nothing_made(tmp_path: Path) -> None:
    with pytest.raises(IndexMissingError, match="casebase reindex"):
        Catalogue.open(f"sqlite:///{tmp_path}/c.sqlite")
    assert list(tmp_path.iterdir()) == []


def test_an_unfinished_first_run_counts_as_nothing(
    ledger: Ledger, any_url: str
) -> None:
    ledger.save(reading_for("a" * 16), "k1")
    with pytest.raises(IndexMissingError):
        Catalogue.open(any_url)


@SQLITE_ONLY
@pytest.mark.parametrize("damage", [b"", b"not a database at all" * 500])
def test_a_damaged_file_is_told_and_can_be_set_aside(
    ledger: Ledger, url: str, damage: bytes
) -> None:
    show(ledger)
    path = Path(url.removeprefix("sqlite:///"))
    path.write_bytes(damage)
    with pytest.raises((IndexDamagedError, IndexMissingError), match="reindex"):
        Catalogue.open(url)
    if damage:
        with pytest.raises(IndexDamagedError):
            Ledger.open(url)
        aside = set_aside(url)
        assert aside is not None
        assert aside.read_bytes() == damage
    with Ledger.open(url) as anew:
        assert anew.state() is None


@SQLITE_ONLY
def test_another_version_is_told_and_built_anew(ledger: Ledger, url: str) -> None:
    show(ledger)
    raw = sqlite3.connect(url.removeprefix("sqlite:///"))
    raw.execute("UPDATE casebase_version SET version = 0")
    raw.commit()
    raw.close()
    with pytest.raises(IndexDamagedError, match="另一个版本"):
        Catalogue.open(url)
    with Ledger.open(url) as anew:
        assert anew.state() is None
        assert anew.files() == []


@SQLITE_ONLY
def test_a_json_column_that_is_none_is_damage(shown: Catalogue, url: str) -> None:
    raw = sqlite3.connect(url.removeprefix("sqlite:///"))
    raw.execute("UPDATE entries SET facts = '[[' WHERE reading = 'k1'")
    raw.commit()
    raw.close()
    with pytest.raises(IndexDamagedError):
        shown.entry(f"{'a' * 16}-1")
    assert shown.entry(f"{'b' * 16}-1").facts == FACTS


@SQLITE_ONLY
def test_a_file_deleted_under_a_reader_is_told_and_its_successor_is_read(
    shown: Catalogue, url: str
) -> None:
    path = Path(url.removeprefix("sqlite:///"))
    for each in path.parent.iterdir():
        each.unlink()
    with pytest.raises(IndexMissingError):
        shown.state()
    assert list(path.parent.iterdir()) == []
    with Ledger.open(url) as anew:
        show(anew)
    assert shown.documents() == []


@SQLITE_ONLY
def test_integrity_finds_a_torn_page(
    ledger: Ledger, shown: Catalogue, url: str
) -> None:
    ledger.save(reading_for("c" * 16, 300), "k5")
    ledger.close()
    assert shown.integrity() == ""
    path = Path(url.removeprefix("sqlite:///"))
    raw = bytearray(path.read_bytes())
    middle = len(raw) // 2 // 4096 * 4096
    raw[middle : middle + 4096] = b"\xff" * 4096
    path.write_bytes(raw)
    with pytest.raises(IndexDamagedError):
        _raise_what_integrity_says(shown)


def _raise_what_integrity_says(catalogue: Catalogue) -> None:
    said = catalogue.integrity()
    if said:
        raise IndexDamagedError(said)


def test_several_threads_read_while_one_writes(
    ledger: Ledger, shown: Catalogue
) -> None:
    seen: set[int] = set()
    failures: list[Exception] = []
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            try:
                seen.add(len(list(shown.all_entries("甲.txt"))))
            except Exception as error:  # noqa: BLE001 - whatever it is, the test tells
                failures.append(error)
                return

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for count in range(2, 22):
        key = f"n{count}"
        ledger.save(reading_for("a" * 16, 5 * (count % 2) + 1), key)
        show(ledger, row("甲.txt", key))
    stop.set()
    for thread in threads:
        thread.join()
    assert failures == []
    assert seen <= {1, 2, 6}
    assert seen & {1, 6}


@pytest.mark.parametrize(
    "name", ["a?b", "a#b", "a%20b", "100%", "a b", "党建", "a'b\"c", "a;b&c=d"]
)
def test_a_home_may_be_called_anything(tmp_path: Path, name: str) -> None:
    url = f"sqlite:///{(tmp_path / name / 'index' / 'c.sqlite').as_posix()}"
    with Ledger.open(url) as ledger:
        show(ledger)
    assert (tmp_path / name / "index" / "c.sqlite").is_file()
    with Catalogue.open(url) as opened:
        assert opened.documents() == []


@pytest.mark.parametrize(
    "url", ["nonsense", "mysql+nosuch://x/y", "postgresql+psycopg2://x/y"]
)
def test_a_wrong_address_is_told(url: str) -> None:
    with pytest.raises(BadRequestError, match=r"casebase\[postgresql\]|casebase\.toml"):
        Catalogue.open(url)
