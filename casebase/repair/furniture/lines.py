"""Furniture of pages whose lines stand in order: told by order and repetition.

A page number is told by its form, or by being a lone number at the edge of a page; a
running head by standing at the edge of several pages with nothing but a number changed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from casebase.document import Line, Page
from casebase.text.typesetting import ends_sentence, width

EDGE = 3  # lines at the top and at the bottom of a page
LONGEST_HEAD = 45.0
FAR_AHEAD = 20
FEWEST = 3  # numbers that count up are page numbers
SHORTEST_PAGE = 10  # lines
SHORT = 8.0  # a shorter line that is repeated is a heading
PLAY = 3  # lines by which pages differ
MOST = 0.6  # of the pages

_DASH = r"[-—–－‐‑·•．.~～]"
_NUMBERED = re.compile(
    rf"\s*(?:{_DASH}+\s*[0-9０-９]{{1,4}}\s*{_DASH}+"
    r"|第\s*[0-9０-９]{1,4}\s*页(?:[\s/,，（(]*共\s*[0-9０-９]{1,4}\s*页[）)]?)?"
    r"|共\s*[0-9０-９]{1,4}\s*页[\s/,，]*第\s*[0-9０-９]{1,4}\s*页"
    r"|[Pp]age\s+\d{1,4}(?:\s+of\s+\d{1,4})?)\s*"
)
_GLUED = re.compile(  # to the beginning or the end of a line of text
    rf"^\s*{_DASH}\s?([0-9]{{1,4}})\s?{_DASH}\s*(?=\S)"
    r"|(?<=\S)\s*[-—–]\s?([0-9]{1,4})\s?[-—–]\s*$"
)
_BEFORE = re.compile(r"^\s*([0-9]{1,3})(?=[^\d.、．%])")
_AFTER = re.compile(r"(?<=[^\d.])([0-9]{1,3})\s*$")
_RULE = re.compile(r"\s*+(?:[★☆※]\s*+|[-_=*─━═—]{4,}+\s*+)++")
_PROSE = re.compile("[，。；]")
_LONE = re.compile(r"\s*[0-9]{1,3}\s*")
_FRACTION = re.compile(r"\s*[0-9]{1,4}\s*[/／]\s*([0-9]{1,4})\s*")
_BARE = re.compile(
    r"\s*+(?:(?:[-—–]++\s*+)?[0-9０-９]{1,4}|[IVXLivxl]{1,6}(?:\s++[IVXLivxl]{1,6})?)\s*+"
)


def without_edges(pages: Sequence[Page]) -> tuple[list[Page], list[str]]:
    """The pages without page numbers and running heads, and those heads.

    A head often is the document's title; it is returned so that the title can be
    looked for there, most frequent first.
    """
    pages = _unglued(_without_rules(pages))
    ahead = _ahead(pages)
    numbered = [_without_numbers(page, ahead) for page in pages]
    heads = _running_heads(numbered)
    kept = [
        replace(page, lines=tuple(_without_heads(page.lines, heads)))
        for page in numbered
    ]
    if len(pages) == 1:
        return _unpaged(numbered[0] if pages[0].number else pages[0])
    kept = _unglued_at(_unglued_at(kept, 0, _BEFORE), -1, _AFTER)
    return kept, list(heads.values())


def is_page_number(text: str) -> bool:
    """Whether the line is a page number wherever it stands: - 80 -, 第 3 页."""
    return _NUMBERED.fullmatch(text) is not None


def is_drawn(line: Line) -> bool:
    """Whether it is drawn with signs: the star and rule below a red head."""
    return _RULE.fullmatch(line.text) is not None


def _without_rules(pages: Sequence[Page]) -> list[Page]:
    return [
        replace(page, lines=tuple(line for line in page.lines if not is_drawn(line)))
        for page in pages
    ]


def _without_numbers(page: Page, ahead: int | None) -> Page:
    """The page without its number.

    Args:
        page: The page.
        ahead: How far the numbers that are printed are ahead of the pages' own.
    """
    if page.number is None:
        lines = [line for line in page.lines if not is_page_number(line.text)]
        return replace(page, lines=tuple(lines))
    own = None if ahead is None else page.number + ahead
    anywhere = ahead is not None and ahead > FAR_AHEAD  # 118 is no cell of page 1
    edges = {id(line) for line in _edges(page.lines)}
    lines = [
        line
        for line in page.lines
        if not is_page_number(line.text)
        and not (lone(line) == own and (anywhere or id(line) in edges) and own)
    ]
    while lines and is_bare(lines[-1]):
        lines.pop()
    while lines and is_bare(lines[0]):
        lines.pop(0)
    return replace(page, lines=tuple(_without_second_number(lines)))


def _without_second_number(lines: list[Line]) -> list[Line]:
    """A number beside the running head: second or last but one."""
    for place in (1, -2):
        beside = len(lines) > EDGE * 2 and is_bare(lines[place])
        if beside and width(lines[0 if place == 1 else -1].text) < LONGEST_HEAD:
            del lines[place]
    return lines


def _ahead(pages: Sequence[Page]) -> int | None:
    """How far the lone numbers at the edges are ahead of the pages' own, on most."""
    tally = Counter(
        {
            (page.number, number - page.number)
            for page in pages
            for line in _edges(page.lines)
            if page.number and (number := lone(line)) is not None
        }
    )
    ahead = Counter(far for _, far in tally).most_common(1)
    return ahead[0][0] if ahead and ahead[0][1] > len(pages) / 2 > 1 else None


def lone(line: Line) -> int | None:
    """The number that the line is, if it is nothing else."""
    return int(line.text) if _LONE.fullmatch(line.text) else None


