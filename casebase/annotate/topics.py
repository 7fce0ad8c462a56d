"""Topics: what an entry is about, by the words of the topic lexicon.

A topic is given where the title or a heading names it, or where the text keeps coming
back to it: often enough for its length.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from casebase.entry import Entry, Evidence, Role
from casebase.lexicon import Lexicon

_OFTEN, _SHORT_OFTEN = 3, 2  # times
_SHORT = 700  # characters of a text in which two times are often
_PER = 1000  # characters of text for which one mention more is asked
_KEYWORDS = re.compile(r"[\[【]?关\s?键\s?词")  # of a paper
_TELLING = frozenset({Role.HEADING, Role.SUBTITLE})
_KEPT = 8  # mentions kept as evidence
_RANGES = 4  # of first characters; more are no faster

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
    found: dict[str, tuple[list[_Said], list[_Said]]] = defaultdict(lambda: ([], []))
    if pattern is None:
        return found
    by_word = _topics_of(lexicon)
    for place, text, begin, telling in _places(entry):
        rule, kind = ("topic.named", 0) if telling else ("topic.often", 1)
        for match in pattern.finditer(text):
            word = match[0]
            if word in by_word:
                said = (place, begin + match.start(), word, rule)
                for topic in by_word[word]:
                    found[topic][kind].append(said)
    return found


def _places(entry: Entry) -> Iterator[tuple[str, str, int, bool]]:
    """Where to look: place, text, where that begins, and whether it is telling.

    Tables list titles of projects and prizes, which tell of many things.
    """
    yield "title", entry.title, 0, True
    begin = 0
    for paragraph in entry.paragraphs:
        text, role = paragraph.text, paragraph.role
        if role is not Role.ROW:
            telling = role in _TELLING or _KEYWORDS.match(text) is not None
            yield "text", text, begin, telling
        begin += len(text) + 1


@lru_cache(maxsize=8)
def _pattern(lexicon: Lexicon) -> re.Pattern[str] | None:
    """The words of all topics, longest first, and what holds one without meaning it.

    The choices of a pattern are tried one after the other, so a look at two characters
    passes over most of the text first, and the words are parted by their first ones
    into ranges, of which one alone is tried.
    """
    words = {word for topic in lexicon.topics for word in topic.words + topic.without}
    if not words:
        return None
    by_first: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (word[0], -len(word), word)):
        by_first.setdefault(word[0], []).append(re.escape(word[1:]))
    groups = {
        first: f"{re.escape(first)}(?:{'|'.join(rests)})"
        for first, rests in by_first.items()
    }
    firsts, size = list(groups), -(-len(groups) // _RANGES)
    ranges = (firsts[low : low + size] for low in range(0, len(firsts), size))
    choices = (
        f"(?={_any(some)})(?:{'|'.join(groups[first] for first in some)})"
        for some in ranges
    )
    seconds = {word[1:2] for word in words}
    screen = _any(by_first) + ("" if "" in seconds else _any(seconds))
    return re.compile(f"(?={screen})(?:{'|'.join(choices)})")


def _any(signs: Iterable[str]) -> str:
    return f"[{''.join(map(re.escape, sorted(signs)))}]"


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
