"""What a page says of its article: title, date, source, author, address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from bs4 import BeautifulSoup, Tag

from casebase.document import Metadata
from casebase.extract.html.anchor import LONGEST, SHORTEST, is_name_of_place
from casebase.extract.html.stated import Stated
from casebase.extract.html.title import article_title

_DATE_ELEMENTS = "#publish_time, #pubtime, #pubtime_baidu, time[datetime]"
_SOURCE_ELEMENTS = "#source_baidu a, #profileBt, #js_name"
_AUTHOR_ELEMENTS = ".author, .writer"
# The page of a 微信 article around its text; the text alone is pasted elsewhere too.
_WECHAT = ("#js_content", "#js_name, #activity-name, #js_article, .rich_media_title")

_DATE = re.compile(
    r"((?:19|20)\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?"
    r"|(?<!\d)20\d\d\s+\d\d\s*/\s*\d\d(?!\d))"
)
_IN_PARTS = re.compile(r"(\d{4})\s+(\d\d)\s*/\s*(\d\d)")  # 2023 05/04
_DATED = re.compile(r"(?:时间|日期|发布|发表|更新)[^\d\n]{0,6}" + _DATE.pattern)
# A medium named without a label, just before the date.
_MEDIUM = re.compile(
    r"(?<!\S)(\S{2,12}(?:社|报|网|台|新闻|客户端|杂志))\s+(?=(?:19|20)\d\d[-/.年])"
)
_SOURCE = re.compile(r"来源\s*[:：｜|]\s*([^\s|｜】）)<>]{2,30})")
_AUTHOR = re.compile(
    r"(?:作者|撰稿|供稿|文/图|图/文|文图|文字|通讯员|记者)\s*[:：｜|/]\s*"
    r"([^\s|｜：:，。？！；<>（）()]{2,30}+)(?![：:，。？！；])"
)
_OF_SITE = re.compile("版权所有|主办(?:单位)?\\s?[:：]|地址\\s?[:：]|Copyright|©")
_SITE_LINE = 120  # characters: more is an article's paragraph
_LABEL = re.compile(r"(?:作者|时间|日期|编辑|浏览|点击|责编|发布)")
_BYLINE = re.compile(
    r"时间|日期|来源|作者|发布|浏览|点击|阅读|编辑|审核|字号|字体|(?:19|20)\d\d[-/.年]"
)
_NAMES = re.compile("[\u4e00-\u9fff]{2,4}(?:[\\s、，,]+[\u4e00-\u9fff]{2,4}){0,4}")
_CRUMB = re.compile("首页|位置|[>»]|[。：:]$")
_LONGEST_BYLINE = 60  # characters
_NEAR = 600  # characters before and after the article in which it is spoken of
_TELLING = 8  # characters of a string that stands in the page once


def about(
    soup: BeautifulSoup,
    bodies: Sequence[Tag],
    said: Stated,
    shown: Sequence[str],
    foot: list[str],
) -> Metadata:
    """The metadata of a page; what it does not say is empty.

    Args:
        soup: The page.
        bodies: Its article.
        said: What it states for machines.
        shown: All texts of the page as people see them, in which date, source and
            author stand before or after the article.
        foot: What `site_lines` found.
    """
    before, after = _around(bodies, shown)
    around = "　".join((*before, " ", *after))
    titles = [*said.data["title"], *said.meta["title"]]
    titles += [] if soup.title else said.scripts["title"]
    title = article_title(soup, bodies, titles, _above_byline(before))
    return Metadata(
        title=title,
        author=_first(
            said.data["author"],
            said.meta["author"],
            _matches(_AUTHOR, around),
            _named(soup, _AUTHOR_ELEMENTS),
        ),
        source=_first(
            _element(soup, _SOURCE_ELEMENTS),
            _matches(_SOURCE, around),
            _matches(_MEDIUM, around),
            map(_unlabelled, said.meta["source"]),
            said.data["source"],
            said.scripts["source"],
        ),
        date=_first(
            said.data["date"],
            said.meta["date"],
            _element(soup, _DATE_ELEMENTS),
            _matches(_DATED, before, nearest=True),
            _matches(_DATE, before, nearest=True),
            said.scripts["date"],
            _matches(_DATED, after),
            _matches(_DATE, after),
        ),
        url=_first(_addresses(soup, said)),
        medium="微信公众号" if all(map(soup.select_one, _WECHAT)) else "",
        site="　".join([*_named_in_title(soup, title), *foot]),
    )


def site_lines(soup: BeautifulSoup) -> list[str]:
    """The lines that say whose the site is; asked for before code and feet go."""
    found = soup.find_all(string=_OF_SITE)
    lines = [
        " ".join(text.split())
        for text in found
        if text.parent is not None and text.parent.name not in {"script", "style"}
    ]
    return [line for line in dict.fromkeys(lines) if len(line) <= _SITE_LINE]


def _named_in_title(soup: BeautifulSoup, title: str) -> list[str]:
    """What the page's own title says beside the article's: ……-某某职业学院."""
    stated = _text(soup.title) if soup.title else ""
    named = stated.replace(title, "", 1).strip(" \u3000-_|–—－｜")
    return [named] if named else []


def _first(*found: Iterable[str]) -> str:
    return next((text for texts in found for text in texts if text), "")


def _canonical(soup: BeautifulSoup) -> Iterator[str]:
    for tag in soup.select("link[rel=canonical]"):
        yield str(tag.get("href") or "")


def _addresses(soup: BeautifulSoup, said: Stated) -> Iterator[str]:
    """Whole addresses only: one that leads on from another says nothing alone."""
    for address in (*said.meta["url"], *_canonical(soup)):
        if address.startswith(("http://", "https://")):
            yield address


def _text(tag: Tag) -> str:
    return " ".join(tag.get_text().split())


def _around(bodies: Sequence[Tag], shown: Sequence[str]) -> tuple[list[str], list[str]]:
    """The page's texts before the article's first sentence, and after its last."""
    told = [_telling(body) for body in bodies]
    firsts, lasts = ({it[at] for it in told if it} for at in (0, -1))
    start = next((at for at, text in enumerate(shown) if text in firsts), 0)
    ends = (at for at in range(len(shown) - 1, -1, -1) if shown[at] in lasts)
    end = max(next(ends, start), start)
    before = _near(reversed(shown[max(0, start - _NEAR) : start]))[::-1]
    return before or [*shown[:1]], _near(shown[end : end + _NEAR])


def _telling(body: Tag) -> list[str]:
    strings = [text for text in body.stripped_strings if len(text) >= _TELLING]
    return [text for text in strings if "。" in text] or strings


def _near(texts: Iterable[str]) -> list[str]:
    """The first of the texts, as far as they are near."""
    found: list[str] = []
    room = _NEAR
    for text in texts:
        if room <= 0:
            break
        found.append(text if len(text) <= room else text[-room:])
        room -= len(text)
    return found


def _is_byline(text: str) -> bool:
    if _DATED.search(text) or _SOURCE.search(text):
        return True
    return len(text) <= _LONGEST_BYLINE and _DATE.search(text) is not None


def _above_byline(before: Sequence[str]) -> str:
    """The text above the line that says when and by whom: that is the title."""
    byline = (at for at in range(len(before) - 1, 0, -1) if _is_byline(before[at]))
    at = next(byline, 0)
    while at > 0 and (_BYLINE.search(before[at]) or len(before[at]) < SHORTEST):
        at -= 1
    text = " ".join(before[at].split()) if before else ""
    fits = SHORTEST <= len(text) <= LONGEST and not _CRUMB.search(text)
    return text if at and fits and not is_name_of_place(text) else ""


def _matches(
    pattern: re.Pattern[str], texts: Sequence[str] | str, *, nearest: bool = False
) -> list[str]:
    """What the pattern finds, the last first where that is nearest to the article."""
    text = texts if isinstance(texts, str) else " ".join(texts)
    found = [it[1].strip() for it in pattern.finditer(text) if not _LABEL.match(it[1])]
    found = [_IN_PARTS.sub(r"\1-\2-\3", value) for value in found]
    return found[::-1] if nearest else found


def _unlabelled(text: str) -> str:
    return re.sub(r"^\s*来源\s*[:：]\s*", "", text)


def _named(soup: BeautifulSoup, selector: str) -> Iterator[str]:
    """The names that an element made for an author bears, and nothing else."""
    for tag in soup.select(selector):
        text = _text(tag)
        if _NAMES.fullmatch(text):
            yield text


def _element(soup: BeautifulSoup, selector: str) -> Iterator[str]:
    for tag in soup.select(selector):
        yield str(tag.get("datetime") or _text(tag))
