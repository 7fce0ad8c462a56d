"""Whose an honour is: the subject of its clause, or who its sentence speaks of."""

from __future__ import annotations

import re
from functools import lru_cache

from casebase.annotate.honours.wording import (
    ACTORS,
    ADJUNCTS,
    BODIES,
    BRANCHES,
    DOING,
    FOLLOWING,
    GIVEN_WORKS,
    LEADS,
    PEOPLE,
    ROLES,
    TAILS,
    VAGUE,
    WORKS,
    any_of,
)
from casebase.text.naming import is_names, may_be_name

_OWN = re.compile(
    "(?:学校|我校|我院|学院|本校|全校|该校|该院|校|院|我们|学校党委|校党委|学院党委"
    "|党委)"
    "(?:先后)?"
)
_OWN_LEAD = re.compile("^(?:学校|我校|我院|该校|本校|学院)的?(?=[^，]{2,})(?!党委$)")
_SOMEBODY = re.compile(f"{any_of(BRANCHES, BODIES, PEOPLE, WORKS)}$")
_NO_WORK = re.compile(f"{any_of(BRANCHES, BODIES, PEOPLE)}$")
_GENERIC = re.compile(any_of(BRANCHES, ACTORS, VAGUE, ("服务队", "实践队")))
_VAGUE = re.compile(any_of(VAGUE))
_DOING = re.compile(any_of(DOING))
_TOPIC = re.compile(
    f"(?P<who>(?:(?!{any_of(DOING)})[\u4e00-\u9fff0-9A-Za-z“”《》（） ]){{0,24}}"
    f"{any_of(BRANCHES, ACTORS)})(?={any_of(DOING, FOLLOWING)})"
)
_BRANCH_ONLY = re.compile(f"[\u4e00-\u9fff]{{0,20}}{any_of(BRANCHES)}")
_WORK_TOPIC = re.compile(
    f"(?P<who>[^，。；]{{0,24}}{any_of(GIVEN_WORKS)})"
    "(?=成功|先后|顺利|分别|再次|20|入选|获|荣|被|评|于)"
)
_PERSON_TOPIC = re.compile(
    f"[^，。；]{{0,16}}?{any_of(ROLES)}(?P<who>[\u4e00-\u9fff]{{2,3}}?)"
    f"(?={any_of(DOING, FOLLOWING)}|$)"
)
_LEAD = re.compile(f"{any_of(LEADS)}+")
_TAIL = re.compile(f"{any_of(TAILS)}+$")
# The last signs of tails that end in one, and of those that end in a choice.
_LAST_OF_TAIL = frozenset(
    (
        *(tail[-1] for tail in TAILS if tail[-1].isalnum()),
        *"曾经已刚继年度底末初以来月份日次绩数",
    )
)
_ADJUNCT = re.compile(f"{any_of(ADJUNCTS)}[^，]*$")
_ADJUNCT_BEGINS = re.compile(any_of(ADJUNCTS))
_WITH = re.compile("^与[^，]{1,12}?的")
_THIS = re.compile(
    "^(?:该(?:总支|系|院|处)(?=.{2})|(?:该|这一?个?|此|本|其|上述|这支)(?=.))"
)
_ROLE = re.compile(
    f"{any_of(ROLES)}(?P<name>[\u4e00-\u9fff]{{2,3}})(?:同志|老师|同学|教授)?$"
)
_PERSON = re.compile("(?P<name>[\u4e00-\u9fff]{2,4})(?:同志|老师|同学|教授|书记)?$")
_NO_PERSON = re.compile(
    f"{any_of(BODIES, BRANCHES, PEOPLE, WORKS)}$|(?:[奖年度中上下时后前来次地得]|其余)$"
    "|[是有在和与及了的第也均]"
)
_GROUP = re.compile(
    r"(?:其中|另有?|还有|分别)?[0-9一二两三四五六七八九十多]+\s?[个名位支项门余人]"
)
_SEAT = re.compile("^[^，]{1,12}所在的?")
_SEGMENTS = re.compile("[，,：:]")
_SEVERAL = re.compile("、|和(?!谐)")
_QUOTED = re.compile("“[^”]*”|《[^》]*》")
_ASIDE = re.compile("（[^（）]{0,40}）")
_HE = re.compile("^[^，]{0,8}[她他]们?(?:本人|先后|又|也|还|的|获|$)")
_LONGEST, _SHORTEST = 30, 2
_SOMEBODY_BEFORE = re.compile(
    "[”）\\s]*(?:而|但|如今)?(?:这位|这名|那位|[他她](?!们)|本人)"
)
_PERSON_NAMED = re.compile(
    f"{any_of(ROLES)}(?P<who>[\u4e00-\u9fff]{{2,3}}?)"
    f"(?=[^\u4e00-\u9fff]|{any_of(DOING, FOLLOWING)}|[正说任介告笑的同老])"
)
_QUOTED_TOPIC = re.compile(
    "(?P<who>“[^“”，。；！？]{2,16}”(?:[\u4e00-\u9fff]{0,6}?(?:队|团|工作室|社团|课堂|项目|品牌))?)"
    "(?=[\u4e00-\u9fff0-9])(?![是为的之说要就也、])"
)
_YEAR_BEHIND = re.compile(r"\s*(?:19|20)[0-9]{2}\s?年?(?:[0-9]{1,2}\s?月)?$")
_LEVELS = re.compile("(?:国家|省|市|县|区|校|院)级")
_CONTEST = re.compile("“[^“”]{1,8}杯”")
_FAR = 5  # segments back


