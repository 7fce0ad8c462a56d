"""Automatic numbers of Word lists, written into the text."""

from __future__ import annotations

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from casebase.extract.word.numerals import numeral
from tests.extract.making import Read, lines, put, saved
from tests.extract.packing import p, texts_of


def with_lists(document: Document, *levels: tuple[str, str, str]) -> None:
    """Gives the document a list 77: number format, text and suffix of each level."""
    root = document.part.numbering_part.element
    content = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:suff w:val="{suffix}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text, suffix) in enumerate(levels)
    )
    root.insert(
        0,
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">'
            f"{content}</w:abstractNum>"
        ),
    )
    for number, extra in (
        (77, ""),
        (78, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
    ):
        root.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{number}">'
                f'<w:abstractNumId w:val="77"/>{extra}</w:num>'
            )
        )


def item(text: str, level: int = 0, number: int = 77) -> str:
    return (
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/>'
        f"</w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
    )


def test_automatic_numbers_are_written(read: Read) -> None:
    document = docx.Document()
    with_lists(
        document,
        ("chineseCounting", "%1、", "nothing"),
        ("chineseCounting", "（%2）", "nothing"),
        ("decimal", "%3.", "tab"),
        ("decimal", "第%4条", "tab"),
        ("bullet", "", "tab"),
    )
    for xml in (
        item("总体要求"),
        item("指导思想", 1),
        item("基本原则", 1),
        item("坚持党建引领", 2),
        "<w:p><w:r><w:t>不在列表里。</w:t></w:r></w:p>",
        item("坚持问题导向", 2),
        item("主要任务"),
        item("抓学习", 1),
        item("学原文", 2),
        item("办法", 3),
        item("圆点", 4),
        item("另起", 0, 78),
        item("不编号", 0, 0),
    ):
        put(document, xml)
    assert lines(read("a.docx", saved(document))) == [
        "一、总体要求",
        "（一）指导思想",
        "（二）基本原则",
        "1.坚持党建引领",
        "不在列表里。",
        "2.坚持问题导向",
        "二、主要任务",
        "（一）抓学习",
        "1.学原文",
        "第1条 办法",
        "圆点",
        "一、另起",
        "不编号",
    ]


def test_numbers_of_several_levels_in_one_label(read: Read) -> None:
    document = docx.Document()
    with_lists(document, ("decimal", "%1", "tab"), ("decimal", "%1.%2", "tab"))
    for xml in (item("甲"), item("乙", 1), item("丙", 1), item("丁"), item("戊", 1)):
        put(document, xml)
    assert lines(read("a.docx", saved(document))) == [
        *("1 甲", "1.1 乙", "1.2 丙", "2 丁", "2.1 戊")
    ]


def test_numbers_given_by_a_style(read: Read) -> None:
    document = docx.Document()
    for text in ("第一项", "第二项"):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("圆点项", style="List Bullet")
    assert lines(read("a.docx", saved(document))) == [
        *("1.第一项", "2.第二项", "圆点项")
    ]


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (7, "decimal", "7"),
        (7, "decimalZero", "07"),
        (12, "decimalFullWidth", "１２"),
        (3, "decimalEnclosedCircleChinese", "③"),
        (25, "decimalEnclosedCircle", "25"),
        (10, "chineseCounting", "十"),
        (11, "chineseCountingThousand", "十一"),
        (20, "chineseCounting", "二十"),
        (99, "japaneseCounting", "九十九"),
        (105, "chineseCounting", "一百零五"),
        (110, "chineseCounting", "一百一十"),
        (2024, "taiwaneseCounting", "二千零二十四"),
        (1000, "chineseCounting", "一千"),
        (12, "chineseLegalSimplified", "壹拾贰"),
        (120, "chineseLegalSimplified", "壹佰贰拾"),
        (205, "ideographDigital", "二〇五"),
        (3, "ideographTraditional", "丙"),
        (14, "ideographZodiac", "丑"),
        (14, "upperRoman", "XIV"),
        (49, "lowerRoman", "xlix"),
        (28, "lowerLetter", "bb"),
        (2, "upperLetter", "B"),
        (5, "unheardOf", "5"),
        (0, "chineseCounting", "0"),
    ],
)
def test_numerals(number: int, form: str, text: str) -> None:
    assert numeral(number, form) == text


