"""Query text to tokens: which signs are operators, and which are only signs.

A sign counts as an operator only where a person would mean one. The hyphen in
2021-2023, the plus in 1+3, the brackets in 鲁发（2022）19号, the colon in an address,
an AND inside a word and a 或 at the end of a query are text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from casebase.query import RANGED, field_named
from casebase.text.characters import HAN

_DOUBLE = '"“”＂〝〞'  # people mix them: any of them closes any
_CLOSERS = {**dict.fromkeys(_DOUBLE, _DOUBLE), "「": "」", "『": "』"}
_OPEN = "(（"
_CLOSE = ")）"
_MINUS = "-－﹣−"
_COMPARED = frozenset({*RANGED, "awarded", "quantity"})
STARS = frozenset("*＊﹡")
_LESS = "<>≤≥＜＞"
_FIELD = re.compile(
    rf"([^\s:：=＝{_LESS}{_OPEN}{_CLOSE}{_DOUBLE}]{{1,12}})(?:[:：=＝]\s*|(?=[{_LESS}]))"
)
_NUMERIC = re.compile(r"[<>≤≥=]{0,2}[\d.~—至年月日条|/-]+")
_LIKE_A_FIELD = re.compile(rf"([{HAN}]{{2,4}}|[A-Za-z]{{3,12}}):(?!//)\D")
_SPACED = re.compile(
    r"[\d年月日/-]{1,16}\s*(?:\.\.+|．．|…|[~～至]|—+)\s*[\d年月日/-]{1,16}"
)


# White space within a document number (〔2022〕 19 号) or a label (案例 37) is none.
_GAP = re.compile(
    r"(?<=[〕\]】）)])\s+(?=\d+\s*号)|(?<=\d)\s+(?=号)|(?<=案例)\s+(?=\d)"
)


class Incomplete(Exception):  # noqa: N818 - an answer of the reader, not an error
    """The text is no whole query."""


class Kind(Enum):
    """What a token is."""

    WORD = auto()
    QUOTE = auto()
    FIELD = auto()  # `text` is the canonical name
    AND = auto()
    OR = auto()
    NOT = auto()
    OPEN = auto()
    CLOSE = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a query."""

    kind: Kind
    text: str = ""


_OPERATORS = {
    "AND": Kind.AND, "OR": Kind.OR, "NOT": Kind.NOT, "&&": Kind.AND, "||": Kind.OR,
}  # fmt: skip
# In Chinese, between what they join alone: 党建 或 思政, 品牌 不含 通知.
_CHINESE = {
    "且": Kind.AND, "并且": Kind.AND, "或": Kind.OR, "或者": Kind.OR,
    "非": Kind.NOT, "不含": Kind.NOT, "不要": Kind.NOT,
}  # fmt: skip


def tokens_of(text: str, *, plain: bool = False) -> list[Token]:
    """Cut a query into tokens; with `plain`, into words alone.

    Raises:
        Incomplete: A quotation mark without its fellow, or a field without a value.
    """
    whole = _GAP.sub("", text)
    if plain:
        return [Token(Kind.WORD, word) for word in whole.split()]
    return list(_joining(_Lexer(whole).run()))


def _joining(tokens: list[Token]) -> Iterator[Token]:
    """The tokens, those that join others in Chinese being operators."""
    operands = {Kind.WORD, Kind.QUOTE}
    last = len(tokens) - 1
    for at, token in enumerate(tokens):
        kind = _CHINESE.get(token.text) if token.kind is Kind.WORD else None
        between = 0 < at < last and tokens[at - 1].kind in {*operands, Kind.CLOSE}
        after = {*operands, Kind.OPEN, Kind.FIELD}
        if kind and between and tokens[at + 1].kind in after:
            yield Token(kind)
        else:
            yield token


def unknown_field(word: str) -> str | None:
    """The name in a word that is written as a field (作者:张三), but is none."""
    match = _LIKE_A_FIELD.match(word)
    return match[1] if match and field_named(match[1]) is None else None


