"""What a sentence reports of honours, a line each, for the tables of tests."""

from __future__ import annotations

from casebase.annotate.honours import honours
from casebase.entry import Entry, Honour, Kind, Paragraph, Role
from casebase.lexicon import Lexicon

SCHOOL = "云泽职业技术学院"


def entry(text: str, title: str = "标题", role: Role = Role.BODY) -> Entry:
    paragraphs = (Paragraph(text, role),)
    return Entry(
        "x", "x", "x", "x", "", Kind.ARTICLE, None, title, (), None, paragraphs
    )


def read(text: str, lexicon: Lexicon) -> list[str]:
    return [said(honour) for honour, _ in honours(entry(text), SCHOOL, lexicon)]


def said(honour: Honour) -> str:
    holder = "@" if honour.holder == SCHOOL else honour.holder
    cells = (honour.name, honour.level, honour.batch, honour.status, holder)
    return " | ".join(str(cell or "-") for cell in (*cells, honour.year))


def lines(rows: str) -> list[str]:
    return [row.strip() for row in rows.splitlines() if row.strip()]
