"""The engine's part of a snapshot: a new directory of records, or the one there is."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from secrets import token_hex

from casebase.build.cutting import cut
from casebase.build.report import Progress
from casebase.catalogue import Ledger, State
from casebase.engines import backend
from casebase.engines.engine import Record
from casebase.entry import Entry
from casebase.errors import IndexDamagedError
from casebase.lexicon import load_lexicon
from casebase.search.records import record
from casebase.settings import Settings

FOLDER = "engine"  # below index/


@dataclass(frozen=True, slots=True)
class Difference:
    """From one snapshot to the next, readings by key with the name each goes by.

    Attributes:
        gone: What is no longer there, or under another name.
        fresh: What was not there, or not under this name.
        all: What is there.
    """

    gone: Mapping[str, str]
    fresh: Mapping[str, str]
    all: Mapping[str, str]


def difference(
    old: Mapping[str, str], new: Mapping[str, str], same: Mapping[str, str]
) -> Difference:
    """What an engine that shows `old` lacks to show `new`.

    `same` are readings of `new` with those of `old` that look alike to it.
    """
    shown = {same.get(key, key): name for key, name in new.items()}
    return Difference(
        gone={key: name for key, name in old.items() if shown.get(key) != name},
        fresh={
            key: name
            for key, name in new.items()
            if old.get(same.get(key, key)) != name
        },
        all=new,
    )


def alike(old: Iterable[Entry], new: Iterable[Entry]) -> bool:
    """Whether an engine sees no difference between entries with the same texts."""
    return list(map(_shape, old)) == list(map(_shape, new))


class _Whole:
    """Cuts nothing: what is cut in the same way is the same."""

    def tokens(self, text: str) -> list[str]:
        return [text]


def _shape(entry: Entry) -> Record:
    return record(replace(entry, paragraphs=()), _Whole())


def sound(settings: Settings, state: State) -> bool:
    """Whether the engine of `state` is as it was written.

    Of a large one the files are read that were touched since; what is taken over from
    it keeps its checksums, so that `doctor` sees what a disk does to it.
    """
    try:
        path = settings.index / state.engine_path
        backend(state.engine).verify(path, thorough=False)
    except IndexDamagedError:
        return False
    return True


def sweep(settings: Settings, state: State | None) -> int:
    """Remove what earlier runs left behind, finished or not; how much there was."""
    folder = settings.index / FOLDER
    kept = None if state is None else settings.index / state.engine_path
    found = (
        [path for path in folder.iterdir() if path != kept] if folder.is_dir() else []
    )
    for path in found:
        shutil.rmtree(path, ignore_errors=True)  # a reader may hold it, on Windows
    return len(found)


@dataclass(frozen=True, slots=True)
class Work:
    """How an engine is built: by how many processes, and who is told of it."""

    jobs: int
    progress: Progress


def build(
    settings: Settings,
    ledger: Ledger,
    engine: str,
    change: Difference,
    base: str | None,
    work: Work,
) -> str:
    """Build the engine of the next snapshot; where it is, relative to index/.

    With `base`, the path of the current one, only the difference is worked in.
    """
    path = _free(settings.index / FOLDER)
    names = change.all if base is None else change.fresh
    remove = () if base is None else ledger.entry_ids(list(change.gone))
    total = len(ledger.entry_ids(list(names)))
    terms = load_lexicon(settings.lexicons).terms()
    made = cut(ledger.entries(names), total, terms, work.jobs)
    work.progress.begin("建立索引", total)
    try:
        backend(engine).build(
            path,
            _told(made, work.progress),
            base=None if base is None else settings.index / base,
            remove=remove,
        )
    finally:
        made.close()
        work.progress.end()
    return path.relative_to(settings.index).as_posix()


def _told(records: Iterable[Record], progress: Progress) -> Iterator[Record]:
    for made in records:
        yield made
        progress.step(made.facets["document"][0])


def _free(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    numbers = (path.name.partition("-")[0] for path in folder.iterdir())
    taken = (int(number) for number in numbers if number.isdecimal())
    # No catalogue but the one that it was built for names it.
    return folder / f"{max(taken, default=0) + 1}-{token_hex(4)}"
