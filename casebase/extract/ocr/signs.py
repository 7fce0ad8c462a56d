"""Signs as Chinese type has them, where recognition gives those of a typewriter.

A comma between Chinese characters is set full-width; whether the model says ， or , is
chance. Only what stands beside a Chinese character or sign changes: 10:30, 1,000 and
Latin text keep theirs.
"""

from __future__ import annotations

import re

_HAN = "\u3400-\u4dbf\u4e00-\u9fff〇"
_WIDE = f"{_HAN}，。、；：？！“”‘’（）《》〈〉「」『』【】〔〕…—"
_FULL = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！"}
_SIGN = re.compile(rf"(?<=[{_WIDE}%])[,:;?!]|[,:;?!](?=[{_WIDE}])")
_BRACKETS = re.compile(r"[()（）]")
_DASHES = re.compile(rf"(?<=[{_WIDE}])(?:--+|—[一-](?=[{_WIDE}]))")
_STOP = re.compile(rf"(?<=[{_HAN}”）》])\.(?=[{_HAN}“《]|$)")
_BEFORE = re.compile(rf"[{_WIDE}]$")
_AFTER = re.compile(rf"^[{_WIDE}]")


def typeset(text: str) -> str:
    """A recognised line with the signs that its typesetter used."""
    text = _with_brackets(text.strip())
    text = _SIGN.sub(lambda sign: _FULL[sign[0]], text)
    text = _STOP.sub("。", text)
    return _DASHES.sub("——", text)


def _with_brackets(text: str) -> str:
    """Both brackets of a pair full-width, or both not: what stands around them says."""
    signs = list(text)
    open_at: list[int] = []
    for found in _BRACKETS.finditer(text):
        at = found.start()
        if found[0] in "(（":
            open_at.append(at)
        elif open_at:
            _set(signs, text, open_at.pop(), at)
        else:
            _set(signs, text, None, at)
    for at in open_at:
        _set(signs, text, at, None)
    return "".join(signs)


def _set(signs: list[str], text: str, start: int | None, end: int | None) -> None:
    """Set a pair, or the half of it that the line has."""
    wide = any(at is not None and _beside_wide(text, at) for at in (start, end))
    if start is not None:
        signs[start] = "（" if wide else "("
    if end is not None:
        signs[end] = "）" if wide else ")"


def _beside_wide(text: str, at: int) -> bool:
    before, after = text[max(at - 1, 0) : at], text[at + 1 : at + 2]
    return bool(_BEFORE.search(before) or _AFTER.search(after))
