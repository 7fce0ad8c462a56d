"""How much text there may be: more is refused before it is taken apart.

Every character and every line of a file takes many times its bytes while it is read.
"""

from __future__ import annotations

import re

from casebase.document import Layout
from casebase.errors import UnreadableFileError

MAX_CHARACTERS = 3_000_000  # several books; more slows every search that shows it
MAX_LINES = 300_000  # cells of tables are lines, too
MAX_TEXT = 24_000_000  # bytes of text or markup, embedded pictures aside
_SPLIT_UP = "请拆成几个文件后重新放入。"
_EMBEDDED = re.compile(rb"data:[\w.+/-]{1,60};base64,[A-Za-z0-9+/=%]*+")
_BLANKS = " \t\r\n\f\u3000\xa0"
_LINE = re.compile(r"[^\s][^\r\n]*+")


def require_bearable_length(layout: Layout) -> None:
    """Refuses what was read with too many characters or lines.

    Raises:
        UnreadableFileError: It has.
    """
    lines = (line for page in layout.pages for line in page.lines)
    length = count = 0
    for line in lines:
        length += len(line.text) + sum(len(cell) for row in line.rows for cell in row)
        count += 1 + sum(map(len, line.rows))
    _require_length(length)
    _require_lines(count)


def require_bearable_text(text: str) -> None:
    """Refuses what has too many characters or lines, before it is taken apart.

    Raises:
        UnreadableFileError: It has.
    """
    _require_length(len(text) - sum(map(text.count, _BLANKS)))
    _require_lines(sum(1 for _ in _LINE.finditer(text)))


def without_embedded(data: bytes) -> bytes:
    """`data` less the pictures and fonts that a saved page holds.

    Raises:
        UnreadableFileError: It is still too much to be a text.
    """
    if len(data) > MAX_TEXT:
        data = _EMBEDDED.sub(b"", data)
    if len(data) > MAX_TEXT:
        size, most = len(data) // 1_000_000, MAX_TEXT // 1_000_000
        raise UnreadableFileError(f"文字有 {size} MB，超过了 {most} MB。", _SPLIT_UP)
    return data


def _require_length(length: int) -> None:
    if length > MAX_CHARACTERS:
        raise UnreadableFileError(
            f"文件有 {length} 字，超过了 {MAX_CHARACTERS} 字。", _SPLIT_UP
        )


def _require_lines(count: int) -> None:
    if count > MAX_LINES:
        raise UnreadableFileError(
            f"文件有 {count} 行，超过了 {MAX_LINES} 行。", _SPLIT_UP
        )
