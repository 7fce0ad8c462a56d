"""Articles that a program saved as data (JSON): a record each, or one on each line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from casebase.document import Metadata
from casebase.extract.plain.header import metadata_of

_TEXTS = (
    *(
        "content",
        "text",
        "body",
        "正文",
        "内容",
        "article",
        "content_text",
        "full_text",
    ),
    *("articlebody", "html", "content_html", "main_text", "paragraphs", "main", "txt"),
)
_LISTS = (
    "data",
    "items",
    "articles",
    "results",
    "list",
    "records",
    "rows",
    "documents",
)
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Record:
    """An article as data: what is said of it, and its text with its line breaks."""

    metadata: Metadata
    text: str


def records(text: str) -> list[Record]:
    """The articles of a text that is data; none where it is ordinary text."""
    if text.lstrip()[:1] not in {"{", "["}:
        return []
    return [_record(one) for one in _objects(_loaded(text))]


def _loaded(text: str) -> object:
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        pass
    found: list[object] = []
    for line in text.splitlines():
        if line.strip():
            try:
                found.append(json.loads(line, strict=False))
            except (ValueError, RecursionError):
                return None
    return found


def _objects(value: object, depth: int = 0) -> Iterator[Mapping[str, object]]:
    """The objects with a text, wherever they stand."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for one in value:
            yield from _objects(one, depth + 1)
    elif isinstance(value, dict):
        lowered = {str(key).lower(): one for key, one in value.items()}
        if _text(lowered):
            yield lowered
        else:
            for name in _LISTS:
                yield from _objects(lowered.get(name), depth + 1)


def _record(one: Mapping[str, object]) -> Record:
    said = {key: value for key, value in one.items() if isinstance(value, str)}
    return Record(metadata_of(said), _text(one))


def _text(one: Mapping[str, object]) -> str:
    for name in _TEXTS:
        value = one.get(name)
        if isinstance(value, list) and all(isinstance(part, str) for part in value):
            value = "\n".join(map(str, value))
        if isinstance(value, str) and value.strip():
            return value
    return ""
