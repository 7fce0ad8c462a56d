"""Code points that stand for a shape rather than a character, made ordinary.

PDF fonts map glyphs to Kangxi radicals, symbol fonts use private code points, web pages
are full of hard and zero-width spaces. Punctuation is left as it is: NFKC would destroy
Chinese signs in text that people read.
"""

from __future__ import annotations

import re
from dataclasses import replace

from casebase.document import Line
from casebase.text.characters import RADICALS

_SPACES = dict.fromkeys([0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F], " ")
# Zero-width marks, the soft hyphen, the replacement character, dingbat font codes.
_NOTHING = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\uffff\uf000-\uf0ff\ud800-\udfff]"
)
_ORDINARY = RADICALS | _SPACES


def ordinary(text: str) -> str:
    """`text` with radicals as characters, one kind of space and nothing invisible."""
    return _NOTHING.sub("", text.translate(_ORDINARY))


def ordinary_line(line: Line) -> Line:
    """`line` with its text and cells made ordinary."""
    rows = tuple(tuple(ordinary(cell) for cell in row) for row in line.rows)
    return replace(line, text=ordinary(line.text).rstrip(), rows=rows)