def holder_in(subject: str, school: str | None) -> str | None:
    """Whom the words name as holder; `school` for the owner; None for nobody."""
    words = _stripped(subject)
    if not words:
        return None
    if _OWN.fullmatch(words) or words == school:
        return school
    return _named(_after_possessor(words), school) or topic_in(words, school)


def topic_in(words: str, school: str | None) -> str | None:
    """Whom the words begin with, who then does something: 机电系党支部坚持…."""
    whole, words = words, _stripped(words)
    person = _PERSON_TOPIC.match(words)
    if person and _is_announced(person["who"]):
        return person["who"]
    topic = _TOPIC.match(words) or _WORK_TOPIC.match(words)
    quoted = None if topic or words[:1] != "“" else _QUOTED_TOPIC.match(words)
    if quoted:
        return quoted["who"]
    if topic is None and words != whole and _BRANCH_ONLY.fullmatch(words):
        return _named(words, school)  # 总支被评为……
    return _named(topic["who"], school) if topic else None


def holder_of(part: str, school: str | None) -> tuple[str | None, bool]:
    """The holder that the part of the sentence before the verb names, nearest first.

    Second: whether anything there might name one, so that nobody else may be taken.
    """
    segments = _SEGMENTS.split(part)
    for place, segment in enumerate(reversed(segments[-_FAR:])):
        find = topic_in if place else holder_in
        found = find(segment, school)
        if place == 1 and not found and not _stripped(segments[-1]):
            found = _whole(segment, school)
        if found:
            return found, True
        if place == 0 and (_is_unknown(segment) or _HE.search(segment)):
            return None, True
    first = _stripped(segments[0])
    if len(segments) > 1 and _is_person(first):
        return first, True  # 汤守义，教授，……，被授予……
    return None, False


def speaks_of_person(part: str) -> bool:
    """Whether the sentence begins with somebody named before: 这位老船长, 她."""
    return _SOMEBODY_BEFORE.match(part) is not None


def person_before(text: str) -> str | None:
    """The person whom the text named last, with what that person is."""
    named = [it["who"] for it in _PERSON_NAMED.finditer(text)]
    return next(filter(_is_announced, reversed(named)), None)


def _whole(segment: str, school: str | None) -> str | None:
    """The body or the people that the segment names, and nothing else."""
    words = _WITH.sub("", _stripped(segment))
    found = None if _DOING.match(words) else holder_in(words, school)
    known = found and (_NO_WORK.search(found) or _is_person(found))
    return found if known else None


