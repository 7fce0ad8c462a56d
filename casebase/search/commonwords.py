"""The common words of Chinese, for what no name accounts for: jieba's list of words."""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from casebase.search.namesake import Namesakes

# Words of two to six characters, seen twenty times or more where jieba counted.
_WORD = re.compile(
    "^([\u4e00-\u9fff]{2,6}) (?:[1-9][0-9]{2}|[2-9][0-9] )", re.MULTILINE
)


@cache
def common_words() -> Namesakes:
    """Some 70,000 words, made when first needed, in about half a second.

    jieba itself is not loaded for it. Where its list is elsewhere there are none.
    """
    found = find_spec("jieba")
    listed = Path(found.origin).parent / "dict.txt" if found and found.origin else None
    text = listed.read_text(encoding="utf-8") if listed and listed.is_file() else ""
    return Namesakes.of_words(_WORD.findall(text))
