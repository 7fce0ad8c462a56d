"""The door to datasketch: a text's MinHash, by which its copies are looked for.

MinHash (Broder 1997): of the hashes of all three-character pieces of a text, the least
under each of 128 permutations. The share of them that two texts have in common
estimates what share of their pieces they have in common.

Of the libraries there are, datasketch alone is kept up and runs wherever numpy and
scipy do; rensa is faster, but has no wheels for Linux on ARM, and the 64 bits of
simhash lose copies that were read off a scan.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from types import ModuleType

import numpy as np
from numpy.typing import NDArray

from casebase.copies.gists import gist
from casebase.entry import Entry

SIZE = 128  # permutations
PIECE = 3  # characters
# Characters of prose; a shorter text has too few pieces to be told by them, and is a
# copy only of what is equal.
SHORT = 60
EMPTY = 12  # letters and numbers; what has fewer is no text
_BATCH = 4096  # pieces at once, which bounds the memory for a text of any length
_WEIGHTS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)  # odd

Hashes = NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Sketch:
    """By what the copies of an entry are looked for.

    Attributes:
        digest: Of its gist: entries with the same one have the same text. Empty where
            there is too little text to compare.
        length: Characters of the gist's prose.
        hashes: Its MinHash, `SIZE` numbers of four bytes, the lowest byte first; empty
            for a short text.
    """

    digest: str
    length: int
    hashes: bytes


def sketch(entry: Entry) -> Sketch:
    """The sketch of `entry`."""
    made = gist(entry)
    length = len(made.prose)
    if length + len(made.rows) < EMPTY:
        return Sketch("", length, b"")
    hashes = b"" if length < SHORT else _minhash(made.prose).astype("<u4").tobytes()
    return Sketch(made.digest, length, hashes)


def _minhash(prose: str) -> Hashes:
    made = _library().MinHash(num_perm=SIZE, hashfunc=int)
    for batch in _pieces(prose):
        made.update_batch(batch.tolist())
    return np.asarray(made.hashvalues, dtype=np.uint32)


@cache
def _library() -> ModuleType:
    """The part of datasketch that makes MinHashes.

    The package itself would load scipy, for searches that we do not make: half a second
    and 60 MB in every child that reads files. So it is entered by a side door.
    """
    found = find_spec("datasketch")
    if found is None or "datasketch" in sys.modules:
        return import_module("datasketch.minhash")
    sys.modules["datasketch"] = module_from_spec(found)
    try:
        return import_module("datasketch.minhash")
    finally:
        del sys.modules["datasketch"]


def _pieces(prose: str) -> Iterator[Hashes]:
    """The hashes of the pieces of `prose`, each once, a batch at a time."""
    codes = np.frombuffer(prose.encode("utf-32-le"), dtype="<u4").astype(np.uint64)
    size = len(codes) - PIECE + 1
    mixed = np.zeros(size, dtype=np.uint64)
    for at, weight in enumerate(_WEIGHTS):
        mixed += codes[at : at + size] * np.uint64(weight)
    pieces = np.unique((mixed >> np.uint64(32)).astype(np.uint32))
    for start in range(0, len(pieces), _BATCH):
        yield pieces[start : start + _BATCH]
