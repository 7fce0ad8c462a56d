"""One run: what it works with, the snapshot it found, and the next one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from casebase.build import records
from casebase.build.children import default_jobs
from casebase.build.copying import alone, same_texts
from casebase.build.errata import Errata
from casebase.build.fingerprint import reading_fingerprint, record_fingerprint
from casebase.build.intake import Desk, Intake
from casebase.build.plan import Group, saved
from casebase.build.report import Progress
from casebase.catalogue import FileRow, Ledger, ReadingCard, State
from casebase.entry import EntryId
from casebase.settings import Settings

if TYPE_CHECKING:
    from pebble import ProcessPool


@dataclass(frozen=True, slots=True)
class Wish:
    """How a run is to be done.

    Attributes:
        engine: The engine to build.
        full: Read and build everything, whatever is there.
        jobs: How many files to read at once; None for as many as there are processors.
        pool: Children that were started before.
        rebuild: Build the engine from nothing, but read no file for it.
    """

    engine: str
    full: bool = False
    jobs: int | None = None
    pool: ProcessPool | None = None
    rebuild: bool = False


@dataclass(frozen=True)
class Run:
    """One run: what it works with, and the snapshot it found."""

    settings: Settings
    wish: Wish
    progress: Progress
    ledger: Ledger
    state: State | None
    old: Sequence[FileRow]

    def take_in(self, groups: Sequence[Group], errata: Errata) -> Intake:
        """Read what no saved reading holds of, renew stale facts, and save both."""
        records.sweep(self.settings, self.state)
        cards = [] if self.wish.full else self.ledger.readings()
        found = saved(groups, cards, reading_fingerprint(), errata.mark)
        intake = Intake({name: card.key for name, card in found.items()})
        self.ledger.sweep(intake.keys.values())
        desk = self.desk(errata)
        desk.renew(stale(found, errata), intake)
        desk.read([it.main for it in groups if it.main.name not in found], intake)
        return intake

    def desk(self, errata: Errata) -> Desk:
        """Where readings for the next snapshot are made."""
        return Desk(
            settings=self.settings,
            ledger=self.ledger,
            errata=errata,
            generation=self._generation,
            jobs=self.wish.jobs,
            progress=self.progress,
            pool=self.wish.pool,
        )

    @property
    def _generation(self) -> int:
        return 1 + (self.state.generation if self.state else 0)

    @cached_property
    def base(self) -> State | None:
        """The state whose engine can be built on, if any."""
        state = self.state
        fitting = (
            state is not None
            and not (self.wish.full or self.wish.rebuild)
            and state.engine == self.wish.engine
            and state.fingerprint == self._fingerprint
            and records.sound(self.settings, state)
        )
        return state if fitting else None

    @cached_property
    def _fingerprint(self) -> str:
        return record_fingerprint(self.wish.engine, self.settings.lexicons)

    def next_state(self, files: Sequence[FileRow], alike: Mapping[str, str]) -> State:
        """The state for `files`, its engine built where the current one will not do.

        `alike` are readings with earlier ones that an engine cannot tell from them.
        """
        change = records.difference(
            self._searched(self.old), self._searched(files), alike
        )
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
            records.Work(self.wish.jobs or default_jobs(), self.progress),
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

    def same_texts(
        self, files: Sequence[FileRow], renewed: Mapping[str, str]
    ) -> list[tuple[EntryId, ...]] | None:
        """The entries that are one text; None where they are those there are.

        `renewed` are readings with earlier ones that have the same texts.
        """
        texts = {
            replace(it, reading=renewed.get(it.reading, it.reading)) for it in files
        }
        old = {it.reading for it in self.old}
        if texts == set(self.old) or self._only_strangers(old, texts):
            return None
        return same_texts(self.ledger, files)

    def _only_strangers(self, old: set[str], files: set[FileRow]) -> bool:
        """Whether what came to the snapshot is like nothing else, and nothing went."""
        now = {it.reading for it in files}
        return bool(old) and old <= now and alone(self.ledger, old, now - old)

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
        return [card for card in self.ledger.readings() if card.key in shown]


def stale(cards: Mapping[str, ReadingCard], errata: Errata) -> dict[str, ReadingCard]:
    """Those readings whose facts were found, or corrected, otherwise than today."""
    return {
        name: card
        for name, card in cards.items()
        if not card.lost and card.annotation != errata.mark(card.document_id)
    }


def _shown(files: Sequence[FileRow]) -> dict[str, str]:
    return {file.reading: file.name for file in files if file.main}
