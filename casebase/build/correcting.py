"""A person corrects a fact: it is kept first, and then seen at once.

Only the document that it concerns is annotated again, from the catalogue; files that
changed since are left to `casebase reindex`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from casebase.build.errata import Errata
from casebase.build.intake import Intake
from casebase.build.lock import writing
from casebase.build.report import Silent
from casebase.build.snapshot import Run, Wish, stale
from casebase.catalogue import Catalogue, FileRow, Ledger, ReadingCard
from casebase.corrections import (
    Correction,
    Fit,
    fitting,
    load,
    record,
    sorted_out,
    take_back,
)
from casebase.corrections import Wish as Wanted
from casebase.entry import Entry, EntryId
from casebase.errors import CasebaseError, IndexMissingError, Stage
from casebase.settings import Settings


@dataclass(frozen=True, slots=True)
class Standing:
    """A correction and what became of it.

    Attributes:
        correction: What was corrected.
        fit: Whether the entry it means is there.
        entry: That entry's id; None where it is not there.
    """

    correction: Correction
    fit: Fit
    entry: EntryId | None


@dataclass(frozen=True, slots=True)
class Corrected:
    """What came of correcting.

    Attributes:
        correction: What was kept, or taken back.
        pending: Why it is not seen yet; None where it is.
    """

    correction: Correction
    pending: CasebaseError | None


def correct(settings: Settings, entry: Entry, wish: Wanted, by: str) -> Corrected:
    """Keep a correction of `entry` and show it.

    Raises:
        CasebaseError: It could not be kept.
    """
    made = record(settings.workspace, entry, wish, by)
    return Corrected(made, _shown(settings, made))


def undo(settings: Settings, correction: Correction, by: str) -> Corrected:
    """Let a correction hold no more, and show what the rules found.

    Raises:
        CasebaseError: It could not be kept.
    """
    take_back(settings.workspace, correction.number, by)
    return Corrected(correction, _shown(settings, correction))


def standings(settings: Settings, catalogue: Catalogue) -> list[Standing]:
    """The corrections in force, each with the entry of the base that it means."""
    cards = catalogue.documents()
    names = {card.id: (card.name, *card.also) for card in cards}
    concerning, lonely = sorted_out(load(settings.workspace), names)
    found = [Standing(it, Fit.NONE, None) for it in lonely]
    for document, these in concerning.items():
        entries = catalogue.cards(document)
        for it in these:
            ordinal = fitting(it, [entry.title for entry in entries])
            fit = Fit.CHANGED if it.changed else Fit.WHOLE
            found.append(
                Standing(it.correction, Fit.NONE, None)
                if ordinal is None
                else Standing(it.correction, fit, entries[ordinal - 1].id)
            )
    return sorted(found, key=lambda it: it.correction.number)


def _shown(settings: Settings, made: Correction) -> CasebaseError | None:
    """Why the correction is not seen yet, if it is not."""
    try:
        with writing(settings), Ledger.open(settings.database) as ledger:
            return _renewed(settings, ledger, made)
    except CasebaseError as error:
        return error


def _renewed(
    settings: Settings, ledger: Ledger, made: Correction
) -> CasebaseError | None:
    state, files = ledger.state(), ledger.files()
    if state is None:
        return IndexMissingError("这里还没有可用的索引。", "请运行 casebase reindex。")
    run = Run(settings, Wish(state.engine, jobs=1), Silent(), ledger, state, files)
    if run.base is None:
        return CasebaseError(
            "索引需要先更新才能显示这条更正。", "请运行 casebase reindex。"
        )
    errata = Errata.of(settings, _documents(files))
    intake = Intake({})
    run.desk(errata).renew(_concerned(run, errata, made), intake)
    if intake.failed:
        return CasebaseError(intake.failed[0].message, intake.failed[0].advice)
    _switch(run, errata, intake)
    return None


def _concerned(run: Run, errata: Errata, made: Correction) -> dict[str, ReadingCard]:
    """The readings, by name, whose facts the correction changes."""
    ids = {made.document_id} | {
        file.document_id for file in run.old if file.name == made.document
    }
    cards = {card.key: card for card in run.ledger.readings()}
    found = {
        file.name: cards[file.reading]
        for file in run.old
        if file.main and file.document_id in ids
    }
    return stale(found, errata)


def _switch(run: Run, errata: Errata, intake: Intake) -> None:
    """Point the snapshot at what was renewed; what is told of other files stays."""
    new = {old: key for key, old in intake.renewed.items()}
    files = [replace(it, reading=new.get(it.reading, it.reading)) for it in run.old]
    state = run.next_state(files, intake.alike)
    told = [it for it in run.ledger.file_problems() if it.stage is not Stage.ANNOTATE]
    run.ledger.switch(state, files, [*told, *errata.problems()])


def _documents(files: Sequence[FileRow]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for file in files:
        found.setdefault(file.document_id, []).append(file.name)
    return found
