"""Labels of what stands on a page beside its article."""

from __future__ import annotations

import re

_LONGEST = 20
_AFTER = re.compile(  # what follows an article: other articles, readers' words, rights
    r"(?:相关(?:新闻|阅读|推荐|链接|文章|内容|报道|稿件|信息|专题|资讯|文件|解读)|推荐(?:阅读|文章|新闻|资讯)"
    r"|延伸阅读|扩展阅读|热点(?:推荐|新闻|排行|资讯|文章)|热门(?:文章|新闻|推荐|排行|阅读|资讯|评论|标签)"
    r"|往期(?:推荐|回顾|精彩|好文).{0,6}|精彩(?:推荐|回顾|阅读|专题)|猜你喜欢|大家都在看|更多推荐|为您推荐"
    r"|喜欢此内容的人还喜欢|您可能感兴趣的.{0,4}|阅读下一篇|下一篇|上一篇|最新评论|全部评论"
    r"|(?:网友|最新|热门|全部|精选|用户)?(?:评论|留言)(?:区|列表)?\s*(?:[(（]\d{0,6}[)）])?"
    r"|\d{1,6}\s*条?(?:评论|留言)|发表评论|我要评论|精选留言|我来说两句|文章点评|参与评论"
    r"|(?:特别|免责|版权|郑重|重要)(?:声明|提示)|分享(?:到|至|本文)?|关注我们|联系我们|友情链接|快速(?:导航|链接|通道))"
    r"\s*[:：>»]{0,3}"
)
_KINDS = "通知|公告|公示|新闻|要闻|动态|文章|资讯|信息|消息"
_BESIDE = re.compile(  # what stands at the side of one
    rf"(?:(?:最新|热门|今日|本站|校内|重要|推荐|图片)(?:{_KINDS})|(?:{_KINDS}){{2}}|(?:{_KINDS})(?:栏|排行|推荐|列表|聚焦)"
    r"|(?:点击|阅读|浏览|热门|热点)排行|(?:栏目|快速|网站|站内|分类|文章)(?:导航|列表|搜索|分类)"
    r"|专题(?:专栏|推荐|报道)|常用链接|24小时热[点闻]|热帖|热词|热搜|最近(?:更新|发表|文章))"
    r"(?:榜|公告|推荐|排行)?\s*[:：>»]{0,3}(?:更多|more)?",
    re.IGNORECASE,
)


def is_label_after(text: str) -> bool:
    """Whether a line begins what follows an article: 相关新闻, 网友评论, 免责声明."""
    return len(text) <= _LONGEST and _AFTER.fullmatch(text) is not None


def is_label_beside(text: str) -> bool:
    """Whether a text labels a part at the side of an article: 通知公告, 点击排行."""
    return len(text) <= _LONGEST and _BESIDE.fullmatch(text) is not None
