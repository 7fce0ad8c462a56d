"""The tree of what was asked to what it means: the whole of a query."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from casebase.matching import Has
from casebase.query import Filter
from casebase.search.filters import Resolver
from casebase.search.meaning import Meaning, all_of, any_of, excluding, leaves
from casebase.search.parse import (
    NOTHING,
    AllOf,
    AnyOf,
    Asked,
    OneHonour,
    Quoted,
    Without,
    Words,
    parse,
)
from casebase.search.together import filters_in, last_honour, together
from casebase.search.words import MAX_WORDS, TOO_LONG, Reader, phrase

T = TypeVar("T")
# Leaves of a tree that an engine can be asked to work through at once.
MAX_LEAVES = 240


@dataclass(frozen=True, slots=True)
class Interpreter:
    """Understands queries.

    Attributes:
        reader: Reads runs of text.
        resolver: Reads the values of fields.
    """

    reader: Reader
    resolver: Resolver

    def exactly(self, text: str) -> Meaning | None:
        """The text itself, operators and quotation marks included."""
        return phrase(text.strip())

    def understand(
        self, text: str, also: Sequence[Filter] = ()
    ) -> tuple[Meaning | None, tuple[str, ...]]:
        """What a query means, or None where nothing can be searched; and the notes.

        `also` are conditions on honours from beside the text.
        """
        parsed = parse(text)
        if parsed.tree is None:
            return None, (NOTHING,)
        meaning = self._whole(together(parsed.tree, also))
        if meaning is not None and leaves(meaning.node) > MAX_LEAVES:
            meaning = _shortened(meaning)
        if meaning is None:
            return None, (*parsed.notes, NOTHING)
        return meaning, (*parsed.notes, *dict.fromkeys(meaning.notes))

    def honour(self, text: str) -> tuple[Asked, ...]:
        """The conditions on the honour that a query asks for last, resolved."""
        tree = parse(text).tree
        named = last_honour(together(tree)) if tree is not None else None
        return tuple(map(self.resolver.meant, named.conditions)) if named else ()

    def _whole(self, tree: Asked) -> Meaning | None:
        """A query of stop words and signs alone means them after all."""
        meaning = self._read(tree) or self._read(tree, keep=True)
        if meaning is None and isinstance(tree, Words):
            return phrase(tree.text, tree.field)
        return meaning

    def _read(self, asked: Asked, *, keep: bool = False) -> Meaning | None:
        match asked:
            case Words(text, field):
                found = self.reader.read(text, field, keep=keep)
                return _firm(found) if found and field else found
            case Quoted(text, field):
                found = phrase(text, field)
                return found and _firm(found)
            case Filter() | OneHonour():
                return self._where(asked)
            case AllOf():
                return self._all(asked, keep=keep)
            case AnyOf(children):
                return _any(self._children(children, keep=keep))
            case Without(child):
                return self._without(child)

    def _children(self, children: Iterable[Asked], *, keep: bool) -> list[Meaning]:
        found = (self._read(child, keep=keep) for child in children)
        return [meaning for meaning in found if meaning is not None]

    def _all(self, asked: AllOf, *, keep: bool) -> Meaning | None:
        parts = self._children(asked.children, keep=keep)
        if not parts:
            return None
        joined = Meaning(
            node=all_of(part.node for part in parts),
            needles=_every(part.needles for part in parts),
            expansions=_every(part.expansions for part in parts),
            notes=_every(part.notes for part in parts),
            fixed=_every(part.fixed for part in parts),
            words=_every(part.words for part in parts),
        )
        return _firm(joined) if asked.stated else joined

    def _where(self, asked: Filter | OneHonour) -> Meaning:
        if isinstance(asked, Filter):
            condition, notes = self.resolver.resolve(asked), self.resolver.note(asked)
        else:
            condition = self.resolver.one_honour(asked.conditions)
            notes = self.resolver.honour_note(filters_in(asked.conditions))
        return _firm(Meaning(node=Has(condition), notes=notes))

    def _without(self, child: Asked) -> Meaning | None:
        """Excludes what was typed, as typed: neither its words nor its other names."""
        if isinstance(child, Words):
            child = Quoted(child.text, child.field)
        found = self._read(child)
        if found is None:
            return None
        return _firm(Meaning(node=excluding(found.node), notes=found.notes))


def _firm(meaning: Meaning) -> Meaning:
    """Nothing of it may be missed."""
    return replace(meaning, fixed=(meaning.node,), words=())


def _every(parts: Iterable[tuple[T, ...]]) -> tuple[T, ...]:
    return tuple(item for part in parts for item in part)


def _any(parts: Sequence[Meaning]) -> Meaning | None:
    if not parts:
        return None
    return _firm(
        Meaning(
            node=any_of(part.node for part in parts),
            needles=_every(part.needles for part in parts),
            expansions=_every(part.expansions for part in parts),
            notes=_every(part.notes for part in parts),
        )
    )


def _shortened(meaning: Meaning) -> Meaning | None:
    words = meaning.words[:MAX_WORDS]
    nodes = [*meaning.fixed, *(word.node for word in words)]
    if not nodes or sum(map(leaves, nodes)) > MAX_LEAVES:
        return None
    return replace(
        meaning, node=all_of(nodes), words=words, notes=(*meaning.notes, TOO_LONG)
    )
