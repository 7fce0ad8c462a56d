"""Ranges of years, dates and numbers, as people write them.

`2021..2023`, `2021年至2023年`, `2021—`, `>=2021`, `<2023-05`: with two ends or one, in
half or full width; both ends are included.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

Bounds = tuple[str | None, str | None]

_TO = r"\s*(?:\.\.+|~|至|—+)\s*"
_DAY = r"\d{4}[-./年]\d{1,2}(?:[-./月]\d{1,2})?[月日]?|\d[\d-]*年?"
_DATES = re.compile(rf"(?P<low>{_DAY})?{_TO}(?P<high>{_DAY})?")
_NUMBERS = re.compile(r"(?P<low>\d+)?年?(?:\s*(?:\.\.+|~|至|—+|-)\s*)(?P<high>\d+)?年?")
_AGAINST = re.compile(rf"(?P<sign>>=|<=|≥|≤|>|<)\s*(?P<value>{_DAY})")
_PARTS = re.compile(r"(\d{4})(?:[-./年](\d{1,2})(?:[-./月](\d{1,2}))?)?[年月日]?")
_WHOLE = re.compile(r"(\d{1,9})年?")
_MONTHS = 12


def read_range(field: str, value: str) -> Bounds | None:
    """Low and high of a range typed for `field` (year, date, number), or None."""
    narrow = unicodedata.normalize("NFKC", value).replace("…", "..").strip()
    against = _AGAINST.fullmatch(narrow)
    if against is not None:
        return _against(field, against["sign"], against["value"])
    match = (_DATES if field == "date" else _NUMBERS).fullmatch(narrow)
    if match is None or not (match["low"] or match["high"]):
        return None
    return match["low"], match["high"]


def _against(field: str, sign: str, value: str) -> Bounds | None:
    """The range of what is at least, at most, more or less than `value`."""
    step = {">": 1, "<": -1}.get(sign, 0)
    bound = _beside(value, step) if field == "date" else _counted(value, step)
    if bound is None:
        return None
    return (bound, None) if sign in {">", ">=", "≥"} else (None, bound)


def _counted(value: str, step: int) -> str | None:
    match = _WHOLE.fullmatch(value)
    return str(max(int(match[1]) + step, 0)) if match else None


def _beside(value: str, step: int) -> str | None:
    """The year, month or day `step` after `value`, which is as exact as it."""
    match = _PARTS.fullmatch(value)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    if year is None or month is None:
        return f"{(year or 0) + step:04}"
    if not 1 <= month <= _MONTHS:
        return None
    if day is None:
        years, months = divmod(year * _MONTHS + month - 1 + step, _MONTHS)
        return f"{years:04}-{months + 1:02}"
    try:
        return (date(year, month, day) + timedelta(days=step)).isoformat()
    except (ValueError, OverflowError):  # no such day
        return None
