"""What somebody who is still typing may mean: characters, sounds, initials, mixed.

`党建`, `dangjian`, `dj`, `dangj`, `党jian` are all the beginning of 党建. Letters are
cut into syllables and initials in the few likeliest ways; the last one is only begun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from casebase.text.fold import fold
from casebase.text.pinyin import all_syllables

MAX_WAYS = 12
MAX_PIECES = 40
_LONGEST = 6  # letters of a syllable
_RUN = re.compile(r"[a-z']+|[^a-z']")
_SIGNS = frozenset(" '\"“”")


@dataclass(frozen=True, slots=True)
class Piece:
    """What one character of a name has to be.

    Attributes:
        text: The character itself, or letters of how it is read.
        sound: Whether it is letters.
        begun: Whether they may go on.
    """

    text: str
    sound: bool = False
    begun: bool = False


Way = tuple[Piece, ...]


def ways(typed: str) -> list[Way]:
    """The ways to read what was typed, the likeliest first; none if it is nothing."""
    pieces = _RUN.findall(fold(typed).text[:MAX_PIECES])
    found: list[Way] = [()]
    for number, piece in enumerate(pieces):
        if piece in _SIGNS:
            continue
        last = number == len(pieces) - 1
        cuts = _sounds(piece, last=last) if piece[0].islower() else [(Piece(piece),)]
        found = [(*way, *cut) for way in found for cut in cuts][:MAX_WAYS]
    return [way for way in found if way]


def _sounds(letters: str, *, last: bool) -> list[Way]:
    """The ways to cut letters, those with the fewest pieces first."""
    rest: list[list[Way]] = [[] for _ in letters] + [[()]]
    for at in reversed(range(len(letters))):
        if letters[at] == "'":
            rest[at] = rest[at + 1]
            continue
        for end in range(at + 1, min(len(letters), at + _LONGEST) + 1):
            piece = _piece(letters[at:end], ends=last and end == len(letters))
            if piece is not None:
                rest[at] += [(piece, *way) for way in rest[end]]
        rest[at] = sorted(rest[at], key=_oddness)[:MAX_WAYS]
    return rest[0] or [tuple(Piece(char) for char in letters if char != "'")]


def _piece(letters: str, *, ends: bool) -> Piece | None:
    if "'" in letters:
        return None
    if ends and letters in _beginnings():
        return Piece(letters, sound=True, begun=True)
    if letters in all_syllables():
        return Piece(letters, sound=True)
    if len(letters) == 1 or letters in {"zh", "ch", "sh"}:
        return Piece(letters, sound=True, begun=True)
    return None


def _oddness(way: Way) -> tuple[int, int]:
    """Ways of few pieces first, of those the ones with most whole syllables."""
    return len(way), sum(piece.begun for piece in way)


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(one[:end] for one in all_syllables() for end in _ends(one))


def _ends(syllable: str) -> Iterator[int]:
    yield from range(1, len(syllable) + 1)
