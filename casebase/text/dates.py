"""The dates that files state of themselves, in one form."""

from __future__ import annotations

import re
from datetime import date

_DATE = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)"
    r"(?:\s*[-./年]\s*(?P<month>1[0-2]|0?[1-9])(?!\d)"
    r"(?:\s*[-./月]\s*(?P<day>3[01]|[12]\d|0?[1-9])(?!\d))?)?"
)
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)")


def iso_date(text: str) -> str:
    """The first date in `text` as YYYY-MM-DD, YYYY-MM or YYYY; empty if none.

    Full-width digits are read; a day that no month has is no date.
    """
    plain = text.translate(_FULL_WIDTH)
    if compact := _COMPACT.search(plain):
        return _join(*compact.groups())
    match = _DATE.search(plain)
    return _join(match["year"], match["month"], match["day"]) if match else ""


_FULL_WIDTH = {ord(wide): str(n) for n, wide in enumerate("０１２３４５６７８９")}


def _join(year: str, month: str | None, day: str | None) -> str:
    if month is None:
        return year
    if day is None:
        return f"{year}-{int(month):02d}"
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""
