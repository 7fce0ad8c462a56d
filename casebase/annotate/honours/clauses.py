"""Clauses that report an honour: what stands before their verb, the verb, what follows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

_SENTENCE = re.compile("[^。；！？!?\n]+")
# What a verb says of how far it has come; the longer wordings come first.
_VERBS = {
    "failed": ("未通过|没有通过|未能通过", "未通过"),
    "postponed": ("暂缓通过", "暂缓通过"),
    "ended": ("终止(?:培育|建设|创建)?|撤销", "终止"),
    "nominated": (
        "推荐申报|推荐参评|推荐参选|推荐评选|被推荐[为至到参]?|推荐(?=[^，。；]{2,24}申报)|申报为",
        "推荐申报",
    ),
    "passed": ("顺利通过|成功通过|高分通过|优秀通过|通过", "通过验收"),
    "selected": (
        "成功入选|入选|获批立项为?|获批|获准立项为?|获准|立项为|立项|成功申报|列为|列入|纳入|跻身|遴选为|遴选进入|入围"
        "|确定为|确立为|新增",
        "入选",
    ),
    "named": (
        "获评为?|被[^，。；]{0,20}?(?:评为|评选为|授予|认定为|命名为|表彰为|确定为|列为)|评为|评选为|授予|认定为|命名为|荣膺"
        "|荣获|荣列|表彰为|获颁|被誉为",
        "获评",
    ),
    "won": ("喜获|斩获|夺得|摘得|捧得|勇夺|获得|取得|捧回|拿下|获", "获奖"),
}
_VERB = re.compile(
    "|".join(f"(?P<{name}>{form})" for name, (form, _) in _VERBS.items())
)
# 获取, 获得感, 立项建设 of a plan, 通过开展: the letters are there, the verb is not.
_NO_VERB = re.compile(
    "获(?:取|利|益|知|悉|得感|得者|奖(?!学金)|胜|救)|通过(?:开展|加强|建立|实施|打造|组织|举办|学习|推进|构建|线上|这|此|以|率"
    "|不断|对|各|多|与|引|参|搭|制|设|召)|授予学位|撤销[专学]|终止(?:合同|劳动)|新增长"
)
# What is hoped for, ruled or denied is not reported.
_NOT_REPORTED = re.compile(
    "应当|不得|可以|拟|将(?!其)|力争|争取|争创|努力|计划|有望|目标|条件|如果|凡|对于|符合|鼓励|推动|确保|尚未"
    "|未曾|不再|冲击|瞄准|对标|积极申报|组织申报"
)
_CONDITION = re.compile("[^，。；]{0,12}?的[，、,；]|[^，。；]{0,12}?者[，、,；]")
_SIGNS = "，,：:"


@dataclass(frozen=True, slots=True)
class Verb:
    """The kind of verb, and the status it gives."""

    name: str
    status: str


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a paragraph.

    Attributes:
        sentence: The sentence up to the verb, in which years and holders are looked for.
        subject: What stands before the verb in its own clause.
        verb: The verb.
        words: The verb's own words.
        rest: What follows it, up to the next clause with such a verb.
        start: Where `rest` begins in the paragraph.
    """

    sentence: str
    subject: str
    verb: Verb
    words: str
    rest: str
    start: int


def clauses(paragraph: str) -> Iterator[Clause]:
    """The clauses of a paragraph that report an honour, in order."""
    for sentence in _SENTENCE.finditer(paragraph):
        yield from _of_sentence(paragraph, sentence.start(), sentence.end())


def _of_sentence(text: str, begin: int, end: int) -> Iterator[Clause]:
    verbs = [
        match for match in _VERB.finditer(text, begin, end) if _is_verb(match, end)
    ]
    for match, following in zip_longest(verbs, verbs[1:]):
        stop = (
            _subject_start(text, match.end(), following.start()) if following else end
        )
        start = _subject_start(text, begin, match.start())
        name = str(match.lastgroup)
        subject = text[start : match.start()]
        if _NOT_REPORTED.search(subject):
            continue
        yield Clause(
            sentence=text[max(begin, match.start() - 160) : match.start()],
            subject=subject,
            verb=Verb(name, _VERBS[name][1]),
            words=match.group(),
            rest=text[match.end() : min(stop, match.end() + 400)],
            start=match.end(),
        )


def _is_verb(match: re.Match[str], end: int) -> bool:
    text = match.string
    if _NO_VERB.match(text, match.start()) or _CONDITION.match(text, match.end()):
        return False
    return match.end() < end


def _subject_start(text: str, low: int, verb: int) -> int:
    """Where the clause of the verb at `verb` begins: after the last sign before it."""
    return max(low, *(text.rfind(sign, low, verb) + 1 for sign in _SIGNS))
