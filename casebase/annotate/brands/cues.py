"""How a text presents a name in quotes: as a brand, a workshop, a team and so on."""

from __future__ import annotations

import re

_REACH = 24  # characters around a name that can present it
# What a name may be, and the words for it; the first form that stands beside wins.
_WORDS = {
    "品牌": ("品牌", "名片"),
    "工作室": ("工作室", "工作坊", "工作站", "工坊"),
    "团队": (
        "服务队", "志愿队", "志愿者队", "宣讲队", "宣讲团", "先锋队", "突击队",
        "实践队", "讲师团", "服务团", "帮扶队", "攻关队", "巡讲团", "理论社",
        "团队", "小分队", "分队", "轻骑兵", "志愿者协会", "艺术团", "合唱团", "联盟",
    ),
    "栏目": (
        "栏目", "专栏", "公众号", "视频号", "电台", "节目", "有声馆", "播客",
    ),
    "基地": (
        "教育基地", "实践基地", "研学基地", "服务基地", "育人基地", "党建阵地",
        "驿站", "服务站", "学生社区", "党建空间", "书吧", "直播间", "讲习所",
        "工作站点", "会客厅", "党员之家", "文化长廊", "服务中心", "辅导站", "热线",
    ),
    "项目": ("项目", "工程", "计划", "行动", "平台", "志愿服务"),
    "活动": (
        "讲堂", "讲坛", "论坛", "沙龙", "夜校", "党课", "课堂", "文化节", "读书会",
    ),
}  # fmt: skip
# 品牌化, 品牌课程, 团队精神, 工程师, 项目式 are other words.
_NOT_AFTER = (
    "(?![化性队团站岗点]|基地|中心|专业|课程|效应|意识|战略|价值|影响|精神|合作|师(?!生)|学院|[式制]|教学"
    "|负责|经费|申报书|比赛|竞赛|赛|[0-9]+[个处项支])"
)
# What stands between a name and the word for it: 校级党建, 等五个党建.
_KIND = "[\u4e00-\u9fff0-9]{0,12}?"
_ODD_KIND = re.compile(
    "获|被|为|在|把|将|使|让|对|向|到|从|与|和|及|以|是|有|及其|推|打造|创建[^品]|开展|入选"
    "|优秀|先进|示范|重点|十佳|最佳|全国|全省|全市|旅游|文旅|企业|产品|农产|商业|区域|城市"
    "|消费|服装|餐饮|汽车|课程|教材|专业|证书|精神|思想|理念|主题|标准|赛项|大赛|竞赛"
    "|教师创新团队$|命题|引领|背景|要求|目标|格局|关系|意识|模式|理论|科研|课题|学术"
)
_AFTER = {
    form: re.compile(rf"的?({_KIND})(?:{'|'.join(words)}){_NOT_AFTER}")
    for form, words in _WORDS.items()
}
# 以“麦田”为全校共同的品牌
_AS_BRAND = re.compile(
    "为(?:[\u4e00-\u9fff]{0,8}的)?[\u4e00-\u9fff]{0,6}?(?:品牌|名片)"
)
_NO_BRAND_YET = re.compile("抓手|载体|核心|主题|引领|目标|依托|主线|基础|统领|打造")
# 品牌“四网”, 公众号“书院党建”; 郑某工作室“会诊” is no name of the workshop.
_BARE = re.compile("(品牌|公众号|视频号|栏目|专栏)(?:名称|名)?[（(]?$")
_ALL = "|".join(word for words in _WORDS.values() for word in words)
_BEFORE = re.compile(rf"({_ALL})(?:名称|名)?(?:——|—|：|:|定?名?为|是|名?叫做?|称作)$")
_CALLED = re.compile(
    "(?<!被)(?:命名为|取名为?|定名为?|起名为?|名为|名叫|名字叫做?|冠名为)$"
)
_NO_NAMED_THING = re.compile(
    "课程|教材|论文|作品|文章|报告|精神|比赛|诗|歌|剧|展览|书名"
)
_PARTY = re.compile(
    "(?:特色|先锋|红色)?(?:党支部|党总支|团支部)(?!书记|活动|建设|创建)"
)

