"""How tokens are spelt in a tantivy index, where white space parts them.

A token that holds white space is spelt without; one that is too long, which tantivy
would drop silently, by its beginning and a digest. Different tokens are spelt
differently, and a token's beginning is spelt as the beginning of the token.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from itertools import pairwise

# Signs of ours, which no folded text has: before a stand-in, between what is joined,
# before a digest.
_STAND_IN, JOINT, _DIGEST = "\x01", "\x02", "\x03"
_LONGEST = 1000  # characters; tantivy takes 65,530 bytes
_ODD = re.compile(f"[\\s{_STAND_IN}{JOINT}{_DIGEST}]")
_LAST_SPACE = 0x3000  # there is no white space above the ideographic one
_SINGLE = {
    char: f"{_STAND_IN}{chr(0x100 + place)}"
    for place, char in enumerate(
        char for char in map(chr, range(_LAST_SPACE + 1)) if _ODD.match(char)
    )
}
_NOTHING = f"{_STAND_IN}{JOINT}"
_MEANT = {sign: char for char, sign in _SINGLE.items()} | {_NOTHING: ""}
_SPELT = re.compile(f"{_STAND_IN}.", re.DOTALL)


def spelt(tokens: Sequence[str]) -> list[str]:
    """Each of `tokens` as it is spelt."""
    sizes = list(map(len, tokens))
    if min(sizes, default=1) == 0 or max(sizes, default=0) > _LONGEST:
        return list(map(spelt_one, tokens))
    plain = [token for token in tokens if token not in _SINGLE]
    if _ODD.search("".join(plain)):
        return list(map(spelt_one, tokens))
    return [_SINGLE.get(token, token) for token in tokens]


def spelt_one(token: str) -> str:
    """A token as it is spelt."""
    if len(token) > _LONGEST:
        sign = hashlib.blake2b(token.encode(), digest_size=16).hexdigest()
        return f"{spelt_one(token[:_LONGEST])}{_DIGEST}{sign}"
    return _ODD.sub(_stand_in, token) or _NOTHING


def pairs(tokens: Sequence[str]) -> list[str]:
    """Each two neighbours of spelt `tokens` as one token."""
    return [f"{one}{JOINT}{other}" for one, other in pairwise(tokens)]


def meant(tokens: Sequence[str]) -> list[str]:
    """The tokens that are spelt so; of long ones, their spelling."""
    return [
        _SPELT.sub(_read, token) if _STAND_IN in token else token for token in tokens
    ]


def _read(match: re.Match[str]) -> str:
    return _MEANT[match[0]]


def _stand_in(match: re.Match[str]) -> str:
    return _SINGLE[match[0]]
