"""The parts of a page in the order in which a person reads them.

A part is cut where the evidence is: at a drawn line across it, at the gutters that run
from its top to its bottom, and else above and below the columns that it contains, which
headlines, captions and tables over several columns leave between them. This is Nagy and
Seth's (1984) recursive cut, but only where sentences would be torn otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from casebase.repair.columns.evidence import Edges, edges_of
from casebase.repair.columns.flow import runs_past, white_bands
from casebase.repair.columns.gutters import Cut, Rules, cuts_of, parted
from casebase.repair.columns.pieces import Area, Piece, around, body_size
from casebase.repair.columns.rows import Row, rows_of
from casebase.repair.columns.spans import Span, spans_of

DEEPEST = 40  # cuts within cuts
ACROSS = 0.8  # of a part's width, that a line across it has
MOST_BANDS = 8  # looked at in one part of a page
ASIDE = 1.05  # times the body's size: larger type across columns is a headline
LARGER = 1.15  # times the body's size: a headline's type
NARROW = 0.9  # of its column's width: a line so wide fills it
CENTRED = 1.0  # type sizes: middles no farther apart are one
OVERLAP = 0.1  # of the lower one's height: runs no more so are not side by side

White = tuple[float, float]  # a gutter, from left to right


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of one column between two cuts.

    Attributes:
        rows: From top to bottom.
        edges: Of the column, which may have more rows than this part.
        turn: Whether a column begins with it.
    """

    rows: tuple[Row, ...]
    edges: Edges
    turn: bool = False


@dataclass(frozen=True, slots=True)
class _Past:
    """Columns between two heights that run past what stands across them."""

    top: float
    bottom: float
    whites: list[White]


def parts_of(pieces: Sequence[Piece], rules: Rules) -> tuple[list[Part], list[Cut]]:
    """The parts of a page, or of a frame, as they are read.

    Also its gutters, so that they can be looked for on other pages.
    """
    if not pieces:
        return [], []
    cutter = _Cutter(rules, body_size(pieces) or pieces[0].size, [])
    return list(cutter.parts(pieces, None, DEEPEST)), cutter.found


