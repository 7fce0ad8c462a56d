from __future__ import annotations

from casebase.split import split
from tests.split.making import TEXT, document, told


def test_pieces_of_a_transcript_are_items() -> None:
    entries = split(
        document(
            "## 新闻摘要", "1. 甲事", "2. 乙事",
            "## 详细新闻",
            "### 甲事", TEXT, "#### 现场", TEXT,
            "### 乙事", TEXT,
            "### 丙事",
            title="《新闻联播》（20240101）",
        )
    )  # fmt: skip
    assert told(entries) == [
        ("item", None, "甲事", "详细新闻"),
        ("item", None, "乙事", "详细新闻"),
        ("item", None, "丙事", "详细新闻"),
    ]
    assert entries[0].text == f"{TEXT}\n现场\n{TEXT}"


def test_pieces_with_the_same_parts_are_not_torn() -> None:
    parts = ("## 一、背景", TEXT, "## 二、做法", TEXT)
    entries = split(
        document(
            "# 甲学院：一次走访", *parts, "# 乙学院：一张清单", *parts,
            title="党建案例汇编",
        )
    )  # fmt: skip
    assert told(entries) == [
        ("item", None, "甲学院：一次走访", ""),
        ("item", None, "乙学院：一张清单", ""),
    ]


def test_front_matter_is_a_section() -> None:
    entries = split(
        document(
            "编者按：共选编两篇。",
            "## 编选说明", TEXT,
            "## 案例正文",
            "### 甲学院：一次走访", TEXT, "### 乙学院：一张清单", TEXT,
            title="优秀案例选编",
        )
    )  # fmt: skip
    assert told(entries) == [
        ("section", None, "优秀案例选编", ""),
        ("section", None, "编选说明", ""),
        ("item", None, "甲学院：一次走访", "案例正文"),
        ("item", None, "乙学院：一张清单", "案例正文"),
    ]


def test_a_newsletter_has_columns_and_pieces() -> None:
    entries = split(
        document(
            "# 【重点工作】", "## 一次走访", TEXT,
            "# 【支部动态】", "## 一张清单", TEXT, "## 一堂党课", TEXT,
            title="党建工作简报",
        )
    )  # fmt: skip
    assert [entry.title for entry in entries] == ["一次走访", "一张清单", "一堂党课"]
    assert entries[1].path == ("【支部动态】",)


def test_a_document_that_does_not_say_so_is_one_piece() -> None:
    entries = split(document("# 甲", TEXT, "# 乙", TEXT, title="支部工作总结"))
    assert [str(entry.kind) for entry in entries] == ["article"]
