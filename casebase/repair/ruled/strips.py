"""Tables between lines across, and tables without lines below their caption.

Three-line tables (三线表), tables with a line below each row or only round the whole:
what stands between lines of one length is a table if it stands in columns and is no
running text. Newspapers part articles with such lines, reports their heads and feet:
therefore there have to be two such strips one below the other, or a caption above one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from casebase.repair.ruled.aligned import head_of, rows_of, texts_of, widened
from casebase.repair.ruled.cells import Run, levels
from casebase.repair.ruled.columns import Columns, columns_of, is_prose
from casebase.repair.ruled.grids import Found
from casebase.repair.ruled.rules import PLAY, Rule
from casebase.text.numbering import caption_label
from casebase.text.typesetting import ends_sentence

SHORTEST = 60.0  # points: of a line that bounds a table
NEAR = 6.0  # points by which the ends of its lines may differ
CAPTION_GAP = 4.0  # lines of type between a caption and its table, a unit line with it
CAPTION_ROOM = 3.0  # characters between a caption's number and its words
MOST = 100  # groups of such lines; more are a drawing
SPLIT = 0.3  # of the lines of a strip are in several pieces
FULL = 0.5  # of the rows have several values
ROOMY = 3.0  # lines of type: with more room the table has ended
UNEVEN = 1.8  # times the usual room between two lines of one table
HEAD = 2  # rows
HEAD_ROOM = 24.0  # points above a line in which the words of its head stand
WIDE = 0.55  # of the type's width: a longer run is text
FEWEST_ROWS = 3  # of a table without any lines
PARTED = 4  # strips: then a strip is a row
OPEN_COLUMNS = 3  # of such a table: two might be the columns of a text

Strip = list[Run]


def strips_of(across: Sequence[Rule], runs: Sequence[Run]) -> list[Found]:
    """The tables between lines across."""
    runs = sorted(runs, key=lambda run: run.middle[1])
    middles = [run.middle[1] for run in runs]
    captions = [run for run in runs if is_caption(run)]
    found = []
    for rules in [*_alike(across), *_under_heads(across, runs, middles)]:
        strips = [
            _between(above, below, runs, middles) for above, below in pairwise(rules)
        ]
        rest = _below(strips[-1], rules[-1], runs, middles)
        if rest:
            strips.append(rest)
            rules.append(replace(rules[-1], at=rest[-1].bottom))
        for first, end in _tabular(strips):
            told = _has_caption(rules[first], captions)
            if told or (end - first > 1 and _is_head(strips[first])):
                made = _table(rules[first : end + 1], strips[first:end], across)
                is_open = bool(rest) and end == len(strips)
                found += [replace(table, is_open=is_open) for table in made]
    return found


def _alike(across: Sequence[Rule]) -> list[list[Rule]]:
    """Lines of one length below one another, from the top on."""
    groups: list[list[Rule]] = []
    long = [rule for rule in across if rule.end - rule.start >= SHORTEST]
    for rule in sorted(long, key=lambda it: (round(it.start / NEAR), it.at)):
        for group in groups[-GROUPS:]:
            last = group[-1]
            near = abs(last.start - rule.start) <= NEAR
            if near and abs(last.end - rule.end) <= NEAR:
                group.append(rule)
                break
        else:
            groups.append([rule])
    several = [
        sorted(group, key=lambda it: it.at) for group in groups if len(group) > 1
    ]
    return several if len(several) <= MOST else []


GROUPS = 8  # looked at for each line


def _under_heads(
    across: Sequence[Rule], runs: Sequence[Run], middles: Sequence[float]
) -> Iterator[list[Rule]]:
    """Lines of their own length right below a row that may be a head, closed above."""
    groups = [rule for rule in across if rule.end - rule.start >= SHORTEST][:MOST]
    for rule in groups:
        if any(rule is not it and _is_as_long(rule, it) for it in groups):
            continue
        top = Rule(rule.at - HEAD_ROOM, rule.start, rule.end)
        lines = levels(_between(top, rule, runs, middles))
        if lines and len(lines[-1]) >= OPEN_COLUMNS:
            yield [replace(rule, at=min(run.top for run in lines[-1])), rule]


def _is_as_long(rule: Rule, other: Rule) -> bool:
    return abs(rule.start - other.start) <= NEAR and abs(rule.end - other.end) <= NEAR


def _between(
    above: Rule, below: Rule, runs: Sequence[Run], middles: Sequence[float]
) -> Strip:
    """What stands between two lines."""
    first, end = bisect_left(middles, above.at), bisect_left(middles, below.at)
    return [
        run
        for run in runs[first:end]
        if above.start - PLAY <= run.middle[0] <= above.end + PLAY
    ]


def _below(
    head: Strip, last: Rule, runs: Sequence[Run], middles: Sequence[float]
) -> Strip:
    """What stands below the line under a head, if the page ends before the table.

    Below it there may still be the number of the page.
    """
    if len(head) < OPEN_COLUMNS:
        return []
    end = Rule(float("inf"), last.start, last.end)
    lines = levels(_between(last, end, runs, middles))
    while lines and len(lines[-1]) == 1:
        lines.pop()
    strip = [run for line in lines for run in line]
    columns = columns_of(strip) if len(lines) >= FEWEST_ROWS else None
    if columns is None or len(columns.edges) < OPEN_COLUMNS:
        return []
    heads = {columns.of(run) for run in head}
    return strip if len(heads) == len(columns.edges) else []


def _tabular(strips: Sequence[Strip]) -> Iterator[tuple[int, int]]:
    """Where strips in columns follow one another: the first, the one after the last."""
    first = None
    for place, strip in enumerate([*strips, []]):
        if _is_split(strip):
            first = place if first is None else first
        elif first is not None:
            yield first, place
            first = None


def _is_split(strip: Strip) -> bool:
    lines = levels(strip)
    split = sum(len(line) > 1 for line in lines)
    return split > 0 and split >= SPLIT * len(lines) and not _is_broken(lines)


def _is_head(strip: Strip) -> bool:
    """Whether it may be a head: one row, or two over the same columns."""
    columns = columns_of(strip)
    return columns is not None and len(rows_of(strip, columns, parted=True)) <= HEAD


def _is_broken(lines: Sequence[Strip]) -> bool:
    """Whether there is more room between two lines than between the others."""
    rooms = [
        max(0.0, min(run.top for run in below) - max(run.bottom for run in above))
        for above, below in pairwise(lines)
    ]
    if len(rooms) < FEWEST_ROWS - 1:
        return False
    return max(rooms) > max(ROOMY * lines[0][0].em, UNEVEN * median(rooms))


def is_caption(run: Run) -> bool:
    """Whether it is the caption of a table: 表 3 …."""
    text = run.line.text.strip()
    named = text.startswith(("表", "附表", "续表", "Table"))
    return named and caption_label(text) is not None and not ends_sentence(text)


def _is_caption(line: Strip) -> bool:
    """Whether a line of runs is one; its words may stand apart, a unit at its end."""
    told = line[-1].line.text.strip().startswith(("单位", "（单位", "(单位"))
    words = line[:-1] if told else line
    near = all(
        run.left - before.right <= CAPTION_ROOM * run.em
        for before, run in pairwise(words)
    )
    return bool(words) and near and is_caption(words[0])


def _has_caption(rule: Rule, captions: Sequence[Run]) -> bool:
    """Whether a caption stands right above a line."""
    return any(
        0 <= rule.at - run.bottom + PLAY <= CAPTION_GAP * run.em
        and rule.start - PLAY <= run.middle[0] <= rule.end + PLAY
        for run in captions
    )


def _table(
    rules: Sequence[Rule], strips: Sequence[Strip], across: Sequence[Rule]
) -> list[Found]:
    """The table that strips are, if they are one."""
    runs = [run for strip in strips for run in strip]
    body = [run for strip in strips[1:] for run in strip] or runs
    columns = columns_of(body)
    if columns is None or is_prose(body, columns):
        return []
    head = strips[0] if len(strips) > 1 else []
    columns = columns_of([*body, *_added(head, columns)]) or columns
    made = head_of(widened(head, columns, across), columns) if head else []
    parted = len(strips) >= PARTED
    for strip in strips[bool(head) :]:
        made += rows_of(strip, columns, parted=parted)
    rows = [texts_of(row, columns) for row in made]
    full = sum(sum(map(bool, row)) > 1 for row in rows)
    if len(rows) <= 1 or full < FULL * len(rows):
        return []
    area = (rules[0].start, rules[0].at, rules[0].end, rules[-1].at)
    return [Found(tuple(rows), area, tuple(runs), (*columns.edges, rules[0].end))]


def _added(head: Strip, columns: Columns) -> Strip:
    """What of the head stands over one column, or over one that has no values.

    What has other words below it goes over several columns.
    """
    last = [run for run in head if not any(it.top >= run.bottom - 1 for it in head)]
    return [run for run in last if columns.span(run) == 1]


def loose_tables(runs: Sequence[Run]) -> list[Found]:
    """Tables without any lines: what stands in columns below a caption 表 N …."""
    lines = levels(runs)
    left = min((run.left for run in runs), default=0.0)
    wide = WIDE * (max((run.right for run in runs), default=0.0) - left)
    found: list[Found] = []
    place = 0
    while place < len(lines):
        place += 1
        if _is_caption(lines[place - 1]):
            end = _end(lines, place, wide)
            table = _loose(lines[place:end])
            if table is not None:
                found.append(table)
                place = end
    return found


def _end(lines: Sequence[Strip], first: int, wide: float) -> int:
    """The line after the last that may belong to a table; a wider run is text."""
    end = first
    while end < len(lines):
        line, before = lines[end], lines[end - 1]
        room = min(run.top for run in line) - max(run.bottom for run in before)
        text = any(run.right - run.left > wide for run in line)
        if text or room > ROOMY * line[0].em or _is_caption(line):
            break
        end += 1
    while end > first and len(lines[end - 1]) == 1:
        end -= 1  # no table ends with half a row, but text may follow
    return end


def _loose(lines: Sequence[Strip]) -> Found | None:
    runs = [run for line in lines for run in line]
    if not _is_split(runs):
        return None
    columns = columns_of(runs)
    if columns is None or is_prose(runs, columns):
        return None
    rows = [texts_of(row, columns) for row in rows_of(runs, columns, parted=False)]
    full = sum(sum(map(bool, row)) > 1 for row in rows)
    if len(rows) < FEWEST_ROWS or full < FULL * len(rows):
        return None
    area = (
        min(run.left for run in runs),
        min(run.top for run in runs),
        max(run.right for run in runs),
        max(run.bottom for run in runs),
    )
    return Found(tuple(rows), area, tuple(runs), (*columns.edges, area[2]))
