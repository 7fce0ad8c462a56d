"""The honours that a paragraph of prose reports."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from casebase.annotate.honours.apposed import apposed
from casebase.annotate.honours.clauses import Clause, clauses, unveiled
from casebase.annotate.honours.contests import (
    contest_in,
    contest_of,
    is_bare_prize,
)
from casebase.annotate.honours.forms import Form, form_of
from casebase.annotate.honours.holders import (
    holder_in,
    holder_of,
    is_group,
    several,
    tidy,
)
from casebase.annotate.honours.levels import Seat, level_by, seat_of
from casebase.annotate.honours.names import Name, name_of
from casebase.annotate.honours.results import (
    inspected,
    is_only_giver,
    is_refused,
    named_before,
    named_in_sentence,
    taken_from,
)
from casebase.annotate.honours.subjects import Subjects
from casebase.annotate.honours.trimming import batch_in
from casebase.annotate.honours.verbs import RESULTS, STATUS, Kind
from casebase.annotate.honours.years import (
    is_only_time,
    may_name_time,
    names_time,
    opens_with_year,
    says_same,
    year_in,
    year_of_all,
)
from casebase.entry import Evidence, Honour
from casebase.lexicon import Lexicon

Found = tuple[Honour, Evidence]
_Placed = tuple[Honour, int, int]

_CAPTION = re.compile(r"^[图表]\s?[0-9]+(?:[-－.][0-9]+)?[：:\s\u3000]*")
_SAME_CONTEST = re.compile("^(?:该|本次?)?(?:赛项|大赛|比赛|竞赛)")
_OF_SCHOOL = re.compile("大学|学院|学校")
_DECIDES = re.compile("^$|决定$")
_SEGMENTS = re.compile("[，,：:；]")
_SENTENCES = re.compile("[。！？]")
_BESIDE = re.compile("[，：“”]")
_NURTURED = re.compile(
    "了?(?:首批|第[一二三四五六七八九十]批)?(?:培育创建|培育|创建)(?:名单|单位|行列)"
)
_NEAR, _BACK = 90, 160
_WON = STATUS[Kind.WON]


@dataclass(slots=True)
class _Told:
    """What the paragraph has told.

    Attributes:
        year: Named last, to which 同年 points.
        honour: Reported last, which a bare 通过验收 is of.
        scope: The year of the whole paragraph, when it opens with one.
    """

    year: int | None = None
    honour: Honour | None = None
    scope: int | None = None


@dataclass(slots=True)
class Reader:
    """Reads the paragraphs of an entry in order.

    Attributes:
        school: The owner of the entry.
        lexicon: What is known beforehand.
        this_year: The year that the entry calls 今年, or None.
    """

    school: str | None
    lexicon: Lexicon
    this_year: int | None = None
    seat: Seat = field(init=False)
    subjects: Subjects = field(init=False)

    def __post_init__(self) -> None:
        """Look up once where the school stands."""
        self.seat = seat_of(self.school, self.lexicon)
        self.subjects = Subjects(self.school)

    def read(self, text: str, begin: int, place: str) -> Iterator[Found]:
        """The honours of a paragraph that begins at `begin` of the title or text."""
        told: _Told | None = None
        for clause in clauses(text):
            told = told or _Told(scope=year_of_all(text))
            for honour, start, end in self._reported(clause, told, text):
                rule = f"honour.{clause.kind}"
                quote = text[start:end]
                yield honour, Evidence(place, begin + start, begin + end, quote, rule)
                if honour.status != _WON:
                    told.honour = honour
            told.year = year_in(clause.part, self.this_year) or told.year
        for name, holder, end in apposed(text, self.lexicon) if "——" in text else ():
            level, quote = self._level(name, name.words), text[name.start : end]
            honour = Honour(name.name, level, name.batch, None, holder, name.year)
            where = (place, begin + name.start, begin + end)
            yield honour, Evidence(*where, quote, "honour.held")
        self.subjects.remember(text)

    def read_caption(self, text: str, begin: int) -> Iterator[Found]:
        """The honours of a caption; a prize needs no verb there."""
        found = list(self.read(text, begin, "text"))
        yield from found
        label = _CAPTION.match(text)
        if found or label is None:
            return
        name = name_of(text[label.end() :], label.end(), self.lexicon, loose=False)
        if name is None or not name.prize or name.end != len(text.rstrip()):
            return
        honour = Honour(name.name, self._level(name, ""), name.batch, _WON, self.school)
        where = ("text", begin + name.start, begin + name.end)
        yield honour, Evidence(*where, text[name.start : name.end], "honour.caption")

    def _reported(self, clause: Clause, told: _Told, text: str) -> Iterator[_Placed]:
        if clause.kind in RESULTS:
            yield from self._result(clause, told, text)
            return
        form = form_of(clause, self.lexicon)
        names = list(self._complete(form.names, clause, text))
        if not names:
            yield from self._nurtured(clause, told, text)
            return
        holders = self._holders(clause, form, len(names), text)
        level = None
        for place, name in enumerate(names):
            level = self._level(name, form.giver) or level or self._here(clause)
            year = name.year or _year(clause, told, self.this_year)
            status = _status(name, clause.kind)
            start, end = name.start, name.end
            if place == 0 and (form.before or end - clause.verb <= _NEAR):
                start, end = min(start, clause.verb), max(end, clause.start)
            whose = holder_in(name.whose, self.school) if name.whose else None
            for held in [whose] if name.whose else holders[place]:
                holder = unveiled(held) if held else None
                holder = tidy(holder, self.school)
                honour = Honour(name.name, level, name.batch, status, holder, year)
                yield honour, start, end

    def _nurtured(self, clause: Clause, told: _Told, text: str) -> Iterator[_Placed]:
        """入选培育名单, which is of the honour reported last or spoken of."""
        found = _NURTURED.match(clause.rest)
        if found is None or clause.kind is not Kind.SELECTED:
            return
        known = told.honour or self._spoken_of(clause, text)
        if known is None:
            return
        batch = batch_in(found[0]) or known.batch
        year = _year(clause, told, self.this_year)
        honour = replace(known, batch=batch, status="培育创建", year=year)
        yield honour, clause.verb, clause.start + found.end()

    def _result(self, clause: Clause, told: _Told, text: str) -> Iterator[_Placed]:
        found = inspected(clause)
        if found is None:
            return
        what, length = found
        honour = self._named_result(clause, what, text)
        if honour is None and is_only_giver(what):
            honour = self._meant(clause, what, told, text)
        if honour is None:
            return
        year = _year(clause, told, self.this_year)
        honour = replace(honour, status=STATUS[clause.kind], year=year)
        holders = several(unveiled(honour.holder)) if honour.holder else [None]
        for holder in holders[:1] if "分别" in clause.subject else holders:
            end = clause.start + length
            yield replace(honour, holder=holder), clause.verb, end

    def _meant(
        self, clause: Clause, what: str, told: _Told, text: str
    ) -> Honour | None:
        """What a bare 通过验收 is of: what was reported last, or is spoken of."""
        if told.honour is None or "申报" in clause.part or is_refused(clause):
            return self._spoken_of(clause, text)
        own = holder_in(clause.subject, self.school)
        if own is None and not clause.subject.strip():
            own, _ = holder_of(clause.part, self.school)
        holder = None if is_group(clause.subject) else own or told.honour.holder
        batch = batch_in(what) or told.honour.batch
        return replace(told.honour, holder=holder, batch=batch)

    def _named_result(self, clause: Clause, what: str, text: str) -> Honour | None:
        """What is named as the object of 通过 or as its subject."""
        whose, what = taken_from(what) if clause.kind is Kind.ENDED else ("", what)
        name = name_of(what, clause.start, self.lexicon, loose=False)
        if name and whose:
            holder = holder_in(whose, self.school)
        elif name:
            holder = self.subjects.holder(clause, text)
        elif before := named_before(clause, self.lexicon):
            name, who = before
            holder = holder_in(who, self.school) if who else self.school
        else:
            return None
        level = self._level(name, what)
        return Honour(name.name, level, name.batch, None, holder)

    def _spoken_of(self, clause: Clause, text: str) -> Honour | None:
        """What the sentence speaks of: 校级样板支部验收情况：6个通过验收."""
        name = named_in_sentence(clause, self.lexicon)
        if name is None:
            return None
        group = is_group(clause.subject)
        holder = None if group else self.subjects.holder(clause, text)
        return Honour(name.name, self._level(name, ""), name.batch, None, holder)

    def _complete(
        self, names: Sequence[Name], clause: Clause, text: str
    ) -> Iterator[Name]:
        """The names, a bare 二等奖 with its contest; not where that is lost."""
        contest = ""
        for name in names:
            if not name.prize or not is_bare_prize(name.name):
                contest = contest_of(name.name) if name.prize else ""
                yield name
                continue
            contest = contest or self._contest(clause, text)
            if contest:
                bare = _SAME_CONTEST.sub("", name.name)
                whole = f"{contest}{bare}"
                yield name._replace(name=whole, words=whole)

    def _contest(self, clause: Clause, text: str) -> str:
        segments = _SEGMENTS.split(clause.sentence)
        sentences = _SENTENCES.split(text[max(0, clause.verb - _BACK) : clause.verb])
        for words in [clause.subject, *reversed(segments), *reversed(sentences[:-1])]:
            found = contest_in(unveiled(words), self.lexicon)
            if found:
                return found
        return ""

    def _level(self, name: Name, giver: str) -> str | None:
        return level_by(name.words, self.lexicon, seat=self.seat) or level_by(
            giver, self.lexicon, seat=self.seat, giver=True
        )

    def _here(self, clause: Clause) -> str | None:
        """校级 for what a school's own paper grants: 经研究，决定授予…."""
        own = self.school is not None and _OF_SCHOOL.search(self.school)
        granted = clause.words == "授予" and _DECIDES.search(clause.subject)
        return "校级" if own and granted else None

    def _holders(
        self, clause: Clause, form: Form, count: int, text: str
    ) -> list[list[str | None]]:
        """The holders of each of the `count` honours of the clause."""
        if form.who:
            holder = holder_in(form.who, self.school)
        else:
            holder = self.subjects.holder(clause, text)
        each: list[str | None] = [*several(holder)] if holder else [None]
        if "分别" in clause.subject and len(each) == count:
            return [[one] for one in each]
        return [each] * count


