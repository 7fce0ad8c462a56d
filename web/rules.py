"""How the rules that found facts are called where people ask why."""

from __future__ import annotations

from collections.abc import Mapping

RULES: Mapping[str, str] = {
    "school.unit": "写明的报送单位",
    "school.affiliation": "作者单位",
    "school.issuer": "发文机关",
    "school.imprint": "印发机关",
    "school.title": "题名中的单位",
    "school.about": "题名中“关于”之后的单位",
    "school.subtitle": "副题中的单位",
    "school.signature": "文末落款",
    "school.declared": "“以下简称”之前的全称",
    "school.source": "文件注明的来源",
    "school.opening": "开头的单位",
    "school.subject": "文中行事的单位",
    "school.mention": "文中提及",
    "school.partner": "文中的合作单位",
    "school.frequency": "全文提及最多的单位",
    "alias.declared": "文中说明的简称",
    "alias.customary": "文中用的惯用简称",
    "alias.lexicon": "词表中的简称",
    "place.campus": "词表中学校的所在地",
    "place.dateline": "电头中的地名",
    "place.title": "题名中的地名",
    "place.name": "单位名称中的地名",
    "place.address": "写明的地址",
    "date.metadata": "文件注明的日期",
    "date.title": "题名中的日期",
    "date.url": "网址中的日期",
    "date.filename": "文件名中的日期",
    "date.revision": "通过或修订的日期",
    "date.line": "文首的日期",
    "date.signature": "文末落款的日期",
    "year.title": "题名中的年份",
    "year.reported": "全文所述的年份",
    "genre.wechat": "公众号的网址",
    "genre.title": "题名的用语",
    "genre.subtitle": "副题的用语",
    "genre.articles": "逐条编号的正文",
    "genre.chapters": "年报的章节",
    "genre.cases": "由多个案例编成",
    "genre.case-title": "题名中的“案例”",
    "genre.case-parts": "背景、做法、成效等案例的各部分",
    "genre.paper": "论文的摘要、关键词等",
    "genre.feature": "通讯的用语",
    "genre.lead": "消息的开头",
    "genre.headline": "消息的标题",
    "genre.reporter": "记者署名",
    "genre.source": "新闻来源",
    "genre.page": "网页",
    "genre.other": "看不出体裁",
    "method.formula": "数字公式",
    "method.national": "词表中的通行提法",
    "method.compound": "数字开头的提法",
    "slogan.family": "词表中的口号",
    "policy.title": "书名号中的政策名称",
    "policy.number": "文号",
    "policy.own": "本文的文号",
}


def said(rule: str) -> str:
    """The rule in Chinese; one that is not known here by its own name."""
    return RULES.get(rule, rule)
