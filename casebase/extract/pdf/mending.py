"""Text of fonts that pypdf reads as Latin-1 though their bytes are GBK.

Old Chinese fonts (小标宋, 仿宋 of layout programs) are simple fonts: their two-byte
codes come out as pairs of accented letters, `Ä¿Â¼` for 目录. The bytes are whole, so
reading them again as GB 18030 mends the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from casebase.document import Line

# Windows-1252, which pypdf uses for simple fonts, gives these for bytes 0x80 to 0x9f.
_TO_BYTE = {
    ord(bytes([code]).decode("cp1252")): code
    for code in range(0x80, 0xA0)
    if code not in {0x81, 0x8D, 0x8F, 0x90, 0x9D}
}
_HIGH = re.compile(
    "[\x80-\xff" + "".join(re.escape(chr(code)) for code in _TO_BYTE) + "]"
)
_TOKEN = re.compile("[^ \u3000]+")
# Lead bytes of GB 2312's signs and of its first level: what ordinary text is made of.
_ORDINARY_LEADS = frozenset([0xA1, 0xA2, 0xA3, *range(0xB0, 0xD8)])
# WinAnsiEncoding has a hyphen at 0xAD (ISO 32000-1, D.2), which ends 经 and others; a
# hyphen itself never follows a lead byte.
_HYPHENATED = re.compile(rb"(?<![\x81-\xfe])((?:[\x81-\xfe]{2})*[\x81-\xfe])-")
_MIN_AGREEING = 0.8


def mend(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """`lines` of a page with GBK text read as such, if that is what the page holds."""
    tokens = [token for line in lines for token in _TOKEN.findall(line.text)]
    if not _holds_gbk(token for token in tokens if _HIGH.search(token)):
        return lines
    return tuple(replace(line, text=_mended(line.text)) for line in lines)


def _holds_gbk(tokens: Iterable[str]) -> bool:
    """Whether nearly all accented letters are ordinary Chinese in disguise."""
    ordinary = total = 0
    for token in tokens:
        leads = _leads(token)
        total += len(leads) or len(token)
        ordinary += sum(lead in _ORDINARY_LEADS for lead in leads)
    return total > 0 and ordinary >= _MIN_AGREEING * total


def _leads(token: str) -> bytes:
    """The first bytes of a token's pairs of bytes; none where they do not pair."""
    high = bytes(byte for byte in _bytes(token) or b"" if byte > 0x7F)  # noqa: PLR2004  ASCII ends there
    return high[::2] if len(high) % 2 == 0 else b""


def _mended(text: str) -> str:
    return _TOKEN.sub(lambda found: _mended_token(found[0]), text)


def _mended_token(token: str) -> str:
    data = _bytes(token)
    if data is None or not _HIGH.search(token):
        return token
    try:
        return data.decode("gb18030")
    except UnicodeDecodeError:
        return token


def _bytes(token: str) -> bytes | None:
    """What a token's bytes were; None if it was read by another table."""
    try:
        data = token.translate(_TO_BYTE).encode("latin-1")
    except UnicodeEncodeError:
        return None
    return _HYPHENATED.sub(lambda found: found[1] + b"\xad", data)
