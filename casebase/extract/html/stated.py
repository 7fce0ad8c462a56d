"""What a page states for machines: meta elements, linked data, comments, scripts."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone

from bs4 import BeautifulSoup, Comment, Tag

CHINA = timezone(timedelta(hours=8))

_NAMES = {
    "title": (
        *("ArticleTitle", "og:title", "twitter:title", "dc.title", "dcterms.title"),
        "title",
    ),
    "date": (
        *("PubDate", "publishdate", "firstpublishedtime", "article:published_time"),
        *(
            "og:release_date",
            "datePublished",
            "publish_time",
            "publish-date",
            "dc.date",
        ),
        *("dcterms.issued", "dcterms.created", "date", "weibo:article:create_at"),
        *("bytedance:published_time", "apub:time", "_pubtime"),
    ),
    "source": ("ContentSource", "mediaid", "source", "dc.source", "og:site_name"),
    "author": (
        *("og:article:author", "article:author", "author", "dc.creator"),
        "dcterms.creator",
    ),
    "url": ("url", "og:url"),
}
# Published by 方正翔宇 for digital newspapers, beside the article in a comment.
_PROPERTY = re.compile(r"<(title|subtitle|date|author)>([^<]*+)</\1>", re.IGNORECASE)
_VARIABLES = {
    "date": r"createTime|publish_time|publishTime|pubtime|create_time|pub_time|ct",
    "title": r"msg_title",
    "source": r"nickname|nick_name",
}
_VARIABLE = {
    name: re.compile(
        rf"(?<![\w.])[\"']?(?:{words})[\"']?\s*+[:=]\s*+(?:\w++\()?[\"']([^\"'\n]{{2,100}}+)[\"']"
    )
    for name, words in _VARIABLES.items()
}
_SECONDS = re.compile(r"1\d{9}")
_ARTICLE = re.compile("Article|Posting|Report|WebPage")
_DEEPEST = 20  # levels of linked data


@dataclass(frozen=True, slots=True)
class Stated:
    """Values by what they are of (title, date, source, author, url), the best first."""

    meta: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    data: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    scripts: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


def stated(soup: BeautifulSoup) -> Stated:
    """What the page states; asked for before its code goes."""
    found = Stated()
    _read_meta(soup, found.meta)
    for comment in soup.find_all(string=lambda text: isinstance(text, Comment)):
        _read_property(str(comment), found.data)
    for script in soup.find_all("script"):
        _read_script(script, found)
    return found


def _read_meta(soup: BeautifulSoup, found: dict[str, list[str]]) -> None:
    said: dict[str, str] = {}
    for tag in soup.find_all("meta"):
        name = tag.get("name") or tag.get("property") or tag.get("itemprop")
        value = " ".join(str(tag.get("content") or "").split())
        said[str(name).lower()] = said.get(str(name).lower()) or value
    for kind, names in _NAMES.items():
        values = (said.get(name.lower(), "") for name in names)
        found[kind] += [value for value in values if value]


def _read_property(comment: str, found: dict[str, list[str]]) -> None:
    if "enpproperty" not in comment[:40]:
        return
    for match in _PROPERTY.finditer(comment):
        if match[2].strip():
            found[match[1].lower()].append(" ".join(match[2].split()))


def _read_script(script: Tag, found: Stated) -> None:
    text = script.get_text()
    if str(script.get("type") or "").lower() == "application/ld+json":
        for item in _items(_loaded(text)):
            _read_item(item, found.data)
        return
    for kind, pattern in _VARIABLE.items():
        values = [match[1].strip() for match in pattern.finditer(text)]
        found.scripts[kind] += (
            [_dated(it) for it in values] if kind == "date" else values
        )


def _dated(value: str) -> str:
    """Seconds since 1970 as a date in China; other values as they are."""
    if not _SECONDS.fullmatch(value):
        return value if re.match(r"(?:19|20)\d\d\D", value) else ""
    return datetime.fromtimestamp(int(value), UTC).astimezone(CHINA).date().isoformat()


def _loaded(text: str) -> object:
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _items(value: object, depth: int = 0) -> Iterator[dict[str, object]]:
    """The objects of linked data that are articles, wherever they stand."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _items(item, depth + 1)
    elif isinstance(value, dict):
        if _ARTICLE.search(str(value.get("@type") or "")):
            yield value
        yield from _items(value.get("@graph"), depth + 1)


def _read_item(item: dict[str, object], found: dict[str, list[str]]) -> None:
    for kind, key in (
        *(("title", "headline"), ("date", "datePublished"), ("date", "pubDate")),
        *(("author", "author"), ("source", "publisher")),
    ):
        found[kind] += [name for name in _names(item.get(key)) if name]


def _names(value: object) -> list[str]:
    if isinstance(value, str):
        return [" ".join(value.split())]
    if isinstance(value, dict):
        return _names(value.get("name"))
    if isinstance(value, list):
        return [" ".join(name for item in value for name in _names(item))]
    return []
