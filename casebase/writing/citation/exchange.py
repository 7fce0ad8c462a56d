"""References for other programs: BibTeX, and RIS for reference managers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from casebase.writing.citation.source import Source, Type

_BIBTEX: Mapping[Type, str] = {
    Type.JOURNAL: "article",
    Type.NEWSPAPER: "article",
    Type.REPORT: "techreport",
    Type.COLLECTION: "incollection",
    Type.WEB: "misc",
    Type.OTHER: "misc",
}
_RIS: Mapping[Type, str] = {
    Type.JOURNAL: "JOUR",
    Type.NEWSPAPER: "NEWS",
    Type.REPORT: "RPRT",
    Type.COLLECTION: "CHAP",
    Type.WEB: "ELEC",
    Type.OTHER: "GEN",
}
_SPECIAL = re.compile(r"([\\{}$&#_%~^])")
_SIGNS = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def bibtex(source: Source, key: str) -> str:
    """The source as an entry of BibTeX called `key`."""
    lines = [
        f"  {name} = {{{value}}}," for name, value in _bibtex_fields(source) if value
    ]
    return "\n".join((f"@{_BIBTEX[source.type]}{{{key},", *lines, "}"))


def _bibtex_fields(source: Source) -> Iterator[tuple[str, str]]:
    paper = source.type in {Type.JOURNAL, Type.NEWSPAPER}
    yield "author", " and ".join(f"{{{_escaped(name)}}}" for name in source.authors)
    yield "title", _escaped(source.title)
    within = _escaped(source.container or source.whole)
    yield "journal" if paper else "booktitle", within
    is_report = source.type is Type.REPORT
    yield "institution" if is_report else "publisher", _escaped(source.publisher)
    yield "year", source.year
    yield "date", source.date
    yield "volume", source.volume
    yield "number", _escaped(source.issue or source.number)
    yield "pages", source.pages.replace("-", "--")
    yield "url", _escaped(source.url)
    yield "language", "chinese"


def _escaped(value: str) -> str:
    """The value with what BibTeX would read as its own escaped."""
    return _SPECIAL.sub(lambda match: _SIGNS.get(match[1], rf"\{match[1]}"), value)


def ris(source: Source) -> str:
    """The source as a record of RIS, with its line ends."""
    lines = [f"TY  - {_RIS[source.type]}"]
    lines += [f"{tag}  - {_one_line(value)}" for tag, value in _tags(source) if value]
    return "\r\n".join((*lines, "ER  - ", ""))


def _tags(source: Source) -> Iterator[tuple[str, str]]:
    first, _, last = source.pages.partition("-")
    yield from (("AU", name) for name in source.authors)
    yield "TI", source.title
    yield "T2", source.container or source.whole
    yield "PB", source.publisher
    yield "PY", source.year
    yield "DA", source.date.replace("-", "/")
    yield "VL", source.volume
    yield "IS", source.issue or source.number
    yield "SP", first
    yield "EP", last
    yield "UR", source.url
    yield "LA", "zh"


def _one_line(value: str) -> str:
    return " ".join(value.split())
