"""Texts to fill an index with: passages that one has, or made ones.

A file of passages has a JSON list a line: id, title, text, year, kind of paper. Where
there is none, texts are drawn from the dictionary of jieba, each word as often as it is
in the language, so that postings are as long and as skewed as those of real texts.
"""

from __future__ import annotations

import json
import lzma
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice
from pathlib import Path

EACH = 10  # passages make one case
_SENTENCES = 6  # of a made passage
_WORDS = (6, 16)  # of a made sentence


@dataclass(frozen=True, slots=True)
class Passage:
    """A short text with what is known of it."""

    title: str
    text: str
    year: int
    genre: str


def passages(path: Path | None, most: int) -> list[Passage]:
    """The first `most` passages of a file, or as many made ones."""
    if path is None:
        return list(islice(_made(), most))
    opened = lzma.open if path.suffix == ".xz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        rows = map(json.loads, islice(lines, most))
        return [Passage(*row[1:]) for row in rows]


def groups(found: Sequence[Passage], count: int) -> Iterator[list[Passage]]:
    """`count` groups of ten passages: each passage once, then drawn at random."""
    chance = random.Random(5)  # noqa: S311 - the same groups every time
    for number in range(count):
        group = list(found[number * EACH : (number + 1) * EACH])
        yield group if len(group) == EACH else chance.choices(found, k=EACH)


def _made() -> Iterator[Passage]:
    import jieba  # noqa: PLC0415 - its tables would count as memory of those who serve

    chance = random.Random(6)  # noqa: S311 - the same texts every time
    tokenizer = jieba.Tokenizer()
    tokenizer.initialize()
    known = {word: often for word, often in tokenizer.FREQ.items() if often}
    words = list(known)
    weights = list(accumulate(known.values()))

    def sentence() -> str:
        length = chance.randint(*_WORDS)
        return "".join(chance.choices(words, cum_weights=weights, k=length)) + "。"

    while True:
        text = "".join(sentence() for _ in range(_SENTENCES))
        yield Passage(sentence()[:16], text, chance.randint(2012, 2026), "新闻")
