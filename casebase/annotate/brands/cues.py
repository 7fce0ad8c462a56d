"""How a text presents a name in quotes: as a brand, a workshop, a team and so on."""

from __future__ import annotations

import re
from collections.abc import Iterable

from casebase.annotate.brands.shown import shown_as
from casebase.annotate.brands.words import (
    ACTS,
    CALLED,
    FORMS,
    FOUNDS,
    MAKES,
    NAMED_WORKS,
    NO_BRAND_YET,
    OTHER_KINDS,
    OTHER_OBJECTS,
    OTHER_WORDS,
    OTHERS_DO,
    OWN_FORMS,
    STARTS,
    SURE,
    UNDERTAKINGS,
)

_REACH = 24  # characters around a name that can present it
_FEW = 8  # characters of a title before a name


def _any(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, words))})"


# Between a name and the word for it: 校级党建, 等五个党建.
_KIND = "[\u4e00-\u9fff0-9]{0,12}?"
_AFTER = {
    form: re.compile(rf"的?({_KIND}){_any(words)}(?!{_any(OTHER_WORDS)})")
    for form, words in FORMS.items()
}
# What any name but one that bears its form has after it.
_ANY_CUE = re.compile(
    _any(
        (
            *(it for words in FORMS.values() for it in words),
            "队",
            "支部",
            "总支",
            "系列",
        )
    )
)
_OTHER_KIND = re.compile(_any(OTHER_KINDS))
# 以“麦田”为全校共同的品牌
_AS_BRAND = re.compile(
    f"[为是](?:[\u4e00-\u9fff]{{0,8}}的)?[\u4e00-\u9fff]{{0,6}}?{_any(FORMS['品牌'])}"
)
_NO_BRAND_YET = re.compile(_any(NO_BRAND_YET))
_PARTY = re.compile("(?:特色|先锋|红色)?(?:党|团)(?:支部|总支)(?!书记|活动|建设|创建)")
_TEAM = re.compile("[\u4e00-\u9fff]{0,6}队(?![伍员长列友])")
_SERIES = re.compile("系列[\u4e00-\u9fff]{0,10}?(?:活动|会|讲座|行动|宣讲)")
# 品牌“四网”, 公众号“书院党建”; 郑某工作室“会诊” is no name of the workshop.
_BARE = re.compile(
    "(品牌|公众号|视频号|栏目|专栏|(?<=[业愿讲务关新])团队|服务队|突击队)(?:名称|名)?[（(]?$"
)
_NAMED = re.compile(
    f"({_any(word for words in FORMS.values() for word in words)})"
    "(?:名称|名)?(?:——|—|：|:|定?名?为|是|名?叫做?|称作)$"
)
_CALLED = re.compile(f"(?<!被){_any(CALLED)}$")
_INTRODUCING = frozenset("牌号目栏称名队（(—：:为是叫做作")  # the last signs of these
_NAMED_WORK = re.compile(_any(NAMED_WORKS))
_MADE = re.compile(f"{_any(MAKES)}[了出起好]?[\u4e00-\u9fff]{{0,8}}?$")
_STARTED = re.compile(f"{_any(STARTS)}(?:实施|推行)?[了出]?$")
_FOUNDED = re.compile(f"{_any((*STARTS, *FOUNDS))}[了出]?$")
_OPENED = re.compile("(?:开设|开办|创办|办起)了?$")  # 开设“暖阳”健康课堂
# 某老师主持的“红烛课堂”; what is held thirty times: “水滴讲堂”30期.
_HELD_BY = re.compile(
    "(?:主持|创办|打造|推出|开设|主讲|创建|设立|发起)的$"
    "|(?:组建|成立|打造|建立)[了出]?一[支个][^，。；“]{0,20}的$"
)
_HELD = re.compile("[0-9]+余?多?[期场讲次季]")
# 以“红链工程”为牵引
_LEADS_ON = re.compile("为(?:牵引|抓手|载体|依托|平台|引领)")
_PLAN = re.compile("质量|提升|发展|建设|培育|创新|改革|计划|行动")
_OTHER_OBJECT = re.compile(_any(OTHER_OBJECTS))
_OTHERS_DO = re.compile(_any(OTHERS_DO))
_ACTS = re.compile(_any(ACTS))
_OWN_ENDS = tuple(word for words in OWN_FORMS.values() for word in words)
_PLACES = frozenset({"工作室", "基地", "团队", "栏目"})  # forms that are there to see
_UNIT = re.compile("(?:学院|系|支部|总支|党委|团委|学校|我校|中心|图书馆|书院)$")
_OWNED = re.compile("(?:学院|系|支部|总支|党委|团委|学校|我校)的$")
_CLAUSE = re.compile("[，。；：！？、,;:!?\n]")
_SENTENCE_BEGINS = re.compile("(?:^|[。；！？\n])\\s*$")
_MENTIONED = re.compile("的|等|为|专项|主题|重大|入选|立项|[、和与]")


