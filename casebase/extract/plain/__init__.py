"""Plain text and Markdown, with what a crawler wrote above the text as metadata."""

from __future__ import annotations

import re

from casebase.document import Layout, Line, Page
from casebase.extract.plain.columns import with_tables
from casebase.extract.plain.header import split_header
from casebase.extract.plain.markdown import (
    is_flowing,
    is_markdown,
    markdown_lines,
    without_tags,
)
from casebase.extract.plain.records import Record, records

_BREAK = re.compile(r"\r\n|[\n\r\v\x85\u2028\u2029]")
_BOOKMARK = re.compile(r"\[bookmark: \w+\]")  # what converters leave of Word files
_FORM_FEED = "\f"


def read(text: str, *, named_markdown: bool) -> Layout:
    """Reads text that is not HTML.

    Only form feeds make pages. Text that begins with a `#` heading is Markdown,
    whatever its name; articles saved as data are their texts.
    """
    found = records(text)
    if found:
        return _of_records(found)
    lines = [line.rstrip(" \t") for line in _BREAK.split(_BOOKMARK.sub("", text))]
    metadata, body = split_header(lines)
    if named_markdown or is_markdown(body):
        marked = markdown_lines([line.replace(_FORM_FEED, "") for line in body])
        flowing = is_flowing(marked)
        return Layout("markdown", (Page(None, marked),), flowing, metadata)
    return Layout("text", _pages("\n".join(body)), metadata=metadata)


def _of_records(found: list[Record]) -> Layout:
    """A lone article as it is; several one after another, each below its title."""
    if len(found) == 1:
        lines = _paragraphs(found[0])
        return Layout(
            "text", (Page(None, lines),), flowing=True, metadata=found[0].metadata
        )
    lines = tuple(
        line
        for one in found
        for line in (Line(one.metadata.title, level=1), *_paragraphs(one))
        if line.text
    )
    return Layout("text", (Page(None, lines),), flowing=True)


def _paragraphs(record: Record) -> tuple[Line, ...]:
    texts = _BREAK.split(without_tags(record.text))
    return tuple(Line(text.strip()) for text in texts if text.strip())


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
    return with_tables(lines)
