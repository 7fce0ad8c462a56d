"""Pages of many more makes: a title without a mark, text in cells, comments, prints."""

# ruff: noqa: E501  markup cannot be broken where its lines end

from __future__ import annotations

from tests.extract.pages.invented import (
    BODY,
    ELSEWHERE,
    LAST,
    MENU,
    NEWS,
    SCHOOL,
    TITLE,
    Made,
    document,
    paragraphs,
)

ALL: dict[str, Made] = {}
ALL["guangming"] = Made(
    document(
        f"<div class='g-nav'>{MENU}</div><div class='g-main'><div class='m-title-box'><h1 class='u-title'>{TITLE}</h1><div class='m-con-time'>2023-05-04 10:30</div><div class='m-con-source'>来源：<a>澄江观察</a></div></div><div class='u-mainText'>{paragraphs()}<div class='m-zbTool'>责任编辑：方远</div></div><div class='m_share'>分享到</div></div>"
    ),
    source="澄江观察",
)
ALL["logo h1"] = Made(
    document(
        f"<div class='header'><h1 class='logo'><a href='/'>{SCHOOL}</a></h1><h2>党委宣传部</h2></div><ul>{MENU}</ul><div class='main'><div class='lefter'><h2>部门概况</h2><ul>{MENU}</ul></div><div class='righter'><div class='show_t'>{TITLE}</div><div class='show_d'>2023年5月4日 08:30　宣传部　点击：[12]</div><div class='show_c'>{paragraphs('<div>　　{}</div>')}</div></div></div>",
        title=SCHOOL + "党委宣传部",
    )
)
_ANSWERS: list[str] = []
for _n in range(8):
    _ANSWERS += [
        f"记者：第{_n + 1}个问题，支部怎样做？",
        f"答：我们从第{_n + 1}个方面入手，认真推进，取得实效。",
    ]
