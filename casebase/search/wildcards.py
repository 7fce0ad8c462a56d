"""Stars in a query: what they leave open, in texts, in titles and in values of fields.

Between two Han characters there is no edge of a word to speak of, so a star means
distance, not the rest of a word: 党建*引领 is both, in that order, with at most `GAP`
characters between, in one paragraph. A star behind letters, numbers or a formula lets
them go on: 1+* is 1+3 and 1+2+N, AI* is AIGC. Of a title the star says where it may
go on: 标题:一站式* begins so, 标题:*实践 ends so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from casebase.matching import Node, Pattern, Run
from casebase.search.meaning import TEXT, WHOLE_TITLE, Meaning, any_of, run_of
from casebase.search.needles import Chain, Needle
from casebase.text.characters import WORDLIKE
from casebase.text.fold import fold
from casebase.text.grams import FORMULA, gram_tokens

STAR = "*"
GAP = 30  # characters: about a clause
MOST = 8  # pieces between stars
_IN_TOKEN = 64  # characters of a word or formula that are marked
SHORTEST = 2  # characters of a word or number that may go on
TOO_SHORT = "星号前至少要有两个字母或数字，“{}”已按原样检索。"
# A star is a sign like others next to another one, and between two letters or digits.
_OPERATOR = re.compile(rf"(?<!\*)(?<!{WORDLIKE})\*(?!\*)|(?<!\*)\*(?!\*)(?!{WORDLIKE})")
_TAIL = re.compile(rf"\+{FORMULA}|\+{WORDLIKE}+")


@dataclass(frozen=True, slots=True)
class Glob:
    """A folded text cut at its stars; none of `pieces` is empty."""

    pieces: tuple[str, ...]
    leads: bool  # a star stands first
    trails: bool  # a star stands last

    @property
    def starts(self) -> bool:
        """Whether it is the beginning of something."""
        return self.trails and not self.leads

    @property
    def ends(self) -> bool:
        """Whether it is the end of something."""
        return self.leads and not self.trails


@lru_cache(maxsize=1000)
def glob(typed: str) -> Glob | None:
    """What `typed` leaves open, or None where no star in it is one to leave open."""
    parts = _OPERATOR.split(fold(typed).text)
    pieces = tuple(part for part in parts if part)
    if len(parts) == 1 or not pieces:
        return None
    return Glob(pieces, leads=not parts[0], trails=not parts[-1])


def wild(typed: str, field: str = "") -> Meaning | None:
    """What a text with stars means; None where it has nothing to look for."""
    found = glob(typed)
    if found is None or not all(map(gram_tokens, found.pieces)):
        return None
    in_title = field == "title"
    return Meaning(
        node=any_of(_nodes(found, in_title=in_title)),
        needles=(_needle(typed, found, in_title=in_title),),
        notes=(TOO_SHORT.format(typed),) if _has_short(found) else (),
    )


def value_fits(value: str, wanted: Glob) -> bool:
    """Whether a value of a field, all of it, is as `wanted`. Linear in the value."""
    text, at = fold(value).text.strip('"《》'), 0
    *before, last = wanted.pieces
    for piece in before if not wanted.trails else wanted.pieces:
        found = text.find(piece, at)
        if found < 0 or (found and not at and not wanted.leads):
            return False
        at = found + len(piece)
    return wanted.trails or (text.endswith(last) and len(text) - len(last) >= at)


def _nodes(found: Glob, *, in_title: bool) -> Iterator[Node]:
    """With their last letters and numbers open, and as they stand (1+模式)."""
    runs = tuple(_runs(found))
    plain = tuple(Run(tuple(gram_tokens(piece))) for piece in found.pieces)
    for each in dict.fromkeys((runs, plain)):
        if not in_title:
            yield _node("grams", each, TEXT)
        starts, ends = (found.starts, found.ends) if in_title else (False, False)
        yield _node("title_grams", each, TEXT * WHOLE_TITLE, starts=starts, ends=ends)


def _node(
    field: str,
    runs: Sequence[Run],
    boost: float,
    *,
    starts: bool = False,
    ends: bool = False,
) -> Node:
    (first, *others) = runs
    if others or starts or ends or first.tail is not None:
        return Pattern(field, tuple(runs), GAP, starts, ends, boost)
    return run_of(field, first.tokens, boost)


def _runs(found: Glob) -> Iterator[Run]:
    """Its pieces; of 1+*+N the two are ends of one formula."""
    pieces = list(found.pieces)
    while pieces:
        piece = pieces.pop(0)
        if not pieces and not found.trails:
            yield Run(tuple(gram_tokens(piece)))
            continue
        run = _open(piece)
        tail = _TAIL.match(pieces[0]) if pieces and run.tail is not None else None
        if tail is not None and piece.endswith("+"):
            run = Run(run.tokens, tail[0])
            pieces[0] = pieces[0][tail.end() :]
            pieces = list(filter(gram_tokens, pieces))
        yield run


def _open(piece: str) -> Run:
    """A piece whose last letters, number or formula may go on."""
    for more in ("0", "a"):
        *tokens, last = gram_tokens(piece + more)
        head = last[:-1]
        if head and (tokens or len(head) >= SHORTEST):
            return Run((*tokens, head), "")
    return Run(tuple(gram_tokens(piece)))


def _has_short(found: Glob) -> bool:
    return found.trails and _is_short(found.pieces[-1])


def _is_short(piece: str) -> bool:
    return len(piece) < SHORTEST and re.fullmatch(WORDLIKE, piece) is not None


def _needle(typed: str, found: Glob, *, in_title: bool) -> Needle:
    pieces = tuple(re.compile(_expression(run)) for run in _runs(found))
    anchored = (found.starts, found.ends) if in_title else (False, False)
    chain = Chain(pieces, GAP, *anchored)
    return Needle(fold(typed).text, weight=3.0, title_only=in_title, chain=chain)


def _expression(run: Run) -> str:
    text = re.escape("".join(run.tokens))
    if run.tail is None:
        return text
    return rf"{text}(?:{WORDLIKE}|\+){{0,{_IN_TOKEN}}}{re.escape(run.tail)}"
