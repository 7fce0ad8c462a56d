"""Who issued a paper: the body named right before its title."""

from __future__ import annotations

import re
from functools import lru_cache

from casebase.lexicon import Lexicon

_PLACE = 9  # characters of a name before 教育厅 and the like
_REACH = 60  # characters before a title in which its issuer is named
_VERB = (
    r"(?:等[一二三四五六七八九十两\d]{1,3}个?(?:部门|部委|单位))?"
    r"(?:先后|近期|近日|联合|共同|正式|还|又|也|日前)*(?:关于)?"
    r"(?:印发|发布|出台|下发|制定|颁布|公布|修订|颁发|审议通过|通过|颁行|提出)?[了的]?"
    r"(?:新版|最新|新修订的?)?\s?$"
)
# Bodies that are too vague to be named as the issuer.
_VAGUE = frozenset({"国家", "中央"})
_BEFORE_PLACE = re.compile(
    "落实|贯彻|根据|按照|依据|遵照|依照|执行|响应|结合|围绕|学习|对接|对照|宣传|出席|报请"
    "|[由以的到与和及对在据按受经日月年]"
)


def issuer_before(text: str, end: int, lexicon: Lexicon) -> tuple[str | None, bool]:
    """The issuer named right before `end`, and whether any is, be it a vague one."""
    window = text[max(0, end - _REACH) : end].rpartition("\n")[2]
    named = _names(lexicon).search(window)  # a look that saves most work
    if named is None:
        return None, False
    match = _pattern(lexicon).search(window, max(0, named.start() - _PLACE))
    if match is None:
        return None, False
    name = _from_place(match.group(1), lexicon).strip(" 、，和与及")
    if name in _VAGUE:
        return None, True
    return " ".join(name.split()), True


def _from_place(name: str, lexicon: Lexicon) -> str:
    """贯彻落实山东省教育厅 is 山东省教育厅."""
    if any(name.startswith(body) for body in lexicon.issuers):
        return name
    for at in range(min(len(name), 10)):
        if lexicon.place_at(name, at):
            return name[at:]
    cut = max((match.end() for match in _BEFORE_PLACE.finditer(name)), default=0)
    return name[cut:] or name


@lru_cache(maxsize=8)
def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    """One body or several side by side, then perhaps a verb, at the end of a window."""
    national = _alternatives(lexicon.issuers)
    placed = {name for name in lexicon.issuer_endings if name[0] in "省市县区州团"}
    local = (
        rf"(?:[\u4e00-\u9fff]{{1,8}})?(?:{_alternatives(placed)})"
        rf"|(?:[\u4e00-\u9fff]{{1,8}})?[省市县区州](?:{_alternatives(lexicon.issuer_endings)})"
    )
    body = rf"(?:{national}|{local})"
    return re.compile(rf"({body}(?:[ 、，和与及]{{1,2}}{body}){{0,6}}){_VERB}")


@lru_cache(maxsize=8)
def _names(lexicon: Lexicon) -> re.Pattern[str]:
    """A body's name or how it ends."""
    return re.compile(_alternatives(lexicon.issuers | lexicon.issuer_endings))


def _alternatives(names: frozenset[str] | set[str]) -> str:
    return "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
