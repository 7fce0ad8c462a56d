"""Working methods: formulas (1+3+N), numeral compounds (“五个三”) and national ones."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from casebase.entry import Entry, Evidence, Method
from casebase.lexicon import Lexicon

_PLUS = "[ \u3000]?[+＋][ \u3000]?"
_PART = "(?:[0-9０-９]{1,2}|[NnXxＮｎＸｘ])"
# 1+1>2 is an idiom, 3+2=5 a sum, 1+3+学院 a compound of words.
_FORMULA = re.compile(
    rf"(?<![0-9A-Za-z０-９Ａ-Ｚ+＋.．:：/*×-]){_PART}(?:{_PLUS}{_PART}){{1,7}}"
    r"(?![0-9A-Za-z０-９%％.．:/*×]|[ \u3000]?(?:[+＋=＝>＞≥]|大于))"
)
_OPEN, _CLOSE = "“\"‘'「『", "”\"’'」』"
_METHOD_WORD = (
    "(?:工作法|模式|机制|体系|格局|架构|矩阵|行动|工程|计划|平台|思路|路径|课堂)"
)
_NAMED = re.compile(rf"[{_CLOSE}]?[\u4e00-\u9fff]{{0,8}}?{_METHOD_WORD}")

_NUMERAL = "一二三四五六七八九十双两"
_COMPOUND = re.compile(
    rf"[“「『\"]([{_NUMERAL}][\u4e00-\u9fff]{{1,14}})[”」』\"]"
    r"[\u4e00-\u9fff]{0,4}?(?:工作法|模式|机制|体系)"
)
_PIECE = re.compile(f"[{_NUMERAL}][^{_NUMERAL}]*")  # 一核, 两翼 of 一核两翼
# “12345”工作法; a year is none.
_COUNTED = re.compile(
    rf"[{_OPEN}]((?!19|20)[1-9]\d{{2,6}})[{_CLOSE}][\u4e00-\u9fff]{{0,4}}?(?:工作法|模式|机制|体系)"
)
_DISTRIBUTIVE = re.compile("一[\u4e00-\u9fff]{1,4}一[\u4e00-\u9fff]{1,4}")  # 一人一策
# Numerals that name a policy of the state or a period, not a way of working.
_KNOWN = frozenset({"一国两制", "双一流", "一带一路", "三位一体"})
_DIPLOMACY = re.compile(rf"[{_CLOSE}]?(?:领导人|外长|部长|防长|会议|对话|峰会|国)")
_PERIOD = re.compile("十[一二三四五六七八九]五")  # a five-year plan, no method

# How a text introduces what a part stands for: “1”即……；“3”是指……。
_IS = r"(?:即|就是|是指|指的是|指|是|为|代表|——|：|:)([^，,；;。\n]{2,60})"
_REACH = 600  # characters after a name in which its parts are explained


def methods(entry: Entry, lexicon: Lexicon) -> list[tuple[Method, Evidence]]:
    """The methods of an entry, in its title and then in its text.

    A method is the same wherever it is named; its parts are those of the place that
    gives the most.
    """
    found: list[tuple[Method, Evidence]] = []
    for place, text in (("title", entry.title), ("text", entry.text)):
        found += _formulas(place, text, lexicon)
        found += _national(place, text, lexicon)
        found += _compounds(place, text, lexicon)
    fullest: dict[str, Method] = {}
    for method, _ in found:
        known = fullest.setdefault(method.name, method)
        if len(method.parts) > len(known.parts):
            fullest[method.name] = method
    return [(fullest[method.name], evidence) for method, evidence in found]


def _formulas(
    place: str, text: str, lexicon: Lexicon
) -> Iterator[tuple[Method, Evidence]]:
    for match in _FORMULA.finditer(text):
        name = unicodedata.normalize("NFKC", match.group()).upper().replace(" ", "")
        if not _is_method(name, text, match):
            continue
        method = Method(name, _parts(name, text, match), name in lexicon.national)
        yield method, Evidence(place, *match.span(), match.group(), "method.formula")


def _is_method(name: str, text: str, match: re.Match[str]) -> bool:
    """Whether it is a name rather than a sum or a list of quantities."""
    parts = name.split("+")
    if not any(part.isdigit() for part in parts):
        return False
    if parts[0].isdigit() and not parts[-1].isdigit():
        return True
    before, after = text[match.start() - 1 : match.start()], text[match.end() :][:1]
    if _DIPLOMACY.match(text, match.end()):
        return False  # “10+3”领导人会议
    quoted = before in _OPEN and after in _CLOSE and bool(before and after)
    return quoted or _NAMED.match(text, match.end()) is not None


def _parts(name: str, text: str, match: re.Match[str]) -> tuple[str, ...]:
    """What the parts stand for, where the text says so of every one of them."""
    signs = name.split("+")
    return _spelt_out(signs, text, match) or _explained(signs, text, match.end())


def _spelt_out(
    signs: list[str], text: str, match: re.Match[str]
) -> tuple[str, ...] | None:
    """“学校+企业、社区”的“1+2”: as many parts before the formula as it has."""
    before = text[max(0, match.start() - 80) : match.start()]
    found = re.search(r"[“「]([^“”「」\n]{3,70})[”」]的[“「]?$", before)
    parts = tuple(re.split("[+＋]", found.group(1))) if found else ()
    return parts if len(parts) == len(signs) and all(parts) else None


def _explained(signs: Sequence[str], text: str, at: int) -> tuple[str, ...]:
    """“1”即……；“3”即……: every part explained after `at`, in the name's order."""
    end, parts = at + _REACH, []
    for sign in signs:
        found = _meaning(sign).search(text, at, end)
        if found is None:
            return ()
        parts.append(found.group(1).strip())
        at = found.end()
    return tuple(parts)


