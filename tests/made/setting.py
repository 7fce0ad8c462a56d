"""A small typesetter: text flows through frames, line by line, onto pages.

All lengths are in points, from the upper left corner of a page.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from PIL import ImageFont

CLOSING = "，。、；：！？）》”’】〕…—%)"
OPENING = "（《“‘【〔("


@dataclass(frozen=True)
class Style:
    """How a piece is set.

    Attributes:
        size: Of the type.
        leading: From line to line, in sizes.
        indent: Of the first line, in characters.
        before: Room above, in sizes.
        align: left, center, right, or justify.
        bold: Whether it is.
        family: serif or sans.
        track: Room after every character, in sizes (a letter-spaced title).
        spread: Whether justifying pulls the digits of a number apart too.
    """

    size: float = 10.5
    leading: float = 1.55
    indent: float = 2.0
    before: float = 0.0
    align: str = "justify"
    bold: bool = False
    family: str = "serif"
    track: float = 0.0
    spread: bool = False


@dataclass(frozen=True)
class Frame:
    """A column, or any other rectangle that text flows into."""

    page: int
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class Glyph:
    """A character and where its em box begins."""

    char: str
    left: float


@dataclass(frozen=True)
class SetLine:
    """A line as it stands; `top` is that of its em box."""

    page: int
    top: float
    glyphs: tuple[Glyph, ...]
    style: Style

    @property
    def left(self) -> float:
        return self.glyphs[0].left

    @property
    def text(self) -> str:
        return "".join(glyph.char for glyph in self.glyphs)


Piece = tuple[str, Style]


def flow(pieces: Iterable[Piece], frames: Sequence[Frame]) -> list[SetLine]:
    """Fills the frames one after another.

    Raises:
        OverflowError: The text is longer than the frames hold.
    """
    done: list[SetLine] = []
    index, top = 0, 0.0
    for text, style in pieces:
        frame = frames[index]
        top += style.before * style.size if top else 0.0
        for glyphs in broken(text, style, frame.width):
            if top + style.size > frame.height:
                index, top = index + 1, 0.0
                if index == len(frames):
                    raise OverflowError(text)
            frame = frames[index]
            placed = tuple(replace(it, left=it.left + frame.left) for it in glyphs)
            done.append(SetLine(frame.page, frame.top + top, placed, style))
            top += style.leading * style.size
    return done


def one(text: str, style: Style, frame: Frame) -> list[SetLine]:
    """One piece by itself, in one frame."""
    return flow([(text, style)], [frame])


def height(text: str, style: Style, width: float) -> float:
    """How much room a piece takes."""
    return len(list(broken(text, style, width))) * style.leading * style.size


def broken(text: str, style: Style, width: float) -> Iterator[list[Glyph]]:
    """The lines of a piece, from the left edge of its frame."""
    tokens = [*_tokens(text)]
    while tokens:
        indent = style.indent * style.size
        style = replace(style, indent=0.0)
        count = _fitting(tokens, style, width - indent)
        yield _placed(tokens[:count], style, indent, width, last=count == len(tokens))
        tokens = tokens[count:]


def _tokens(text: str) -> Iterator[str]:
    """Characters, and runs of Latin letters and digits that stay together."""
    run = ""
    for char in text:
        if char.isascii() and (char.isalnum() or char in ".+%-"):
            run += char
            continue
        if run:
            yield run
        run = ""
        yield char
    if run:
        yield run


def _fitting(tokens: Sequence[str], style: Style, width: float) -> int:
    room, count = width + 0.01, 0
    for token in tokens:
        room -= _width(token, style)
        if room < 0 and count:
            break
        count += 1
    if count == len(tokens):
        return count
    best = count
    while count > 1 and (tokens[count] in CLOSING or tokens[count - 1] in OPENING):
        count -= 1
    return count if best - count < best // 2 + 1 else best


def _placed(
    tokens: Sequence[str], style: Style, indent: float, width: float, *, last: bool
) -> list[Glyph]:
    used = sum(_width(token, style) for token in tokens)
    extra = width - indent - used
    start = {"center": extra / 2, "right": extra}.get(style.align, 0.0) + indent
    stretched = style.align == "justify" and not last
    pieces = [*"".join(tokens)] if style.spread else tokens
    step = extra / max(1, len(pieces) - 1) if stretched else 0.0
    glyphs, left = [], start
    for piece in pieces:
        for char in piece:
            glyphs.append(Glyph(char, left))
            left += _width(char, style)
        left += step
    return glyphs


def _width(text: str, style: Style) -> float:
    return sum(
        (advance(char, style.family, bold=style.bold) + style.track) * style.size
        for char in text
    )


@cache
def advance(char: str, family: str, *, bold: bool) -> float:
    """How wide a character is, in sizes: all but Latin ones are a whole one."""
    if not char.isascii():
        return 1.0
    return float(_font(family, bold=bold).getlength(char)) / 1000


@cache
def _font(family: str, *, bold: bool) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(font_file(family, bold=bold), 1000)


@cache
def font_file(family: str, *, bold: bool) -> str:
    """The file of Noto CJK that Chromium takes too."""
    wanted = f"{NAMES[family]}:{'bold' if bold else 'regular'}"
    command = ["fc-match", "-f", "%{file}", wanted]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


NAMES = {"serif": "Noto Serif CJK SC", "sans": "Noto Sans CJK SC"}


def extent(lines: Sequence[SetLine]) -> float:
    """The foot of the lowest line."""
    return max(line.top + line.style.size for line in lines)


def rows_first(lines: Sequence[SetLine]) -> list[SetLine]:
    """As programs draw that know no columns: from top to bottom, left to right."""
    return sorted(lines, key=lambda it: (it.page, round(it.top), it.left))


def words(line: SetLine) -> list[SetLine]:
    """The line in runs, as programs write them that place every few characters."""
    cuts = [0, *range(3, len(line.glyphs), 4), len(line.glyphs)]
    return [
        replace(line, glyphs=line.glyphs[start:end])
        for start, end in pairwise(cuts)
        if end > start
    ]
