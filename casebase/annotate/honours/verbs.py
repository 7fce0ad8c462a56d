"""The verbs that report an honour, and where the same letters report none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a verb says; the value is the rule's name."""

    WON = "won"  # 获, 荣获: a prize, or a title
    NAMED = "named"  # 获评, 被授予
    SELECTED = "selected"  # 入选, 获批
    HELD = "held"  # 是, 拥有: that it was given, not how
    PASSED = "passed"
    FAILED = "failed"
    POSTPONED = "postponed"
    ENDED = "ended"
    NOMINATED = "nominated"


STATUS: Mapping[Kind, str | None] = {
    Kind.WON: "获奖",
    Kind.NAMED: "获评",
    Kind.SELECTED: "入选",
    Kind.HELD: None,
    Kind.PASSED: "通过验收",
    Kind.FAILED: "未通过",
    Kind.POSTPONED: "暂缓通过",
    Kind.ENDED: "终止",
    Kind.NOMINATED: "推荐申报",
}
RESULTS = frozenset({Kind.PASSED, Kind.FAILED, Kind.POSTPONED, Kind.ENDED})
_WORDS: Mapping[Kind, tuple[str, ...]] = {
    Kind.WON: (
        "喜获", "斩获", "夺得", "夺取", "摘得", "摘取", "捧得", "捧回", "勇夺", "获得",
        "荣获", "取得", "拿下", "揽获", "收获", "包揽", "获", "所获荣誉", "蝉联", "夺",
        "问鼎", "喜提", "赢得", "获颁", "荣摘", "荣立", "拿到", "戴上",
        "拿过", "拿了", "连拿", "连获", "连夺", "摘下", "捧起", "领回", "抱回", "独揽",
        "囊括", "揽下", "勇获", "再获", "又获", "再添", "又添", "新添", "挂上", "夺下",
        "争得", "得过", "获过",
    ),
    Kind.NAMED: (
        "获评", "荣评", "获评为", "评为", "评选为", "授予", "获授", "认定为", "命名为",
        "荣膺", "荣列", "表彰为", "被誉为", "评定为", "选树为", "授牌", "荣登", "当选",
        "获认定为", "推选为", "确认为", "认定", "评上", "被评",
    ),
    Kind.SELECTED: (
        "入选", "成功入选", "入选为", "获批", "获批立项", "获批为", "获准", "获准立项",
        "立项为", "立项", "获立项", "成功申报", "申报成功", "申报获批", "列为", "列入",
        "纳入", "跻身", "遴选为", "入围", "确定为", "确立为", "新增", "入列", "增列",
        "成功创建", "升级为", "上榜", "榜上有名", "入库", "选为", "新获批", "成功创成",
        "成为", "创成", "获立", "跨入", "迈入", "挤进", "选入",
    ),
    Kind.HELD: (
        "是", "现为", "作为", "系", "拥有", "现有", "涌现出", "走出了", "其中",
    ),
    Kind.PASSED: ("通过", "验收合格"),
    Kind.FAILED: (
        "未通过", "没有通过", "未能通过", "没能通过", "未能如期通过", "未按期通过",
        "未能入选", "未入选", "未获批", "落选", "未获通过", "未获评", "未获立项",
        "未获认定", "落榜", "未入围", "功亏一篑", "止步于", "擦肩而过", "失之交臂",
        "折戟", "落空", "惜败", "铩羽而归", "未能如愿", "榜上无名", "未上榜",
        "没能入选", "没有入选", "未能获批", "未能获得", "未能获评", "未获批准",
        "未能当选", "未予通过",
    ),
    Kind.POSTPONED: ("暂缓通过", "暂缓验收", "延期验收"),
    Kind.ENDED: ("终止培育", "终止建设", "终止创建", "被终止", "撤销", "取消", "终止"),
    Kind.NOMINATED: ("推荐",),
}  # fmt: skip
KINDS = {word: kind for kind, words in _WORDS.items() for word in words}
# A word of a level must follow these, which are too common else.
_RANKED = frozenset({*_WORDS[Kind.HELD], "成为", "纳入", "认定", "立项"})
_RANK = (
    r"[了为有\s]{0,2}[“\"]?(?:[0-9一二两三四五六七八九十]+\s?[个项门]\s?)?[“\"]?"
    "(?:全国|国家|教育部|中国|首批|第[一二三四五六七八九十]+批|全省|全市|省|市级"
    r"|[\u4e00-\u9fff]{2,3}(?:省|市(?!场|民))|自治区)"
)
_VERB = re.compile(
    "|".join(
        f"{word}(?={_RANK})" if word in _RANKED else word
        for word in sorted(KINDS, key=len, reverse=True)
    )
)
# What follows when the letters are no verb of this kind.
_NOT_BEFORE: Mapping[str, re.Pattern[str]] = {
    "获": re.compile("取|利|益|知|悉|得|胜|救|释|刑|赠|赞|奖(?!学金)[^章杯]"),
    "获得": re.compile("感|者|性|过?[^，。]{0,4}(?:好评|支持|肯定|认可|资助)"),
    "立项": re.compile("活动|研究|课题|项目|工作|评审|申报|通知|后|、|以|建设的|和|与"),
    "授予": re.compile("学位|[^，。]{0,6}学位|权"),
    "推荐": re.compile(
        "申报(?:工作|条件|名额|要求|材料|表|单位|书|对象|程序|、|，|。|的(?:通知|要求))"
        "|的|名额|表|工作|材料|书|信|意见|性"
        "|(?:团队|单位|对象|名单|项目|人选)(?:[，。；、）)]|$)"
    ),
    "撤销": re.compile("[专学]|合同|处分"),
    "取消": re.compile("(?![^，。；]{2,30}(?:资格|称号))"),
    "终止": re.compile("(?![^，。；]{0,30}(?:培育|创建|建设|资格))"),
    "新增": re.compile("长"),
    "收获": re.compile("了?(?:满|很多|颇)"),
    "夺": re.compile("(?![金银铜冠魁])"),
    "当选": re.compile("[^，。；]{0,12}(?:代表|委员|主席|会长|理事)"),
    "作为": re.compile(
        "[^，。；]{0,40}的[^，。；]{2,8}[，。；]|[^，。；]{0,20}(?:手段|抓手)"
    ),
}
_NOT_AFTER: Mapping[str, re.Pattern[str]] = {
    "获": re.compile("[查抓捕截缴俘]$"),
    "立项": re.compile("(?:工作|研究|课题|科研)$"),
    "推荐": re.compile(
        "(?:可|请|择优|优先|组织|积极|负责|能|应|各|自我|自行|可以|的)$"
    ),
    "是": re.compile(
        "(?:就|不|或|于|但|而|可|若|总|都|也|正|更|(?<![部委院司团村])还|只|便|要|即|则"
        "|凡)$"
    ),
    "系": re.compile(
        "[关联体院学工本专该]$|[\u4e00-\u9fff]{2}(?<!党委)(?<!支部)(?<!总支)(?<!公司)(?<!集团)$"
    ),
    "认定": re.compile("(?<!获)(?<!被)$"),
    "通过": re.compile("[未缓能有期]$"),
    "列入": re.compile("(?:拟|可)$"),
    "夺": re.compile("[剥争抢掠]$"),
}


class Verb(NamedTuple):
    """A verb in its paragraph."""

    kind: Kind
    start: int
    end: int


def verbs_in(text: str) -> Iterator[Verb]:
    """The verbs of the paragraph that may report an honour."""
    for match in _VERB.finditer(text):
        if _is_verb(match, text):
            yield Verb(KINDS[match.group()], *match.span())


def _is_verb(match: re.Match[str], text: str) -> bool:
    word, (start, end) = match.group(), match.span()
    after, before = _NOT_BEFORE.get(word), _NOT_AFTER.get(word)
    if after and after.match(text, end):
        return False
    return before is None or before.search(text[max(0, start - 4) : start]) is None
