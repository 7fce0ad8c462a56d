from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

import pytest

from casebase.document import Metadata
from casebase.entry import Entry, Evidence, Fact, Kind, Paragraph, Policy, Role
from casebase.writing.citation import (
    Edition,
    Order,
    Source,
    Type,
    bibtex,
    cite,
    in_text,
    listed,
    ris,
    source_of,
)

READ = date(2026, 11, 20)
PAPER = Source(
    type=Type.JOURNAL,
    authors=("江海宁", "陆一舟"),
    title="码头上的党课：一种现场教学的尝试",
    container="望岳学报",
    date="2024",
    volume="12",
    issue="3",
    pages="15-18",
)
NEWS = Source(
    type=Type.NEWSPAPER,
    authors=("江海宁", "陆一舟", "方圆", "苗青"),
    title="一张长桌两百道难题",
    container="望岳日报",
    date="2023-05-12",
    issue="3",
)
CASE = Source(
    type=Type.REPORT,
    authors=("望岳职业技术大学",),
    title="把支部建在船上",
    whole="望岳职业技术大学质量年报（2023年度）",
    whole_authors=("望岳职业技术大学",),
    publisher="望岳职业技术大学",
    date="2023",
    pages="12-14",
)
PAGE = Source(
    type=Type.WEB,
    authors=("望岳市教育局",),
    title="样板支部这样建",
    date="2024-01-09",
    url="https://wangyue.example/a?b=1",
)
RULING = Source(
    type=Type.OTHER,
    authors=("望岳省教育厅",),
    title="关于公布样板支部名单的通知",
    number="望教党〔2024〕7号",
    date="2024-03-01",
)


@pytest.mark.parametrize(
    ("source", "edition", "text"),
    [
        (
            PAPER,
            Edition.OF_2025,
            (
                "江海宁，陆一舟. 码头上的党课：一种现场教学的尝试[J]. "
                "望岳学报，2024，12（3）：15-18."
            ),
        ),
        (
            PAPER,
            Edition.OF_2015,
            (
                "江海宁, 陆一舟. 码头上的党课: 一种现场教学的尝试[J]. "
                "望岳学报, 2024, 12(3): 15-18."
            ),
        ),
        (
            NEWS,
            Edition.OF_2025,
            (
                "江海宁，陆一舟，方圆，等. 一张长桌两百道难题[N]. "
                "望岳日报，2023-05-12（3）."
            ),
        ),
        (
            CASE,
            Edition.OF_2025,
            (
                "望岳职业技术大学. 把支部建在船上[R]//望岳职业技术大学. "
                "望岳职业技术大学质量年报（2023年度）. 望岳职业技术大学，2023：12-14."
            ),
        ),
        (
            PAGE,
            Edition.OF_2025,
            (
                "望岳市教育局. 样板支部这样建[EB/OL]. （2024-01-09）[2026-11-20]. "
                "https://wangyue.example/a?b=1."
            ),
        ),
        (
            RULING,
            Edition.OF_2025,
            (
                "望岳省教育厅. 关于公布样板支部名单的通知：望教党〔2024〕7号[Z]. "
                "2024-03-01."
            ),
        ),
        (
            replace(RULING, authors=(), number="", title="望岳省学前教育条例"),
            Edition.OF_2025,
            "望岳省学前教育条例[Z]. 2024-03-01.",
        ),
    ],
)
def test_references_have_the_form_of_the_standard(
    source: Source, edition: Edition, text: str
) -> None:
    citation = cite(source, READ, edition)
    assert citation.text == text
    assert citation.missing == ()


def test_by_author_and_year_the_year_stands_in_front() -> None:
    text = cite(PAPER, READ, order=Order.AUTHOR_YEAR).text
    assert text.startswith("江海宁，陆一舟，2024. 码头上的党课")
    assert "望岳学报，12（3）：15-18" in text
    assert in_text(PAPER, 4, Order.AUTHOR_YEAR) == "（江海宁等，2024）"
    assert in_text(PAPER, 4) == "[4]"


@pytest.mark.parametrize(
    ("source", "missing"),
    [
        (replace(PAPER, container="", pages=""), {"刊名", "页码"}),
        (replace(PAPER, volume="", issue=""), {"期号"}),
        (replace(NEWS, issue="", date=""), {"版次", "日期"}),
        (replace(PAGE, url=""), {"网址"}),
        (replace(CASE, authors=(), date=""), {"责任者", "年份"}),
    ],
)
def test_what_nobody_knows_is_shown_as_missing(
    source: Source, missing: set[str]
) -> None:
    citation = cite(source, READ)
    assert set(citation.missing) == missing
    assert all(f"〔{name}缺〕" in citation.text for name in missing)