def is_bare(line: Line) -> bool:
    """Whether it is nothing but a number that may be a page's."""
    return bool(line.text) and bool(
        _BARE.fullmatch(line.text) or _FRACTION.fullmatch(line.text)
    )


def _running_heads(pages: Sequence[Page]) -> dict[str, str]:
    """Key and wording of the lines that stand at the edges of several pages."""
    keys: Counter[str] = Counter()
    wording: dict[str, str] = {}
    for page in pages:
        edges = {head_key(line): line.text.strip() for line in _edges(page.lines)}
        keys.update(edges.keys())
        wording |= edges
    few = 2 if len(pages) < 2 * EDGE else EDGE
    return {
        key: wording[key] for key, times in keys.most_common() if key and times >= few
    }


def _edges(lines: Sequence[Line]) -> Iterable[Line]:
    return (*lines[:EDGE], *lines[max(EDGE, len(lines) - EDGE) :])


def head_key(line: Line) -> str:
    """What stays the same of a running head from page to page; empty if it is none."""
    text = re.sub(r"\s+", "", line.text)
    body = ends_sentence(text) or width(text) > LONGEST_HEAD or line.level or line.rows
    key = re.sub(r"[0-9０-９]+", "#", text)
    none = body or not key[1:] or text.startswith(("表", "图"))
    return "" if none else key


def _without_heads(lines: Sequence[Line], heads: dict[str, str]) -> Iterable[Line]:
    places = {id(line) for line in _edges(lines)}
    return (
        line for line in lines if id(line) not in places or head_key(line) not in heads
    )


def _unpaged(page: Page) -> tuple[list[Page], list[str]]:
    """Page numbers and the heads beside them, in a text that has lost its pages."""
    lines = page.lines
    fractions = Counter(
        found[1] for line in lines if (found := _FRACTION.fullmatch(line.text))
    )
    numbers = {
        place
        for place, line in enumerate(lines)
        if is_page_number(line.text)
        or ((found := _FRACTION.fullmatch(line.text)) and fractions[found[1]] > 1)
    } | _counted(lines)
    beside = Counter(
        head_key(lines[place])
        for number in numbers
        for place in (number - 1, number + 1)
        if 0 <= place < len(lines)
    )
    heads = {key for key, times in beside.items() if key and times > 1}
    near = {number + step for number in numbers for step in (-1, 1)}
    repeated = _repeated(lines)
    kept = [
        line
        for place, line in enumerate(lines)
        if place not in numbers
        and not (place in near and head_key(line) in heads)
        and head_key(line) not in repeated
    ]
    words = [line.text.strip() for line in lines if head_key(line) in heads | repeated]
    return [replace(page, lines=tuple(kept))], list(dict.fromkeys(words))


def _counted(lines: Sequence[Line]) -> set[int]:
    """The places of lone numbers that count up, a page's lines apart.

    The longest such chain; the serial numbers of a table are closer together.
    """
    chains: dict[int, list[tuple[int, tuple[int, ...]]]] = {}
    longest: tuple[int, ...] = ()
    for place, line in enumerate(lines):
        if not _LONE.fullmatch(line.text):
            continue
        number = int(line.text)
        before = [
            chain
            for last in (number - 1, number - 2)
            for end, chain in chains.get(last, [])
            if place - end > SHORTEST_PAGE
        ]
        chain = (*max(before, key=len, default=()), place)
        chains.setdefault(number, []).append((place, chain))
        longest = max(longest, chain, key=len)
    return set(longest) if len(longest) >= FEWEST else set()


def _repeated(lines: Sequence[Line]) -> set[str]:
    """The keys of heads that stand in the text as often as it had pages.

    The parts of each piece of a compilation recur too, but not at even distances.
    """
    places: dict[str, list[int]] = {}
    for place, line in enumerate(lines):
        places.setdefault(head_key(line), []).append(place)
    return {
        key
        for key, found in places.items()
        if width(key) >= SHORT and not _PROSE.search(key) and _is_even(found)
    }


def _is_even(places: Sequence[int]) -> bool:
    steps = [two - one for one, two in pairwise(places)]
    usual = median(steps) if len(steps) >= FEWEST else 0
    near = sum(abs(step - usual) <= PLAY for step in steps)
    return usual > SHORTEST_PAGE and near >= MOST * len(steps)


# --- numbers in one line with text --------------------------------------------------


def _unglued(pages: Sequence[Page]) -> Sequence[Page]:
    """The pages without - 12 - in one line with text, where such numbers count up."""
    texts = [line.text for page in pages for line in page.lines]
    found = [int(match[1] or match[2]) for match in map(_GLUED.search, texts) if match]
    if len(found) < FEWEST or found != sorted(set(found)):
        return pages
    return [
        replace(page, lines=tuple(_without(_GLUED, line) for line in page.lines))
        for page in pages
    ]


def _unglued_at(pages: list[Page], edge: int, pattern: re.Pattern[str]) -> list[Page]:
    """The pages without their number in their first or last line of text."""
    ahead = [
        int(found[1]) - page.number
        for page in pages
        if page.number
        and page.lines
        and (found := pattern.search(page.lines[edge].text))
    ]
    same, times = Counter(ahead).most_common(1)[0] if ahead else (0, 0)
    if times < max(FEWEST, MOST * len(pages)):
        return pages
    found_pages = []
    for page in pages:
        lines = list(page.lines)
        found = pattern.search(lines[edge].text) if lines else None
        if found and page.number and int(found[1]) - page.number == same:
            lines[edge] = _without(pattern, lines[edge])
        found_pages.append(replace(page, lines=tuple(lines)))
    return found_pages


def _without(pattern: re.Pattern[str], line: Line) -> Line:
    return replace(line, text=pattern.sub("", line.text))
