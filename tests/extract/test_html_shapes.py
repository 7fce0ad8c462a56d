"""One invented article as pages of differently built sites show it."""

from __future__ import annotations

import pytest

from casebase.document import Layout
from casebase.extract import html

TITLE = "把支部建到产业链上"
SUBTITLE = "——雁栖职业技术学院党建工作纪实"
BODY = (
    "学院党委坚持把支部建在专业上，先后成立十二个教师党支部和红帆先锋队，让党员在急难险重的任务面前顶得上去。",
    "一、强化引领",
    "支部每季度召开一次会商会，听取各小组汇报，逐项研究堵点难点，办结率逐年提高，形成了可推广的经验。",
    "二、深化融合",
    "面向未来，学院将继续完善协同机制，努力培养更多懂技术会创新的人才，为区域发展作出新的贡献。",
)
MENU = "".join(
    f"<a href='{n}.htm'>{name}</a> "
    for n, name in enumerate(("首页", "学校概况", "党建工作", "人才培养", "招生就业"))
)
RELATED = (
    "<div><div>相关阅读</div><ul>"
    + "".join(
        f"<li><a href='{n}'>{name}</a><span>2024-03-0{n}</span></li>"
        for n, name in enumerate(("我校召开会议", "学院开展主题党日", "支部换届"), 1)
    )
    + "</ul></div>"
)
SHARE = "<div>分享到：<a>微信</a><a>微博</a><a>QQ空间</a></div>"
DATED = "发布时间：2024年3月5日 浏览次数：<span>23</span>"


def around(inner: str, title: str = f"{TITLE}-雁栖职业技术学院党委组织部") -> str:
    foot = "<div>版权所有：雁栖职业技术学院 地址：某市某路1号 京ICP备12345号</div>"
    return (
        f"<html><head><title>{title}</title></head><body><div><div>{MENU}</div></div>"
        f"{inner}<div>{foot}</div></body></html>"
    )


def each(pattern: str) -> str:
    return "".join(pattern.format(text) for text in BODY)


SHAPES = {
    "divs": around(
        f"<div><div><div>{TITLE}</div><div>{DATED}</div>"
        f"<div>{each('<div>　　{}</div>')}</div>{SHARE}{RELATED}</div></div>"
    ),
    "line breaks in a table": around(
        f"<table><tr><td><font size=5>{TITLE}</font></td></tr><tr><td>{DATED}</td></tr>"
        f"<tr><td>{each('&nbsp;&nbsp;&nbsp;&nbsp;{}<br><br>')}（责任编辑：李四）</td></tr></table>{RELATED}"
    ),
    "bare paragraphs": around(
        f"<h2>{TITLE}</h2><p>{DATED}</p>{each('<p>{}</p>')}"
        f"<p>上一篇：<a>我校</a></p><p>下一篇：<a>学院</a></p>{RELATED}"
    ),
    "bold title, path above": around(
        f"<div><ul>{MENU}</ul></div><div><div>当前位置：<a>首页</a> &gt; 正文</div>"
        f"<p><strong>{TITLE}</strong></p><p>{DATED}</p>{each('<p><span>{}</span></p>')}{SHARE}</div>"
    ),
    "nested tables": around(
        f"<table><tr><td><table><tr><td><b>{TITLE}</b></td></tr><tr><td>{DATED}</td></tr>"
        f"<tr><td><table><tr><td>{each('<p>{}</p>')}</td></tr></table></td></tr></table></td>"
        f"<td>{RELATED}</td></tr></table>"
    ),
}


def said(layout: Layout) -> list[str]:
    return [line.text for page in layout.pages for line in page.lines]


@pytest.mark.parametrize("shape", SHAPES)
def test_the_article_alone_is_read(shape: str) -> None:
    layout = html.read(SHAPES[shape])
    assert layout.metadata.title == TITLE
    assert layout.metadata.date == "2024年3月5日"
    assert [text.strip() for text in said(layout)] == [TITLE, *BODY]


@pytest.mark.parametrize(
    ("title", "inner"),
    [
        (f"{TITLE}{SUBTITLE}_雁栖职业技术学院", f"<h1>{TITLE}</h1>"),
        (f"{TITLE}_雁栖职业技术学院", f"<div>{TITLE}</div><div>{SUBTITLE}</div>"),
    ],
    ids=["stated", "shown"],
)
def test_a_subtitle_above_the_article_is_kept(title: str, inner: str) -> None:
    page = around(f"{inner}<div>{each('<p>{}</p>')}</div>", title)
    assert html.read(page).metadata.title == TITLE + SUBTITLE


def test_the_name_of_a_site_is_no_title() -> None:
    page = around(f"<div>{each('<p>{}</p>')}</div>", "党委组织部")
    assert html.read(page).metadata.title == ""


def test_a_title_with_a_space_is_kept_whole() -> None:
    page = around(f"<div>{each('<p>{}</p>')}</div>", "红帆领航 匠心育人-雁栖新闻网")
    assert html.read(page).metadata.title == "红帆领航 匠心育人"
