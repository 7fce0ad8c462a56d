"""Whose a document and its entries are, and the owner's short names."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence

from casebase.annotate.owner.aliases import Alias, aliases_of
from casebase.annotate.owner.bodies import is_party_body
from casebase.annotate.owner.departments import departments
from casebase.annotate.owner.partners import partners
from casebase.annotate.owner.votes import Piece, names_unit
from casebase.annotate.owner.weigh import Owner, owner_of
from casebase.document import Document, Row
from casebase.entry import Entry, Kind, Role
from casebase.lexicon import Lexicon

__all__ = [
    "Alias",
    "Owner",
    "aliases_of",
    "departments",
    "is_party_body",
    "owners",
    "partners",
]

_SCHOOL = re.compile("大学|学院|学校")
_LAST, _LINE = 3, 40  # the last lines; characters of a signature
_OWN_SAY = frozenset({Kind.CASE, Kind.ITEM})


def owners(
    document: Document, entries: tuple[Entry, ...], lexicon: Lexicon
) -> list[Owner | None]:
    """The owner of every entry.

    A case or an item says first itself whose it is. Cases of a report are otherwise
    the report's; items of a compilation only if its title names their owner.
    """
    own = [
        owner_of(_entry_piece(entry), lexicon) if entry.kind in _OWN_SAY else None
        for entry in entries
    ]
    whole = owner_of(_document_piece(document, entries), lexicon) or _only(own)
    return [
        _owner(entry, said, whole) for entry, said in zip(entries, own, strict=True)
    ]


def _only(own: Sequence[Owner | None]) -> Owner | None:
    """The one owner that several pieces name while none names another."""
    said = [owner for owner in own if owner is not None and owner.sure]
    names = {owner.name for owner in said}
    return said[0] if len(names) == 1 and len(said) > 1 else None


def _owner(entry: Entry, own: Owner | None, whole: Owner | None) -> Owner | None:
    if entry.kind not in _OWN_SAY:
        return whole
    if own is None or (whole is not None and own.name == whole.name):
        inherited = entry.kind is Kind.CASE or (whole is not None and whole.strong)
        return whole if inherited else own
    told = own.sure or (whole is not None and not _SCHOOL.search(whole.name))
    if whole is None or (own.strong and told):
        return own  # a committee's compilation is of schools
    return whole if entry.kind is Kind.CASE or whole.strong else own


def _document_piece(document: Document, entries: tuple[Entry, ...]) -> Piece:
    """The document as weighed: all of its text but what speaks for itself."""
    spoken = {
        text
        for entry in entries
        if entry.kind in _OWN_SAY
        for text in (entry.title, *(part.text for part in entry.paragraphs))
    }
    texts = [block.text or _form(block.rows) for block in document.blocks]
    paragraphs = [
        text
        for block in texts
        for text in block.split("\n")
        if text and text not in spoken
    ]
    paragraphs += [text for text in _ending(texts) if _signs_all(text, spoken)]
    said = document.metadata
    return Piece(
        document.title,
        document.subtitle,
        paragraphs,
        said.source or said.author,
        said.site,
    )


def _ending(texts: Sequence[str]) -> Sequence[str]:
    """The last lines after which no text comes: signatures, dates, who edited."""
    last = texts[-_LAST:]
    long = [at for at, text in enumerate(last, 1) if len(text) > _LINE]
    return last[max(long, default=0) :]


def _signs_all(text: str, spoken: Container[str]) -> bool:
    """Whether one of the last lines may sign the whole, not the last piece."""
    return text in spoken and len(text) <= _LINE and not names_unit(text)


def _entry_piece(entry: Entry) -> Piece:
    paragraphs = [
        part.text
        for part in entry.paragraphs
        if part.role is not Role.ROW or names_unit(part.text)
    ]
    return Piece(entry.title, "", paragraphs)


def _form(rows: Iterable[Row]) -> str:
    """The rows of a form that say whose it is, a line each: 申报单位 某某学院."""
    return "\n".join(filter(names_unit, ("\t".join(row) for row in rows)))
