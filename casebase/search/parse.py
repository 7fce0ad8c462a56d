"""Query text to a tree of what was asked.

The language is small: words, "phrases", AND OR NOT, a leading - to exclude, brackets,
stars (党建*引领) and fields (学校:聊职, year:2021..2023), in half or full width. What
does not parse is read as plain words, and says so: nobody should have to learn a syntax
to search.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from casebase.query import RANGED, TEXT_FIELDS, Filter
from casebase.ranges import read_range
from casebase.search.lex import (
    STARS,
    Incomplete,
    Kind,
    Token,
    plain_text,
    tokens_of,
    unknown_field,
)
from casebase.search.wildcards import MOST, glob

MAX_DEPTH = 12
MAX_TOKENS = 120
MAX_WILD = 8  # words with stars; each is looked for in all texts

INCOMPLETE = "检索式不完整，已按普通词检索。"
TOO_WILD = f"星号较多：只有前 {MAX_WILD} 个带星号的词按通配检索，其余按普通词检索。"
NO_FIELD = "没有“{}”这个字段，已按普通词检索；可用的字段见“检索写法”。"
NOTHING = "没有可以检索的词，请输入要找的内容。"


@dataclass(frozen=True, slots=True)
class Words:
    """A run of text without white space, to be searched by its words."""

    text: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Instead:
    """`text`, which stands for any of `wordings`, the likeliest first (pinyin).

    It is not what the parser finds: `casebase.search.spelling` puts it into the tree.
    """

    text: str
    wordings: tuple[str, ...]
    field: str
    reason: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """A text to be found as it is."""

    text: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Wild:
    """A text with stars that leave something open: see `casebase.search.wildcards`."""

    text: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Everything:
    """All there is: a star alone."""


@dataclass(frozen=True, slots=True)
class AllOf:
    """Each of them; `stated` where the person wrote AND."""

    children: tuple[Asked, ...]
    stated: bool = False


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of them."""

    children: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """None of it."""

    child: Asked


@dataclass(frozen=True, slots=True)
class OneHonour:
    """One honour that meets each of them; they are conditions on honours alone."""

    conditions: tuple[Asked, ...]


Asked = (
    Words
    | Instead
    | Quoted
    | Wild
    | Everything
    | Filter
    | AllOf
    | AnyOf
    | Without
    | OneHonour
)


@dataclass(frozen=True, slots=True)
class Parsed:
    """What was asked (None: nothing that can be searched), and what to tell."""

    tree: Asked | None
    notes: tuple[str, ...] = ()


def whole(value: str) -> str:
    """A value of a field as one that is meant to its last character."""
    return f'"{value}"'


def bare(value: str) -> str | None:
    """What `whole` was given, or None where a part may be meant."""
    quoted = len(value) > len(whole("")) and whole(value[1:-1]) == value
    return value[1:-1] if quoted else None


def parse(text: str) -> Parsed:
    """Read a query; never fails: what does not parse is read as words."""
    if text.strip() in STARS:
        return Parsed(Everything())
    try:
        return _whole(tokens_of(text))
    except Incomplete:
        parsed = _whole(tokens_of(plain_text(text), plain=True)[:MAX_TOKENS])
        return parsed if parsed.tree is None else replace(parsed, notes=(INCOMPLETE,))


def _whole(tokens: list[Token]) -> Parsed:
    if not tokens:
        return Parsed(None, (NOTHING,))
    if len(tokens) > MAX_TOKENS:
        raise Incomplete
    reader = _Reader(tokens)
    tree = reader.any_of("", 0)
    if reader.peek() is not None:
        raise Incomplete
    words = (token.text for token in tokens if token.kind is Kind.WORD)
    unknown = dict.fromkeys(filter(None, map(unknown_field, words)))
    notes = [NO_FIELD.format(name) for name in unknown]
    notes += [TOO_WILD] if reader.wild > MAX_WILD else []
    return Parsed(tree, tuple(notes))


class _Reader:
    """Recursive descent: any_of → all_of → factor → leaf.

    Attributes:
        wild: How many words with stars there were so far.
    """

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._next = 0
        self.wild = 0

    def peek(self) -> Kind | None:
        if self._next == len(self._tokens):
            return None
        return self._tokens[self._next].kind

    def _take(self) -> Token:
        if self._next == len(self._tokens):
            raise Incomplete
        self._next += 1
        return self._tokens[self._next - 1]

    def any_of(self, field: str, depth: int) -> Asked:
        if depth > MAX_DEPTH:
            raise Incomplete
        children = [self._all_of(field, depth)]
        while self.peek() is Kind.OR:
            self._take()
            children.append(self._all_of(field, depth))
        return children[0] if len(children) == 1 else AnyOf(tuple(children))

    def _all_of(self, field: str, depth: int) -> Asked:
        children = [self._factor(field, depth)]
        stated = False
        while self.peek() not in {None, Kind.OR, Kind.CLOSE}:
            if self.peek() is Kind.AND:
                self._take()
                stated = True
            children.append(self._factor(field, depth))
        return children[0] if len(children) == 1 else AllOf(tuple(children), stated)

    def _factor(self, field: str, depth: int) -> Asked:
        if depth > MAX_DEPTH:
            raise Incomplete
        token = self._take()
        if token.kind is Kind.NOT:
            return Without(self._factor(field, depth + 1))
        if token.kind is Kind.FIELD:
            return self._factor(token.text, depth + 1)
        if token.kind is Kind.OPEN:
            inner = self.any_of(field, depth + 1)
            if self._take().kind is not Kind.CLOSE:
                raise Incomplete
            return inner
        if token.kind in {Kind.WORD, Kind.QUOTE}:
            return self._leaf(token, field)
        raise Incomplete

    def _leaf(self, token: Token, field: str) -> Asked:
        if field and field not in TEXT_FIELDS:
            return _where(field, token)
        if token.kind is Kind.QUOTE:
            return Quoted(token.text, field)
        open_ = glob(token.text)
        if open_ is None:
            return Words(token.text, field)
        self.wild += 1 if len(open_.pieces) <= MOST else MAX_WILD + 1
        if self.wild > MAX_WILD:
            return AllOf(tuple(Words(piece, field) for piece in open_.pieces))
        return Wild(token.text, field)


def _where(field: str, token: Token) -> Filter:
    bounds = read_range(field, token.text) if field in RANGED else None
    if bounds is None:
        quoted = token.kind is Kind.QUOTE and field == "honour"
        return Filter(field, (whole(token.text) if quoted else token.text,))
    return Filter(field, low=bounds[0], high=bounds[1])
