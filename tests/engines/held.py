"""Engines over records, in folders that go away."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from casebase.engines.engine import Backend, Engine, Record


@contextmanager
def folder() -> Iterator[Path]:
    """A new folder for every example; tmp_path is one for all of them."""
    with tempfile.TemporaryDirectory() as made:
        yield Path(made)


@contextmanager
def built(made_by: Backend, records: Iterable[Record]) -> Iterator[Engine]:
    """An engine that holds `records`."""
    with folder() as path:
        made_by.build(path / "index", records)
        with closing(made_by.open(path / "index")) as engine:
            yield engine
