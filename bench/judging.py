"""Whether a fact that was found is one that is true.

A fact is right when its name is (title, wording), a quantity when value, unit and bound
are, an honour when name and status are; all else that is said of it is judged apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bench.gold import Row, plain

Owner = frozenset[str]  # the plain names of an entry's owner
_COMMON = frozenset({"学校", "学院", "我校", "我院", "本校", "校党委", "学校党委"})
_HEAD = re.compile(
    "(?:党建|工作|育人|管理|培养|建设|服务|党支部|志愿|青年|人才|团队|品牌|项目)*"
    "(?:机制|模式|体系|工程|工作法|法|格局|目标|行动|计划|队|党支部|支部|工作室|专栏|栏目|"
    "平台|中心|服务队|宣讲队|团|基地|课堂|讲坛|工作站|院士工作站)?"
)
_EDGES = re.compile(
    "第[一二三四五六七八九十百0-9]+[届批]|首[届批]|[0-9]{4}年?度?|获奖|荣誉称?号?|称号|"
    "国家级|全国|省级|全省|市级|全市|校级|省|市|教育部|高校|教育系统|学校|培育|创建|单位|优秀"
)
_PRIZE = re.compile(
    "[特一二三优]等奖|[金银铜]奖|优秀奖|优胜杯|优秀组织奖|指导老?教?师|冠军|亚军|第[一二三]名"
)


def owner_names(names: Iterable[str]) -> Owner:
    """An owner's names, and what a text calls it."""
    return frozenset(map(plain, names)) | _COMMON


def says(cell: str, value: object, owner: Owner, *, loose: bool = False) -> bool:
    """Whether a cell allows a value; loosely, one may contain the other."""
    return any(_one_says(it.strip(), value, owner, loose) for it in cell.split("/"))


def _one_says(cell: str, value: object, owner: Owner, loose: bool) -> bool:  # noqa: FBT001 - passed on
    if cell.startswith("*"):
        return True
    if value is None or value == "":
        return cell in {"", "-", "@"}
    text = plain(str(value))
    if cell == "@":
        return any(text == name or text.startswith(name) for name in owner)
    true = plain(cell)
    if loose and min(len(true), len(text)) > 1:
        return true in text or text in true
    return true == text


def same_name(cell: str, found: str) -> bool:
    """Whether a name is one of a cell's, with its head noun or without."""
    return any(_same(plain(true), plain(found)) for true in cell.split("/"))


def _same(true: str, found: str) -> bool:
    if true == found:
        return True
    short, long = sorted((true, found), key=len)
    rest = long.removeprefix(short)
    return bool(short) and rest != long and _HEAD.fullmatch(rest) is not None


def _honour_names(cell: str, found: str) -> bool:
    return any(_same_honour(plain(true), plain(found)) for true in cell.split("/"))


def _same_honour(true: str, found: str) -> bool:
    if true == found:
        return True
    if _PRIZE.findall(true)[-1:] != _PRIZE.findall(found)[-1:]:
        return False
    bare, other = (_PRIZE.sub("", _EDGES.sub("", name)) for name in (true, found))
    short, long = sorted((bare, other), key=len)
    return len(short) > 1 and short in long


@dataclass(frozen=True)
class Part:
    """Something said of a fact beside its name."""

    name: str
    column: int
    loose: bool = False


@dataclass(frozen=True)
class Measure:
    """How the facts of a field are compared."""

    same: Callable[[Row, Any, Owner], bool]
    parts: tuple[Part, ...] = ()


def _number(row: Row, value: Any, owner: Owner) -> bool:  # noqa: ANN401 - a fact's value
    true = row.cell(1)
    # Figures are written by hand and computed by machine: the last bits may differ.
    if true != "*" and abs(float(true) - value.value) > 1e-6 * max(1, abs(value.value)):
        return False
    return says(row.cell(2), value.unit, owner) and says(
        row.cell(3), value.approximate, owner
    )


def _honour(row: Row, value: Any, owner: Owner) -> bool:  # noqa: ANN401 - a fact's value
    return _honour_names(row.cell(0), value.name) and says(
        row.cell(3), value.status, owner
    )


def _heading(row: Row, value: Any, _owner: Owner) -> bool:  # noqa: ANN401 - a fact's value
    true = {plain(it) for it in row.cell(0).split(" / ")}
    said = {plain(it) for it in value.headings}
    alike = sum(any(a in b or b in a for b in said) for a in true)
    return alike >= 0.75 * max(len(true), len(said))


MEASURES: Mapping[str, Measure] = {
    "alias": Measure(lambda row, value, _: same_name(row.cell(0), value)),
    "topics": Measure(lambda row, value, _: row.cell(0) == value),
    "methods": Measure(
        lambda row, value, _: same_name(row.cell(0), value.name),
        (Part("parts", 1), Part("national", 2)),
    ),
    "slogans": Measure(
        lambda row, value, _: same_name(row.cell(0), value.name), (Part("family", 1),)
    ),
    "brands": Measure(
        lambda row, value, _: same_name(row.cell(0), value.name),
        (Part("holder", 1, loose=True), Part("form", 2)),
    ),
    "honours": Measure(
        _honour,
        (
            Part("level", 1),
            Part("batch", 2),
            Part("holder", 4, loose=True),
            Part("year", 5),
        ),
    ),
    "policies": Measure(
        lambda row, value, _: (
            same_name(row.cell(0), value.title or "")
            if row.cell(0) not in {"", "-"}
            else plain(row.cell(1)) == plain(value.number or "")
        ),
        (Part("number", 1), Part("issuer", 2)),
    ),
    "quantities": Measure(_number, (Part("subject", 4, loose=True), Part("year", 5))),
    "departments": Measure(lambda row, value, _: same_name(row.cell(0), value)),
    "partners": Measure(lambda row, value, _: same_name(row.cell(0), value)),
    "headings": Measure(_heading),
}


def holds(part: Part, row: Row, value: Any, owner: Owner) -> bool:  # noqa: ANN401 - a fact's value
    """Whether what is said of a right fact beside its name is right too."""
    cell, said = row.cell(part.column), getattr(value, part.name, None)
    if part.name == "national":
        return cell.startswith("*") or bool(said) == ("全国" in cell)
    if part.name == "parts":
        return cell.startswith("*") or _same_parts(cell, said or ())
    return says(cell, said, owner, loose=part.loose)


def _same_parts(cell: str, said: Sequence[str]) -> bool:
    true = [plain(it) for it in cell.split("；") if it]
    found = [plain(it) for it in said]
    return _each_in(true, found) and _each_in(found, true)


def _each_in(some: Sequence[str], others: Sequence[str]) -> bool:
    """Parts may be cut finer or coarser: 甲、乙 as one part or as two."""
    return all(any(it in other or other in it for other in others) for it in some)
