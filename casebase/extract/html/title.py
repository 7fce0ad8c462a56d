"""The title of a page's article, less what names the site."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from bs4 import BeautifulSoup, Tag

from casebase.extract.html.anchor import is_name_of_place
from casebase.extract.html.body import BLOCKS

_HEADINGS = ("#activity-name", "h1")
_NAME_LIKE = re.compile("title|Title|bt$|biaoti")
_LESSER = frozenset({"h2", "h3", "h4", "h5"})
_ABOUT = re.compile(
    r"时间|日期|来源|作者|浏览|点击|字号|(?:19|20)\d\d[-/.年]|[:：]$|^——"
)
_LENGTH = range(5, 101)
# —— is none: it joins a title and its subtitle.
_SIGN = r"\s*(?:[-_|–－｜]{1,2}|(?<!—)—(?!—))\s*"
_SEPARATOR = re.compile(rf"{_SIGN}|\s+")
_SUBTITLE = re.compile(r"\s*——\s*[^-_|｜]+")


def article_title(
    soup: BeautifulSoup, bodies: Sequence[Tag], meta: Iterable[str], above: str
) -> str:
    """The article's title: stated, or else shown, less what names the site.

    Args:
        soup: The page.
        bodies: Its article.
        meta: What the page states for machines as the title, the best first.
        above: What it shows above the line with date and source.

    Returns:
        The title, with its subtitle after a dash where the page states both; empty
        where the page states but the name of its site, and shows no title.
    """
    stated = _text(soup.title) if soup.title else ""
    shown = [text for text in _shown(soup, bodies[0]) if not is_name_of_place(text)]
    strings = [_bare(text) for text in (soup.body or soup).stripped_strings]
    for text in meta:
        if text in shown or not stated or text != stated:
            title = _less_site(text, {*shown, *strings})
            return title + _subtitle_below(title, strings, bodies)
    lone = (text for text in strings if _SUBTITLE.match(stated, len(text)))
    begun = max(filter(stated.startswith, (*shown, *lone)), key=len, default="")
    if begun:
        subtitle = _SUBTITLE.match(stated, len(begun))
        if subtitle:
            return begun + subtitle[0].rstrip()
        return begun + _subtitle_below(begun, strings, bodies)
    known = set(strings)
    named = [part for part in _parts(stated) if _bare(part) in known]
    named = [part for part in named if not is_name_of_place(part)]
    found = [*named, *([] if above.startswith("——") else [above]), *shown]
    title = next(filter(None, found), "") or _without_site(stated)
    return title + _subtitle_below(title, strings, bodies)


def second_headline(title: Tag | None) -> str:
    """A heading right below that of the title, which is part of the headline."""
    below = title.find_next_sibling(_any_tag) if title is not None else None
    if title is None or not isinstance(below, Tag) or below.name not in _LESSER:
        return ""
    text = _text(below)
    is_own = len(text) in _LENGTH and _text(title) not in text
    if not is_own or below.find("a") is not None or is_name_of_place(text):
        return ""
    return "" if _ABOUT.search(text) else text


def _any_tag(tag: Tag) -> bool:
    return bool(tag.name)


def _less_site(title: str, shown: set[str]) -> str:
    """A stated title less the site's name, where the page shows it without."""
    parts = (part for part in _parts(title) if not is_name_of_place(part))
    return next((part for part in parts if {part, _bare(part)} & shown), title)


def _subtitle_below(title: str, strings: Sequence[str], bodies: Sequence[Tag]) -> str:
    """——…纪实, where the page shows it between the title and the article."""
    place = strings.index(_bare(title)) + 1 if _bare(title) in strings else len(strings)
    below = strings[place] if place < len(strings) else ""
    if not below.startswith("——") or below in _bare(title):
        return ""
    inside = any(below in _bare(body.get_text()) for body in bodies)
    return "" if inside else below


def _parts(title: str) -> Iterator[str]:
    """The title, and its beginnings and ends at each separator, the longest first.

    Only those as long as a title is.
    """
    cuts = list(_SEPARATOR.finditer(title))
    starts = [(0, len(title)), *((0, cut.start()) for cut in reversed(cuts))]
    ends = [(cut.end(), len(title)) for cut in cuts]
    for start, end in (*starts, *ends):
        if end - start in _LENGTH:
            yield title[start:end]


def _without_site(title: str) -> str:
    """The longest part that is no institution's name."""
    parts = [part for part in re.split(_SIGN, title) if not is_name_of_place(part)]
    return max(parts, key=len, default="").strip()


def _shown(soup: BeautifulSoup, body: Tag) -> Iterator[str]:
    """What is shown as a title before the article, the likeliest first."""
    for selector in _HEADINGS:
        for tag in soup.select(selector):
            text = _text(tag)
            if len(text) in _LENGTH:
                yield text
    for tag in body.find_all_previous(_looks_like_title):
        text = _text(tag)
        if len(text) in _LENGTH and tag.find("a") is None:
            yield text


def _looks_like_title(tag: Tag) -> bool:
    if re.fullmatch("h[1-6]", tag.name):
        return True
    names = " ".join(map(str, (*tag.get_attribute_list("class"), tag.get("id"))))
    return (
        tag.name in BLOCKS | {"span", "strong"}
        and _NAME_LIKE.search(names) is not None
        and tag.find(list(BLOCKS)) is None
    )


def _text(tag: Tag) -> str:
    return " ".join(tag.get_text().split())


def _bare(text: str) -> str:
    return "".join(text.split())
