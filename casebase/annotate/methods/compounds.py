"""Numeral compounds: “五个三”工作法, 一核两翼机制, “四网”.

Numerals also begin plans of the state (十四五), meetings (两会), idioms (一心一意) and
lists (三个机制). A compound is a method where it stands in quotes and either counts
twice (一核两翼, 五个三), has a word for a method behind it, or the text gives its
parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from casebase.annotate.methods.named import (
    CLOSE,
    HEADS,
    NUMERALS,
    OPEN,
    Named,
    signs_of,
)
from casebase.lexicon import Lexicon

__all__ = ["Named", "compounds"]

_QUOTED = re.compile(
    rf"[{OPEN}]((?:党建)?[{NUMERALS}][\u4e00-\u9fff]{{1,14}})[{CLOSE}]"
)
_OPENED = re.compile(f"[{OPEN}](?=[{NUMERALS}党1-9])")  # how each of these begins
_COUNTED = re.compile(
    rf"[{OPEN}]((?!19|20)[1-9]\d{{2,6}})[{CLOSE}](?=([\u4e00-\u9fff]{{0,14}}))"
)
# “两张清单、三项机制”, “双书记、双培养、双考核”机制
_PAIRED = re.compile(
    rf"[{OPEN}]([\u4e00-\u9fff]?[{NUMERALS}][\u4e00-\u9fff]{{1,6}}"
    rf"(?:、[\u4e00-\u9fff]?[{NUMERALS}][\u4e00-\u9fff]{{1,6}}){{1,3}})"
    rf"[{CLOSE}]"
)
_HEAD = f"(?:{'|'.join(HEADS)})"
_GAP = "[^\\W为以是把将在和与及、]"
_HEADED = re.compile(rf"的?[ \u3000]?{_GAP}{{0,8}}?{_HEAD}")
_SAYS = re.compile("，?(?:也?即|就是|是指|指的是)(?!将)")
_SERVICE_LINE = re.compile("热线|政务|便民|市民|电话|举报|投诉|消费|平台")
# Without quotes only what counts at least twice just before its head: 一核两翼工作体系.
# What begins with a set of signs is found fast.
_UNQUOTED = re.compile(
    rf"[{NUMERALS}](?:(?<![\u4e00-\u9fff“‘「].)[\u4e00-\u9fff]{{1,3}}"
    rf"(?:[{NUMERALS}][\u4e00-\u9fff]{{1,3}}){{1,3}}?"
    rf"(?=(?:党建|工作|育人|管理|培养|服务|治理)*(?:工作法|模式|机制))"
    rf"|[{NUMERALS}]{{2,4}}(?=(?:工作)?(?:法|模式|机制)))"
)
_TWO = 2

_PERIOD = re.compile(
    "十[一二三四五六七八九]五|[一二三四五六七八九十]等奖|^(?:五四|五一|三八|六一|七一|八一)"
)
# A number, a list's head alone, a quality: 一百零六, 七项, 双师双能型.
_NO_NAME = re.compile(
    f"(?:[{NUMERALS}]+[十百千零]|[十百千][{NUMERALS}百千零])[\u4e00-\u9fff]*"
    f"|[{NUMERALS}][{NUMERALS}大项个种条类百千万]|.*[型式]"
)
# 一人一策, 一生一案, 每周一讲: what is done for each.
_DISTRIBUTIVE = re.compile(f"[一每][^{NUMERALS}]{{1,4}}一[^{NUMERALS}]{{1,4}}")
# “一舱一长”工作法 is called one by its name; 落实“一生一策” is not.
_DONE_FOR_EACH = re.compile(f"[{CLOSE}](?:党建|支部|管理|帮扶)?(?:工作法|育人法)")
_LISTING = re.compile(f"[{NUMERALS}](?:大|个|项|种|条|类|支|张)([\u4e00-\u9fff]+)")
_ORDINARY = re.compile("[一双两]")  # begins many words that are no names
_STRONG = re.compile(rf"的?{_GAP}{{0,6}}?(?:工作法|模式|模型|机制|体系|格局|路径|思路)")
_HONOUR = re.compile("[\u4e00-\u9fff]{0,4}?(?:单位|荣誉|称号|试点)")
_BUILT = re.compile("(?:做|当|争做|争当|创建|打造|强化|锤炼|建|强)[ \u3000]?$")
_STAFF = re.compile("[ \u3000]?(?:支部|党支部|党员|先锋|干部|队伍|党组织)")
_ENDS_IN_HEAD = re.compile("(?:工作法|工程|机制|模式|体系|行动|计划)$")
_IS_METHOD = re.compile(".{2,}(?:工作法|模式|机制)")  # “三味工作法”


def compounds(text: str, lexicon: Lexicon) -> Iterator[Named]:
    """The numeral compounds that a text may name as methods, in its order."""
    opened = [quote.start() for quote in _OPENED.finditer(text)]
    for match in _at(opened, _QUOTED, text):
        name, after = match[1], text[match.end() : match.end() + 16]
        if _DISTRIBUTIVE.fullmatch(name) and name not in lexicon.families:
            if _DONE_FOR_EACH.match(text, match.end() - 1):
                yield Named(name, signs_of(name), *match.span(1))
        elif not _is_other(name, lexicon):
            before = text[max(0, match.start() - 4) : match.start()]
            yield Named(
                name, signs_of(name), *match.span(1), _is_sure(name, before, after)
            )
    for match in _at(opened, _PAIRED, text):
        name = match[1]
        sure = _STRONG.match(text, match.end()) is not None
        yield Named(name, signs_of(name), *match.span(1), sure)
    for match in _at(opened, _COUNTED, text):
        said = _HEADED.match(match[2]) or _SAYS.match(text, match.end())
        if said and not _SERVICE_LINE.search(match[2]):
            yield Named(match[1], tuple(match[1]), *match.span(1))
    for match in _UNQUOTED.finditer(text):
        if not _is_other(match[0], lexicon):
            yield Named(match[0], signs_of(match[0]), *match.span())


def _at(
    starts: Sequence[int], pattern: re.Pattern[str], text: str
) -> Iterator[re.Match[str]]:
    """What the pattern finds that begins at these places."""
    end = 0
    for start in starts:
        match = pattern.match(text, start) if start >= end else None
        if match:
            end = match.end()
            yield match


def _is_other(name: str, lexicon: Lexicon) -> bool:
    return (
        name in lexicon.national
        or name in lexicon.families
        or name in lexicon.campaigns
        or "一带一路" in name
        or _DISTRIBUTIVE.fullmatch(name) is not None
        or _NO_NAME.fullmatch(name) is not None
        or _PERIOD.search(name) is not None
    )


def _is_sure(name: str, before: str, after: str) -> bool:
    """Whether a quoted compound is a method without its parts being given."""
    if _IS_METHOD.fullmatch(name):
        return True
    if sum(sign in NUMERALS for sign in name) >= _TWO:
        return _HONOUR.match(after) is None
    headed = _HEADED.match(after) is not None
    if _ORDINARY.match(name):
        return _STRONG.match(after) is not None and len(name) > _TWO + 1
    if _LISTING.fullmatch(name) and _ENDS_IN_HEAD.search(name):
        return True
    built = _BUILT.search(before) is not None
    return headed or built or _STAFF.match(after) is not None
