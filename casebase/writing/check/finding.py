"""A finding: what seems wrong, where, and what would be right."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a finding is about; the values are what people read."""

    SLIP = "文字"
    SIGN = "标点"
    NUMBER = "数字"
    ORDER = "序号"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that seems wrong.

    Attributes:
        kind: What it is about.
        paragraph: Which block of the document it is in, from 0.
        start: Where it begins in the text of the block; of a table 0.
        end: One past its last character.
        text: The words themselves, or of a table the cells.
        message: What seems wrong, in a sentence.
        instead: What would be right, where that is known.
    """

    kind: Kind
    paragraph: int
    start: int
    end: int
    text: str
    message: str
    instead: str = ""
