"""What a query means: the tree for the engine, and all that people are told of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from casebase.matching import All, And, Node, Not, Or, Pattern, Phrase, Prefix, Term
from casebase.results import Expansion
from casebase.search.needles import Needle

# How much a word tells, by where it stands. The grams of a word find it where the
# segmenter cut the text otherwise; they add little, so as not to count it twice.
TITLE, HEADING, FACT, TEXT, GRAMS = 6.0, 1.5, 1.5, 1.0, 0.2
# What was typed as one piece, found as one piece.
WHOLE_TITLE, WHOLE = 6.0, 2.0
# A name counts as much as a few words. A slogan as typed comes before the wordings of
# others: the ratio is more than what rarity and length can make up for.
NAME, OTHER_WORDING = 3.0, 0.4
# A word of the same meaning tells nearly as much as the one that was typed.
OTHER_WORD = 0.7
# A school is the same by any name.
SCHOOL = 1.0


@dataclass(frozen=True, slots=True)
class Wanted:
    """A word that must be there unless nothing has all of them.

    Attributes:
        text: The word, folded.
        node: Finds it.
        parts: The shorter words in it.
    """

    text: str
    node: Node
    parts: tuple[Wanted, ...] = ()


@dataclass(frozen=True, slots=True)
class Meaning:
    """A part of a query as understood, or all of it.

    Attributes:
        node: What to find.
        needles: What to mark.
        expansions: What else is looked for.
        notes: What people should know.
        fixed: Where the query may be loosened, what must hold all the same.
        words: Where the query may be loosened, the words that may be missed.
        weak: Whether it may be left out beside other parts: 做法, 经验.
        asks: Whether it is a question.
        corrected: The query that this is the meaning of, if not the one typed.
    """

    node: Node
    needles: tuple[Needle, ...] = ()
    expansions: tuple[Expansion, ...] = ()
    notes: tuple[str, ...] = ()
    fixed: tuple[Node, ...] = ()
    words: tuple[Wanted, ...] = ()
    weak: bool = False
    asks: bool = False
    corrected: str | None = None


def all_of(nodes: Iterable[Node]) -> Node:
    """Each of `nodes`, of which there is at least one.

    What is excluded is taken from what the others find, or else from everything.
    """
    kept = tuple(nodes)
    if len(kept) == 1:
        return kept[0]
    bare = [_excluded(node) or node for node in kept]
    if all(isinstance(node, Not) for node in bare):
        return And((All(), *bare))
    return And(tuple(bare))


def excluding(node: Node) -> Node:
    """Everything but `node`."""
    return And((All(), Not(node)))


def _excluded(node: Node) -> Node | None:
    if isinstance(node, And) and node.children[:1] == (All(),):
        return node.children[1]
    return None


def any_of(nodes: Iterable[Node]) -> Node:
    """At least one of `nodes`, of which there is at least one."""
    kept = tuple(nodes)
    return kept[0] if len(kept) == 1 else Or(kept)


def scaled(node: Node, times: float) -> Node:
    """The same, with `times` the score."""
    match node:
        case And(children) | Or(children):
            kept = tuple(scaled(child, times) for child in children)
            return replace(node, children=kept)
        case Term() | Phrase() | Prefix() | Pattern():
            return replace(node, boost=node.boost * times)
        case _:
            return node


def leaves(node: Node) -> int:
    """How many words, phrases and conditions a tree has."""
    match node:
        case And(children) | Or(children):
            return sum(map(leaves, children))
        case Not(child):
            return leaves(child)
        case _:
            return 1


def run_of(field: str, tokens: Iterable[str], boost: float) -> Node:
    """The tokens one after the other in a gram field."""
    kept = tuple(tokens)
    if len(kept) == 1:
        return Term(field, kept[0], boost)
    return Phrase(field, kept, boost)
