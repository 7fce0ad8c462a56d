"""Why a hit was found: which words in which field gave which share of its score."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from casebase.engines.engine import Engine
from casebase.entry import EntryId
from casebase.matching import (
    And,
    Has,
    Node,
    Not,
    Or,
    Pattern,
    Phrase,
    Prefix,
    Run,
    Term,
)
from casebase.query import Filter
from casebase.results import Expansion, Reason
from casebase.search.needles import Needle
from casebase.text.grams import gram_tokens

# What a field of an engine is to a reader; `grams` is the title with the text.
_WHERE = {"grams": "literal", "title_grams": "title"}
_OPEN = "*"  # what a query leaves open

Leaf = Node
Scores = Mapping[Leaf, float | None]  # of one entry; None where it does not match
Parts = list[tuple[Leaf, float]]


@dataclass(frozen=True, slots=True)
class Scored:
    """How hits were scored.

    Attributes:
        node: What was looked for.
        where: What limited it.
        ahead: What came before all else, with the score of this.
        groups: For each entry those of which one stands for all, with the score of the
            best; one that is not here is alone.
    """

    node: Node
    where: tuple[Filter, ...] = ()
    ahead: Node | None = None
    groups: Mapping[EntryId, Sequence[EntryId]] = field(default_factory=dict)


class Wordings:
    """What people call the tokens that were looked for, and why these were."""

    def __init__(
        self, needles: Iterable[Needle], expansions: Iterable[Expansion]
    ) -> None:
        """What was typed is no expansion, whatever else it may be one of."""
        self._names: dict[tuple[str, ...], tuple[str, str]] = {}
        for expansion in expansions:
            for other in expansion.also:
                self._names[_key(other)] = other, expansion.reason
        for needle in needles:
            if not needle.via:
                self._names[_key(needle.text)] = needle.text, ""

    def of(self, leaf: Leaf) -> tuple[str, str]:
        """What a leaf looks for, and why where that was not typed."""
        text = _text(leaf)
        return self._names.get(_key(text), (text, ""))


def _key(text: str) -> tuple[str, ...]:
    return tuple(gram_tokens(text))


def _text(leaf: Leaf) -> str:
    match leaf:
        case Term(_, token):
            return token
        case Phrase(_, tokens):
            return "".join(tokens)
        case Prefix(_, prefix):
            return prefix + _OPEN
        case Pattern(runs=runs):
            return _OPEN.join(map(_run_text, runs))
        case _:
            return ""


def _run_text(run: Run) -> str:
    text = "".join(run.tokens)
    return text if run.tail is None else text + _OPEN + run.tail


def explained(
    engine: Engine, ids: Sequence[EntryId], scored: Scored, wordings: Wordings
) -> dict[EntryId, tuple[Reason, ...]]:
    """Of each hit what its score is made of, most first."""
    found = contributions(engine, ids, scored)
    return {name: _reasons(of_hit, wordings) for name, of_hit in found.items()}


def contributions(
    engine: Engine, ids: Sequence[EntryId], scored: Scored
) -> dict[EntryId, Parts]:
    """Of each hit what each leaf gives to its score, before hits are spread."""
    members = {name: scored.groups.get(name, (name,)) for name in ids}
    wanted = list(dict.fromkeys(name for names in members.values() for name in names))
    trees = [scored.node, *([scored.ahead] if scored.ahead else [])]
    limits = _limits(scored.where)
    leaves = list(
        dict.fromkeys(leaf for tree in (*trees, limits) for leaf in _leaves(tree))
    )
    found = engine.scores(leaves, wanted)
    scores = {
        name: dict(zip(leaves, of_one, strict=True))
        for name, of_one in zip(wanted, found, strict=True)
    }
    return {
        name: _best([scores[it] for it in of_hit], scored, limits)
        for name, of_hit in members.items()
    }


def _limits(where: Iterable[Filter]) -> Node:
    """The filters as a tree: any of those on a field, and all fields."""
    by_field: dict[str, list[Node]] = defaultdict(list)
    for index, condition in enumerate(where):
        key = f"-{index}" if condition.exclude else condition.field
        by_field[key].append(Has(condition))
    return And(tuple(Or(tuple(nodes)) for nodes in by_field.values()))


def _leaves(tree: Node) -> Iterator[Leaf]:
    match tree:
        case And(children) | Or(children):
            for child in children:
                yield from _leaves(child)
        case Not(child):
            yield from _leaves(child)
        case _:
            yield tree


def _best(entries: Iterable[Scores], scored: Scored, limits: Node) -> Parts:
    """The parts of the best score; what is ahead is better than all else."""
    ranked: list[tuple[bool, float, Parts]] = []
    for scores in entries:
        if parts(scored.node, scores) is None or parts(limits, scores) is None:
            continue
        first = parts(scored.ahead, scores) if scored.ahead else None
        told = first if first is not None else parts(scored.node, scores)
        ranked.append((first is not None, _sum(told or []), told or []))
    return max(ranked, key=lambda it: it[:2])[2] if ranked else []


def _sum(of_leaves: Parts) -> float:
    return sum(score for _, score in of_leaves)


def parts(tree: Node, scores: Scores) -> Parts | None:
    """What each leaf of a tree gives to its score; None where it does not match."""
    match tree:
        case And(children):
            found = [parts(child, scores) for child in children]
            if any(it is None for it in found):
                return None
            return [part for of_child in found if of_child for part in of_child]
        case Or(children):
            met = [it for child in children if (it := parts(child, scores)) is not None]
            return [part for of_child in met for part in of_child] if met else None
        case Not(child):
            return [] if parts(child, scores) is None else None
        case _:
            score = scores[tree]
            return None if score is None else [(tree, score)]


def _reasons(of_leaves: Parts, wordings: Wordings) -> tuple[Reason, ...]:
    """What several leaves say of one word in one field is told once."""
    total = _sum(of_leaves)
    shares: dict[tuple[str, str, str], float] = defaultdict(float)
    for leaf, score in of_leaves:
        if score > 0:
            term, via = wordings.of(leaf)
            shares[term, _field(leaf), via] += score / total
    ranked = sorted(shares.items(), key=lambda it: (-it[1], it[0]))
    return tuple(Reason(term, at, share, via) for (term, at, via), share in ranked)


def _field(leaf: Leaf) -> str:
    name = getattr(leaf, "field", "")
    return _WHERE.get(name, name)
