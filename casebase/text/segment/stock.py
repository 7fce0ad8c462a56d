"""jieba itself."""

from __future__ import annotations

import logging
import os
import warnings
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from casebase.text.segment.cutter import FREQUENCY, Cut, Cutter


def stock_cutter(terms: Iterable[str]) -> Cutter:
    """Cuts with jieba, `terms` being words; it takes half a second to load."""
    jieba = _load(terms)

    def cut(text: str) -> Iterable[Cut]:
        return jieba.tokenize(text, mode="search")  # type: ignore[no-any-return]

    def tokens(text: str) -> Iterable[str]:
        return (token for token, _, _ in cut(text))

    return Cutter(cut, tokens)


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
        tokenizer.add_word(term, FREQUENCY)
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
