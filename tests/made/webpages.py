"""Web pages as systems of schools and authorities make them."""

# ruff: noqa: E501, W291 - the markup stands as those systems write it

from __future__ import annotations

import base64
from collections.abc import Callable, Sequence
from dataclasses import replace
from html import escape

from tests.made.making import Article, Bench, Extras, Made, article, truth_from
from tests.made.prose import Writer

Parts = Sequence[tuple[str, str]]
NAVIGATION = ("学校首页", "机构设置", "组织工作", "宣传思想", "纪检监察", "下载专区")
AROUND = ("版权所有：栖霞岭党建网", "技术支持：云岫网络", "您是第20418位访客")


def _date(writer: Writer) -> tuple[str, str]:
    year, month, day = writer.date()
    return f"{year}-{month:02}-{day:02}", f"{year}年{month}月{day}日"


def _menu() -> str:
    items = "".join(
        f'<li><a href="/{n}.htm">{it}</a></li>' for n, it in enumerate(NAVIGATION)
    )
    return f"<ul>{items}</ul>"


def _others(writer: Writer) -> tuple[str, list[str]]:
    titles = [writer.filled("关于{thing}的第{n}期简讯") for _ in range(6)]
    items = "".join(
        f'<li><a href="/x/{n}.htm">{it}</a></li>' for n, it in enumerate(titles)
    )
    return f"<ul>{items}</ul>", titles


def _paragraphs(parts: Parts, form: Callable[[str, str], str]) -> str:
    return "\n".join(form(what, escape(text)) for what, text in parts)


def _made(
    name: str, html: str, written: Article, extras: Extras, encoding: str = "utf-8"
) -> Made:
    data = html.encode(encoding, "xmlcharrefreplace")
    parts = [written.title, *(text for _, text in written.parts), *extras.tail]
    return Made(name, data, truth_from(written.title, parts, extras))


def _article(writer: Writer) -> Article:
    return replace(article(writer, 900, 3, marks="一"), subtitle="")


def school_site(bench: Bench) -> Made:
    """A school's news page (#vsb_content), with a table, in whatever encoding."""
    writer = bench.writer
    written, (iso, shown) = _article(writer), _date(writer)
    others, titles = _others(writer)
    rows = writer.rows(4)
    cells = "".join(
        "<tr>"
        + "".join(f"<td><p><span>{escape(cell)}</span></p></td>" for cell in row)
        + "</tr>"
        for row in rows
    )

    def form(what: str, text: str) -> str:
        strong = f"<strong>{text}</strong>" if what == "heading" else text
        return f'<p style="text-indent:2em"><span style="font-family:仿宋">{strong}</span></p>'

    encoding = bench.random.choice(["utf-8", "gb18030"])
    declared = bench.random.choice(["utf-8", "gb2312", ""])
    charset = f'<meta charset="{declared}">' if declared else ""
    html = f"""<!DOCTYPE html><html><head>{charset}<title>{written.title}-栖霞岭党建网</title>
<meta name="pageType" content="3"><script>var a = "<p>不是正文的脚本文字</p>";</script>
</head><body><div class="header">{_menu()}</div>
<div class="position">当前位置：<a href="/">首页</a> &gt;&gt; <a href="/dj">党建动态</a> &gt;&gt; 正文</div>
<form name="_newscontent_fromname"><div class="cont-tit"><h3>{written.title}</h3>
<p><span>发布时间：{shown}</span>　<span>作者：{writer.filled("{name}")}</span>　
<span>来源：党委宣传部</span>　<span>点击：[<script>_showDynClicks("x")</script>]</span></p></div>
<div id="vsb_content_2"><div class="v_news_content">{_paragraphs(written.parts, form)}
<table border="1"><tbody>{cells}</tbody></table></div></div>
<p>【<a href="javascript:window.close()">关闭</a>】</p>
<p>上一条：<a href="/p.htm">{titles[0]}</a> 下一条：<a href="/n.htm">{titles[1]}</a></p></form>
<div class="side"><h4>热点新闻</h4>{others}</div><div class="foot">{"<br>".join(AROUND)}</div></body></html>"""
    extras = Extras(
        forbidden=[
            *NAVIGATION,
            *AROUND,
            *titles,
            "当前位置",
            "关闭",
            "脚本文字",
            "点击：",
        ],
        tables=[rows],
        date=iso,
        tail=[cell for row in rows for cell in row],
    )
    return _made("school-site.html", html, written, extras, encoding)


