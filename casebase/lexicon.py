"""The lexicons: plain TSV files that people can read and extend.

The shipped ones lie in `casebase/lexicons`, the operator's own in `<home>/lexicons`
under the same names. A line of an own file adds a row or, with the same first column,
replaces the shipped one; `-` before the first column takes the row out. Braces in the
first column stand for several rows: 一{系、院}一品.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby, product
from pathlib import Path

from casebase.errors import BadRequestError

SHIPPED = Path(__file__).parent / "lexicons"
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


@dataclass(frozen=True, slots=True)
class Place:
    """A province, a municipality or a city (a prefecture, a league, …).

    Attributes:
        name: In full: 聊城市.
        short: As shown: 聊城.
        province: The short name of its province; its own for a province.
        is_city: False for a province and for a municipality.
        full_only: The short form alone means something else too.
    """

    name: str
    short: str
    province: str
    is_city: bool
    full_only: bool


@dataclass(frozen=True, slots=True)
class Topic:
    """What a text may be about.

    Attributes:
        name: As shown.
        words: What shows it.
        without: What holds one of these words without showing it.
    """

    name: str
    words: tuple[str, ...]
    without: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Lexicon:
    """What is known beforehand of places, names and wordings.

    Two lexicons are the same when their `digest` is.

    Attributes:
        digest: SHA-256 of all rows, 64 hexadecimal digits.
        places: Provinces, municipalities and cities.
        campuses: Where a school stands whose name does not say it: name → province
            and city, the city empty where only the province is known.
        aliases: Short name → full name of the school.
        families: Wording of a slogan → its family.
        national: Formulas that are the whole country's (三会一课, 1+X).
        bound: Formulas that are national only before one of these words: 一体两翼 is
            a plan of the state before 战略 and may be a school's own elsewhere.
        honours: Words in which the names of honours end or culminate (样板支部,
            一等奖).
        issuers: Bodies that issue papers, in full (教育部).
        issuer_endings: Endings of the names of local bodies (教育厅, 市委).
        campaigns: What is quoted everywhere and is nobody's brand (三下乡, 一站式).
        topics: What texts are about, with the words that show it.
        words: Terms of the field.
        synonyms: Groups of wordings that mean the same.
        mistakes: Wrong wordings, each with the right one.
        standards: Formulations that everybody has to write alike.
        lookalikes: Character → the characters that are mistaken for it.
    """

    digest: str
    places: tuple[Place, ...]
    campuses: Mapping[str, tuple[str, str]]
    aliases: Mapping[str, str]
    families: Mapping[str, str]
    national: frozenset[str]
    bound: Mapping[str, tuple[str, ...]]
    honours: frozenset[str]
    issuers: frozenset[str]
    issuer_endings: frozenset[str]
    campaigns: frozenset[str]
    topics: tuple[Topic, ...]
    words: tuple[str, ...]
    synonyms: tuple[tuple[str, ...], ...] = ()
    mistakes: Mapping[str, str] = field(default_factory=dict)
    standards: frozenset[str] = frozenset()
    lookalikes: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def place_forms(self) -> Mapping[str, Place]:
        """Every way of writing a place that proves it, longest names included.

        Where a province and a city share a short form the province has it.
        """
        forms: dict[str, Place] = {}
        for place in sorted(self.places, key=lambda place: place.is_city):
            forms.setdefault(place.name, place)
            if not place.full_only:
                forms.setdefault(place.short, place)
                if place.name.endswith("自治州"):
                    forms.setdefault(f"{place.short}州", place)
        return forms

    @cached_property
    def _place_heads(self) -> Mapping[str, tuple[str, ...]]:
        """The forms of places by their first two characters, longest first."""
        heads: dict[str, list[str]] = {}
        for form in sorted(self.place_forms, key=len, reverse=True):
            heads.setdefault(form[:2], []).append(form)
        return {head: tuple(forms) for head, forms in heads.items()}

    def place_at(self, text: str, at: int) -> tuple[str, Place] | None:
        """The longest form of a place that begins at `at`, and the place."""
        for form in self._place_heads.get(text[at : at + 2], ()):
            if text.startswith(form, at):
                return form, self.place_forms[form]
        return None

    def place_in(
        self, text: str, low: int = 0, high: int | None = None
    ) -> tuple[int, str, Place] | None:
        """The first place that begins at `low` or after it and before `high`."""
        high = len(text) if high is None else high
        at = low
        while head := self._place_head.search(text, at, min(high + 1, len(text))):
            at = head.start()
            if found := self.place_at(text, at):
                return at, *found
            at += 1
        return None

    @cached_property
    def _place_head(self) -> re.Pattern[str]:
        """The first two characters of every place, by the first of them."""
        heads = sorted(head for head in self._place_heads if len(head) > 1)
        groups = (
            f"{re.escape(first)}[{''.join(re.escape(head[1]) for head in group)}]"
            for first, group in groupby(heads, key=lambda head: head[0])
        )
        return re.compile("|".join(groups) or "(?!)")

    @cached_property
    def _honour_ends(self) -> Mapping[str, tuple[int, ...]]:
        """How long the honours are that end in a character."""
        lengths: dict[str, set[int]] = {}
        for word in self.honours:
            lengths.setdefault(word[-1], set()).add(max(len(word), 2))
        return {last: tuple(sorted(found)) for last, found in lengths.items()}

    def ends_as_honour(self, words: str) -> bool:
        """Whether the last words are those of an honour."""
        return any(
            words[-length:] in self.honours
            for length in self._honour_ends.get(words[-1:], ())
        )

    @cached_property
    def honour_tails(self) -> re.Pattern[str]:
        """The last two characters of honours: without any of them there is none."""
        tails = sorted({word[-2:] for word in self.honours})
        groups = (
            f"{re.escape(first)}(?:{'|'.join(re.escape(tail[1:]) for tail in group)})"
            for first, group in groupby(tails, key=lambda tail: tail[0])
        )
        return re.compile("|".join(groups) or "(?!)")

    def terms(self) -> tuple[str, ...]:
        """The words the segmenter should keep whole."""
        return tuple(
            sorted(
                {
                    *self.words,
                    *self.families,
                    *self.national,
                    *self.aliases,
                    *self.campuses,
                    *(place.name for place in self.places),
                }
            )
        )


def load_lexicon(own: Path | None = None) -> Lexicon:
    """The shipped lexicons, with those of the folder `own` laid over them.

    Raises:
        BadRequestError: A line or a file name is not understood; the message names
            the file and the line.
    """
    tables = {name: _read(SHIPPED / f"{name}.tsv", {}) for name in SHAPES}
    for path in _own_files(own):
        tables[path.stem] = _read(path, tables[path.stem])
    return _lexicon(tables)


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


def _lexicon(tables: Mapping[str, Table]) -> Lexicon:
    issuers = [(row[0], row[1]) for row in tables["issuers"].values()]
    return Lexicon(
        digest=_digest(tables),
        places=tuple(_place(row) for row in tables["places"].values()),
        campuses={row[0]: (row[1], row[2]) for row in tables["campuses"].values()},
        aliases={row[0]: row[1] for row in tables["aliases"].values()},
        families={row[0]: row[1] for row in tables["slogans"].values()},
        national=frozenset(
            name for name, before in tables["formulas"].values() if not before
        ),
        bound={
            name: _listed(before)
            for name, before in tables["formulas"].values()
            if before
        },
        honours=frozenset(tables["honours"]),
        issuers=frozenset(name for name, scope in issuers if scope == "全国"),
        issuer_endings=frozenset(name for name, scope in issuers if scope == "地方"),
        campaigns=frozenset(tables["campaigns"]),
        topics=tuple(
            Topic(name, _listed(words), _listed(without))
            for name, words, without in tables["topics"].values()
        ),
        words=tuple(tables["words"]),
        synonyms=tuple(
            (first, *_listed(others)) for first, others in tables["synonyms"].values()
        ),
        mistakes={wrong: right for wrong, right, *_ in tables["mistakes"].values()},
        standards=frozenset(tables["standards"]),
        lookalikes=_mistaken(tables["lookalikes"]),
    )


def _mistaken(groups: Iterable[str]) -> dict[str, str]:
    """Each character with the others of its groups."""
    found: dict[str, str] = {}
    for group in groups:
        for char in group:
            found[char] = found.get(char, "") + group.replace(char, "")
    return found


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, cell.split("、"))))


def _place(row: Row) -> Place:
    name, short, province, level, reading = row
    return Place(name, short, province, level == "市", full_only=reading == "全称")


def _digest(tables: Mapping[str, Table]) -> str:
    content = "\n".join(
        "\t".join((name, *row))
        for name, table in sorted(tables.items())
        for row in table.values()
    )
    return hashlib.sha256(content.encode()).hexdigest()
