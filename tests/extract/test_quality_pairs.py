"""The table of common pairs is what jieba's dictionary gives, and nothing else."""

from __future__ import annotations

from collections import Counter, defaultdict
from importlib.resources import files
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

MOST = 40_000


def rebuilt() -> str:
    """The pairs within words, the more frequent ones first; ties in order of signs."""
    spec = find_spec("jieba")
    assert spec is not None
    assert spec.origin is not None
    counts = Counter[str]()
    words = Path(spec.origin).with_name("dict.txt").read_text(encoding="utf-8")
    for line in words.splitlines():
        word, frequency, *_ = line.split(" ")
        for one, two in pairwise(word):
            if all("\u4e00" <= sign <= "\u9fff" for sign in (one, two)):
                counts[one + two] += int(frequency)
    common = sorted(counts, key=lambda pair: (-counts[pair], pair))[:MOST]
    followers: dict[str, list[str]] = defaultdict(list)
    for pair in sorted(common):
        followers[pair[0]].append(pair[1])
    return "".join(f"{one}{''.join(rest)}\n" for one, rest in followers.items())


def test_the_pairs_are_those_of_the_dictionary() -> None:
    table = files("casebase.extract.quality").joinpath("pairs.txt")
    assert table.read_text(encoding="utf-8") == rebuilt()
