"""Conditions on figures: 技术服务到款>=500万, 课程>=40门, 到款:100万..500万元."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from casebase.entry import Quantity
from casebase.search.near import holding
from casebase.text.numerals import ARABIC, CHINESE, SCALE, value_of
from casebase.text.units import alike, plain_unit

_BETWEEN = "\x1f"
_NUMBER = rf"(?:{ARABIC}|{CHINESE})"
_UNIT = r"[^\d\s<>=≥≤.~]{0,6}"
_SIGNS = {"≥": ">=", "≤": "<=", "=>": ">=", "=<": "<=", "==": "=", ":": "="}
_BOUND = re.compile(
    rf"(?P<sign>>=|<=|=>|=<|==|[<>=≥≤:])"
    rf"(?P<number>{_NUMBER})(?P<scale>{SCALE})?(?P<unit>{_UNIT})"
)
_SPAN = re.compile(
    rf"[=:]?(?P<low>{_NUMBER})?(?P<low_scale>{SCALE})?(?P<low_unit>{_UNIT})"
    rf"(?:\.\.|[~～]|—+)"
    rf"(?P<high>{_NUMBER})?(?P<high_scale>{SCALE})?(?P<unit>{_UNIT})"
)
_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
_ENDS = {"以上": ">=", "以下": "<=", "以内": "<=", "": "="}
_PLAIN = re.compile(r"(?P<subject>\D*)(?P<figure>\d.*?)(?P<end>以[上下内])?")
# Where the condition begins: a sign of comparison, or the digits of a span.
_BEGINS = re.compile(r"[<>=≥≤:]|\d[^<>=≥≤:]{0,24}?(?:\.\.|[~～]|—)|\.\.")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of a figure.

    Attributes:
        subject: Words of what is counted; empty for anything.
        low: The least value, in base units.
        high: The greatest.
        without: Whether the bounds themselves are too little or too much.
        unit: Of the figure; empty for any.
    """

    subject: str
    low: float = -math.inf
    high: float = math.inf
    without: bool = False
    unit: str = ""

    def fits(self, value: float) -> bool:
        """Whether a value is within the bounds."""
        if self.without:
            return self.low < value < self.high
        return self.low <= value <= self.high


def read_figure(typed: str) -> Wanted | None:
    """What `typed` asks for; None where it compares with what is no number."""
    narrow = re.sub(r"\s+", "", typed.translate(_NARROW)).replace("…", "..")
    begins = _BEGINS.search(narrow)
    if begins is None:
        plain = _PLAIN.fullmatch(narrow)
        if plain is None:
            return Wanted(narrow) if narrow else None
        sign = _ENDS[plain["end"] or ""]
        return read_figure(f"{plain['subject']}{sign}{plain['figure']}")
    subject, condition = narrow[: begins.start()], narrow[begins.start() :]
    bound = _BOUND.fullmatch(condition)
    if bound is not None:
        return _bounded(subject, bound)
    span = _SPAN.fullmatch(condition)
    return _within(subject, span) if span is not None else None


def _bounded(subject: str, bound: re.Match[str]) -> Wanted | None:
    value = value_of(bound["number"], bound["scale"] or "")
    if value is None:
        return None
    sign = _SIGNS.get(bound["sign"], bound["sign"])
    return Wanted(
        subject,
        low=value if ">" in sign or sign == "=" else -math.inf,
        high=value if "<" in sign or sign == "=" else math.inf,
        without=sign in {"<", ">"},
        unit=plain_unit(bound["unit"]),
    )


def _within(subject: str, span: re.Match[str]) -> Wanted | None:
    """100..500万元 is from 100万: a bare number is of the scale of the other."""
    scale = span["high_scale"] or ""
    low_scale = span["low_scale"] or ("" if span["low_unit"] else scale)
    low = value_of(span["low"], low_scale) if span["low"] else -math.inf
    high = value_of(span["high"], scale) if span["high"] else math.inf
    if low is None or high is None or not (span["low"] or span["high"]):
        return None
    return Wanted(subject, low, high, unit=plain_unit(span["unit"] or span["low_unit"]))


def stored_figure(quantity: Quantity) -> str:
    """A figure as the index has it; its year and whether it is rounded are left out."""
    parts = (quantity.unit, repr(float(quantity.value)), quantity.subject or "")
    return _BETWEEN.join(parts)


@dataclass(frozen=True, eq=False)
class Figures:
    """The figures of an index, as stored."""

    stored: Sequence[str]

    @cached_property
    def _by_subject(self) -> Mapping[str, Sequence[tuple[str, str, float]]]:
        """By what is counted: each as stored, its unit and its value."""
        found: dict[str, list[tuple[str, str, float]]] = {}
        for stored in self.stored:
            unit, value, subject = stored.split(_BETWEEN, 2)
            found.setdefault(subject, []).append((stored, unit, float(value)))
        return found

    def subjects(self) -> tuple[str, ...]:
        """What is counted, each once."""
        return tuple(filter(None, self._by_subject))

    def named(self, subject: str) -> list[str]:
        """The subjects that hold the words typed."""
        return holding(subject, self.subjects())

    def meeting(self, wanted: Wanted) -> tuple[str, ...]:
        """Those that are as wanted."""
        return tuple(self._meeting(wanted))

    def any_meets(self, wanted: Wanted) -> bool:
        """Whether any is as wanted."""
        return next(self._meeting(wanted), None) is not None

    def _meeting(self, wanted: Wanted) -> Iterator[str]:
        subjects = self.named(wanted.subject) if wanted.subject else self._by_subject
        for subject in subjects:
            for stored, unit, value in self._by_subject[subject]:
                if wanted.fits(value) and (not wanted.unit or alike(unit, wanted.unit)):
                    yield stored
