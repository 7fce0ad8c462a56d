"""What people call facts and their parts, and which of them are facets."""

from __future__ import annotations

from collections.abc import Mapping

GENRES = (
    "报纸通讯", "新闻", "期刊论文", "典型案例", "质量年报", "案例汇编", "通知",
    "法规制度", "方案规划", "讲话", "会议纪要", "简报", "荣誉名单", "网页文章",
    "公众号文章", "其他",
)  # fmt: skip
COMPOUND = (
    "brands", "methods", "slogans", "honours", "policies", "quantities", "headings",
)  # fmt: skip
# Facets whose values are parts of compound facts: the fact, the part.
PARTS: Mapping[str, tuple[str, str]] = {
    "method": ("methods", "name"),
    "slogan": ("slogans", "name"),
    "family": ("slogans", "family"),
    "policy": ("policies", "title"),
    "docno": ("policies", "number"),
    "honour": ("honours", "name"),
    "level": ("honours", "level"),
    "batch": ("honours", "batch"),
    "status": ("honours", "status"),
    "awarded": ("honours", "year"),
    "brand": ("brands", "name"),
}
# Facets that are facts said several times.
LISTED: Mapping[str, str] = {
    "topic": "topics", "department": "departments", "partner": "partners",
}  # fmt: skip
# What people call the facts, in the order shown.
FACTS: Mapping[str, str] = {
    "school": "学校", "alias": "简称", "departments": "部门", "partners": "合作方",
    "province": "省份", "city": "城市",
    "date": "日期", "year": "年份", "genre": "体裁", "topics": "主题",
    "brands": "品牌", "methods": "工作法", "slogans": "口号", "honours": "荣誉",
    "policies": "政策", "quantities": "数字", "headings": "并列标题",
}  # fmt: skip

# What people call the parts of compound facts.
PART_NAMES: Mapping[str, str] = {
    "name": "名称", "holder": "所属", "level": "级别", "form": "形式", "parts": "组成",
    "national": "通行", "family": "口号族", "batch": "批次", "status": "状态",
    "year": "年份", "title": "题名", "number": "文号", "issuer": "机关",
    "text": "原文", "value": "数值", "unit": "单位", "approximate": "约数",
    "subject": "对象", "headings": "标题", "pattern": "句式",
}  # fmt: skip
