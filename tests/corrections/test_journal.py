"""The file of corrections: readable, never half, every mistake with its line."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest

from casebase.corrections import Action, Wish, journal, load, record, take_back
from casebase.entry import Brand, Honour, Method
from casebase.errors import BadRequestError, CasebaseError
from tests.catalogue.rows import entry_for

ENTRY = entry_for("a" * 16, 3)
WISHES = (
    Wish(Action.SET, "school", "青禾职业学院"),
    Wish(Action.SET, "year", 2021),
    Wish(Action.CLEAR, "honours"),
    Wish(Action.ADD, "honours", Honour("样板支部", "省级", year=2022)),
    Wish(Action.ADD, "methods", Method("1+2", ("一个", "两个"))),
    Wish(Action.ADD, "topics", "样板支部"),
    Wish(Action.REMOVE, "brands", {"name": "先锋岗"}),
)


def kept(workspace: Path) -> Path:
    return workspace / journal.FILE


@pytest.mark.parametrize("wish", WISHES, ids=lambda it: f"{it.action} {it.field}")
def test_what_is_kept_comes_back(tmp_path: Path, wish: Wish) -> None:
    made = record(tmp_path, ENTRY, wish, "张三")
    assert load(tmp_path) == (made,)
    assert (made.number, made.by, made.wish) == (1, "张三", wish)
    assert (made.document_id, made.ordinal) == ("a" * 16, 3)


def test_lines_are_added_and_never_changed(tmp_path: Path) -> None:
    before = b""
    for wish in WISHES:
        record(tmp_path, ENTRY, wish, "张三")
        content = kept(tmp_path).read_bytes()
        assert content.startswith(before)
        assert content.count(b"\n") == before.count(b"\n") + 1
        before = content
    take_back(tmp_path, 2, "李四")
    assert kept(tmp_path).read_bytes().startswith(before)
    assert [it.number for it in load(tmp_path)] == [1, 3, 4, 5, 6, 7]
    assert record(tmp_path, ENTRY, WISHES[0], "张三").number == 9
    assert "青禾职业学院" in kept(tmp_path).read_text(encoding="utf-8")


def test_no_file_is_no_correction(tmp_path: Path) -> None:
    assert load(tmp_path / "没有") == ()


def test_a_file_edited_by_hand(tmp_path: Path) -> None:
    record(tmp_path, ENTRY, WISHES[0], "张三")
    text = kept(tmp_path).read_text(encoding="utf-8")
    kept(tmp_path).write_bytes(b"\xef\xbb\xbf\r\n" + text.strip().encode())
    assert len(load(tmp_path)) == 1
    record(tmp_path, ENTRY, WISHES[1], "张三")
    assert len(load(tmp_path)) == 2


GOOD = {
    "number": 1, "at": "2024-05-01", "by": "张三", "document": "甲.txt",
    "document_id": "a" * 16, "ordinal": 1, "title": "题", "action": "set",
    "field": "school", "value": "青禾职业学院",
}  # fmt: skip
BAD: dict[str, bytes] = {
    "no JSON": b"{",
    "another encoding": "词".encode("gb18030"),
    "no object": b"[]",
    "no number": json.dumps(GOOD | {"number": None}).encode(),
    "a number twice": json.dumps(GOOD).encode(),
    "an unknown action": json.dumps(GOOD | {"number": 2, "action": "do"}).encode(),
    "a part too many": json.dumps(GOOD | {"number": 2, "new": 1}).encode(),
    "no value": json.dumps(GOOD | {"number": 2, "value": None}).encode(),
    "an unknown part": json.dumps(
        GOOD
        | {"number": 2, "action": "add", "field": "brands", "value": {"colour": "红"}}
    ).encode(),
}


@pytest.mark.parametrize("line", BAD.values(), ids=BAD)
def test_errors_name_the_line(tmp_path: Path, line: bytes) -> None:
    kept(tmp_path).write_bytes(json.dumps(GOOD).encode() + b"\n" + line + b"\n")
    with pytest.raises(BadRequestError, match="第 2 行") as caught:
        load(tmp_path)
    assert journal.FILE in caught.value.message
    with pytest.raises(BadRequestError):
        record(tmp_path, ENTRY, WISHES[0], "张三")


def test_a_write_that_fails_leaves_the_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record(tmp_path, ENTRY, WISHES[0], "张三")
    before = kept(tmp_path).read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("casebase.corrections.journal.os.fsync", full)
    with pytest.raises(CasebaseError, match="写不进去"):
        record(tmp_path, ENTRY, WISHES[1], "张三")
    assert kept(tmp_path).read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} <= {journal.FILE, journal.LOCK}


def test_many_at_once_lose_nothing(tmp_path: Path) -> None:
    threads = [
        threading.Thread(target=record, args=(tmp_path, ENTRY, WISHES[0], str(n)))
        for n in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = load(tmp_path)
    assert [it.number for it in found] == list(range(1, 9))
    assert {it.by for it in found} == set(map(str, range(8)))


def test_values_know_their_types(tmp_path: Path) -> None:
    made = record(tmp_path, ENTRY, Wish(Action.ADD, "brands", Brand("先锋岗")), "张三")
    assert isinstance(load(tmp_path)[0].wish.value, Brand)
    assert made.wish.value == Brand("先锋岗")
