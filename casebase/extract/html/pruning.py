"""What of a page is never its article: code, forms, navigation, hidden parts."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup, Comment, Tag
from bs4.element import CData, Declaration, Doctype, ProcessingInstruction

from casebase.extract.html.body import CONTAINERS

_NEVER = (
    *("script", "style", "noscript", "template", "iframe", "object", "embed", "svg"),
    *("button", "select", "input", "textarea", "nav", "footer", "aside", "dialog"),
    *(
        "audio",
        "video",
        "canvas",
        "map",
        "mp-common-profile",
        "link",
        "ins",
        "rt",
        "rp",
    ),
)
_NOT_TEXT = (Comment, Doctype, Declaration, ProcessingInstruction, CData)
_FRAME = frozenset({"html", "head", "body", "meta", "title"})
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
# Names of parts, as whole words within class and id: `share-box`, `relatedNews`.
_PARTS = re.compile(
    "share|bdsharebuttonbox|social|relate|related|relevant|recommend|prevnext|prenext"
    "|pagination|pager|comment|comments|copyright|crumb|crumbs|breadcrumb|breadcrumbs"
    "|position|toolbar|fontsize|qrcode|ewm|erweima|reward|zan|digg|advert|banner|footer"
    "|foot|nav|menu|sidebar|rank|hotnews|tags|keyword|login|search|topbar|logo|print"
    "|close|widget|authorbio"
)
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_LISTS = frozenset({"div", "p", "ul", "ol", "td", "tr", "table", "dl", "section"})
_MANY_LINKS = 4
_LINKED = 0.8  # of the text of a list of links
_FILES = re.compile(r"附件|\.(?:docx?|pdf|xlsx?|zip|rar|wps)", re.IGNORECASE)
_MOST = 0.3  # of the page's text: a part with more is the article under a wrong name
_MIN_ARTICLE = 200  # characters of article below which shares say nothing


def prune(soup: BeautifulSoup) -> None:
    """Removes from `soup` parts that by their names or style are around an article."""
    total = _length(soup)
    kept = _containers(soup)
    for tag in soup.find_all():
        if tag.decomposed or tag.name in _FRAME or id(tag) in kept:
            continue
        if (_is_part(tag) and _is_small(tag, total)) or _is_list_of_links(tag):
            tag.decompose()


def strip_code(soup: BeautifulSoup) -> None:
    """Removes from `soup` what no reader of the page sees as text."""
    for node in soup.find_all(string=lambda text: isinstance(text, _NOT_TEXT)):
        node.extract()
    for tag in soup.find_all(_NEVER):
        tag.decompose()


def _containers(soup: BeautifulSoup) -> set[int]:
    """Known containers and what they stand in."""
    found = [tag for selector in CONTAINERS for tag in soup.select(selector)]
    return {id(tag) for one in found for tag in (one, *one.parents)}


def _length(tag: Tag) -> int:
    return sum(len(text.strip()) for text in tag.stripped_strings)


def _is_small(tag: Tag, total: int) -> bool:
    """Whether `tag` holds too little of the page to be its article."""
    if tag.find("h1") is not None:
        return False
    prose = sum(
        len(text) for text in tag.stripped_strings if "。" in text or "，" in text
    )
    return prose < max(_MIN_ARTICLE / 2, _MOST * total)


def _is_part(tag: Tag) -> bool:
    if _HIDDEN.search(str(tag.get("style") or "")) or tag.has_attr("hidden"):
        return True
    classes = tag.get_attribute_list("class")
    names = " ".join(str(name) for name in (*classes, tag.get("id")) if name)
    return any(_PARTS.fullmatch(word.lower()) for word in _WORDS.findall(names))


def _is_list_of_links(tag: Tag) -> bool:
    """Whether it is nothing but links to other pages: a menu, a list of news."""
    if tag.name not in _LISTS:
        return False
    links = tag.find_all("a")
    text = "".join(tag.stripped_strings)
    if len(links) < _MANY_LINKS or "。" in text or _FILES.search(text):
        return False
    linked = sum(len("".join(link.stripped_strings)) for link in links)
    return linked >= _LINKED * len(text)
