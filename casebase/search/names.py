"""Names in a query that stand for more than their characters.

A slogan in one school's wording, a school by its short name, a formula, a document
number: each is one thing, to be found whole, and the first two under other names too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from casebase.query import Filter
from casebase.search.figurewords import LABEL, label_number, other_figures
from casebase.text.fold import fold
from casebase.text.grams import FORMULA

SAME_FAMILY = "同族写法"
SCHOOL_NAME = "学校名称"
SYNONYM = "同义词"
FIGURE = "数字写法"
# A number such as (2022)19号; the issuer's characters before it are words of their own
# unless the number is all there is, because nothing tells where they begin.
_DOCNO = re.compile(r"(?:^[\u4e00-\u9fff]{1,12})?\(\d{4}\)第?\d+号")
_FORMULA = re.compile(FORMULA)
_KINDS = (
    ("职业技术学院", "职院"),
    ("职业技术大学", "职大"),
    ("职业学院", "职院"),
    ("职业大学", "职大"),
)
_SHORT = range(2, 9)  # characters of a school's short name
_SHORT_ENDS = "职院大校专学"


@dataclass(frozen=True, slots=True)
class Name:
    """A name at `start` to `end` of a folded text.

    Attributes:
        start: Of the folded text.
        end: One past its last character.
        also: Other names of the same, as people write them.
        where: What entries that bear the name have in common, if it was recorded.
        reason: Why `also` is looked for, for people.
        loose: Whether it is a word like others, that may be missed.
    """

    start: int
    end: int
    also: tuple[str, ...] = ()
    where: Filter | None = None
    reason: str = ""
    loose: bool = False


class Names:
    """All names that are known, by their folded form."""

    def __init__(
        self,
        families: Mapping[str, str],
        aliases: Mapping[str, str],
        schools: Iterable[str],
        synonyms: Iterable[Sequence[str]] = (),
        recorded: Collection[str] | None = None,
    ) -> None:
        """What is known of names.

        Args:
            families: Wording of a slogan → its family.
            aliases: Short name of a school → its full name.
            schools: Full names of schools.
            synonyms: Groups of wordings that mean the same.
            recorded: Slogans that some entry has; None where that is not known.
        """
        self._slogans = {_folded(wording): wording for wording in families}
        self._families = dict(families)
        used = families if recorded is None else recorded
        self._members = _grouped({it: families[it] for it in families if it in used})
        known = dict.fromkeys([*schools, *aliases.values()])
        self._schools = {_folded(full): full for full in known}
        self._by_start = _grouped({full: _folded(full)[:1] for full in known})
        self._full = {_folded(short): full for short, full in aliases.items()}
        self._short = _grouped(aliases)
        self._synonyms = _each_with_others(synonyms)
        names = {*self._slogans, *self._schools, *self._full, *self._synonyms}
        self._lengths = sorted({len(name) for name in names}, reverse=True)

    def find(
        self, text: str, edges: frozenset[int], outer: frozenset[int] = frozenset()
    ) -> list[Name]:
        """The names in a folded text, in order, the longest first where they overlap.

        `edges` are where words begin and end: a school counts only between two of
        them, so that 山大 is not found in 泰山大厦. `outer` are those of the longest
        words, between which synonyms are looked for.
        """
        found: list[Name] = []
        names = (*self._all(text, edges), *self._worded(text, outer))
        for name in sorted(names, key=lambda n: (n.start, -n.end, n.loose)):
            if not found or name.start >= found[-1].end:
                found.append(name)
        return found

    def covered(self, text: str, edges: frozenset[int]) -> frozenset[int]:
        """The places of a folded text where a name stands."""
        names = self.find(text, edges)
        return frozenset(at for name in names for at in range(name.start, name.end))

    def school(self, text: str) -> str | None:
        """The full name of the school that the whole of a folded text stands for."""
        listed = self._schools.get(text) or self._full.get(text)
        if listed is not None:
            return listed
        same_start = self._by_start.get(text[:1], ())
        fitting = [full for full in same_start if shortens(text, _folded(full))]
        return fitting[0] if len(fitting) == 1 else None

    def _all(self, text: str, edges: frozenset[int]) -> Iterator[Name]:
        for pattern in (_DOCNO, _FORMULA):
            for match in pattern.finditer(text):
                yield Name(*match.span())
        for match in LABEL.finditer(text):
            number = label_number(match[1])
            if number is not None:
                yield Name(*match.span(), where=Filter("number", (number,)))
        whole = self.school(text)
        if whole is not None:
            yield self._of_school(whole, 0, text)
        for start in range(len(text)):
            yield from self._listed(text, start, edges)
            yield from self._shortened(text, start, edges)

    def _worded(self, text: str, outer: frozenset[int]) -> Iterator[Name]:
        """Words that have others of the same meaning, and numbers."""
        for it in other_figures(text):
            yield Name(it.start, it.end, it.also, reason=FIGURE, loose=True)
        for start in outer:
            for end in outer:
                also = self._synonyms.get(text[start:end]) if start < end else None
                if also:
                    yield Name(start, end, also, reason=SYNONYM, loose=True)

    def _shortened(
        self, text: str, start: int, edges: frozenset[int]
    ) -> Iterator[Name]:
        """Short names within a text (聊职党建案例), where 职 tells them from words."""
        for length in _SHORT if start in edges else ():
            piece = text[start : start + length]
            full = self.school(piece) if "职" in piece[1:] else None
            if full is not None and start + length in edges:
                yield self._of_school(full, start, piece)

    def _listed(self, text: str, start: int, edges: frozenset[int]) -> Iterator[Name]:
        for length in self._lengths:
            piece = text[start : start + length]
            if piece in self._slogans:
                yield self._of_slogan(piece, start)
            full = self._schools.get(piece) or self._full.get(piece)
            if full is not None and {start, start + len(piece)} <= edges:
                yield self._of_school(full, start, piece)

    def _of_slogan(self, piece: str, start: int) -> Name:
        wording = self._slogans[piece]
        family = self._families[wording]
        members = self._members.get(family, ())
        others = tuple(n for n in members if _folded(n) != piece)
        condition = Filter("family", (family,))
        return Name(start, start + len(piece), others, condition, SAME_FAMILY)

    def _of_school(self, full: str, start: int, piece: str) -> Name:
        names = (full, *self._short.get(full, ()))
        others = tuple(name for name in names if _folded(name) != piece)
        condition = Filter("school", (full,))
        return Name(start, start + len(piece), others, condition, SCHOOL_NAME)


def shortens(short: str, full: str) -> bool:
    """Whether people would shorten the school's name `full` to `short`, both folded.

    It keeps the first character, the order, and the kind of school: 聊职 and 聊城职院
    for 聊城职业技术学院, but neither 聊城 nor 职业学院.
    """
    if len(short) not in _SHORT or short[0] != full[0] or short[-1] not in _SHORT_ENDS:
        return False
    if full.startswith(short) or "职业" in short:
        return False  # 聊城职业大学 would be another school
    rest = iter(full)
    in_order = all(char in rest for char in short)
    telling = "职" in short if "职业" in full else len(short) > _SHORT.start
    return in_order and telling


def short_names(full: str) -> Iterator[str]:
    """How people may shorten the name of a school: 聊职, 聊城职院, 山东工程职大."""
    for kind, short in _KINDS:
        place, found, rest = full.partition(kind)
        if found and place and not rest:
            yield place + short
            yield full[0] + "职"
            return


def _folded(text: str) -> str:
    return fold(text).text


def _each_with_others(
    groups: Iterable[Sequence[str]],
) -> dict[str, tuple[str, ...]]:
    """Each wording, folded, with the others of all its groups."""
    found: dict[str, tuple[str, ...]] = {}
    for group in groups:
        for wording in group:
            others = [other for other in group if other != wording]
            known = found.get(_folded(wording), ())
            found[_folded(wording)] = tuple(dict.fromkeys((*known, *others)))
    return found


def _grouped(members: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for member, group in members.items():
        groups[group].append(member)
    return {group: tuple(found) for group, found in groups.items()}
