"""Plain text and Markdown, with what a crawler wrote above the text as metadata."""

from __future__ import annotations

import re

from casebase.document import Layout, Line, Page
from casebase.extract.plain.header import split_header
from casebase.extract.plain.markdown import is_flowing, is_markdown, markdown_lines

_BREAK = re.compile(r"\r\n|[\n\r\v\x85\u2028\u2029]")
_BOOKMARK = re.compile(r"\[bookmark: \w+\]")  # what converters leave of Word files
_FORM_FEED = "\f"


def read(text: str, *, named_markdown: bool) -> Layout:
    """Reads text that is not HTML.

    Only form feeds make pages. Text that begins with a `#` heading is Markdown,
    whatever its name.
    """
    lines = [line.rstrip(" \t") for line in _BREAK.split(_BOOKMARK.sub("", text))]
    metadata, body = split_header(lines)
    if named_markdown or is_markdown(body):
        found = markdown_lines([line.replace(_FORM_FEED, "") for line in body])
        flowing = is_flowing(found)
        return Layout("markdown", (Page(None, found),), flowing, metadata)
    return Layout("text", _pages("\n".join(body)), metadata=metadata)


def _pages(text: str) -> tuple[Page, ...]:
    parts = text.split(_FORM_FEED)
    if len(parts) > 1 and not parts[-1].strip():
        parts.pop()
    if len(parts) == 1:
        return (Page(None, _lines(parts[0])),)
    return tuple(Page(n, _lines(part)) for n, part in enumerate(parts, start=1))


def _lines(text: str) -> tuple[Line, ...]:
    lines: list[Line] = []
    gap = False
    for line in text.split("\n"):
        if line.strip():
            lines.append(Line(line, gap=gap and bool(lines)))
        gap = not line.strip()
    return tuple(lines)
