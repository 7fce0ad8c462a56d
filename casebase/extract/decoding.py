"""Bytes to characters: the encodings Chinese text files come in."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# In order of trust where two make equally good sense. GB18030 contains GB2312 and GBK.
_ENCODINGS = ("utf-8", "gb18030", "utf-16-le", "utf-16-be")
_BROKEN_SHARE = 0.002  # of the characters: a cut end, a few bytes lost on the way
_BROKEN_ALWAYS = 2  # broken characters that even a short text may have,
_BROKEN_MOST = 0.1  # unless it is so short that they are that share of it
_MIN_GUESSED = 24  # bytes from which UTF-16 can be told without a mark
_LEGIBLE = 0.7  # of the visible characters
_CLEARLY = 0.05  # a later encoding must make this much better sense than an earlier


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text from bytes; `broken` counts the places that could not be decoded."""

    text: str
    broken: int = 0


def decode(data: bytes, legibility: Callable[[str], float]) -> Decoded | None:
    """Decodes text of unknown encoding; whatever the file declares is not asked.

    Saved web pages declare one encoding and use another, so every encoding is tried
    strictly, and the one whose result makes most sense wins. Only when none fits may a
    few places be broken, as at the end of a truncated file.

    Args:
        data: The file's bytes.
        legibility: Says from 0 to 1 how much of a text makes sense.

    Returns:
        The text, or None when it is legible in no encoding.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _tolerant(data[len(mark) :], encoding, legibility)
    found = _best(data, legibility)
    if found is not None:
        return found
    cut = [_tolerant(data, encoding, legibility) for encoding in _likely(data)]
    return min((one for one in cut if one), key=lambda one: one.broken, default=None)


def _best(data: bytes, legibility: Callable[[str], float]) -> Decoded | None:
    best, best_score = None, _LEGIBLE - _CLEARLY
    for encoding in _likely(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        score = legibility(text)
        if score >= _LEGIBLE and score > best_score + _CLEARLY:
            best, best_score = Decoded(text), score
    return best


def _likely(data: bytes) -> tuple[str, ...]:
    """The encodings to try: almost any few bytes are characters in UTF-16."""
    return _ENCODINGS if len(data) >= _MIN_GUESSED else _ENCODINGS[:2]


def _tolerant(
    data: bytes, encoding: str, legibility: Callable[[str], float]
) -> Decoded | None:
    text = data.decode(encoding, errors="replace")
    broken = text.count("\ufffd")
    if broken > max(
        min(_BROKEN_ALWAYS, _BROKEN_MOST * len(text)), _BROKEN_SHARE * len(text)
    ):
        return None
    text = text.replace("\ufffd", "")
    return Decoded(text, broken) if legibility(text) >= _LEGIBLE else None
