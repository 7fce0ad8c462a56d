"""A small page setter: text set in columns and boxes, as runs with their places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

from casebase.document import Line, Page
from casebase.place import Box
from casebase.text.typesetting import width
from tests.repair.setting import wrapped

WIDTH, HEIGHT = 800.0, 1100.0
ASCENT, DESCENT = 0.88, 0.12
LEADING = 1.6


@dataclass(frozen=True)
class Column:
    """Where text is set, in points."""

    left: float
    top: float
    measure: float  # characters
    size: float = 10.0
    bottom: float = HEIGHT - 60

    @property
    def right(self) -> float:
        return self.left + self.measure * self.size


@dataclass
class Sheet:
    """A page being set: its runs and rules, and its lines as they are read."""

    wide: float = WIDTH
    high: float = HEIGHT
    runs: list[Line] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)
    read: list[str] = field(default_factory=list)

    def run(
        self, text: str, left: float, top: float, size: float = 10.0, right: float = 0
    ) -> None:
        """One run of type; `right` where it is justified."""
        end = right or left + width(text) * size
        box = Box(
            left / self.wide,
            top / self.high,
            end / self.wide,
            (top + size) / self.high,
        )
        self.runs.append(Line(text, box=box, size=size))

    def line(
        self, *texts: str, left: float, top: float, size: float = 10.0, step: float = 0
    ) -> None:
        """Runs on one base line, `step` apart, read together."""
        for number, text in enumerate(texts):
            self.run(text, left + number * step, top, size)
        self.read.append("".join(texts))

    def flow(self, paragraphs: Iterable[str], *columns: Column) -> float:
        """Justified text in columns, as far as they hold it; where the next line is."""
        lines = iter(list(_set(paragraphs, columns[0].measure)))
        top = columns[0].top
        for column in columns:
            top = column.top
            while top + column.size <= column.bottom:
                text, indent, last = next(lines, ("", 0.0, True))
                if not text:
                    return top
                left = column.left + indent * column.size
                self.run(text, left, top, column.size, 0 if last else column.right)
                self.read.append(text)
                top += LEADING * column.size
        return top

    def rule(self, left: float, top: float, right: float, bottom: float = 0) -> None:
        """A drawn line, level where no bottom is given."""
        self.rules.append(
            Box(
                left / self.wide,
                top / self.high,
                right / self.wide,
                (bottom or top + 0.7) / self.high,
            )
        )

    def box(self, left: float, top: float, right: float, bottom: float) -> None:
        """The four sides of a drawn box."""
        for edge in (top, bottom):
            self.rule(left, edge, right)
        for edge in (left, right):
            self.rule(edge, top, edge + 0.7, bottom)

    def page(self, number: int = 1, seed: int = 0) -> Page:
        """The page, its runs in the order that the seed gives."""
        runs = list(self.runs)
        Random(seed).shuffle(runs)  # noqa: S311 - no secrets
        return Page(
            number,
            tuple(runs),
            placed=True,
            size=(self.wide, self.high),
            rules=tuple(self.rules),
        )


def _set(
    paragraphs: Iterable[str], measure: float
) -> Iterator[tuple[str, float, bool]]:
    """The lines of paragraphs, with their indents and whether they are the last."""
    for paragraph in paragraphs:
        lines = wrapped(paragraph, measure, 2.0)
        for number, text in enumerate(lines):
            yield text, 0.0 if number else 2.0, number + 1 == len(lines)


def columns(
    count: int,
    top: float = 100.0,
    left: float = 50.0,
    measure: float = 16.0,
    gap: float = 16.0,
    bottom: float = HEIGHT - 60,
) -> list[Column]:
    """Columns of one width side by side."""
    step = measure * 10 + gap
    return [
        Column(left + number * step, top, measure, bottom=bottom)
        for number in range(count)
    ]


def prose(seed: int, count: int = 4) -> tuple[str, ...]:
    """Paragraphs that are not alike."""
    chosen = Random(seed)  # noqa: S311 - no secrets
    return tuple(
        "".join(_clause(chosen) for _ in range(chosen.randint(4, 9))) + "再接再厉。"
        for _ in range(count)
    )


def _clause(chosen: Random) -> str:
    parts: tuple[Sequence[str], ...] = (
        ("学院党委", "护理系党支部", "机电系党总支", "后勤支部", "三名党员教师"),
        ("坚持把", "主动将", "先后把", "继续把", "着力把"),
        ("堡垒建在专业上", "课堂搬进车间里", "服务送到村口", "标准写进章程"),
        ("，", "；", "，并且", "，同时", "，从而"),
        ("带动12个班级", "联系380名学生", "走访47户居民", "完成9项技改"),
        ("，", "；", "。"),
    )
    return "".join(chosen.choice(part) for part in parts)
