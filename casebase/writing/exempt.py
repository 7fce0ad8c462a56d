"""What everybody may write alike: titles, standard formulations, cited quotations."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from casebase.lexicon import Lexicon
from casebase.text.content import Content, content

Span = tuple[int, int]
# Titles of papers, which cannot be said otherwise.
_TITLE = re.compile(r"《[^《》\n]{1,80}》")
# A quotation with a mark that says where it is from: “……”[3], “……”（2021）, “……”〔3〕.
_CITED = re.compile(
    r"“[^“”]{1,2000}”[，。；、]?(?=\s*(?:\[\d{1,3}(?:[-,，]\d{1,3})*\]|〔\d{1,3}〕))"
)


def standing(lexicon: Lexicon) -> frozenset[str]:
    """What everybody may write, as contents: formulations, national names."""
    known = (
        *lexicon.standards,
        *lexicon.national,
        *lexicon.campaigns,
        *lexicon.issuers,
        *lexicon.honours,
    )
    return frozenset(content(it).text for it in known)


def exempt(text: str, content: Content, formulations: Iterable[str]) -> list[Span]:
    """Stretches of `content`, which is that of `text`, in order, none in two.

    `formulations` are contents: letters and numbers alone, folded.
    """
    spans = [*_quoted(text, content), *_written(content.text, formulations)]
    return _merged(spans)


def without(start: int, end: int, spans: Iterable[Span]) -> int:
    """How many of the characters from `start` to `end` are in none of `spans`."""
    taken = sum(max(0, min(end, last) - max(start, first)) for first, last in spans)
    return end - start - taken


def _quoted(text: str, content: Content) -> Iterator[Span]:
    places = [content.span(at, at + 1)[0] for at in range(len(content.text))]
    for pattern in (_TITLE, _CITED):
        for match in pattern.finditer(text):
            first = bisect_left(places, match.start())
            past = bisect_left(places, match.end())
            if first < past:
                yield first, past


def _written(text: str, formulations: Iterable[str]) -> Iterator[Span]:
    wanted = sorted(filter(None, formulations), key=len, reverse=True)
    if wanted:
        pattern = re.compile("|".join(map(re.escape, wanted)))
        yield from (match.span() for match in pattern.finditer(text))


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