_VERBS = (
    "打造", "创建", "创立", "创设", "创办", "培育", "塑造", "推出", "成立", "组建",
    "设立", "开设", "开办", "建立", "建成", "建设", "搭建", "构建", "实施", "启动",
    "发起", "策划", "首创", "独创", "推行", "开通", "运营", "升级", "做优", "做强",
    "擦亮", "叫响", "形成", "孵化", "深化", "持续推进", "创新",
)  # fmt: skip
_MADE = re.compile(rf"(?:{'|'.join(_VERBS)})(?:了|出|起|好)?[\u4e00-\u9fff]{{0,8}}?$")
_STARTED = re.compile(
    "(?:实施|启动|发起|推出|设立|创设|策划|首创|独创|打造|创建|推行|创立)(?:了|出)?$"
)
# Words between a verb and a name that show the name to be something else.
_BETWEEN = re.compile("以|围绕|通过|主题|为|服务业|校训|题为|荣获|符合|开展|参加|入选")
# Undertakings of others: 围绕聊城实施“三百”工程.
_FOREIGN = re.compile(
    "围绕|落实|响应|参与|参加|对接|配合|贯彻|入选|获评|获得|申报|承办|承接|立项|教育部|国家"
    "|全国|全省|全市|省委|市委|团中央|中央|国务院|按照|根据|推荐|结合"
)
_CLAUSE = re.compile("[，。；：！？、,;:!?\n]")
# A name that says itself what it is: “清波工作室”, “星火计划”.
_OWN = {
    "工作室": re.compile("(?:工作室|工作坊|工作站)$"),
    "团队": re.compile(
        "(?:服务队|宣讲队|宣讲团|先锋队|突击队|实践队|讲师团|服务团|志愿队)$"
    ),
    "栏目": re.compile("(?:专栏|电台|播报|微播|之声)$"),
    "基地": re.compile("(?:驿站|直播间|讲习所|书吧|会客厅|空间|服务站)$"),
    "项目": re.compile("(?:计划|工程|行动|项目)$"),
    "活动": re.compile("(?:讲堂|讲坛|课堂|夜校|党课)$"),
}
_FEW = 8  # characters
_ACTS = re.compile(
    "[，。：；、]|推进|推动|落实|参与|参加|开展|深化|加强|构建|响应|贯彻|把|将|让|以|用|从|在"
    "|与|对|的"
)
_SURE = frozenset({"品牌", "工作室", "团队", "栏目"})  # need no verb
_UNDERTAKING = frozenset({"项目", "活动"})


def form_of(name: str, text: str, start: int, end: int, *, titled: bool) -> str | None:
    """What the words around `start` and `end` say the name to be, or None."""
    before = text[max(0, start - _REACH) : start]
    after = text[end : end + _REACH]
    return (
        _form_after(before, after, titled=titled)
        or _form_before(before)
        or _own_form(name, before, after, titled=titled)
    )


def _form_after(before: str, after: str, *, titled: bool) -> str | None:
    as_brand = _AS_BRAND.match(after)
    if as_brand and not _NO_BRAND_YET.search(as_brand[0]):
        return "品牌"
    if _PARTY.match(after) and _made(before):
        return "品牌"
    nearest: tuple[int, str] | None = None
    for form, pattern in _AFTER.items():
        found = pattern.match(after)
        if found is None or _ODD_KIND.search(found[1]):
            continue
        if form in _SURE or (titled and _begins(before)) or _is_made(form, before):
            nearest = min(nearest or (found.end(), form), (found.end(), form))
            if form == "品牌":
                return form
    return nearest[1] if nearest else None


def _begins(before: str) -> bool:
    """Whether a title begins with the name, or with a word or two before it."""
    return len(before) <= _FEW and not _ACTS.search(before)


def _is_made(form: str, before: str) -> bool:
    if form not in _UNDERTAKING:
        return _made(before)
    clause = _CLAUSE.split(before)[-1]
    return _STARTED.search(before) is not None and not _FOREIGN.search(clause)


def _made(before: str) -> bool:
    found = _MADE.search(before)
    return found is not None and not _BETWEEN.search(found[0])


def _form_before(before: str) -> str | None:
    found = _BARE.search(before) or _BEFORE.search(before)
    if found is not None:
        return next(form for form, words in _WORDS.items() if found[1] in words)
    called = _CALLED.search(before)
    if called is None or _NO_NAMED_THING.search(before):
        return None
    return _named_thing(before) or "品牌"


def _named_thing(before: str) -> str | None:
    """The form of what is given the name: 把学生社区建在树旁，取名“榕树下”."""
    places = [
        (before.rfind(word), form) for form, words in _WORDS.items() for word in words
    ]
    at, form = max(places)
    return form if at >= 0 else None


def _own_form(name: str, before: str, after: str, *, titled: bool) -> str | None:
    if re.match("的|等|为|专项|系列|主题|重大|入选|立项", after):
        return None
    for form, pattern in _OWN.items():
        if pattern.search(name) and ((titled and _begins(before)) or _is_begun(before)):
            return form
    return None


def _is_begun(before: str) -> bool:
    clause = _CLAUSE.split(before)[-1]
    begun = _STARTED.search(before) or re.search(
        "(?:成立|组建|开设|建成|建立)了?$", before
    )
    return begun is not None and not _FOREIGN.search(clause)
