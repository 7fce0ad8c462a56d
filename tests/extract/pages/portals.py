"""Pages of government portals and news sites, as their systems build them."""

# ruff: noqa: E501  markup cannot be broken where its lines end

from __future__ import annotations

from tests.extract.pages.invented import (
    BODY,
    ELSEWHERE,
    LAST,
    MENU,
    NEWS,
    TITLE,
    Made,
    document,
    paragraphs,
)

_GOV_HEAD = (
    "<meta name='manuscriptId' content='5754321'><meta name='keywords' content='党建'>"
    "<meta name='firstpublishedtime' content='2023-05-04-10:00:00'>"
    "<meta name='lastmodifiedtime' content='2023-06-20-10:00:00'>"
    "<meta name='author' content=''>"
)
GOV = Made(
    document(
        f"<div class='header'><ul>{MENU}</ul></div><div class='BreadcrumbNav'>首页 &gt; 要闻"
        f"</div><div class='article oneColumn pub_border'><h1 id='ti'>{TITLE}</h1>"
        "<div class='pages-date'>2023-05-04 10:00 <span class='font'>来源： 澄江日报</span>"
        "<span class='font noprint'>字号：<b>默认</b> <b>大</b> <b>超大</b></span>|"
        "<span class='noprint'>打印</span><div class='share' id='share'>"
        "<a>微信</a><a>微博</a></div></div>"
        "<div class='pages_content mhide' id='UCAP-CONTENT'>"
        f"{paragraphs('<p style=text-indent:2em>{}</p>')}</div>"
        "<div class='pages_content noprint'><div class='editor'>责任编辑：方远<a>【我要纠错】</a>"
        f"</div></div><div class='related'><h2>相关稿件</h2><ul>{NEWS}</ul></div></div>"
        "<div class='ewm'><p>扫一扫在手机打开当前页</p></div>"
        "<div class='footer'>主办单位：某某办公厅　运行维护单位：某某信息中心 "
        "<p>版权所有：某某网 网站标识码bm01000001 京ICP备05070218号</p></div>",
        _GOV_HEAD,
        f"{TITLE}_滚动新闻_某某网",
    ),
    source="澄江日报",
)
_NOTICE = (
    "各二级学院党总支，机关各党支部：",
    "现将《澄江职业技术学院党支部标准化建设办法》印发给你们，请认真贯彻执行。",
    "中共澄江职业技术学院委员会",
    "2023年5月4日",
    "（此件公开发布）",
)
GOV_POLICY = Made(
    document(
        "<table class='bd1'><tr><td>索 引 号：</td><td>000014349/2023-00012</td>"
        "<td>主题分类：</td><td>教育\\高等教育</td></tr><tr><td>发文机关：</td><td>澄江学院"
        "党委</td><td>成文日期：</td><td>2023年05月04日</td></tr><tr><td>标　　题：</td>"
        "<td colspan=3>关于印发党支部标准化建设办法的通知</td></tr><tr><td>发文字号：</td>"
        "<td>澄院党〔2023〕12号</td><td>发布日期：</td><td>2023年05月06日</td></tr></table>"
        "<table><tr><td class='b12c' id='UCAP-CONTENT'><p align='center'><strong>"
        f"关于印发党支部标准化建设办法的通知</strong></p>{paragraphs(texts=_NOTICE)}</td></tr>"
        f"</table><div>扫一扫在手机打开当前页</div><div>版权所有：某某网</div>",
        "<meta name='ArticleTitle' content='关于印发党支部标准化建设办法的通知'>"
        "<meta name='PubDate' content='2023-05-06 10:00'><meta name='ContentSource'"
        " content='党委办公室'><meta name='SiteName' content='某某网'>",
        "关于印发党支部标准化建设办法的通知_政府信息公开专栏",
    ),
    lines=_NOTICE,
    title="关于印发党支部标准化建设办法的通知",
    date="2023-05-06",
    source="党委办公室",
)
MINISTRY = Made(
    document(
        f"<div id='nav'><ul>{MENU}</ul></div><div class='moe-detail-box'><h1>{TITLE}</h1>"
        "<div class='moe-detail-shuxing'>2023-05-04　来源：教育厅</div>"
        "<div id='downloadContent'><div class=\"TRS_Editor\"><style type='text/css'>"
        ".TRS_Editor P{line-height:2;font-family:宋体}</style>"
        f"<div class='Custom_UnionStyle'>{paragraphs('<p align=justify>　　{}</p>')}</div></div>"
        "<div class='detail-editor'>（责任编辑：方远）</div></div><div class='moe-dowload'>"
        "分享到：<a>微信</a></div></div><div id='moe-foot'>版权所有：某某教育厅</div>"
    ),
    source="教育厅",
)
PORTAL_OF_A_CITY = Made(
    document(
        f"<div class='top'><ul>{MENU}</ul></div><div class='wz'>您的位置：<a>首页</a>&gt;<a>"
        f"工作动态</a></div><table id='c'><tr><td class='title'>{TITLE}</td></tr><tr><td>"
        "发布日期：2023-05-04 08:56　　信息来源：组织部　　浏览次数：<script>hit()</script> 次 "
        "　字体：[ <a>大</a> <a>中</a> <a>小</a> ]</td></tr><tr><td><div id='zoom'>"
        "<!--ZJEG_RSS.content.begin--><meta name='ContentStart'>"
        f"{paragraphs('<p><span>{}</span></p>')}<meta name='ContentEnd'><!--end--></div></td>"
        "</tr><tr><td>【<a>打印本页</a>】【<a>关闭窗口</a>】</td></tr></table>"
        "<div class='bottom'>主办单位：澄江市人民政府　备案序号：苏ICP备05002525号</div>",
        f"<meta name='ArticleTitle' content='{TITLE}'><meta name='PubDate' content="
        "'2023-05-04 08:56:12'><meta name='Author' content=''><meta name='SiteName'"
        " content='澄江市人民政府'>",
        "澄江市人民政府 工作动态",
    ),
    source="组织部",
)
PEOPLE = Made(
    document(
        f"<div class='nav'><a>人民网</a>&gt;&gt;<a>党建</a></div><div class='layout rm_txt cf'>"
        f"<div class='col col-1'><h1>{TITLE}</h1><h4 class='sub'></h4><div class='author cf'>"
        "林远征</div><div class='channel cf'><div class='col-1-1 fl'>2023年05月04日08:15 | 来源："
        "<a>澄江日报</a></div><div class='col-1-2 fr'>小字号</div></div>"
        f"<div class='rm_txt_con cf'>{paragraphs('<p style=text-indent:2em>　　{}</p>')}"
        "<p class='paper_num'>《 澄江日报 》（ 2023年05月04日 06 版）</p>"
        "<div class='zdfy clearfix'></div><div class='edit cf'>(责编：方远、周宁)</div></div>"
        f"<div class='bza'><p>分享让更多人看到</p></div><div class='fx'>{NEWS}</div></div></div>"
        f"<div class='col col-2'><h2>热门排行</h2><ul>{NEWS}</ul></div>"
        "<div id='copyright'>人 民 网 版 权 所 有 ，未 经 书 面 授 权 禁 止 使 用</div>",
        "<meta name='publishdate' content='2023-05-04'><meta name='source' content="
        "'来源：澄江日报'>",
        f"{TITLE}--党建-某某网",
    ),
    lines=BODY,
    source="澄江日报",
    author="林远征",
)
NEWS_AGENCY = Made(
    document(
        f"<div class='nav'>{MENU}</div><div class='header-cont'><div class='header-time'>"
        "<span class='year'><em> 2023</em></span><span class='day'><em>05</em>/<em>04</em>"
        "</span><span class='time'>10:22:33</span></div><div class='source'>来源：澄江通讯社"
        f"</div><div class='head-line'><h1><span class='title'>{TITLE}</span></h1></div></div>"
        f"<div id='detail'><span id='detailContent'>{paragraphs('<p>　　{}</p>')}</span>"
        "<div id='articleEdit'><span class='tiyi1'>【纠错】</span><span class='editor'>"
        "【责任编辑:方远】</span></div></div><div class='columnBox'><div class='title'>阅读下一篇："
        f"</div><p>{ELSEWHERE[0]}</p></div>",
        "",
        f"{TITLE}-某某网",
    ),
    source="澄江通讯社",
)
_COUPLET = "——" + "澄江职业技术学院党建工作纪实"
PAPER = Made(
    document(
        "<table><tr><td><table><tr><td>第06版：党建周刊</td><td><a>上一版</a> <a>下一版</a></td>"
        f"</tr></table><map name='m'><area coords='1,2'></map><ul>{NEWS}</ul></td><td><table>"
        "<tr><td>2023年05月04日 星期四</td><td><a>放大</a> <a>缩小</a> <a>默认</a></td></tr>"
        "<tr><td class='font02'>职教一线</td></tr><tr><td class='font01'><strong>"
        f"{TITLE}</strong></td></tr><tr><td class='font02'>{_COUPLET}</td></tr>"
        "<tr><td class='font02'>本报记者 林远征 通讯员 周宁</td></tr></table>"
        "<div id='ozoom'><founder-content><!--enpcontent-->"
        f"{paragraphs('<P>　　{}</P>')}<!--/enpcontent--></founder-content></div></td></tr>"
        "</table><div>澄江日报社版权所有</div>"
        "<!--enpproperty <articleid>123</articleid><date>2023-05-04 00:00:00.000</date>"
        "<author>林远征 周宁</author>"
        f"<title>{TITLE}</title><keyword>党建</keyword><subtitle>{_COUPLET}</subtitle>"
        "<introtitle>职教一线</introtitle><siteid>1</siteid><nodename>06</nodename>/enpproperty-->",
        "",
        "澄江日报数字报-" + TITLE,
    ),
    title=TITLE + _COUPLET,
    author="林远征 周宁",
)
XUEXI = Made(
    document(
        "<div class='header'><a>首页</a></div><div class='render-detail-header'>"
        f"<div class='render-detail-title'>{TITLE}</div><div class='render-detail-infos'>"
        "<div class='render-detail-resource'>来源：澄江学习平台</div><div class='render-detail-time'>"
        "2023-05-04</div></div><div class='render-detail-creator'>作者：林远征</div></div>"
        f"<div class='render-detail-content'>{paragraphs('<p>　　{}</p>')}"
        "<p>责任编辑：方远</p></div><div class='render-detail-issue'>发布</div>",
        "",
        "学习平台",
    ),
    source="澄江学习平台",
    author="林远征",
)
_DATA = (
    '{"@context":"https://schema.org","@type":"NewsArticle","headline":"'
    + TITLE
    + '","datePublished":"2023-05-04T08:00:00+08:00","author":{"@type":"Person",'
    '"name":"林远征"},"publisher":{"@type":"Organization","name":"职教观察"}}'
)
BLOG = Made(
    document(
        f"<header class='site'><a>职教观察</a><nav><ul>{MENU}</ul></nav></header><main><article"
        f" class='post'><header class='entry-header'><h1 class='entry-title'>{TITLE}</h1>"
        "<div class='entry-meta'>Posted on <time datetime='2023-05-04T08:00:00+08:00'>5月4日"
        f"</time></div></header><div class='entry-content'>{paragraphs()}<div class='sharedaddy'>"
        "<h3>分享到</h3><ul><li>微博</li></ul></div></div><footer>标签：党建</footer></article>"
        f"<section id='comments'><h2>2条评论</h2><ol><li><p>{ELSEWHERE[0]}</p></li><li><p>"
        f"{ELSEWHERE[1]}{ELSEWHERE[2]}</p></li></ol></section></main><aside>{NEWS}</aside>",
        f"<script type='application/ld+json'>{_DATA}</script>",
        f"{TITLE} – 职教观察",
    ),
    source="职教观察",
    author="林远征",
)
TWO_SENTENCES = Made(
    document(
        f"<ul>{MENU}</ul><div class='left'><h3>通知公告</h3>"
        f"{paragraphs(texts=ELSEWHERE)}</div><div class='right'><h2>{TITLE}</h2>"
        "<div class='info'>时间：2023-05-04 点击数：12</div><div class='article-content'><p>"
        f"{LAST}</p><p>特此通知。</p></div></div>"
    ),
    lines=(LAST, "特此通知。"),
)
EMPTY_CONTAINER = Made(
    document(
        f"<ul>{MENU}</ul><h1>{TITLE}</h1><p>2023-05-04</p><div id='zoom' class='content'></div>"
        f"<div class='a1'><div class='a2'>{paragraphs('<div>{}</div>')}</div></div>"
        f"<div class='list'><ul>{NEWS}</ul></div>"
    )
)
TWO_CONTAINERS = Made(
    document(
        f"<h1>{TITLE}</h1><div class='info'>发布时间：2023-05-04</div><div class='TRS_Editor'>"
        f"{paragraphs(texts=BODY[:3])}</div><div class='TRS_Editor'>{paragraphs(texts=BODY[3:])}"
        f"</div><div class='xgnews'><p>{ELSEWHERE[1]}</p></div>"
    )
)
ALL = {
    "gov.cn": GOV,
    "gov.cn, a policy": GOV_POLICY,
    "a ministry (TRS)": MINISTRY,
    "a city's portal": PORTAL_OF_A_CITY,
    "people": PEOPLE,
    "a news agency": NEWS_AGENCY,
    "a digital newspaper": PAPER,
    "a learning platform": XUEXI,
    "a blog with comments": BLOG,
    "two sentences beside long notices": TWO_SENTENCES,
    "a declared container that is empty": EMPTY_CONTAINER,
    "a body in two containers": TWO_CONTAINERS,
}
