"""What lies in the corpus: what is read, what is passed over, and what is told."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from casebase.build.plan import grouped
from casebase.build.scan import Scan, scan
from casebase.errors import CasebaseError, Severity

NEEDS_LINKS = pytest.mark.skipif(sys.platform == "win32", reason="links need rights")
NEEDS_BYTES = pytest.mark.skipif(
    sys.platform != "linux", reason="only here may names be any bytes"
)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    return folder


def put(path: Path, text: str = "内容") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def names(found: Scan) -> list[str]:
    return [source.name for source in found.sources]


def told(found: Scan) -> dict[str, Severity]:
    assert all(it.message.endswith("。") and it.advice for it in found.problems)
    return {problem.document: problem.severity for problem in found.problems}


@pytest.mark.parametrize(
    "name",
    [
        "甲.txt",
        "A.PDF",
        "a b  c.md",
        "引'号\"与<script>alert(1)</script>.txt",
        "深/一些/的/目录/乙.html",
        "党" * 82 + ".txt",  # 250 bytes
        "全角　空格.txt",
        "é.txt",  # in two characters
        "-rf.txt",
        "100%?#&.txt",
        "～$不是锁.txt",
    ],
)
def test_readable_names(corpus: Path, name: str) -> None:
    put(corpus / name)
    found = scan(corpus)
    assert names(found) == [name]
    assert found.sources[0].path.read_text(encoding="utf-8") == "内容"
    assert told(found) == {}


@pytest.mark.parametrize(
    "name",
    [".gitkeep", ".DS_Store", ".隐藏/甲.txt", "~$锁.docx", "Thumbs.db", "desktop.ini"],
)
def test_what_nobody_put_there_is_passed_over(corpus: Path, name: str) -> None:
    put(corpus / name)
    assert scan(corpus) == Scan((), ())


@pytest.mark.parametrize(
    "name", ["表.xlsx", "无后缀", "图.psd", "包.zip", "甲.txt.bak"]
)
def test_unknown_types_are_told(corpus: Path, name: str) -> None:
    put(corpus / name)
    put(corpus / "好.txt")
    found = scan(corpus)
    assert names(found) == ["好.txt"]
    assert told(found) == {name: Severity.LOST}


@NEEDS_LINKS
def test_links_out_are_told_and_not_followed(corpus: Path, tmp_path: Path) -> None:
    outside = put(tmp_path / "外" / "秘密.txt")
    (corpus / "文件.txt").symlink_to(outside)
    (corpus / "目录").symlink_to(outside.parent)
    (corpus / "上.txt").symlink_to("../外/秘密.txt")
    found = scan(corpus)
    assert names(found) == []
    assert told(found) == dict.fromkeys(["文件.txt", "目录", "上.txt"], Severity.LOST)


@NEEDS_LINKS
def test_links_within_do_not_double_folders_nor_go_round(corpus: Path) -> None:
    put(corpus / "一" / "甲.txt")
    (corpus / "一" / "回").symlink_to(corpus)
    (corpus / "同").symlink_to(corpus / "一")
    (corpus / "圈").symlink_to("圈")
    (corpus / "断.txt").symlink_to("没有")
    (corpus / "又名.txt").symlink_to(corpus / "一" / "甲.txt")
    found = scan(corpus)
    assert names(found) == ["一/甲.txt", "又名.txt"]
    assert told(found) == {
        "一/回": Severity.NOTE,
        "同": Severity.NOTE,
        "圈": Severity.LOST,
        "断.txt": Severity.LOST,
    }


@NEEDS_LINKS
def test_the_corpus_itself_may_be_a_link(corpus: Path, tmp_path: Path) -> None:
    put(corpus / "甲.txt")
    (tmp_path / "链").symlink_to(corpus)
    assert names(scan(tmp_path / "链")) == ["甲.txt"]


@NEEDS_BYTES
def test_names_that_are_no_text_are_shown_safely(corpus: Path) -> None:
    path = os.fsencode(corpus) + b"/\xb5\xb3\xbd\xa8.txt"
    Path(os.fsdecode(path)).write_text("内容", encoding="utf-8")
    found = scan(corpus)
    (source,) = found.sources
    assert source.name.encode()
    assert source.path.read_text(encoding="utf-8") == "内容"
    assert told(found) == {source.name: Severity.NOTE}


@NEEDS_BYTES
def test_control_characters_in_names_are_shown_safely(corpus: Path) -> None:
    put(corpus / "红\x1b[31m\n字.txt")
    (source,) = scan(corpus).sources
    assert source.name.isprintable()
    assert source.path.is_file()


@NEEDS_BYTES
def test_names_that_look_the_same_are_two(corpus: Path) -> None:
    put(corpus / "转义\\n.txt", "一")
    put(corpus / "转义\n.txt", "二")
    found = scan(corpus)
    texts = {it.name: it.path.read_text(encoding="utf-8") for it in found.sources}
    assert texts == {"转义\\\\n.txt": "一", "转义\\n.txt": "二"}


def test_folders_may_be_deep(corpus: Path) -> None:
    deep = corpus
    for _ in range(1200):
        deep /= "d"
        os.mkdir(deep)  # noqa: PTH102 - Path.mkdir asks for more stack
    put_at = deep / "甲.txt"
    put_at.write_text("内容", encoding="utf-8")
    assert names(scan(corpus)) == ["d/" * 1200 + "甲.txt"]
    while deep != corpus:  # what removes temporary folders asks for more stack too
        for file in deep.glob("*.txt"):
            file.unlink()
        deep.rmdir()
        deep = deep.parent


@NEEDS_LINKS
def test_a_link_is_never_the_main_one(corpus: Path) -> None:
    put(corpus / "乙真.txt")
    (corpus / "丁链.txt").symlink_to("乙真.txt")
    (group,) = grouped(scan(corpus).sources)
    assert (group.main.name, group.also) == ("乙真.txt", ("丁链.txt",))


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no such sockets")
def test_what_is_no_file_is_not_opened(corpus: Path) -> None:
    os.mkfifo(corpus / "管道.txt")
    found = scan(corpus)
    assert names(found) == []
    assert told(found) == {"管道.txt": Severity.LOST}


def refusing(error: OSError, part: str) -> Callable[[Path], str]:
    def digest_or_refuse(path: Path) -> str:
        if part in str(path):
            raise error
        return "0" * 64

    return digest_or_refuse


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (PermissionError(13, "Permission denied"), "权限"),
        (FileNotFoundError(2, "No such file"), "移走"),
        (OSError(5, "Input/output error"), "读不出来"),
    ],
)
def test_files_that_cannot_be_read_stop_no_others(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, words: str
) -> None:
    put(corpus / "坏.txt")
    put(corpus / "好.txt")
    monkeypatch.setattr("casebase.build.stamps.digest", refusing(error, "坏"))
    found = scan(corpus)
    assert names(found) == ["好.txt"]
    assert told(found) == {"坏.txt": Severity.LOST}
    assert words in found.problems[0].message


def test_folders_that_cannot_be_read_stop_no_others(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(corpus / "锁" / "甲.txt")
    put(corpus / "开" / "乙.txt")
    real = os.scandir

    def refuse(path: Path) -> object:
        if path.name == "锁":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr("os.scandir", refuse)
    found = scan(corpus)
    assert names(found) == ["开/乙.txt"]
    assert told(found) == {"锁": Severity.LOST}


def test_no_corpus_is_told(tmp_path: Path) -> None:
    with pytest.raises(CasebaseError, match="casebase add"):
        scan(tmp_path / "corpus")


def test_an_empty_corpus_is_fine(corpus: Path) -> None:
    assert scan(corpus) == Scan((), ())
