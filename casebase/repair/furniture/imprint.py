"""What newspapers and journals print at the head and foot of a page, by its wording."""

from __future__ import annotations

import re

_KINDS = (
    re.compile(
        r"(?:19|20)\d\d\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?|(?:19|20)\d\d[-./]\d"
        r"|星期[一二三四五六日天]|农历|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年"
    ),
    re.compile(
        r"第\s*[0-9A-Za-z一二三四五六七八九十]{1,4}\s*版|版次|专\s*版|今日.{0,6}版|^[A-D]?0\d(?!\d)|(?<!\d)[A-D]?0\d$"
        r"|^\s*(?:要闻|综合|副刊|广告|教育|党建|理论|评论|专题|校园|时评)\s*$"
    ),
    re.compile(
        r"(?:主编|责编|责任编辑|编辑|美编|版式|校对|设计|值班|审读|组版|视觉|编审|执行)\s*[：:／/丨|]"
    ),
    re.compile(r"电话|热线|传真|邮箱|[Ee]-?mail|https?:|www\.|微信公众号|客户端|@\w"),
    re.compile(r"(?:社|报|刊|通信|通讯|编辑部)址?地?址\s*[：:]|邮政编码|邮编"),
    re.compile(
        r"刊号|CN\s?\d\d[-—－]\d{4}|ISSN|邮发代号|代号\s*[：:]|定价|零售|印刷|印数|总第\s*\d+\s*期|第\s*\d+\s*[期卷]"
        r"|[Vv]ol\.|[Nn]o\.|广告许可|广告经营|发行|创刊|出版|主办|承办单位"
    ),
)
_PAPER = re.compile(r"[\u4e00-\u9fff\s]{2,10}(?:报|周刊|学报|晨刊)")
_NO_PAPER = re.compile(
    r".*(?:简报|汇报|通报|年报|月报|季报|申报|公报|快报|专报|喜报|海报|情况报|捷报)"
)
_RED_HEAD = re.compile(
    r".*(?:文\s*件|简\s*报|通\s*报|快\s*报|专\s*报|动\s*态|信\s*息|纪\s*要|通\s*讯)\s*$"
)
_ADVERTISEMENT = re.compile(r"[\s·•.—\-■□◆【\[]*广\s*告[\s·•.—\-■□◆】\]]*")
_COLUMN = re.compile(
    r"[\s·•【\[■◆]*[\u4e00-\u9fff、：:·“”]{2,14}(?:专题|专栏|专稿|特稿|笔谈|专版|专刊)[\s·•】\]■◆]*"
)
PAPER = 6


def kinds(text: str) -> set[int]:
    """Which kinds of imprint the words hold: date, page, staff, contact, address, …."""
    found = {kind for kind, words in enumerate(_KINDS) if words.search(text)}
    named = _PAPER.fullmatch(text.strip()) and not _NO_PAPER.fullmatch(text.strip())
    return found | ({PAPER} if named else set())


def is_red_head(text: str) -> bool:
    """Whether it is the head of an official paper, which belongs to its text."""
    return _RED_HEAD.fullmatch(text) is not None


def is_advertisement(text: str) -> bool:
    """Whether it says that an advertisement stands here."""
    return _ADVERTISEMENT.fullmatch(text) is not None


def is_column_name(text: str) -> bool:
    """Whether it is the name of a journal's column, above an article: …专题, …笔谈."""
    return _COLUMN.fullmatch(text) is not None
