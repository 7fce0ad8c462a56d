"""A home with made cases in it, through the build's own functions.

Nothing is read from files: entries are saved in the catalogue as readings are, and the
engine is built from the catalogue as `casebase reindex --engine` builds it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from casebase.build import records
from casebase.build.errata import Errata
from casebase.build.fingerprint import reading_fingerprint, record_fingerprint
from casebase.build.records import Work
from casebase.catalogue import FileRow, Ledger, Reading, State
from casebase.document import Document
from casebase.entry import Entry
from casebase.settings import Settings, load_settings

SAME = 50  # one case in so many has a copy


def opened(home: Path) -> Settings:
    """The settings of a home, which is made if need be."""
    for name in ("corpus", "index", "workspace"):
        (home / name).mkdir(parents=True, exist_ok=True)
    return load_settings(home)


def save(settings: Settings, entries: Iterable[Entry]) -> None:
    """Save each entry as the reading of a document that is nothing else."""
    rules, errata = reading_fingerprint(), Errata.of(settings, {})
    with Ledger.open(settings.database) as ledger:
        for entry in entries:
            mark = errata.mark(entry.document_id)
            ledger.save(_reading(entry, rules, mark), _key(entry.document_id))


def _key(document_id: str) -> str:
    return f"{document_id}.1"


def _reading(entry: Entry, rules: str, annotation: str) -> Reading:
    document = Document(
        id=entry.document_id,
        name=entry.document,
        format="text",
        title=entry.title,
        subtitle="",
        blocks=(),
    )
    return Reading(
        document_id=entry.document_id,
        name=entry.document,
        fingerprint=rules,
        document=document,
        entries=(entry,),
        problems=(),
        annotation=annotation,
    )


def build(settings: Settings, engine: str, work: Work) -> State:
    """Build an engine of all that is saved, and switch to it."""
    with Ledger.open(settings.database) as ledger:
        names = {card.key: card.name for card in ledger.readings()}
        change = records.difference({}, names, {})
        path = records.build(settings, ledger, engine, change, None, work)
        files = [_file(key, name) for key, name in names.items()]
        state = State(
            generation=1,
            engine=engine,
            engine_path=path,
            fingerprint=record_fingerprint(engine, settings.lexicons),
            built_at=datetime.now().astimezone().isoformat(timespec="seconds"),
            documents=len(files),
            entries=len(files),
        )
        ids = [f"{file.document_id}-1" for file in files]
        copies = list(zip(ids[::SAME], ids[1::SAME], strict=False))
        ledger.switch(state, files, (), copies)
    return state


def _file(key: str, name: str) -> FileRow:
    return FileRow(name, key.partition(".")[0].ljust(64, "0"), key, main=True)