def _status(name: Name, kind: Kind) -> str | None:
    if name.nominee or kind is Kind.NOMINATED:
        return STATUS[Kind.NOMINATED]
    if name.nurtured:
        return "培育创建"
    if name.prize:
        return _WON
    return STATUS[Kind.NAMED] if kind is Kind.WON else STATUS[kind]


def _year(clause: Clause, told: _Told, this_year: int | None) -> int | None:
    """The year said of the clause; one said of another subject is not."""
    if not may_name_time(clause.sentence):
        return told.scope
    before = clause.part[: len(clause.part) - len(clause.subject)].rstrip("，")
    beside = _BESIDE.split(before)[-1]
    for words in (clause.subject, beside if is_only_time(beside) else ""):
        if names_time(words):
            return year_in(words, this_year)
    if says_same(clause.part):
        return told.year
    if names_time(clause.part):
        other = holder_in(clause.subject, None) and not opens_with_year(clause.part)
        return None if other else year_in(clause.part, this_year)
    return _year_of_sentence(clause, told, this_year)


def _year_of_sentence(clause: Clause, told: _Told, this_year: int | None) -> int | None:
    if opens_with_year(clause.sentence):
        return year_in(clause.sentence)
    if names_time(clause.sentence):
        return year_in(clause.sentence, this_year) if "，" not in clause.part else None
    return told.scope
