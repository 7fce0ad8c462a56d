"""Zipped files, opened in one place and never unpacked further than they may be."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator

from typing_extensions import Buffer, override

from casebase.errors import UnreadableFileError

MAX_MEMBERS = 20_000
MAX_UNPACKED = 300_000_000  # bytes that one file may give in all
_PIECE = 1 << 20
_ENCRYPTED = 0x1  # bit of a member's flags
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    NotImplementedError,  # a way of packing that is not known
    RuntimeError,  # encrypted
    EOFError,
    OSError,
    ValueError,
)


class Archive:
    """A zipped file: what its members are called, and their bytes.

    What the file says of its sizes is not believed: unpacked bytes are counted.
    """

    def __init__(self, data: bytes) -> None:
        """Opens a file from its bytes.

        Raises:
            UnreadableFileError: It is damaged, encrypted, or has too many members.
        """
        try:
            self._file = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise _damaged() from error
        members = self._file.infolist()
        if len(members) > MAX_MEMBERS:
            raise _absurd()
        if any(member.flag_bits & _ENCRYPTED for member in members):
            raise UnreadableFileError(
                "文件加了密码，打不开。", "请去掉密码另存后重新放入。"
            )
        self._members = {_plain(member.filename): member for member in members}
        self._left = MAX_UNPACKED

    @property
    def names(self) -> tuple[str, ...]:
        """The paths of the members, with forward slashes and none at their head."""
        return tuple(member.filename.replace("\\", "/") for member in self._listed())

    def read(self, name: str, most: int = MAX_UNPACKED) -> bytes | None:
        """The first `most` bytes of a member; None where it is missing or damaged.

        Raises:
            UnreadableFileError: More was unpacked by now than any file may give.
        """
        stream = self.open(name)
        try:
            return stream.read(most) if stream else None
        except OSError:
            return None

    def open(self, name: str) -> io.BufferedReader | None:
        """A member as a stream, for what is too large to be held at once.

        Reading from it raises `OSError` where the member is damaged, and
        `UnreadableFileError` when more was unpacked than any file may give.
        """
        if _plain(name) not in self._members:
            return None
        return io.BufferedReader(_Stream(self._pieces(name)), _PIECE)

    def _listed(self) -> Iterator[zipfile.ZipInfo]:
        return iter(self._members.values())

    def _pieces(self, name: str) -> Iterator[bytes]:
        member = self._members.get(_plain(name))
        if member is None:
            raise FileNotFoundError(name)
        with self._file.open(member) as stream:
            while piece := stream.read(_PIECE):
                self._left -= len(piece)
                if self._left < 0:
                    raise _absurd()
                yield piece


class _Stream(io.RawIOBase):
    """Pieces of bytes as a stream."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._rest = memoryview(b"")

    @override
    def readable(self) -> bool:
        return True

    @override
    def readinto(self, buffer: Buffer, /) -> int:
        into = memoryview(buffer).cast("B")
        if not self._rest:
            self._rest = memoryview(self._next())
        size = min(len(into), len(self._rest))
        into[:size] = self._rest[:size]
        self._rest = self._rest[size:]
        return size

    def _next(self) -> bytes:
        try:
            return next(self._pieces, b"")
        except _BROKEN as error:
            raise OSError("the member is damaged") from error


def _plain(name: str) -> str:
    """A member's path as it is compared: writers differ in slashes and cases."""
    return name.replace("\\", "/").lstrip("/").lower()


def _damaged() -> UnreadableFileError:
    return UnreadableFileError(
        "文件不完整或已损坏，打不开。", "请重新下载或复制原文件后再放入。"
    )


def _absurd() -> UnreadableFileError:
    return UnreadableFileError(
        "文件解开后大得不正常，没有读取。",
        "请确认来源可靠，另存为新的 .docx 后重新放入。",
    )
