"""Gaps in a line of glyphs: which of them end a run, and which are spaces."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from casebase.extract.pdf.corridors import Corridors
from casebase.extract.pdf.glyphs import Glyph
from casebase.extract.pdf.walls import Walls


class Run(NamedTuple):
    """Type on one base line, in points from the upper left corner.

    `upended` type is set from top to bottom.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    upended: bool = False


# In type sizes, unless it says otherwise.
_ASCENT, _DESCENT = 0.88, 0.12  # of the square in which Han characters are set
_WIDE = 0.9  # a gap that ends a run of type that is not spread
_WIDE_WORD = 1.5  # the same, where a space stands between Latin words
_SPREAD = 1.6  # the widest even spacing of a spread title
_MIN_SPREAD = 3  # gaps that show that type is spread
_UNEVEN, _SLACK = 1.6, 0.3  # times the spacing of spread type, and more: a gap in it
_GUTTER = 0.35  # the least gap in type that is not spread, if the lines around agree
_AFTER_NUMBER = 1.6  # the gap between 一、 and its heading
_FILLED = 2.5  # a gap in spread type that is filled by ideographic spaces: 目　　录
_MIN_FILL = 0.6  # of such a gap
_WORD = 0.15  # a gap between Latin words
_SEEN = 0.4  # a gap that people see between Han characters
_CLEAR = 0.8  # a gap that they see beside a sign or a number
_AFTER_COUNT = 0.2  # the gap between 1.2 and its heading
_WALL_PLAY = 0.25  # of a glyph's width: a line may stand so far within its advance

_NUMBER = re.compile(
    r"第[一二三四五六七八九十百零〇\d]{1,5}[章节条篇编部]"
    r"|(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、.．]"
    r"|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|[①-⑳●■◆▪•·]"
)
_BULLETS = frozenset("●■◆▪•")  # begin an item, also of the column beside a line
_HALF = re.compile("[\ud800-\udfff]")
_COUNT = re.compile(r"\d{1,2}(?:[.．]\d{1,2}){0,3}")


