"""What the engine is given of an entry."""

from __future__ import annotations

from casebase.entry import (
    Brand,
    Honour,
    Kind,
    Method,
    Paragraph,
    Policy,
    Quantity,
    Role,
)
from casebase.search.records import record
from tests.search.invented import entry, segmenter, slogan

HELD = entry(
    7,
    "支部＋产业",
    Paragraph("一、做法", Role.HEADING, 1),
    "“1+3+N”模式。",
    "19 号",
    facts={
        "school": "滨湖职业技术学院",
        "year": 2023,
        "date": "2023-05-01",
        "genre": "质量年报",
        "methods": Method("1+3+N"),
        "slogans": slogan("一支部一特色"),
        "policies": Policy(None, "鲁测发〔2022〕19号"),
        "honours": Honour("样板支部", "省级", None, "获评", "一支部", 2021),
        "brands": Brand("麦浪"),
        "topics": "治理",
        "quantities": Quantity("2万元", 20_000, "元", None, "到款", 2021),
    },
    document="年报.pdf",
    kind=Kind.CASE,
    path=("产教融合",),
)


def test_grams_keep_paragraphs_apart() -> None:
    made = record(HELD, segmenter())
    assert made.tokens["title_grams"] == ["支", "部", "+", "产", "业"]
    assert made.tokens["grams"] == [
        *["支", "部", "+", "产", "业", "\n"],
        *["一", "、", "做", "法", "\n"],
        *['"', "1+3+n", '"', "模", "式", "。", "\n"],
        *["19", "号"],
    ]


def test_words_also_know_what_stands_around_an_entry() -> None:
    made = record(HELD, segmenter())
    assert {"产教融合", "做法", "案例", "7", "质量", "年报", "学院"} <= set(
        made.tokens["heading"]
    )
    assert "1+3+n" in made.tokens["text"]
    assert "年报" not in made.tokens["text"]


def test_of_facts_the_words_that_stand_in_the_text_tell_more() -> None:
    made = record(HELD, segmenter())
    assert {"1+3+n", "支部"} == set(made.tokens["fact"])
    assert "麦浪" not in made.tokens["fact"], "a brand that the text does not name"


def test_the_title_of_an_entry_that_is_the_document_counts_once() -> None:
    made = record(entry(1, "支部工作", "正文"), segmenter())
    assert "支部" in made.tokens["title"]
    assert "支部" not in made.tokens["heading"]


def test_facets_are_what_people_filter_by() -> None:
    made = record(HELD, segmenter())
    assert made.date == "2023-05-01"
    assert made.facets == {
        "kind": ("case",),
        "document": ("年报.pdf",),
        "number": ("7",),
        "school": ("滨湖职业技术学院",),
        "year": ("2023",),
        "date": ("2023-05-01",),
        "genre": ("质量年报",),
        "method": ("1+3+N",),
        "slogan": ("一支部一特色",),
        "family": ("一支部一品牌",),
        "docno": ("鲁测发〔2022〕19号",),
        "honours": ("省级\x1f\x1f获评\x1f2021\x1f样板支部",),
        "brand": ("麦浪",),
        "topic": ("治理",),
        "quantity": ("元\x1f20000.0\x1f到款",),
    }


def test_unknown_is_left_out() -> None:
    made = record(entry(1, "题"), segmenter())
    assert made.facets == {"kind": ("article",), "document": ("文件1.txt",)}
    assert made.date == ""
    assert made.tokens["grams"] == ["题"]
