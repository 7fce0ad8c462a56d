"""Bring index/ in line with corpus/: incremental by content, resumable, never half.

1. `scan` digests every file; `plan` says which must be read, and of which only the
   facts must be found again.
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
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from casebase.build.errata import Errata
from casebase.build.keeping import kept, softened
from casebase.build.lock import writing
from casebase.build.plan import changes, copies, grouped, pointing
from casebase.build.report import Progress, Report, Silent
from casebase.build.scan import Scan, require, scan
from casebase.build.snapshot import Run, Wish
from casebase.build.stamps import Stamps
from casebase.catalogue import Catalogue, Ledger, State, set_aside
from casebase.engines import ENGINES, backend
from casebase.errors import BadRequestError, IndexDamagedError
from casebase.settings import Settings

if TYPE_CHECKING:
    from pebble import ProcessPool


def reindex(  # noqa: PLR0913 - by name, how a run is to be done
    settings: Settings,
    *,
    full: bool = False,
    jobs: int | None = None,
    engine: str | None = None,
    progress: Progress | None = None,
    pool: ProcessPool | None = None,
    rebuild: bool = False,
) -> Report:
    """Bring the index in line with the corpus.

    `pool` are children that were started before; see `casebase.build.ahead`. To
    `rebuild` is to make the engine anew from the catalogue.

    `engine` stays the one to use until another is named, here or in the settings.

    Raises:
        IndexBusyError: Another process is writing it.
        BadRequestError: An unknown engine, or a mistake in the operator's lexicons or
            in the file of corrections.
        CasebaseError: There is no corpus, or reading cannot even begin.
    """
    if jobs is not None and jobs < 1:
        raise BadRequestError("--jobs 应是不小于 1 的整数。", "请改正后重试。")
    wish = Wish(
        engine or settings.engine, full=full, jobs=jobs, pool=pool, rebuild=rebuild
    )
    require(settings.corpus)
    if wish.engine:
        backend(wish.engine)  # an unknown name is told before anything is read
    shown = progress or Silent()
    began = time.monotonic()
    with writing(settings):
        stamps = Stamps() if full else Stamps.load(settings.index)
        found = scan(settings.corpus, stamps)
        stamps.save(settings.index)
        try:
            report = _run(settings, wish, shown, found, None)
        except IndexDamagedError:
            # Everything in it is derived; a damaged one must not stop us for ever.
            aside = set_aside(settings.database)
            if aside is None:
                raise
            report = _run(settings, wish, shown, found, aside)
    return replace(report, seconds=time.monotonic() - began)


def _chosen(state: State | None) -> str:
    """The engine of the last run; at the first, the one that is always there.

    Raises:
        BadRequestError: It is not installed any more.
    """
    name = ENGINES[0] if state is None else state.engine
    backend(name)
    return name


def _run(
    settings: Settings, wish: Wish, progress: Progress, found: Scan, aside: Path | None
) -> Report:
    with Ledger.open(settings.database) as ledger:
        state = ledger.state()
        wish = replace(wish, engine=wish.engine or _chosen(state))
        run = Run(settings, wish, progress, ledger, state, ledger.files())
        groups = grouped(found.sources)
        errata = Errata.of(settings, {it.main.document_id: it.names for it in groups})
        intake = run.take_in(groups, errata)
        still = kept(groups, intake.keys, run.old, ledger.readings())
        failed = softened(intake.failed, still)
        files = [*pointing(groups, intake.keys), *still]
        new = run.next_state(files, intake.alike)
        told = copies(groups, run.lost(groups, files))
        unread = [*found.problems, *told, *failed, *errata.problems()]
        ledger.switch(new, files, unread, run.same_texts(files, intake.renewed))
        kinds = run.kinds(files)
    with Catalogue.open(settings.database) as catalogue:
        problems = tuple(catalogue.problems())
    return Report(
        changes=changes(run.old, found.sources),
        read=intake.read,
        renewed=len(intake.renewed),
        unread=len(failed),
        kinds=kinds,
        problems=problems,
        state=new,
        rebuilt=run.base is None,
        set_aside=aside,
        seconds=0.0,
    )
