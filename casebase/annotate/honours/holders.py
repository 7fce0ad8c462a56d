"""Whose an honour is: the subject of its clause."""

from __future__ import annotations

import re

from casebase.annotate.honours.clauses import Clause

_LEAD = re.compile(
    r"^(?:\s|其中|近年来|目前|同年|今年|去年|同时|此外|另外|并|且|还|也|先后|连续|累计|经过?[^，]{0,12}(?:评审|推荐|遴选)|先后"
    r"|(?:19|20)?[0-9]{2,4}\s?年(?:度|底|来|以来)?|[0-9]{1,2}\s?月(?:[0-9]{1,2}\s?日)?|近[一二三四五六七八九十两0-9]{1,2}年来?|[一二三四五六七八九十]年来"
    r"|截至[^，]{0,10}|由|使|让|的)+"
)
_TAIL = re.compile(
    r"(?:\s|先后|连续[^，]{0,5}|成功|顺利|再次|双双|一举|多次|累计|荣|还|也|均|都|又|已经?|被|共|同时|并|分别|正式|首次|光荣"
    r"|(?:于|在)?(?:19|20)[0-9]{2}\s?年(?:[0-9]{1,2}\s?月)?|[0-9]{1,2}\s?月)+$"
)
_ADJUNCT = re.compile(
    r"(?:(?<![内存现所])在(?![校读职])|于|以|由|经|凭借?|参加|代表|作为|联合|申报的?)[^，]*$"
)
_OWN = re.compile("^(?:学校|我校|我院|学院|本校|全校|该校|校)$")
_OWN_LEAD = re.compile("^(?:学校|我校|我院|该校)的?(?=.{2,})")
_LONGEST, _SHORTEST = 30, 2


def holder_of(clause: Clause, school: str | None) -> str | None:
    """The holder as the clause names it; `school` where it means the owner.

    Where the clause names nobody its sentence does; where neither does it is the
    owner's, of whom the whole text speaks.
    """
    parts = re.split("[，,：:]", clause.sentence)
    for part in [clause.subject, *reversed(parts[:-1])][:3]:
        named = _named(part)
        if named:
            return school if _OWN.match(named) else named
    return school


def _named(part: str) -> str:
    words = _TAIL.sub("", _ADJUNCT.sub("", _TAIL.sub("", _LEAD.sub("", part))))
    words = _LEAD.sub("", words).strip(" \u3000")
    if _OWN.match(words):
        return words
    words = _OWN_LEAD.sub("", words)
    return words if _SHORTEST <= len(words) <= _LONGEST and _is_somebody(words) else ""


_SOMEBODY = re.compile(
    "(?:支部|总支|党委|党组织|学院|大学|学校|院|系|部|处|中心|团队|工作室|队|团委|协会|社|社团|班|级|项目|案例|课程|教师|老师|同学"
    "|同志|学生|党员|书记|品牌|作品|论文|教材|书院|基地|集团|公司|镇|乡|村|街道|社区|馆|专业|群|联盟|组|员|委|室|站|做法|成果|教学"
    "|队伍|[》”])$|^[\u4e00-\u9fff]{2,3}$"
)


def _is_somebody(words: str) -> bool:
    return _SOMEBODY.search(words) is not None
