"""How many facts are right: what was found is paired with what is true."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bench.gold import Row
from bench.judging import MEASURES, Measure, Owner, Part, holds


@dataclass
class Tally:
    """What was counted of a field.

    Attributes:
        gold: Facts that are true and not optional.
        met: Those of them that were found.
        found: Facts found, but for those that met an optional one.
        right: Those of them that are true.
        parts: Of what is said beside the name: how often it holds.
        judged: The same: how often it was looked at.
        missed: True facts that were not found.
        extra: Found facts that are not true.
        wrong: Right facts of which something else is wrong.
    """

    gold: int = 0
    met: int = 0
    found: int = 0
    right: int = 0
    parts: Counter[str] = field(default_factory=Counter)
    judged: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The share of what was found that is true; 1 where nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of what is true that was found; 1 where nothing is true."""
        return self.met / self.gold if self.gold else 1.0

    def share(self, part: str) -> float:
        """How often something beside the name holds, of the facts that are right."""
        return self.parts[part] / self.judged[part] if self.judged[part] else 1.0

    def add(self, other: Tally) -> None:
        """Count what the other counted too."""
        for name in ("gold", "met", "found", "right"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for name in ("parts", "judged"):
            getattr(self, name).update(getattr(other, name))
        for name in ("missed", "extra", "wrong"):
            getattr(self, name).extend(getattr(other, name))


def compare(
    name: str, rows: Sequence[Row], values: Sequence[Any], owner: Owner
) -> Tally:
    """Pair what is true with what was found, the most alike first."""
    measure = MEASURES[name]
    pairs = sorted(
        (
            (_alike(measure, row, value, owner), not row.optional, -at, -place)
            for at, row in enumerate(rows)
            for place, value in enumerate(values)
            if measure.same(row, value, owner)
        ),
        reverse=True,
    )
    row_of: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, at, place in pairs:
        if -place not in row_of and (-at not in taken or rows[-at].many):
            row_of[-place] = -at
            taken.add(-at)
    return _tally(name, rows, values, owner, row_of)


def _alike(measure: Measure, row: Row, value: Any, owner: Owner) -> int:  # noqa: ANN401 - a fact's value
    return sum(holds(part, row, value, owner) for part in measure.parts)


def _tally(
    name: str,
    rows: Sequence[Row],
    values: Sequence[Any],
    owner: Owner,
    row_of: Mapping[int, int],
) -> Tally:
    tally = Tally(gold=sum(not row.optional for row in rows))
    taken = set(row_of.values())
    tally.met = sum(not rows[at].optional for at in taken)
    tally.missed = [
        " | ".join(row.cells)
        for at, row in enumerate(rows)
        if at not in taken and not row.optional
    ]
    for place, value in enumerate(values):
        if place not in row_of:
            tally.found += 1
            tally.extra.append(str(value))
        elif not rows[row_of[place]].optional:
            tally.found += 1
            tally.right += 1
            _count_parts(tally, MEASURES[name].parts, rows[row_of[place]], value, owner)
    return tally


def _count_parts(
    tally: Tally,
    parts: Sequence[Part],
    row: Row,
    value: Any,  # noqa: ANN401 - a fact's value
    owner: Owner,
) -> None:
    for part in parts:
        if not row.cell(part.column).startswith("*"):
            tally.judged[part.name] += 1
            if holds(part, row, value, owner):
                tally.parts[part.name] += 1
            else:
                tally.wrong.append(f"{part.name}: {value} ≠ {' | '.join(row.cells)}")