def campus_system(bench: Bench) -> Made:
    """Another system's page (.wp_articlecontent), its paragraphs in nested spans."""
    writer = bench.writer
    written, (iso, _) = _article(writer), _date(writer)
    others, titles = _others(writer)

    def form(what: str, text: str) -> str:
        pieces = "".join(
            f"<span>{text[n : n + 9]}</span>" for n in range(0, len(text), 9)
        )
        return f'<p class="{what}"><span style="color:#333">{pieces}</span></p>'

    html = f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<title>{written.title}</title></head><body><div id="nav">{_menu()}</div>
<div class="article"><h1 class="arti_title">{written.title}</h1>
<p class="arti_metas"><span class="arti_publisher">发布者：组织部</span>
<span class="arti_update">发布时间：{iso}</span><span class="arti_views">浏览次数：
<span class="WP_VisitCount">318</span></span></p>
<div class="entry"><div class="read"><div class="wp_articlecontent">{_paragraphs(written.parts, form)}
<p>（编辑：{writer.filled("{name}")}　审核：{writer.filled("{name}")}）</p>
<p>分享到：<a>微信</a><a>微博</a><a>QQ空间</a></p></div></div></div></div>
<div class="rel"><h3>相关新闻</h3>{others}</div><div id="footer">{" ".join(AROUND)}</div></body></html>"""
    extras = Extras(
        forbidden=[
            *NAVIGATION,
            *AROUND,
            *titles,
            "浏览次数",
            "分享到",
            "QQ空间",
            "编辑:",
        ],
        date=iso,
    )
    return _made("campus-system.html", html, written, extras)


def authority(bench: Bench) -> Made:
    """An authority's page: meta tags, TRS_Editor, print and close buttons."""
    writer = bench.writer
    written, (iso, _) = _article(writer), _date(writer)
    others, titles = _others(writer)

    def form(what: str, text: str) -> str:
        del what
        return f'<p align="justify">　　{text}</p>'

    html = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{written.title}_栖霞岭教育厅</title>
<meta name="ArticleTitle" content="{written.title}"><meta name="PubDate" content="{iso} 09:31">
<meta name="ContentSource" content="栖霞岭教育厅"><meta name="SiteName" content="栖霞岭教育厅"></head>
<body><div class="top">{_menu()}</div><div class="bread">您所在的位置：首页 &gt; 工作动态</div>
<div class="xl-main"><div class="xl-title">{written.title}</div>
<div class="xl-info">日期：{iso} 来源：栖霞岭教育厅 字体：<a>大</a> <a>中</a> <a>小</a></div>
<div class="xl-text"><div class="view TRS_UEDITOR trs_paper_default trs_web"><style>.TRS_Editor P{{color:red}}</style>
{_paragraphs(written.parts, form)}</div></div>
<div class="xl-bottom"><a>打印本页</a> <a>关闭窗口</a> 扫一扫在手机打开当前页</div>
<div class="related"><h2>相关文章</h2>{others}</div></div>
<div class="footer">{"<p>".join(AROUND)}　网站标识码：3300000088</div></body></html>"""
    extras = Extras(
        forbidden=[
            *NAVIGATION,
            *AROUND,
            *titles,
            "打印本页",
            "扫一扫",
            "您所在的位置",
            "color:red",
        ],
        date=iso,
    )
    return _made("authority.html", html, written, extras)


def account(bench: Bench) -> Made:
    """An article of a 公众号: hidden until shown, each clause in its own span."""
    writer = bench.writer
    written, (iso, _) = _article(writer), _date(writer)

    def form(what: str, text: str) -> str:
        clauses = text.replace("，", "，\0").split("\0")
        inner = "".join(f'<span leaf=""><span>{it}</span></span>' for it in clauses)
        if what == "heading":
            return (
                f"<section><section><p><strong>{inner}</strong></p></section></section>"
            )
        return f"<section><section style='line-height:2em'>{inner}</section></section>"

    html = f"""<!DOCTYPE html><html><head><meta charset="utf-8">
