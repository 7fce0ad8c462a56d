"""The forms in which a clause says what was given, to whom and by whom.

甲支部获评乙                          holder – verb – honours
省委将甲支部列为乙                    giver 将 holder – verb – honours
省委授予甲支部“乙”称号                giver – verb – holder – honour
学校推荐甲支部申报乙                  giver – verb – holder – 申报 – honour
省委公布乙名单，甲支部入选            the honour is named before
"""

from __future__ import annotations

import re
from typing import NamedTuple

from casebase.annotate.honours.clauses import Clause, unveiled
from casebase.annotate.honours.names import Name, name_of, names_in
from casebase.annotate.honours.verbs import Kind
from casebase.lexicon import Lexicon

_NOMINATION = re.compile(
    "(?P<who>[^，。；]{0,60}?)，?(?:申报|参评|参选|参加|(?:作)?为|至"
    "|到)(?P<what>[^，。；]+)"
)
_GRANT = re.compile("(?P<who>[^“，。；]{2,60}?)(?P<what>“[^”]{2,40}”.*)")
_DISPOSED = re.compile("(?P<giver>[^，]*)将(?P<who>[^，]{2,30})$")
_GIVEN_BY = re.compile("(?:被|由|经|获|受)(?P<giver>[^，。；被由经]{2,30})$")
_IN_EVENT = re.compile("在(?P<giver>[^，。；]{4,60}(?<!下)(?<!以来))$")
_ANNOUNCED = re.compile(
    "(?P<giver>[^，。；]{0,30})(?:公布|公示|发布|揭晓|下发|印发|公告)(?:的|了|出)?"
    "(?P<what>[^，。；]{3,80})"
)
_SELECTION = re.compile(
    "在(?P<giver>)(?P<what>[^，。；]{4,60}?)(?:评选|遴选|推选|评审)"
)
_LIST = re.compile(
    "(?:的通知|的公示|的决定|评审结果|结果|认定|名单|评选|遴选|评审|公示|通知|揭晓"
    "|[中》]|活动|工作|入选)+$"
)
_CALL = re.compile("《?(?:关于)?(?:公布|公示|表彰|认定|确定)?")
_FAR = 64
_EMPTY = re.compile(r"[\s了其中名单公示榜]*(?:[，。；、,;]|$)")
_TITLED = re.compile("荣誉|称号")


class Form(NamedTuple):
    """What a clause says.

    Attributes:
        names: The honours, in order.
        who: The words that name the holder where the subject does not.
        giver: The words that name who gives, or the event.
        before: Whether the honour is named before the verb.
    """

    names: tuple[Name, ...]
    who: str = ""
    giver: str = ""
    before: bool = False


def form_of(clause: Clause, lexicon: Lexicon) -> Form:
    """What the clause says, by the first form that fits; no names where none does."""
    if clause.kind is Kind.NOMINATED:
        return _nomination(clause, lexicon)
    if clause.words == "授予" and "被" not in clause.subject:
        granted = _grant(clause, lexicon)
        if granted.names:
            return granted
    if _EMPTY.match(clause.rest) and clause.kind in {Kind.SELECTED, Kind.NAMED}:
        return _announced(clause, lexicon)
    loose = clause.kind is Kind.NAMED or _TITLED.search(clause.rest) is not None
    names = tuple(names_in(clause.rest, clause.start, lexicon, loose=loose))
    if names and clause.words == "作为":
        return Form(names, _after(names[-1].end, clause))
    if disposed := _DISPOSED.match(clause.subject):
        return Form(names, disposed["who"], disposed["giver"])
    giver = names and (_giver(clause.subject) or _event(clause))
    return Form(names, giver=giver or "")


def _after(end: int, clause: Clause) -> str:
    """Who does something as such: 作为样板支部，机电党支部坚持…."""
    following = clause.rest[end - clause.start :].lstrip("，")
    return clause.subject or following.split("，")[0]


def _nomination(clause: Clause, lexicon: Lexicon) -> Form:
    found = _NOMINATION.match(clause.rest)
    if found is None:
        return Form(())
    at = clause.start + found.start("what")
    names = tuple(names_in(found["what"], at, lexicon, loose=False))
    return Form(names, found["who"])


def _grant(clause: Clause, lexicon: Lexicon) -> Form:
    found = _GRANT.match(clause.rest)
    if found is None:
        return Form(())
    at = clause.start + found.start("what")
    names = tuple(names_in(found["what"], at, lexicon, loose=True))
    return Form(names, found["who"], clause.subject)


def _announced(clause: Clause, lexicon: Lexicon) -> Form:
    for pattern in (_ANNOUNCED, _SELECTION):
        found = pattern.search(unveiled(clause.sentence))
        if found is None:
            continue
        what = found["what"]
        if "验收" in what:  # some passed, some did not
            continue
        call = _CALL.match(what)
        skipped = call.end() if call else 0
        said = _LIST.sub("", what[skipped:])
        at = clause.verb - len(clause.sentence) + found.start("what") + skipped
        name = name_of(said, at, lexicon, loose=pattern is _SELECTION)
        if name:
            return Form((name,), giver=found["giver"], before=True)
    return Form(())


def _giver(subject: str) -> str:
    for pattern in (_GIVEN_BY, _IN_EVENT):
        found = pattern.search(subject)
        if found:
            return found["giver"]
    return ""


def _event(clause: Clause) -> str:
    """在全省……中 as a clause of its own before the verb's."""
    before = clause.part[: len(clause.part) - len(clause.subject)].rstrip("，,")
    found = _IN_EVENT.search(before[-_FAR:])
    return found["giver"] if found else ""