def plain_text(text: str) -> str:
    """The words of a query that does not parse: no quotation marks, no operators."""
    kept = "".join(" " if sign in _CLOSERS or sign in "」』" else sign for sign in text)
    words = (word.strip(_OPEN + _CLOSE) for word in kept.split())
    return " ".join(
        word.lstrip(_MINUS)
        for word in words
        if word.lstrip(_MINUS) and _operator(word) is None
    )


def _operator(word: str) -> Kind | None:
    return _OPERATORS.get(unicodedata.normalize("NFKC", word))


class _Lexer:
    """Walks over the text once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._tokens: list[Token] = []

    def run(self) -> list[Token]:
        while self._at < len(self._text):
            sign = self._text[self._at]
            if sign.isspace():
                self._at += 1
            elif sign in _CLOSERS:
                self._quote(_CLOSERS[sign])
            elif sign in _OPEN or sign in _CLOSE:
                self._sign(Kind.OPEN if sign in _OPEN else Kind.CLOSE)
            elif sign in _MINUS and self._excludes():
                self._sign(Kind.NOT)
            elif not self._field():
                self._bare()
        return self._tokens

    def _sign(self, kind: Kind) -> None:
        self._tokens.append(Token(kind))
        self._at += 1

    def _quote(self, closers: str) -> None:
        start = self._at + 1
        ends = [self._text.find(closer, start) for closer in closers]
        end = min((end for end in ends if end >= 0), default=-1)
        if end < 0:
            raise Incomplete
        if self._text[start:end].strip():
            self._tokens.append(Token(Kind.QUOTE, self._text[start:end].strip()))
        self._at = end + 1

    def _excludes(self) -> bool:
        """Whether the hyphen here leads a word: 党建 -通知, not 2021-2023 or - 80 -."""
        before = self._text[self._at - 1] if self._at else " "
        after = self._text[self._at + 1 : self._at + 2]
        leads = before.isspace() or before in _OPEN
        return leads and bool(after.strip()) and after not in _MINUS + _CLOSE

    def _field(self) -> bool:
        match = _FIELD.match(self._text, self._at)
        if match is None:
            return False
        field = field_named(unicodedata.normalize("NFKC", match[1]))
        if field is None or not self._may_hold(field, match.end()):
            return False
        if match.end() == len(self._text):
            raise Incomplete
        self._tokens.append(Token(Kind.FIELD, field))
        self._at = match.end()
        spaced = _SPACED.match(self._text, self._at) if field in RANGED else None
        if spaced is not None:  # 年份:2021 至 2023
            self._tokens.append(Token(Kind.WORD, spaced[0]))
            self._at = spaced.end()
        return True

    def _may_hold(self, field: str, at: int) -> bool:
        """Whether what follows can be a value: in 案例：校企合作 it is none."""
        compared = self._text.startswith(tuple(_LESS), at)
        if compared and field not in _COMPARED:
            return False
        if field not in RANGED or self._text[at : at + 1] in (*_CLOSERS, *_OPEN):
            return True
        value = self._text[at:].split(maxsplit=1)
        narrow = unicodedata.normalize("NFKC", value[0]) if value else ""
        return not narrow or bool(_NUMERIC.fullmatch(narrow.rstrip(")")))

    def _bare(self) -> None:
        start = self._at
        depth = 0
        while self._at < len(self._text):
            sign = self._text[self._at]
            if sign.isspace() or sign in _CLOSERS or sign in "」』":
                break
            if sign in _OPEN:
                if _operator(self._text[start : self._at]) is not None:
                    break
                depth += 1
            elif sign in _CLOSE:
                if not depth:
                    break
                depth -= 1
            self._at += 1
        self._word(self._text[start : self._at])

    def _word(self, word: str) -> None:
        if not word:  # a closing mark that nothing opened
            raise Incomplete
        if word not in STARS:  # alone it asks for nothing
            self._tokens.append(Token(_operator(word) or Kind.WORD, word))
