"""The parts of a method, where a text gives every one of them.

A text gives them in few ways, each of which has a rule here: it explains the signs one
by one (“1”即……；“3”即……), gives them roles (以……为核心，以……为支撑), lists as many
as the name counts after it (“三亮”即亮身份、亮承诺、亮业绩) or before it, or lists
things that are called as the name says (“四链”: 组织链、人才链、产业链、服务链).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from casebase.annotate.methods.listings import called_so, counted, grouped
from casebase.annotate.methods.named import CLOSE, NUMERALS, OPEN, Named

_REACH = 600  # characters after a name in which its signs are explained
_NEAR = 260  # in which its parts are listed
_BEFORE = 160
_LONGEST = 44  # characters of a part
_VALUES = {
    **{sign: n for n, sign in enumerate("一二三四五六七八九十", 1)},
    "双": 2,
    "两": 2,
}
# How a text introduces what a sign stands for: “1”即……；“3”是指……。
_IS = r"(?:即|就是|是指|指的是|指|是|为|代表|——|：|:)([^，,；;。\n]{2,60})"
_IS_BARE = r"(?:即|就是|是指|指的是|——|：|:)([^，,；;。\n]{2,60})"
_OPENS = re.compile(
    rf"[{CLOSE}]?的?[\u4e00-\u9fff]{{0,10}}?(?:[，,]?(?:也?即|(?:也|指的)?就是|是指|指的是|包括|分别[是为指]|具体[是为指])[：:]?"
    r"|——|：|:|[（(](?:即|指)?[：:]?)"
)
_ENDS = re.compile("[。\n）)！？]")
_SIGNS = re.compile("[，,、；;：:。！？\n（）()“”‘’]")
_LEADS = re.compile(
    "^.*(?:即|以|把|为|是|包含|涵盖|包括|指|实现|做到|提升|提高|增强|坚持|抓好|推进|落实|围绕|聚焦|通过|形成|构建"
    "|打造|建立|开展|强化|突出|广泛|深化)(?=[\u4e00-\u9fff]{2})"
)
_ROLE = re.compile(
    rf"^(?:.*?(?:即|以|践行|坚持))?[{OPEN}]?([^{OPEN}{CLOSE}]{{2,60}})[{CLOSE}]?"
    "(?:作)?为([\u4e00-\u9fff]{1,5})(?:的.*)?$"
)
# “学校+企业”的“1+1”; “1名师傅+3名党员”攻关模式，即“1+3”
_SPELT_OUT = re.compile(
    r"[“「]([^“”「」\n]{3,70})[”」](?:的|[^，。“”\n]{0,10}[，,]?(?:也?即|就是|简称))[“「]?$"
)
_COUNTER = re.compile(".(?:[个大项种张支条类本份套](?=.))?")
_COUNTING = re.compile(f"[{NUMERALS}]个[{NUMERALS}]")
_SENTENCES = re.compile("[。；\n]")
_CLAUSES = re.compile("[，,]")
_TWO = 2


def parts_of(named: Named, text: str) -> tuple[str, ...]:
    """What the parts stand for, where the text says so of every one of them."""
    if named.name[0].isdigit():
        rules: tuple[Callable[[Named, str], Sequence[str]], ...] = (
            _spelt_out, _explained, _listed_by_sign, counted,
        )  # fmt: skip
    elif len(named.signs) == 1:
        rules = (_explained, _counting, _opened, _alike, called_so, _listed_before)
    else:
        rules = (
            _explained, _quoted_signs, _roles, _alike, grouped, _opened, called_so,
        )  # fmt: skip
    for rule in rules:
        parts = tuple(part.strip(" \u3000“”‘’") for part in rule(named, text))
        if parts and all(0 < len(part) <= _LONGEST + 20 for part in parts):
            return parts
    return ()


def given_parts(named: Named, text: str) -> tuple[str, ...]:
    """The parts of a national formula: only where a text lists them after its name."""
    rules = (_explained, _alike) if named.signs else ()
    for rule in rules:
        parts = tuple(part.strip(" \u3000“”‘’") for part in rule(named, text))
        if parts and all(0 < len(part) <= _LONGEST for part in parts):
            return parts
    return ()


def _spelt_out(named: Named, text: str) -> Sequence[str]:
    """“学校+企业、社区”的“1+2”: as many parts before the formula as it has."""
    before = text[max(0, named.start - 80) : named.start]
    found = _SPELT_OUT.search(before)
    parts = re.split("[+＋]", found[1]) if found else []
    return parts if len(parts) == len(named.signs) and all(parts) else ()


def _explained(named: Named, text: str) -> Sequence[str]:
    """“1”即……；“3”即……: every sign explained after the name, in its order."""
    at, end, parts = named.end, named.end + _REACH, list[str]()
    if len(named.signs) < _TWO:
        return ()
    for sign in named.signs:
        found = _meaning(sign).search(text, at, end)
        if found is None:
            return ()
        parts.append(found[1] or found[2])
        at = found.end()
    return _flat(named.signs, parts)


@lru_cache(maxsize=512)
def _meaning(sign: str) -> re.Pattern[str]:
    quoted = f"[{OPEN}]{re.escape(sign)}[{CLOSE}]{_IS}"
    bare = f"{re.escape(sign)}{_IS_BARE}" if len(sign) > 1 else "(?!)()"
    return re.compile(f"{quoted}|{bare}", re.IGNORECASE)


def _flat(signs: Sequence[str], parts: Sequence[str]) -> list[str]:
    """What a sign counts as several things is given as several, or not at all."""
    flat: list[str] = []
    for sign, part in zip(signs, parts, strict=True):
        items, count = _items(part), _count(sign)
        if 1 < len(items) != count > 1:
            return []
        flat += items if count > 1 else [part]
    return flat


def _count(sign: str) -> int:
    return _VALUES.get(sign[:1], 0)


def _items(listing: str) -> list[str]:
    return [item for item in re.split("[、]", listing) if item]


def _listed_by_sign(named: Named, text: str) -> Sequence[str]:
    """1+3+N（1个核心、3项机制、N个抓手）: each item begins with its sign."""
    listing = _listing(named, text)
    if not listing:
        return ()
    for separator in ("[、，,；;]", "[+＋]", "[；;]"):
        items = [item for item in re.split(separator, listing) if item]
        if len(items) == len(named.signs) and all(
            item[:1] in {sign, _han(sign)} or (sign == "2" and item[:1] in "两双")
            for item, sign in zip(items, named.signs, strict=True)
        ):
            return items
    return ()


def _han(sign: str) -> str:
    """一 for 1; a sign that is no digit stands for itself."""
    digits = "〇一二三四五六七八九"
    return digits[int(sign)] if sign.isdecimal() and len(sign) == 1 else sign


def _listing(named: Named, text: str) -> str:
    """What follows the name after 即, a colon or a bracket, within its sentence."""
    opened = _OPENS.match(text, named.end, named.end + _NEAR)
    if opened is None:
        return ""
    rest = text[opened.end() : named.end + _NEAR]
    end = _ENDS.search(rest)
    return rest[: end.start()] if end else ""


def _opened(named: Named, text: str) -> Sequence[str]:
    """“三亮”即亮身份、亮承诺、亮业绩: as many items as the name counts.

    “三融三促”, 即融入课堂促育人、… counts the same items twice.
    """
    count = _count(named.signs[0])
    if {_count(sign) for sign in named.signs} != {count}:
        return ()
    listing = _listing(named, text)
    if not listing:
        return ()
    heads = [re.split(sign, listing)[0] for sign in ("[；;]", "[，,]")]
    for part in (listing, *heads):
        for separator in ("、", "[，,]", "[；;]"):
            items = [item.strip() for item in re.split(separator, part)]
            if len(items) == count > 1 and all(_is_item(item) for item in items):
                return items
    return ()


def _is_item(item: str) -> bool:
    return 1 < len(item) <= _LONGEST and item.count("“") == item.count("”")


def _counting(named: Named, text: str) -> Sequence[str]:
    """“五个一”: 讲好一堂课、办好一个讲堂…; “五个三”: 三个课堂，即…；三支队伍，即…."""
    if _COUNTING.fullmatch(named.name) is None:
        return ()
    count, counted = _count(named.name), named.name[-1]
    listing = _listing(named, text)
    for separator in ("[，,]", "、", "[；;]"):
        items = re.split(separator, listing)
        if len(items) == count and all(counted in item for item in items):
            return items
    near = text[named.end : named.end + _REACH].partition("\n")[0]
    heads = [it for it in re.split("[，,、；;：:。（）()]", near) if it[:1] == counted]
    return heads if len(heads) == count else ()


def _quoted_signs(named: Named, text: str) -> Sequence[str]:
    """“四三一”: 以“四争”为目标，“三诺”为抓手，“一项业绩”为成果."""
    if any(len(sign) > 1 for sign in named.signs):
        return ()
    at, parts = named.end, list[str]()
    for sign in named.signs:
        pattern = _quoted_with(sign)
        found = pattern.search(text, at, named.end + _NEAR if not parts else at + 40)
        if found is None:
            return ()
        parts.append(found[1])
        at = found.end()
    return parts


@lru_cache(maxsize=64)
def _quoted_with(sign: str) -> re.Pattern[str]:
    return re.compile(rf"[“「]({sign}[\u4e00-\u9fff]{{1,14}})[”」]为")


def _roles(named: Named, text: str) -> Sequence[str]:
    """“一核两翼”: 以党委为核心，以支部、班级为两翼 — a role for every sign."""
    after = text[named.end : named.end + _NEAR]
    before = text[max(0, named.start - _BEFORE) : named.start]
    sentences = (
        *_SENTENCES.split(after, _TWO)[:_TWO],
        _SENTENCES.split(before)[-1].rstrip("“「的 "),
    )
    for sentence in sentences:
        if "为" not in sentence:
            continue
        clauses = [_ROLE.match(clause) for clause in _CLAUSES.split(sentence)]
        runs = [role for role in clauses if role is not None]
        if len(runs) == len(named.signs):
            return _flat(named.signs, [role[1] for role in runs])
    return ()


def _alike(named: Named, text: str) -> Sequence[str]:
    """“四链”: 组织链、人才链、产业链、服务链 — items called as the name says."""
    parts: list[str] = []
    for sign in named.signs:
        items = _called(sign, named, text)
        if not items:
            return ()
        parts += items
    return parts


def _called(sign: str, named: Named, text: str) -> Sequence[str]:
    counter = _COUNTER.match(sign)
    count, noun = _count(sign), sign[counter.end() :] if counter else sign
    if count < _TWO or not noun:
        return ()
    near = text[named.end : named.end + _NEAR].partition("\n")[0]
    behind = text[max(0, named.start - _BEFORE) : named.start].rpartition("\n")[2]
    for window in (near, behind):
        for run in _runs(window, noun):
            if len(run) == count:
                return run
    return ()


def _runs(window: str, noun: str) -> Iterator[list[str]]:
    """Runs of items side by side that begin or end with `noun`."""
    if noun not in window:
        return
    item_end = re.compile(f"(?<={re.escape(noun)})(?:为|的|等).*$")
    items = [*_SIGNS.split(window), ""]
    for fits, cut in ((str.endswith, _ending), (str.startswith, _beginning)):
        run: list[str] = []
        for item in items:
            own = ""
            if noun in item:
                own = item_end.sub("", item if run else cut(item, noun))
            if own != noun and fits(own, noun) and _is_item(own):
                run.append(own)
            else:
                if run:
                    yield run
                run = []


def _ending(item: str, _noun: str) -> str:
    """The first item of a list without the words that lead up to it."""
    return _LEADS.sub("", item)


def _beginning(item: str, noun: str) -> str:
    at = item.rfind(noun)
    return item[at:] if at >= 0 else item


def _listed_before(named: Named, text: str) -> Sequence[str]:
    """把甲培养成乙，把乙培养成丙的“两培养”: as many items before the name."""
    before = text[max(0, named.start - _BEFORE) : named.start].rstrip("“「\"'")
    sentence = _SENTENCES.split(before)[-1]
    count = _count(named.signs[0])
    clauses = _CLAUSES.split(re.sub("(?:(?:等|等?在内)?的|等|作为)$", "", sentence))
    same = [re.sub("^.*?(?=把)", "", clause) for clause in clauses[-count:]]
    if len(same) == count > 1 and all(clause.startswith("把") for clause in same):
        return same
    items = _items(clauses[-1])
    if len(items) != count or count < _TWO:
        return ()
    first = _LEADS.sub("", items[0])
    return [first, *items[1:]] if all(map(_is_item, (first, *items[1:]))) else ()
