"""What no saved reading holds of is read; where only facts are stale they are renewed.

Every reading is saved as it comes, under a key that nobody points at yet.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from threading import Thread
from typing import TYPE_CHECKING

from casebase.build.children import default_jobs
from casebase.build.cutting import warm
from casebase.build.errata import Errata
from casebase.build.fingerprint import reading_fingerprint
from casebase.build.keeping import STILL
from casebase.build.readers import read_file
from casebase.build.records import alike
from casebase.build.report import Progress
from casebase.catalogue import Ledger, Reading, ReadingCard
from casebase.document import Source
from casebase.errors import Problem, Severity, Stage
from casebase.lexicon import load_lexicon
from casebase.settings import Settings

if TYPE_CHECKING:
    from pebble import ProcessPool

    from casebase.build.workers import Item, ItemT, Reader

ALWAYS = 30_000  # bytes that take as long as the smallest file does
FEW = 3  # files; for more it pays to start as many children as there are processors


@dataclass(slots=True)
class Intake:
    """What reading and annotating gave.

    Attributes:
        keys: For each main name the key of its reading.
        failed: Why some could not be read, or annotated, this time.
        read: How many files were read.
        renewed: The readings that were annotated again, with those they were made of.
        alike: Of these, those that an engine sees no difference in.
    """

    keys: dict[str, str]
    failed: list[Problem] = field(default_factory=list)
    read: int = 0
    renewed: dict[str, str] = field(default_factory=dict)
    alike: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Desk:
    """Where readings are made.

    Attributes:
        settings: Of the home.
        ledger: Where they are saved.
        errata: Which corrections they get.
        generation: Of the snapshot that they are for.
        jobs: How many files to work on at once; None for as many as is good.
        progress: Told of every step.
        pool: Children that were started before; they read what is a few files.
    """

    settings: Settings
    ledger: Ledger
    errata: Errata
    generation: int
    jobs: int | None
    progress: Progress
    pool: ProcessPool | None = None

    def renew(self, stale: Mapping[str, ReadingCard], intake: Intake) -> None:
        """Annotate readings again, given the names they go by; no file is opened.

        One that cannot be annotated keeps the facts that it has.
        """
        if not stale:
            return
        from casebase.build.annotating import Kept, annotate_again  # noqa: PLC0415

        items = [
            Kept(name, card.document_id, card.key, self.settings.database)
            for name, card in stale.items()
        ]
        for item, outcome in self._done("标注", items, annotate_again):
            if isinstance(outcome, Problem) or outcome.document is None:
                intake.failed.append(_kept_facts(item.name, outcome))
                continue
            made = self.errata.laid_over(outcome)
            old = list(self.ledger.entries({item.key: item.name}))
            key = self._save(made)
            intake.keys[item.name] = key
            intake.renewed[key] = item.key
            if alike(old, made.entries):
                intake.alike[key] = item.key

    def read(self, sources: Sequence[Source], intake: Intake) -> None:
        """Read files."""
        if not sources:
            return
        intake.read += len(sources)
        for source, outcome in self._done("读取文献", sources, read_file):
            if isinstance(outcome, Reading):
                intake.keys[source.name] = self._save(self.errata.laid_over(outcome))
            else:
                intake.failed.append(outcome)

    def _done(
        self, task: str, items: Sequence[ItemT], reader: Reader[ItemT]
    ) -> Iterator[tuple[ItemT, Reading | Problem]]:
        from casebase.build.workers import Task, read_all  # noqa: PLC0415

        if self.pool is not None:
            Thread(target=warm, args=(self.settings.lexicons,), daemon=True).start()
        load_lexicon(self.settings.lexicons)  # a mistake in it is told before the work
        jobs = self.jobs or default_jobs()
        asked = Task(
            reading_fingerprint(),
            self.settings.lexicons,
            jobs,
            reader,
            pool=self.pool if len(items) <= FEW else None,
        )
        work = {item.name: _work(item) for item in items}
        self.progress.begin(task, len(items), sum(work.values()))
        try:
            with closing(read_all(items, asked)) as outcomes:
                for item, outcome in outcomes:
                    yield item, outcome
                    self.progress.step(item.name, work[item.name])
        finally:
            self.progress.end()

    def _save(self, reading: Reading) -> str:
        key = f"{reading.document_id}.{self.generation}"
        self.ledger.save(reading, key)
        return key


def _work(item: Item) -> float:
    """About how much there is to do: what a file needs at least, and its bytes."""
    if not isinstance(item, Source):
        return ALWAYS
    try:
        return ALWAYS + item.path.stat().st_size
    except OSError:
        return ALWAYS


def _kept_facts(name: str, outcome: Reading | Problem) -> Problem:
    """What is told of a reading whose facts could not be found anew."""
    said = outcome if isinstance(outcome, Problem) else outcome.problems[-1]
    return replace(
        said,
        document=name,
        stage=Stage.ANNOTATE,
        severity=Severity.DAMAGED,
        message=f"重新标注没有做完：{said.message}{STILL}",
    )
