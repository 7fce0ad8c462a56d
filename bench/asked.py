"""What the bench asks: queries of several kinds, and queries that are meant to hurt."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.passages import Passage
from casebase.query import Query
from casebase.text.segment import Segmenter

_MANY = 1000
_EACH = 12  # queries of a kind, where they are drawn from the texts


@dataclass(frozen=True, slots=True)
class Asked:
    """One query.

    Attributes:
        kind: One of common rare and or phrase.
        text: As a person types it.
        terms: The words in it, for engines that cannot cut it.
    """

    kind: str
    text: str
    terms: tuple[str, ...]

    @property
    def phrase(self) -> bool:
        """Whether the text itself is looked for."""
        return self.kind == "phrase"

    @property
    def either(self) -> bool:
        """Whether any of the words is enough."""
        return self.kind == "or"

    def query(self) -> Query:
        """For the service."""
        return Query(text=self.text, exact=self.phrase)


def asked(path: Path | None, found: Sequence[Passage]) -> list[Asked]:
    """The queries of a file, or such as are drawn from the texts; in random order.

    The file is a JSON list of `{kind, text, terms}`.
    """
    if path is None:
        made = _drawn(found)
    else:
        rows = json.loads(path.read_text(encoding="utf-8"))
        made = [Asked(row["kind"], row["text"], tuple(row["terms"])) for row in rows]
    random.Random(1).shuffle(made)  # noqa: S311 - the same order every time
    return made


def _drawn(found: Sequence[Passage]) -> list[Asked]:
    chance = random.Random(2)  # noqa: S311 - the same queries every time
    segmenter = Segmenter()
    texts = [passage.text for passage in chance.sample(found, 20 * _EACH)]
    words = [word for text in texts for word in segmenter.tokens(text) if word[1:]]
    often = sorted(set(words), key=words.count)
    made = [Asked("common", word, (word,)) for word in often[-_EACH:]]
    made += [Asked("rare", word, (word,)) for word in often[:_EACH]]
    for kind, join in (("and", " "), ("or", " OR ")):
        some = (tuple(chance.sample(often[len(often) // 2 :], 2)) for _ in range(_EACH))
        made += [Asked(kind, join.join(terms), terms) for terms in some]
    for text in chance.sample(texts, _EACH):
        at = chance.randrange(max(len(text) - 8, 1))
        phrase = text[at : at + chance.randint(4, 8)]
        made.append(Asked("phrase", phrase, tuple(segmenter.tokens(phrase))))
    return made


def others(found: Sequence[Passage]) -> list[str]:
    """A thousand different queries: what is remembered of queries must have an end."""
    step = max(len(found) // _MANY, 1)
    texts = [passage.text for passage in found[::step][:_MANY]]
    parts = [text[len(text) // 2 :][:4] for text in texts]
    return [part for part in parts if part.strip()]


def hostile(found: Sequence[Passage]) -> list[tuple[str, Query]]:
    """Queries that cost as much as any of 500 characters can, by what they are."""
    text = "".join(passage.text for passage in found[:200])
    often = sorted(set(text), key=text.count, reverse=True)
    some = [char for char in often if "\u4e00" <= char <= "\u9fff"]
    stars = " OR ".join(f"{char}*" for char in some[:120])
    return [
        ("one frequent character", Query(text=some[0])),
        ("one frequent character, exact", Query(text=some[0], exact=True)),
        ("a full stop, exact", Query(text="。", exact=True)),
        ("240 characters, any", Query(text=" OR ".join(some[:100])[:500])),
        ("100 characters, all", Query(text=" ".join(some[:100]))),
        ("50 frequent characters, exact", Query(text="".join(some[:50]), exact=True)),
        ("50 times the same, exact", Query(text=some[0] * 50, exact=True)),
        ("a pasted paragraph", Query(text=text[:500])),
        ("a pasted paragraph, exact", Query(text=text[:50], exact=True)),
        ("stars", Query(text="?" * 20 + " OR t* OR *")),
        ("many stars", Query(text=stars[:500])),
        ("stars between", Query(text="*".join(some[:60]))),
        ("all but", Query(text=" ".join(f"-{char}" for char in some[:100]))),
        ("nested", Query(text="(" * 100 + some[0] + " OR " + some[1] + ")" * 100)),
        ("a long number", Query(text="9" * 400)),
        ("latin letters", Query(text="a " * 240)),
    ]  # fmt: skip
