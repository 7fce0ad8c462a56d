"""What a figure counts or measures: the noun that stands right before or after it."""

from __future__ import annotations

import re
from collections.abc import Iterable

# What is measured rather than counted is named before its figure.
_MEASURED = frozenset(
    {"元", "美元", "欧元", "%", "‰", "个百分点", "平方米", "平方公里", "立方米", "亩",
     "公顷", "公里", "吨", "公斤", "小时", "学时", "课时", "分钟", "学分", "字", "岁",
     "米", "斤", "人天", "人次", "次"}
)  # fmt: skip
_REACH, _LONGEST, _SHORTEST = 40, 28, 2
_SIGNS = "，。；：、,;:！？!?（）()\n…"
_BREAK = re.compile(f"[{_SIGNS}]")
# A noun after the unit ends where the sentence goes on.
_GOES_ON = re.compile(
    "进行|推荐|参[加与]|获|荣|具[备有]|入选|[被在为是均共已和与及或对把将从到给让的占受走也都就]|以(?![上下内])|(?<![纵横])向|实现|达|开展"
    "|覆盖|建成|投入|用于|通过|完成|组成|分别|全部|来自|包括|涵盖|成为|[位名]列|面向|得到|深入|赴|顺利|成功|直接"
    "|纳入|[立结]项|发表|出版|授权|转化|落[地户]|签[订约署]|毕业(?!生)|升学|可以|能够|有[效力]|共有|服务(?![站队点项基品])"
    "|就业(?![岗基])"
)
# What stands between a noun and its figure.
_LINKS = (
    "已", "已经", "就", "也", "均", "都", "分别", "共", "共计", "合计", "总计",
    "累计", "总共", "达", "达到", "高达", "达成", "至", "增至", "增加", "增加到",
    "提升", "提升至", "提升到", "提高", "提高至", "提高到", "增长", "降低", "下降",
    "减少", "扩大到", "为", "是", "有", "占", "超", "到", "近", "约", "实现", "完成",
    "仅", "只", "突破", "同比", "环比", "较上年", "比上年",
)  # fmt: skip
# Who and when, before a noun that is counted.
_FRAME = (
    "近年来", "今年", "去年", "目前", "其中", "现", "全年", "本年度", "每年", "每月",
    "每学期", "年均", "学校", "学院", "我校", "我院", "全校", "全院", "支部", "党委",
    "党总支", "党支部", "团队", "师生", "并", "且", "还", "又", "再", "先后", "累计",
    "共", "共计", "总计", "合计", "已", "已经", "以", "与", "和", "及", "在", "从",
    "将", "把", "向", "了", "着", "的", "由", "给", "成功", "顺利",
)  # fmt: skip
# What was done with it.
_DOINGS = (
    "新增", "增设", "增加", "荣获", "获得", "获批", "获评", "斩获", "喜获", "夺得",
    "摘得", "取得", "拿下", "获", "立项", "结项", "入选", "建成", "建设", "建立",
    "打造", "创建", "成立", "组建", "设立", "开设", "开发", "编写", "主编", "参编",
    "出版", "发表", "举办", "组织", "开展", "召开", "承办", "参加", "参与", "完成",
    "实施", "培养", "培育", "培养出", "输送", "走访", "慰问", "帮扶", "救助", "资助",
    "捐赠", "捐款", "捐助", "募集", "筹集", "投入", "争取", "引进", "引入", "聘请",
    "聘任", "选派", "选聘", "派出", "派遣", "吸纳", "吸引", "带动", "辐射", "覆盖",
    "惠及", "受益", "接待", "发放", "提供", "促成", "解决", "化解", "收集", "征集",
    "收到", "整改", "推出", "制作", "绘制", "拍摄", "录制", "推送", "发布", "制定",
    "修订", "出台", "形成", "梳理", "建有", "拥有", "设有", "下设", "包括", "涵盖",
    "达成", "签订", "签署", "申报", "申请", "授权", "转化", "实现", "创造", "产生",
    "推广", "使用", "共有", "现有", "约有", "对接", "依托", "面向", "牵头", "主持",
    "启动", "集中", "共建", "新建", "布局", "涌现出", "撬动", "指导",
)  # fmt: skip
_TIMES = (
    "(?:19|20)[0-9]{2}[ \u3000]?年?(?:度|以来|底|末|初)?",
    "[0-9]{1,2}[ \u3000]?月(?:份|底|[0-9]{1,2}日)?",
    "近?[一二三四五六七八九十两0-9]{1,2}年(?:来|内|间)",
    "近[一二三四五六七八九十两0-9]{1,2}年",
    "(?:19|20)[0-9]{2}[ \u3000]?[届级]",
)


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_ENDS = re.compile(rf"(?:(?:{_any(_LINKS)})[ \u3000]?)+$")
_BEGINS = re.compile(rf"(?:(?:{'|'.join(_TIMES)}|{_any(_FRAME)})[ \u3000]?)+")
_DOING = re.compile(
    rf"(?:{_any(_DOINGS)}|服务(?![站队收到项点人中对])|培训(?![人基班项费师]))(?![率面员部者])"
)
_TRAILING = re.compile("[“”‘’《》\\s]+$")


def subject_of(text: str, start: int, end: int, unit: str) -> str | None:
    """The noun that the figure from `start` to `end` is of; None where none is plain.

    Args:
        text: The paragraph.
        start: Where the figure begins.
        end: Where it ends, its unit included.
        unit: Its unit, without a power of ten.
    """
    if unit in _MEASURED:
        return _before(text, start)
    return _after(text, end) or _before(text, start)


def _after(text: str, end: int) -> str | None:
    """课程 of 40余门课程 — unless the next word begins what is done with them."""
    chunk = text[end : end + _REACH].lstrip(" \u3000")
    stop = _BREAK.search(chunk)
    chunk = chunk[: stop.start()] if stop else chunk
    goes_on = _GOES_ON.search(chunk)
    return _noun(chunk[: goes_on.start()] if goes_on else chunk)


def _before(text: str, start: int) -> str | None:
    """技术服务到款 of 2021年技术服务到款达889.71万元."""
    low = max(0, start - _REACH)
    breaks = [cut.end() for cut in _BREAK.finditer(text, low, start)]
    if not breaks and low:
        return None
    chunk = text[breaks[-1] if breaks else low : start].strip(" \u3000")
    chunk = _without_frame(_ENDS.sub("", chunk))
    for doing in reversed(list(_DOING.finditer(chunk))):
        noun = _noun(_without_frame(chunk[doing.end() :]))
        if noun:
            return noun
    return _noun(chunk)


def _without_frame(chunk: str) -> str:
    begins = _BEGINS.match(chunk)
    return chunk[begins.end() :] if begins else chunk


def _noun(chunk: str) -> str | None:
    plain = _TRAILING.sub("", chunk).strip(" \u3000")
    if plain.count("“") != plain.count("”") or plain.count("《") != plain.count("》"):
        plain = plain.strip("“”《》")
    if not _SHORTEST <= len(plain) <= _LONGEST or any(sign.isdigit() for sign in plain):
        return None
    return plain
