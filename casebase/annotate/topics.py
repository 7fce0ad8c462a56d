"""Topics: what an entry is about, by the words of the topic lexicon.

A topic is given where the title or a heading names it, or where the text keeps coming
back to it: often enough for its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import groupby

from casebase.entry import Entry, Evidence, Role
from casebase.lexicon import Lexicon

_OFTEN, _SHORT_OFTEN = 3, 2  # times
_SHORT = 700  # characters of a text in which two times are often
_PER = 1000  # characters of text for which one mention more is asked
_KEYWORDS = re.compile(r"[\[【]?关\s?键\s?词")  # of a paper
_KEPT = 8  # mentions kept as evidence


_Said = tuple[str, int, str, str]  # place, first character, the word, rule
_NONE: tuple[tuple[_Said, ...], tuple[_Said, ...]] = ((), ())


def topics(entry: Entry, lexicon: Lexicon) -> Iterator[tuple[str, Evidence]]:
    """The topics of the entry in the order of the lexicon, with what shows them."""
    found = _mentions(entry, lexicon)
    length = len(entry.text)
    asked = _SHORT_OFTEN if length <= _SHORT else max(_OFTEN, 1 + length // _PER)
    for topic in lexicon.topics if found else ():
        telling, passing = found.get(topic.name, _NONE)
        if telling or len(passing) >= asked:
            for place, start, word, rule in (*telling, *passing)[:_KEPT]:
                yield topic.name, Evidence(place, start, start + len(word), word, rule)


def _mentions(
    entry: Entry, lexicon: Lexicon
) -> dict[str, tuple[list[_Said], list[_Said]]]:
    """By topic what names it in the title and headings, and what does in the text."""
    pattern = _pattern(lexicon)
    found: dict[str, tuple[list[_Said], list[_Said]]] = {}
    if pattern is None:
        return found
    by_word = _topics_of(lexicon)
    for place, text, begin, telling in _places(entry):
        rule = "topic.named" if telling else "topic.often"
        for match in pattern.finditer(text):
            word = match[0]
            said = (place, begin + match.start(), word, rule)
            for topic in by_word.get(word, ()):
                found.setdefault(topic, ([], []))[0 if telling else 1].append(said)
    return found


def _places(entry: Entry) -> Iterator[tuple[str, str, int, bool]]:
    """Where to look: place, text, where that begins, and whether it is telling.

    Tables list titles of projects and prizes, which tell of many things.
    """
    yield "title", entry.title, 0, True
    begin = 0
    for paragraph in entry.paragraphs:
        telling = paragraph.role in {Role.HEADING, Role.SUBTITLE}
        telling = telling or _KEYWORDS.match(paragraph.text) is not None
        if paragraph.role is not Role.ROW:
            yield "text", paragraph.text, begin, telling
        begin += len(paragraph.text) + 1


@lru_cache(maxsize=8)
def _pattern(lexicon: Lexicon) -> re.Pattern[str] | None:
    """The words of all topics, longest first, and what holds one without meaning it.

    Words are grouped by their first character, so that one look at it decides.
    """
    words = {word for topic in lexicon.topics for word in topic.words + topic.without}
    by_first = groupby(
        sorted(words, key=lambda word: (word[0], -len(word), word)),
        key=lambda word: word[0],
    )
    # What begins many words begins many in texts: it is asked for first.
    largest = sorted(
        ((first, list(group)) for first, group in by_first),
        key=lambda each: -len(each[1]),
    )
    groups = (
        f"{re.escape(first)}(?:{'|'.join(re.escape(word[1:]) for word in group)})"
        for first, group in largest
    )
    return re.compile("|".join(groups)) if words else None


@lru_cache(maxsize=8)
def _topics_of(lexicon: Lexicon) -> Mapping[str, tuple[str, ...]]:
    """Each word's topics; a longer word that holds a shorter one has its topics too."""
    words = {word for topic in lexicon.topics for word in topic.words}
    without = {word for topic in lexicon.topics for word in topic.without}
    return {
        word: tuple(
            topic.name
            for topic in lexicon.topics
            if any(own in word for own in topic.words) and word not in topic.without
        )
        for word in words - without
    }
