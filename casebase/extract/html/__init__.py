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
from casebase.extract.html.scripted import text_in_scripts
from casebase.extract.html.stated import stated

_SENTENCE = re.compile("[。！？；]")


def read(text: str) -> Layout:
    """Reads a web page; its title is the first line, as a heading of level 1.

    Raises:
        UnreadableFileError: The markup cannot be parsed.
    """
    try:
        metadata, lines = _article(parse(text))
    except (ParserRejectedMarkup, RecursionError) as error:
        raise UnreadableFileError(
            "网页的代码已损坏，无法读取。", "请用浏览器重新保存网页。"
        ) from error
    return Layout(
        "html",
        (Page(None, lines),),
        flowing=True,
        metadata=metadata,
        notices=_notices(text),
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
    above = (Line(metadata.title, level=1),) if metadata.title and lines else ()
    return metadata, (*above, *lines)


def _is_sentence(line: Line) -> bool:
    return bool(line.rows) or _SENTENCE.search(line.text) is not None


def _notices(text: str) -> tuple[Notice, ...]:
    """Whether the page is cut off: browsers and sites close what they open."""
    lowered = text.lower()
    if "<html" not in lowered or "</html" in lowered:
        return ()
    message = "网页的结尾不完整，后面的内容可能丢失。"
    return (Notice(None, message, "请对照原网页，或用浏览器重新保存。"),)
