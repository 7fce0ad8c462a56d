"""Places, and how they are found in a text by any way of writing them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

Placed = tuple[str, "Place"]  # how it is written, and the place


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


class PlaceFinder:
    """Finds places.

    Attributes:
        forms: Every way of writing a place that proves it, longest names included.
            Where a province and a city share a short form the province has it.
    """

    def __init__(self, places: Iterable[Place]) -> None:
        """Sort the forms of the places by how they begin."""
        self.forms: Mapping[str, Place] = _forms(places)
        heads: dict[str, list[str]] = {}
        for form in sorted(self.forms, key=len, reverse=True):
            heads.setdefault(form[:2], []).append(form)
        self._heads = {head: tuple(forms) for head, forms in heads.items()}
        self._head = _any_head(self._heads)

    def at(self, text: str, at: int) -> Placed | None:
        """The longest form of a place that begins at `at`, and the place."""
        for form in self._heads.get(text[at : at + 2], ()):
            if text.startswith(form, at):
                return form, self.forms[form]
        return None

    def first(
        self, text: str, low: int = 0, high: int | None = None
    ) -> tuple[int, str, Place] | None:
        """The first place that begins at `low` or after it and before `high`."""
        high = len(text) if high is None else high
        at = low
        while head := self._head.search(text, at, min(high + 1, len(text))):
            at = head.start()
            if found := self.at(text, at):
                return at, *found
            at += 1
        return None


def _forms(places: Iterable[Place]) -> dict[str, Place]:
    forms: dict[str, Place] = {}
    for place in sorted(places, key=lambda place: place.is_city):
        forms.setdefault(place.name, place)
        if not place.full_only:
            forms.setdefault(place.short, place)
            if place.name.endswith("自治州"):
                forms.setdefault(f"{place.short}州", place)
    return forms


def _any_head(heads: Iterable[str]) -> re.Pattern[str]:
    """The first two characters of every place, by the first of them."""
    known = sorted(head for head in heads if len(head) > 1)
    groups = (
        f"{re.escape(first)}[{''.join(re.escape(head[1]) for head in group)}]"
        for first, group in groupby(known, key=lambda head: head[0])
    )
    return re.compile("|".join(groups) or "(?!)")
