"""Hard-wrapped lines joined to whole paragraphs.

The lines of a page are read as a typesetter would have set them: full lines as wide as
the measure, a first line two characters short of it (its indent was lost) or indented,
a last line of any width. The cheapest reading of the whole page is found by dynamic
programming (Viterbi), with the measure as the hidden state, because it changes: a
column is narrow, a boxed case has its own measure. A line that fits no measure stands
alone. The idea is Knuth and Plass's (1981) line breaking, read backwards.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from casebase.document import Block, BlockKind, Line, Page
from casebase.text.naming import is_credit, is_date, is_document_number, is_names
from casebase.text.numbering import (
    article_label,
    caption_label,
    case_label,
    is_named,
    mark_of,
)
from casebase.text.typesetting import (
    close_spread,
    ends_sentence,
    han_share,
    is_han,
    unbreakable,
    width,
)

Measure = float | None  # None: a line that stands alone, in no measure
State = tuple[Measure, bool]  # the measure, and whether a paragraph begins here

# What a reading costs, in the unit of one paragraph more. Found by hand on pages of
# newspapers, journals and reports; the order of magnitude matters, not the digit.
PARAGRAPH = 1.0
OPEN_END = 5.0  # a paragraph that ends on a full line without a full stop
SHORT_END = 1.0  # … on a short line without one: a heading, a name
LATE_END = 2.5  # … the same after several lines: only wrapped titles do so
DANGLING_END = 4.0  # … on a comma, or inside a quotation
LABEL_END = 1.5  # … on a full line that a heading's number begins
CLAUSE_END = 1.0  # … on a semicolon: items of a list, or the middle of a paragraph
TITLE_INSIDE = 5.0  # a title of a case or figure that runs on into a whole line
STOP_INSIDE = 0.6  # a full stop that happens to stand at the end of a line
LABEL_INSIDE = 2.5  # a line inside a paragraph that looks like a heading
INDENT_INSIDE = 4.0
APART_INSIDE = 4.0  # a number, names, a date: cells of a table, bylines
MISSING_INDENT = 2.0
GAP = 1.2  # an empty line where lines mostly follow each other
INDENT_START = 1.0  # what these are worth where a paragraph begins
GAP_START = 0.8
LABEL_START = 1.0
FLUSH = 0.6  # a first line that was not indented
OTHER_MEASURE = 0.8
OTHER_COLUMN = 4.0  # a paragraph that goes on in another measure
ALONE = 2.0
MISFIT = 1.2  # per character that would still have fitted
HANGING = 1.5  # characters a line may stand out: signs, stretched numbers

INDENT = 2.0
NARROWEST = 8.0
WIDE = 24.0  # two lines of that width are no chance
LONGEST_CREDIT = 40.0
WINDOW = 40  # lines around a line among which its measure is looked for
CHOICES = 6


@dataclass(frozen=True, slots=True)
class _Strip:
    """A line as the typesetter sees it."""

    text: str
    page: int | None
    width: float
    indented: bool
    gap: bool
    turn: bool  # a page or a column may begin here
    head: float  # what has to stand together at its beginning
    looseness: float  # how far its width can be trusted: Latin type is not on the grid
    stop: bool
    dangling: bool
    label: bool  # a heading's number
    apart: bool  # a number, names, a date, 摘要: nothing joins them
    title: bool  # 案例 3：…, 图 2 …: what follows is no body


@dataclass(frozen=True, slots=True)
class _Way:
    cost: float
    before: State | None
    joined: bool


def paragraphs(pages: Sequence[Page], *, flowing: bool) -> list[Block]:
    """The blocks of a layout: its lines joined to paragraphs.

    Headings that the format states keep their level, tables their rows; every other
    block is a PARAGRAPH as yet.

    Args:
        pages: The lines, without furniture.
        flowing: Each line is a paragraph already.
    """
    blocks: list[Block] = []
    run: list[tuple[int | None, Line]] = []
    for page in pages:
        for line in page.lines:
            if flowing or line.rows or line.level:
                blocks += _joined(run)
                run = []
                blocks += _fixed(line, page.number)
            elif line.text.strip():
                run.append((page.number, line))
    return blocks + _joined(run)


def _fixed(line: Line, page: int | None) -> list[Block]:
    if line.rows:
        return [Block(BlockKind.TABLE, "", 0, page, page, line.rows)]
    text = tidy(line.text)
    if not text:
        return []
    kind = BlockKind.HEADING if line.level else BlockKind.PARAGRAPH
    return [Block(kind, text, line.level, page, page, gap=line.gap)]


def tidy(text: str) -> str:
    """The text without markers of word processors and without stretched spaces."""
    text = re.sub(r"\[bookmark:[^\]]*\]|[\u200b\ufeff\xad]", "", text)
    text = re.sub(r"[ \t\xa0\u3000]+", lambda gap: gap[0][0], text.strip())
    text = re.sub(r"—{3,}\s*", "——", text)  # drawn as overlapping pieces
    return close_spread(text).replace("\xa0", " ").replace("\t", " ").strip()


def _joined(run: list[tuple[int | None, Line]]) -> list[Block]:
    strips = _strips(run)
    if not strips:
        return []
    return [_block(strips[start:end], measure) for start, end, measure in _read(strips)]


def _block(strips: Sequence[_Strip], measure: Measure) -> Block:
    text = strips[0].text
    for strip in strips[1:]:
        text = join(text, strip.text)
    first, last = strips[0].page, strips[-1].page
    gap = strips[0].gap
    return Block(BlockKind.PARAGRAPH, text, 0, first, last, measure=measure, gap=gap)


def join(before: str, after: str) -> str:
    """Two lines of one paragraph as one text.

    A space only stands between Latin words; a word that was hyphenated at the end of
    the line keeps its hyphen, because it cannot be told from 2023-2025.
    """
    if not before or not after:
        return before + after
    left, right = before[-1], after[0]
    latin = left.isascii() and right.isascii() and right.isalnum()
    word = latin and (left.isalpha() or left in ",.;:)!?" or right.isalpha())
    return f"{before} {after}" if word and left not in "-/+" else before + after


def _strips(run: Iterable[tuple[int | None, Line]]) -> list[_Strip]:
    indents = [_indent(line.text) for _, line in run]
    usual = Counter(indents).most_common(1)[0][0] if indents else 0.0
    strips: list[_Strip] = []
    for (page, line), indent in zip(run, indents, strict=True):
        text = tidy(line.text)
        if not text:
            continue
        inset = indent - usual
        turn = line.gap or line.text[:1] == " " or page != strips[-1].page if strips else True
        strips.append(_strip(text, page, inset, gap=line.gap, turn=turn))
    return strips


def _indent(text: str) -> float:
    inset = len(text) - len(text.lstrip(" \t\xa0\u3000"))
    white = text[:inset].replace("\t", "    ")
    units = sum(1.0 if character == "\u3000" else 0.5 for character in white)
    return units if units > 0.5 else 0.0  # dumps begin a page with one space


def _strip(
    text: str, page: int | None, inset: float, *, gap: bool, turn: bool
) -> _Strip:
    title = bool(case_label(text) or caption_label(text))
    opened = text.count("“") > text.count("”") or text.count("《") > text.count("》")
    return _Strip(
        text=text,
        page=page,
        width=width(text) + max(inset, 0.0),
        indented=inset >= 1.0,
        gap=gap,
        turn=turn,
        head=unbreakable(text),
        looseness=0.25 + 0.05 * width(text) * (1 - han_share(text)),
        stop=ends_sentence(text),
        dangling=opened or text[-1] in "，、,“《（(—",
        label=bool(title or mark_of(text) or article_label(text)),
        apart=_is_apart(text),
        title=title,
    )


def _is_apart(text: str) -> bool:
    credit = is_credit(text) and width(text) < LONGEST_CREDIT
    tests = (str.isdigit, is_names, is_date, is_named, is_document_number)
    return credit or any(test(text) for test in tests)


def _read(strips: Sequence[_Strip]) -> list[tuple[int, int, Measure]]:
    """The cheapest reading: first line, end, measure of each paragraph."""
    choices = _measures(strips)
    table: list[dict[State, _Way]] = [
        {
            (measure, True): _Way(_standing(strips[0], measure), None, joined=False)
            for measure in (*choices[0], None)
        }
    ]
    for number, (strip, following) in enumerate(pairwise(strips), 1):
        around = strips[max(number - WINDOW // 2, 0) : number + WINDOW // 2]
        gap = following.gap and not _mostly_gaps(around)
        headlike = _is_headlike(following, choices[number])
        excused = strip.label or following.label or headlike
        missing = not (following.indented or excused)
        start = _start_cost(following, gap=gap)
        if missing and _is_indented(around):
            start += MISSING_INDENT
        inside = _inside_cost(strip, following, gap=gap)
        table.append(
            _step(table[-1], strip, following, (*choices[number],), start, inside)
        )
    return _trace(table, strips)


def _step(
    ways: dict[State, _Way],
    strip: _Strip,
    following: _Strip,
    measures: tuple[float, ...],
    start: float,
    inside: float,
) -> dict[State, _Way]:
    ended = {
        state: way.cost + _end_cost(strip, following, state)
        for state, way in ways.items()
    }
    joined = {
        state: way.cost + _line_cost(strip, following, state) + inside
        for state, way in ways.items()
        if state[0] is not None
    }
    row: dict[State, _Way] = {}
    for measure in (*measures, None):
        standing = _standing(following, measure)
        price, state = _cheapest(ended, measure, OTHER_MEASURE)
        row[measure, True] = _Way(
            price + PARAGRAPH + start + standing, state, joined=False
        )
        if measure is None or not joined:
            continue
        turn = OTHER_COLUMN if following.turn else float("inf")
        price, state = _cheapest(joined, measure, turn)
        row[measure, False] = _Way(price + standing, state, joined=True)
    return row


def _cheapest(
    costs: dict[State, float], measure: Measure, change: float
) -> tuple[float, State]:
    return min(
        (
            (cost + (change if _differ(state[0], measure) else 0.0), state)
            for state, cost in costs.items()
        ),
        key=lambda choice: choice[0],
    )


def _differ(one: Measure, other: Measure) -> bool:
    return one is not None and other is not None and one != other


def _trace(
    table: list[dict[State, _Way]], strips: Sequence[_Strip]
) -> list[tuple[int, int, Measure]]:
    last = strips[-1]
    state = min(
        table[-1],
        key=lambda state: table[-1][state].cost + _end_cost(last, None, state),
    )
    found: list[tuple[int, int, Measure]] = []
    end = len(strips)
    for number in range(len(strips) - 1, -1, -1):
        way = table[number][state]
        if not way.joined:
            found.append((number, end, state[0]))
            end = number
        if way.before is not None:
            state = way.before
    return found[::-1]


def _standing(strip: _Strip, measure: Measure) -> float:
    """What it costs that this line stands in that measure at all."""
    if measure is None:
        return ALONE
    over = strip.width - strip.looseness - measure - HANGING
    return MISFIT * max(over, 0.0)


def _line_cost(strip: _Strip, following: _Strip, state: State) -> float:
    """What it costs that the line is full and its paragraph goes on."""
    measure, first = state
    assert measure is not None
    full = _misfit(strip, following, measure)
    if first and strip.title:
        wide = following.width > 0.6 * measure
        return full + (TITLE_INSIDE if wide else 0.0)
    if not first or strip.indented:
        return full
    return min(full + FLUSH, _misfit(strip, following, measure - INDENT))


def _misfit(strip: _Strip, following: _Strip, measure: float) -> float:
    short = measure - strip.width
    if short < 0:
        over = max(-short - strip.looseness, 0.0)
        return 0.25 * over + MISFIT * max(over - HANGING, 0.0)
    fitting = max(following.head - 0.5, 0.5) + strip.looseness
    return 0.1 * min(short, fitting) + MISFIT * max(short - fitting, 0.0)


def _end_cost(strip: _Strip, following: _Strip | None, state: State) -> float:
    """What it costs that a paragraph ends with this line."""
    measure, first = state
    if strip.stop or measure is None or strip.apart:
        return 0.0
    if following and following.apart:
        return SHORT_END
    measure -= INDENT if first and not (strip.indented or strip.title) else 0.0
    head = following.head if following else 1.0
    full = measure - strip.width <= head + 0.75 + strip.looseness
    if strip.label and first:
        return LABEL_END if full else 0.0
    if strip.dangling:
        return DANGLING_END
    if strip.text[-1] in "；;：:":
        return CLAUSE_END if full else 0.0
    if full:
        return OPEN_END
    return SHORT_END if first or strip.label else LATE_END


def _start_cost(strip: _Strip, *, gap: bool) -> float:
    return (
        (-INDENT_START if strip.indented else 0.0)
        - (GAP_START if gap else 0.0)
        - (LABEL_START if strip.label else 0.0)
    )


def _is_headlike(strip: _Strip, measures: Sequence[float]) -> bool:
    """A short line that is no sentence: headings stand where no indent is."""
    short = bool(measures) and strip.width < 0.75 * max(measures)
    return short and not (strip.stop or strip.dangling)


def _inside_cost(strip: _Strip, following: _Strip, *, gap: bool) -> float:
    return (
        (STOP_INSIDE if strip.stop else 0.0)
        + (APART_INSIDE if strip.apart or following.apart else 0.0)
        + (LABEL_INSIDE if following.label else 0.0)
        + (INDENT_INSIDE if following.indented else 0.0)
        + (GAP if gap else 0.0)
    )


def _is_indented(strips: Sequence[_Strip]) -> bool:
    """Whether paragraphs begin with an indent: most lines after a full stop do."""
    after = [two.indented for one, two in pairwise(strips) if one.stop]
    few = 2
    return sum(after) >= max(few, 0.4 * len(after))


def _mostly_gaps(strips: Sequence[_Strip]) -> bool:
    return sum(strip.gap for strip in strips) > 0.4 * len(strips)


def _measures(strips: Sequence[_Strip]) -> list[tuple[float, ...]]:
    """For each line the measures that lines around it were set in."""
    chunk = WINDOW // 2
    everywhere = _common_widths(strips)[:2]
    found: list[tuple[float, ...]] = []
    for start in range(0, len(strips), chunk):
        around = strips[max(start - WINDOW, 0) : start + chunk + WINDOW]
        choices = tuple({*_common_widths(around), *everywhere})
        found += [choices] * min(chunk, len(strips) - start)
    return found


def _common_widths(strips: Sequence[_Strip]) -> tuple[float, ...]:
    """Widths that many lines have which end in the middle of a sentence."""
    running = [
        one
        for one, other in pairwise(strips)
        if one.width >= NARROWEST
        and not one.stop
        and abs(one.width - other.width) <= INDENT + 1 + one.looseness
    ]
    tally = Counter(map(_grade, running))
    few = len(strips) <= WINDOW // 2
    support = {
        value: sum(tally[near] for near in (value - 1, value, value + 1))
        for value, times in tally.items()
        if times >= max(tally[value - 1], tally[value + 1])
    }
    common = [
        value
        for value, times in sorted(support.items(), key=lambda item: -item[1])
        if times >= (2 if few or value >= WIDE else 3) and not _is_list(running, value)
    ]
    return tuple(float(value) for value in common[:CHOICES])


def _grade(strip: _Strip) -> int:
    """Its width, rounded the more roughly the less of it is on the grid."""
    step = 1 + int(strip.looseness)
    return round(strip.width / step) * step


def _is_list(strips: Sequence[_Strip], value: int) -> bool:
    """Whether lines of that width are items of a list: they end alike."""
    ends = [strip.text[-2:] for strip in strips if _grade(strip) == value]
    return Counter(ends).most_common(1)[0][1] > 0.6 * len(ends) > 1
