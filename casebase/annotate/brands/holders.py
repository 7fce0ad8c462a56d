"""Whose a brand is, and of which level, where the words before it say so."""

from __future__ import annotations

import re
from dataclasses import dataclass

from casebase.lexicon import Lexicon

_REACH = 160  # characters before a name, within its sentence
_SENTENCE = re.compile("[。；！？\n;!?]")
_CLAUSE = re.compile("[，：,:—]|”、")
_UNIT = (
    "(?:党支部|党总支|党委|团委|团支部|团总支|支部|总支|学院|书院|系部|(?<![关联体])系"
    "|[务生事人产技研学]处|(?:组织|宣传|统战|学工|思政|基础|公共|体育|教学)部"
    "|研究院|研究所|(?<!一)中心|社团|协会|图书馆|附属医院|工会|妇联|学生会|校区)"
)
# A unit's name: no word of another kind may stand in it.
_NO_NAME = "的了在把将对为是由让被就要从有个这那与和及以向到请看带给并也还都，、“”"
_NO_VERB = "(?!指导|组织[^部]|带领|支持|牵头|成立|打造|选派|通过|联合[^党])"
_HOLDER = re.compile(
    rf"[^{_NO_NAME}\W]{{1,14}}?{_UNIT}"
    rf"(?:{_NO_VERB}[^{_NO_NAME}\W]{{0,6}}?{_UNIT}){{0,2}}(?![长院校团部])"
)
_NAMES_ITSELF = frozenset({"图书馆", "团委", "工会", "学生会"})
# No name: which party branch, only the context knows.
_ANY_UNIT = re.compile(
    "(?:教师|学生|教工|教职工|该|本|各|全体)?(?:党|团)?(?:支部|总支|委)"
)
_KIND = re.compile("^[该本各]|^全体")
_SELF = re.compile(
    "(?:学校党委|校党委|校团委|我校|学校|本校|全校|我院|校方)(?!的?[师学]生)"
)
_LEAD = re.compile(
    "^(?:近年来|兄弟院校|兄弟学校|结对院校|合作院校|在(?=全校)|此外|同时|其中|目前|如今|例如|比如|如|由|而|即|一是|二是|三是|四是|五是|另外"
    "|随后|为此|[\u4e00-\u9fff]{0,6}(?:看看|走进|依托)|[0-9〇一二三四五六七八九十]+[年月日][春夏秋冬初底末起]?)+"
)
_VERB_LEAD = re.compile(
    "^(?:打造|创建|成立|组建|建设|培育|推动|支持|指导|组织|深化|实施)+"
)
# After a name: what belongs to it rather than what it does.
_NO_DEED = re.compile(
    "书记|党员|教师|学生|师生|成员|委员|主任|院长|负责|干部|建设|工作|活动|[（(]|们|等|、|与|和"
)
_DEED = re.compile("[\u4e00-\u9fff]+?(?=以|的|打造|创建|实施|推出|成立|开设|，|$)")
_OTHERS = re.compile(
    "(?:公司|集团|企业|银行|街道|社区|村|镇|乡|县|区|市|省|局|厅|委|厂|车间|医院|海关)"
)
_OUTSIDE = re.compile(
    "公司|集团|银行|街道|(?:社区|村|镇|乡|局|厂|县|区)(?:党|支|总支)|[省市县区]委"
)
_TOGETHER = re.compile("与|同|和|联合|携手|共|协同|依托|面向|走进|服务|深入")
_SCHOOL = re.compile("[\u4e00-\u9fff]{2,20}(?:大学|学院|学校|专科学校|职院)")
_WORDS = re.compile(f"[{_NO_NAME}]")
_LEVELS = ("国家级", "省级", "市级", "县级", "校级")
_LEVEL = re.compile(f"(?:{'|'.join(_LEVELS)})")
_BESIDE = 12  # characters within which a level speaks of the name


@dataclass(frozen=True, slots=True)
class Names:
    """The owner of the entry: its full name, and that with its short ones."""

    full: str | None
    all: frozenset[str]


