"""Which passages are shown, and where they are cut."""

from __future__ import annotations

import pytest

from casebase.entry import Paragraph, Role
from casebase.search.needles import Needle
from casebase.search.snippets import LENGTH, REACH, snippets, title_marks
from tests.search.invented import entry

FILLER = "这里说的是与此无关的事情。"


def texts(*paragraphs: str | Paragraph, needles: list[str]) -> list[str]:
    held = entry(1, "题目", *paragraphs)
    return [s.text for s in snippets(held, [Needle(text) for text in needles])]


def test_a_short_paragraph_is_shown_whole() -> None:
    assert texts("支部活动。" + FILLER, needles=["支部"]) == ["支部活动。" + FILLER]


def test_a_passage_begins_and_ends_with_a_sentence() -> None:
    paragraph = FILLER * 9 + "校园里，支部开展活动。" + FILLER * 12
    (passage,) = texts(paragraph, needles=["支部"])
    assert passage.startswith(FILLER)
    assert passage.endswith("。")
    assert len(passage) <= LENGTH


def test_without_sentences_it_is_cut_at_a_clause() -> None:
    paragraph = "甲乙丙，" * 40 + "支部" + "，丁戊己" * 40
    (passage,) = texts(paragraph, needles=["支部"])
    assert passage.startswith("甲乙丙，")
    assert passage.endswith("，")


def test_the_passage_with_most_of_the_query_comes_first() -> None:
    found = texts(
        "支部开会。", "支部支部支部。", "支部评品牌。", needles=["支部", "品牌"]
    )
    assert found == ["支部评品牌。", "支部开会。", "支部支部支部。"]


def test_passages_do_not_overlap() -> None:
    paragraph = ("支部" + "甲" * 70) * 4
    found = texts(paragraph, needles=["支部"])
    assert len(found) == 2
    assert all(len(passage) <= LENGTH for passage in found)
    assert sum(passage.count("支部") for passage in found) == 4
    assert sum(map(len, found)) <= len(paragraph)


def test_a_match_longer_than_a_passage_is_shown_whole() -> None:
    long = "支部" * 100
    (passage,) = texts("前文。" + long + "。后文。", needles=[long])
    assert long in passage


def test_what_goes_on_is_told() -> None:
    (snippet,) = snippets(
        entry(1, "题", FILLER * 9 + "支部。" + FILLER * 12), [Needle("支部")]
    )
    assert (snippet.before, snippet.after) == (True, True)
    (whole,) = snippets(entry(1, "题", "支部。"), [Needle("支部")])
    assert (whole.before, whole.after) == (False, False)


def test_where_only_the_title_matched_the_text_is_shown_from_its_beginning() -> None:
    held = entry(1, "支部", Paragraph("一、概况", Role.HEADING, 1), FILLER * 20)
    (snippet,) = snippets(held, [Needle("支部")])
    assert snippet.paragraph == 1
    assert held.paragraphs[1].text.startswith(snippet.text)
    assert snippet.marks == ()
    assert [(m.start, m.end) for m in title_marks("支部", [Needle("支部")])] == [(0, 2)]


def test_a_needle_of_the_title_marks_nothing_in_the_text() -> None:
    (snippet,) = snippets(entry(1, "题", "支部。"), [Needle("支部", title_only=True)])
    assert snippet.marks == ()


def test_an_entry_without_text_has_no_passage() -> None:
    assert snippets(entry(1, "题"), [Needle("支部")]) == ()
    assert snippets(entry(1, "题", " \t"), [Needle("支部")]) == ()


def test_of_a_book_only_so_much_is_looked_through_once_something_matched() -> None:
    page = FILLER * (REACH // len(FILLER) // 4)
    found = texts(page, page, page, page, page, "支部一。", page, needles=["支部"])
    assert found == ["支部一。"], "however late, the first is shown"
    pages = ["支部一。", page, "支部二。", page, page, page, page, "支部三。"]
    assert texts(*pages, needles=["支部"]) == ["支部一。", "支部二。"]


@pytest.mark.parametrize("recognised", [True, False])
def test_a_passage_says_whether_it_was_recognised(*, recognised: bool) -> None:
    held = entry(1, "题目", Paragraph("支部活动。", recognised=recognised))
    (found,) = snippets(held, [Needle("支部")])
    assert found.recognised is recognised
