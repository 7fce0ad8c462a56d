"""Honours in tables, read by the heads of their columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from casebase.annotate.honours.holders import tidy
from casebase.annotate.honours.levels import level_by
from casebase.annotate.honours.names import Name, name_of
from casebase.annotate.honours.trimming import batch_in
from casebase.entry import Entry, Evidence, Honour, Paragraph, Role
from casebase.lexicon import Lexicon

Found = tuple[Honour, Evidence]

# The columns that matter, by the words of their heads; the first that fits has it.
_HEADS: Mapping[str, re.Pattern[str]] = {
    "result": re.compile("(?:验收|评审|考核|复核|认定)?(?:结果|结论)$"),
    "remark": re.compile("备注|说明|状态|进展"),
    "grade": re.compile("等级|等次|奖次|奖级(?!别)|名次|所获奖项"),
    "level": re.compile("级别|层次"),
    "year": re.compile("时间|年份|年度|日期"),
    "giver": re.compile(
        "(?:授予|颁奖|颁发|发证|主办|认定|表彰)(?:单位|部门|机构|机关)"
    ),
    "honour": re.compile(
        "荣誉|奖项|称号|(?:获奖|竞赛|大赛|赛项|比赛|赛事|表彰|奖励)(?:名称|项目)?$"
    ),
    "unit": re.compile("所属|学校|院校|单位|部门|院系|学院|二级"),
    "holder": re.compile(
        "支部|获奖[人者]|教师|姓名|学生|团队|集体|个人|选手|党组织|总支|作品|品牌|项目"
        "|案例|课程"
    ),
    "work": re.compile("作品|品牌|案例|课程"),  # beside who has the holder's column
}
_NO_HOLDER = re.compile("指导")
_RESULTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("暂缓通过", re.compile("暂缓|延期|整改")),
    ("未通过", re.compile("未通过|不通过|不合格|未达标")),
    ("终止", re.compile("终止|撤销|取消")),
    ("通过验收", re.compile("通过|合格|优秀|良好|达标")),
)
_NURTURED = re.compile("培育|创建")
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_OF_TITLE = re.compile(
    r"^[（(]?[一二三四五六七八九十0-9]{1,3}[、.）)]\s?"
    r"|^(?:表\s?[0-9]*[：:\s\u3000]*)?(?:关于)?(?:公布|公示)?|"
    r"(?:[（(][^（）()]*[）)]|验收|评审|考核|认定|结果|名单|的?公示|的?通知|一览表|情况"
    r"|汇总表?|表|的)+$"
)
_ABOVE = {Role.CAPTION, Role.HEADING}
_LISTING = re.compile("表彰|评优|评选|名单|命名|通报")
_OF_PRIZES = re.compile("获奖|奖项|荣誉")
# 第九届创新创业大赛（金奖）, in tables whose cells were lost.
_BRACKETED = re.compile(
    r"(?P<contest>第?[^（）()\t《》]{5,60})\s?[（(](?P<prize>[^（）()\t]{0,8}(?:奖|牌"
    r"|军|杯|教师|老师))[）)]"
)
_TELLING = {"honour", "result", "unit", "holder"}
_WHOSE = {"unit", "holder", "work", "result"}
_CONTEST = re.compile("赛|展示|评比|评选|征文|展演|活动")


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells of a row by what they say, and where the row begins in the text."""

    cells: Mapping[str, str]
    text: str
    start: int
    bracketed: bool = False


def honours_of_rows(
    entry: Entry, school: str | None, lexicon: Lexicon
) -> Iterator[Found]:
    """The honours of the entry's tables whose heads say which column is which.

    A table of results names the honour in its caption or in the entry's title.
    """
    listed = _LISTING.search(entry.title) is not None
    for caption, rows in _tables(entry):
        above = _about(caption, lexicon)
        about = above or _about(entry.title, lexicon)
        for row in rows:
            if row.bracketed:
                yield from _bracketed(row, school, lexicon)
                continue
            found = _of_row(row, about, school, lexicon)
            if found is None and listed:
                found = _listed(row, above, entry.title, lexicon)
            if found:
                end = row.start + len(row.text)
                yield found, Evidence("text", row.start, end, row.text, "honour.row")


def _tables(entry: Entry) -> Iterator[tuple[str, list[_Row]]]:
    """The tables with their captions."""
    if not any(paragraph.role is Role.ROW for paragraph in entry.paragraphs):
        return
    caption, begin, columns, of_prizes = "", 0, tuple[str, ...](), False
    rows: list[_Row] = []
    for before, paragraph in pairwise([None, *entry.paragraphs]):
        if paragraph is None:
            continue
        text = paragraph.text
        starts = _begins(before, paragraph)
        if rows and (starts or paragraph.role is not Role.ROW):
            yield caption, rows
            rows = []
        if paragraph.role is not Role.ROW:
            caption = text if paragraph.role in _ABOVE else ""
        elif starts:
            columns = _columns(text.split("\t"))
            of_prizes = _OF_PRIZES.search(text) is not None
        else:
            rows += _row(text, begin, columns, of_prizes=of_prizes)
        begin += len(text) + 1
    if rows:
        yield caption, rows


