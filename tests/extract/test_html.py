"""Web pages: the article, its title and what the page says of it, and nothing else."""

from __future__ import annotations

import pytest

from casebase.document import Layout, Line, Metadata
from casebase.errors import UnreadableFileError
from tests.extract.making import Read

A = "青禾职业学院党委坚持把支部建在专业上，推动党建工作与教育教学同频共振，成效明显。"
B = "学校建立党员示范岗，组织骨干教师下企业、进社区，为师生和群众办实事，受到好评。"
C = "下一步，学校将总结经验、完善机制，努力形成更多可复制、可推广的做法。"
TITLE = "支部建在专业上 红旗插在实训室"
NAV = "".join(f"<li><a href='/{n}'>栏目{n}</a></li>" for n in range(12))
FOOT = (
    "<div class='bq'>版权所有：青禾职业学院　地址：云川市学府路1号，邮编：650000。"
    "技术支持：某某公司</div>"
)


def body(layout: Layout) -> list[str]:
    """The lines after the title."""
    first, *rest = layout.pages[0].lines
    assert first == Line(layout.metadata.title, level=1)
    return [line.text for line in rest]


def page(inner: str, head: str = f"<title>{TITLE}-青禾职业学院新闻网</title>") -> bytes:
    return (
        f"<!DOCTYPE html><html><head>{head}</head><body>{inner}</body></html>".encode()
    )


ARTICLES = {
    "known container": f"<ul>{NAV}</ul><h1>{TITLE}</h1>"
    f"<div class='v_news_content'><p>{A}</p><p>{B}</p><p>{C}</p></div>{FOOT}",
    "hidden container": f"<h1 id='activity-name'>{TITLE}</h1>"
    "<div id='js_content' style='visibility: hidden;'>"
    f"<section><p><span>点击上方</span><span>蓝字</span><span>关注我们</span></p></section>"
    f"<section><section><p>{A}</p></section></section><section><p>{B}</p></section>"
    f"<p>{C}</p><p>—END—</p><p>编辑｜小禾 审核｜老禾</p>"
    "<p>长按识别二维码，关注我们</p></div>",
    "nested tables and breaks": f"<table><tr><td><table><tr><td>{NAV}</td></tr></table>"
    f"</td></tr><tr><td><table><tr><td class='title'>{TITLE}</td></tr><tr><td>"
    f"　　{A}<br><br>　　{B}<br/>　　{C}</td></tr></table></td></tr>"
    f"<tr><td>{FOOT}</td></tr></table>",
    "paragraphs as divisions": f"<form><div id='top'>{NAV}</div><div class='main'>"
    f"<h2 class='tit'>{TITLE}</h2><div class='text'><div>{A}</div><div>{B}</div>"
    f"<div>{C}</div></div></div>{FOOT}</form>",
    "an article element": f"<nav>{NAV}</nav><main><article><header><h1>{TITLE}</h1>"
    f"<p>2024-05-03 来源：青禾学院</p></header><p>{A}</p><p>{B}</p><p>{C}</p>"
    f"<footer>分享到：微信</footer></article><aside><p>{B}{B}</p></aside></main>{FOOT}",
    "a part with an unlucky name": f"<h1>{TITLE}</h1><div class='share-main comment'>"
    f"<p>{A}</p><p>{B}</p><p>{C}</p></div><div class='related'><p>{NAV}</p></div>",
    "related links": f"<h1>{TITLE}</h1><div class='show'><p>{A}</p><p>{B}</p>"
    f"<p>{C}</p><p>上一篇：旧闻</p><h3>相关新闻</h3><p>别的新闻标题</p></div>{FOOT}",
    "credits": f"<h1>{TITLE}</h1><div class='show'><p>发布时间：2024-05-03 浏览：12</p>"
    f"<p>{A}</p><p>{B}</p><p>{C}</p><p>机电支部供稿 摄影/林远 编辑/周宁</p>"
    "<p>责任编辑：周宁</p></div>",
}


@pytest.mark.parametrize("name", ARTICLES)
def test_the_article_alone_is_read(read: Read, name: str) -> None:
    layout = read("新闻.html", page(ARTICLES[name]))
    assert layout.metadata.title == TITLE
    assert body(layout) == [A, B, C]
    assert layout.flowing


def test_a_page_without_markup_in_its_body_keeps_its_line_breaks(read: Read) -> None:
    assert body(read("a.html", page(f"\n{A}\n\n{B}\n{C}\n"))) == [A, B, C]


def test_a_short_notice_is_found(read: Read) -> None:
    inner = f"<ul>{NAV * 5}</ul><h1>{TITLE}</h1><div id='zoom'><p>{C}</p></div>{FOOT}"
    assert body(read("a.html", page(inner))) == [C]


def test_a_signature_after_a_lone_paragraph_is_kept(read: Read) -> None:
    inner = (
        f"<h1>{TITLE}</h1><div><p>{A}{B}</p><p>党委办公室</p><p>2024年5月3日</p></div>"
    )
    assert body(read("a.html", page(inner)))[-2:] == ["党委办公室", "2024年5月3日"]


def test_whatever_encoding_is_declared(read: Read) -> None:
    declared = "<meta charset='gb2312'><title>支部建在专业上</title>"
    text = page(f"<p>{A}</p>", declared).decode()
    for encoding in ("utf-8", "gb18030", "utf-8-sig"):
        assert body(read("a.html", text.encode(encoding))) == [A]


def test_inline_parts_join_and_source_breaks_vanish(read: Read) -> None:
    inner = f"<p>  党<b>建</b>引\n  领&nbsp;<i>red</i>\n flag{A}</p>"
    assert body(read("a.html", page(inner)))[0] == f"党建引领 red flag{A}"


