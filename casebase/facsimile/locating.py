"""Where on a page the words of a paragraph stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from casebase.document import Line
from casebase.place import Box
from casebase.text.fold import fold

_SLACK = 0.004  # of the page: boxes of paragraphs are rounded
_LETTERS = re.compile(r"[^\W_]")
_LINE = 0.6  # of a run's height: runs closer than that stand on one line


@dataclass(frozen=True, slots=True)
class Spot:
    """A character of a page: folded, and where it stands."""

    text: str
    box: Box


def located(runs: Sequence[Line], place: Box, wanted: Iterable[str]) -> list[Box]:
    """Where each of `wanted` stands in the column `place`, a box a line.

    `runs` is the type of the page, each with its box; the characters of a run are taken
    to be equally wide, those of half width half as wide.
    """
    spots = list(_spots(_inside(runs, place)))
    text = "".join(spot.text for spot in spots)
    boxes: list[Box] = []
    for piece in dict.fromkeys(map(_letters, wanted)):
        if piece:
            found = re.finditer(re.escape(piece), text)
            for match in found:
                boxes += _lines(spots[match.start() : match.end()])
    return boxes


def _letters(text: str) -> str:
    return "".join(_LETTERS.findall(fold(text).text))


def _inside(runs: Iterable[Line], place: Box) -> list[tuple[str, Box]]:
    """The runs of a column from top to bottom, those on one line from left to right."""
    within = [
        (run.text, run.box)
        for run in runs
        if run.box is not None
        and place.left - _SLACK <= (run.box.left + run.box.right) / 2
        and (run.box.left + run.box.right) / 2 <= place.right + _SLACK
        and place.top - _SLACK <= (run.box.top + run.box.bottom) / 2
        and (run.box.top + run.box.bottom) / 2 <= place.bottom + _SLACK
    ]
    within.sort(key=lambda it: it[1].bottom)
    lines: list[list[tuple[str, Box]]] = []
    for run in within:
        last = lines[-1][-1][1] if lines else None
        if last and run[1].bottom - last.bottom < _LINE * (last.bottom - last.top):
            lines[-1].append(run)
        else:
            lines.append([run])
    return [run for line in lines for run in sorted(line, key=lambda it: it[1].left)]


def _spots(runs: Iterable[tuple[str, Box]]) -> Iterator[Spot]:
    """The letters and numbers of the runs, one after the other."""
    for text, box in runs:
        widths = [1 if char.isascii() else 2 for char in text]
        unit = (box.right - box.left) / max(sum(widths), 1)
        left = box.left
        for char, width in zip(text, widths, strict=True):
            right = left + width * unit
            for letter in _letters(char):
                yield Spot(letter, Box(left, box.top, right, box.bottom))
            left = right


def _lines(spots: Sequence[Spot]) -> list[Box]:
    """The boxes around spots, one for each line they stand on."""
    boxes: list[Box] = []
    for spot in spots:
        box = spot.box
        if boxes and boxes[-1].top == box.top and boxes[-1].left <= box.left:
            last = boxes.pop()
            box = Box(last.left, last.top, box.right, last.bottom)
        boxes.append(box)
    return boxes
