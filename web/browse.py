"""The browse pages: what there is of each kind, from A to Z."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from string import ascii_uppercase
from urllib.parse import urlencode

from flask import url_for

from casebase.errors import NotFoundError
from casebase.query import Filter, Query
from casebase.search.tally import Tally
from casebase.text.pinyin import OTHERS, initial, pinyin_key
from web import shelves, wording
from web.addresses import narrowed, search_address, toggled
from web.charts import Cell, Columns, Datum, Rows, columns, provinces, rows
from web.facets import Choice
from web.library import Shelf

TITLES: Mapping[str, str] = {
    "honours": "荣誉", "brands": "品牌", "methods": "工作法", "policies": "政策",
    "topics": "主题", "schools": "学校", "places": "地区", "years": "年份",
}  # fmt: skip
AT_ONCE = 150  # items on one page; with more, each letter has a page
BEFORE_FOLD = 60  # items of a letter before the rest is folded
SCHOOLS = 2  # named beside an item
YEARS, BARS = 12, 10


@dataclass(frozen=True, slots=True)
class Tab:
    """A browse page and how much it lists."""

    name: str
    count: int
    address: str
    current: bool


@dataclass(frozen=True, slots=True)
class Item:
    """A value, what is said of it, how many entries have it and where they are."""

    name: str
    note: str
    count: int
    address: str


@dataclass(frozen=True, slots=True)
class Section:
    """The items under a letter, or in a decade."""

    letter: str
    items: Sequence[Item]
    rest: Sequence[Item]


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter of the alphabet; without an address nothing begins with it."""

    name: str
    address: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Choices:
    """What a page can be narrowed to in one field."""

    name: str
    options: Sequence[tuple[Choice, int]]


@dataclass(frozen=True, slots=True)
class Picture:
    """One drawing: columns by year, rows, or the table of provinces."""

    title: str
    columns: Columns | None = None
    rows: Rows | None = None
    regions: Sequence[tuple[str, int, list[Cell]]] = ()


@dataclass(frozen=True, slots=True)
class View:
    """Everything on a browse page."""

    title: str
    total: int
    tabs: Sequence[Tab]
    letters: Sequence[Letter]
    sections: Sequence[Section]
    filters: Sequence[Choices]
    pictures: Sequence[Picture]


def browse(shelf: Shelf, page: str, query: Query, letter: str) -> View:
    """A browse page, honours narrowed by the conditions of `query`.

    Raises:
        NotFoundError: There is no such page.
    """
    if page not in TITLES:
        raise NotFoundError("没有这个浏览页。", "请从“浏览”里选择。")
    where = shelves.chosen(query) if page == "honours" else ()
    items = _items(shelf, page, where)
    sections = _sections(items) if page != "years" else _decades(items)
    present = [name for name, _ in sections]
    at_once = len(items) <= AT_ONCE or page == "years"
    current = letter if letter in present else next(iter(present), "")
    return View(
        title=TITLES[page],
        total=len(items),
        tabs=tabs(shelf, page),
        letters=_letters(page, where, present, "" if at_once else current)
        if page != "years"
        else (),
        sections=[
            Section(name, held[:BEFORE_FOLD], held[BEFORE_FOLD:])
            for name, held in sections
            if at_once or name == current
        ],
        filters=_filters(shelf, where) if page == "honours" else (),
        pictures=[it for it in _pictures(shelf, page, where) if it],
    )


def tabs(shelf: Shelf, page: str = "") -> list[Tab]:
    """The browse pages, `page` being the current one."""
    return [
        Tab(title, _size(shelf, name), _address(name), name == page)
        for name, title in TITLES.items()
    ]


def _size(shelf: Shelf, page: str) -> int:
    if page == "policies":
        return len(shelves.policies(shelf))
    return len(shelves.listed(shelf, shelves.PAGES[page]))


def _address(page: str, where: Sequence[Filter] = (), letter: str = "") -> str:
    arguments = [("where", it) for each in where for it in each.to_args()]
    arguments += [("letter", letter)] if letter else []
    path = url_for("pages.browse_page", page=page)
    return f"{path}?{urlencode(arguments)}" if arguments else path


# --- the list -----------------------------------------------------------------------


def _items(shelf: Shelf, page: str, where: Sequence[Filter]) -> list[Item]:
    match page:
        case "honours":
            found = shelves.honours(shelf, where, "honour")
            return [_item(it, "honour", where) for it in found]
        case "policies":
            return [_policy(*it) for it in shelves.policies(shelf)]
        case "places":
            return _places(shelf)
        case "years":
            years = sorted(shelves.listed(shelf, "year"), key=lambda it: it.value)
            return [_item(it, "year") for it in reversed(years)]
        case _:
            field = shelves.PAGES[page]
            return [_item(it, field) for it in shelves.listed(shelf, field)]


def _item(one: Tally, field: str, where: Sequence[Filter] = ()) -> Item:
    wanted = Query(where=(Filter(field, (one.value,)), *where))
    note = _NOTES.get(field, _no_note)(one)
    return Item(one.value, note, one.count, search_address(wanted))