def _row(
    text: str, begin: int, columns: tuple[str, ...], *, of_prizes: bool
) -> list[_Row]:
    """The row, when its cells fit the columns or it is one of a list of prizes."""
    cells = [cell.strip() for cell in text.split("\t")]
    if len(cells) == len(columns) and _TELLING & set(columns):
        return [_Row(dict(zip(columns, cells, strict=True)), text, begin)]
    return [_Row({}, text, begin, bracketed=True)] if of_prizes else []


def _begins(before: Paragraph | None, paragraph: Paragraph) -> bool:
    """Whether a table begins here: its first row is its head."""
    return (
        before is None
        or before.role is not Role.ROW
        or before.table != paragraph.table
        or paragraph.head
    )


def _columns(heads: Sequence[str]) -> tuple[str, ...]:
    """What each column says; empty for the others and for a second of the same."""
    names: list[str] = []
    for place, head in enumerate(heads):
        bare = re.sub(r"\s", "", head)
        known = {} if _NO_HOLDER.search(bare) else _HEADS
        fitting = (
            name
            for name, pattern in known.items()
            if pattern.search(bare) and name not in names
        )
        names.append(next(fitting, str(place)))
    return tuple(names)


def _about(title: str, lexicon: Lexicon) -> Name | None:
    """The honour that a title speaks of: 首批省级样板支部培育创建单位验收结果."""
    return name_of(_OF_TITLE.sub("", title), 0, lexicon, loose=False)


def _of_row(
    row: _Row, about: Name | None, school: str | None, lexicon: Lexicon
) -> Honour | None:
    if "result" in row.cells:
        return _result(row, about, lexicon)
    said = row.cells.get("honour", "")
    grade = row.cells.get("grade", "")
    if grade and (_CONTEST.search(said) or grade.endswith("奖")):
        said = f"{said}{grade}" if grade not in said else said
    whose = ""
    if bracketed := _BRACKETED.match(said):
        whose = said[bracketed.end() :].strip()
        said = f"{bracketed['contest']}{bracketed['prize']}"
    name = name_of(said, 0, lexicon, loose=False)
    if name is None:
        return None
    level = (
        level_by(row.cells.get("level", ""), lexicon)
        or level_by(name.words, lexicon)
        or level_by(row.cells.get("giver", ""), lexicon, giver=True)
    )
    remark = row.cells.get("remark", "")
    year = _YEAR.search(row.cells.get("year", ""))
    when = name.year or (int(year.group()) if year else None)
    batch = name.batch or batch_in(remark)
    holder = tidy(whose or _holder(row, school), school)
    return Honour(name.name, level, batch, _said(name, remark), holder, when)


def _said(name: Name, remark: str) -> str:
    """The status: as the name has it, else as the remark beside it."""
    if name.nurtured or _NURTURED.search(remark):
        return _status(remark) or "培育创建"
    return _status(remark) or ("获奖" if name.prize else "获评")


def _result(row: _Row, about: Name | None, lexicon: Lexicon) -> Honour | None:
    """What passed or not: named in the row, else in the caption or the title."""
    others = (cell for name, cell in row.cells.items() if name not in _WHOSE)
    named = (name_of(cell, 0, lexicon, loose=False) for cell in others)
    name = next(filter(None, named), about)
    status = _status(row.cells["result"])
    if status is None or name is None:
        return None
    batch = name.batch or (about.batch if about else None)
    level = level_by(name.words, lexicon)
    return Honour(name.name, level, batch, status, _holder(row, None))


def _bracketed(row: _Row, school: str | None, lexicon: Lexicon) -> Iterator[Found]:
    for match in _BRACKETED.finditer(row.text):
        said = re.sub(r"^[0-9\s]+(?=第|[\u4e00-\u9fff])", "", match["contest"])
        name = name_of(f"{said}{match['prize']}", 0, lexicon, loose=False)
        if name is None or not _CONTEST.search(said):
            continue
        level = level_by(name.words, lexicon)
        honour = Honour(name.name, level, name.batch, "获奖", school, name.year)
        where = ("text", row.start + match.start(), row.start + match.end())
        yield honour, Evidence(*where, match.group(), "honour.row")


def _listed(
    row: _Row, about: Name | None, title: str, lexicon: Lexicon
) -> Honour | None:
    """A row below a heading that names the honour, in a list of honours."""
    holder = _holder(row, None)
    if about is None or holder is None or "honour" in row.cells:
        return None
    level = level_by(about.words, lexicon) or level_by(title, lexicon, giver=True)
    year = _YEAR.search(title)
    when = int(year.group()) if year else None
    return Honour(about.name, level, about.batch, "获评", holder, when)


def _holder(row: _Row, school: str | None) -> str | None:
    unit, holder = row.cells.get("unit", ""), row.cells.get("holder", "")
    return (
        f"{unit}{holder}"
        if unit and holder.endswith(("支部", "总支", "党委"))
        else holder or unit or school
    )


def _status(cell: str) -> str | None:
    return next((name for name, said in _RESULTS if said.search(cell)), None)
