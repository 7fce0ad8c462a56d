"""Whether two ways of naming a paper mean the same one.

A case cites 《关于推动……的意见》（国办发[2021] 5 号）; the paper itself is headed
国务院办公厅关于推动……的意见 and carries 国办发〔2021〕5号.
"""

from __future__ import annotations

import re
import unicodedata

_NUMBER = re.compile(
    r"(?P<code>[\u4e00-\u9fff]{1,16})[〔\[(【﹝〈<](?P<year>(?:19|20)\d\d)[〕\])】﹞〉>]"
    r"第?(?P<number>\d{1,5})号"
)
_SPACE = re.compile(r"\s+")
_INNER = re.compile(
    "(?:印发|转发|发布|公布)《(?P<title>[^《》]{4,80})》(?:的[^》]{2,6})?$"
)
_ABOUT = re.compile("^[\u4e00-\u9fff、,]{2,40}?(?=关于)")
_NOTE = re.compile(
    r"[(〔\[](?!\d{4}年?[-至]\d{4}年?[)〕\]])[^()〔〕\[\]]{1,24}[)〕\]]$"
)
_STATE = re.compile("^(?:中华人民共和国|中国共产党|中共)(?=.{4})")
_SIGNS = str.maketrans({"—": "-", "–": "-", "－": "-", "~": "-", "“": '"', "”": '"'})
_SHORTEST = 4  # characters: shorter titles (章程, 意见) are of anything


def number_key(number: str) -> str:
    """The normal form of a document number, such as 鲁发〔2022〕19号.

    What has not the form of one is given back without its spaces.
    """
    plain = _SPACE.sub("", unicodedata.normalize("NFKC", number))
    match = _NUMBER.fullmatch(plain)
    return "{code}〔{year}〕{number}号".format(**match.groupdict()) if match else plain


def title_key(title: str) -> str:
    """What a title comes to without who issued it, in what form, and on what trial.

    教育部关于印发《某某指导纲要（试行）》的通知 and 《某某指导纲要》 have one key, but
    plans of other years have others. Empty where too little is left to tell by.
    """
    plain = _SPACE.sub("", unicodedata.normalize("NFKC", title)).translate(_SIGNS)
    plain = plain.removeprefix("《")
    plain = plain.removesuffix("》") if plain.count("》") > plain.count("《") else plain
    inner = _INNER.search(plain)
    plain = inner["title"] if inner else _ABOUT.sub("", plain)
    while (note := _NOTE.search(plain)) is not None:
        plain = plain[: note.start()]
    plain = _STATE.sub("", plain)
    return plain if len(plain) >= _SHORTEST else ""


def same(
    title: str | None, number: str | None, other: str | None, its: str | None
) -> bool:
    """Whether `title` and `number` name the paper that `other` and `its` name.

    Numbers decide where both are known; else the titles do.
    """
    if number and its:
        return number_key(number) == number_key(its)
    key = title_key(title or "")
    return key != "" and key == title_key(other or "")
