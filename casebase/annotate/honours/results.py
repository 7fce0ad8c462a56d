"""What passed an inspection, or did not."""

from __future__ import annotations

import re

from casebase.annotate.honours.clauses import Clause
from casebase.annotate.honours.holders import holder_in
from casebase.annotate.honours.names import Name, name_of
from casebase.annotate.honours.verbs import Kind
from casebase.annotate.honours.years import is_only_time
from casebase.lexicon import Lexicon

_INSPECTED = re.compile(
    "(?:复核|复评|中期|终期|结项|培育创建)?"
    "(?:验收|评估|认定|复核|考核|审核|复评|评审|遴选|评选)"
    r"(?=[，。；、,;\s）)（(并和后]|$|结果)"
)
_INSPECTION = re.compile(
    "(?:申报|参评|参选|角逐|竞逐|申请)(?P<which>[^，。；]{4,60})(?=，)"
    "|(?P<what>[^，。；]{4,60}?)的?(?:验收|认定|考核|复核)(?:情况|工作|结果)?"
)
_HELD = re.compile("全国|国家级|全省|省级|市级|校级|首批|第[一二三四五六七八九十]+批|“")
_FROM = re.compile("(?P<who>[^“，。；]{2,40}?)(?P<what>“[^”]{2,40}”)")
_DOING = re.compile("(?:(?:申报|创建|培育|承担|建设)?的|申报|参评|申请)$")
_REFUSED = re.compile("选|获|落[榜空]|入围|篑|止步|肩|交臂|折戟|败|铩羽|如愿|无名|上榜")
_SAME = re.compile("(?:同一|该|这一|此)(?:项?荣誉|称号|奖项|项目)")
_WHY = re.compile("(?:因|由于)[^，]*$")
_FAR = 60
_ONLY_GIVER = re.compile(
    "了?(?:首批|第[一二三四五六七八九十]批|省级|教育部|省教育厅|省委教育工委|上级"
    "|专家组"
    "|学校|组织部|的)*(?:结项|期满|期末|最终|现场|中期)?"
)
_NO_OBJECT = re.compile(
    "开展|加强|建立|实施|打造|组织|举办|学习|推进|构建|线上|不断|严格|强化|定期|日常"
    "|[这此以对各多与引参搭制设召]"
)


def inspected(clause: Clause) -> tuple[str, int] | None:
    """What the verb says was inspected, maybe nothing, and where it ends; else None."""
    if _REFUSED.search(clause.words):
        return "", 0
    found = _INSPECTED.search(clause.rest, 0, _FAR)
    if found is not None:
        what = clause.rest[: found.start()]
        return None if _NO_OBJECT.match(what) or "，" in what else (what, found.end())
    if clause.kind is Kind.PASSED and clause.words == "通过":
        return None
    what = re.split("[，。；、]", clause.rest)[0].strip("”")
    if "验收" in clause.words or not what.strip() or clause.kind is Kind.ENDED:
        return what, len(what)
    return None


def is_refused(clause: Clause) -> bool:
    """Whether something else than what was told of last was not given."""
    return _REFUSED.search(clause.words) is not None and not _SAME.search(clause.part)


def is_only_giver(what: str) -> bool:
    """Whether 通过…验收 says no more than who inspected."""
    return _ONLY_GIVER.fullmatch(what) is not None


def taken_from(what: str) -> tuple[str, str]:
    """撤销 whom 甲 of what “乙”: the holder's words, maybe none, and the honour's."""
    found = _FROM.match(what.removeprefix("了"))
    return (found["who"], found["what"]) if found else ("", what)


def named_before(clause: Clause, lexicon: Lexicon) -> tuple[Name, str] | None:
    """The honour that is the subject of 通过验收, and the words before it."""
    subject = _WHY.sub("", clause.subject)
    base = clause.verb - len(clause.subject)
    starts = [match.end() for match in re.finditer("的", subject)]
    starts += [*(match.start() for match in _HELD.finditer(subject)), 0]
    for start in starts:
        who = _DOING.sub("", subject[:start])
        who = "" if is_only_time(who) else who
        if start and who and holder_in(who, "学校") is None:
            continue
        name = name_of(
            _SUBJECT_END.sub("", subject[start:]), base + start, lexicon, loose=False
        )
        if name:
            return name, who
    return None


def named_in_sentence(clause: Clause, lexicon: Lexicon) -> Name | None:
    """The honour whose inspection the sentence speaks of: 校级样板支部验收情况."""
    for match in _INSPECTION.finditer(clause.sentence):
        group = "which" if match["which"] else "what"
        what, at = match[group], match.start(group)
        at += clause.verb - len(clause.sentence)
        for held in _HELD.finditer(what):
            name = name_of(
                what[held.start() :], at + held.start(), lexicon, loose=False
            )
            if name:
                return name
    return None


_SUBJECT_END = re.compile(
    r"(?:\s|[则却仍还时]|最终|连续[一二三四五六七八九两0-9]+[年次]|已经?|全部|均|都|顺利|成功|高分|圆满"
    r"|(?:于|在)?(?:19|20)[0-9]{2}\s?年(?:[0-9]{1,2}\s?月)?|被|也|一次性"
    r"|以[^，]{2,12})+$"
)
