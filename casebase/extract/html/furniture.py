"""Lines around an article that are not of it: sharing, following, credits, dates."""

from __future__ import annotations

import re

from casebase.document import Line

_SHORT = 80  # characters: credits and invitations are shorter
_HEAD = 6  # lines at the top that may be about the article
_TAIL = 12  # lines at the end that may be

_ANYWHERE = re.compile(
    r"(?:当前|您的|所在|您所在的)位置\s*[:：]|版权所有|ICP备|公网安备|技术支持\s*[:：]"
    r"|分享到|分享至|打印本页|打印本文|关闭窗口|返回顶部|返回首页|返回列表|字号[:：]|字体[:：]"
    r"|上一[篇条页][:：]|下一[篇条页][:：]|扫一扫|扫描.{0,8}二维码|长按.{0,12}(?:二维码|关注)"
    r"|点击(?:上方|下方)?.{0,3}蓝字|点击.{0,6}(?:阅读原文|关注)|微信扫.{0,6}"
    r"|关注(?:我们|该公众号|公众号)$|继续滑动看下一个|预览时标签不可点|轻触阅读原文|阅读原文$"
    r"|点.{0,2}在看|点个赞|(?:查看|阅读)原文$|返回搜狐|查看更多$|展开全文$"
    r"|本文来自.{0,20}(?:下载|客户端|APP)"
)
_ONLY = re.compile(
    r"(?:赞|赏|踩|收藏|打印|关闭|分享|纠错|【纠错】|大|中|小|正文|微信|微博|QQ空间|点赞|返回|图集|视频"
    r"|[-—·\s]*(?:END|完|全文完)[-—·\s]*|[-—_=*·.\s]+|[\d+]+)",
    re.IGNORECASE,
)
_RELATED = re.compile(
    r"(?:相关(?:新闻|阅读|推荐|链接|文章|内容|报道|稿件)|推荐阅读|延伸阅读|热点推荐|热门文章"
    r"|往期(?:推荐|回顾|精彩).{0,6}|精彩推荐|猜你喜欢|大家都在看|网友评论|精选留言)[:：]?"
)
_ABOUT = re.compile(
    r"(?:发布|发表|更新|编辑|刊发|录入)?(?:时间|日期)\s*[:：]|(?:信息|文章|稿件)?来源\s*[:：｜|/]"
    r"|(?:浏览|阅读|点击|访问)(?:次数|量|数)?\s*[:：]|发布(?:者|人|单位|机构)\s*[:：]"
    r"|作者\s*[:：｜|/]"
)
_BARE_DATE = re.compile(
    r"20\d\d[-/.年]\d\d?[-/.月]\d\d?日?(?:\s+\d\d?:\d\d(?::\d\d)?)?"
)
_CREDIT = re.compile(
    r"(?:责任编辑|责编|编辑|美编|编审|审核|审校|审稿|校对|校审|排版|监制|统筹|策划|终审|复审|初审"
    r"|一审|二审|三审|供稿|撰稿|撰文|图文|文/图|图/文|摄影|供图|图片|来源|作者|签发|值班.{0,3}|文字)"
    r"\s*[:：｜|丨/]"
)
_SUPPLIED = re.compile(
    r"(?:供稿|供图|摄影|撰稿|通讯员)\s*$|^[（(]?(?:供稿|撰稿|摄影)\s"
)


def without_furniture(lines: list[Line], title: str) -> tuple[Line, ...]:
    """`lines` of an article without what its page or its editors put around it.

    A line that repeats the title goes, because the title stands before the article.
    Everything from a heading such as 相关新闻 on goes too, near the end.
    """
    kept = [line for line in lines if not _is_around(line)]
    kept = _without_head(kept, title)
    return tuple(_without_tail(kept))


def _is_around(line: Line) -> bool:
    text = line.text
    if line.rows or len(text) > _SHORT:
        return False
    return _ONLY.fullmatch(text) is not None or (
        _ANYWHERE.search(text) is not None and not text.endswith("。")
    )


def _without_head(lines: list[Line], title: str) -> list[Line]:
    """Drops the title and what is said of the article before its first sentence."""
    end = next((at for at, line in enumerate(lines) if _is_prose(line)), len(lines))
    end = min(end, _HEAD)
    return [line for line in lines[:end] if not _is_head(line, title)] + lines[end:]


def _is_prose(line: Line) -> bool:
    return bool(line.rows) or len(line.text) > _SHORT or line.text.endswith("。")


def _is_head(line: Line, title: str) -> bool:
    return (
        _bare(line.text) == _bare(title)
        or _ABOUT.search(line.text) is not None
        or _BARE_DATE.fullmatch(line.text) is not None
    )


def _bare(text: str) -> str:
    return "".join(text.split())


def _without_tail(lines: list[Line]) -> list[Line]:
    start = max(0, len(lines) - _TAIL)
    for at in range(len(lines) // 2, len(lines)):
        if not lines[at].rows and _RELATED.fullmatch(lines[at].text):
            return _without_tail(lines[:at])
    return lines[:start] + [line for line in lines[start:] if not _is_credit(line)]


def _is_credit(line: Line) -> bool:
    text = line.text
    if line.rows or len(text) > _SHORT or text.endswith(("。", "！", "？")):
        return False
    return bool(_CREDIT.search(text) or _SUPPLIED.search(text) or _ABOUT.search(text))
