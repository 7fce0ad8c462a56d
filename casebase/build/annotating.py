"""Facts for the entries of one document, from its file or from what is kept of it.

A reading keeps the repaired document and its entries. When only the annotators, a
lexicon or a correction changed, they are annotated again as they lie in the catalogue,
and no file is opened. Runs in a child, as reading does: a document may be too much for
an annotator.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from casebase.annotate import annotate
from casebase.annotate.place import region_of_owner
from casebase.catalogue import Reading
from casebase.document import Document
from casebase.entry import Entry
from casebase.errors import CasebaseError, Problem, Severity, Stage
from casebase.lexicon import Lexicon, load_lexicon

REPORT = "请把这个文件交给维护人员检查。"


@dataclass(frozen=True, slots=True)
class Kept:
    """A saved reading that is to be annotated again.

    Attributes:
        name: The path by which the document goes.
        document_id: Its id.
        key: Of the reading.
        database: Where it is kept, an SQLAlchemy URL.
    """

    name: str
    document_id: str
    key: str
    database: str


def annotated(
    document: Document, entries: tuple[Entry, ...], own_lexicons: Path
) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """The entries with their facts; without, and why, where that fails.

    Without facts they are still worth having.
    """
    try:
        return annotate(document, entries, _lexicon(own_lexicons)), ()
    except Exception as error:  # noqa: BLE001 - one bad file never stops the others
        message, advice = _said(error)
        problem = Problem(
            document=document.name,
            page=None,
            stage=Stage.ANNOTATE,
            severity=Severity.DAMAGED,
            message=message,
            advice=advice,
        )
        return entries, (problem,)


def annotate_again(
    kept: Kept, fingerprint: str, own_lexicons: Path, *, recognise: bool
) -> Reading:
    """The reading that is kept, with the facts of today; a `workers.Reader`."""
    # Reading files needs no SQL.
    from casebase.catalogue.stored import stored  # noqa: PLC0415

    del fingerprint, recognise  # it was read long ago
    reading = stored(kept.database, kept.key, kept.name)
    if reading.document is None:
        return reading
    bare = tuple(replace(it, facts=(), corrected=()) for it in reading.entries)
    entries, problems = annotated(reading.document, bare, own_lexicons)
    others = (it for it in reading.problems if it.stage is not Stage.ANNOTATE)
    return replace(reading, entries=entries, problems=(*others, *problems))


def place_of_school(
    school: str, text: str, *, own_lexicons: Path
) -> tuple[str, str | None, str] | None:
    """Province, city and the words that say it; None where nothing does.

    `text` is all there is of a school that a person gave.
    """
    found = region_of_owner(school, text, _lexicon(own_lexicons))
    return (found.province, found.city, found.quote) if found else None


def warm(own_lexicons: Path) -> None:
    """Load what annotating needs; a mistake in a lexicon is told when it is used."""
    with suppress(CasebaseError):
        _lexicon(own_lexicons)


@lru_cache(maxsize=1)
def _lexicon(own: Path) -> Lexicon:
    return load_lexicon(own)


def _said(error: Exception) -> tuple[str, str]:
    if isinstance(error, CasebaseError):
        return error.message, error.advice or REPORT
    what = f"{type(error).__name__}: {error}".replace("\n", " ")[:200]
    return (
        f"标注事实时出错（{what}），正文可以检索，但没有学校、日期等信息。",
        REPORT,
    )
