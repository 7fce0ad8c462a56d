"""What stands above the text about it: crawler header lines, lists, front matter.

标题：…              - title: …            ---
来源：…              - source_url: …       title: …
抓取时间：…           - publish_date: …     date: …
(empty line)         ---                   ---
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from casebase.document import Metadata

_NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("标题", "题目", "文章标题", "文章题目", "title", "headline"),
    "author": ("作者", "文章作者", "记者", "author", "authors", "byline"),
    "source": (
        *("来源", "文章来源", "信息来源", "稿源", "发布机构", "发文机关", "发布单位"),
        *("publisher", "source", "site", "source_name", "sitename"),
    ),
    "date": (
        *("发布日期", "发布时间", "发表时间", "发表日期", "成文日期", "日期", "时间"),
        *("publish_date", "published", "pubdate", "pub_date", "date", "publish_time"),
        *("发布于", "publishtime", "publishdate", "published_at", "created_at", "time"),
    ),
    "url": (
        "url",
        "网址",
        "链接",
        "原文链接",
        "原文网址",
        "原文地址",
        "source_url",
        "link",
    ),
    # Known, but nothing that is kept.
    "": (
        *("抓取时间", "采集时间", "爬取时间", "下载时间", "抓取日期", "文种", "栏目"),
        *("关键词", "标签", "分类", "浏览量", "阅读量", "编辑", "责任编辑", "字数"),
        *("capture_date", "crawl_time", "crawled", "fetched", "retrieved", "tags"),
        *("category", "keywords", "description", "layout", "draft", "slug", "id"),
    ),
}
_FIELD = {name: field for field, names in _NAMES.items() for name in names}
# Only something that read the text from elsewhere writes these.
_TELLING = frozenset({"title", "url"})

_PAIR = re.compile(
    r"\s*+(?:[-*]\s++)?(?:【\s*+)?([\w ]{1,20}?)\s*+(?:[:：]|】\s*+[:：]?)\s*+(.*?)\s*$"
)
# 正文： on a line of its own, or at the beginning of the text below a header.
_TEXT_BELOW = re.compile(
    r"\s*+(?:【\s*+(?:正文|内容)\s*+】|(?:正文|文章内容|内容|content|text|body)\s*+[:：])\s*+",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\s*[-*]\s+[\w ]{1,24}\s*[:：]")
_RULE = re.compile(r"\s*(?:-{3,}|\*{3,}|_{3,}|={3,})\s*$")
_MAX_LINES = 40
_MIN_PAIRS = 2


def split_header(lines: list[str]) -> tuple[Metadata, list[str]]:
    """The metadata above a text, and the lines that remain.

    A block of `key: value` lines counts as a header when it names at least two things
    and one of them is a title or an address; minutes that begin with 时间 and 地点 are
    text.
    """
    start = next((at for at, line in enumerate(lines) if line.strip()), 0)
    for find in (_front_matter, _listed, _stacked):
        end, pairs = find(lines[start : start + _MAX_LINES])
        metadata = _metadata(pairs) if pairs else None
        if metadata is not None:
            return metadata, _text_below(lines[start + end :])
    return Metadata(), lines


def metadata_of(values: Mapping[str, str]) -> Metadata:
    """What named values say, such as those of a record: title, date, source, …."""
    found: dict[str, str] = {}
    for name, value in values.items():
        field = _FIELD.get(name.strip().lower(), "")
        if field and value.strip():
            found.setdefault(field, value.strip())
    return Metadata(**found)


def _text_below(lines: list[str]) -> list[str]:
    """The lines without the label that says that the text begins."""
    at = next((at for at, line in enumerate(lines) if line.strip()), None)
    label = _TEXT_BELOW.match(lines[at]) if at is not None else None
    if at is None or label is None:
        return lines
    return [lines[at][label.end() :], *lines[at + 1 :]]


def _front_matter(lines: list[str]) -> tuple[int, list[str]]:
    fence = lines[0].strip() if lines else ""
    if fence not in {"---", "+++"}:
        return 0, []
    for at, line in enumerate(lines[1:], start=1):
        if line.strip() in {fence, "..."}:
            return at + 1, lines[1:at]
    return 0, []


def _listed(lines: list[str]) -> tuple[int, list[str]]:
    """A list of pairs that ends with a rule, under a heading of its own or none."""
    at = next((at for at, line in enumerate(lines) if _LISTED.match(line)), None)
    if at is None or any(line.strip() and line[0] != "#" for line in lines[:at]):
        return 0, []
    pairs: list[str] = []
    for end, line in enumerate(lines[at:], start=at):
        if _RULE.match(line):
            return end + 1, pairs
        if line.strip() and not _LISTED.match(line):
            return 0, []
        pairs.append(line)
    return 0, []


def _stacked(lines: list[str]) -> tuple[int, list[str]]:
    """Pairs line under line from the top, up to an empty line, a rule or the text."""
    for at, line in enumerate(lines):
        pair = _PAIR.match(line)
        known = pair is not None and pair[1].strip().lower() in _FIELD
        if not known or _RULE.match(line):
            return at + bool(_RULE.match(line)), lines[:at]
    return 0, []


def _metadata(lines: Iterable[str]) -> Metadata | None:
    found: dict[str, str] = {}
    known = 0
    for line in lines:
        pair = _PAIR.match(line)
        name = pair[1].strip().lower() if pair else ""
        if pair is None or name not in _FIELD:
            continue
        known += 1
        field, value = _FIELD[name], pair[2].strip("\"' ")
        if field and value:
            found.setdefault(field, value)
    if known < _MIN_PAIRS or not _TELLING & found.keys():
        return None
    return Metadata(**found)
