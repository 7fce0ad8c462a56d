"""Zipped files are opened within bounds, whatever they say of themselves."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from casebase.errors import UnreadableFileError
from casebase.extract import archive as archives
from casebase.extract.archive import Archive
from tests.extract.making import Read
from tests.extract.packing import p, packed, zipped


def test_members_are_found_however_they_are_written() -> None:
    archive = Archive(zipped({"Word\\Document.xml": b"one", "/a/B.txt": b"two"}))
    assert set(archive.names) == {"Word/Document.xml", "/a/B.txt"}
    assert archive.read("word/document.xml") == b"one"
    assert archive.read("a/b.txt") == b"two"
    assert archive.read("none") is None
    assert archive.open("none") is None


def test_no_more_is_unpacked_than_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MAX_UNPACKED", 2_000_000)
    archive = Archive(zipped({"a": bytes(1_500_000), "b": bytes(1_500_000)}))
    assert archive.read("a") == bytes(1_500_000)
    with pytest.raises(UnreadableFileError, match="大得不正常"):
        archive.read("b")


def test_a_stream_is_bounded_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MAX_UNPACKED", 2_000_000)
    stream = Archive(zipped({"a": bytes(9_000_000)})).open("a")
    assert stream is not None
    with pytest.raises(UnreadableFileError, match="大得不正常"):
        stream.read()


def test_sizes_are_counted_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MAX_UNPACKED", 2_000_000)
    data = bytearray(zipped({"a": bytes(9_000_000)}))
    entry = data.rindex(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = struct.pack("<I", 0xFFFFFF)  # says it is larger
    with pytest.raises(UnreadableFileError, match="大得不正常"):
        Archive(bytes(data)).read("a")


def test_too_many_members_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MAX_MEMBERS", 3)
    with pytest.raises(UnreadableFileError, match="大得不正常"):
        Archive(zipped({str(number): b"" for number in range(4)}))


def test_a_damaged_member_is_as_if_missing() -> None:
    data = bytearray(zipped({"a": b"x" * 5000, "b": b"whole"}))
    data[40] ^= 0xFF
    archive = Archive(bytes(data))
    assert archive.read("a") is None
    assert archive.read("b") == b"whole"
    stream = archive.open("a")
    assert stream is not None
    with pytest.raises(OSError, match="damaged"):
        stream.read()


def test_members_with_a_password_are_told() -> None:
    data = bytearray(zipped({"a": b"x"}))
    entry = data.rindex(b"PK\x01\x02")
    data[entry + 8] |= 1
    with pytest.raises(UnreadableFileError, match="密码"):
        Archive(bytes(data))


def test_a_bomb_is_a_problem_of_its_file(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "MAX_UNPACKED", 3_000_000)
    buffer = io.BytesIO(packed(p("正文。")))
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/media/image1.png", bytes(9_000_000))
    assert read("大图.docx", buffer.getvalue()).pages[0].lines  # never unpacked
    with pytest.raises(UnreadableFileError, match="大得不正常"):
        read("炸弹.docx", packed(p("正" * 4_000_000)))
