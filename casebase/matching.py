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


Node = Term | Phrase | Prefix | Has | And | Or | Not | All
