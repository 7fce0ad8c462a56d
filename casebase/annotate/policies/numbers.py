"""Document numbers: 鲁发〔2022〕19号, in whatever brackets, and 教育部令第41号."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_YEAR_AND_NUMBER = re.compile(
    r"[〔\[［（(【﹝〈<]\s?((?:19|20)\d\d)\s?[〕\]］）)】﹞〉>]\s?(?:第\s?)?(\d{1,5})\s?号"
)
# 教育部令第41号, 教育部第 39 号令, 主席令（第一百一十二号）
_ORDER = re.compile(
    r"令\s?[（(]?第\s?(?P<after>[\d〇零一二三四五六七八九十百]{1,6})\s?号"
    r"|第\s?(?P<before>[\d〇零一二三四五六七八九十百]{1,6})\s?号令"
)
_REACH = 14  # characters before the year in which the issuer's code stands
# What may stand before a code without a sign between.
_BEFORE_CODE = re.compile(
    "中华人民共和国|根据|按照|依据|依照|落实|贯彻|执行|遵照|参照|结合|文件|以及|(?<!共)和|[与及见即的以了按]|印发|下发|出台"
    "|精神|发布|号文|^[原依据见]"
)
_NO_PAPER = re.compile("(?:合同|协议|证书?|课题|项目|编号)$")  # 合同〔2023〕5号
_IN_HOUSE = re.compile(
    "校|学院|[职师高幼医]院|[职师工理农医]大|[高医幼师]专|^院|院(?:党|政|办|发|字|教)"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A document number at `start` to `end` of a text, in its normal form."""

    normal: str
    start: int
    end: int

    @property
    def in_house(self) -> bool:
        """Whether the code is a school's own (聊职院字)."""
        return _IN_HOUSE.search(self.normal.partition("〔")[0]) is not None


def numbers(text: str) -> Iterator[Number]:
    """The document numbers in `text`, in reading order within each of two kinds."""
    if "号" not in text:
        return
    for match in _YEAR_AND_NUMBER.finditer(text):
        bracket = match.start()
        spaced = bracket > 0 and text[bracket - 1].isspace()
        end = bracket - 1 if spaced else bracket
        code = _code(text, end)
        if code:
            year, number = map(_ascii, match.groups())
            normal = f"{code}〔{year}〕{number}号"
            yield Number(normal, end - len(code), match.end())
    for match in _ORDER.finditer(text) if "令" in text else ():
        code = _code(text, match.start())
        if code:
            normal = f"{code}令第{_ascii(match['after'] or match['before'])}号"
            yield Number(normal, match.start() - len(code), match.end())


def _code(text: str, end: int) -> str:
    """The issuer's code that ends at `end`, or empty."""
    start = end
    while start and end - start < _REACH and "\u4e00" <= text[start - 1] <= "\u9fff":
        start -= 1
    window = text[start:end]
    cut = max((match.end() for match in _BEFORE_CODE.finditer(window)), default=0)
    return "" if _NO_PAPER.search(window, cut) else window[cut:]


def _ascii(digits: str) -> str:
    return unicodedata.normalize("NFKC", digits)
