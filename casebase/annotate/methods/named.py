"""What a text names as a method, before its parts are known."""

from __future__ import annotations

import re
from dataclasses import dataclass

OPEN, CLOSE = "“\"‘'「『", "”\"’'」』"
NUMERALS = "一二三四五六七八九十双两"
TRIED = 12  # places of a name that are asked for its parts
_PIECE = re.compile(f"[{NUMERALS}][^{NUMERALS}、]*")
_TWO = 2
HEADS = (
    "工作法", "模式", "机制", "体系", "格局", "架构", "矩阵", "行动", "工程", "计划",
    "平台", "思路", "路径", "课堂", "做法", "战略", "策略", "方法", "举措", "范式",
    "导向", "制度", "法",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Named:
    """A name from `start` to `end` of a text.

    Attributes:
        name: As it is known everywhere: 1+3+N, 一核两翼.
        signs: What its parts are counted by: 1, 3, N; of a compound 一核, 两翼.
        start: First character, without quotes.
        end: One past the last.
        sure: Whether it is a method even where the text does not give its parts.
    """

    name: str
    signs: tuple[str, ...]
    start: int
    end: int
    sure: bool = True


def signs_of(name: str) -> tuple[str, ...]:
    """一核两翼 → 一核, 两翼; 四三一 → 四, 三, 一; 五个三 is one sign."""
    pieces = _PIECE.findall(name)
    listed = len(pieces) > 1 and pieces[0].endswith("个") and len(pieces[0]) == _TWO
    return (name,) if listed and len(name) == _TWO + 1 else tuple(pieces)
