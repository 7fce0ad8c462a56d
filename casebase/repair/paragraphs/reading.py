"""The cheapest reading of lines as paragraphs: Viterbi, the measure being hidden."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from casebase.repair.paragraphs.costs import (
    OTHER_COLUMN,
    OTHER_MEASURE,
    PARAGRAPH,
    ROUNDING,
    Measure,
    Place,
    State,
    end_cost,
    inside_cost,
    is_headlike,
    line_cost,
    next_place,
    standing,
    start_cost,
)
from casebase.repair.paragraphs.lines import Strip
from casebase.repair.paragraphs.measures import (
    WINDOW,
    has_gaps,
    has_indents,
    measures_around,
)

Reading = tuple[int, int, Measure]  # first line, end, measure of a paragraph


@dataclass(frozen=True, slots=True)
class _Way:
    """The cheapest way to a state, and from where it comes."""

    cost: float
    before: State | None
    joined: bool


def read_lines(strips: Sequence[Strip]) -> list[Reading]:
    """The cheapest reading of all the lines, in O(lines x measures²)."""
    choices = measures_around(strips)
    table: list[dict[State, _Way]] = [
        {
            (measure, Place.FIRST): _Way(
                standing(strips[0], measure), None, joined=False
            )
            for measure in (*choices[0], None)
        }
    ]
    for number, (strip, following) in enumerate(pairwise(strips), 1):
        start, inside = _common_costs(strips, number, choices[number])
        table.append(_step(table[-1], strip, following, choices[number], start, inside))
    return _trace(table, strips)


def _common_costs(
    strips: Sequence[Strip], number: int, measures: Sequence[float]
) -> tuple[float, float]:
    """What it costs, whatever the measure, to begin with a line or go on with it."""
    strip, following = strips[number - 1], strips[number]
    around = strips[max(number - WINDOW // 2, 0) : number + WINDOW // 2]
    gap = following.gap and not has_gaps(around)
    excused = strip.label or following.label or is_headlike(following, measures)
    missing = not (following.indented or excused) and has_indents(around)
    start = start_cost(following, gap=gap, missing=missing)
    return start, inside_cost(strip, following, gap=gap)


def _step(
    ways: dict[State, _Way],
    strip: Strip,
    following: Strip,
    measures: Sequence[float],
    start: float,
    inside: float,
) -> dict[State, _Way]:
    """The cheapest ways to each state of the following line."""
    ended = {
        state: way.cost + end_cost(strip, following, state)
        for state, way in ways.items()
    }
    joined: dict[Place, dict[State, float]] = defaultdict(dict)
    for state, way in ways.items():
        cost = way.cost + line_cost(strip, following, state) + inside
        joined[next_place(strip, state[1])][state] = cost
    turn = OTHER_COLUMN if following.turn else float("inf")
    row: dict[State, _Way] = {}
    for measure in (*measures, None):
        stands = standing(following, measure)
        cost, before = _cheapest(ended, measure, OTHER_MEASURE)
        row[measure, Place.FIRST] = _Way(
            cost + PARAGRAPH + start + stands, before, joined=False
        )
        for place, costs in joined.items():
            if measure is not None:
                cost, before = _cheapest(costs, measure, turn)
                row[measure, place] = _Way(cost + stands, before, joined=True)
    return row


def _cheapest(
    costs: dict[State, float], measure: Measure, change: float
) -> tuple[float, State]:
    """The cheapest state to come from, when another measure costs `change` more."""
    dearer = {
        state: cost + _change_cost(state[0], measure, change)
        for state, cost in costs.items()
    }
    state = min(dearer, key=dearer.__getitem__)
    return dearer[state], state


def _change_cost(one: Measure, other: Measure, change: float) -> float:
    """What a change of measure costs; one character more or less is a rounding."""
    if one is None or other is None or one == other:
        return 0.0
    return min(change, ROUNDING) if abs(one - other) <= 1 else change


def _trace(table: list[dict[State, _Way]], strips: Sequence[Strip]) -> list[Reading]:
    """The way back from the cheapest last state."""
    last = table[-1]
    state: State | None = min(
        last, key=lambda state: last[state].cost + end_cost(strips[-1], None, state)
    )
    found: list[Reading] = []
    end = len(strips)
    for number in range(len(strips) - 1, -1, -1):
        if state is None:
            break
        way = table[number][state]
        if not way.joined:
            found.append((number, end, state[0]))
            end = number
        state = way.before
    return found[::-1]
