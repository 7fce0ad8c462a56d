"""Pages of 微信 articles, plain and decorated, and other sites of media accounts."""

# ruff: noqa: E501  markup cannot be broken where its lines end

from __future__ import annotations

from tests.extract.pages.invented import (
    BODY,
    ELSEWHERE,
    LAST,
    LEAD,
    SECOND,
    THIRD,
    TITLE,
    Made,
    paragraphs,
)


def wechat(content: str, *, date: str, script: str, style: str = "hidden") -> str:
    return (
        "<!DOCTYPE html><html class=''><head><meta charset='utf-8'><title></title>"
        f"<meta property='og:title' content='{TITLE}'><meta property='og:site_name' content='"
        "微信公众平台'><meta property='og:description' content='两年来共组建产线党小组二十三个'>"
        "<meta name='author' content='林远征'><meta property='og:article:author' content='林远征'>"
        f"<script>{script}</script></head><body id='activity-detail' class='zh_CN mm_appmsg'>"
        "<div id='js_article' class='rich_media'><div id='js_top_ad_area'></div><div class="
        "'rich_media_inner'><div id='page-content' class='rich_media_area_primary'><div id="
        "'img-content' class='rich_media_wrp'><h1 class='rich_media_title' id='activity-name'>\n"
        f"  {TITLE}\n</h1><div id='meta_content' class='rich_media_meta_list'><span id="
        "'copyright_logo' class='wx_tap_link js_wx_tap_highlight rich_media_meta icon_appmsg_tag "
        "appmsg_title_tag weui-wa-hotarea'>原创</span><span class='rich_media_meta "
        "rich_media_meta_text'>林远征</span><span class='rich_media_meta rich_media_meta_nickname' "
        "id='profileBt'><a href='javascript:void(0);' class='wx_tap_link' id='js_name'>\n  澄江职院"
        "党旗红 </a><div id='js_profile_qrcode' class='profile_container' style='display:none;'>"
        "<div class='profile_inner'><strong class='profile_nickname'>澄江职院党旗红</strong><p class="
        "'profile_meta'><label>微信号</label><span>cjdq</span></p><p class='profile_meta'><label>功能"
        "介绍</label><span>发布党建资讯，服务师生党员。</span></p></div></div></span><span id="
        f"'meta_content_hide_info'><em id='publish_time' class='rich_media_meta'>{date}</em><em id="
        "'js_ip_wording_wrp' class='rich_media_meta'>发表于 <span id='js_ip_wording'>江苏</span></em>"
        "</span></div><div id='js_tags' class='article-tag-card__right'>收录于合集 <span>#党建 12个"
        f"</span></div><div class='rich_media_content js_underline_content' id='js_content' style='"
        f"visibility: {style}; opacity: 0; '>{content}</div><div id='js_tags_preview_toast'>预览时标签"
        "不可点</div></div><div class='rich_media_tool' id='js_toobar3'><div>阅读原文</div><div>阅读"
        "</div><div>分享</div><div>收藏</div></div></div><div class='rich_media_area_extra'><div>喜欢"
        f"此内容的人还喜欢</div><div>{ELSEWHERE[2]}</div></div></div></div><div id='js_pc_qr_code'><p>"
        "微信扫一扫<br>关注该公众号</p></div><div>继续滑动看下一个</div><div>轻触阅读原文</div>"
        "<div>向上滑动看下一个</div><div>当前内容可能存在未经审核的第三方商业营销信息，请确认是否继续访问。"
        "</div><div>：，，，，，，，，，，，，。</div><div>视频</div><div>小程序</div><div>赞，轻点两下取消赞</div>"
        "<div>在看，轻点两下取消在看</div></body></html>"
    )


def leaf(text: str) -> str:
    """Each clause in a span of its own."""
    clauses = text.replace("，", "，\0").split("\0")
    return "".join(
        f"<span style='letter-spacing:1px' leaf=''>{clause}</span>"
        for clause in clauses
    )


