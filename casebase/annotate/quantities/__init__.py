"""Figures: so much or so many of something, in base units, and of which year."""

from __future__ import annotations

from collections.abc import Iterator

from casebase.annotate.quantities.figures import Figure, figures
from casebase.annotate.quantities.subjects import is_bare, subject_of
from casebase.annotate.quantities.years import year_before
from casebase.entry import Entry, Evidence, Quantity, Role
from casebase.text.units import alike

_ENDS_SENTENCE = ("。", "！", "？", "；")


def quantities(
    entry: Entry, this_year: int | None = None
) -> Iterator[tuple[Quantity, Evidence]]:
    """The figures of the entry's prose, in reading order; the cells of tables are not.

    A figure is of the year named last before it in its sentence; of none where the
    sentence spans years or names none.

    Args:
        entry: What is read.
        this_year: The year that it calls 今年, None where nothing says so.
    """
    begin = 0
    for paragraph in entry.paragraphs:
        text = paragraph.text
        if paragraph.role is not Role.ROW:
            heading = paragraph.role is Role.HEADING
            last: tuple[Figure, str | None] | None = None
            for figure in figures(text, heading=heading):
                subject = _subject(text, figure, last)
                last = figure, subject
                yield _quantity(text, figure, subject, this_year), _proof(figure, begin)
        begin += len(text) + 1


def _subject(
    text: str, figure: Figure, last: tuple[Figure, str | None] | None
) -> str | None:
    """What it counts; that of the figure before where the sentence names no other."""
    low = last[0].end if last else 0
    if last and is_bare(text, low, figure.start, figure.unit):
        # 7项51个, 由62%提高到81%; 4个项目 names what it counts all the same.
        own = subject_of(text, figure.start, figure.end, figure.unit, figure.start)
        return own or last[1]
    own = subject_of(text, figure.start, figure.end, figure.unit, low)
    if own or last is None or not alike(figure.unit, last[0].unit):
        return own
    ended = any(text.find(sign, low, figure.start) >= 0 for sign in _ENDS_SENTENCE)
    return None if ended else last[1]


def _quantity(
    text: str, figure: Figure, subject: str | None, this_year: int | None
) -> Quantity:
    return Quantity(
        text=figure.quote,
        value=figure.value,
        unit=figure.unit,
        approximate=figure.approximate,
        subject=subject,
        year=year_before(text, figure.start, figure.end, this_year),
    )


def _proof(figure: Figure, begin: int) -> Evidence:
    start, end = begin + figure.start, begin + figure.end
    return Evidence("text", start, end, figure.quote, f"quantity.{figure.rule}")
