"""Text and what interrupts it on its page: boxes, tables, captions, notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from casebase.document import Line

Numbered = tuple[int | None, Line]  # a line and the page it stands on


class Interruption(Enum):
    """What may stand between two lines of one paragraph."""

    TABLE = auto()
    BOX = auto()
    ASIDE = auto()


@dataclass(frozen=True, slots=True)
class Aside:
    """Lines that interrupt the text.

    Attributes:
        after: How many lines of the text stand before them.
        lines: In their order.
    """

    after: int
    lines: list[Numbered]


def threads(run: Sequence[Numbered]) -> tuple[list[Numbered], list[Aside]]:
    """The lines of the text, and those that interrupt it."""
    text: list[Numbered] = []
    asides: list[Aside] = []
    for numbered in run:
        if kind_of(numbered[1]) is None:
            text.append(numbered)
        elif asides and asides[-1].after == len(text):
            asides[-1].lines.append(numbered)
        else:
            asides.append(Aside(len(text), [numbered]))
    return text, asides


def kind_of(line: Line) -> Interruption | None:
    """How the line interrupts the text around it; None where it belongs to it."""
    if line.boxed:
        return Interruption.BOX
    if line.rows:
        return Interruption.TABLE
    return Interruption.ASIDE if line.aside else None