def test_the_list_is_numbered_as_it_comes_or_goes_by_author() -> None:
    texts = [cite(NEWS, READ), cite(CASE, READ)]
    assert listed(texts)[1].startswith("[2] 望岳职业技术大学")
    again = [cite(it, READ, order=Order.AUTHOR_YEAR) for it in (NEWS, CASE, NEWS)]
    assert len(listed(again, Order.AUTHOR_YEAR)) == 2


def test_bibtex_escapes_what_it_would_read_as_its_own() -> None:
    text = bibtex(replace(PAPER, title="100%_满意{#1}"), "wangyue2024")
    assert text.startswith("@article{wangyue2024,\n")
    assert "author = {{江海宁} and {陆一舟}}" in text
    assert r"title = {100\%\_满意\{\#1\}}" in text
    assert "pages = {15--18}" in text


def test_ris_has_a_tag_a_line_and_an_end() -> None:
    lines = ris(replace(PAPER, title="两行\n标题")).split("\r\n")
    assert lines[0] == "TY  - JOUR"
    assert lines[1:3] == ["AU  - 江海宁", "AU  - 陆一舟"]
    assert "TI  - 两行 标题" in lines
    assert lines[-2:] == ["ER  - ", ""]


@dataclass(frozen=True)
class Card:
    """What is known of a document."""

    title: str
    subtitle: str = ""
    format: str = "pdf"
    metadata: Metadata = field(default_factory=Metadata)


def entry(title: str, genre: str, *lines: str, kind: Kind = Kind.ARTICLE) -> Entry:
    proof = (Evidence("document", 0, 0, "", "made.up"),)
    facts = [Fact("genre", genre, proof), Fact("school", "望岳职业技术大学", proof)]
    return Entry(
        id="0123456789abcdef-1",
        document_id="0123456789abcdef",
        document="a.pdf",
        document_title="",
        subtitle="",
        kind=kind,
        number=None,
        title=title,
        path=(),
        pages=(3, 5),
        paragraphs=tuple(Paragraph(line, Role.NOTE) for line in lines),
        facts=tuple(facts),
    )


def test_authors_are_those_who_sign() -> None:
    found = entry("码头上的党课", "期刊论文", "江海宁", "望岳职业技术大学，海宁 100000")
    assert source_of(found, Card("码头上的党课")).authors == ("江海宁",)
    named = Card("码头上的党课", metadata=Metadata(author="本报记者：陆一舟、方圆"))
    assert source_of(found, named).authors == ("陆一舟", "方圆")


@pytest.mark.parametrize(
    ("said", "container", "volume", "issue"),
    [
        ("《望岳学报》2024年第12卷第3期", "望岳学报", "12", "3"),
        ("《望岳学报》2024年第3期", "望岳学报", "", "3"),
        ("望岳学报", "望岳学报", "", ""),
        ("", "", "", ""),
    ],
)
def test_a_journal_says_its_issue(
    said: str, container: str, volume: str, issue: str
) -> None:
    card = Card("码头上的党课", metadata=Metadata(source=said))
    source = source_of(entry("码头上的党课", "期刊论文"), card)
    assert (source.container, source.volume, source.issue) == (container, volume, issue)
    assert source.pages == "3-5"


def test_a_section_of_a_report_is_cited_within_it() -> None:
    found = entry("（一）把支部建在船上", "质量年报", kind=Kind.SECTION)
    source = source_of(found, Card("质量年报", subtitle="2023年度"))
    assert source.title == "把支部建在船上"
    assert source.whole == "质量年报：2023年度"
    assert source.type is Type.REPORT


@pytest.mark.parametrize(
    ("genre", "card", "kind"),
    [
        ("新闻", Card("题", metadata=Metadata(source="望岳日报")), Type.NEWSPAPER),
        ("新闻", Card("题", format="html"), Type.WEB),
        ("通知", Card("题", metadata=Metadata(url="https://a.example/")), Type.WEB),
        ("通知", Card("题"), Type.OTHER),
        ("公众号文章", Card("题", format="html"), Type.WEB),
    ],
)
def test_what_a_source_is(genre: str, card: Card, kind: Type) -> None:
    assert source_of(entry("题", genre), card).type is kind


def test_a_ruling_paper_has_its_number_and_its_issuer() -> None:
    found = entry("关于公布名单的通知", "通知")
    own = Policy("关于公布名单的通知", "望教党〔2024〕7号", "望岳省教育厅")
    proof = Evidence("document", 0, 0, "", "made.up")
    facts = (*found.facts, Fact("policies", own, (proof,)))
    source = source_of(replace(found, facts=facts), Card("关于公布名单的通知"))
    assert source.number == "望教党〔2024〕7号"
    assert source.authors == ("望岳省教育厅",)
