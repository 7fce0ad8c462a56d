"""An honour set before its holder by a dash: 全国样板支部——机电党支部."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casebase.annotate.honours.names import Name, name_of
from casebase.lexicon import Lexicon

_DASH = re.compile("——")
_RANK = re.compile("全国|国家级|全省|省级|全市|市级|校级|学校(?=党建|“)")
_BODY = re.compile("[\u4e00-\u9fff“”（）]{1,20}?(?:党支部|党总支|党委|工作室|团队)")
_BACK, _ON = 50, 30
_SIGNS = re.compile("[，。；：、！？以\n]")


def apposed(text: str, lexicon: Lexicon) -> Iterator[tuple[Name, str, int]]:
    """The honours before a dash, whose they are, and where that name ends."""
    for dash in _DASH.finditer(text):
        low = max(0, dash.start() - _BACK)
        before = _SIGNS.split(text[low : dash.start()])[-1]
        holder = _BODY.match(text, dash.end(), dash.end() + _ON)
        begin = _begins(before, lexicon)
        if holder is None or begin is None:
            continue
        at = dash.start() - len(before) + begin
        name = name_of(before[begin:], at, lexicon, loose=False)
        if name and not name.prize:
            yield name, holder.group(), holder.end()


def _begins(words: str, lexicon: Lexicon) -> int | None:
    """Where the words name a level or a place first."""
    rank = _RANK.search(words)
    placed = lexicon.place_in(words)
    starts = [placed[0]] if placed else []
    return min([*starts, *([rank.start()] if rank else [])], default=None)
