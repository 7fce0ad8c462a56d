"""Slips of the pen: doubled words, signs without their partner, wrong wordings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from casebase.document import Block
from casebase.text.characters import simplified
from casebase.text.segment import Segmenter
from casebase.writing.check.finding import Finding, Kind

_HAN = "\u4e00-\u9fff"
# Words of one character that nobody writes twice (看看, 人人, 等等 are written).
_ONCE = frozenset(
    "的了在和与及或是把被对从向到将并由其为上于已所就也都而以可会能有该此使"
)
_TWICE = re.compile(rf"([{_HAN}])\1")
# 上上下下, 上上周, 上上策
_UPON = re.compile("上上(?=[下策签周届月个])")
_HALF = re.compile(rf"(?<=[{_HAN}”’》）])[,;:?!](?=[{_HAN}“‘《（])")
_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_SIGNS = re.compile("[，。；：、！？]([，。；：、])")
_PAIRS = {
    "“": "”",
    "‘": "’",
    "《": "》",
    "（": "）",
    "【": "】",
    "〔": "〕",
    "「": "」",
}
_OPENING = {close: opening for opening, close in _PAIRS.items()}
# 1）, 一）, a) and ①） where an item begins have no partner.
_ITEM = re.compile(
    r"(?:^|[；;。，：、\s])(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[a-zA-Z①-⑳])$"
)
_WIDE = {ord("("): "（", ord(")"): "）"}
_LONGEST = 10_000  # characters of a paragraph that are looked at
_MOST_TRADITIONAL = 0.05  # of the characters; beyond that the text is set in them


def slips(
    blocks: Sequence[Block], segmenter: Segmenter, mistakes: Mapping[str, str]
) -> Iterator[Finding]:
    """The slips in running text and headings; tables are left alone."""
    wrong = _pattern(mistakes)
    traditional = _traditional("".join(block.text for block in blocks))
    for at, block in enumerate(blocks):
        text = block.text[:_LONGEST]
        yield from _doubled(at, text, segmenter)
        yield from _half_width(at, text)
        yield from _repeated_signs(at, text)
        yield from _unpaired(at, text, _goes_on(blocks, at))
        for match in wrong.finditer(text) if wrong else ():
            right = mistakes[match[0]]
            said = f"“{match[0]}”应写作“{right}”。"
            yield _finding(Kind.SLIP, at, text, match.span(), said, right)
        for place, char in enumerate(text):
            if char in traditional:
                right = traditional[char]
                said = f"“{char}”是繁体字，应写作“{right}”。"
                span = (place, place + 1)
                yield _finding(Kind.SLIP, at, text, span, said, right)


def _finding(
    kind: Kind,
    at: int,
    text: str,
    span: tuple[int, int],
    message: str,
    instead: str = "",
) -> Finding:
    return Finding(kind, at, *span, text[slice(*span)], message, instead)


def _pattern(mistakes: Mapping[str, str]) -> re.Pattern[str] | None:
    wrong = sorted(mistakes, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, wrong))) if wrong else None


def _doubled(at: int, text: str, segmenter: Segmenter) -> Iterator[Finding]:
    found = [it for it in _TWICE.finditer(text) if it[1] in _ONCE]
    found = [it for it in found if not _UPON.match(text, it.start())]
    if not found:
        return
    words = [(word.start, word.end) for word in segmenter.words(text)]
    for match in found:
        first, second = match.start(), match.start() + 1
        longer = [span for span in words if span[1] - span[0] > 1]
        if any(start <= first and second < end for start, end in longer):
            continue
        if not any(start == second for start, _ in longer):  # 的的士
            said = f"“{match[1]}”重复了。"
            yield _finding(Kind.SLIP, at, text, match.span(), said, match[1])


def _half_width(at: int, text: str) -> Iterator[Finding]:
    for match in _HALF.finditer(text):
        right = _FULL[match[0]]
        said = f"汉字之间的“{match[0]}”应是全角的“{right}”。"
        yield _finding(Kind.SIGN, at, text, match.span(), said, right)


def _repeated_signs(at: int, text: str) -> Iterator[Finding]:
    for match in _SIGNS.finditer(text):
        if match[0] != "！！":
            yield _finding(Kind.SIGN, at, text, match.span(), "标点重复了。")


def _unpaired(at: int, text: str, goes_on: bool) -> Iterator[Finding]:  # noqa: FBT001 - one fact about the text
    """Signs without their partner; a quotation may go on in the next paragraph."""
    opened: list[tuple[str, int]] = []
    plain = text.translate(_WIDE)
    for place, char in enumerate(plain):
        span = (place, place + 1)
        if char in _PAIRS:
            again = char in "“‘" and any(sign == char for sign, _ in opened)
            if again and not _closed_twice(plain, place):
                said = f"引号方向不对：这里应是“{_PAIRS[char]}”。"
                yield _finding(Kind.SIGN, at, text, span, said, _PAIRS[char])
                opened = [it for it in opened if it[0] != char]
                continue
            if again and char == "“":
                yield _finding(Kind.SIGN, at, text, span, "引号里的引号应是‘’。", "‘")
            opened.append((char, place))
        elif char in _OPENING and not _is_apostrophe(plain, place):
            closed = _close(opened, _OPENING[char]) or _ends_item(plain, place)
            if not closed:
                said = f"“{char}”前面没有与它成对的“{_OPENING[char]}”。"
                yield _finding(Kind.SIGN, at, text, span, said)
    for sign, place in opened:
        if not (goes_on and sign in "“‘"):
            said = f"“{sign}”后面没有与它成对的“{_PAIRS[sign]}”。"
            yield _finding(Kind.SIGN, at, text, (place, place + 1), said)


def _closed_twice(text: str, place: int) -> bool:
    """Whether a quotation within a quotation begins here: both end behind it."""
    rest = text[place:]
    opening, closing = text[place], _PAIRS[text[place]]
    return rest.count(closing) > rest.count(opening)


def _close(opened: list[tuple[str, int]], sign: str) -> bool:
    """Take the last `sign` off what is open; whether there was one."""
    for at in reversed(range(len(opened))):
        if opened[at][0] == sign:
            del opened[at]
            return True
    return False


def _is_apostrophe(text: str, place: int) -> bool:
    before = text[place - 1 : place]
    return text[place] == "’" and before.isascii() and before.isalpha()


def _ends_item(text: str, place: int) -> bool:
    begins = _ITEM.search(text, max(place - 5, 0), place)
    return text[place] == "）" and begins is not None


def _goes_on(blocks: Sequence[Block], at: int) -> bool:
    """Whether the next paragraph begins with a quotation mark: a long speech does."""
    return at + 1 < len(blocks) and blocks[at + 1].text.startswith(("“", "‘"))


def _traditional(text: str) -> Mapping[str, str]:
    """The traditional characters of a text that is not set in them, with the others."""
    table = simplified()
    found = [char for char in text if char in table and table[char] != char]
    if len(found) > _MOST_TRADITIONAL * max(len(text), 1):
        return {}
    return {char: table[char] for char in found if char not in _BOTH}


# Simplified texts write these too, in names or in a meaning of their own.
_BOTH = frozenset("乾著瞭藉徵於甦餘鍾剋麽麼昇堃喆囉嚐濛濔祇")
