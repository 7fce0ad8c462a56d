from __future__ import annotations

import pytest

from casebase.split import split
from tests.split.making import TEXT, document


def anchors(*texts: str) -> list[tuple[str, str]]:
    (entry,) = split(document(*texts, title="某办法"))
    assert str(entry.kind) == "policy"
    return [(p.anchor, p.text[:6]) for p in entry.paragraphs if p.anchor]


def test_articles_are_anchors_on_their_first_paragraph() -> None:
    found = anchors(
        "# 第一章 总则",
        "第一条 为了规范支部建设，制定本办法。",
        "第二条 支部应当履行下列职责：",
        "（一）组织学习；",
        "第三条规定的职责由书记承担。",
        "# 第二章 附则",
        "第三条 本办法自公布之日起施行。",
    )
    assert found == [
        ("第一条", "第一条 为了"),
        ("第二条", "第二条 支部"),
        ("第三条", "第三条 本办"),
    ]


@pytest.mark.parametrize("sign", ["　", " ", "：", ""])
def test_what_stands_behind_the_number(sign: str) -> None:
    texts = [f"第{number}条{sign}支部书记由党员选举产生。" for number in "一二三四"]
    assert [anchor for anchor, _ in anchors(*texts)] == [
        "第一条",
        "第二条",
        "第三条",
        "第四条",
    ]


def test_a_number_alone_on_its_line_is_joined_with_its_text() -> None:
    (entry,) = split(
        document("第一条", TEXT, "第二条", TEXT, "第三条", TEXT, title="某办法")
    )
    assert entry.text.split("\n") == [f"第{number}条 {TEXT}" for number in "一二三"]


def test_a_notice_that_encloses_a_ruling_is_one_entry() -> None:
    (entry,) = split(
        document(
            "各党总支：", "现将《某办法》印发给你们。", "# 某办法",
            "第一条 甲。", "第二条 乙。", "第三条 丙。",
            title="关于印发《某办法》的通知",
        )
    )  # fmt: skip
    assert entry.title == "关于印发《某办法》的通知"
    assert entry.paragraphs[0].text == "各党总支："
    assert sum(bool(paragraph.anchor) for paragraph in entry.paragraphs) == 3


def test_an_article_that_cites_articles_is_no_policy() -> None:
    texts = ["第三条规定的职责很重要。", "第七条明确了办法。", "第九条也是如此。"]
    (entry,) = split(document(*texts, title="学习体会"))
    assert str(entry.kind) == "article"
