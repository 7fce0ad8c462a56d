"""How far a passage goes that two texts share, small changes included."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

_OPEN = 8  # passages that may go on where a new one begins
# Characters that must agree behind a change for the passage to go on.
_AGAIN = 4
# A change: so many characters of the one text stand for so many of the other.
_CHANGES = ((1, 1), (1, 0), (0, 1), (2, 2), (2, 1), (1, 2), (2, 0), (0, 2))


@dataclass(frozen=True, slots=True)
class Copied:
    """`draft[here:here_end]` is `text[there:there_end]` but for small changes.

    Attributes:
        here: Where it begins in the draft, in characters of its content.
        here_end: One past its last character there.
        there: Where it begins in the text.
        there_end: One past its last character there.
        same: Characters that are the same in both.
    """

    here: int
    here_end: int
    there: int
    there_end: int
    same: int


def copied(draft: str, text: str, seeds: Iterable[tuple[int, int]]) -> list[Copied]:
    """The passages around `seeds`, in order; no seed is in two of them.

    A seed is where a shared piece begins: in the draft, in the text.
    """
    backwards = draft[::-1], text[::-1]
    found: list[Copied] = []
    for here, there in sorted(seeds):
        if any(_holds(passage, here, there) for passage in found[-_OPEN:]):
            continue
        end, there_end, after = _walk(draft, text, here, there)
        back, there_back, before = _walk(
            *backwards, len(draft) - here, len(text) - there
        )
        start, there_start = len(draft) - back, len(text) - there_back
        found.append(Copied(start, end, there_start, there_end, before + after))
    return [passage for passage in found if passage.same]


def _holds(passage: Copied, here: int, there: int) -> bool:
    return (
        passage.here <= here < passage.here_end
        and passage.there <= there < passage.there_end
    )


def _walk(draft: str, text: str, here: int, there: int) -> tuple[int, int, int]:
    """How far the two agree from here on, and in how many characters."""
    same = 0
    while True:
        run = _agreeing(draft, text, here, there)
        here, there, same = here + run, there + run, same + run
        change = _change(draft, text, here, there)
        if change is None:
            return here, there, same
        here, there = here + change[0], there + change[1]


def _agreeing(draft: str, text: str, here: int, there: int) -> int:
    most = min(len(draft) - here, len(text) - there)
    run = 0
    while run < most and draft[here + run] == text[there + run]:
        run += 1
    return run


def _change(draft: str, text: str, here: int, there: int) -> tuple[int, int] | None:
    """The smallest change after which the two agree again."""
    for ours, theirs in _CHANGES:
        piece = draft[here + ours : here + ours + _AGAIN]
        if len(piece) == _AGAIN and text.startswith(piece, there + theirs):
            return ours, theirs
    return None
