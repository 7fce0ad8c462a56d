"""What of a page is never its article: code, forms, navigation, hidden parts."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import chain

from bs4 import BeautifulSoup, Comment, Tag
from bs4.element import (
    CData,
    Declaration,
    Doctype,
    NavigableString,
    ProcessingInstruction,
)

from casebase.extract.html.asides import asides
from casebase.extract.html.body import containers
from casebase.extract.html.parsing import remove

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
_HIDDEN = re.compile(
    r"(?:display\s*:\s*none|visibility\s*:\s*hidden"
    r"|(?:left|top|text-indent)\s*:\s*-\d{3,6}(?:px|em|rem))",
    re.IGNORECASE,
)
_NO_SIZE = re.compile(
    r"font-size\s*:\s*0(?:\.0{1,3})?(?:px|pt|em)?\s*(?:;|$)", re.IGNORECASE
)
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
_DATE = re.compile(r"[\[(（]?(?:(?:20)?\d\d[-/.年])?\d\d?[-/.月]\d\d?日?[\])）]?")
_STYLE = 1000  # characters of a style that are looked at
_MOST = 0.3  # of the page's text: a part with more is the article under a wrong name
_MOST_ASIDE = 0.6  # of its sentences: a part with more is no part, whatever its label
_MIN_ARTICLE = 200  # characters of article below which shares say nothing


def prune(soup: BeautifulSoup, title: Tag | None) -> None:
    """Removes from `soup` parts that by names, style or label are around an article.

    Args:
        soup: The page.
        title: The element that shows the article's title, if that is known.
    """
    held = _contents(soup)
    total = held[id(soup)].length
    kept = _containers(soup)
    kept |= {id(tag) for tag in (title, *(title.parents if title else ())) if tag}
    aside = asides(soup, kept)
    prose = held[id(soup)].prose
    gone: list[Tag] = []
    inside: set[int] = set()
    for tag in soup.find_all():
        if id(tag.parent) in inside:
            inside.add(id(tag))
        elif tag.name not in _FRAME and id(tag) not in kept:
            holds = held[id(tag)]
            is_part = _is_part(tag) and _is_small(holds, total)
            if id(tag) in aside:
                sure = aside[id(tag)] and title is not None
                is_part = is_part or sure or holds.prose <= _MOST_ASIDE * prose
            if is_part or (tag.name in _LISTS and _is_list_of_links(holds)):
                inside.add(id(tag))
                gone.append(tag)
    remove(gone)


def strip_code(soup: BeautifulSoup) -> None:
    """Removes from `soup` what no reader of the page sees as text."""
    remove(soup.find_all(string=lambda text: isinstance(text, _NOT_TEXT)))
    remove(soup.find_all(_NEVER))


@dataclass(slots=True)
class _Contents:
    """What an element holds, counted in characters without the spaces around them."""

    length: int = 0
    prose: int = 0  # in strings with a sentence's signs
    linked: int = 0  # in links, and dates beside them
    links: int = 0
    has_heading: bool = False
    is_text: bool = False  # a sentence, or the name of a file, so no list of links

    def add(self, other: _Contents) -> None:
        self.length += other.length
        self.prose += other.prose
        self.linked += other.linked
        self.links += other.links
        self.has_heading |= other.has_heading
        self.is_text |= other.is_text


def _contents(soup: BeautifulSoup) -> dict[int, _Contents]:
    """What every element holds, each counted once, the inner before the outer."""
    held: dict[int, _Contents] = defaultdict(_Contents)
    for node in reversed(list(soup.descendants)):
        if isinstance(node, Tag):
            outer, mine = held[id(node.parent)], held[id(node)]
            outer.add(mine)
            outer.has_heading |= node.name == "h1"
            if node.name == "a":
                outer.links += 1
                outer.linked += mine.length - mine.linked
        elif isinstance(node, NavigableString):
            held[id(node.parent)].add(_of_string(node.strip()))
    return held


def _of_string(text: str) -> _Contents:
    is_prose = "。" in text or "，" in text
    return _Contents(
        length=len(text),
        linked=len(text) if _DATE.fullmatch(text) else 0,
        prose=len(text) if is_prose else 0,
        is_text="。" in text or _FILES.search(text) is not None,
    )


def _containers(soup: BeautifulSoup) -> set[int]:
    """Known containers and what they stand in."""
    found: set[int] = set()
    for tag in chain.from_iterable(containers(soup).values()):
        outer: Tag | None = tag
        while outer is not None and id(outer) not in found:
            found.add(id(outer))
            outer = outer.parent
    return found


def _is_small(holds: _Contents, total: int) -> bool:
    """Whether an element holds too little of the page to be its article."""
    if holds.has_heading:
        return False
    return holds.prose < max(_MIN_ARTICLE / 2, _MOST * total)


def _is_part(tag: Tag) -> bool:
    if _is_hidden(tag):
        return True
    classes = tag.get_attribute_list("class")
    names = " ".join(str(name) for name in (*classes, tag.get("id")) if name)
    return any(_PARTS.fullmatch(word.lower()) for word in _WORDS.findall(names))


def _is_hidden(tag: Tag) -> bool:
    """Whether its own attributes keep it from being shown.

    Type of no size hides what has no element inside to give it one.
    """
    if tag.has_attr("hidden") or str(tag.get("aria-hidden")).lower() == "true":
        return True
    style = str(tag.get("style") or "")[:_STYLE]
    if not style:
        return False
    if _HIDDEN.search(style):
        return True
    return _NO_SIZE.search(style) is not None and not any(
        isinstance(child, Tag) for child in tag.contents
    )


def _is_list_of_links(holds: _Contents) -> bool:
    """Whether it is nothing but links to other pages: a menu, a list of news."""
    if holds.links < _MANY_LINKS or holds.is_text:
        return False
    return holds.linked >= _LINKED * holds.length
