"""What a page says of its article: title, date, source, author, address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bs4 import BeautifulSoup, Tag

from casebase.document import Metadata
from casebase.extract.html.title import article_title

_TITLES = ("ArticleTitle", "og:title", "twitter:title", "dc.title", "title")
_DATES = (
    *("PubDate", "pubdate", "publishdate", "article:published_time", "og:release_date"),
    *("datePublished", "publish_time", "dc.date", "date", "weibo:article:create_at"),
)
_SOURCES = ("ContentSource", "contentSource", "source", "og:site_name")
_AUTHORS = ("og:article:author", "article:author", "author")
_URLS = ("url", "og:url")
_DATE_ELEMENTS = "#publish_time, #pubtime, #pubtime_baidu, time[datetime]"
_SOURCE_ELEMENTS = "#source_baidu a, #profileBt, #js_name"
# The page of a 微信 article around its text; the text alone is pasted elsewhere too.
_WECHAT = ("#js_content", "#js_name, #activity-name, #js_article, .rich_media_title")

_DATE = re.compile(r"((?:19|20)\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?)")
_DATED = re.compile(r"(?:时间|日期|发布|发表|更新)[^\d\n]{0,6}" + _DATE.pattern)
# A medium named without a label, just before the date.
_MEDIUM = re.compile(
    r"(?<!\S)(\S{2,12}(?:社|报|网|台|新闻|客户端|杂志))\s+(?=(?:19|20)\d\d[-/.年])"
)
_SOURCE = re.compile(r"来源\s*[:：｜|]\s*([^\s|｜】）)<>]{2,30})")
_AUTHOR = re.compile(
    r"(?:作者|撰稿|供稿|文/图|图/文|文图|文字|通讯员|记者)\s*[:：｜|/]\s*([^\s|｜：:<>（）()]{2,30}+)(?![:：])"
)
_OF_SITE = re.compile("版权所有|主办(?:单位)?\\s?[:：]|地址\\s?[:：]|Copyright|©")
_SITE_LINE = 120  # characters: more is an article's paragraph
_LABEL = re.compile(r"(?:作者|时间|日期|编辑|浏览|点击|责编|发布)")
_NEAR = 600  # characters before and after the article in which it is spoken of
_TELLING = 8  # characters of a string that stands in the page once


def about(soup: BeautifulSoup, body: Tag, shown: str, foot: list[str]) -> Metadata:
    """The metadata of a page; what it does not say is empty.

    Args:
        soup: The page.
        body: Its article.
        shown: All text of the page as people see it, in which date, source and author
            stand before or after the article.
        foot: What `site_lines` found.
    """
    around = _around(body, shown)
    title = article_title(soup, body, _meta(soup, _TITLES))
    return Metadata(
        title=title,
        author=_first(_meta(soup, _AUTHORS), _matches(_AUTHOR, around)),
        source=_first(
            _element(soup, _SOURCE_ELEMENTS),
            _matches(_SOURCE, around),
            _matches(_MEDIUM, around),
            _meta(soup, _SOURCES),
        ),
        date=_first(
            _meta(soup, _DATES),
            _element(soup, _DATE_ELEMENTS),
            _matches(_DATED, around),
            _matches(_DATE, around),
        ),
        url=_first(_addresses(soup)),
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


def _meta(soup: BeautifulSoup, names: Iterable[str]) -> Iterator[str]:
    said: dict[str, str] = {}
    for tag in soup.find_all("meta"):
        name = tag.get("name") or tag.get("property") or tag.get("itemprop")
        said.setdefault(str(name).lower(), str(tag.get("content") or "").strip())
    for name in names:
        yield said.get(name.lower(), "")


def _canonical(soup: BeautifulSoup) -> Iterator[str]:
    for tag in soup.select("link[rel=canonical]"):
        yield str(tag.get("href") or "")


def _addresses(soup: BeautifulSoup) -> Iterator[str]:
    """Whole addresses only: one that leads on from another says nothing alone."""
    for address in (*_meta(soup, _URLS), *_canonical(soup)):
        if address.startswith(("http://", "https://")):
            yield address


def _text(tag: Tag) -> str:
    return " ".join(tag.get_text().split())


def _around(body: Tag, shown: str) -> str:
    """The page's text before the article's sentences, in the last, and after them."""
    strings = [text for text in body.stripped_strings if len(text) >= _TELLING]
    strings = [text for text in strings if "。" in text] or strings
    if not strings:
        return shown[:_NEAR]
    start = max(shown.find(strings[0]), 0)
    end = max(shown.rfind(strings[-1]), start)
    return shown[max(0, start - _NEAR) : start] + " " + shown[end : end + _NEAR]


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    for match in pattern.finditer(text):
        if not _LABEL.match(match[1]):
            yield match[1].strip()


def _element(soup: BeautifulSoup, selector: str) -> Iterator[str]:
    for tag in soup.select(selector):
        yield str(tag.get("datetime") or _text(tag))
