"""Lines that meet form a lattice; its cells are what no line divides.

Lines are grouped by union-find (Tarjan 1975) over the pairs that meet, then each
lattice is cut into the smallest cells that its lines allow, and those are joined again
wherever the line between them is missing: that is how merged cells are drawn.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from casebase.repair.ruled.rules import PLAY, Rule, distances

MOST_PAIRS = 250_000  # of lines that may meet; more is a drawing
MOST_CELLS = 20_000
DRAWN = 0.6  # of a cell's side: then the side is there
NARROW = 14.0  # a column too narrow for one character

Spot = tuple[int, int]  # row and column of a smallest cell


@dataclass(frozen=True, slots=True)
class Lattice:
    """Lines that meet, as cells.

    Attributes:
        xs: Where its columns begin and end, from the left, in points.
        ys: Where its rows begin and end, from the top.
        owner: For each smallest cell the first one, by rows, of the drawn cell that
            it is part of.
        sides: Of each row, the first and the last line down that stands in it; None
            where none does.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    owner: dict[Spot, Spot]
    sides: tuple[tuple[float, float] | None, ...]

    @property
    def area(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom in points."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    def spot(self, x: float, y: float) -> Spot | None:
        """The drawn cell at a point, None outside."""
        row, column = bisect_right(self.ys, y) - 1, bisect_right(self.xs, x) - 1
        return self.owner.get((row, column))


def lattices(across: Sequence[Rule], down: Sequence[Rule]) -> list[Lattice]:
    """The lattices of a page, from the top on."""
    if len(across) * len(down) > MOST_PAIRS:
        return []
    found = [
        made
        for some_across, some_down in _meeting(across, down)
        if (made := _lattice(some_across, some_down)) is not None
    ]
    return sorted(found, key=lambda it: (it.ys[0], it.xs[0]))


def _meeting(
    across: Sequence[Rule], down: Sequence[Rule]
) -> list[tuple[list[Rule], list[Rule]]]:
    """The lines in groups that hang together, without lines that meet none."""
    across = sorted(across, key=lambda rule: rule.at)
    ats = [rule.at for rule in across]
    parents = list(range(len(across) + len(down)))

    def root(at: int) -> int:
        while parents[at] != at:
            parents[at] = parents[parents[at]]
            at = parents[at]
        return at

    for number, rule in enumerate(down, start=len(across)):
        first = bisect_left(ats, rule.start - PLAY)
        for other in range(first, bisect_right(ats, rule.end + PLAY)):
            if across[other].start - PLAY <= rule.at <= across[other].end + PLAY:
                parents[root(other)] = root(number)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for number, rule in enumerate([*across, *down]):
        group = groups.setdefault(root(number), ([], []))
        group[number >= len(across)].append(rule)
    return [group for group in groups.values() if all(group)]


def _lattice(across: Sequence[Rule], down: Sequence[Rule]) -> Lattice | None:
    """The cells of lines that hang together; open sides count as drawn."""
    xs = distances(
        [rule.at for rule in down]
        + [end for it in across for end in (it.start, it.end)]
    )
    ys = distances(
        [rule.at for rule in across]
        + [end for it in down for end in (it.start, it.end)]
    )
    if min(len(xs), len(ys)) <= 1 or len(xs) * len(ys) > MOST_CELLS:
        return None
    xs = _without_slivers(xs, down)
    owner = _owners(xs, ys, _walls(down, xs, ys), _walls(across, ys, xs))
    return Lattice(tuple(xs), tuple(ys), owner, tuple(_sides(ys, down)))


def _sides(
    ys: Sequence[float], down: Sequence[Rule]
) -> Iterator[tuple[float, float] | None]:
    found: list[list[float]] = [[] for _ in ys[1:]]
    for rule in down:
        for row in _covered(ys, rule):
            found[row].append(rule.at)
    return ((min(ats), max(ats)) if ats else None for ats in found)


def _without_slivers(xs: list[float], down: Sequence[Rule]) -> list[float]:
    """The columns' edges, one where lines of different rows miss each other a little.

    Two edges so near that no character fits between them are one, unless some row has
    both of them: then it is a narrow cell.
    """
    found = xs[:1]
    for x in xs[1:]:
        near = x - found[-1] < NARROW
        if not near or _side_by_side(found[-1], x, down):
            found.append(x)
    return found


def _side_by_side(left: float, right: float, down: Sequence[Rule]) -> bool:
    here = [rule for rule in down if abs(rule.at - left) <= PLAY]
    there = [rule for rule in down if abs(rule.at - right) <= PLAY]
    return any(
        min(one.end, other.end) - max(one.start, other.start) > PLAY
        for one in here
        for other in there
    )


def _walls(
    rules: Sequence[Rule], ats: Sequence[float], edges: Sequence[float]
) -> set[Spot]:
    """Which sides are drawn: the number of the distance, the number of the stretch."""
    return {
        (_nearest(ats, rule.at), stretch)
        for rule in rules
        for stretch in _covered(edges, rule)
    }


def _covered(edges: Sequence[float], rule: Rule) -> Iterator[int]:
    """The stretches between edges along which the rule is drawn."""
    first = max(0, bisect_right(edges, rule.start) - 1)
    for stretch in range(first, len(edges) - 1):
        start, end = edges[stretch], edges[stretch + 1]
        if start >= rule.end:
            break
        if min(end, rule.end) - max(start, rule.start) >= DRAWN * (end - start):
            yield stretch


def _nearest(ats: Sequence[float], value: float) -> int:
    after = min(bisect_left(ats, value), len(ats) - 1)
    before = max(0, after - 1)
    return after if abs(ats[after] - value) <= abs(value - ats[before]) else before


def _owners(
    xs: Sequence[float], ys: Sequence[float], sides: set[Spot], tops: set[Spot]
) -> dict[Spot, Spot]:
    """Each smallest cell's first one, after joining across missing sides and tops."""
    owner: dict[Spot, Spot] = {}
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            if (row, column) in owner:
                continue
            waiting = [(row, column)]
            owner[row, column] = (row, column)
            while waiting:
                y, x = waiting.pop()
                open_to = (
                    ((y, x + 1), (x + 1, y) not in sides),
                    ((y, x - 1), (x, y) not in sides),
                    ((y + 1, x), (y + 1, x) not in tops),
                    ((y - 1, x), (y, x) not in tops),
                )
                for spot, is_open in open_to:
                    inside = 0 <= spot[0] < len(ys) - 1 and 0 <= spot[1] < len(xs) - 1
                    if is_open and inside and spot not in owner:
                        owner[spot] = (row, column)
                        waiting.append(spot)
    return owner