PLAIN = Made(
    wechat(
        "<section><p>点击上方<span>蓝字</span>关注我们</p></section>"
        + paragraphs("<section><p>{}</p></section><p><br></p>", [leaf(t) for t in BODY])
        + "<p>END</p><p>来源丨党委组织部</p><p>编辑丨方远</p><p>初审丨周宁　复审丨林远征</p>"
        "<p>终审丨吴刚</p><p>往期推荐</p><p><a>党员先锋说丨身边的榜样</a></p><p><a>一图读懂丨主题教育"
        "</a></p><p>点个“在看”，为产线党员点赞！</p>",
        date="",
        script="var biz='';var ct = '1683158400';var msg_title = '题';var oriCreateTime='0';",
    ),
    source="澄江职院党旗红",
    author="林远征",
)
_BADGE = (
    "<section data-tools='135编辑器'><section><section style='background:#c00'><p>{n}</p></section>"
    "<section><section><strong>{t}</strong></section></section></section></section>"
)
DECORATED = Made(
    wechat(
        "<section style='text-align:center'><span>↑ 点击蓝字 关注我们</span></section><section>"
        f"<section><section><section><p>{leaf(LEAD)}</p></section></section></section></section>"
        "<p style='text-align:center'>▼</p>"
        + _BADGE.format(n="01", t="织密组织网络")
        + f"<section><section>{leaf(SECOND)}</section><section><br></section></section><section>"
        "<img data-src='a.jpg'><section style='font-size:12px;color:#888'>△党员在车间 摄影：方远"
        "</section></section>"
        + _BADGE.format(n="PART.02", t="办好身边实事")
        + f"<section><p>{leaf(THIRD)}</p><p>{leaf(LAST)}</p></section>"
        "<section><p>- END -</p></section><section>图文：党委组织部</section><section>排版：方远"
        "</section><section>监制：周宁</section><section>扫码关注我们</section><section>分享、点赞、"
        "在看，一键三连</section><section>↓↓↓ 点击“阅读原文”了解更多</section>",
        date="2023年05月04日 18:00",
        script="var createTime = '2023-05-05 08:00';",
        style="visible",
    ),
    lines=(
        LEAD,
        "织密组织网络",
        SECOND,
        "△党员在车间 摄影：方远",
        "办好身边实事",
        THIRD,
        LAST,
    ),
    source="澄江职院党旗红",
    author="林远征",
)
_TEXT = "\\x0a".join((TITLE, *BODY[:3]))
PICTURES = Made(
    "<!DOCTYPE html><html><head><meta charset='utf-8'><title></title><meta property='og:title' "
    f"content='{TITLE}'></head><body><div id='js_article' class='share_content_page'><div id="
    "'js_image_desc'></div></div><script>window.cgiDataNew = {nick_name: '澄江职院党旗红', title: '"
    f"{TITLE}', create_time: '2023-05-04 09:10', ct: '1683162600', content_noencode: '{_TEXT}',"
    "};</script></body></html>",
    lines=BODY[:3],
    source="澄江职院党旗红",
)
_ACCOUNT = (
    "<!DOCTYPE html><html><head><meta charset='utf-8'><title>{t}_澎湃号·政务_某某新闻</title></head>"
    "<body><div class='header'><a>首页</a></div><main><div class='main_article'><h1>{t}</h1><div "
    "class='ant-space'>澄江发布</div><div><span>2023-05-04 11:20</span><span>来源：某某新闻·某某号</span>"
    "<span>字号</span><span>超大</span><span>大</span></div><div class='cententWrap__x1'>{b}</div><div>"
    "<div>特别声明</div><div>本文为自媒体、作者等在某某号上传并发布，仅代表作者观点，不代表平台立场，平台仅提供"
    "信息发布空间。</div></div><div>打开某某新闻客户端阅读全文</div><div>评论(3)</div><div>{c}</div></div></main>"
    "</body></html>"
)
ACCOUNT = Made(
    _ACCOUNT.format(t=TITLE, b=paragraphs(), c=ELSEWHERE[0]),
    source="某某新闻·某某号",
)
ALL = {
    "wechat": PLAIN,
    "wechat, decorated": DECORATED,
    "wechat, pictures with a text in the script": PICTURES,
    "an account on a news site": ACCOUNT,
}
