from __future__ import annotations

from dataclasses import replace

from casebase.document import Block, BlockKind
from casebase.entry import Role
from casebase.split import split
from tests.split.making import TEXT, document


def test_an_article_has_its_outline_and_subtitle() -> None:
    (entry,) = split(
        document(
            "注：作者系某校教师。", TEXT, "# 一、做法", TEXT, "图 1 现场",
            title="红帆领航", subtitle="某校支部建设纪实",
        )
    )  # fmt: skip
    assert (entry.title, entry.subtitle) == ("红帆领航", "某校支部建设纪实")
    assert [(p.role, p.level) for p in entry.paragraphs] == [
        (Role.SUBTITLE, 0),
        (Role.NOTE, 0),
        (Role.BODY, 0),
        (Role.HEADING, 1),
        (Role.BODY, 0),
        (Role.CAPTION, 0),
    ]
    assert entry.text.startswith("某校支部建设纪实\n")


def test_a_table_is_a_paragraph_for_each_row() -> None:
    table = Block(BlockKind.TABLE, "", rows=(("系", "人数"), ("护理系", "12")))
    made = document(TEXT)
    (entry,) = split(replace(made, blocks=(*made.blocks, table)))
    rows = [p.text for p in entry.paragraphs if p.role is Role.ROW]
    assert rows == ["系\t人数", "护理系\t12"]


def test_an_empty_document_has_no_entries() -> None:
    assert split(document()) == ()
    assert split(document("   ")) == ()
