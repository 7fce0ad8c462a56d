"""How much of a Word file is held at once: its markup is counted before it is a tree.

A few hundred kilobytes unpack to millions of elements, and a tree of them takes twenty
times the bytes of their markup. So what is unpacked is counted on its way to the
parser, and a file is refused before its tree is large.
"""

from __future__ import annotations

import io
from collections.abc import Callable

from typing_extensions import Buffer, override

from casebase.errors import UnreadableFileError

# An element is two signs of markup or more, an attribute as good as two; libxml2 takes
# up to 120 bytes for each, so this is a tree of 240 MB. A table has some 60,000 cells.
MAX_MARKUP = 2_000_000
MAX_BYTES = 40_000_000  # of text and markup together
# Of all parts beside the text: they are held until its end.
MAX_BESIDE = 800_000
_PIECE = 1 << 15


class Allowance:
    """Counts what a parser is given, and refuses what is too much to be held."""

    def __init__(self, markup: int, size: int = MAX_BYTES) -> None:
        """Allows so many signs of markup, and so many bytes."""
        self._most = markup, size
        self._markup = self._size = 0

    def take(self, piece: bytes) -> None:
        """Counts a piece of a part.

        Raises:
            UnreadableFileError: It is more than may be held.
        """
        self._size += len(piece)
        self._markup += piece.count(b"<") + piece.count(b"/>") + 2 * piece.count(b"=")
        most, size = self._most
        if self._markup > most or self._size > size:
            raise absurd()

    def renew(self) -> None:
        """Forgets what was counted: the tree was let go."""
        self._markup = self._size = 0


class Counted(io.RawIOBase):
    """A stream whose bytes are counted as they are read."""

    def __init__(
        self,
        stream: io.BufferedIOBase,
        allowance: Allowance,
        turned: Callable[[bytes], bytes],
        overlap: int,
    ) -> None:
        """Reads from `stream`, its bytes as `turned` gives them.

        What `turned` looks for is at most `overlap` bytes long.
        """
        self._stream, self._allowance = stream, allowance
        self._turned, self._overlap = turned, overlap
        self._rest = b""
        self._ended = False

    @override
    def readable(self) -> bool:
        return True

    @override
    def readinto(self, buffer: Buffer, /) -> int:
        into = memoryview(buffer).cast("B")
        while not self._ended and len(self._rest) <= self._overlap:
            piece = self._stream.read(_PIECE)
            self._allowance.take(piece)
            self._ended = not piece
            self._rest = self._turned(self._rest + piece)
        whole = len(self._rest) if self._ended else len(self._rest) - self._overlap
        size = min(len(into), whole)
        into[:size] = self._rest[:size]
        self._rest = self._rest[size:]
        return size


def absurd() -> UnreadableFileError:
    """What to raise of a file that holds too much."""
    return UnreadableFileError(
        "文件的段落多得不正常，没有读取。", "请拆成几个文件后重新放入。"
    )
