"""Runs of type as the text of a cell: lines put in order and joined.

A cell is set like a narrow column: a line goes on in the next one, without a space in
Chinese. Only a line that ends well before its cell does was ended on purpose.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from casebase.document import Line
from casebase.text.typesetting import is_han, unbreakable, width

LEVEL = 0.5  # of the smaller height: runs that overlap by more are on one line
ROOM = 2.0  # characters: with more left, the line was ended on purpose
SHORTEST = 3.0  # characters of a line that was ended on purpose
LOOSE = 0.2  # of a character: runs further apart have a space between them


@dataclass(frozen=True, slots=True)
class Run:
    """A run of type and its place in points."""

    line: Line
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> tuple[float, float]:
        """Its centre, from the left and from the top."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    @property
    def em(self) -> float:
        """The width of a character."""
        return self.line.size or max(1.0, self.bottom - self.top)


def runs_of(lines: Iterable[Line], size: tuple[float, float]) -> list[Run]:
    """The lines that have a place and text, measured in points."""
    wide, high = size
    return [
        Run(
            line,
            line.box.left * wide,
            line.box.top * high,
            line.box.right * wide,
            line.box.bottom * high,
        )
        for line in lines
        if line.box is not None and line.text.strip() and not line.rows
    ]


def levels(runs: Iterable[Run]) -> list[list[Run]]:
    """The runs line by line from the top on, each line from the left on."""
    found: list[list[Run]] = []
    for run in sorted(runs, key=lambda it: it.middle[1]):
        if found and _level(found[-1][0], run):
            found[-1].append(run)
        else:
            found.append([run])
    return [sorted(line, key=lambda it: it.left) for line in found]


def _level(one: Run, other: Run) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > LEVEL * min(one.bottom - one.top, other.bottom - other.top)


def text_of(runs: Sequence[Run], right: float) -> str:
    """The text of a cell.

    Args:
        runs: What stands in it.
        right: Where it ends, in points.
    """
    text, above = "", None
    for line in levels(runs):
        here = _joined(line)
        if above is not None and _ended(above, line, right):
            text += " " + here
        else:
            text = joined(text, here)
        above = line
    return _tight(text)


def _tight(text: str) -> str:
    """项 目 and 合 　 计 without the spaces that spread them over their cell."""
    parts = text.split()
    return "".join(parts) if all(map(_is_one, parts)) else text


def _is_one(part: str) -> bool:
    return len(part) == 1 and is_han(part)


def _joined(line: Sequence[Run]) -> str:
    text = line[0].line.text.strip()
    for before, run in pairwise(line):
        loose = run.left - before.right > LOOSE * run.em
        text += (" " if loose else "") + run.line.text.strip()
    return text


def _ended(above: Sequence[Run], line: Sequence[Run], right: float) -> bool:
    """Whether a line of a cell ends although what follows would have fitted."""
    em = above[-1].em
    flush = abs(above[0].left - line[0].left) < em
    needed = unbreakable(line[0].line.text.strip()) + ROOM
    long = width(_joined(above)) >= SHORTEST and width(_joined(line)) >= SHORTEST
    return flush and long and right - above[-1].right > needed * em


def joined(before: str, after: str) -> str:
    """Two lines of one cell: a space only stands between two Latin words."""
    if not before or not after:
        return before + after
    left, right = before[-1], after[0]
    words = left.isascii() and right.isascii() and left.isalpha() and right.isalpha()
    return f"{before} {after}" if words else before + after


def cut(run: Run, xs: Iterable[float]) -> list[Run]:
    """A run that goes on over the sides of cells, cut there.

    Where its characters stand is reckoned from their widths.
    """
    pieces: list[Run] = []
    rest = run
    for x in sorted(xs):
        text = rest.line.text
        place = _place(text, (x - rest.left) / max(1.0, rest.right - rest.left))
        if 0 < place < len(text):
            pieces.append(_piece(rest, text[:place].strip(), rest.left, x))
            rest = _piece(rest, text[place:].strip(), x, rest.right)
    return [*pieces, rest]


def _piece(run: Run, text: str, left: float, right: float) -> Run:
    return replace(run, line=replace(run.line, text=text), left=left, right=right)


def _place(text: str, share: float) -> int:
    """The place in the text that stands at this share of its width; spaces draw it."""
    whole = max(width(text), 0.5)
    best, nearest, so_far = 0, 2.0, 0.0
    for place, character in enumerate(text):
        near = abs(so_far / whole - share) - (0.1 if character == " " else 0.0)
        if near < nearest:
            best, nearest = place, near
        so_far += width(character) or 0.5
    return best