ALL["interview"] = Made(
    document(
        f"<h1>{TITLE}</h1><p>2023-05-04</p><div class='x1'>{paragraphs(texts=_ANSWERS)}</div><div class='x2'>{NEWS}</div>"
    ),
    lines=_ANSWERS,
)
_ROWS = "".join(
    f"<tr><td>{n}</td><td>支部{n}</td><td>党员{n}</td></tr>" for n in range(1, 31)
)
ALL["list of names"] = Made(
    document(
        f"<ul>{MENU}</ul><div class='bt'>{TITLE}</div><div>发布时间：2023-05-04</div><div class='con'><p>{LAST}</p><table><tr><td>序号</td><td>单位</td><td>姓名</td></tr>{_ROWS}</table><p>党委组织部</p></div>"
    ),
    lines=(LAST, "TABLE", "党委组织部"),
)
ALL["title in body"] = Made(
    document(
        f"<div><ul>{MENU}</ul></div><div class='nr'><p align=center><b>{TITLE}</b></p><p align=center>（2023年5月4日）</p>{paragraphs()}</div>",
        title="党建网",
    ),
)
ALL["middle label"] = Made(
    document(
        f"<h1>{TITLE}</h1><span>2023-05-04</span><div id='zoom'>{paragraphs(texts=BODY[:3])}<h3>相关链接</h3>{paragraphs(texts=BODY[3:])}{paragraphs(texts=BODY[3:])}</div>"
    ),
    lines=(*BODY[:3], "相关链接", *BODY[3:], *BODY[3:]),
)
ALL["linked"] = Made(
    document(
        f"<ul>{MENU}</ul><h1>{TITLE}</h1><i>2023-05-04</i><div class='c'>"
        + "".join(f"<p>{t[:10]}<a href='/x'>{t[10:40]}</a>{t[40:]}</p>" for t in BODY)
        + "</div>"
    )
)
ALL["cells"] = Made(
    "<html><head><title>"
    + TITLE
    + "</title></head><body><table><tr><td>"
    + MENU
    + "</td></tr></table><table><tr><td valign=top>"
    + NEWS
    + "</td><td>"
    + TITLE
    + "<br>2023-05-04<hr>"
    + "<br>".join("　　" + t for t in BODY)
    + "</td></tr></table></body></html>"
)
ALL["print"] = Made(
    f"<html><head><title>{TITLE}</title></head><body onload='print()'><center><h3>{TITLE}</h3></center><hr><p>{SCHOOL} 2023-05-04</p>{paragraphs()}<hr><p>原文地址：http://x.example/1.htm</p></body></html>"
)
ALL["attachments in text"] = Made(
    document(
        f"<h1>{TITLE}</h1><div>2023-05-04</div><div class='v_news_content'><p>{LAST}</p><p>附件：1.<a href='1.docx'>申报表.docx</a></p><p>　　　2.<a href='2.xlsx'>汇总表.xlsx</a></p><p>2023年5月4日</p></div><div>附件：<a href='1.docx'>申报表.docx</a></div>"
    ),
    lines=(LAST, "附件：1.申报表.docx", "2.汇总表.xlsx", "2023年5月4日"),
)
ALL["footer sidebar after"] = Made(
    document(
        f"<div class='m'><div class='tit'>{TITLE}</div><div class='time'>2023-05-04</div><div class='con'>{paragraphs()}</div></div><div class='s'><div class='hd'>校园风采</div><div class='bd'>{paragraphs(texts=ELSEWHERE)}</div></div>"
    )
)
ALL["og title with site"] = Made(
    document(
        f"<h2>{TITLE}</h2><div>2023-05-04</div><div class='content'>{paragraphs()}</div>",
        f"<meta property='og:title' content='{TITLE} | {SCHOOL}'><meta property='og:site_name' content='{SCHOOL}'>",
        title=f"{TITLE} | {SCHOOL}",
    ),
    source=SCHOOL,
)
ALL["kicker"] = Made(
    document(
        f"<p class='pre'>奋进新征程</p><h1>{TITLE}</h1><p class='sub'>——澄江职业技术学院党建工作纪实</p><div>2023-05-04 来源：澄江日报</div><div class='article-content'>{paragraphs()}</div>",
        title=TITLE,
    ),
    title=TITLE + "——澄江职业技术学院党建工作纪实",
    source="澄江日报",
)
ALL["toutiao"] = Made(
    document(
        f"<div id='root'><div class='article-content'><h1>{TITLE}</h1><div class='article-meta'><span>2023-05-04 08:15</span><span>·</span><span class='name'><a>澄江发布</a></span></div><article class='syl-article-base'>{paragraphs('<p data-track=1>{}</p>')}</article></div><div class='tool'>举报</div><div class='comment-wrapper'><span>评论 2</span><div>{ELSEWHERE[0]}{ELSEWHERE[1]}</div></div><div class='right'><p>热门视频</p><p>24小时热闻</p></div></div>",
        title=TITLE + "-今日头条",
    )
)
ALL["163"] = Made(
    document(
        f"<div class='post_main'><h1 class='post_title'>{TITLE}</h1><div class='post_info'>2023-05-04 10:20:21　来源: <a>澄江晚报</a>　江苏 <a>举报</a></div><div class='post_content'><div class='post_top'><div class='post_top_tie'>0</div><div class='post_top_share'><span>分享至</span><ul><li>微信</li></ul></div></div><div class='post_body'>{paragraphs('<p id=a>{}</p>')}</div><div class='post_statement'><span class='bg'></span>特别声明：以上内容(如有图片或视频亦包括在内)为自媒体平台“网易号”用户上传并发布，本平台仅提供信息存储服务。</div></div><div class='post_next'><h2>/ 推荐</h2>{NEWS}</div></div>",
        title=TITLE + "|党员|支部_网易订阅",
    ),
    source="澄江晚报",
)
ALL["no title at all"] = Made(
    f"<html><body>{paragraphs()}</body></html>", title="", date=""
)
ALL["section per clause"] = Made(
    document(
        "<h1 id='activity-name'>"
        + TITLE
        + "</h1><em id='publish_time'>2023-05-04</em><div id='js_content' style='visibility:hidden'>"
        + "".join(
            "<section>"
            + "".join(
                f"<section style='display:inline'>{c}，</section>"
                for c in t.rstrip("。").split("，")[:-1]
            )
            + f"<section style='display: inline;'>{t.split('，')[-1]}</section></section>"
            for t in BODY
        )
        + "</div>",
        title="",
    )
)
ALL["two articles h1"] = Made(
    document(
        f"<h1>澄江职教网</h1><div class='art'><h1>{TITLE}</h1><div>时间：2023-05-04</div>{paragraphs()}</div>",
        title="澄江职教网",
    )
)

ALL["a known container in another"] = Made(
    document(
        f"<div class='newscontent'><h1 class='news_title'>{TITLE}</h1><div class='news_about'>"
        "<p>澄江通讯社</p><p>2023-05-04 07:19 <span>来源：澄江新闻</span></p><p>字号</p></div>"
        f"<div class='news_txt'>{paragraphs('{}<br><br>')}</div><div>跟踪: 党建</div></div>"
    ),
    source="澄江新闻",
)
_HEADLINE = "六个学院推行新办法 技术难题逐项销号"
ALL["a second headline"] = Made(
    document(
        f"<div class='w'><h2>{TITLE}</h2><h4>{_HEADLINE}</h4><ul><li>时间：2023-05-04 06:23 "
        f"来源：澄江日报</li></ul></div><div class='t'>{paragraphs()}</div>"
    ),
    lines=(_HEADLINE, *BODY),
    source="澄江日报",
)
