"""Web pages: the article alone, each of its paragraphs a line."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup
from bs4.exceptions import ParserRejectedMarkup

from casebase.document import Layout, Line, Metadata, Notice, Page
from casebase.errors import UnreadableFileError
from casebase.extract.html.about import about, site_lines
from casebase.extract.html.anchor import anchor
from casebase.extract.html.blocks import lines_of
from casebase.extract.html.body import find_body
from casebase.extract.html.enclosures import enclosures
from casebase.extract.html.furniture import without_furniture
from casebase.extract.html.parsing import parse
from casebase.extract.html.pruning import prune, strip_code
from casebase.extract.html.saved import archived_pages
from casebase.extract.html.scripted import text_in_scripts
from casebase.extract.html.stated import stated
from casebase.extract.html.title import second_headline

__all__ = ["archived_pages", "read"]

_MANY_LINKS = 15
_SENTENCE = re.compile("[。！？；]")


def read(text: str) -> Layout:
    """Reads a web page; its title is the first line, as a heading of level 1.

    Raises:
        UnreadableFileError: The markup cannot be parsed, or it is a list of articles.
    """
    try:
        soup = parse(text)
        links = len(soup.find_all("a", limit=_MANY_LINKS))
        metadata, lines = _article(soup)
    except (ParserRejectedMarkup, RecursionError) as error:
        raise UnreadableFileError(
            "网页的代码已损坏，无法读取。", "请用浏览器重新保存网页。"
        ) from error
    return Layout(
        "html",
        (Page(None, lines),),
        flowing=True,
        metadata=metadata,
        notices=(*_notices(text), *_notices_of_index(lines, links)),
    )


def _article(soup: BeautifulSoup) -> tuple[Metadata, tuple[Line, ...]]:
    foot, said = site_lines(soup), stated(soup)
    hidden = text_in_scripts(soup)
    strip_code(soup)
    shown = list(soup.stripped_strings)
    heading = soup.title.get_text() if soup.title else ""
    title = anchor(soup, [*said.data["title"], *said.meta["title"], heading])
    prune(soup, title)
    bodies = find_body(soup, title)
    metadata = about(soup, bodies, said, shown, foot)
    lines = without_furniture(lines_of(bodies), metadata.title)
    if hidden and not any(map(_is_sentence, lines)):
        lines = without_furniture(lines_of([parse(hidden)]), metadata.title)
    said_here = "".join(line.text for line in lines)
    lines = (*lines, *enclosures(bodies, said_here)) if lines else ()
    if not metadata.title or not lines:
        return metadata, lines
    below = second_headline(title)
    if not below or below in {metadata.title, *(line.text for line in lines)}:
        return metadata, (Line(metadata.title, level=1), *lines)
    return metadata, (Line(metadata.title, level=1), Line(below, level=2), *lines)


def _notices_of_index(lines: tuple[Line, ...], links: int) -> tuple[Notice, ...]:
    """Whether the page only leads to articles: it has many links and no sentence.

    Raises:
        UnreadableFileError: It has nothing else but headings.
    """
    if links < _MANY_LINKS or any(map(_is_sentence, lines)):
        return ()
    if all(line.level for line in lines):
        raise UnreadableFileError(
            "这是栏目或目录页，只有文章的链接，没有正文。",
            "请打开里面的文章，逐篇保存后放入。",
        )
    message = "网页里只有链接和很少的文字，可能是栏目或目录页，不是文章。"
    advice = "如果是，请打开里面的文章，逐篇保存后放入。"
    return (Notice(None, message, advice, damaged=False),)


def _is_sentence(line: Line) -> bool:
    return bool(line.rows) or _SENTENCE.search(line.text) is not None


def _notices(text: str) -> tuple[Notice, ...]:
    """Whether the page is cut off: browsers and sites close what they open."""
    lowered = text.lower()
    if "<html" not in lowered or "</html" in lowered:
        return ()
    message = "网页的结尾不完整，后面的内容可能丢失。"
    return (Notice(None, message, "请对照原网页，或用浏览器重新保存。"),)
