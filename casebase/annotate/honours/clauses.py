"""Clauses that report an honour: what stands before their verb, the verb, what follows.

All is looked for within a fixed reach of the verb, so that a text without signs takes
no longer than another.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from casebase.annotate.honours.verbs import RESULTS, Kind, Verb, verbs_in

_BACK, _ON = 200, 400  # characters
_LEAST = 2
_MOST = 2000  # verbs of one paragraph; nothing that people write has as many
# What ends in the last of such signs.
_TO_PART = re.compile("(?s:.*)[，,：:；;。！？!?\n]")
_TO_ITEM = re.compile("(?s:.*)[，,：:；;。！？!?\n、]")
_TO_SENTENCE = re.compile("(?s:.*)[。！？!?\n]")
_TO_SEMICOLON = re.compile("(?s:.*)[；;]")
_TO_JOINT = re.compile("(?s:.*)[、并]")
_END = re.compile("[。；;！？!?\n]")
# Titles and names in quotes hold neither verbs nor ends of clauses, but “暂缓通过”
# does.
_NAMED = re.compile(
    "《[^《》]{1,80}》|“(?!(?:暂缓|未|不予)?通过(?:验收)?”)[^“”，。；！？]{1,40}”"
)
_SIGNS = "，,：:；;。！？!?、的"
_SIGN = re.compile(f"[{_SIGNS}]")
_VEIL = {ord(sign): 0xE000 + place for place, sign in enumerate(_SIGNS)}
_UNVEIL = {veil: chr(sign) for sign, veil in _VEIL.items()}
_Span = tuple[int, int]
_IS_VEILED = re.compile("[\ue000-\ue0ff]")
# What is hoped for, ruled or denied is not reported: in the clause itself,
_NOT_REPORTED = re.compile(
    "应当?$|不得|可以|可$|拟(?<![虚模]拟)(?!推荐)|将$|将(?:被|在|于|会|对|有)|力争|争取|争创|争当"
    "|努力"
    "|有望|条件|如果|如$|若(?<![\u4e00-\u9fff]若)|凡(?<![\u4e00-\u9fff]凡)|若(?=[未能获要不])|凡是|对于|符合|鼓励|推动|确保|尚未|未$|未能$|未被|没有$|没能$"
    "|不再"
    "|冲击|瞄准|对标|积极申报|组织申报|希望(?!小学|工程|之星|杯|学校)|期待|立志|须|方可|才能|无缘|是否|不是$|曾想"
    "|评(?:(?<=^评)|(?<=[今明后每]年评)|(?<=[在要应]评))$|每年|待$|予以$|一经|以便|为了|逾期|情节"
)
# and in the sentence before it.
_AIMED = re.compile(
    "到(?:“十[四五六]五”末|20[0-9]{2}\\s?年(?:底|末)?)[，,]?(?!已)|力争|争取|下一步"
    "|今后"
    "|未来|目标是|目标：|拟于|计划(?:在|于|到|用|建|申)|如果|凡(?<![\u4e00-\u9fff]凡)|凡是|申报条件|应具备"
    "|争创"
    "|有下列|必须|下列条件|应当(?:符合|具备)|须(?:符合|具备)|规划到"
)
_NO_RESULT = re.compile("的$|凡是|未通过的")
_ASKED = ("？", "?")
_CONDITION = re.compile("[^，。；]{0,30}(?:的|者)[，、,；]")
_CONDITIONED = re.compile("(?:的|者|对[^，]{2,20}的[^，]{1,8})[，,]$")
_GRANTED = re.compile("给予|优先|奖励|可|应|方可|予以|不得|不再|取消|酌情|一次性|按")


class Clause(NamedTuple):
    """A clause of a paragraph that reports an honour.

    What stands before the verb is veiled: titles and names in quotes show no signs.

    Attributes:
        sentence: The sentence up to the verb.
        part: The sentence from its last semicolon to the verb.
        subject: What stands before the verb in its own clause.
        kind: What the verb says.
        words: The verb's own words.
        rest: What follows it, up to the next clause with such a verb.
        verb: Where the verb begins in the paragraph.
        start: Where `rest` begins in the paragraph.
    """

    sentence: str
    part: str
    subject: str
    kind: Kind
    words: str
    rest: str
    verb: int
    start: int


def clauses(text: str) -> Iterator[Clause]:
    """The clauses of a paragraph that report an honour, in order."""
    verbs: Sequence[Verb] = list(islice(verbs_in(text), _MOST))
    if not verbs:
        return
    veiled = text
    if _has_names(text):
        names = [name.span() for name in _NAMED.finditer(text)]
        verbs = _outside(names, verbs)
        veiled = _veiled(text, names) if verbs else text
    beside = [None, *verbs, None]
    for before, verb, after in zip(beside, verbs, beside[2:], strict=False):
        if after and after.start - verb.end < _LEAST:
            continue  # 获评 of 入选获评: nothing is named between
        clause = _clause(veiled, text, verb, before, after)
        if _is_reported(clause, text):
            yield clause


def _has_names(text: str) -> bool:
    return "“" in text or "《" in text


def _outside(names: Sequence[_Span], verbs: Sequence[Verb]) -> Sequence[Verb]:
    starts = [start for start, _ in names]
    ends = [0, *(end for _, end in names)]
    return [
        verb for verb in verbs if verb.start >= ends[bisect_right(starts, verb.start)]
    ]


def _veiled(text: str, names: Sequence[_Span]) -> str:
    """The text with the signs in the names veiled."""
    pieces, done = list[str](), 0
    for start, end in names:
        name = text[start:end]
        if _SIGN.search(name):
            pieces += (text[done:start], name.translate(_VEIL))
            done = end
    return "".join((*pieces, text[done:]))


def unveiled(words: str) -> str:
    """The words as the text has them, the signs in titles too."""
    return words.translate(_UNVEIL) if _IS_VEILED.search(words) else words


def _clause(
    text: str, plain: str, verb: Verb, before: Verb | None, following: Verb | None
) -> Clause:
    """The clause of a verb in the veiled text; `plain` is the text as it is."""
    low = max(0, verb.start - _BACK)
    sentence = _after_last(_TO_SENTENCE, text, low, verb.start)
    part = _after_last(_TO_SEMICOLON, text, sentence, verb.start)
    subject = _after_last(_TO_PART, text, part, verb.start)
    if before and before.end > subject:
        subject = _after_last(_TO_JOINT, text, before.end, verb.start)
    stop = _stop(text, verb, following)
    return Clause(
        sentence=text[sentence : verb.start],
        part=text[part : verb.start],
        subject=text[subject : verb.start],
        kind=verb.kind,
        words=text[verb.start : verb.end],
        rest=plain[verb.end : stop],
        verb=verb.start,
        start=verb.end,
    )


def _stop(text: str, verb: Verb, following: Verb | None) -> int:
    """Where what follows the verb ends: with its sentence or before the next verb."""
    end = _END.search(text, verb.end, verb.end + _ON)
    stop = end.start() if end else min(len(text), verb.end + _ON)
    if following and following.start < stop:
        stop = _after_last(_TO_ITEM, text, verb.end, following.start)
        if stop == verb.end:  # 获评省级样板支部并入选…
            stop = following.start
    return stop


def _after_last(signs: re.Pattern[str], text: str, low: int, high: int) -> int:
    found = signs.match(text, low, high)
    return found.end() if found else low


def _is_reported(clause: Clause, text: str) -> bool:
    if _NOT_REPORTED.search(clause.subject) or _AIMED.search(clause.sentence):
        return False
    if _CONDITIONED.search(clause.part[: len(clause.part) - len(clause.subject)]):
        return False
    if text.startswith(_ASKED, clause.start + len(clause.rest)):
        return False
    if clause.kind in RESULTS and _NO_RESULT.search(clause.subject):
        return False
    condition = _CONDITION.match(text, clause.start)
    if condition is None:
        return True
    further = text[condition.end() : condition.end() + 16]
    return _GRANTED.search(further) is None and condition.end() - clause.start > 1
