"""Newspaper pages: columns under headlines, drawn in whatever order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tests.made.making import Article, Bench, Extras, Made, article, truth_of
from tests.made.press import Rule, Sheets, html_of, printed
from tests.made.setting import (
    Frame,
    SetLine,
    Style,
    extent,
    flow,
    height,
    one,
    rows_first,
    words,
)

PAGE = (842.0, 1190.0)
MARGIN = 48.0
BODY = Style(size=10, leading=1.5)
HEAD = Style(
    size=13, leading=1.5, indent=0, align="center", bold=True, family="sans", before=0.6
)
TITLE = Style(size=30, leading=1.3, indent=0, align="center", bold=True)
UNDER = Style(size=15, leading=1.5, indent=0, align="center", family="sans")
SMALL = Style(size=9, leading=1.4, indent=0, align="left", family="sans")
TOP = 130.0  # where text may begin, below the paper's own head


@dataclass(frozen=True)
class Grid:
    """Columns of one width side by side."""

    count: int
    gap: float = 18.0

    @property
    def width(self) -> float:
        return (PAGE[0] - 2 * MARGIN - (self.count - 1) * self.gap) / self.count

    def left(self, column: int) -> float:
        return MARGIN + column * (self.width + self.gap)

    def span(self, columns: int) -> float:
        return columns * self.width + (columns - 1) * self.gap


def five_columns_scrambled(bench: Bench) -> Made:
    """Five columns drawn glyph by glyph in no order at all."""
    made = _page(bench, Grid(5, 16), length=3600)
    return _printed(bench, made, "five-columns-scrambled", order="scrambled")


def four_columns_by_rows(bench: Bench) -> Made:
    """Four columns drawn from top to bottom across all of them, with rules."""
    made = _page(bench, Grid(4), length=3200, rules=True)
    return _printed(bench, made, "four-columns-by-rows", order="rows")


def three_columns_by_words(bench: Bench) -> Made:
    """Three columns by rows, every few characters placed by themselves."""
    made = _page(bench, Grid(3, 22), length=2800, photo=True)
    return _printed(bench, made, "three-columns-by-words", order="words")


def columns_backwards(bench: Bench) -> Made:
    """The last column is drawn first, the headline last."""
    made = _page(bench, Grid(bench.random.randint(2, 4)), length=2400)
    return _printed(bench, made, "columns-backwards", order="backwards")


def headline_over_two(bench: Bench) -> Made:
    """A headline over the first two of four columns, text beside and below it."""
    made = _page(bench, Grid(4), length=2800, over=2)
    return _printed(bench, made, "headline-over-two", order="backwards")


def narrow_gaps(bench: Bench) -> Made:
    """Columns that stand hardly wider apart than characters do."""
    made = _page(bench, Grid(4, 11), length=3200)
    return _printed(bench, made, "narrow-gaps", order="rows")


def photo_in_the_middle(bench: Bench) -> Made:
    """A photograph over the two middle columns, its credit below it."""
    made = _page(bench, Grid(4), length=2400, photo=True, rules=True)
    return _printed(bench, made, "photo-in-the-middle", order="columns")


@dataclass(frozen=True)
class Drawn:
    """A page before it is printed."""

    written: Article
    extras: Extras
    lines: Sequence[SetLine]
    rules: Sequence[Rule]


def _page(
    bench: Bench,
    grid: Grid,
    length: int,
    *,
    over: int = 0,
    photo: bool = False,
    rules: bool = False,
) -> Drawn:
    writer = bench.writer
    written = article(writer, length, sections=4)
    year, month, day = writer.date()
    folio = f"{year}年{month}月{day}日　星期{writer.random.choice('一二三四五六')}"
    paper, part = "栖霞岭教育报", f"0{writer.random.randint(2, 8)} 党建"
    furniture = [folio, paper, part]
    drawn = _furniture(folio, paper, part)
    spanned = grid.span(over or grid.count)
    heading = _headline(written, Frame(0, MARGIN, TOP, spanned, 400))
    foot = extent(heading) + 16
    tops = [
        foot if column < (over or grid.count) else TOP for column in range(grid.count)
    ]
    credit = writer.credit() if photo else ""
    hole = Frame(0, grid.left(1), 0, grid.span(2), 150) if photo else None
    body = _filled(written, grid, tops, hole)
    boxes = []
    if photo and hole:
        box, words_ = _photograph(credit, grid, foot)
        boxes, drawn = [box], [*drawn, *words_]
    if rules:
        low = extent(body)
        boxes += [
            Rule(0, grid.left(column) - grid.gap / 2, foot, 0.7, low - foot)
            for column in range(1, grid.count)
            if not (photo and column == 2)
        ]
    boxes.append(Rule(0, MARGIN, 100, PAGE[0] - 2 * MARGIN, 1))
    extras = Extras(
        [credit] if credit else [], furniture, date=f"{year}-{month:02}-{day:02}"
    )
    return Drawn(written, extras, [*drawn, *heading, *body], boxes)


def _furniture(folio: str, paper: str, part: str) -> list[SetLine]:
    wide = PAGE[0] - 2 * MARGIN
    return [
        *one(folio, SMALL, Frame(0, MARGIN, 80, 300, 20)),
        *one(
            paper,
            replace(UNDER, align="center", bold=True),
            Frame(0, MARGIN, 70, wide, 30),
        ),
        *one(
            part, replace(SMALL, align="right", size=12), Frame(0, MARGIN, 76, wide, 20)
        ),
    ]


def _headline(written: Article, frame: Frame) -> list[SetLine]:
    size = min(30.0, frame.width / (max(map(len, written.title.split())) + 1))
    return flow(
        [
            (written.title, replace(TITLE, size=size)),
            (written.subtitle, replace(UNDER, size=min(15.0, size * 0.6))),
        ],
        [frame],
    )


def _filled(
    written: Article, grid: Grid, tops: Sequence[float], hole: Frame | None
) -> list[SetLine]:
    """The text in columns of the least height that holds it."""
    pieces = written.set_in(BODY, HEAD)
    foot = max(tops) + 60
    while True:
        frames = []
        for column, top in enumerate(tops):
            below = hole is not None and column in {1, 2}
            begin = top + (hole.height + 34 if below and hole else 0)
            frames.append(
                Frame(0, grid.left(column), begin, grid.width, max(12, foot - begin))
            )
        try:
            return flow(pieces, frames)
        except OverflowError:
            foot += 15
            if foot > PAGE[1] - 30:
                raise


def _photograph(credit: str, grid: Grid, top: float) -> tuple[Rule, list[SetLine]]:
    wide = grid.span(2)
    box = Rule(0, grid.left(1), top, wide, 150, box=True)
    style = replace(SMALL, align="center")
    room = height(credit, style, wide)
    return box, one(credit, style, Frame(0, grid.left(1), top + 155, wide, room + 5))


def _printed(bench: Bench, made: Drawn, kind: str, order: str) -> Made:
    lines = list(made.lines)
    if order in {"rows", "words"}:
        lines = rows_first(lines)
    if order == "words":
        lines = rows_first([run for line in lines for run in words(line)])
    if order == "backwards":
        lines.reverse()
    if order == "scrambled":
        lines = [
            replace(line, glyphs=(glyph,)) for line in lines for glyph in line.glyphs
        ]
        bench.random.shuffle(lines)
    sheets = Sheets([PAGE], lines, made.rules, glyphwise=order == "scrambled")
    data = printed(bench.browser, html_of(sheets))
    return Made(f"{kind}.pdf", data, truth_of(made.written, made.extras))


MAKERS = (
    five_columns_scrambled,
    four_columns_by_rows,
    three_columns_by_words,
    columns_backwards,
    headline_over_two,
    narrow_gaps,
    photo_in_the_middle,
)
