"""Parts of a page that begin with a label such as 推荐阅读, 网友评论 or 通知公告."""

from __future__ import annotations

from collections.abc import Container

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from casebase.extract.html.labels import is_label_after, is_label_beside

_PARTS = frozenset({"div", "section", "aside", "ul", "ol", "dl", "table", "td", "tr"})


def asides(soup: BeautifulSoup, kept: Container[int]) -> dict[int, bool]:
    """The elements that a label heads, by id.

    Args:
        soup: The page.
        kept: The ids of elements that hold the article or its title.

    Returns:
        For each whether its label is of what follows an article, so that it is none
        however much it holds.
    """
    page = soup.body or soup
    first = _first_texts(page)
    found: dict[int, bool] = {}
    for text in page.find_all(string=True):
        label = text.strip()
        after = is_label_after(label)
        if after or is_label_beside(label):
            tag = _headed(text, first, kept)
            if tag is not None:
                found[id(tag)] = after
    return found


def _first_texts(page: Tag) -> dict[int, int]:
    """For each element, the text with which it begins."""
    first: dict[int, int] = {}
    for text in page.find_all(string=True):
        if not text.strip():
            continue
        tag = text.parent
        while tag is not None and id(tag) not in first:
            first[id(tag)] = id(text)
            tag = tag.parent
    return first


def _headed(
    text: NavigableString, first: dict[int, int], kept: Container[int]
) -> Tag | None:
    """The largest part that begins with `text` and holds more than it."""
    found: Tag | None = None
    tag = text.parent
    while tag is not None and first.get(id(tag)) == id(text) and id(tag) not in kept:
        if tag.name in _PARTS:
            found = tag
        tag = tag.parent
    if found is None:
        return None
    others = (it for it in found.strings if it is not text and it.strip())
    return found if next(others, None) is not None else None
