"""Markdown as people and crawlers write it, raw HTML tags included."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from itertools import pairwise

from casebase.document import Line, Row

_HEADING = re.compile(r" {0,3}(#{1,6})[ \t\u3000]+(.*?)[ \t]*#*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)\s*$")
_RULE = re.compile(r" {0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_DELIMITER = re.compile(r"\s*+\|?(?:\s*+:?-++:?\s*+\|)++(?:\s*+:?-++:?\s*+)?$")
_CELL_BORDER = re.compile(r"(?<!\\)\|")
_BULLET = re.compile(r"^\s*[-*+]\s+(?=\S)")
_QUOTE = re.compile(r"^\s*(?:>\s?)+")
_FOOTER = re.compile(r"[(（]\s*[^()（）]{1,20}[:：]\s*[^()（）]{1,40}[)）]$")
_ORIGINAL = re.compile(r"\[(?:查看|阅读|点击)?原文(?:链接)?\]\([^)]*\)$")

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_HTML_HEADING = re.compile(r"<h([1-6])\b[^>]*>(.*?)</h\1>", re.IGNORECASE | re.DOTALL)
_BLOCK_TAG = re.compile(
    r"</?(?:p|div|br|hr|li|ul|ol|section|article|blockquote|center|tr|table|tbody)"
    r"\b[^<>]*>",
    re.IGNORECASE,
)
_INLINE_TAG = re.compile(
    r"</?(?:a|b|i|u|s|em|strong|span|font|sub|sup|small|big|mark|del|ins|code|img|td|th"
    r"|figure|figcaption|video|audio|iframe|script|style)\b[^<>]*>",
    re.IGNORECASE,
)
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]+)\]\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)")
_STRONG = re.compile(r"(\*\*|__|~~)(?=\S)(.+?)(?<=\S)\1")
_EMPHASIS = re.compile(
    r"(?<![a-zA-Z0-9*])\*(?=[^\s*])([^*]+?)(?<=\S)\*(?![a-zA-Z0-9*])"
    r"|(?<!\w)_(?=[^\s_])([^_]+?)(?<=\S)_(?!\w)"
)
_CODE = re.compile(r"`([^`]+)`")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])")

_MIN_HEADINGS = 3  # in a text not named as Markdown
_WRAPPED = 0.3  # of neighbouring lines: above that, paragraphs are broken by hand
_ENDING = re.compile(r"[。！？；：!?;:…”」』）)]\s*$")


def is_markdown(lines: list[str]) -> bool:
    """Whether text with a name that says otherwise has Markdown headings."""
    first = next((line for line in lines if line.strip()), "")
    headings = sum(_HEADING.match(line) is not None for line in lines)
    return _HEADING.match(first) is not None or headings >= _MIN_HEADINGS


def is_flowing(lines: tuple[Line, ...]) -> bool:
    """Whether each line is a paragraph, rather than paragraphs broken by hand."""
    neighbours = [
        above
        for above, below in pairwise(lines)
        if not (below.gap or above.level or below.level or above.rows or below.rows)
    ]
    broken = sum(not _ENDING.search(line.text) for line in neighbours)
    return broken <= _WRAPPED * max(1, len(neighbours))


def markdown_lines(lines: list[str]) -> tuple[Line, ...]:
    """Headings with their level, tables as rows, other lines without their markup."""
    source = _without_html("\n".join(lines)).split("\n")
    found: list[Line] = []
    gap, fenced, at = False, False, 0
    while at < len(source):
        line, taken = source[at], 1
        if _FENCE.match(line):
            fenced, new = not fenced, None
        elif fenced:
            new = Line(line) if line.strip() else None
        else:
            new, taken = _block(source, at, found[-1] if found and not gap else None)
        if new is not None and new.level < 0:
            found[-1] = replace(found[-1], level=-new.level)
        elif new is not None:
            found.append(replace(new, gap=gap and bool(found)))
        gap = not line.strip() or (new is None and not fenced)
        at += taken
    return tuple(_without_footer(found))


def _block(source: list[str], at: int, above: Line | None) -> tuple[Line | None, int]:
    """The block at a line and how many lines it takes.

    A negative level belongs to the line above, which this line underlines.
    """
    line = source[at]
    if heading := _HEADING.match(line):
        return Line(_bare(heading[2]), level=len(heading[1])), 1
    underline = _UNDERLINE.match(line)
    if underline and above is not None and _may_be_heading(above):
        return Line("", level=-1 if line.strip()[0] == "=" else -2), 1
    if _RULE.match(line) or underline or _ORIGINAL.match(line.strip()):
        return None, 1
    if "|" in line and at + 1 < len(source) and _DELIMITER.match(source[at + 1]):
        return _table(source, at)
    text = _bare(_BULLET.sub("", _QUOTE.sub("", line), count=1))
    return (Line(text) if text.strip() else None), 1


def _may_be_heading(line: Line) -> bool:
    return not line.rows and not line.level and not _ENDING.search(line.text)


def _table(source: list[str], at: int) -> tuple[Line, int]:
    end = at + 2
    while end < len(source) and "|" in source[end]:
        end += 1
    rows = [_cells(line) for line in (source[at], *source[at + 2 : end])]
    return Line("", rows=tuple(rows), header=1), end - at


def _cells(line: str) -> Row:
    inner = line.strip().removeprefix("|").removesuffix("|")
    return tuple(_bare(cell).strip() for cell in _CELL_BORDER.split(inner))


def _without_html(text: str) -> str:
    text = _COMMENT.sub("", text)
    text = _HTML_HEADING.sub(lambda m: f"\n{'#' * int(m[1])} {m[2]}\n", text)
    return _INLINE_TAG.sub("", _BLOCK_TAG.sub("\n", text))


def without_tags(text: str) -> str:
    """`text` without HTML, its blocks as lines; text without tags stays as it is."""
    if not _BLOCK_TAG.search(text):
        return text
    bare = _HTML_HEADING.sub(r"\n\2\n", _COMMENT.sub("", text))
    bare = _BLOCK_TAG.sub("\n", bare)
    return html.unescape(_INLINE_TAG.sub("", bare))


def _bare(text: str) -> str:
    """`text` without the marks of links, pictures and type."""
    text = _LINK.sub(r"\1", _IMAGE.sub("", text))
    text = _CODE.sub(r"\1", _STRONG.sub(r"\2", text))
    return html.unescape(_ESCAPE.sub(r"\1", _EMPHASIS.sub(r"\1\2", text)))


def _without_footer(lines: list[Line]) -> list[Line]:
    """Drops a last line like `(更新时间: 2024-05-01)`, which programs append."""
    if len(lines) > 1 and lines[-1].gap and _FOOTER.match(lines[-1].text.strip()):
        return lines[:-1]
    return lines
