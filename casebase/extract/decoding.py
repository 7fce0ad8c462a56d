"""Bytes to characters: the encodings Chinese text files come in."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# In order of trust where two make equally good sense. GB18030 contains GB2312 and GBK.
_ENCODINGS = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
_BROKEN_SHARE = 0.002  # of the characters: a cut end, a few bytes lost on the way
_BROKEN_ALWAYS = 2  # broken characters that even a short text may have,
_BROKEN_MOST = 0.1  # unless it is so short that they are that share of it
_MIN_GUESSED = 24  # bytes from which UTF-16 can be told without a mark
_LEGIBLE = 0.7  # of the visible characters
_CLEARLY = 0.05  # a later encoding must make this much better sense than an earlier
_SAMPLE = 100_000  # characters from the start, the middle and the end of a long text
_FEW = 8  # characters beyond ASCII from which they are judged apart from it

_MIN_CERTAIN = 200  # bytes that are hardly whole UTF-8 when they were meant otherwise

_HAN = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
_ASCII = re.compile("[\t\n\f\r -~]+")
_HZ = re.compile(rb"~\{(?:[!-~]{2})+~\}")
# Between markup or lines, where an encoding may change; none is in a GB18030 character.
_PIECE = re.compile(rb"[<>\r\n]+|[^<>\r\n]+")
_WINDOWS = {
    ord(bytes([code]).decode("cp1252")): code
    for code in range(0x80, 0xA0)
    if bytes([code]).decode("cp1252", errors="ignore")
}
_WRONGLY = (("latin-1", "utf-8"), ("latin-1", "gb18030"), ("gb18030", "utf-8"))

Legibility = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text from bytes; `broken` counts the places that could not be decoded."""

    text: str
    broken: int = 0


def decode(data: bytes, legibility: Legibility) -> Decoded | None:
    """Decodes text of unknown encoding; whatever the file declares is not asked.

    Saved web pages declare one encoding and use another, or two, so every encoding is
    tried strictly, and the one whose result makes most sense wins. Only when none fits
    may a few places be broken, as at the end of a truncated file, and only then is text
    that was once decoded wrongly and saved so (å…šå»º, 鍏氬缓) turned back.

    Args:
        data: The file's bytes.
        legibility: Says from 0 to 1 how much of a text makes sense.

    Returns:
        The text, or None when it is legible in no encoding.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            marked = _tolerant(data[len(mark) :], encoding)
            if marked is not None and _sense(marked.text, legibility) is not None:
                return marked
    data = data.removeprefix(codecs.BOM_UTF8)
    strict = _best(_strict(data), legibility)
    if strict is not None and (_sense(strict.text, legibility) or 0) >= _LEGIBLE:
        return strict
    loose = [it for it in (*_loose(data), *_turned_back(data)) if it is not None]
    return _best(iter([*([strict] if strict else []), *loose]), legibility)


def _best(found: Iterator[Decoded], legibility: Legibility) -> Decoded | None:
    """The most legible text; a later one only if it is clearly more so."""
    best, best_score = None, -1.0
    for one in found:
        score = _sense(one.text, legibility)
        if score is not None and score > best_score + _CLEARLY:
            best, best_score = one, score
    return best


def _sense(text: str, legibility: Legibility) -> float | None:
    """How legible a text is beyond its ASCII; None where it is no text as a whole.

    The markup of a page would outweigh the few words that tell one encoding from
    another.
    """
    sample = _sample(text)
    whole = legibility(sample)
    if whole < _LEGIBLE:
        return None
    foreign = _ASCII.sub("", sample)
    return legibility(foreign) if len(foreign) >= _FEW else whole


def _sample(text: str) -> str:
    if len(text) <= 3 * _SAMPLE:
        return text
    middle = len(text) // 2
    return text[:_SAMPLE] + text[middle : middle + _SAMPLE] + text[-_SAMPLE:]


def _strict(data: bytes) -> Iterator[Decoded]:
    for encoding in _likely(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            if encoding == "utf-8" and (mixed := _mixed(data)):
                yield mixed
            continue
        yield Decoded(text)
        if encoding == "utf-8" and not text.isascii() and len(data) > _MIN_CERTAIN:
            return


def _likely(data: bytes) -> tuple[str, ...]:
    """The encodings to try: almost any few bytes are characters in UTF-16."""
    if _HZ.search(data) and data.isascii():
        return ("hz", *_ENCODINGS)
    return _ENCODINGS if len(data) >= _MIN_GUESSED else _ENCODINGS[:2]


def _mixed(data: bytes) -> Decoded | None:
    """Lines and pieces of markup in UTF-8 and GB18030 by turns; None if not in both."""
    texts: list[str] = []
    encodings = set()
    for piece in _PIECE.findall(data):
        encoding = "utf-8" if _is_utf8(piece) else "gb18030"
        if not piece.isascii():
            encodings.add(encoding)
        texts.append(piece.decode(encoding, errors="replace"))
    return _allowed("".join(texts)) if len(encodings) > 1 else None


def _is_utf8(piece: bytes) -> bool:
    """Whether it is Chinese in UTF-8: two bytes of GB18030 may make a letter of it."""
    text = piece.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    han = sum(1 for _ in _HAN.finditer(text))
    return han >= 2 and broken <= _BROKEN_MOST * han  # noqa: PLR2004  one may be chance


def _loose(data: bytes) -> Iterator[Decoded | None]:
    for encoding in _likely(data):
        yield _tolerant(data, encoding)


def _tolerant(data: bytes, encoding: str) -> Decoded | None:
    return _allowed(data.decode(encoding, errors="replace"))


def _allowed(text: str) -> Decoded | None:
    """The text less what is broken in it; None where that is too much."""
    broken = text.count("\ufffd")
    if broken > max(
        min(_BROKEN_ALWAYS, _BROKEN_MOST * len(text)), _BROKEN_SHARE * len(text)
    ):
        return None
    return Decoded(text.replace("\ufffd", ""), broken)


def _turned_back(data: bytes) -> Iterator[Decoded]:
    """Text that was decoded by a wrong table and then saved as UTF-8."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return
    for saved, was in _WRONGLY:
        source = text.translate(_WINDOWS) if saved == "latin-1" else text
        try:
            yield Decoded(source.encode(saved).decode(was))
        except UnicodeError:
            continue
