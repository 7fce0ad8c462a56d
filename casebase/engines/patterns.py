"""Whether a text fits a pattern, token by token: for what an engine narrowed down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from casebase.matching import Pattern, Run

PARAGRAPH_END = "\n"


def fits(pattern: Pattern, tokens: Sequence[str]) -> bool:
    """Whether the gram `tokens` of a field have what `pattern` asks for.

    Runs are looked for from left to right, each after the nearest place of the one
    before it: nothing farther away can be within the gap. Time is linear in the tokens.
    """
    starts = [0, *accumulate(map(len, tokens))]
    breaks = [0, *accumulate(token == PARAGRAPH_END for token in tokens)]
    found: list[int] = []  # where a run that fits so far ends
    for number, run in enumerate(pattern.runs):
        nearest = _last_before(found, len(tokens))
        found = [
            at + len(run.tokens)
            for at in _places(run, tokens)
            if (
                nearest[at] >= 0
                and starts[at] - starts[nearest[at]] <= pattern.gap
                and breaks[at] == breaks[nearest[at]]
                if number
                else not pattern.starts or _begins(tokens, at)
            )
        ]
    return any(not pattern.ends or _finishes(tokens, at) for at in found)


def whole_tokens(run: Run) -> tuple[str, ...]:
    """The tokens of a run that stand there as they are."""
    return run.tokens if run.tail is None else run.tokens[:-1]


def _places(run: Run, tokens: Sequence[str]) -> Iterator[int]:
    size = len(run.tokens)
    for at in range(len(tokens) - size + 1):
        *whole, last = tokens[at : at + size]
        if (*whole,) == run.tokens[:-1] and _is_last(run, last):
            yield at


def _is_last(run: Run, token: str) -> bool:
    head, tail = run.tokens[-1], run.tail
    if tail is None:
        return token == head
    long = len(token) >= len(head) + len(tail)
    return long and token.startswith(head) and token.endswith(tail)


def _last_before(ends: Sequence[int], size: int) -> list[int]:
    """For each place the nearest of `ends` that is not after it, or -1."""
    known = set(ends)
    return list(accumulate((at if at in known else -1 for at in range(size + 1)), max))


def _begins(tokens: Sequence[str], at: int) -> bool:
    return at == 0 or tokens[at - 1] == PARAGRAPH_END


def _finishes(tokens: Sequence[str], at: int) -> bool:
    return at == len(tokens) or tokens[at] == PARAGRAPH_END
