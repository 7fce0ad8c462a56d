"""Journal papers and pages with boxes: two columns, footnotes, sidebars, spreads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from tests.made.making import Article, Bench, Extras, Made, article, truth_from
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

A4 = (595.0, 842.0)
LEFT, RIGHT, TOP, FOOT = 62.0, 533.0, 92.0, 770.0
GAP = 22.0
COLUMN = (RIGHT - LEFT - GAP) / 2
BODY = Style(size=10, leading=1.5)
HEAD = Style(size=11.5, leading=1.6, indent=0, align="left", bold=True, family="sans")
TITLE = Style(size=20, leading=1.4, indent=0, align="center", bold=True)
PLAIN = Style(size=10, leading=1.5, indent=0, align="center")
ABSTRACT = Style(size=9.5, leading=1.5, indent=0)
NOTE = Style(size=8, leading=1.4, indent=0)
RUNNING = Style(size=9, indent=0, align="center", family="sans")


def paper_by_rows(bench: Bench) -> Made:
    """Two columns whose lines are drawn row by row, footnotes in the left column."""
    return _paper(bench, "paper-by-rows", rows_first, notes_over=1)


def paper_by_words(bench: Bench) -> Made:
    """Two columns drawn by rows in runs of a few characters, notes over both."""

    def drawn(lines: Sequence[SetLine]) -> list[SetLine]:
        return rows_first([run for line in lines for run in words(line)])

    return _paper(bench, "paper-by-words", drawn, notes_over=2)


def paper_backwards(bench: Bench) -> Made:
    """Two columns, each page drawn from its end."""
    return _paper(bench, "paper-backwards", lambda lines: [*lines][::-1], notes_over=1)


def _paper(
    bench: Bench,
    kind: str,
    order: Callable[[Sequence[SetLine]], list[SetLine]],
    notes_over: int,
) -> Made:
    writer = bench.writer
    written = replace(article(writer, 3600, 5), subtitle="")
    written = _numbered(written)
    front, parts = _front(bench, written)
    top = extent(front) + 18
    notes = writer.notes()
    frames, set_notes, rules = _frames(top, notes, notes_over)
    body = flow(written.set_in(BODY, HEAD), frames)
    pages = body[-1].page + 1
    furniture, strings = _heads(bench, pages)
    lines = order([*front, *body, *set_notes, *furniture])
    data = printed(bench.browser, html_of(Sheets([A4] * pages, lines, rules)))
    parts += [text for _, text in written.parts]
    extras = Extras(floating=notes, forbidden=strings)
    return Made(f"{kind}.pdf", data, truth_from(written.title, parts, extras))


def _numbered(written: Article) -> Article:
    number = 0
    parts = []
    for what, text in written.parts:
        number += what == "heading"
        parts.append((what, f"{number} {text}" if what == "heading" else text))
    return replace(written, parts=tuple(parts))


def _front(bench: Bench, written: Article) -> tuple[list[SetLine], list[str]]:
    writer = bench.writer
    author = writer.filled("{name}")
    school = writer.filled("（{college}，临溪 3150{n}）")
    abstract = f"摘要：{writer.paragraph(150)}"
    keywords = writer.filled("关键词：{thing}；{field}；“{brand}”；{method}")
    number = f"中图分类号：G7{writer.random.randint(10, 19)}　文献标识码：A"
    pieces = [
        (written.title, TITLE),
        (author, replace(PLAIN, size=12, before=0.5)),
        (school, PLAIN),
        (abstract, replace(ABSTRACT, before=0.8)),
        (keywords, ABSTRACT),
        (number, ABSTRACT),
    ]
    set_ = flow(pieces, [Frame(0, LEFT, TOP, RIGHT - LEFT, 400)])
    return set_, [text for text, _ in pieces]


def _frames(
    top: float, notes: Sequence[str], over: int
) -> tuple[list[Frame], list[SetLine], list[Rule]]:
    """Two columns a page, with room for notes on the first one."""
    wide = COLUMN if over == 1 else RIGHT - LEFT
    room = sum(height(note, NOTE, wide) for note in notes) + 12
    low = FOOT - room
    pieces = [(note, NOTE) for note in notes]
    set_ = flow(pieces, [Frame(0, LEFT, low + 8, wide, room)])
    right_foot = FOOT if over == 1 else low
    frames = [
        Frame(0, LEFT, top, COLUMN, low - top),
        Frame(0, LEFT + COLUMN + GAP, top, COLUMN, right_foot - top),
    ]
    for page in range(1, 8):
        frames += [
            Frame(page, left, TOP, COLUMN, FOOT - TOP)
            for left in (LEFT, LEFT + COLUMN + GAP)
        ]
    return frames, set_, [Rule(0, LEFT, low, 90, 0.5)]


def _heads(bench: Bench, pages: int) -> tuple[list[SetLine], list[str]]:
    """The journal on odd pages, the column on even ones; numbers below."""
    year, month, _ = bench.writer.date()
    journal = f"《崇岭职教论坛》{year}年第{month}期"
    column = "党建与思政"
    first = bench.random.randint(20, 80)
    lines, wide = [], RIGHT - LEFT
    for page in range(pages):
        text = column if page % 2 else journal
        style = replace(RUNNING, align="left" if page % 2 else "right")
        lines += one(text, style, Frame(page, LEFT, 56, wide, 20))
        number = f"· {first + page} ·"
        lines += one(number, RUNNING, Frame(page, LEFT, 792, wide, 20))
    return lines, [journal, column] if pages > 1 else [journal]


def sidebar(bench: Bench) -> Made:
    """A wide column of text, and a narrow one in a box beside it."""
    writer = bench.writer
    written = article(writer, 900, 3)
    side = ["相关链接", writer.paragraph(140)]
    wide = RIGHT - LEFT
    front = flow(
        [(written.title, TITLE), (written.subtitle, PLAIN)],
        [Frame(0, LEFT, TOP, wide, 200)],
    )
    top = extent(front) + 16
    body = flow(
        written.set_in(BODY, HEAD),
        [
            Frame(0, LEFT, top, wide - 165, FOOT - top),
            Frame(1, LEFT, TOP, wide, FOOT - TOP),
        ],
    )
    style = replace(BODY, size=9, indent=0, family="sans")
    inner = Frame(0, RIGHT - 138, top + 8, 130, 600)
    boxed = flow([(side[0], replace(HEAD, size=10)), (side[1], style)], [inner])
    box = Rule(0, RIGHT - 146, top, 146, extent(boxed) - top + 10, box=True)
    pages = body[-1].page + 1
    lines = [*boxed, *front, *body]
    data = printed(bench.browser, html_of(Sheets([A4] * pages, lines, [box])))
    parts = [
        written.title,
        written.subtitle,
        *(text for _, text in written.parts),
    ]
    extras = Extras(floating=["".join(side)])
    return Made("sidebar.pdf", data, truth_from(written.title, parts, extras))


def facing_pages(bench: Bench) -> Made:
    """Two pages of a booklet on one wide sheet, drawn by rows."""
    written = article(bench.writer, 2600, 4)
    middle, wide = A4[0], RIGHT - LEFT
    front = flow(
        [(written.title, TITLE), (written.subtitle, PLAIN)],
        [Frame(0, LEFT, TOP, wide, 200)],
    )
    top = extent(front) + 14
    frames = [Frame(0, LEFT, top, wide, FOOT - top)]
    frames += [Frame(0, LEFT + middle, TOP, wide, FOOT - TOP)]
    for sheet in range(1, 5):
        frames += [
            Frame(sheet, LEFT + half * middle, TOP, wide, FOOT - TOP) for half in (0, 1)
        ]
    body = flow(written.set_in(replace(BODY, size=12), HEAD), frames)
    sheets = body[-1].page + 1
    folios = [
        line
        for sheet in range(sheets)
        for half in (0, 1)
        for line in one(
            f"— {12 + 2 * sheet + half} —",
            RUNNING,
            Frame(sheet, LEFT + half * middle, 792, wide, 20),
        )
    ]
    lines = rows_first([*front, *body, *folios])
    size = (2 * A4[0], A4[1])
    data = printed(bench.browser, html_of(Sheets([size] * sheets, lines)))
    parts = [
        written.title,
        written.subtitle,
        *(text for _, text in written.parts),
    ]
    extras = Extras(forbidden=["—13—"])
    return Made("facing-pages.pdf", data, truth_from(written.title, parts, extras))


def drop_cap(bench: Bench) -> Made:
    """The first character three lines high, two columns beside a text box."""
    writer = bench.writer
    written = replace(article(writer, 900, 2), subtitle="")
    (what, first), *rest = written.parts
    written = replace(written, parts=((what, first), *rest))
    wide = RIGHT - LEFT
    front = one(written.title, TITLE, Frame(0, LEFT, TOP, wide, 100))
    top = extent(front) + 16
    cap = Style(size=40, leading=1, indent=0, align="left", bold=True)
    big = one(first[0], cap, Frame(0, LEFT, top + 2, 44, 44))
    beside = Frame(0, LEFT + 44, top, COLUMN - 44, 45)
    start, left_over = _beside(first[1:], replace(BODY, indent=0), beside)
    frames = [
        Frame(0, LEFT, top + 45, COLUMN, 330),
        Frame(0, LEFT + COLUMN + GAP, top, COLUMN, 375),
        Frame(0, LEFT, top + 480, COLUMN, FOOT - top - 480),
    ]
    pieces = [(left_over, replace(BODY, indent=0))] if left_over else []
    more = replace(written, parts=tuple(rest)).set_in(BODY, HEAD)
    quoted = f"“{writer.filled('{aim}，{aim}')}。”"
    box = Rule(0, LEFT, top + 395, wide, 60, box=True)
    quote = one(
        quoted,
        replace(PLAIN, size=14, family="sans"),
        Frame(0, LEFT + 20, top + 410, wide - 40, 45),
    )
    body = flow([*pieces, *more], frames)
    lines = [*quote, *rows_first([*front, *big, *start, *body])]
    data = printed(bench.browser, html_of(Sheets([A4], lines, [box])))
    parts = [written.title, *(text for _, text in written.parts)]
    extras = Extras(floating=[quoted])
    return Made("drop-cap.pdf", data, truth_from(written.title, parts, extras))


def _beside(text: str, style: Style, frame: Frame) -> tuple[list[SetLine], str]:
    """The lines that stand beside a large first character, and what is left."""
    low = Frame(frame.page, 0, 2000, 400, 2000)
    lines = flow([(text, style)], [frame, low])
    here = [line for line in lines if line.top < low.top]
    return here, text[sum(len(line.glyphs) for line in here) :]


MAKERS = (
    paper_by_rows,
    paper_by_words,
    paper_backwards,
    sidebar,
    facing_pages,
    drop_cap,
)
