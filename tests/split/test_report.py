from __future__ import annotations

import pytest

from casebase.document import Block, BlockKind, Document
from casebase.split import split
from tests.split.making import TEXT, document, told

LONG = TEXT * 4  # long enough to show its measure


def test_cases_are_taken_out_of_their_sections() -> None:
    entries = split(
        document(
            "# 前 言", TEXT,
            "# 一、人才培养",
            "## （一）铸魂育人", "甲段", "### 案例 1：一次走访", "乙段", "图 1 走访",
            "## （二）强化实训", "丙段", "### 案例 2：一张清单", "丁段",
            "# 二、服务贡献", "戊段",
            title="某校质量报告",
        )
    )  # fmt: skip
    assert told(entries) == [
        ("section", None, "前 言", ""),
        ("section", None, "（一）铸魂育人", "一、人才培养"),
        ("case", 1, "一次走访", "一、人才培养 > （一）铸魂育人"),
        ("section", None, "（二）强化实训", "一、人才培养"),
        ("case", 2, "一张清单", "一、人才培养 > （二）强化实训"),
        ("section", None, "二、服务贡献", ""),
    ]
    texts = [entry.text for entry in entries]
    assert texts == [TEXT, "甲段", "乙段\n图 1 走访", "丙段", "丁段", "戊段"]
    assert [entry.id for entry in entries] == [f"{'d' * 16}-{n}" for n in range(1, 7)]


@pytest.mark.parametrize(
    ("first", "second", "title"),
    [
        ("案例1 一次走访", "案例2 一张清单", "一次走访"),
        ("案例 1：一次走访", "案例 2：一张清单", "一次走访"),
        ("案例一 一次走访", "案例二 一张清单", "一次走访"),
        ("【案例 1】一次走访", "【案例 2】一张清单", "一次走访"),
        ("典型案例1:一次走访", "典型案例2:一张清单", "一次走访"),
        ("案例（一）一次走访", "案例（二）一张清单", "一次走访"),
        ("案例之一：一次走访", "案例之二：一张清单", "一次走访"),
    ],
)
def test_labels_of_cases(first: str, second: str, title: str) -> None:
    entries = split(document(f"## {first}", TEXT, f"## {second}", TEXT))
    assert entries[0].title == title
    assert [entry.number for entry in entries] == [1, 2]
    assert {str(entry.kind) for entry in entries} == {"case"}


def test_paragraphs_in_the_measure_of_the_section_leave_the_box() -> None:
    entries = split(
        document(
            "# 一、人才培养", f"{LONG}甲{{26}}",
            "## 案例 1：一次走访", f"{LONG}乙{{28}}", "图 1 走访", f"{LONG}丙{{26}}",
            "## 案例 2：一张清单", f"{LONG}丁{{28}}", "收尾一句。{28}",
        )
    )  # fmt: skip
    found = {entry.title: [p.text[-1] for p in entry.paragraphs] for entry in entries}
    assert found == {
        "一、人才培养": ["甲", "丙"],
        "一次走访": ["乙", "访"],
        "一张清单": ["丁", "。"],
    }


def test_where_nothing_is_boxed_the_measure_tells_nothing() -> None:
    entries = split(
        document(
            "# 一、人才培养", f"{LONG}{{26}}",
            "## 案例 1：一次走访", f"{LONG}{{26}}", f"{LONG}{{26}}", "表 1 名单",
            "## 案例 2：一张清单", LONG,
        )
    )  # fmt: skip
    assert [len(entry.paragraphs) for entry in entries] == [1, 3, 1]


def test_a_numbered_table_below_a_box_is_the_sections() -> None:
    table = Block(BlockKind.TABLE, "", rows=(("序号", "姓名"), ("1", "李明")))
    made = document(
        "# 一、人才培养", f"{LONG}{{26}}",
        "## 案例 1：一次走访", f"{LONG}{{28}}", "表 1 名单", "占位",
        "## 案例 2：一张清单", LONG,
    )  # fmt: skip
    blocks = tuple(table if b.text == "占位" else b for b in made.blocks)
    entries = split(Document(made.id, made.name, made.format, made.title, "", blocks))
    assert entries[0].text.endswith("表 1 名单\n序号\t姓名\n1\t李明")
    assert entries[1].text == LONG


def test_headings_of_a_case_stay_in_it() -> None:
    entries = split(
        document(
            "# 一、教学类",
            "## 案例 1：一次走访", "### 一、背景", "甲", "### 二、做法", "乙",
            "## 案例 2：一张清单", "### 一、背景", "丙", "### 二、做法", "丁",
            "# 二、管理类", "戊",
        )
    )  # fmt: skip
    assert told(entries) == [
        ("case", 1, "一次走访", "一、教学类"),
        ("case", 2, "一张清单", "一、教学类"),
        ("section", None, "二、管理类", ""),
    ]
    assert entries[1].text == "一、背景\n丙\n二、做法\n丁"


def test_cases_without_sections() -> None:
    entries = split(
        document(
            "# 案例一 一次走访", "## 背景", "甲", "## 成效", "乙",
            "# 案例二 一张清单", "丙",
        )
    )  # fmt: skip
    assert told(entries) == [
        ("case", 1, "一次走访", ""),
        ("case", 2, "一张清单", ""),
    ]


def test_one_label_makes_no_report() -> None:
    entries = split(document("# 一、做法", "甲", "## 案例 1：一次走访", "乙"))
    assert [str(entry.kind) for entry in entries] == ["article"]


def test_pages_are_first_and_last() -> None:
    made = [
        Block(BlockKind.HEADING, "案例 1：甲事", 1, page=3, last_page=3),
        Block(BlockKind.PARAGRAPH, TEXT, page=3, last_page=5),
        Block(BlockKind.HEADING, "案例 2：乙事", 1, page=5, last_page=5),
        Block(BlockKind.PARAGRAPH, TEXT, page=6, last_page=6),
    ]
    entries = split(Document("d" * 16, "a.pdf", "pdf", "报告", "", tuple(made)))
    assert [entry.pages for entry in entries] == [(3, 5), (5, 6)]