def form_of(name: str, text: str, start: int, end: int, *, titled: bool) -> str | None:
    """What the words around `start` and `end` say the name to be, or None."""
    before = text[max(0, start - _REACH) : start]
    after = text[end : end + _REACH]
    return (
        _form_after(before, after, titled=titled)
        or _form_before(before)
        or _own_form(name, before, after, titled=titled)
        or shown_as(name, before, after)
    )


def _form_after(before: str, after: str, *, titled: bool) -> str | None:
    if _ANY_CUE.search(after) is None:
        return None
    as_brand = _AS_BRAND.match(after)
    if as_brand and not _NO_BRAND_YET.search(as_brand[0]):
        return "品牌"
    if _PARTY.match(after) and _made(before):
        return "品牌"
    if _TEAM.match(after) and _made(before):
        return "团队"
    if _SERIES.match(after) and _started(before):
        return "活动"
    nearest: list[tuple[int, str]] = []
    for form, pattern in _AFTER.items():
        found = pattern.match(after)
        if found is None or _OTHER_KIND.search(found[1]):
            continue
        if _is_presented(form, found[1], before, titled=titled):
            nearest.append((-1 if form == "品牌" else found.end(), form))
    return min(nearest)[1] if nearest else None


def _is_presented(form: str, kind: str, before: str, *, titled: bool) -> bool:
    """Whether the form beside a name needs no verb or has one."""
    if (form in SURE and "示范" not in kind) or (titled and _begins(before)):
        return True
    if _OWNED.search(before):
        return True
    if form == "活动" and _OPENED.search(before):
        return True
    return _started(before) if form in UNDERTAKINGS else _made(before)


def _begins(before: str) -> bool:
    """Whether a title begins with the name, or with a word or two before it."""
    return len(before) <= _FEW and not _ACTS.search(before)


def _made(before: str) -> bool:
    found = _MADE.search(before)
    return found is not None and not _OTHER_OBJECT.search(found[0])


def _started(before: str) -> bool:
    clause = _CLAUSE.split(before)[-1]
    return _STARTED.search(before) is not None and not _OTHERS_DO.search(clause)


def _form_before(before: str) -> str | None:
    if before[-1:] not in _INTRODUCING:
        return None
    found = _BARE.search(before) or _NAMED.search(before)
    if found is not None:
        return next(form for form, words in FORMS.items() if found[1] in words)
    if _CALLED.search(before) is None or _NAMED_WORK.search(before):
        return None
    return _named_thing(before) or "品牌"


def _named_thing(before: str) -> str | None:
    """The form of what is given the name: 把学生社区建在树旁，取名“榕树下”."""
    places = [(before.rfind(word), form) for form in FORMS for word in FORMS[form]]
    at, form = max(places)
    return form if at >= 0 else None


def _own_form(name: str, before: str, after: str, *, titled: bool) -> str | None:
    """The form that the name itself bears, where the text presents it by that."""
    if not name.endswith(_OWN_ENDS):
        return None
    own = next(form for form in OWN_FORMS if name.endswith(OWN_FORMS[form]))
    if _LEADS_ON.match(after) and before.endswith("以"):
        return None if _PLAN.search(name) else own
    if _MENTIONED.match(after):
        return None
    there = own != "项目" and _is_held(own, before, after)
    heads = _heads(own, before, after) or (titled and _begins(before))
    made = own in _PLACES and _made(before)  # 建设中泰“鲁班工坊”
    return own if there or heads or made or _is_founded(before) else None


def _is_held(form: str, before: str, after: str) -> bool:
    """Whether it is there to see: thirty times, by somebody, or in a unit."""
    if _HELD.match(after) or _HELD_BY.search(before):
        return True
    return form in _PLACES and _UNIT.search(before) is not None


def _heads(form: str, before: str, after: str) -> bool:
    """Whether a sentence begins with it: “青蓝工程”，带动新教师成长."""
    alone = form in _PLACES or after.startswith("，")
    return alone and _SENTENCE_BEGINS.search(before) is not None


def _is_founded(before: str) -> bool:
    clause = _CLAUSE.split(before)[-1]
    if _OTHERS_DO.search(clause):
        return False
    return _FOUNDED.search(before) is not None
