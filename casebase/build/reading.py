"""One file through the stages, from bytes to annotated entries. Runs in a child."""

from __future__ import annotations

from dataclasses import asdict, replace
from functools import partial
from pathlib import Path

from casebase.build.annotating import annotated
from casebase.build.digests import digest
from casebase.build.fingerprint import lacking
from casebase.build.mishaps import CONVERT, SPLIT_UP, FileChangedError
from casebase.catalogue.cards import Reading
from casebase.copies import sketch
from casebase.document import Document, Layout, Line, Metadata, Source
from casebase.entry import Entry
from casebase.errors import (
    CasebaseError,
    Problem,
    Severity,
    Stage,
    UnreadableFileError,
)
from casebase.extract import RecognitionNeededError, extract
from casebase.repair import repair
from casebase.split import split

NAMES = {
    Stage.EXTRACT: "读取文字",
    Stage.REPAIR: "整理版面",
    Stage.SPLIT: "划分条目",
}


def read(
    source: Source, fingerprint: str, own_lexicons: Path, *, recognise: bool = True
) -> Reading:
    """Extract, repair, split and annotate one file.

    Whatever goes wrong becomes a problem of the reading.

    Args:
        source: The file.
        fingerprint: What the reading is marked with.
        own_lexicons: The operator's own lexicons.
        recognise: Whether pages may be read off their pictures, which takes long.

    Raises:
        FileChangedError: The file is no longer the one that was digested.
        RecognitionNeededError: It has such pages, and `recognise` is false.
    """
    problems: list[Problem] = []
    record = partial(_record, problems, source)
    document: Document | None = None
    entries: tuple[Entry, ...] = ()
    stage = Stage.EXTRACT
    lacked: tuple[str, ...] = ()
    try:
        layout = _storable(extract(source, recognise=recognise))
        lacked = layout.lacking
        problems.extend(_notices(source, layout))
        stage = Stage.REPAIR
        document = repair(source, layout)
        stage = Stage.SPLIT
        entries = split(document)
        entries, lacking_facts = annotated(document, entries, own_lexicons)
        problems.extend(lacking_facts)
    except RecognitionNeededError:
        raise
    except Exception as error:  # noqa: BLE001 - one bad file never stops the others
        record(stage, error)
        if isinstance(error, UnreadableFileError):
            lacked = error.lacking
    else:
        if not entries:
            problems.append(_empty(source))
    if not unchanged(source):
        raise FileChangedError(source.name)
    return Reading(
        document_id=source.document_id,
        name=source.name,
        fingerprint=lacking(fingerprint, lacked),
        document=document,
        entries=entries,
        problems=tuple(problems),
        sketches=tuple(map(sketch, entries)),
    )


def unchanged(source: Source) -> bool:
    """Whether the file still has the bytes that it was known by."""
    try:
        return digest(source.path) == source.digest
    except OSError:
        return False


def _record(
    problems: list[Problem], source: Source, stage: Stage, error: Exception
) -> None:
    said = _said(stage, error)
    problems.append(Problem(source.name, None, stage, Severity.LOST, *said))


def _said(stage: Stage, error: Exception) -> tuple[str, str]:
    if isinstance(error, CasebaseError):
        return error.message, error.advice or CONVERT
    if isinstance(error, MemoryError):
        return "读这个文件需要的内存太多，已放弃。", SPLIT_UP
    if isinstance(error, RecursionError):
        return "这个文件的结构嵌套太深，读不下去。", CONVERT
    what = f"{type(error).__name__}: {error}".replace("\n", " ")[:200]
    return f"{NAMES[stage]}时出错（{what}）。", CONVERT


def _storable(layout: Layout) -> Layout:
    """`layout` without halves of characters, which no database and no file takes.

    PDF fonts may map glyphs to them. Two halves that belong together become whole.
    """
    pages = tuple(
        replace(page, lines=tuple(map(_storable_line, page.lines)))
        for page in layout.pages
    )
    said = {name: _whole(text) for name, text in asdict(layout.metadata).items()}
    return replace(layout, pages=pages, metadata=Metadata(**said))


def _storable_line(line: Line) -> Line:
    rows = tuple(tuple(map(_whole, row)) for row in line.rows)
    return replace(line, text=_whole(line.text), rows=rows)


def _whole(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _notices(source: Source, layout: Layout) -> list[Problem]:
    return [
        Problem(
            document=source.name,
            page=notice.page,
            stage=Stage.EXTRACT,
            severity=Severity.DAMAGED if notice.damaged else Severity.NOTE,
            message=notice.message,
            advice=notice.advice,
        )
        for notice in layout.notices
    ]


def _empty(source: Source) -> Problem:
    return Problem(
        document=source.name,
        page=None,
        stage=Stage.SPLIT,
        severity=Severity.LOST,
        message="没有从这个文件中读到可以检索的文字。",
        advice=f"如果是扫描件，请先做文字识别（OCR）。{CONVERT}",
    )
