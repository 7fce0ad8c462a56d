"""What a reading of lines costs, in the unit of one paragraph more.

The figures were found by hand on pages of newspapers, journals and reports; their order
of magnitude matters, not their digits.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from casebase.repair.paragraphs.lines import Strip
from casebase.repair.paragraphs.measures import INDENT

Measure = float | None  # None: a line that stands alone, in no measure


class Place(Enum):
    """Where a line stands in its paragraph."""

    FIRST = auto()
    INSIDE = auto()
    TITLE = auto()  # inside the title of a case or figure
    HEADING = auto()  # after a line that a heading's number begins


State = tuple[Measure, Place]

PARAGRAPH = 1.0

# A paragraph ends …
OPEN_END = 5.0  # on a full line without a full stop
SHORT_END = 1.0  # on a short line without one: a heading, a name
LATE_END = 2.5  # the same after several lines: only wrapped titles do so
DANGLING_END = 4.0  # on a comma, or inside a quotation
LABEL_END = 0.9  # on a full line that a heading's number begins
TITLE_STOP = 4.0  # on a full stop, and was the title of a case or figure
HEADING_STOP = 1.5  # the same after a heading's number
TITLE_END = 0.5  # on a short line of a title or heading
CLAUSE_END = 1.0  # on a semicolon: items of a list, or the middle of a paragraph

# A paragraph goes on …
STOP_INSIDE = 0.6  # after a full stop that happens to end a line
LABEL_INSIDE = 2.5  # with a line that looks like a heading
TITLE_INSIDE = 0.8  # for each further line of the title of a case or figure
APART_INSIDE = 4.0  # with a number, names, a date: cells of a table, bylines
INDENT_INSIDE = 4.0  # with an indented line
SIZE_INSIDE = 6.0  # in type of another size
GAP_INSIDE = 1.2  # after an empty line, where lines mostly follow each other

# A paragraph begins …
INDENT_START = -1.0  # with an indent
GAP_START = -0.8  # after such an empty line
LABEL_START = -1.0  # with a number
SIGN_START = 6.0  # with a comma or the like: lines that were cut anywhere
MISSING_INDENT = 2.0  # without an indent, where the others have one
FLUSH = 0.6  # with a full line: its indent was not lost, there was none

OTHER_MEASURE = 0.8  # the next paragraph is set in another measure
OTHER_COLUMN = 4.0  # the same paragraph goes on in another measure
ROUNDING = 0.3  # the same, but the measures differ by one
ALONE = 2.0  # a line stands in no measure
MISFIT = 1.2  # for each character that would still have fitted
TIGHT = 0.25  # for each that had to be squeezed in
HANGING = 1.5  # characters a line may stand out: signs, stretched numbers
NEARLY = 0.75  # as much short, a line still counts as full
EXACT = 0.6  # as much short, a line whose place is known reaches the edge
OTHER_SIZE = 0.9  # of the larger type's size
HEADLIKE = 0.75  # of the measure: a shorter line may be a heading


def standing(strip: Strip, measure: Measure) -> float:
    """What it costs that this line stands in that measure at all."""
    if measure is None:
        return ALONE
    over = strip.width - strip.looseness - measure - HANGING
    return MISFIT * max(over, 0.0)


STOPS = {Place.TITLE: TITLE_STOP, Place.HEADING: HEADING_STOP}


def next_place(strip: Strip, place: Place) -> Place:
    """Where the next line of the same paragraph stands."""
    if place is not Place.FIRST:
        return place
    if strip.title:
        return Place.TITLE
    return Place.HEADING if strip.heading else Place.INSIDE


def line_cost(strip: Strip, following: Strip, state: State) -> float:
    """What it costs that the line is full and its paragraph goes on."""
    measure, place = state
    if measure is None:
        return float("inf")
    full = _misfit(strip, following, measure)
    if next_place(strip, place) is Place.TITLE:
        full += TITLE_INSIDE
    if place is not Place.FIRST or strip.title or strip.indented or strip.measure:
        return full
    return min(full + FLUSH, _misfit(strip, following, measure - INDENT))


def _misfit(strip: Strip, following: Strip, measure: float) -> float:
    """How badly the line fills the measure, given what could not be taken in."""
    short = measure - strip.width
    if short < 0:
        over = max(-short - strip.looseness, 0.0)
        return TIGHT * over + MISFIT * max(over - HANGING, 0.0)
    fitting = max(following.head - 0.5, 0.5) + strip.looseness
    return 0.1 * min(short, fitting) + MISFIT * max(short - fitting, 0.0)


def end_cost(strip: Strip, following: Strip | None, state: State) -> float:
    """What it costs that a paragraph ends with this line."""
    measure, place = state
    if strip.stop and place in STOPS:
        return STOPS[place]
    if strip.stop or strip.apart or measure is None:
        return 0.0
    if following and following.apart:
        return SHORT_END
    known = strip.indented or strip.title or strip.measure
    if place is Place.FIRST and not known:
        measure -= INDENT
    head = following.head if following else 1.0
    full = measure - strip.width <= head + NEARLY + strip.looseness
    return _open_end(strip, place, full=full)


def _open_end(strip: Strip, place: Place, *, full: bool) -> float:
    first = place is Place.FIRST
    if (strip.label or strip.title) and first:
        return LABEL_END if full else 0.0
    if strip.dangling:
        return DANGLING_END
    if place in STOPS:
        return LABEL_END if full else TITLE_END
    if strip.text[-1] in "；;：:":
        return CLAUSE_END if full else 0.0
    if full:
        return OPEN_END
    return SHORT_END if first or strip.label else LATE_END


def start_cost(strip: Strip, *, gap: bool, missing: bool) -> float:
    """What it costs that a paragraph begins with this line.

    Args:
        strip: The line.
        gap: Whether a telling empty line stands before it.
        missing: Whether it should have been indented.
    """
    return (
        INDENT_START * strip.indented
        + GAP_START * gap
        + LABEL_START * strip.label
        + SIGN_START * (strip.text[0] in "，。、；：！？”’）》")
        + MISSING_INDENT * missing
    )


def inside_cost(strip: Strip, following: Strip, *, gap: bool) -> float:
    """What it costs, their widths aside, that the two lines are of one paragraph."""
    full = strip.measure and strip.width >= strip.measure - EXACT and not strip.stop
    runs_on = full and not gap and not (strip.apart or following.indented)
    return (
        STOP_INSIDE * strip.stop
        + (0.0 if runs_on else APART_INSIDE) * (strip.apart or following.apart)
        + LABEL_INSIDE * following.label
        + INDENT_INSIDE * following.indented
        + GAP_INSIDE * gap
        + SIZE_INSIDE * _in_other_type(strip, following)
    )


def _in_other_type(strip: Strip, following: Strip) -> bool:
    one, two = sorted((strip.size, following.size))
    return 0 < one < OTHER_SIZE * two


def is_headlike(strip: Strip, measures: Sequence[float]) -> bool:
    """A short line that is no sentence: headings stand where no indent is."""
    short = bool(measures) and strip.width < HEADLIKE * max(measures)
    return short and not (strip.stop or strip.dangling)
