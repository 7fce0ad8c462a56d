"""Short names of a school: declared in the text, or customary and seen in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from casebase.lexicon import Lexicon

_DECLARED = (
    r"[（(](?:以下|下文|后文)?(?:均|统|皆)?(?:简称|称)[为作]?[:：]?[“\"‘「]?"
    r"([^”\"’」）)，。、\n]{2,14})[”\"’」]?(?:[、或/][^）)\n]{0,20})?[）)]"
)
# 习惯上称“云岫幼专”: whose short name that is, its characters tell.
_CALLED = re.compile(
    r"(?:简称|习惯上?称|惯称|俗称)[为作]?[:：]?[“\"「]([\u4e00-\u9fff]{2,10})[”\"」]"
)
_COMMON = re.compile(
    "(?:我|本|该|贵)?(?:学校|校|学院|院|大学|单位|甲方|乙方|丙方|校方)"
)

# The ending of a full name → the endings of its customary short names: those that
# follow the whole stem (聊城 → 聊城职院), and those that follow its first character
# (聊 → 聊职).
_ENDINGS: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("职业技术大学", ("职大", "职业技大"), ("职大", "职技大")),
    ("职业技术学院", ("职院", "职业学院", "职技院"), ("职", "职院")),
    ("职业学院", ("职院",), ("职", "职院")),
    ("职业大学", ("职大",), ("职大",)),
    ("幼儿师范高等专科学校", ("幼专", "幼师"), ("幼专", "幼师")),
    ("医学高等专科学校", ("医专",), ("医专",)),
    ("师范高等专科学校", ("师专",), ("师专",)),
    ("高等专科学校", ("高专",), ()),
    ("技师学院", ("技师",), ("技师",)),
    ("师范大学", ("师大",), ("师大",)),
    ("理工大学", ("理工",), ("理工",)),
    ("工业大学", ("工大",), ("工大",)),
    ("交通大学", ("交大",), ("交大",)),
    ("农业大学", ("农大",), ("农大",)),
    ("医科大学", ("医大",), ("医大",)),
    ("中医药大学", ("中医大",), ("中医大",)),
    ("财经大学", ("财大",), ("财大",)),
)
# 职 begins other words, and longer names: 有聊职业 is no 聊职, nor is 聊职院.
_NOT_AFTER = "(?![院业工责位务权员称教级场守能])"
_LONG = 4  # characters from which one sight is proof


@dataclass(frozen=True, slots=True)
class Alias:
    """A short name, the words that prove it and the rule that found them."""

    name: str
    quote: str
    rule: str


def aliases_of(school: str, text: str, lexicon: Lexicon) -> Iterator[Alias]:
    """The short names of `school` in `text`, each once."""
    seen: set[str] = set()
    declared = (
        *_declared(school, text),
        *(_reversed(school, text) if "简称）" in text else ()),
        *_called(school, text),
    )
    for alias in (*declared, *_customary(school, text, lexicon)):
        if alias.name not in seen:
            seen.add(alias.name)
            yield alias


def _declared(school: str, text: str) -> Iterator[Alias]:
    for match in re.finditer(re.escape(school) + _DECLARED, text):
        name = match.group(1).strip()
        if not _COMMON.fullmatch(name):
            yield Alias(name, match.group(), "alias.declared")


def _reversed(school: str, text: str) -> Iterator[Alias]:
    """罗霄学院（株洲罗霄职业技术学院简称）."""
    for match in re.finditer(
        rf"([\u4e00-\u9fff]{{2,10}})[（(]{re.escape(school)}的?简称[)）]", text
    ):
        rest = iter(school)
        if all(sign in rest for sign in match[1]):
            yield Alias(match[1], match[0], "alias.declared")


def _called(school: str, text: str) -> Iterator[Alias]:
    for match in _CALLED.finditer(text):
        rest = iter(school)
        if match[1][0] == school[0] and all(sign in rest for sign in match[1]):
            yield Alias(match[1], match[0], "alias.called")


def _customary(school: str, text: str, lexicon: Lexicon) -> Iterator[Alias]:
    for name in customary_names(school):
        found = re.findall(name + _NOT_AFTER, text) if name in text else []
        if len(found) >= (1 if len(name) >= _LONG else 2):
            yield Alias(name, name, "alias.customary")
    for name in _known(lexicon).get(school, ()):
        if name in text:
            yield Alias(name, name, "alias.lexicon")


@lru_cache(maxsize=8)
def _known(lexicon: Lexicon) -> Mapping[str, Sequence[str]]:
    """The short names of each school of the lexicon."""
    names: dict[str, list[str]] = {}
    for name, full in lexicon.aliases.items():
        names.setdefault(full, []).append(name)
    return names


def customary_names(school: str) -> list[str]:
    """The short names that custom makes of a full name, seen or not."""
    for ending, after_stem, after_first in _ENDINGS:
        stem = school.removesuffix(ending)
        if school.endswith(ending) and len(stem) > 1:
            short = [stem[0] + tail for tail in after_first]
            return [stem + tail for tail in after_stem] + short
    return []