class Spaces:
    """The spaces that the file has, which show that words are meant to be apart."""

    _HEIGHT = 4.0  # points

    def __init__(self, spaces: Iterable[Glyph]) -> None:
        self._rows: dict[int, list[tuple[float, Glyph]]] = {}
        for one in sorted(spaces, key=lambda one: (one.left, one)):
            row = self._rows.setdefault(int(one.base // self._HEIGHT), [])
            row.append((one.left, one))

    def between(self, one: Glyph, other: Glyph) -> Iterator[Glyph]:
        """Those that begin between two glyphs of a line."""
        middle, row = (one.left + one.right) / 2, int(one.base // self._HEIGHT)
        for near in (row - 1, row, row + 1):
            spaces = self._rows.get(near, [])
            at = bisect_left(spaces, (middle,))
            while at < len(spaces) and spaces[at][0] < other.left:
                yield spaces[at][1]
                at += 1


@dataclass(frozen=True, slots=True)
class Around:
    """What tells of a gap whether it is one: beside the gap itself."""

    spaces: Spaces
    walls: Walls
    corridors: Corridors


def parts_of(chain: list[Glyph], around: Around) -> Iterator[list[Glyph]]:
    """`chain` cut at drawn lines, then at wide gaps and at gutters."""
    for piece in _cut(
        chain, {at for at in _seams(chain) if _walled(chain, at, around.walls)}
    ):
        spread = _spread(piece)
        wide = {
            at for at in _seams(piece) if _is_wide(piece, at, spread, around.spaces)
        }
        narrow = {
            at
            for at in _seams(piece)
            if _gap(piece[at - 1], piece[at]) > _UNEVEN * spread + _GUTTER
            and (
                piece[at].text in _BULLETS
                or around.corridors.has(piece[at - 1], piece[at])
            )
        }
        yield from _cut(piece, wide | narrow)


def _seams(chain: list[Glyph]) -> range:
    return range(1, len(chain))


def _cut(chain: list[Glyph], seams: set[int]) -> Iterator[list[Glyph]]:
    start = 0
    for at in [*sorted(seams), len(chain)]:
        yield chain[start:at]
        start = at


def _walled(chain: list[Glyph], at: int, walls: Walls) -> bool:
    one, other = chain[at - 1], chain[at]
    left = one.right - _WALL_PLAY * (one.right - one.left)
    right = max(other.left + _WALL_PLAY * (other.right - other.left), left)
    return walls.part(left, right, one.base - one.size / 3)


def _gap(one: Glyph, other: Glyph) -> float:
    """The white between two glyphs, in sizes of the smaller type."""
    return (other.left - one.right) / min(one.size, other.size)


def _spread(chain: list[Glyph]) -> float:
    """The spacing of a line whose characters are set apart evenly."""
    wide = [_is_wide_type(one.text) for one in chain]
    gaps = [_gap(one, other) for one, other in pairwise(chain)]
    between = [
        gap for gap, *both in zip(gaps, wide, wide[1:], strict=False) if all(both)
    ]
    if len(between) >= _MIN_SPREAD:
        return min(max(median(between), 0.0), _SPREAD)
    if sum(wide) < _MIN_SPREAD:
        return 0.0
    return min(max(sorted(gaps)[len(gaps) // 4], 0.0), _SPREAD)


def _is_wide(chain: list[Glyph], at: int, spread: float, spaces: Spaces) -> bool:
    one, other = chain[at - 1], chain[at]
    gap = _gap(one, other)
    if gap <= max(_WIDE, _UNEVEN * spread + _SLACK):
        return False
    if gap <= _AFTER_NUMBER and _NUMBER.fullmatch(_text_before(chain, at)):
        return False
    within = list(spaces.between(one, other))
    if (
        gap <= _WIDE_WORD
        and within
        and not (_is_wide_type(one.text) or _is_wide_type(other.text))
    ):
        return False
    filled = sum(s.right - s.left for s in within if s.text == "\u3000")
    return gap > _FILLED or filled < _MIN_FILL * (other.left - one.right)


def _text_before(chain: list[Glyph], at: int) -> str:
    return "".join(one.text for one in chain[max(0, at - 8) : at])


@cache
def _is_wide_type(text: str) -> bool:
    return any(unicodedata.east_asian_width(char) in "WFA" for char in text)


def joined(part: list[Glyph], spaces: Spaces) -> Run:
    """A run of these glyphs, with spaces where people see them."""
    sizes = Counter(round(one.size, 1) for one in part)
    size = max(sizes.items(), key=lambda item: (item[1], item[0]))[0]
    base = median(one.base for one in part if round(one.size, 1) == size)
    return Run(
        text=_text(part, spaces),
        left=min(one.left for one in part),
        top=base - _ASCENT * size,
        right=max(one.right for one in part),
        bottom=base + _DESCENT * size,
        size=size,
    )


def stacked(stack: list[Glyph]) -> Run:
    """A run of glyphs that stand one below the other."""
    size = median(one.size for one in stack)
    return Run(
        text="".join(one.text for one in stack),
        left=min(one.left for one in stack),
        top=stack[0].base - _ASCENT * size,
        right=max(one.right for one in stack),
        bottom=stack[-1].base + _DESCENT * size,
        size=size,
        upended=True,
    )


def _text(part: list[Glyph], spaces: Spaces) -> str:
    spread = _spread(part)
    text = part[0].text
    for one, other in pairwise(part):
        if _is_space(one, other, spread, spaces) or (
            _gap(one, other) >= _AFTER_COUNT + spread and _COUNT.fullmatch(text)
        ):
            text += " "
        text += other.text
    return _whole(text)


def _whole(text: str) -> str:
    """`text` with the halves of characters, which files tell one by one, joined."""
    if not _HALF.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _is_space(one: Glyph, other: Glyph, spread: float, spaces: Spaces) -> bool:
    gap = _gap(one, other)
    wide = _is_wide_type(one.text), _is_wide_type(other.text)
    if all(wide):
        words = one.text.isalnum() and other.text.isalnum()
        return gap >= (_SEEN if words else _CLEAR) + spread
    if gap >= (_CLEAR if any(wide) else _WORD) + spread:
        return True
    return gap >= _WORD / 2 and any(spaces.between(one, other))
