"""Pages of university systems, old and new, and of hand-made pages."""

# ruff: noqa: E501  markup cannot be broken where its lines end

from __future__ import annotations

from tests.extract.pages.invented import (
    BODY,
    ELSEWHERE,
    LAST,
    LEAD,
    MENU,
    NEWS,
    SCHOOL,
    SECOND,
    THIRD,
    TITLE,
    Made,
    document,
    paragraphs,
)

_BODA_FOOT = (
    "<div class='foot'>版权所有：澄江职业技术学院 地址：江苏省澄江市学府路1号 邮编：214400"
    "<br>技术支持：某某软件</div>"
)
BODA = Made(
    document(
        f"<div class='nav'><ul>{MENU}</ul></div><div class='dqwz'>当前位置: <a>首页</a> &gt; "
        "<a>党建思政</a> &gt; 正文</div><form name='_newscontent_fromname'><script>_ad(1)</script>"
        f"<div class='content-title fl'><h3>{TITLE}</h3><i>2023-05-04 来源：党委组织部 作者：林远征"
        " 编辑：方远 浏览次数：[<span id='dynclicks_1'></span><script>_showDynClicks(1)</script>]"
        "</i></div><div id='vsb_content_2'><div class='v_news_content'>"
        f"{paragraphs('<p class=vsbcontent_start>{}</p>')}"
        "<p class='vsbcontent_img'><img src='/1.jpg'></p></div></div><div id='div_vote_id'></div>"
        "<p align='left'>上一条：<a>我校召开会议</a></p><p>下一条：<a>关于做好工作的通知</a></p>"
        "<p align='right'>【<a>关闭</a>】</p></form>" + _BODA_FOOT
    ),
    source="党委组织部",
    author="林远征",
)
_NOTICE = ("各党总支：", f"{LAST}", "附件：1.推荐表", "党委组织部", "2023年5月4日")
WITH_FILES = Made(
    document(
        f"<ul>{MENU}</ul><form><h1>关于报送典型案例的通知</h1><div>发布时间：2023-05-04</div>"
        f"<div id='vsb_content'><div class='v_news_content'>{paragraphs(texts=_NOTICE)}</div></div>"
        "<UL style='list-style-type:none'><LI>附件【<a href='/d?id=1' target='_blank'>推荐表.docx"
        "</a>】已下载<span id='nattach1'>12</span>次</LI></UL></form>" + _BODA_FOOT,
        title=f"关于报送典型案例的通知-{SCHOOL}",
    ),
    lines=(*_NOTICE, "附件【推荐表.docx】"),
    title="关于报送典型案例的通知",
)
WEBPLUS = Made(
    document(
        f"<div class='wp_nav'><ul>{MENU}</ul></div><div class='article'><h1 class='arti_title'>"
        f"{TITLE}</h1><p class='arti_metas'><span class='arti_publisher'>发布者：林远征</span>"
        "<span class='arti_update'>发布时间：2023-05-04</span><span class='arti_views'>浏览次数："
        "<span class='WP_VisitCount'>123</span></span></p><div class='entry'><div class='read'>"
        f"<div class='wp_articlecontent'>{paragraphs('<p><span>　　{}</span></p>')}</div></div>"
        f"</div></div><div class='foot'>Copyright © {SCHOOL} All Rights Reserved.</div>"
    ),
)
_BREAKS = "<br><br>".join("&nbsp;&nbsp;&nbsp;&nbsp;" + text for text in BODY)
OLD_TABLES = Made(
    "<html><head><title>澄江职业技术学院-新闻中心</title></head><body><center><table width=1003><tr>"
    f"<td><img src=a.jpg></td></tr></table><table><tr><td width=200 bgcolor=#eee><table><tr><td>"
    f"{MENU}</td></tr></table><table><tr><td><b>最新公告</b></td></tr><tr><td>"
    f"<marquee>{ELSEWHERE[1]}</marquee></td></tr></table></td><td><table><tr><td>您当前的位置：首页 "
    "&gt;&gt; 新闻中心</td></tr><tr><td><table><tr><td align=center><font size=4 color=red><b>"
    f"{TITLE}</b></font></td></tr><tr><td align=center>作者：林远征　来源：宣传部　时间：2023-5-4 "
    f"10:12:08　点击：357</td></tr><tr><td><table><tr><td class=td_nr><font size=3>{_BREAKS}</font>"
    "</td></tr></table></td></tr><tr><td align=right>【<a>打印</a>】【<a>返回</a>】</td></tr></table>"
    "</td></tr></table></td></tr></table><table><tr><td align=center>版权所有：澄江职业技术学院<br>"
    "地址：江苏省澄江市学府路1号　邮编：214400</td></tr></table></center></body></html>",
    source="宣传部",
    author="林远征",
)
ONE_PARAGRAPH = Made(
    document(
        f"<div><ul>{MENU}</ul></div><div class='box'><div class='bt'>{TITLE}</div><div>2023/5/4 "
        f"[字体：大 中 小]</div><div class='nr'><p>{_BREAKS}</p></div></div><div><ul>{NEWS}</ul></div>"
    )
)
WORD_SAVED = Made(
    "<html xmlns:v='urn:schemas-microsoft-com:vml' xmlns:o='urn:schemas-microsoft-com:office:office'"
    " xmlns:w='urn:schemas-microsoft-com:office:word'><head><meta http-equiv=Content-Type "
    "content='text/html; charset=gb2312'><meta name=ProgId content=Word.Document><meta name="
    "Generator content='Microsoft Word 15'><!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>"
    f"user</o:Author></o:DocumentProperties></xml><![endif]--><title>{TITLE}</title><style><!--"
    "p.MsoNormal{mso-style-parent:''}--></style></head><body lang=ZH-CN><div class=WordSection1>"
    f"<p class=MsoTitle align=center><b><span lang=EN-US>{TITLE}<o:p></o:p></span></b></p>"
    f"<p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:2.0'><span style='"
    f"mso-bidi-font-size:16.0pt'>{LEAD[:30]}</span>{LEAD[30:]}<span lang=EN-US><o:p></o:p></span>"
    "</p><p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>一、<span>"
    "</span></span><![endif]>织密组织网络</p><p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p>"
    f"</span></p><p class=MsoNormal>{SECOND[:20]}\n{SECOND[20:]}</p><!--[if supportFields]><span>"
    f"PAGE</span><![endif]--><p class=MsoNormal>{BODY[3]}</p><p class=MsoNormal>{THIRD}</p>"
    f"<p class=MsoNormal>{LAST}</p></div></body></html>",
    date="",
)
COMMENTED = Made(
    document(
        f"<div class='nav'>{MENU}</div><div class='detail'><h1>{TITLE}</h1><div class='meta'>"
        f"2023-05-04 09:00</div><div class='txt'>{paragraphs(texts=BODY[:2])}</div></div>"
        f"<div class='tj'><h3>推荐阅读</h3>{paragraphs(texts=ELSEWHERE)}</div><div class='pl'><h3>"
        f"网友评论</h3>{paragraphs(texts=ELSEWHERE)}</div>"
    ),
    lines=BODY[:2],
)
SIDE_BY_SIDE = Made(
    document(
        f"<div class='wrap'><div class='l'><div class='tt'>公示公告</div>{paragraphs(texts=ELSEWHERE)}"
        f"</div><div class='r'><div class='bt'>{TITLE}</div><div class='sj'>发布日期：2023年5月4日"
        f"</div><div class='wen'>{paragraphs()}</div><div>上一篇：没有了　下一篇：<a>我校</a></div>"
        f"<div>1 <a>2</a> <a>3</a> <a>下一页</a> <a>尾页</a></div></div></div>"
    )
)
_HIDDEN = (
    f"<p style='display : none'>{ELSEWHERE[0]}</p><p hidden>{ELSEWHERE[0]}</p><div aria-hidden="
    f"'true'>{ELSEWHERE[1]}</div><template><p>{ELSEWHERE[2]}</p></template><noscript>请启用脚本。"
    f"</noscript><!-- {ELSEWHERE[0]} --><iframe src='a.htm'>浏览器不支持框架。</iframe><p style='"
    f"font-size:0px'>{ELSEWHERE[1]}</p><p style='visibility:hidden'>{ELSEWHERE[2]}</p>"
    f"<p style='position:absolute;left:-9999px'>{ELSEWHERE[0]}</p>"
)
HIDDEN = Made(
    document(
        f"<h1>{TITLE}</h1><p class='date'>2023.05.04</p><div class='news_content'>"
        f"{paragraphs(texts=BODY[:3])}{_HIDDEN}{paragraphs(texts=BODY[3:])}</div>"
    )
)
LISTS = Made(
    document(
        f"<h1>{TITLE}</h1><div>2023-05-04</div><div class='v_news_content'><p>{LEAD}</p><ol><li>"
        "第一步，摸清底数，建立台账。</li><li><p>第二步，分类施策：</p><ol type='a'><li>重点支部包联</li>"
        f"<li>薄弱支部帮扶</li></ol></li></ol><p>{SECOND}</p><ol start='3'><li>第三步，总结提升。"
        "</li></ol><ol style='list-style-type:none'><li>（一）不带号的项</li></ol><ul><li>带点的项"
        "</li></ul><dl><dt>双带头人</dt><dd>党建带头人、学术带头人。</dd></dl><blockquote>榜样就在身边。"
        "</blockquote><pre>第一行\n第二行</pre><figure><img src='a.jpg'><figcaption>党员先锋岗"
        "</figcaption></figure><p><ruby>澄<rp>(</rp><rt>chéng</rt><rp>)</rp></ruby>江精神代代相传。</p>"
        f"<p>{LAST}</p></div>"
    ),
    lines=(
        LEAD,
        "1. 第一步，摸清底数，建立台账。",
        "2. 第二步，分类施策：",
        "a. 重点支部包联",
        "b. 薄弱支部帮扶",
        SECOND,
        "3. 第三步，总结提升。",
        "（一）不带号的项",
        "带点的项",
        "双带头人",
        "党建带头人、学术带头人。",
        "榜样就在身边。",
        "第一行",
        "第二行",
        "党员先锋岗",
        "澄江精神代代相传。",
        LAST,
    ),
)
ENTITIES = Made(
    document(
        f"<h1>{TITLE}</h1><div>2023-05-04</div><div id='zoom'>"
        + paragraphs(
            texts=["".join(f"&#{ord(sign)};" for sign in text) for text in BODY]
        )
        + "</div>"
    )
)
TITLE_OF_A_COLUMN = Made(
    document(
        f"<ul>{MENU}</ul><div class='lm'><h1>校园新闻</h1></div><div class='nry'><div class='nry_bt'>"
        f"{TITLE}</div><div class='nry_sj'>作者：林远征 审核：周宁 日期：2023-05-04 阅读：88</div>"
        f"<div class='nry_nr'>{paragraphs()}</div></div>",
        title="校园新闻-澄江职业技术学院",
    ),
    author="林远征",
)
ALL = {
    "a university (v_news_content)": BODA,
    "a notice with files": WITH_FILES,
    "a university (wp_articlecontent)": WEBPLUS,
    "nested tables, three deep": OLD_TABLES,
    "all in one paragraph": ONE_PARAGRAPH,
    "saved by Word": WORD_SAVED,
    "comments longer than the article": COMMENTED,
    "notices at the side": SIDE_BY_SIDE,
    "hidden parts": HIDDEN,
    "lists": LISTS,
    "numeric references": ENTITIES,
    "the title of a column": TITLE_OF_A_COLUMN,
}
