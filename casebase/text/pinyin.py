"""The order of Chinese names from A to Z, by how they are read."""

from __future__ import annotations

from pypinyin import lazy_pinyin

from casebase.text.fold import fold

OTHERS = "#"  # what begins with neither a letter nor a character that is read


def pinyin_key(text: str) -> tuple[str, str]:
    """What sorts `text` among others: its syllables, then itself.

    Quotation marks and other signs before the first character do not count.
    """
    return " ".join(lazy_pinyin(_bare(fold(text).text))), text


def initial(text: str) -> str:
    """The letter under which `text` is listed: A to Z, or `OTHERS`."""
    first = pinyin_key(text)[0][:1].upper()
    return first if "A" <= first <= "Z" else OTHERS


def _bare(text: str) -> str:
    at = next((at for at, sign in enumerate(text) if sign.isalnum()), 0)
    return text[at:]
