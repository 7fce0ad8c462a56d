"""The columns of a table without lines down: where all its rows leave room."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from casebase.repair.ruled.cells import Run, levels

GAP = 0.6  # characters of room between columns
CROSSED = 0.1  # of the lines may go over that room: a value of several columns
MANY = 5  # lines, of which one may
FULL = 1.7  # characters that a line which was broken may leave
PROSE = 4  # lines of running text
FEWEST = 2  # columns


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns of a table.

    Attributes:
        edges: Where each begins, from the left, in points; the first is left of all.
        reaches: From where to where the lines in each go.
        widths: The width of the longest line in each.
        em: The width of a character.
    """

    edges: tuple[float, ...]
    reaches: tuple[tuple[float, float], ...]
    widths: tuple[float, ...]
    em: float

    @classmethod
    def within(cls, edges: Sequence[float], runs: Sequence[Run]) -> Columns:
        """Columns that begin there, as far as these runs fill them."""
        em = median(run.em for run in runs)
        bare = cls(tuple(edges), (), (), em)
        lines: list[list[Run]] = [[] for _ in edges]
        for run in runs:
            lines[bare.of(run)].append(run)
        reaches = tuple(
            (min(it.left for it in some), max(it.right for it in some))
            if some
            else (edge, edge)
            for edge, some in zip(edges, lines, strict=True)
        )
        widths = (max((it.right - it.left for it in some), default=0) for some in lines)
        return cls(tuple(edges), reaches, tuple(widths), em)

    def of(self, run: Run) -> int:
        """The column in which a run begins."""
        return max(0, bisect_right(self.edges, run.left + self.em / 2) - 1)

    def span(self, run: Run) -> int:
        """How many columns a run goes over."""
        last = bisect_right(self.edges, run.right - self.em / 2) - 1
        return max(last - self.of(run), 0) + 1

    def is_full(self, run: Run) -> bool:
        """Whether a line has no room for another word, so that it may go on."""
        return self.widths[self.of(run)] - (run.right - run.left) <= FULL * self.em


def columns_of(runs: Sequence[Run]) -> Columns | None:
    """The columns in which runs stand, None where there are none.

    A few values that go over several columns are left out of account.
    """
    em = median(run.em for run in runs)
    count = len(levels(runs))
    few = max(int(count >= MANY), int(CROSSED * count))
    rough = Columns(_edges(runs, few, em), (), (), em)
    single = [run for run in runs if rough.span(run) == 1]
    edges = _edges(single, 0, em)
    if len(edges) < FEWEST:
        return None
    return Columns.within(edges, single)


def _edges(runs: Sequence[Run], few: int, em: float) -> tuple[float, ...]:
    """Where columns begin: after room over which no more than a few runs go."""
    ends = [(run.left, 1) for run in runs] + [(run.right, -1) for run in runs]
    edges: list[float] = []
    over, room = 0, float("-inf")  # where the room began
    for x, step in sorted(ends):
        if over == few and step > 0 and x - room >= GAP * em:
            edges.append(max(x - em / 2, (x + room) / 2))
        over += step
        if over == few and step < 0:
            room = x
    return tuple(edges)


def is_prose(runs: Sequence[Run], columns: Columns) -> bool:
    """Whether columns hold running text, as those of a newspaper do."""
    lines: list[list[Run]] = [[] for _ in columns.edges]
    for run in sorted(runs, key=lambda it: it.top):
        lines[columns.of(run)].append(run)
    running = [_is_running(some, columns) for some in lines]
    return sum(running) >= max(1, len(running) / 2)


def _is_running(runs: Sequence[Run], columns: Columns) -> bool:
    """Whether most lines are full, and signs stand in them."""
    full = sum(columns.is_full(run) for run in runs)
    signs = sum(any(sign in run.line.text for sign in "，。；") for run in runs)
    long = sum(run.right - run.left for run in runs) > len(runs) * 8 * columns.em
    return long and len(runs) >= PROSE and full >= len(runs) / 2 and 3 * signs >= full
