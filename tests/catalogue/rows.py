"""Entries, readings and files that tests put into a catalogue."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from casebase.catalogue import (
    FileRow,
    Ledger,
    Reading,
    State,
)
from casebase.document import Block, BlockKind, Document, Metadata
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
)
from casebase.errors import (
    Problem,
    Severity,
    Stage,
)

STATE = State(1, "whoosh", "engine/1", "r" * 64, "2024-05-01T08:00:00+08:00", 1, 1)
WORDS = Evidence("text", 0, 2, "甲乙", "规则")
FACTS = (
    Fact("school", "青禾职业学院", (WORDS,)),
    Fact("year", 2023, ()),
    Fact("brands", Brand("红色驿站", "机电系党支部"), (WORDS, WORDS)),
    Fact("brands", Brand("先锋岗"), ()),
    Fact("methods", Method("1+2+N", ("一个核心", "两个平台"), national=False), ()),
    Fact("slogans", Slogan("一部一品", "一支部一品牌"), (WORDS,)),
    Fact("honours", Honour("样板支部", "省级", "第二批", "获评", None, 2022), ()),
    Fact("policies", Policy("关于某事的通知", "青发〔2021〕3号", "青禾市委"), ()),
    Fact("quantities", Quantity("近210万元", 2_100_000, "元", "近", None, 2022), ()),
)


def entry_for(of: str, ordinal: int, **changes: Any) -> Entry:
    made = Entry(
        id=f"{of}-{ordinal}",
        document_id=of,
        document="某.txt",
        document_title="某文",
        subtitle="",
        kind=Kind.CASE,
        number=ordinal,
        title=f"第{ordinal}个",
        path=("上", "中"),
        pages=(ordinal, ordinal + 1),
        paragraphs=(
            Paragraph("甲乙\t丙", Role.ROW, 0, 3, table=1, head=True),
            Paragraph("第一条　内容", Role.BODY, 0, None, "第一条"),
            Paragraph("小标题", Role.HEADING, 2, 4),
        ),
        facts=FACTS,
    )
    return replace(made, **changes)


def reading_for(of: str, count: int = 2, **changes: Any) -> Reading:
    whole = Document(
        id=of,
        name="某.txt",
        format="text",
        title="某文",
        subtitle="副题",
        blocks=(
            Block(BlockKind.HEADING, "小标题", 2, 4, 4),
            Block(
                BlockKind.TABLE,
                "",
                0,
                5,
                6,
                (("甲", "乙"), ("丙", "")),
                header=1,
                breaks=(1,),
            ),
        ),
        metadata=Metadata(author="作者", date="2024-05"),
        page_count=9,
    )
    made = Reading(
        document_id=of,
        name="某.txt",
        fingerprint="f" * 64,
        document=whole,
        entries=tuple(entry_for(of, n) for n in range(1, count + 1)),
        problems=(
            Problem("某.txt", 3, Stage.EXTRACT, Severity.DAMAGED, "坏了。", "请重做。"),
        ),
    )
    return replace(made, **changes)


def show(ledger: Ledger, *files: FileRow, problems: tuple[Problem, ...] = ()) -> None:
    state = ledger.state() or STATE
    lost = {card.key for card in ledger.readings() if card.lost}
    ledger.switch(
        replace(
            state,
            generation=state.generation + 1,
            documents=sum(it.main and it.reading not in lost for it in files),
        ),
        files,
        problems,
    )


def row(name: str, key: str, *, main: bool = True) -> FileRow:
    return FileRow(name, "d" * 64, key, main)
