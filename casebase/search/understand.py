"""The tree of what was asked to what it means: the whole of a query."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from casebase.matching import All, Has
from casebase.query import Filter
from casebase.results import Expansion
from casebase.search.correcting import Corrector
from casebase.search.filters import Resolver
from casebase.search.meaning import Meaning, all_of, any_of, excluding, leaves
from casebase.search.parse import (
    NOTHING,
    AllOf,
    AnyOf,
    Asked,
    Everything,
    Instead,
    OneHonour,
    Quoted,
    Wild,
    Without,
    Words,
    parse,
)
from casebase.search.spelling import Speller
from casebase.search.together import filters_in, last_honour, together
from casebase.search.wildcards import wild
from casebase.search.words import MAX_WORDS, TOO_LONG, Reader, phrase
from casebase.text.fold import Folded, fold

T = TypeVar("T")
# Leaves of a tree that an engine can be asked to work through at once.
MAX_LEAVES = 240


@dataclass(frozen=True, slots=True)
class Interpreter:
    """Understands queries.

    Attributes:
        reader: Reads runs of text.
        resolver: Reads the values of fields.
        speller: Reads letters; None where that is not wanted.
        corrector: Puts slips right; None where that is not wanted.
    """

    reader: Reader
    resolver: Resolver
    speller: Speller | None = None
    corrector: Corrector | None = None

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
        tree, instead = self._put_right(parsed.tree, text)
        if self.speller is not None:
            tree = self.speller.spelt_out(tree)
        meaning = self._whole(together(tree, also))
        if meaning is not None and leaves(meaning.node) > MAX_LEAVES:
            meaning = _shortened(meaning)
        if meaning is None:
            return None, (*parsed.notes, NOTHING)
        notes = (*parsed.notes, *dict.fromkeys(meaning.notes))
        return replace(meaning, corrected=instead), notes

    def _put_right(self, tree: Asked, text: str) -> tuple[Asked, str | None]:
        """The tree without slips, and the query as it would be typed without them."""
        if self.corrector is None:
            return tree, None
        slips = list(self._slips(tree))
        for wrong, right in slips:
            text = text.replace(wrong, right, 1)
        righted = dict(slips)
        return _reworded(tree, righted), text if slips else None

    def _slips(self, tree: Asked) -> Iterator[tuple[str, str]]:
        """Words with slips, and how they should be."""
        match tree:
            case Words(typed) if self.corrector is not None:
                folded = fold(typed)
                right = self.corrector.corrected(folded.text)
                if right != folded.text:
                    yield typed, _as_typed(typed, folded, right)
            case AllOf(children) | AnyOf(children):
                for child in children:
                    yield from self._slips(child)
            case _:
                return

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
            case Words() | Quoted() | Wild() | Everything():
                return self._text(asked, keep=keep)
            case Instead():
                return self._instead(asked, keep=keep)
            case Filter() | OneHonour():
                return self._where(asked)
            case AllOf():
                return self._all(asked, keep=keep)
            case AnyOf(children):
                return _any(self._children(children, keep=keep))
            case Without(child):
                return self._without(child)

    def _text(
        self, asked: Words | Quoted | Wild | Everything, *, keep: bool
    ) -> Meaning | None:
        match asked:
            case Words(text, field):
                found = self.reader.read(text, field, keep=keep)
            case Quoted(text, field):
                found = phrase(text, field)
            case Wild(text, field):
                found = wild(text, field)
            case Everything():
                found = Meaning(node=All())
        as_typed = isinstance(asked, Words) and not asked.field
        return found if as_typed or found is None else _firm(found)

    def _instead(self, asked: Instead, *, keep: bool) -> Meaning | None:
        """What letters stand for: the likeliest of several counts most."""
        read = (
            self.reader.read(wording, asked.field, keep=keep)
            for wording in asked.wordings
        )
        found = [meaning for meaning in read if meaning is not None]
        joined = found[0] if len(found) == 1 else _any(found)
        if joined is None:
            return None
        others = tuple(it for it in asked.wordings if it != asked.text)
        told = Expansion(asked.text, others, asked.reason)
        return replace(
            _firm(joined) if asked.field else joined,
            needles=tuple(replace(it, via=True) for it in joined.needles),
            expansions=(told, *joined.expansions),
        )

    def _children(self, children: Iterable[Asked], *, keep: bool) -> list[Meaning]:
        found = (self._read(child, keep=keep) for child in children)
        return [meaning for meaning in found if meaning is not None]

    def _all(self, asked: AllOf, *, keep: bool) -> Meaning | None:
        parts = self._children(asked.children, keep=keep)
        if not parts:
            return None
        if not asked.stated:
            parts = [part for part in parts if not part.weak] or parts
        joined = Meaning(
            node=all_of(part.node for part in parts),
            needles=_every(part.needles for part in parts),
            expansions=_every(part.expansions for part in parts),
            notes=_every(part.notes for part in parts),
            fixed=_every(part.fixed for part in parts),
            words=_every(part.words for part in parts),
            asks=any(part.asks for part in parts),
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


def _reworded(tree: Asked, righted: Mapping[str, str]) -> Asked:
    match tree:
        case Words(typed, field):
            return Words(righted.get(typed, typed), field)
        case AllOf(children) | AnyOf(children):
            kept = tuple(_reworded(child, righted) for child in children)
            return replace(tree, children=kept)
        case _:
            return tree


def _as_typed(typed: str, folded: Folded, right: str) -> str:
    """`right` with what was not changed as it was typed."""
    if len(right) != len(folded.text):
        return right
    kept = list(typed)
    for at, (old, new) in enumerate(zip(folded.text, right, strict=True)):
        if old != new:
            kept[folded.span(at, at + 1)[0]] = new
    return "".join(kept)


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
