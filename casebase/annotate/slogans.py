"""Slogans of the families in the lexicon, each under its own wording.

The lexicon names the wordings that are known. Schools coin others on the same pattern:
一馆一品牌, 一社团一特色 belong where the wordings that end alike do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from casebase.entry import Entry, Evidence, Slogan
from casebase.lexicon import Lexicon

# 第一支部 and 统一部署 only contain the beginning of one; 一校一品质 and 一系一品类 are
# other words.
_OTHERS, _WHOLE = "[第统进逐单同唯]", "(?:(?<!品)|(?![质类种位行格味德]))"
# What writers put between the halves: 一支部 一品牌, 一支部、一品牌.
_BETWEEN = "[ \u3000、·]{0,2}"
_LOOSE = re.compile("[ \u3000、·个]")
# A wording that nobody listed; the short ending 品 only where quotes bound it.
_COINED = re.compile(
    rf"一(?<!{_OTHERS}一)个?([\u4e00-\u9fff]{{1,6}}?){_BETWEEN}一个?(品牌|特色|亮点|名片)"
    f"|一(?<=[“「『]一)([\u4e00-\u9fff]{{1,4}}?){_BETWEEN}一(品)(?=[”」』])"
)
# Whose brands are none of a school's, and words that hold 一 by chance.
_OUTSIDE = frozenset(
    (
        *"人生户家村乡镇县区市省州街城国地企店厂年月周期物",
        "街道", "社区", "企业", "行业", "产业", "地区", "城市", "乡镇", "农户", "园区",
        "景区", "民族",
    )
)  # fmt: skip
_NO_UNIT = re.compile(
    "[一的了和与及在有为以是把成就步]|打造|创建|培育|建设|^[名位次条项张批种款天件块]|^支(?!部)"
)


def slogans(entry: Entry, lexicon: Lexicon) -> Iterator[tuple[Slogan, Evidence]]:
    """The slogans of an entry, in its title and then in its text."""
    pattern = _pattern(lexicon)
    if pattern is None:
        return
    families = _families(lexicon)
    for place, text in (("title", entry.title), ("text", entry.text)):
        known: set[int] = set()
        for match in pattern.finditer(text):
            family = families[_LOOSE.sub("", match[0])]
            known.add(match.start())
            yield _found(place, match, family, "slogan.family")
        for match in _COINED.finditer(text):
            coined = _family(match, lexicon)
            if coined and match.start() not in known:
                yield _found(place, match, coined, "slogan.pattern")


def _found(
    place: str, match: re.Match[str], family: str, rule: str
) -> tuple[Slogan, Evidence]:
    slogan = Slogan("".join(match[0].split()), family)
    return slogan, Evidence(place, *match.span(), match[0], rule)


@lru_cache(maxsize=8)
def _pattern(lexicon: Lexicon) -> re.Pattern[str] | None:
    wordings = sorted(lexicon.families, key=len, reverse=True)
    if not wordings:
        return None
    # Most begin with 一 and have two halves: that is looked at once for all of them.
    halved = [halves for wording in wordings if (halves := _halves(wording))]
    others = [wording for wording in wordings if not _halves(wording)]
    paired = "|".join(map(_loose, halved)) or "(?!)"
    rest = "".join(
        f"|{_begun(wording[0])}{re.escape(wording[1:])}" for wording in others
    )
    return re.compile(f"(?:{_begun('一')}个?(?:{paired}){rest}){_WHOLE}")


@lru_cache(maxsize=8)
def _families(lexicon: Lexicon) -> Mapping[str, str]:
    """The family of each wording without what writers put between its halves."""
    families = lexicon.families
    return {_LOOSE.sub("", wording): family for wording, family in families.items()}


def _begun(first: str) -> str:
    """A sign to begin with is found fast."""
    return f"{re.escape(first)}(?<!{_OTHERS}{re.escape(first)})"


def _halves(wording: str) -> tuple[str, ...]:
    """支部 and 品牌 of 一支部一品牌; nothing of what has not two halves."""
    halves = tuple(filter(None, wording.split("一")))
    return halves if len(halves) == 2 and wording[0] == "一" else ()  # noqa: PLR2004 - two halves


def _loose(halves: tuple[str, ...]) -> str:
    """The pattern of 一支部一品牌 takes 一个支部、一个品牌 too."""
    ours, theirs = map(re.escape, halves)
    return f"{ours}{_BETWEEN}一个?{theirs}"


def _family(match: re.Match[str], lexicon: Lexicon) -> str | None:
    """The family of a coined wording: that of the wordings that end like it."""
    unit, ending = (match[1], match[2]) if match[1] else (match[3], match[4])
    if unit in _OUTSIDE or _NO_UNIT.search(unit):
        return None
    return _by_ending(lexicon).get(ending)


@lru_cache(maxsize=8)
def _by_ending(lexicon: Lexicon) -> Mapping[str, str]:
    families: dict[str, str] = {}
    for wording, family in lexicon.families.items():
        families.setdefault(wording.rpartition("一")[2], family)
    return families
