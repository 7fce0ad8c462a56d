"""A small typesetter: paragraphs set in lines as newspapers and reports set them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from casebase.document import Document, Layout, Line, Metadata, Page, Source
from casebase.repair import repair
from casebase.text.typesetting import CLOSING, OPENING, width

_TOKEN = re.compile(r"[A-Za-z0-9.+\-/%]+|.")

# Invented, with the signs, numbers and quotations that make lines uneven.
PROSE = (
    (
        "雁栖职业技术学院坚持把支部建在专业上，推动党建与教学、科研、竞赛同频共振，先后成立"
        "12个教师党支部和“红帆”先锋队，让党员在急难险重的任务面前站得出来、顶得上去。"
    ),
    (
        "学院党委每季度召开一次党建与事业发展会商会，听取各支部汇报，逐项研究堵点难点；"
        "2022年以来共解决师生反映的问题347件，办结率达到98.6%，师生满意度逐年提高。"
    ),
    (
        "机电学院教师党支部围绕新能源汽车产业发展，组建由7名党员骨干领衔的技术服务队，深入"
        "32家企业开展“问诊式”帮扶，累计完成技术改造项目19项，为企业节约成本460余万元。"
    ),
    (
        "“我们要把最好的老师放到最需要的地方。”支部书记说。两年间，支部与六个乡镇结成对子，"
        "培训种植大户1500人次，编写《设施果蔬病虫害防治手册》等教材五本，受到农户普遍欢迎。"
    ),
    (
        "面向未来，学院将继续弘扬工匠精神，完善“支部+工作室+企业”协同机制，努力培养更多"
        "听党话、跟党走，懂技术、会创新的高素质技术技能人才，为区域发展作出新的贡献。"
    ),
)


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set: measure, indent, empty lines."""

    measure: float = 26.0
    indent: str = "lost"  # lost, kept, none
    gaps: str = "none"  # none, every, paragraph


def wrapped(text: str, measure: float, indent: float = 0.0) -> list[str]:
    """The text broken at the measure; no line begins with a closing sign."""
    lines: list[str] = []
    line, room = "", measure - indent
    for token in _TOKEN.findall(text):
        size = width(token) if token.strip() else 0.5
        hanging = token in CLOSING and bool(line)
        if size <= room or hanging:
            line, room = line + token, room - size
            continue
        carried = line[-1:] if line[-1:] in OPENING else ""
        lines.append(line.removesuffix(carried))
        line = carried + token
        room = measure - width(line)
    return [*lines, line] if line else lines


def set_text(paragraphs: tuple[str, ...], style: Style) -> list[Line]:
    """The paragraphs as lines."""
    lines: list[Line] = []
    for paragraph in paragraphs:
        indent = 0.0 if style.indent == "none" else 2.0
        for number, text in enumerate(wrapped(paragraph, style.measure, indent)):
            first = number == 0
            inset = "\u3000\u3000" if first and style.indent == "kept" else ""
            gap = style.gaps == "every" or (style.gaps == "paragraph" and first)
            lines.append(Line(inset + text, gap=gap))
    return lines


def lines_of(text: str) -> list[Line]:
    """A text as a plain reader gives it: # states a level, empty lines are gaps."""
    lines: list[Line] = []
    gap = False
    for line in text.strip("\n").split("\n"):
        level = len(line) - len(line.lstrip("#"))
        if line.strip():
            words = line.lstrip("#").strip() if level else line
            lines.append(Line(words, level=level, gap=gap))
        gap = not line.strip()
    return lines


def repaired(
    *pages: list[Line],
    name: str = "文件.txt",
    title: str = "",
    flowing: bool = False,
) -> Document:
    """The pages as a document; more than one page are numbered."""
    numbered = len(pages) > 1
    layout = Layout(
        "text",
        tuple(
            Page(number if numbered else None, tuple(lines))
            for number, lines in enumerate(pages, 1)
        ),
        flowing=flowing,
        metadata=Metadata(title=title),
    )
    return repair(Source(name, Path(name), "0" * 64), layout)


def texts(document: Document) -> list[str]:
    """The words of all blocks, tables aside."""
    return [block.text for block in document.blocks if not block.rows]


def headings(document: Document) -> list[tuple[int, str]]:
    """The outline."""
    return [
        (block.level, block.text)
        for block in document.blocks
        if block.kind == "heading"
    ]
