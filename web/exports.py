"""The hits of a search to take away: as a table, as a list to write with, as a feed."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from xml.etree import ElementTree as ET

import xlsxwriter
from flask import Blueprint, Response, request, url_for
from werkzeug.exceptions import NotFound

from casebase.query import MAX_LIMIT, Query, Sort
from casebase.results import Hit
from casebase.search.batch import write_table
from web import wording
from web.addresses import asked, search_address
from web.library import find, shelf

MOST = 1000  # hits that are taken away at once
FEED = 40  # entries of a feed
ATOM = "http://www.w3.org/2005/Atom"
COLUMNS = {
    "number": "序号",
    "title": "标题",
    "school": "学校",
    "province": "省份",
    "date": "日期",
    "genre": "体裁",
    "document": "文献",
    "pages": "页码",
    "snippet": "片段",
    "address": "网址",
}
_WIDE = {"title": 40, "school": 22, "document": 34, "snippet": 60, "address": 40}
_MARKDOWN = str.maketrans({sign: f"\\{sign}" for sign in r"\`*_[]<>#|"})
blueprint = Blueprint("exports", __name__)


@dataclass(frozen=True, slots=True)
class Line:
    """A hit as it stands in a table; what is not known is empty."""

    number: int
    title: str
    school: str
    province: str
    date: str
    genre: str
    document: str
    pages: str
    snippet: str
    address: str


@blueprint.get("/search.<form>")
def exported(form: str) -> Response:
    """The hits of the search page of the same arguments, from the first on."""
    if form == "atom":
        return _feed(asked())
    if form not in FORMS:
        raise NotFound
    kind, write = FORMS[form]
    response = Response(write(_lines(asked())), content_type=kind)
    name = f'attachment; filename="casebase.{form}"'
    response.headers["Content-Disposition"] = name
    return response


def _lines(query: Query) -> Iterator[Line]:
    for number, hit in enumerate(_hits(query), start=1):
        yield _line(number, hit)


def _hits(query: Query) -> Iterator[Hit]:
    """The first hits, asked for as many at a time as there may be."""
    for offset in range(0, MOST, MAX_LIMIT):
        found = find(replace(query, offset=offset, limit=MAX_LIMIT))
        yield from found.hits
        if offset + MAX_LIMIT >= found.distinct:
            return


def _line(number: int, hit: Hit) -> Line:
    entry = hit.entry
    return Line(
        number=number,
        title=entry.title,
        school=entry.first("school") or "",
        province=entry.first("province") or "",
        date=entry.first("date") or str(entry.first("year") or ""),
        genre=entry.first("genre") or "",
        document=entry.document,
        pages=wording.pages(entry.pages),
        snippet=hit.snippets[0].text if hit.snippets else "",
        address=url_for("pages.entry", entry_id=entry.id, _external=True),
    )


def _csv(lines: Iterable[Line]) -> bytes:
    out = io.StringIO()
    write_table(COLUMNS, lines, out)
    return out.getvalue().encode()


def _xlsx(lines: Iterable[Line]) -> bytes:
    out = io.BytesIO()
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(out, plain) as book:
        sheet = book.add_worksheet("检索结果")
        bold = book.add_format({"bold": True, "bottom": 1})
        wrap = book.add_format({"text_wrap": True, "valign": "top"})
        for at, (name, label) in enumerate(COLUMNS.items()):
            sheet.set_column(at, at, _WIDE.get(name, 12))
            sheet.write_string(0, at, label, bold)
        sheet.freeze_panes(1, 0)
        for row, line in enumerate(lines, start=1):
            for at, field in enumerate(fields(line)):
                value = getattr(line, field.name)
                if isinstance(value, int):
                    sheet.write_number(row, at, value, wrap)
                else:
                    sheet.write_string(row, at, value, wrap)
    return out.getvalue()


def _markdown(lines: Iterable[Line]) -> bytes:
    parts = []
    for line in lines:
        about = "，".join(filter(None, (line.school, line.date, line.pages)))
        parts.append(
            f"{line.number}. [{line.title.translate(_MARKDOWN)}]({line.address})"
            f"　{about.translate(_MARKDOWN)}\n\n"
            f"   > {' '.join(line.snippet.split()).translate(_MARKDOWN)}\n"
        )
    return "\n".join(parts).encode()


FORMS: Mapping[str, tuple[str, Callable[[Iterable[Line]], bytes]]] = {
    "csv": ("text/csv; charset=utf-8", _csv),
    "xlsx": (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _xlsx,
    ),
    "md": ("text/markdown; charset=utf-8", _markdown),
}


def _feed(query: Query) -> Response:
    """The newest of what a search finds, as a feed (Atom, RFC 4287)."""
    newest = replace(query, sort=Sort.NEWEST, limit=FEED, offset=0)
    root = ET.Element("feed", xmlns=ATOM)
    title = query.text or "全部篇目"
    _add(root, "title", f"党建案例库：{title}")
    _add(root, "id", request.url)
    _add(root, "updated", shelf().state.built_at)
    ET.SubElement(root, "link", href=request.url, rel="self")
    page = request.url_root.rstrip("/") + search_address(newest)
    ET.SubElement(root, "link", href=page)
    for number, hit in enumerate(find(newest).hits, start=1):
        _item(root, _line(number, hit))
    made = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return Response(made, content_type="application/atom+xml; charset=utf-8")


def _item(root: ET.Element, line: Line) -> None:
    item = ET.SubElement(root, "entry")
    _add(item, "title", line.title)
    _add(item, "id", line.address)
    _add(item, "updated", _moment(line.date) or shelf().state.built_at)
    ET.SubElement(item, "link", href=line.address)
    if line.school:
        _add(ET.SubElement(item, "author"), "name", line.school)
    _add(item, "summary", line.snippet)


def _moment(date: str) -> str:
    """A day as a moment; of a month or year its first day."""
    parts = [*date.split("-"), "01", "01"][:3]
    return f"{'-'.join(parts)}T00:00:00+08:00" if date else ""


def _add(parent: ET.Element, name: str, text: str) -> None:
    """An element with text; XML takes no control characters."""
    kept = "".join(char if char.isprintable() else " " for char in text)
    ET.SubElement(parent, name).text = kept