def holder_of(text: str, at: int, owner: Names, lexicon: Lexicon) -> str | None:
    """The holder of what is named at `at`; empty if not said, None if not the owner's.

    The nearest clause of the sentence that begins with a unit or the owner says it.
    """
    before = _SENTENCE.split(text[max(0, at - _REACH) : at])[-1]
    whole = len(before) < _REACH  # the sentence's beginning is seen
    clauses = _CLAUSE.split(before)
    direct = _right_before(clauses[-1], owner, lexicon)
    if direct:
        return direct
    for number, clause in reversed(list(enumerate(clauses))):
        if number == 0 and not whole:
            break
        said = _subject(clause, owner, lexicon, last=number == len(clauses) - 1)
        if said and _ANY_UNIT.fullmatch(said):
            return _in_full(said, text[max(0, at - _REACH * 2) : at], owner)
        if said != "":
            return said
    return ""


def _right_before(clause: str, owner: Names, lexicon: Lexicon) -> str:
    """The unit that stands just before the name in a list of several, or nothing."""
    first, sign, last = clause.rpartition("、")
    _, unit = _without_owner(last.removesuffix("的"), owner)
    named = _HOLDER.fullmatch(unit) is not None or unit in _NAMES_ITSELF
    if not sign or not first or not named:
        return ""
    return unit if _is_part(unit, lexicon) and not _ANY_UNIT.fullmatch(unit) else ""


def _in_full(unit: str, before: str, owner: Names) -> str:
    """The full name of the unit that the text before calls by its kind alone."""
    kind, full = _KIND.sub("", unit), ""
    for found in _HOLDER.finditer(before):
        _, name = _without_owner(found[0], owner)
        begins = found.start() == 0 or not before[found.start() - 1].isalnum()
        if begins and name.endswith(kind) and not _ANY_UNIT.fullmatch(name):
            full = name
    return full


def _subject(clause: str, owner: Names, lexicon: Lexicon, *, last: bool) -> str | None:
    """Who acts in the clause; empty where it does not say, None for somebody else."""
    plain = _VERB_LEAD.sub("", _LEAD.sub("", clause.strip("“”‘’ \u3000（）()")))
    named, rest = _without_owner(plain, owner)
    unit = _HOLDER.match(rest)
    if unit and _acts(rest[unit.end() :], last=last):
        name = unit[0]
        own = named or _is_part(name, lexicon) or _SCHOOL.fullmatch(name)
        return name if own else None
    if named and _acts(rest, last=last):
        return owner.full or ""
    if _is_others(plain, lexicon):
        return None
    return ""


def _acts(rest: str, *, last: bool) -> bool:
    """Whether what follows a name at the beginning of a clause is what it does."""
    if rest.strip("的 ") == "":
        return last
    return _NO_DEED.match(rest) is None


def _without_owner(clause: str, owner: Names) -> tuple[bool, str]:
    """Whether the clause begins with the owner, and what follows that."""
    for name in sorted(owner.all, key=len, reverse=True):
        if clause.startswith(name):
            return True, clause[len(name) :]
    found = _SELF.match(clause)
    return (True, clause[found.end() :]) if found else (False, clause)


def _is_part(name: str, lexicon: Lexicon) -> bool:
    """A part of a school bears no place in its name: 马克思主义学院党总支."""
    return lexicon.place_at(name, 0) is None and not _OUTSIDE.search(name)


def _is_others(clause: str, lexicon: Lexicon) -> bool:
    """Whether somebody outside acts alone: a firm, a town, another school."""
    found = _DEED.match(clause)
    head = found[0] if found else ""
    if not head or _WORDS.search(head) or _TOGETHER.search(clause):
        return False
    placed = lexicon.place_at(head, 0)
    if placed is not None and len(head) <= len(placed[0]) + 1:
        return True
    return _OTHERS.search(head[-3:]) is not None or (
        placed is not None and _SCHOOL.fullmatch(head) is not None
    )


def level_of(text: str, start: int, end: int) -> str | None:
    """The level that stands beside the name: 省级党建品牌“四网”."""
    before = _CLAUSE.split(text[max(0, start - _BESIDE) : start])[-1]
    after = re.split("[，。；：、“]", text[end : end + _BESIDE])[0]
    found = _LEVEL.search(after) or _LEVEL.search(before)
    return found[0] if found else None
