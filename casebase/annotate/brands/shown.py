"""Names that are shown rather than presented: by whose they are, or by what they won.

电气系党支部“夜光讲堂”开讲四场; 支部开发的“云帆”平台; “护苗”服务队获金奖; 信息学院党支部
创建“代码背后”.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from casebase.annotate.brands.words import FORMS, OTHER_KINDS, OTHER_WORDS, OWN_FORMS

_BRANCH = ("支部", "总支", "团委", "支部的", "总支的", "团委的")
# 某某党支部创建“匠心”: what a branch makes and nothing else names is its brand.
_BRANCH_MAKES = re.compile(
    "(?:支部|总支)(?:先后|还|又|着力|精心|成功|倾力)?(?:创建|打造|创立|培育|叫响|擦亮)[了出]?$"
)
_LAST_OF_MAKES = frozenset("建造立育响亮了出")
_OF_MAKERS = re.compile(
    "(?:开发|研发|牵头|领衔|组建|成立|创办|主持|推出|打造|建起|办起|发起|运营|策划|建设|创建)的$"
)
_RESULT = (
    "(?:在[^，。；]{2,30}[中上])?(?:先后|还|也|又|已|曾|于|成功|勇|今年|去年|[0-9]{4}年(?:[0-9]{1,2}月)?)*"
    "(?:荣获|获得|获评|获批|获|入选|被评为|被授予|被命名|被认定|夺|斩获|摘得|拿下|结项"
    "|累计|惠及|开讲|上线|参加|参评)"
)
_WON = re.compile(_RESULT)
_ANY_RESULT = re.compile(
    "获|入选|被评为|被授予|被命名|被认定|夺|斩获|摘得|拿下|结项|累计|惠及|开讲|上线"
    "|参[加评]"
)
_TEAM = re.compile(
    "[\u4e00-\u9fff]{0,6}?(?:队|团|社|志愿者)(?![伍员长列友结支委队区会])"
)
_SPECIAL = re.compile("专项[，。；、]")
_SET_UP = re.compile("(?:设立|实施|启动)了?$")
_WORKSHOP = re.compile("[\u4e00-\u9fff·]{3,}工作室")
_OWN_ENDS = tuple(word for words in OWN_FORMS.values() for word in words)
_SURE = frozenset({"团队", "工作室", "基地", "栏目", "活动"})


def _any(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, words))})"


_OTHER_KIND = re.compile(_any(OTHER_KINDS))
_FORM = {
    form: re.compile(rf"([\u4e00-\u9fff]{{0,8}}?){_any(words)}(?!{_any(OTHER_WORDS)})")
    for form, words in FORMS.items()
}


def shown_as(name: str, before: str, after: str) -> str | None:
    """The form of a name that nobody presents, but whose it is or what it won shows."""
    if name.endswith("工作室") and _WORKSHOP.fullmatch(name):
        return "工作室"
    if _SPECIAL.match(after) and _SET_UP.search(before):
        return "项目"
    last = before[-1:]
    owned = before.endswith(_BRANCH) or (
        last == "的" and _OF_MAKERS.search(before) is not None
    )
    beside = _beside(after, owned=owned)
    if beside is not None:
        return beside
    if name.endswith(_OWN_ENDS):
        own = next(form for form, ends in OWN_FORMS.items() if name.endswith(ends))
        if owned or (own in _SURE and _WON.match(after)):
            return own
    makes = last in _LAST_OF_MAKES and _BRANCH_MAKES.search(before) is not None
    return "品牌" if makes else None


def _beside(after: str, *, owned: bool) -> str | None:
    """The form of the word behind the name."""
    if not owned and _ANY_RESULT.search(after) is None:
        return None
    team = _TEAM.match(after)
    if team and (owned or _WON.match(after, team.end())):
        return "团队"
    for form, pattern in _FORM.items():
        found = pattern.match(after)
        if found is None or _OTHER_KIND.search(found[1]):
            continue
        if owned or _WON.match(after, found.end()):
            return form
    return None
