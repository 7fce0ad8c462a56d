"""A search as understood: a small tree over tokens, the same for every engine."""

from __future__ import annotations

from dataclasses import dataclass

from casebase.query import Filter


@dataclass(frozen=True, slots=True)
class Term:
    """The documents that have `token` in `field`."""

    field: str
    token: str
    boost: float = 1.0


@dataclass(frozen=True, slots=True)
class Phrase:
    """The documents that have `tokens` one after the other in a gram field."""

    field: str
    tokens: tuple[str, ...]
    boost: float = 1.0


@dataclass(frozen=True, slots=True)
class Prefix:
    """The documents that have a token in `field` that begins with `prefix`."""

    field: str
    prefix: str
    boost: float = 1.0


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens one after the other.

    `tail`: the last token may go on, and ends so; None: it is whole. (1+, and +n for a
    tail) is 1+3+n.
    """

    tokens: tuple[str, ...]
    tail: str | None = None


@dataclass(frozen=True, slots=True)
class Pattern:
    """The documents that have `runs` in that order within one paragraph or title.

    Attributes:
        field: A gram field.
        runs: What stands there, each run with one token at least.
        gap: How many characters may stand between one run and the next.
        starts: Whether the first run begins the paragraph or title.
        ends: Whether the last one ends it.
    """

    field: str
    runs: tuple[Run, ...]
    gap: int
    starts: bool = False
    ends: bool = False
    boost: float = 1.0


@dataclass(frozen=True, slots=True)
class Has:
    """The documents that meet `condition`; it scores nothing."""

    condition: Filter


@dataclass(frozen=True, slots=True)
class And:
    """All of them."""

    children: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of them; the scores add up."""

    children: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """None of them; it scores nothing."""

    child: Node


@dataclass(frozen=True, slots=True)
class All:
    """Every document."""


Node = Term | Phrase | Prefix | Pattern | Has | And | Or | Not | All