def tidy(holder: str | None, school: str | None) -> str | None:
    """The holder without dashes, years and halves of titles around it.

    The owner where the words are a contest's (“挑战杯”); nobody where they are no more
    than a level.
    """
    if holder is None:
        return None
    plain = _YEAR_BEHIND.sub("", holder.strip("—－- \u3000"))
    if plain.count("》") > plain.count("《"):
        plain = plain.rpartition("》")[2]
    if len(plain) < _SHORTEST or _LEVELS.fullmatch(plain):
        return None
    return school if _CONTEST.fullmatch(plain) else plain


def is_generic(holder: str) -> bool:
    """Whether the word points back to something named before: 支部, 项目."""
    return _GENERIC.fullmatch(holder) is not None


def is_vague(holder: str) -> bool:
    """Whether the word could mean anything: 项目."""
    return _VAGUE.fullmatch(holder) is not None


def several(holder: str) -> list[str | None]:
    """甲党支部、乙党支部 as two holders; one as it is."""
    names = _SEVERAL.split(holder)
    each = all(len(name) > _SHORTEST and _SOMEBODY.search(name) for name in names)
    return [*names] if each else [holder]


def is_group(holder: str) -> bool:
    """Whether it is a number of them without a name: 6个."""
    return _GROUP.fullmatch(holder.strip()) is not None


@lru_cache(maxsize=64)  # the same segment is looked at several times over
def _stripped(words: str) -> str:
    if "（" in words:
        words = _ASIDE.sub("", words)
    if "所在" in words:
        words = _SEAT.sub("", words)
    words = words.strip(" \u3000（）()").lstrip("”》")
    led = _LEAD.match(words)
    words = words[led.end() :] if led else words
    whole, words = words, _without_adjunct(_without_tail(words))
    if words != whole:
        words = _without_tail(words)
    return words.strip(" \u3000")


def _without_tail(words: str) -> str:
    """A look at the last sign saves most searches."""
    last = words[-1:]
    ends = last in _LAST_OF_TAIL or last.isspace()
    return _TAIL.sub("", words) if ends or "经" in words or "连续" in words else words


def _without_adjunct(words: str) -> str:
    """Without the phrase that says how or where; one within a title is none."""
    for found in _ADJUNCT_BEGINS.finditer(words):
        before = words[: found.start()]
        if before.count("《") == before.count("》") and _ADJUNCT.match(
            words, found.start()
        ):
            return before
    return words


def _after_possessor(words: str) -> str:
    """对口帮扶的青石镇 without what stands before 的, outside quotes and titles."""
    if "的" not in words:
        return words
    quoted, last = 0, 0
    for at, sign in enumerate(words):
        quoted += (sign in "“《") - (sign in "”》")
        if sign == "的" and not quoted:
            last = at + 1
    return words[last:]


def _named(words: str, school: str | None) -> str | None:
    if school and words.startswith(school) and len(words) > len(school):
        words = words[len(school) :].lstrip("的")
    for before in (_OWN_LEAD, _THIS, _LEAD):
        led = before.match(words)
        words = words[led.end() :] if led else words
    words = words.strip(" \u3000")
    words = words.rpartition("——")[2]
    if _OWN.fullmatch(words):
        return school
    if not _SHORTEST <= len(words) <= 4 * _LONGEST:
        return None
    role = _ROLE.search(words)
    if role and _is_announced(role["name"]):
        return role["name"]
    if _is_person(words):
        return words
    plain = _QUOTED.sub("", words)
    if _DOING.search(plain) or not _SOMEBODY.search(words):
        return None
    return words


def _is_person(words: str) -> bool:
    found = _PERSON.fullmatch(words)
    return (
        found is not None
        and len(found["name"]) <= 3  # noqa: PLR2004 - longer names of people are rare
        and not _NO_PERSON.search(found["name"])
        and is_names(found["name"])
    )


def _is_announced(words: str) -> bool:
    """Whether the words after 书记 or 老师 are a name."""
    return may_be_name(words) and not _NO_PERSON.search(words)


def _is_unknown(segment: str) -> bool:
    """Whether the segment names something, which is nobody known."""
    words = _stripped(segment)
    return (
        len(words) > _SHORTEST and not _DOING.search(words) and len(words) <= _LONGEST
    )