def lists(*levels: str, more: str = "") -> str:
    content = "".join(
        f'<w:lvl w:ilvl="{at}">{level}</w:lvl>' for at, level in enumerate(levels)
    )
    return (
        f'<w:abstractNum w:abstractNumId="1">{content}</w:abstractNum>{more}'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )


def at(level: int, number: int = 1) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


CHAPTER = (
    '<w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="space"/>'
    '<w:lvlText w:val="第%1章"/>'
)


def test_articles_are_counted_through_the_chapters(read: Read) -> None:
    article = f'{CHAPTER.replace("%1章", "%2条")}<w:lvlRestart w:val="0"/>'
    body = "".join(p("甲", at(level)) for level in (0, 1, 1, 0, 1))
    assert texts_of(read, body, numbering=lists(CHAPTER, article)) == [
        *("第一章 甲", "第一条 甲", "第二条 甲", "第二章 甲", "第三条 甲")
    ]


def test_a_level_may_begin_anew_only_with_higher_ones(read: Read) -> None:
    third = '<w:lvlText w:val="%3."/><w:lvlRestart w:val="1"/>'
    body = "".join(p("甲", at(level)) for level in (0, 1, 2, 1, 2, 0, 2))
    found = texts_of(read, body, numbering=lists(CHAPTER, CHAPTER, third))
    assert [text for text in found if text.endswith(".甲")] == ["1.甲", "2.甲", "1.甲"]


def test_legal_numbers_are_digits_throughout(read: Read) -> None:
    legal = '<w:isLgl/><w:lvlText w:val="%1.%2"/>'
    body = p("甲", at(0)) * 2 + p("乙", at(1))
    assert texts_of(read, body, numbering=lists(CHAPTER, legal)) == [
        *("第一章 甲", "第二章 甲", "2.1 乙")
    ]


def test_styles_are_linked_to_levels(read: Read) -> None:
    numbering = lists(
        f'<w:pStyle w:val="h1"/>{CHAPTER}',
        '<w:pStyle w:val="h2"/><w:lvlText w:val="%1.%2"/><w:isLgl/>',
    )
    styles = (
        '<w:style w:styleId="h1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        '</w:style><w:style w:styleId="h2"><w:basedOn w:val="h1"/></w:style>'
        '<w:style w:styleId="h3"><w:basedOn w:val="h2"/></w:style>'
        '<w:style w:styleId="h4"><w:basedOn w:val="h1"/><w:pPr><w:numPr>'
        '<w:numId w:val="0"/></w:numPr></w:pPr></w:style>'
    )
    body = "".join(
        p("甲", f'<w:pStyle w:val="{one}"/>') for one in ("h1", "h2", "h3", "h4")
    )
    assert texts_of(read, body, numbering=numbering, styles=styles) == [
        *("第一章 甲", "1.1 甲", "1.2 甲", "甲")
    ]


def test_lists_by_a_style_of_lists_are_one_list(read: Read) -> None:
    more = (
        '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="mine"/>'
        '</w:abstractNum><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
    )
    numbering = lists(CHAPTER, more=more).replace(
        '<w:abstractNum w:abstractNumId="1">',
        '<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="mine"/>',
    )
    body = p("甲", at(0)) + p("乙", at(0, 2))
    assert texts_of(read, body, numbering=numbering) == ["第一章 甲", "第二章 乙"]


def test_a_custom_format_falls_back_to_digits(read: Read) -> None:
    level = (
        '<mc:AlternateContent><mc:Choice><w:numFmt w:val="custom"/></mc:Choice>'
        '</mc:AlternateContent><w:lvlText w:val="(%1)"/>'
    )
    assert texts_of(read, p("甲", at(0)), numbering=lists(level)) == ["(1)甲"]
