"""Passages that show why an entry was found, word for word, with its marks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from casebase.entry import Entry, Role
from casebase.results import Mark, Snippet
from casebase.search.needles import Found, Haystack, Needle, marks

LENGTH = 120  # characters of a passage, more only where one match is longer
COUNT = 3  # passages of an entry, where there are many entries
MOST = 6  # where there are as few as FEW
FEW = 3
Span = tuple[int, int]
LEAD = 40  # characters before the first match, at most
REACH = 200_000  # characters looked through once something matched: a book is longer
PORTION = 20_000  # characters that are folded at once
# Portions that are remembered, if not long: the next query often finds them again.
REMEMBERED, SHORT = 1000, 5_000
# Where a passage may begin and end: after a sentence, or at least after a clause.
_SENTENCE = re.compile(r"[。！？!?；;]+[”’」』）)]*|\t")
_CLAUSE = re.compile(r"[，,、：:]+[”’」』）)]*")


@dataclass(frozen=True, slots=True)
class _Window:
    """Matches of one paragraph that fit into one passage."""

    paragraph: int
    start: int
    end: int
    weight: float


def title_marks(title: str, needles: Iterable[Needle]) -> tuple[Mark, ...]:
    """What of the title matched."""
    (found,) = Haystack(title).find(needles)
    return marks(found, 0, len(title))


def paragraph_marks(entry: Entry, needles: Iterable[Needle]) -> list[tuple[Mark, ...]]:
    """What of each paragraph matched."""
    wanted = [needle for needle in needles if not needle.title_only]
    texts = [paragraph.text for paragraph in entry.paragraphs]
    found = Haystack(*texts).find(wanted)
    return [marks(hits, 0, len(text)) for text, hits in zip(texts, found, strict=True)]


def snippets(
    entry: Entry,
    needles: Sequence[Needle],
    most: int = COUNT,
    proofs: Mapping[int, Sequence[Found]] = MappingProxyType({}),
) -> tuple[Snippet, ...]:
    """Up to `most` passages, those with most of the query first, then as they stand.

    Where nothing of the text matched: its beginning, unmarked. `proofs` are words that
    are to be shown besides, by paragraph.
    """
    wanted = [needle for needle in needles if not needle.title_only]
    found = [
        sorted([*hits, *proofs.get(index, ())], key=lambda hit: (hit.start, -hit.end))
        for index, hits in enumerate(_matches(entry, wanted))
    ]
    windows = [w for index, hits in enumerate(found) for w in _windows(index, hits)]
    windows.sort(key=lambda w: (-w.weight, w.paragraph, w.start))
    chosen: list[Snippet] = []
    taken: defaultdict[int, list[Span]] = defaultdict(list)
    for window in windows:
        if len(chosen) == most:
            break
        text = entry.paragraphs[window.paragraph].text
        room = _room(window, taken[window.paragraph], len(text))
        if room is not None:
            span = _bounds(text, window, room)
            taken[window.paragraph].append(span)
            chosen.append(_passage(entry, window.paragraph, span, found))
    return tuple(chosen) or _beginning(entry)


def _matches(entry: Entry, needles: Sequence[Needle]) -> Iterator[Sequence[Found]]:
    """The matches of each paragraph, as far as the reach of the first goes."""
    left, matched = REACH, False
    for texts in _portions([paragraph.text for paragraph in entry.paragraphs]):
        length = sum(map(len, texts))
        folded = _remembered if length < SHORT else Haystack
        hits = folded(*texts).find(needles) if left > 0 else [()] * len(texts)
        matched = matched or any(hits)
        left -= length * matched
        yield from hits


@lru_cache(maxsize=REMEMBERED)
def _remembered(*texts: str) -> Haystack:
    return Haystack(*texts)


def _portions(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    """Paragraphs together, but of a book not all at once."""
    first = length = 0
    for at, text in enumerate(texts):
        if length + len(text) > PORTION and at > first:
            yield texts[first:at]
            first, length = at, 0
        length += len(text)
    if texts:
        yield texts[first:]


def _room(window: _Window, taken: Iterable[Span], length: int) -> Span | None:
    """What other passages leave of the paragraph around the window, if all of it."""
    low, high = 0, length
    for start, end in taken:
        if end <= window.start:
            low = max(low, end)
        elif start >= window.end:
            high = min(high, start)
        else:
            return None
    return low, high


def _windows(paragraph: int, found: Sequence[Found]) -> Iterator[_Window]:
    """The matches in groups that lie close enough, none in two groups."""
    group: list[Found] = []
    for hit in found:
        if group and hit.end - group[0].start > LENGTH - LEAD:
            yield _window(paragraph, group)
            group = []
        group.append(hit)
    if group:
        yield _window(paragraph, group)


def _window(paragraph: int, group: Sequence[Found]) -> _Window:
    """Its weight counts each needle once: variety tells more than repetition."""
    different = {hit.needle for hit in group}
    weight = sum(needle.weight for needle in different)
    end = max(hit.end for hit in group)
    return _Window(paragraph, group[0].start, end, weight)


def _passage(
    entry: Entry, index: int, span: tuple[int, int], found: Sequence[Sequence[Found]]
) -> Snippet:
    start, end = span
    paragraph = entry.paragraphs[index]
    return Snippet(
        text=paragraph.text[start:end],
        marks=marks(found[index], start, end) if found else (),
        paragraph=index,
        page=paragraph.page,
        before=bool(paragraph.text[:start].strip()),
        after=bool(paragraph.text[end:].strip()),
        recognised=paragraph.recognised,
    )


def _bounds(text: str, window: _Window, room: Span) -> Span:
    start = _start(text, window, room[0])
    end = _end(text, window, start, room[1])
    passage = text[start:end]
    blank = len(passage) - len(passage.lstrip())
    return start + blank, end - (len(passage) - len(passage.rstrip()))


def _start(text: str, window: _Window, low: int) -> int:
    """After a sentence end, or else a clause end, within reach of the matches."""
    reach = min(LEAD, max(0, LENGTH - (window.end - window.start)))
    first = max(low, window.start - reach)
    if first == low:
        return low
    for pattern in (_SENTENCE, _CLAUSE):
        ends = [m.end() for m in pattern.finditer(text, first, window.start)]
        if ends:
            return min(ends)
    return first


def _end(text: str, window: _Window, start: int, high: int) -> int:
    """After the last sentence end, or else clause end, that fits."""
    last = max(window.end, start + LENGTH)
    if last >= high:
        return high
    for pattern in (_SENTENCE, _CLAUSE):
        ends = [m.end() for m in pattern.finditer(text, window.end, last)]
        if ends:
            return max(ends)
    return last


def _beginning(entry: Entry) -> tuple[Snippet, ...]:
    filled = [i for i, p in enumerate(entry.paragraphs) if p.text.strip()]
    if not filled:
        return ()
    body = (i for i in filled if entry.paragraphs[i].role is Role.BODY)
    index = next(body, filled[0])
    text = entry.paragraphs[index].text
    return (
        _passage(
            entry, index, _bounds(text, _Window(index, 0, 0, 0), (0, len(text))), ()
        ),
    )
