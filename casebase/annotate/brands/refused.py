"""Quoted names that are no brands, whatever stands beside them."""

from __future__ import annotations

import re

from casebase.lexicon import Lexicon

_SENTENCE = re.compile("[，。、？！；：,.?!;:…]")
_NUMERAL = "一二三四五六七八九十两双"
_DISTRIBUTIVE = re.compile("[一每][\u4e00-\u9fff]{1,4}一[\u4e00-\u9fff]{1,4}")
_COMPOUND = re.compile(
    f"[{_NUMERAL}百千万][\u4e00-\u9fff]{{1,2}}"
    f"|[{_NUMERAL}][\u4e00-\u9fff]{{0,3}}[{_NUMERAL}][\u4e00-\u9fff]*"
)
_COUNTED = re.compile(f"[{_NUMERAL}][项大个条]")  # 四项提升工程
_PERIOD = re.compile("十[一二三四五六七八九]五")
_PLUS = re.compile("[+＋]")
_LATIN = re.compile("[A-Za-z0-9 +＋.-]+|.*[0-9]{4}.*")
_ENDINGS = (
    "杯", "奖", "称号", "大赛", "竞赛", "比赛", "赛项", "精神", "思想", "理念", "意识",
    "理论", "主义", "模式", "机制", "体系", "工作法", "标准", "试点", "单位", "证书",
    "专业", "课程", "教材", "战略", "倡议", "政策", "规划", "方案", "办法", "样板支部",
    "标杆院系", "共同体", "型", "式", "化", "能力", "素质", "作风", "原则", "校训",
    "支部", "文明岗", "节", "标兵", "能手", "模范", "劳模", "党员", "教师", "个人",
    "集体", "组织", "标杆校", "示范校", "中心", "研究院", "学会",
)  # fmt: skip
_BEGINNINGS = (
    "最美", "最佳", "优秀", "先进", "十佳", "全国", "全省", "国家", "星级", "五星级",
    "活力", "弘扬", "学习", "践行", "坚持", "加强", "推进",
)  # fmt: skip
# No name: 技能大师工作室 is any.
_ANY_WORKSHOP = re.compile(
    "(?:国家级|省级|市级|校级|全国|全省|党支部书记|双带头人|名班主任|班主任|辅导员|技能|大师|名师|劳模"
    "|工匠|创新|书记|党员|党代表|教学|技术|专家|首席|技师|师德|思政|网络|示范|型)+工作室"
)
_HONOURED = ("样板支部", "样板党支部", "双带头人", "标杆院系", "示范高校", "黄大年")


def may_be_brand(name: str, form: str, lexicon: Lexicon) -> bool:
    """Whether a name so presented may be one of somebody in particular."""
    plain = "".join(name.split()).strip("《》")
    return not (
        _is_common(plain, lexicon)
        or _SENTENCE.search(plain)
        or _LATIN.fullmatch(plain)
        or _DISTRIBUTIVE.fullmatch(plain)
        or _COUNTED.search(plain)
        or _PERIOD.match(plain)
        or plain.endswith(_ENDINGS)
        or (lexicon.place_at(plain, 0) and lexicon.ends_as_honour(plain))
        or plain.startswith(_BEGINNINGS)
        or any(word in plain for word in _HONOURED)
        or _ANY_WORKSHOP.fullmatch(plain)
        or (form != "品牌" and (_COMPOUND.fullmatch(plain) or _PLUS.search(plain)))
        or plain.endswith(("+", "＋"))
    )


def _is_common(name: str, lexicon: Lexicon) -> bool:
    return (
        name in lexicon.families
        or name in lexicon.national
        or (name in lexicon.campaigns)
    )
