"""Putting files into the corpus: whole or not at all, and never over another."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from casebase.build import add
from casebase.errors import CasebaseError
from casebase.settings import Settings


def put(path: Path, text: str = "内容") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def held(home: Settings) -> dict[str, str]:
    return {
        path.relative_to(home.corpus).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(home.corpus.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("收到的")


def test_a_file_and_a_folder(home: Settings, inbox: Path) -> None:
    put(inbox / "单.txt", "一")
    put(inbox / "夹" / "甲.txt", "二")
    put(inbox / "夹" / "深" / "乙.pdf", "三")
    put(inbox / "夹" / ".DS_Store")
    put(inbox / "夹" / "~$锁.docx")
    added = add(home, [inbox / "单.txt", inbox / "夹"])
    assert held(home) == {"单.txt": "一", "夹/深/乙.pdf": "三", "夹/甲.txt": "二"}
    assert sorted(added.copied) == sorted(held(home))
    again = add(home, [inbox / "单.txt", inbox / "夹"])
    assert (again.copied, len(again.present)) == ((), 3)


def test_a_corpus_is_made(home: Settings, inbox: Path) -> None:
    home.corpus.rmdir()
    add(home, [put(inbox / "甲.txt")])
    assert held(home) == {"甲.txt": "内容"}


def test_another_content_is_not_replaced_unasked(home: Settings, inbox: Path) -> None:
    put(home.corpus / "甲.txt", "旧")
    new = [put(inbox / "甲.txt", "新"), put(inbox / "乙.txt", "乙")]
    with pytest.raises(CasebaseError, match="--replace"):
        add(home, new)
    assert held(home) == {"甲.txt": "旧"}, "nothing is copied when anything is wrong"
    add(home, new, replace=True)
    assert held(home) == {"乙.txt": "乙", "甲.txt": "新"}


def test_two_of_one_name_are_told(home: Settings, inbox: Path) -> None:
    pair = [put(inbox / "一" / "甲.txt", "一"), put(inbox / "二" / "甲.txt", "二")]
    with pytest.raises(CasebaseError, match="同名"):
        add(home, pair)
    assert held(home) == {}
    pair[1].write_text("一", encoding="utf-8")
    add(home, pair)
    assert held(home) == {"甲.txt": "一"}


@pytest.mark.parametrize("given", ["", "甲.txt", "一", "../corpus/一", ".."])
def test_what_is_in_the_corpus_or_holds_it_is_refused(
    home: Settings, given: str
) -> None:
    put(home.corpus / "甲.txt")
    put(home.corpus / "一" / "乙.txt")
    before = held(home)
    with pytest.raises(CasebaseError, match="corpus"):
        add(home, [home.corpus / given])
    assert held(home) == before


def test_what_is_not_there_is_told(home: Settings, inbox: Path) -> None:
    with pytest.raises(CasebaseError, match="找不到"):
        add(home, [put(inbox / "甲.txt"), inbox / "没有.txt"])
    assert held(home) == {}


def test_links_out_of_a_folder_are_not_followed(home: Settings, inbox: Path) -> None:
    secret = put(inbox / "外" / "密.txt")
    folder = put(inbox / "夹" / "甲.txt").parent
    (folder / "链.txt").symlink_to(secret)
    (folder / "链夹").symlink_to(secret.parent)
    (folder / "断.txt").symlink_to("没有")
    add(home, [folder])
    assert held(home) == {"夹/甲.txt": "内容"}


def test_a_copy_that_fails_leaves_nothing(
    home: Settings, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(home.corpus / "甲.txt", "旧")

    def half(origin: Path, target: Path) -> None:
        target.write_bytes(origin.read_bytes()[:3])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", half)
    with pytest.raises(CasebaseError, match="磁盘空间"):
        add(home, [put(inbox / "甲.txt", "新的")], replace=True)
    assert held(home) == {"甲.txt": "旧"}