def _policy(field: str, one: Tally) -> Item:
    name = one.value if field == "docno" else f"《{one.value}》"
    note = "，".join(_first(one, "number", 1) + _first(one, "issuer", 1))
    return Item(name, note, one.count, narrowed(field, one.value))


def _places(shelf: Shelf) -> list[Item]:
    known = [
        *(_item(it, "province") for it in shelves.listed(shelf, "province")),
        *(_item(it, "city") for it in shelves.listed(shelf, "city")),
    ]
    return sorted(known, key=lambda it: pinyin_key(it.name))


def _first(one: Tally, name: str, most: int = SCHOOLS) -> list[str]:
    return [str(it) for it in one.details.get(name, ())[:most]]


def _schools(one: Tally) -> str:
    named = "、".join(_first(one, "school"))
    more = len(one.details.get("school", ())) > SCHOOLS
    return f"{named}等" if more else named


def _of_brand(one: Tally) -> str:
    return "，".join(filter(None, [*_first(one, "form", 1), _schools(one)]))


def _of_method(one: Tally) -> str:
    if True in one.details.get("national", ()):
        return "通行提法"
    return _schools(one)


def _of_honour(one: Tally) -> str:
    parts = [_first(one, "level"), _first(one, "status", 4)]
    return "，".join("、".join(part) for part in parts if part)


def _where(one: Tally) -> str:
    return "".join(_first(one, "province", 1))


def _no_note(_: Tally) -> str:
    return ""


_NOTES: Mapping[str, Callable[[Tally], str]] = {
    "brand": _of_brand, "method": _of_method, "honour": _of_honour,
    "province": lambda _: "省份", "city": _where, "school": _where,
}  # fmt: skip


def _sections(items: Sequence[Item]) -> list[tuple[str, list[Item]]]:
    """By letter; what has none comes last."""
    held = groupby(items, key=lambda it: initial(it.name))
    by_letter: dict[str, list[Item]] = {}
    for name, run in held:
        by_letter.setdefault(name, []).extend(run)
    return sorted(by_letter.items(), key=lambda it: (it[0] == OTHERS, it[0]))


def _decades(items: Iterable[Item]) -> list[tuple[str, list[Item]]]:
    runs = groupby(items, key=lambda it: f"{it.name[:3]}0")
    return [(name, list(run)) for name, run in runs]


def _letters(
    page: str, where: Sequence[Filter], present: Sequence[str], current: str
) -> list[Letter]:
    return [
        Letter(
            name,
            ""
            if name not in present
            else _address(page, where, name)
            if current
            else f"#b-{name}",
            name == current,
        )
        for name in (*ascii_uppercase, OTHERS)
    ]


# --- honours narrowed ---------------------------------------------------------------


def _filters(shelf: Shelf, where: Sequence[Filter]) -> list[Choices]:
    found = []
    for field in ("level", "status", "batch"):
        others = [it for it in where if it.field != field]
        counted = shelves.honours(shelf, others, field)
        options = [
            (_narrowing(where, field, it.value), it.count)
            for it in sorted(counted, key=lambda it: -it.count)
        ]
        if options:
            found.append(Choices(wording.field(field), options))
    return found


def _narrowing(where: Sequence[Filter], field: str, value: str) -> Choice:
    query = Query(where=tuple(where))
    turned = toggled(query, field, value).where
    current = any(it.field == field and value in it.values for it in where)
    return Choice(value, _address("honours", turned), current)


# --- pictures -----------------------------------------------------------------------


def _pictures(shelf: Shelf, page: str, where: Sequence[Filter]) -> list[Picture | None]:
    match page:
        case "honours":
            return [_awarded(shelf, where)]
        case "schools" | "places":
            return [_by_province(shelf)]
        case "years":
            return [_by_year(shelf)]
        case "topics":
            return [_by_topic(shelf)]
        case _:
            return []


def _awarded(shelf: Shelf, where: Sequence[Filter]) -> Picture | None:
    """Honours by their own year; a year narrows the page."""
    others = [it for it in where if it.field != "awarded"]
    counted = sorted(shelves.honours(shelf, others, "awarded"), key=lambda it: it.value)
    data = []
    for it in counted[-YEARS:]:
        way = _narrowing(where, "awarded", it.value)
        data.append(Datum(it.value, it.count, way.address, way.current))
    return Picture("荣誉的年份", columns=columns(data, 352, 132)) if data else None


def _by_year(shelf: Shelf) -> Picture | None:
    counted = sorted(shelves.listed(shelf, "year"), key=lambda it: it.value)
    data = [
        Datum(it.value, it.count, narrowed("year", it.value)) for it in counted[-YEARS:]
    ]
    return Picture("各年篇数", columns=columns(data, 352, 132)) if data else None


def _by_province(shelf: Shelf) -> Picture | None:
    data = [
        Datum(it.value, it.count, narrowed("province", it.value))
        for it in shelves.listed(shelf, "province")
    ]
    return Picture("各省区市篇数", regions=provinces(data)) if data else None


def _by_topic(shelf: Shelf) -> Picture | None:
    counted = sorted(shelves.listed(shelf, "topic"), key=lambda it: -it.count)[:BARS]
    data = [Datum(it.value, it.count, narrowed("topic", it.value)) for it in counted]
    return Picture("篇数最多的主题", rows=rows(data)) if data else None
