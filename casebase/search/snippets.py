"""Passages that show why an entry was found, word for word, with its marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from casebase.entry import Entry, Role
from casebase.results import Mark, Snippet
from casebase.search.needles import Found, Haystack, Needle, marks

LENGTH = 120  # characters of a passage, more only where one match is longer
COUNT = 3
LEAD = 40  # characters before the first match, at most
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
    return marks(Haystack(title).find(needles), 0, len(title))


def paragraph_marks(entry: Entry, needles: Iterable[Needle]) -> list[tuple[Mark, ...]]:
    """What of each paragraph matched."""
    wanted = [needle for needle in needles if not needle.title_only]
    texts = [paragraph.text for paragraph in entry.paragraphs]
    return [marks(Haystack(text).find(wanted), 0, len(text)) for text in texts]


def snippets(entry: Entry, needles: Sequence[Needle]) -> tuple[Snippet, ...]:
    """Up to `COUNT` passages, those with most of the query first, then as they stand.

    Where nothing of the text matched: its beginning, unmarked.
    """
    wanted = [needle for needle in needles if not needle.title_only]
    found = [Haystack(paragraph.text).find(wanted) for paragraph in entry.paragraphs]
    windows = [w for index, hits in enumerate(found) for w in _windows(index, hits)]
    windows.sort(key=lambda w: (-w.weight, w.paragraph, w.start))
    chosen: list[Snippet] = []
    taken: list[tuple[int, int, int]] = []
    for window in windows:
        if len(chosen) == COUNT:
            break
        text = entry.paragraphs[window.paragraph].text
        start, end = _bounds(text, window)
        if not _meets((window.paragraph, start, end), taken):
            taken.append((window.paragraph, start, end))
            chosen.append(_passage(entry, window.paragraph, (start, end), found))
    return tuple(chosen) or _beginning(entry)


def _meets(
    passage: tuple[int, int, int], taken: Iterable[tuple[int, int, int]]
) -> bool:
    index, start, end = passage
    return any(index == i and start < e and s < end for i, s, e in taken)


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
    )


def _bounds(text: str, window: _Window) -> tuple[int, int]:
    start = _start(text, window)
    end = _end(text, window, start)
    passage = text[start:end]
    blank = len(passage) - len(passage.lstrip())
    return start + blank, end - (len(passage) - len(passage.rstrip()))


def _start(text: str, window: _Window) -> int:
    """After the last sentence end, or else clause end, within reach of the matches."""
    reach = min(LEAD, max(0, LENGTH - (window.end - window.start)))
    first = max(0, window.start - reach)
    if first == 0:
        return 0
    for pattern in (_SENTENCE, _CLAUSE):
        ends = [m.end() for m in pattern.finditer(text, first, window.start)]
        if ends:
            return min(ends)
    return first


def _end(text: str, window: _Window, start: int) -> int:
    """After the last sentence end, or else clause end, that fits."""
    last = max(window.end, start + LENGTH)
    if last >= len(text):
        return len(text)
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
    return (_passage(entry, index, _bounds(text, _Window(index, 0, 0, 0)), ()),)
