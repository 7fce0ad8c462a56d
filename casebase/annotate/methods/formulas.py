"""Formulas: 1+3+N, “2+2+4”模式."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from casebase.annotate.methods.named import CLOSE, HEADS, OPEN, Named
from casebase.lexicon import Lexicon

_PLUS = "[ \u3000]?[+＋][ \u3000]?"
_PART = "(?:[0-9０-９]{1,2}|[NnXxＮｎＸｘ])"
# 1+1>2 is an idiom, 3+2=5 a sum, 1+3+学院 a compound of words.
_FORMULA = re.compile(
    "[0-9０-９NnXxＮｎＸｘ](?<![0-9A-Za-z０-９Ａ-Ｚ+＋.．:：/*×-].)"
    rf"(?:(?<=[0-9０-９])[0-9０-９])?(?:{_PLUS}{_PART}){{1,7}}"
    r"(?![0-9A-Za-z０-９%％.．:/*×]|[ \u3000]?(?:[+＋=＝>＞≥]|大于))"
)
_HEAD = "|".join(head for head in HEADS if len(head) > 1)
_HEADED = re.compile(rf"[{CLOSE}]?[\u4e00-\u9fff]{{0,8}}?(?:{_HEAD})")
_DIPLOMACY = re.compile(rf"[{CLOSE}]?(?:领导人|外长|部长|防长|会议|对话|峰会|国)")


def formulas(text: str, _lexicon: Lexicon) -> Iterator[Named]:
    """The formulas that a text names as methods."""
    if "+" not in text and "＋" not in text:
        return
    for match in _FORMULA.finditer(text):
        name = unicodedata.normalize("NFKC", match[0]).upper().replace(" ", "")
        if _is_method(name, text, match):
            yield Named(name, tuple(name.split("+")), *match.span())


def _is_method(name: str, text: str, match: re.Match[str]) -> bool:
    """Whether it is a name rather than a sum or a list of quantities."""
    parts = name.split("+")
    if not any(part.isdigit() for part in parts):
        return False
    if parts[0].isdigit() and not parts[-1].isdigit():
        return True
    before, after = text[match.start() - 1 : match.start()], text[match.end() :][:1]
    if _DIPLOMACY.match(text, match.end()):
        return False  # “10+3”领导人会议
    quoted = before in OPEN and after in CLOSE and bool(before and after)
    return quoted or _HEADED.match(text, match.end()) is not None