@lru_cache(maxsize=256)
def _meaning(sign: str) -> re.Pattern[str]:
    return re.compile(f"[{_OPEN}]{re.escape(sign)}[{_CLOSE}]{_IS}", re.IGNORECASE)


def _national(
    place: str, text: str, lexicon: Lexicon
) -> Iterator[tuple[Method, Evidence]]:
    pattern = _national_pattern(lexicon)
    if pattern is None:
        return
    for match in pattern.finditer(text):
        method = Method(match.group(), (), national=True)
        evidence = Evidence(place, *match.span(), match.group(), "method.national")
        yield method, evidence


@lru_cache(maxsize=8)
def _national_pattern(lexicon: Lexicon) -> re.Pattern[str] | None:
    names = sorted(
        (name for name in lexicon.national if "+" not in name), key=len, reverse=True
    )
    if not names:
        return None
    # 三个代表队 and 四个服务中心 only begin like one.
    return re.compile(f"(?:{'|'.join(map(re.escape, names))})(?![队处团中站点所项])")


def _compounds(
    place: str, text: str, lexicon: Lexicon
) -> Iterator[tuple[Method, Evidence]]:
    for match in _COMPOUND.finditer(text):
        name = match.group(1)
        if not _is_compound(name, lexicon):
            continue
        evidence = Evidence(place, *match.span(1), name, "method.compound")
        parts = _explained(_PIECE.findall(name), text, match.end())
        yield Method(name, parts), evidence
    for match in _COUNTED.finditer(text):
        evidence = Evidence(place, *match.span(1), match[1], "method.compound")
        yield Method(match[1], _explained(match[1], text, match.end())), evidence


def _is_compound(name: str, lexicon: Lexicon) -> bool:
    numerals = sum(character in _NUMERAL for character in name)
    return (
        numerals > 1
        and name not in lexicon.national
        and name not in lexicon.families
        and name not in _KNOWN
        and not _DISTRIBUTIVE.fullmatch(name)
        and not _PERIOD.match(name)
    )
