"""The files of the lexicons: their columns, how a line is read, what is wrong in it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from casebase.errors import BadRequestError

SHIPPED = Path(__file__).parents[1] / "lexicons"
_BRACES = re.compile(r"\{([^{}]*)\}")

Row = tuple[str, ...]
Table = dict[str, Row]


@dataclass(frozen=True, slots=True)
class Shape:
    """The columns of a file; the first `required` of them may not be empty."""

    columns: tuple[str, ...]
    required: int


SHAPES: Mapping[str, Shape] = {
    "aliases": Shape(("简称", "学校"), 2),
    "campaigns": Shape(("活动",), 1),
    "campuses": Shape(("学校", "省份", "城市"), 2),
    "formulas": Shape(("提法", "限于"), 1),
    "honours": Shape(("荣誉",), 1),
    "issuers": Shape(("机关", "范围"), 2),
    "lookalikes": Shape(("形近字",), 1),
    "mistakes": Shape(("误", "正"), 2),
    "places": Shape(("全称", "简称", "省份", "级别", "认法"), 4),
    "slogans": Shape(("写法", "口号族"), 2),
    "standards": Shape(("表述",), 1),
    "synonyms": Shape(("词语", "同义词"), 2),
    "topics": Shape(("主题", "词语", "不算"), 2),
    "words": Shape(("词语",), 1),
}
# What a column may hold where that is a closed list.
CHOICES: Mapping[str, frozenset[str]] = {
    "级别": frozenset({"省", "直辖市", "市"}),
    "认法": frozenset({"", "全称"}),
    "范围": frozenset({"全国", "地方"}),
}


def read_tables(own: Path | None) -> Mapping[str, Table]:
    """The rows of every lexicon by their first column, the operator's own laid over.

    Raises:
        BadRequestError: A line or a file name is not understood; the message names
            the file and the line.
    """
    tables = {name: _read(SHIPPED / f"{name}.tsv", {}) for name in SHAPES}
    for path in _own_files(own):
        tables[path.stem] = _read(path, tables[path.stem])
    return tables


def digest_of(tables: Mapping[str, Table]) -> str:
    """SHA-256 of all rows, 64 hexadecimal digits."""
    content = "\n".join(
        "\t".join((name, *row))
        for name, table in sorted(tables.items())
        for row in table.values()
    )
    return hashlib.sha256(content.encode()).hexdigest()


def _own_files(own: Path | None) -> list[Path]:
    if own is None or not own.is_dir():
        return []
    found = sorted(own.glob("*.tsv"))
    unknown = [path.name for path in found if path.stem not in SHAPES]
    if unknown:
        names = "、".join(f"{name}.tsv" for name in SHAPES)
        raise BadRequestError(
            f"词表目录 {own} 中的 {unknown[0]} 不是已知的词表。",
            f"请改名或移走；可用的有：{names}。",
        )
    return found


def _read(path: Path, base: Table) -> Table:
    """The rows of the file by their first column, laid over `base`."""
    shape = SHAPES[path.stem]
    table = dict(base)
    lines = _lines(path)
    number, header = next(lines, (1, ""))
    if tuple(header.split("\t")) != shape.columns:
        expected = "、".join(shape.columns)
        raise _error(path, number, f"表头应是以制表符分隔的“{expected}”")
    for number, line in lines:
        if line.startswith("-"):
            for wording in _spelt_out(line[1:].split("\t")[0].strip()):
                table.pop(wording, None)
            continue
        first, *rest = _row(path, number, line)
        for wording in _spelt_out(first):
            table[wording] = (wording, *rest)
    return table


def _spelt_out(cell: str) -> Iterator[str]:
    """一{系、院}一品 → 一系一品, 一院一品; a cell without braces is itself."""
    parts = _BRACES.split(cell)  # text, choices, text, choices, …, text
    choices = [
        part.split("、") if place % 2 else [part] for place, part in enumerate(parts)
    ]
    return map("".join, product(*choices))


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """The lines that say something, with their numbers."""
    content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        number = content.count(b"\n", 0, error.start) + 1
        raise _error(path, number, "不是 UTF-8 编码") from error
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not line.startswith("#"):
            yield number, line.rstrip()


def _row(path: Path, number: int, line: str) -> Row:
    shape = SHAPES[path.stem]
    cells = [cell.strip() for cell in line.split("\t")]
    if len(cells) > len(shape.columns):
        raise _error(path, number, f"有 {len(cells)} 列，最多 {len(shape.columns)} 列")
    cells += [""] * (len(shape.columns) - len(cells))
    for column, cell in zip(shape.columns[: shape.required], cells, strict=False):
        if not cell:
            raise _error(path, number, f"缺少“{column}”（各列以制表符分隔）")
    for column, cell in zip(shape.columns, cells, strict=True):
        if column in CHOICES and cell not in CHOICES[column]:
            known = "、".join(sorted(CHOICES[column] - {""}))
            raise _error(path, number, f"“{column}”应是 {known} 之一")
    return tuple(cells)


def _error(path: Path, number: int, what: str) -> BadRequestError:
    return BadRequestError(
        f"词表 {path} 第 {number} 行{what}。", "请用文本编辑器改正并存为 UTF-8。"
    )
