"""Bring index/ in line with corpus/: incremental by content, resumable, never half.

1. `scan` digests every file; `plan` says which must be read.
2. Each reading is saved as it comes, under a key that nobody points at yet. A run that
   is killed leaves them for the next one.
3. The engine is built into a new directory, from the current one where that is sound.
4. What could not be read this time keeps its last good reading.
5. One transaction points the snapshot at the new readings and the new directory.

What nobody points at is swept at the start of the next run, not at the end of this one:
somebody may still be reading it.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path

from casebase.build import records
from casebase.build.copying import same_texts
from casebase.build.fingerprint import reading_fingerprint, record_fingerprint
from casebase.build.keeping import kept, softened
from casebase.build.lock import writing
from casebase.build.plan import Group, changes, copies, grouped, pointing, saved
from casebase.build.report import Progress, Report, Silent
from casebase.build.scan import Scan, require, scan
from casebase.catalogue import (
    Catalogue,
    FileRow,
    Ledger,
    Reading,
    ReadingCard,
    State,
    set_aside,
)
from casebase.document import Source
from casebase.engines import backend
from casebase.entry import EntryId
from casebase.errors import (
    BadRequestError,
    IndexDamagedError,
    Problem,
)
from casebase.lexicon import load_lexicon
from casebase.settings import Settings


@dataclass(frozen=True, slots=True)
class Wish:
    """How a run is to be done.

    Attributes:
        engine: The engine to build.
        full: Read and build everything, whatever is there.
        jobs: How many files to read at once; None for as many as there are processors.
    """

    engine: str
    full: bool = False
    jobs: int | None = None


def reindex(
    settings: Settings,
    *,
    full: bool = False,
    jobs: int | None = None,
    engine: str | None = None,
    progress: Progress | None = None,
) -> Report:
    """Bring the index in line with the corpus.

    Raises:
        IndexBusyError: Another process is writing it.
        BadRequestError: An unknown engine, or a mistake in the operator's lexicons.
        CasebaseError: There is no corpus, or reading cannot even begin.
    """
    if jobs is not None and jobs < 1:
        raise BadRequestError("--jobs 应是不小于 1 的整数。", "请改正后重试。")
    wish = Wish(engine or settings.engine, full=full, jobs=jobs)
    require(settings.corpus)
    backend(wish.engine)  # an unknown name is told before anything is read
    shown = progress or Silent()
    began = time.monotonic()
    with writing(settings):
        found = scan(settings.corpus)
        try:
            report = _run(settings, wish, shown, found, None)
        except IndexDamagedError:
            # Everything in it is derived; a damaged one must not stop us for ever.
            aside = set_aside(settings.database)
            if aside is None:
                raise
            report = _run(settings, wish, shown, found, aside)
    return replace(report, seconds=time.monotonic() - began)


def _run(
    settings: Settings, wish: Wish, progress: Progress, found: Scan, aside: Path | None
) -> Report:
    with Ledger.open(settings.database) as ledger:
        run = Run(settings, wish, progress, ledger, ledger.state(), ledger.files())
        groups = grouped(found.sources)
        intake = run.take_in(groups)
        still = kept(groups, intake.keys, run.old, ledger.readings())
        failed = softened(intake.failed, still)
        files = [*pointing(groups, intake.keys), *still]
        new = run.next_state(files)
        told = copies(groups, run.lost(groups, files))
        unread = [*found.problems, *told, *failed]
        ledger.switch(new, files, unread, run.same_texts(files))
        kinds = run.kinds(files)
    with Catalogue.open(settings.database) as catalogue:
        problems = tuple(catalogue.problems())
    return Report(
        changes=changes(run.old, found.sources),
        read=intake.read,
        unread=len(failed),
        kinds=kinds,
        problems=problems,
        state=new,
        rebuilt=run.base is None,
        set_aside=aside,
        seconds=0.0,
    )


@dataclass(frozen=True, slots=True)
class Intake:
    """What reading gave.

    Attributes:
        keys: For each main name the key of its reading.
        failed: Why others could not be read this time.
        read: How many files were read.
    """

    keys: Mapping[str, str]
    failed: Sequence[Problem]
    read: int


@dataclass(frozen=True)
class Run:
    """One run: what it works with, and the snapshot it found."""

    settings: Settings
    wish: Wish
    progress: Progress
    ledger: Ledger
    state: State | None
    old: Sequence[FileRow]

    def take_in(self, groups: Sequence[Group]) -> Intake:
        """Read what no saved reading holds of, and save it."""
        records.sweep(self.settings, self.state)
        fingerprint = reading_fingerprint(self.settings.lexicons)
        cards = [] if self.wish.full else self.ledger.readings()
        keys = {
            name: card.key for name, card in saved(groups, cards, fingerprint).items()
        }
        self.ledger.sweep(keys.values())
        sources = [group.main for group in groups if group.main.name not in keys]
        failed = []
        for source, outcome in self._outcomes(sources, fingerprint):
            if isinstance(outcome, Reading):
                keys[source.name] = self._save(outcome)
            else:
                failed.append(outcome)
        return Intake(keys, failed, len(sources))

    def _outcomes(
        self, sources: Sequence[Source], fingerprint: str
    ) -> Iterator[tuple[Source, Reading | Problem]]:
        if not sources:
            return
        # The pool costs time to load, and an unchanged corpus has no need of it.
        from casebase.build.workers import Task, default_jobs, read_all  # noqa: PLC0415

        load_lexicon(self.settings.lexicons)  # a mistake in it is told before the work
        jobs = self.wish.jobs or default_jobs()
        task = Task(fingerprint, self.settings.lexicons, jobs)
        self.progress.begin("读取文献", len(sources))
        try:
            with closing(read_all(sources, task)) as outcomes:
                for source, outcome in outcomes:
                    yield source, outcome
                    self.progress.step(source.name)
        finally:
            self.progress.end()

    def _save(self, reading: Reading) -> str:
        key = f"{reading.document_id}.{self._generation}"
        self.ledger.save(reading, key)
        return key

    @property
    def _generation(self) -> int:
        return 1 + (self.state.generation if self.state else 0)

    @cached_property
    def base(self) -> State | None:
        """The state whose engine can be built on, if any."""
        state = self.state
        fitting = (
            state is not None
            and not self.wish.full
            and state.engine == self.wish.engine
            and state.fingerprint == self._fingerprint
            and records.sound(self.settings, state)
        )
        return state if fitting else None

    @cached_property
    def _fingerprint(self) -> str:
        return record_fingerprint(self.wish.engine, self.settings.lexicons)

    def next_state(self, files: Sequence[FileRow]) -> State:
        """The state for `files`, its engine built where the current one will not do."""
        change = records.difference(self._searched(self.old), self._searched(files))
        if self.base is not None and not change.gone and not change.fresh:
            grown = int(set(files) != set(self.old))
            return replace(
                self.base,
                generation=self.base.generation + grown,
                documents=self._documents(files),
            )
        path = records.build(
            self.settings,
            self.ledger,
            self.wish.engine,
            change,
            self.base.engine_path if self.base else None,
            self.progress,
        )
        return State(
            generation=self._generation,
            engine=self.wish.engine,
            engine_path=path,
            fingerprint=self._fingerprint,
            built_at=datetime.now().astimezone().isoformat(timespec="seconds"),
            documents=self._documents(files),
            entries=sum(self.kinds(files).values()),
        )

    def same_texts(self, files: Sequence[FileRow]) -> list[tuple[EntryId, ...]] | None:
        """The entries that are one text; None where they are those there are."""
        if set(files) == set(self.old):
            return None
        return same_texts(self.ledger, files)

    def lost(self, groups: Sequence[Group], files: Sequence[FileRow]) -> set[str]:
        """The main names of `groups` of which nothing can be searched."""
        return {it.main.name for it in groups} - set(self._searched(files).values())

    def _documents(self, files: Sequence[FileRow]) -> int:
        return sum(not card.lost for card in self._cards(files))

    def _searched(self, files: Sequence[FileRow]) -> dict[str, str]:
        """The readings of `files` that the engine knows of: those with entries."""
        shown = _shown(files)
        return {card.key: shown[card.key] for card in self._cards(files) if card.kinds}

    def kinds(self, files: Sequence[FileRow]) -> dict[str, int]:
        """How many entries of which kind `files` show."""
        counts: Counter[str] = Counter()
        for card in self._cards(files):
            counts.update(card.kinds)
        return dict(counts)

    def _cards(self, files: Sequence[FileRow]) -> list[ReadingCard]:
        shown = _shown(files)
        return [card for card in self._readings if card.key in shown]

    @cached_property
    def _readings(self) -> list[ReadingCard]:
        """Every saved reading; asked for when those of this run are saved too."""
        return self.ledger.readings()


def _shown(files: Sequence[FileRow]) -> dict[str, str]:
    return {file.reading: file.name for file in files if file.main}
