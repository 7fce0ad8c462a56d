"""Words, for ranking: jieba in search mode, with the words of our own lexicons."""

from __future__ import annotations

import logging
import os
import re
import threading
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from casebase.text.fold import fold
from casebase.text.grams import FORMULA

_FORMULA = re.compile(f"({FORMULA})")
_SHOWS_A_WORD = re.compile(r"[^\W_]")
# High enough that jieba prefers a term of ours to its parts, low enough to leave the
# common words of the dictionary (的 has 318,825) where they are.
_FREQUENCY = 20_000


@dataclass(frozen=True, slots=True)
class Word:
    """One word: folded as `token`; in the source text at `start` to `end`."""

    token: str
    start: int
    end: int


class Segmenter:
    """Cuts text into words. The dictionary is loaded when the first text comes."""

    def __init__(self, terms: Iterable[str] = ()) -> None:
        """`terms` are words of the lexicons, in any form: they are folded here."""
        self._terms = tuple(dict.fromkeys(fold(term).text for term in terms))
        self._lock = threading.Lock()
        self._jieba: Any = None

    def words(self, text: str) -> list[Word]:
        """The words of `text` in reading order, with offsets into `text` itself.

        A long word comes after the shorter words in it; formulas stay whole; signs and
        white space are left out.
        """
        folded = fold(text)
        return [
            Word(token, *folded.span(start, end))
            for token, start, end in self._cut(folded.text)
        ]

    def tokens(self, text: str) -> list[str]:
        """The tokens of `words` alone."""
        return [token for token, _, _ in self._cut(fold(text).text)]

    def _cut(self, text: str) -> Iterator[tuple[str, int, int]]:
        at = 0
        for index, piece in enumerate(_FORMULA.split(text)):
            if index % 2:  # split puts what the group matched at the odd places
                yield piece, at, at + len(piece)
            elif piece:
                yield from self._cut_plain(piece, at)
            at += len(piece)

    def _cut_plain(self, text: str, at: int) -> Iterator[tuple[str, int, int]]:
        for token, start, end in self._tokenizer().tokenize(text, mode="search"):
            if _SHOWS_A_WORD.search(token):
                yield token, at + start, at + end

    def _tokenizer(self) -> Any:  # noqa: ANN401 - jieba has no types
        with self._lock:
            if self._jieba is None:
                self._jieba = _load(self._terms)
        return self._jieba


def _load(terms: Iterable[str]) -> Any:  # noqa: ANN401 - jieba has no types
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # pkg_resources, invalid escapes in its source
        import jieba  # noqa: PLC0415 - it takes half a second: only who needs it pays

        jieba.setLogLevel(logging.CRITICAL)
        tokenizer = jieba.Tokenizer()
        tokenizer.tmp_dir = _cache_dir()
        tokenizer.cache_file = f"jieba-{jieba.__version__}.cache"
        tokenizer.initialize()
    for term in terms:
        tokenizer.add_word(term, _FREQUENCY)
    return tokenizer


def _cache_dir() -> str:
    """Where jieba keeps its dictionary in a form that loads faster, made if need be.

    The person's own cache folder: jieba unmarshals what it finds there, so it must not
    be one that others can write, as its default is. Where no folder can be had, it is a
    place that cannot exist, and jieba does without.
    """
    variable = "LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME"
    try:
        base = os.environ.get(variable) or Path("~/.cache").expanduser()
        folder = Path(base, "casebase")
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (OSError, RuntimeError):  # RuntimeError: nobody knows where home is
        return os.devnull
    return str(folder)