def test_headings_keep_their_level_and_tables_their_cells(read: Read) -> None:
    inner = (
        f"<h1>{TITLE}</h1><div class='TRS_Editor'><h2>一、做法</h2><p>{A}</p><table>"
        "<tr><th>支部</th><th>品牌</th></tr><tr><td>机电<br>支部</td><td>双带头</td></tr>"
        f"</table><h3>（一）成效</h3><p>{B}</p></div>"
    )
    assert read("a.html", page(inner)).pages[0].lines[1:] == (
        Line("一、做法", level=2),
        Line(A),
        Line("", rows=(("支部", "品牌"), ("机电 支部", "双带头")), header=1),
        Line("（一）成效", level=3),
        Line(B),
    )


def test_a_table_that_lays_out_the_page_is_no_table(read: Read) -> None:
    inner = f"<table><tr><td>左</td><td><p>{A}</p><p>{B * 8}</p></td></tr></table>"
    assert not any(line.rows for line in read("a.html", page(inner)).pages[0].lines)


def test_code_and_hidden_parts_are_no_text(read: Read) -> None:
    inner = (
        f"<div><p>{A}</p><script>var x='秘密';</script><style>.x{{}}</style>"
        f"<!-- 秘密 --><p style='display:none'>秘密</p>"
        f"<noscript>秘密</noscript><p>{B}</p></div>"
    )
    assert body(read("a.html", page(inner))) == [A, B]


@pytest.mark.parametrize(
    ("head", "inner", "said"),
    [
        (
            (
                "<title>随便</title><meta name='ArticleTitle' content='支部建在专业上'>"
                "<meta name='PubDate' content='2024-05-03 08:00'>"
                "<meta name='ContentSource' content='青禾学院'>"
                "<meta name='author' content='林远'>"
                "<meta name='url' content='https://qh.example/1.htm'>"
            ),
            "",
            Metadata(
                "支部建在专业上",
                "林远",
                "青禾学院",
                "2024-05-03",
                "https://qh.example/1.htm",
                site="随便",
            ),
        ),
        (
            (
                "<title>支部建在专业上_要闻_青禾职业学院</title>"
                "<link rel='canonical' href='/1.htm'>"
            ),
            (
                "<div class='info'><span>发布时间：2024年5月3日</span>"
                "<span>来源：<em>宣传部</em>"
                "</span><span>作者：林远</span><span>浏览：3</span></div>"
            ),
            Metadata(
                "支部建在专业上",
                "林远",
                "宣传部",
                "2024-05-03",
                site="要闻_青禾职业学院",
            ),
        ),
        (
            "<title>青禾职业学院</title>",
            "<h4>支部建在专业上</h4><p>新华社</p><p>2024-05-03 10:20</p>",
            Metadata("支部建在专业上", "", "新华社", "2024-05-03", site="青禾职业学院"),
        ),
        (
            "<title></title><meta property='og:title' content='支部建在专业上'>",
            "<a id='js_name'>青禾学院</a><em id='publish_time'>2024-05-03</em>",
            Metadata("支部建在专业上", "", "青禾学院", "2024-05-03"),
        ),
        ("<title>支部建在专业上</title>", "", Metadata("支部建在专业上")),
        ("", "", Metadata()),
    ],
)
def test_what_the_page_says(read: Read, head: str, inner: str, said: Metadata) -> None:
    article = f"<div class='v_news_content'><p>{A}</p><p>{B}</p></div>"
    assert read("a.html", page(inner + article, head)).metadata == said


def test_a_page_that_is_cut_off_is_told(read: Read) -> None:
    whole = page(f"<p>{A}</p><p>{B}</p>")
    assert read("a.html", whole).notices == ()
    cut = whole.removesuffix(b"</p></body></html>")
    (notice,) = read("a.html", cut).notices
    assert "不完整" in notice.message


def test_markup_that_is_all_wrong_still_gives_its_text(read: Read) -> None:
    broken = f"<html><body><div><p>{A}<div></span><td>{B}</b></p><table><p>{C}</html>"
    text = "".join(line.text for line in read("a.html", broken.encode()).pages[0].lines)
    assert A in text
    assert B in text
    assert C in text


def test_deep_nesting_is_read_or_refused(read: Read) -> None:
    deep = "<div>" * 2000 + f"<p>{A}</p>" + "</div>" * 2000
    try:
        layout = read("a.html", page(deep))
    except UnreadableFileError:
        return
    assert body(layout) == [A]


def test_the_foot_says_whose_site_it_is(read: Read) -> None:
    foot = "版权所有　青禾职业学院　地址：河南省周口市麦香路8号"
    inner = (
        f"<script>// 版权所有 某公司</script><p>{A}</p><p>{B}</p>"
        f"<footer><p>{foot}</p></footer>"
    )
    said = read("a.html", page(inner)).metadata
    assert said.site.split("\u3000")[1:] == [foot.replace("\u3000", " ")]


@pytest.mark.parametrize(
    ("inner", "medium"),
    [
        ("<h1 id='activity-name'>支部</h1><div id='js_content'>{}</div>", "微信公众号"),
        ("<h1 class='rich_media_title'>支部</h1><p id='js_content'>{}", "微信公众号"),
        # pasted into a site of its own
        ("<h1>支部建在专业上</h1><div id='js_content'>{}</div>", ""),
        ("<div class='v_news_content'>{}</div>", ""),
    ],
)
def test_a_page_of_wechat_is_known_by_its_build(
    read: Read, inner: str, medium: str
) -> None:
    built = page(inner.format(f"<p>{A}</p><p>{B}</p>"))
    assert read("a.html", built).metadata.medium == medium
