"""An engine that looks at every record, one by one: slow, and plainly right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from casebase.engines.engine import Record, Renamed, Request
from casebase.engines.patterns import fits
from casebase.matching import (
    All,
    And,
    Has,
    Node,
    Not,
    Or,
    Pattern,
    Phrase,
    Prefix,
    Term,
)
from casebase.query import Filter
from casebase.results import FacetCount


def matching(records: Iterable[Record], request: Request) -> list[Record]:
    """The records that answer `request`, sorted by id."""
    found = [
        record
        for record in records
        if matches(record, request.node) and _meets_all(record, request.where)
    ]
    return sorted(found, key=lambda record: record.id)


def matches(record: Record, node: Node) -> bool:
    """Whether `record` answers `node`."""
    match node:
        case And(children):
            return all(matches(record, child) for child in children)
        case Or(children):
            return any(matches(record, child) for child in children)
        case Not(child):
            return not matches(record, child)
        case Has(condition):
            return meets(record, condition) is not condition.exclude
        case All():
            return True
        case _:
            return _holds(record, node)


def _holds(record: Record, node: Term | Phrase | Prefix | Pattern) -> bool:
    tokens = list(record.tokens.get(node.field, ()))
    match node:
        case Term():
            return node.token in tokens
        case Prefix():
            return any(token.startswith(node.prefix) for token in tokens)
        case Pattern():
            return fits(node, tokens)
        case Phrase():
            return _follows(tokens, list(node.tokens))


def _follows(tokens: list[str], phrase: list[str]) -> bool:
    if not phrase:
        return False
    size = len(phrase)
    return any(tokens[at : at + size] == phrase for at in range(len(tokens)))


def _meets_all(record: Record, where: Iterable[Filter]) -> bool:
    wanted: dict[str, bool] = {}
    for condition in where:
        met = meets(record, condition)
        if condition.exclude and met:
            return False
        if not condition.exclude:
            wanted[condition.field] = wanted.get(condition.field, False) or met
    return all(wanted.values())


def meets(record: Record, condition: Filter) -> bool:
    """Whether `record` meets `condition`, its `exclude` not looked at."""
    values = record.facets.get(condition.field, ())
    if not condition.is_range:
        return bool(set(values) & set(condition.values))
    return any(_within(value, condition) for value in values)


def _within(value: str, condition: Filter) -> bool:
    low, high = condition.low, condition.high
    if condition.field == "date":
        return (low is None or low <= value) and (
            high is None or value <= high or value.startswith(high)
        )
    return (low is None or int(low) <= int(value)) and (
        high is None or int(value) <= int(high)
    )


def counted(records: Iterable[Record], field: str, most: int) -> list[FacetCount]:
    """The most frequent values of `field`, and how many records have them."""
    counts = Counter(v for r in records for v in set(r.facets.get(field, ())))
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return [FacetCount(value, count) for value, count in ranked[:most]]


def renamed(records: Iterable[Record], wanted: Renamed) -> list[FacetCount]:
    """The same of what the values are called; a record counts once for each name."""
    counts = Counter(
        name
        for record in records
        for name in {
            wanted.names.by_value[value]
            for value in record.facets.get(wanted.field, ())
            if value in wanted.names.by_value
            and (wanted.among is None or value in wanted.among)
        }
    )
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return [FacetCount(value, count) for value, count in ranked[: wanted.size]]