<meta property="og:title" content="{written.title}"><meta property="og:site_name" content="微信公众平台">
</head><body><div id="js_article"><h1 class="rich_media_title" id="activity-name">
{written.title}</h1><div id="meta_content"><span class="rich_media_meta_text">党委宣传部</span>
<a id="js_name">云岫职院</a><em id="publish_time"></em></div>
<div class="rich_media_content" id="js_content" style="visibility: hidden; opacity: 0;">
<section><p>点击蓝字 关注我们</p></section>{_paragraphs(written.parts, form)}
<section><p>END</p></section><section><p>图文 | {writer.filled("{name}")}</p><p>责编 | {writer.filled("{name}")}</p></section>
<section><p>长按二维码关注我们</p><p>点个“在看”再走吧</p></section></div>
<div id="js_pc_qr_code"><p>微信扫一扫<br>关注该公众号</p></div></div>
<script>var createTime = '{iso} 18:05';var nickname = "云岫职院";</script></body></html>"""
    extras = Extras(
        forbidden=["关注我们", "微信扫一扫", "在看", "责编|", "createTime"], date=iso
    )
    return _made("account.html", html, written, extras)


def old_tables(bench: Bench) -> Made:
    """Tables in tables, line breaks for paragraphs, GBK without a word about it."""
    writer = bench.writer
    written, (iso, shown) = _article(writer), _date(writer)
    others, titles = _others(writer)
    lines = "<br>\n<br>".join(
        f"&nbsp;&nbsp;&nbsp;&nbsp;{escape(text)}" for _, text in written.parts
    )
    links = "".join(f"<tr><td>·<a href=#>{it}</a></td></tr>" for it in titles)
    html = f"""<html><head><title>栖霞岭党建网</title></head><body bgcolor=#ffffff>
<table width=960><tr><td colspan=2>{" | ".join(f"<a href=#>{it}</a>" for it in NAVIGATION)}</td></tr>
<tr><td width=200 valign=top><table>{links}</table></td><td><table width=100%>
<tr><td align=center><font size=5 color=red><b>{written.title}</b></font></td></tr>
<tr><td align=center>发布日期：{shown}　阅读次数：<b>512</b></td></tr>
<tr><td><font size=3>{lines}</font></td></tr><tr><td align=right><a href=#>返回上页</a></td></tr>
</table></td></tr><tr><td colspan=2 align=center>{" ".join(AROUND)}</td></tr></table></body></html>"""
    del others
    extras = Extras(
        forbidden=[*NAVIGATION, *AROUND, *titles, "返回上页", "阅读次数"], date=iso
    )
    return _made("old-tables.html", html, written, extras, "gb18030")


def nobodys_system(bench: Bench) -> Made:
    """Class names that tell nothing; paragraphs are bare divs."""
    writer = bench.writer
    written, (iso, shown) = _article(writer), _date(writer)
    others, titles = _others(writer)

    def form(what: str, text: str) -> str:
        return f"<h4>{text}</h4>" if what == "heading" else f"<div>{text}</div>"

    html = f"""<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8">
<title>{written.title} | 云岫职业学院</title></head><body><nav>{_menu()}</nav><main>
<div class="c1"><h1>{written.title}</h1><div class="c2"><time datetime="{iso}">{shown}</time>
<span>阅读 1.2万</span></div><div class="c3">{_paragraphs(written.parts, form)}</div>
<div class="c4"><span>点赞</span><span>收藏</span><span>举报</span></div></div>
<aside><h3>猜你喜欢</h3>{others}</aside></main><footer>{"".join(f"<p>{it}</p>" for it in AROUND)}</footer>
</body></html>"""
    extras = Extras(
        forbidden=[*NAVIGATION, *AROUND, *titles, "猜你喜欢", "举报", "阅读1.2万"],
        date=iso,
    )
    return _made("nobodys-system.html", html, written, extras)


def archived(bench: Bench) -> Made:
    """A page that a browser saved with all that belongs to it (.mht)."""
    inner = authority(bench)
    body = base64.encodebytes(inner.data)
    data = (
        b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;"
        b' type="text/html"; boundary="----b"\r\n\r\n------b\r\nContent-Type: text/html\r\n'
        b"Content-Transfer-Encoding: base64\r\n\r\n" + body + b"\r\n------b\r\n"
        b"Content-Type: text/css\r\n\r\nbody { color: red }\r\n------b--\r\n"
    )
    return Made("archived.mht", data, inner.truth)


MAKERS = (
    school_site,
    campus_system,
    authority,
    account,
    old_tables,
    nobodys_system,
    archived,
)
