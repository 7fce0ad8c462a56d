"""Lines around an article that are not of it: sharing, following, credits, dates."""

from __future__ import annotations

import re

from casebase.document import Line
from casebase.extract.html.labels import is_label_after

_SHORT = 80  # characters: credits and invitations are shorter
_HEAD = 6  # lines at the top that may be about the article
_SENTENCE = 30  # characters: invitations with a full stop are shorter
_TAIL = 12  # lines at the end that may be

_ANYWHERE = re.compile(
    r"(?:当前|您的|所在|您所在的|您现在的|现在的)位置\s*[:：]|版权所有|ICP备|公网安备|技术支持\s*[:：]"
    r"|分享到|分享至|分享让更多人|打印本页|打印本文|关闭窗口|关闭本页|返回顶部|返回首页|返回列表|字号[:：]|字体[:：]"
    r"|上一[篇条页][:：]|下一[篇条页](?:[:：]|\s*(?:尾页|末页|共))|扫一扫|扫描.{0,8}二维码|扫码.{0,6}(?:关注|观看|了解)"
    r"|长按.{0,12}(?:二维码|关注|识别)|点击(?:上方|下方)?.{0,3}蓝字|点击.{0,6}(?:阅读原文|关注)|微信扫.{0,6}"
    r"|(?:关注|星标)(?:我们|该公众号|公众号)$|继续滑动看下一个|预览时标签不可点|轻触阅读原文|阅读原文[↓▼\s]{0,9}$"
    r"|点.{0,2}在看|点个赞|点赞.{0,3}在看|在看.{0,3}点赞|一键三连|(?:查看|阅读)原文$|返回搜狐|查看更多$|展开全文$"
    r"|本文来自.{0,20}(?:下载|客户端|APP)|打开.{0,12}(?:客户端|APP|阅读全文)|向上滑动看下一个|轻点两下取消"
    r"|收录于(?:合集|话题)|转载请注明|未经授权.{0,8}转载|(?:已关注|未关注)$|修改于$",
    re.IGNORECASE,
)
_ONLY = re.compile(
    r"(?:赞|赏|踩|收藏|打印|关闭|分享|纠错|【纠错】|【我要纠错】|大|中|小|正文|微信|微博|QQ空间|点赞|返回|图集|视频|小程序"
    r"|原创|阅读|在看|转发|复制链接|[-—·\s]*(?:END|完|全文完|the end)[-—·\s]*|[\d+]+"
    r"|(?:PART|NO|CHAPTER|Step)[.·\s]{0,3}(?:\d{1,2}|ONE|TWO|THREE|FOUR|FIVE|SIX)|[^\w\s]{0,3}0\d[^\w\s]{0,3}"
    r"|[\d\s]*(?:首页|上一页|下一页|尾页|末页)[\d\s首上下尾末一页]*)",
    re.IGNORECASE,
)
_NO_WORD = re.compile(r"[\W_]+")  # signs alone: a rule, a row of stars or arrows
# 《中国教育报》2023年05月04日第6版, which sites of newspapers put below an article.
_PRINTED = re.compile(
    r"[（(]?\s*《[^》]{2,30}》\s*[（(]?\s*\d{4}.{0,40}版\s*[）)]?\s*[）)]?"
)
_ABOUT = re.compile(
    r"(?:发布|发表|更新|编辑|刊发|录入)?(?:时间|日期)\s*[:：]|(?:信息|文章|稿件)?来源\s*[:：｜|/]"
    r"|(?:浏览|阅读|点击|访问)(?:次数|量|数)?\s*[:：]|发布(?:者|人|单位|机构)\s*[:：]"
    r"|作者\s*[:：｜|/]"
)
_DATELINE = re.compile(  # a date, perhaps with a time and the name of a medium
    r"(?!.{0,60}(?:通过|修订|修正|会议|召开|举行|印发|施行))[^，。；：！？]{0,20}(?:19|20)\d\d\s?[-/.年]\s?\d\d?\s?[-/.月]\s?\d\d?\s?日?"
    r"[^，。；！？]{0,24}"
)
_CREDIT = re.compile(
    r"(?:责任编辑|责编|编辑|美编|编审|审核|审校|审稿|校对|校审|排版|监制|统筹|策划|终审|复审|初审"
    r"|原文(?:地址|链接|网址)|本文(?:地址|链接|网址)|一审|二审|三审|供稿|撰稿|撰文|图文|文/图|图/文|摄影|供图|图片|来源|作者|签发|值班.{0,3}|文字)"
    r"\s*[:：｜|丨/]"
)
_ORIGINALLY = re.compile(r"[（(](?:原题为?|原标题|原文标题|题图|来源)")
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
    if _ONLY.fullmatch(text) or _NO_WORD.fullmatch(text):
        return True
    return _ANYWHERE.search(text) is not None and not text.endswith("。")


def _without_head(lines: list[Line], title: str) -> list[Line]:
    """Drops what stands before the title, it, and what is said of the article."""
    end = next((at for at, line in enumerate(lines) if _is_prose(line)), len(lines))
    shown = [
        at for at, it in enumerate(lines) if title and _bare(it.text) == _bare(title)
    ]
    if shown and shown[0] < max(end, len(lines) / 2):
        return _without_head(lines[shown[0] + 1 :], "")
    end = min(end, _HEAD)
    return [line for line in lines[:end] if not _is_head(line, title)] + lines[end:]


def _is_prose(line: Line) -> bool:
    return bool(line.rows) or len(line.text) > _SHORT or line.text.endswith("。")


def _is_head(line: Line, title: str) -> bool:
    return (
        _bare(line.text) == _bare(title)
        or _ABOUT.search(line.text) is not None
        or _DATELINE.fullmatch(line.text) is not None
    )


def _bare(text: str) -> str:
    return "".join(text.split())


def _without_tail(lines: list[Line]) -> list[Line]:
    start = max(0, len(lines) - _TAIL)
    for at in range(len(lines) // 2, len(lines)):
        if not lines[at].rows and is_label_after(lines[at].text):
            return _without_tail(lines[:at])
    text = (at for at in range(len(lines) - 1, start - 1, -1) if _is_text(lines[at]))
    start = next(text, start - 1) + 1
    return lines[:start] + [line for line in lines[start:] if not _is_credit(line)]


def _is_text(line: Line) -> bool:
    """Whether it is of the article for certain: credits stand below the last such."""
    return bool(line.rows) or (len(line.text) > _SENTENCE and line.text.endswith("。"))


def _is_credit(line: Line) -> bool:
    text = line.text
    if line.rows or len(text) > _SHORT or text.endswith(("。", "！", "？")):
        return False
    patterns = (_CREDIT, _SUPPLIED, _ABOUT)
    if _PRINTED.fullmatch(text) or _ORIGINALLY.match(text):
        return True
    return any(pattern.search(text) for pattern in patterns)