@dataclass(frozen=True, slots=True)
class _Cutter:
    rules: Rules
    size: float
    found: list[Cut]

    def parts(
        self, pieces: Sequence[Piece], column: Edges | None, depth: int
    ) -> Iterator[Part]:
        """The parts of these pieces, which stand in a column with these edges."""
        if not pieces:
            return
        if depth and _stand_side_by_side(pieces):
            across = self._across(pieces)
            if across is not None:
                for band in _bands(pieces, [across]):
                    yield from self.parts(band, column, depth - 1)
                return
            cuts = cuts_of(pieces, self.size, self.rules)
            if cuts:
                self.found.extend(cuts)
                heights = self._headline(pieces, cuts) or self._passages(pieces, cuts)
                if not heights:
                    yield from self._columns(pieces, _whites(cuts), depth)
                    return
            else:
                span = self._span(pieces)
                heights = [span.top, span.bottom] if span else []
                past = self._past(pieces, span) if span else None
                if past:
                    yield from self._around(pieces, past, column, depth)
                    return
            if heights:
                for band in _bands(pieces, heights):
                    yield from self.parts(band, column, depth - 1)
                return
        rows = rows_of(pieces)
        yield Part(tuple(rows), column or edges_of(rows))

    def _columns(
        self, pieces: Sequence[Piece], whites: Sequence[White], depth: int
    ) -> Iterator[Part]:
        for number, column in enumerate(parted(pieces, whites)):
            edges = edges_of(rows_of(column))
            for at, part in enumerate(self.parts(column, edges, depth - 1)):
                turns = part.turn or (number > 0 and at == 0)
                yield replace(part, turn=turns)

    def _headline(self, pieces: Sequence[Piece], cuts: Sequence[Cut]) -> list[float]:
        """The foot of what stands over all columns and is narrower than they are.

        It stands in the middle above them, with nothing beside it; it is set larger, or
        the columns all begin at one height below it.
        """
        area = around(piece.area for piece in pieces)
        columns = [column for column in parted(pieces, _whites(cuts)) if column]
        tops = sorted(min(piece.area.top for piece in column) for column in columns)
        head = [piece for piece in pieces if piece.area.middle < tops[1]]
        rows = rows_of(head)
        if not rows:
            return []
        if rows[0].size < LARGER * self.size and not self._begin_below(columns, head):
            return []
        middle = (area.left + area.right) / 2
        centred = all(
            abs((row.area.left + row.area.right) / 2 - middle) <= CENTRED * row.size
            for row in rows
        )
        return [max(row.area.middle for row in rows)] if centred else []

    def _begin_below(
        self, columns: Sequence[Sequence[Piece]], head: Sequence[Piece]
    ) -> bool:
        """Whether all columns begin at one height, the one that holds a head as well.

        A line of such a column that is as wide as it is may be one of its own.
        """
        above = set(map(id, head))
        narrow = max(piece.area.width for piece in head)
        tops = []
        for column in columns:
            rest = [piece.area for piece in column if id(piece) not in above]
            if not rest or narrow > NARROW * around(rest).width:
                return False
            tops.append(min(area.top for area in rest))
        return max(tops) - min(tops) <= self.size / 2

    def _passages(self, pieces: Sequence[Piece], cuts: Sequence[Cut]) -> list[float]:
        """Where one passage ends in all its columns and another begins below."""
        columns = [rows_of(column) for column in parted(pieces, _whites(cuts))]
        return [
            height
            for height in white_bands(columns, self.size)[:MOST_BANDS]
            if not runs_past(columns, height, usual=True)
        ]

    def _past(self, pieces: Sequence[Piece], span: Span) -> _Past | None:
        """Columns that run past captions and the like, which stand across them."""
        within = _bands(pieces, [span.top, span.bottom], keep=True)[1]
        whites = _whites(cuts_of(within, self.size, self.rules))
        below = [piece for piece in pieces if piece.area.middle > span.top]
        crossing = [piece for piece in below if _crosses(piece, whites)]
        end = min(
            (piece.area.top for piece in crossing if not self._is_aside(piece)),
            default=float("inf"),
        )
        stands = set(map(id, crossing))
        rest = [it for it in below if it.area.middle < end and id(it) not in stands]
        columns = [rows_of(column) for column in parted(rest, whites)]
        heights = white_bands(columns, self.size)[:MOST_BANDS]
        if not heights or len(rest) == len(within):
            return None
        if not all(runs_past(columns, height, usual=False) for height in heights):
            return None
        return _Past(span.top, min(end, max(it.area.bottom for it in rest)), whites)

    def _is_aside(self, piece: Piece) -> bool:
        """Whether what stands across columns interrupts their text."""
        return not piece.is_type or piece.size <= ASIDE * self.size

    def _around(
        self,
        pieces: Sequence[Piece],
        past: _Past,
        column: Edges | None,
        depth: int,
    ) -> Iterator[Part]:
        above, within, below = _bands(pieces, [past.top, past.bottom], keep=True)
        yield from self.parts(above, column, depth - 1)
        across = [piece for piece in within if _crosses(piece, past.whites)]
        rest = [piece for piece in within if not _crosses(piece, past.whites)]
        yield from self._columns(rest, past.whites, depth)
        yield from self.parts(across, column, depth - 1)
        yield from self.parts(below, column, depth - 1)

    def _across(self, pieces: Sequence[Piece]) -> float | None:
        """The height of a drawn line that parts what is above from what is below."""
        area = around(piece.area for piece in pieces)
        for rule in self.rules.level:
            shared = min(rule.right, area.right) - max(rule.left, area.left)
            within = area.top < rule.middle < area.bottom
            if within and shared >= ACROSS * area.width and _is_clear(rule, pieces):
                return rule.middle
        return None

    def _span(self, pieces: Sequence[Piece]) -> Span | None:
        """The columns within these pieces that are surest, if they can be cut out."""
        for span in spans_of(pieces, self.size, self.rules):
            if len(_bands(pieces, [span.top, span.bottom])) > 1:
                return span
        return None


def _stand_side_by_side(pieces: Sequence[Piece]) -> bool:
    """Whether any two of them do; a page of single lines is done at once."""
    bottom, height = float("-inf"), 0.0
    for piece in sorted(pieces, key=lambda one: one.area.top):
        area = piece.area
        lower = min(area.height, height)
        if bottom - area.top > OVERLAP * lower:
            return True
        if area.bottom > bottom:
            bottom, height = area.bottom, area.height
    return False


def _is_clear(rule: Area, pieces: Sequence[Piece]) -> bool:
    """Whether no piece stands on both sides of a line's height."""
    play = 2.0  # points: descenders touch it
    return not any(
        piece.area.top + play < rule.middle < piece.area.bottom - play
        for piece in pieces
    )


def _whites(cuts: Iterable[Cut]) -> list[White]:
    return [(cut.left, cut.right) for cut in cuts]


def _crosses(piece: Piece, whites: Iterable[White]) -> bool:
    """Whether a piece stands across a gutter."""
    begins, ends = piece.ink
    return any(begins < left and ends > right for left, right in whites)


def _bands(
    pieces: Sequence[Piece], heights: Sequence[float], *, keep: bool = False
) -> list[list[Piece]]:
    """The pieces between one height and the next, by their middles.

    Args:
        pieces: What is to be parted.
        heights: From top to bottom.
        keep: Whether bands with nothing in them count.
    """
    bands: list[list[Piece]] = [[] for _ in range(len(heights) + 1)]
    for piece in pieces:
        bands[sum(piece.area.middle > height for height in heights)].append(piece)
    return [band for band in bands if band or keep]
