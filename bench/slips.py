"""How many slips and spellings are understood, and how much that is right is changed.

    python bench/slips.py HOME [--count 200]

From the terms of the lexicons and the titles of an index: each is typed with one slip
(a character that sounds so, one that looks so, two changed round, one twice, one left
out, any other one), and in pinyin. What is asked is what the query is understood as.
Last come texts without a slip: pieces of the documents, and words joined at random.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from casebase.catalogue import Catalogue
from casebase.engines import backend
from casebase.lexicon import Lexicon, load_lexicon
from casebase.query import Query
from casebase.search.meaning import Meaning, run_of
from casebase.search.vocabulary import Vocabulary
from casebase.settings import load_settings
from casebase.text.grams import gram_tokens
from casebase.text.pinyin import syllables, usual_syllables
from casebase.text.segment import Segmenter

HAN = "[\u4e00-\u9fff]"
FREQUENT = 1_500  # characters that are typed by mistake
Typed = str | None
Understand = Callable[[str], Meaning | None]
CHANCE = random.Random(7)  # noqa: S311 - the same slips every time


def main() -> None:
    """Type, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("home", type=Path)
    parser.add_argument("--count", type=int, default=200)
    options = parser.parse_args()
    settings = load_settings(options.home)
    catalogue = Catalogue.open(settings.database)
    state = catalogue.state()
    if state is None:
        raise SystemExit("There is no index.")
    engine = backend(state.engine).open(settings.index / state.engine_path)
    lexicon = load_lexicon(settings.lexicons)
    counted: dict[str, int] = {}

    def frequency(text: str) -> int:
        if text not in counted:
            counted[text] = engine.frequency(run_of("grams", gram_tokens(text), 1.0))
        return counted[text]

    segmenter = Segmenter(lexicon.terms())
    vocabulary = Vocabulary(
        lexicon, segmenter, catalogue.facet_values, catalogue.titles
    )

    def understand(text: str) -> Meaning | None:
        return vocabulary.interpreter(Query(text), frequency).understand(text)[0]

    titles = [piece for t in catalogue.titles() for piece in _pieces(t, 4)]
    terms = [t for t in lexicon.terms() if re.fullmatch(f"{HAN}{{3,8}}", t)]
    sources = {"terms": [t for t in terms if frequency(t)], "titles": titles}
    text = "\n".join(entry.text for entry in catalogue.all_entries())
    for name, source in sources.items():
        print(f"\n{len(source)} {name}")
        for kind, slip in _slips(text, lexicon).items():
            _report(kind, source, options.count, understand, slip, frequency)
        for kind, spell in SPELLINGS.items():
            _report(kind, source, options.count, understand, spell, None)
    print("\nwithout a slip")
    words = sorted({it for it in segmenter.tokens(text) if re.fullmatch(f"{HAN}+", it)})
    for kind, right in _right(text, words).items():
        _unharmed(kind, right, options.count, understand)


def _pieces(text: str, least: int) -> list[str]:
    return re.findall(f"{HAN}{{{least},8}}", text)


def _report(
    kind: str,
    source: Sequence[str],
    count: int,
    understand: Understand,
    change: Callable[[str], Typed],
    frequency: Callable[[str], int] | None,
) -> None:
    right = wrong = asked = 0
    began = time.process_time()
    for _ in range(count):
        meant = CHANCE.choice(source)
        typed = change(meant)
        if typed is None or typed == meant or (frequency and frequency(typed)):
            continue
        asked += 1
        found = _readings(understand(typed), spelt=frequency is None)
        right += meant in found
        wrong += bool(found) and meant not in found
    spent = (time.process_time() - began) / max(asked, 1) * 1000
    print(f"{kind:22} {right:4} of {asked:4} right, {wrong:3} other, {spent:.1f} ms")


def _readings(meaning: Meaning | None, *, spelt: bool) -> set[str]:
    if meaning is None:
        return set()
    if not spelt:
        return {meaning.corrected} if meaning.corrected else set()
    return {also for it in meaning.expansions for also in it.also}


def _slips(text: str, lexicon: Lexicon) -> Mapping[str, Callable[[str], Typed]]:
    often = [char for char, _ in Counter(re.findall(HAN, text)).most_common(FREQUENT)]
    sounding = defaultdict(list)
    for char in often:
        sounding[usual_syllables(char)[0]].append(char)
    return {
        "one that sounds so": partial(
            _other, lambda text, at: sounding[syllables(text)[at]]
        ),
        "one that looks so": partial(
            _other, lambda text, at: lexicon.lookalikes.get(text[at], "")
        ),
        "two changed round": _swapped,
        "one twice": partial(_repeated, 2),
        "one left out": partial(_repeated, 0),
        "any other one": partial(_other, lambda text, at: often),  # noqa: ARG005
    }


def _other(choice: Callable[[str, int], Sequence[str]], text: str) -> Typed:
    at = CHANCE.randrange(len(text))
    others = [char for char in choice(text, at) if char != text[at]]
    return text[:at] + CHANCE.choice(others) + text[at + 1 :] if others else None


def _swapped(text: str) -> Typed:
    at = CHANCE.randrange(len(text) - 1)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def _repeated(times: int, text: str) -> Typed:
    at = CHANCE.randrange(len(text))
    return text[:at] + text[at] * times + text[at + 1 :]


SPELLINGS: Mapping[str, Callable[[str], Typed]] = {
    "pinyin": lambda text: "".join(syllables(text)),
    "pinyin, spaced": lambda text: " ".join(syllables(text)),
    "pinyin, initials": lambda text: "".join(said[0] for said in syllables(text)),
    "pinyin after two": lambda text: text[:2] + "".join(syllables(text)[2:]),
}


def _right(text: str, words: Sequence[str]) -> Mapping[str, Callable[[], str]]:
    runs = re.findall(f"{HAN}{{12,}}", text)

    def piece() -> str:
        run = CHANCE.choice(runs)
        size = CHANCE.randrange(2, 10)
        at = CHANCE.randrange(len(run) - size + 1)
        return run[at : at + size]

    return {
        "pieces of documents": piece,
        "words at random": lambda: "".join(CHANCE.sample(words, 2)),
    }


def _unharmed(
    kind: str, right: Callable[[], str], count: int, understand: Understand
) -> None:
    told = (understand(right()) for _ in range(count))
    changed = sum(it is not None and it.corrected is not None for it in told)
    print(f"{kind:22} {changed:4} of {count:4} changed")


if __name__ == "__main__":
    main()
