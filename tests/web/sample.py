"""A small invented base: a report, a ruling, an attack, and sixty small articles."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from casebase.catalogue import DocumentCard
from casebase.document import Metadata
from casebase.entry import (
    Brand,
    Entry,
    Evidence,
    Fact,
    Honour,
    Kind,
    Method,
    Paragraph,
    Policy,
    Quantity,
    Role,
    Slogan,
    Value,
)
from casebase.errors import Problem, Severity, Stage
from tests.web.fakes import FAMILY, FakeCatalogue

ATTACK = "<script>alert('劫')</script>\"'&{{7*7777}}</title>"


def proved(name: str, value: Value, text: str, quote: str) -> Fact:
    """A fact whose evidence is the first `quote` in `text`."""
    start = text.index(quote)
    words = Evidence("text", start, start + len(quote), quote, "示例规则")
    return Fact(name, value, (words,))


def plain(name: str, value: Value, place: str = "document") -> Fact:
    return Fact(name, value, (Evidence(place, 0, 0, str(value), "示例规则"),))


def card(number: int, name: str, title: str, entries: int, **more: Any) -> DocumentCard:
    made = DocumentCard(
        f"{number:016x}", name, (), "pdf", title, "", Metadata(), 9, entries,
        f"2026-02-{number:02}T08:00:00+08:00",
    )  # fmt: skip
    return replace(made, **more)


REPORT = (
    Paragraph("一、缘起", Role.HEADING, level=1, page=3),
    Paragraph("学校有党支部 12 个，长期“一锅煮”。机电系提出一系一品。", page=3),
    Paragraph("（一）先立题", Role.HEADING, level=2, page=4),
    Paragraph(
        "依据《基层组织条例》和示发〔2021〕7号，实行“1+3+N”工作法，打造“灯下红”品牌。",
        page=4,
    ),
    Paragraph("表1　两年对照", Role.CAPTION, page=4),
    Paragraph("指标\t2022年\t2024年", Role.ROW, page=4, table=1, head=True),
    Paragraph("一支部一品牌\t2\t12", Role.ROW, page=4, table=1),
    Paragraph("二、结语", Role.HEADING, level=1, page=5),
    Paragraph("获评全省党建工作样板支部。", page=5),
    Paragraph("【作者单位：示例职业学院】", Role.NOTE, page=5),
)  # fmt: skip
RULING = (
    Paragraph("第一章　总则", Role.HEADING, level=1),
    Paragraph("第一条　为规范一支部一品牌建设，制定本办法。", anchor="第一条"),
    Paragraph("第二条　本办法适用于各党支部。", anchor="第二条"),
    Paragraph("第二条之一　离退休支部参照执行。", anchor="第二条之一"),
)
ATTACKED = (
    Paragraph(f"副题{ATTACK}", Role.SUBTITLE),
    Paragraph(ATTACK, Role.HEADING, level=1),
    Paragraph(f"正文{ATTACK}松", page=1),
    Paragraph(f"格\t{ATTACK}", Role.ROW, table=1),
    Paragraph(ATTACK, Role.CAPTION),
    Paragraph(ATTACK, Role.NOTE),
)


def piece(document: DocumentCard, ordinal: int, title: str, **more: Any) -> Entry:
    made = Entry(
        f"{document.id}-{ordinal}", document.id, document.name, document.title, "",
        Kind.ARTICLE, None, title, (), None, (Paragraph("正文一段。"),),
    )  # fmt: skip
    return replace(made, **more)


def report_facts() -> tuple[Fact, ...]:
    text = "\n".join(it.text for it in REPORT)
    return (
        Fact(
            "school",
            "示例职业学院",
            (Evidence("title", 0, 3, "机电系", "示例规则"),),
        ),
        plain("alias", "示例职院"),
        plain("province", "山东"),
        plain("city", "聊城"),
        plain("date", "2024-12-05"),
        plain("year", 2024),
        plain("genre", "质量年报"),
        plain("topics", "支部建设"),
        proved("brands", Brand("灯下红", "机电系"), text, "“灯下红”品牌"),
        proved(
            "methods", Method("1+3+N", ("书记", "支委"), national=False), text, "1+3+N"
        ),
        proved("slogans", Slogan("一系一品", FAMILY[0]), text, "一系一品"),
        proved("slogans", Slogan("一支部一品牌", FAMILY[0]), text, "一支部一品牌"),
        proved(
            "honours",
            Honour("党建工作样板支部", "省级", None, "获评"),
            text,
            "样板支部",
        ),
        proved("policies", Policy("基层组织条例"), text, "《基层组织条例》"),
        proved("policies", Policy(None, "示发〔2021〕7号"), text, "示发〔2021〕7号"),
        *(
            proved("quantities", Quantity(f"{n} 个", n, "个"), text, "12 个")
            for n in range(1, 13)
        ),
    )


def sample() -> FakeCatalogue:
    """An annual report of three cases, a ruling, an attack, and 60 small articles."""
    report = card(1, "年报/示例.pdf", "示例职业学院质量年报（2024）", 3)
    ruling = card(2, "办法.md", "一支部一品牌建设办法", 1, format="markdown")
    attack = card(
        3, f"{ATTACK}.html", ATTACK, 1, format="html", subtitle=ATTACK,
        added="2026-03-01T08:00:00+08:00", also=(f"另/{ATTACK}.html",),
        metadata=Metadata(*[ATTACK] * 5),
    )  # fmt: skip
    attacked = [
        plain(name, ATTACK)
        for name in ("school", "alias", "province", "city", "genre", "topics")
    ]
    entries = [
        piece(report, 1, "机电系：一系一品", kind=Kind.CASE, number=1, pages=(3, 5),
              path=("二、育人",), paragraphs=REPORT, facts=report_facts()),
        piece(report, 2, "会计系的账本", kind=Kind.CASE, number=2, pages=(6, 6),
              facts=(plain("school", "示例职业学院"), plain("year", 2024))),
        piece(report, 3, "三、保障", kind=Kind.SECTION, pages=(7, 8)),
        piece(ruling, 1, ruling.title, kind=Kind.POLICY, paragraphs=RULING,
              facts=(plain("genre", "法规制度"), plain("year", 2021))),
        piece(attack, 1, ATTACK, subtitle=ATTACK, path=(ATTACK,), paragraphs=ATTACKED,
              facts=(
                  *attacked,
                  plain("brands", Brand(ATTACK, ATTACK)),
                  plain("methods", Method(ATTACK, (ATTACK,))),
                  plain("slogans", Slogan(ATTACK, ATTACK)),
                  plain("honours", Honour(ATTACK, ATTACK, ATTACK, ATTACK, ATTACK, 1)),
                  plain("policies", Policy(ATTACK, ATTACK, ATTACK)),
                  plain("quantities", Quantity(ATTACK, 1, ATTACK, None, ATTACK, 1)),
                  Fact("date", ATTACK, ()),
              )),
    ]  # fmt: skip
    cards = [report, ruling, attack]
    for number in range(4, 64):
        small = card(number % 28 + 1, f"简讯/{number}.txt", f"简讯第{number}号", 1)
        small = replace(small, id=f"{number:016x}", format="text", page_count=None)
        cards.append(small)
        facts = (plain("year", 2010 + number % 9), plain("genre", f"体裁{number % 9}"))
        entries.append(piece(small, 1, small.title, facts=facts))
    troubles = [
        Problem("坏.doc", None, Stage.EXTRACT, Severity.LOST, "打不开。", "请换一份。"),
        Problem(report.name, 7, Stage.EXTRACT, Severity.DAMAGED, "有图。", "请换。"),
        Problem(attack.name, None, Stage.SCAN, Severity.NOTE, ATTACK, ATTACK),
    ]  # fmt: skip
    return FakeCatalogue(cards, entries, troubles)
