"""The faster engine: tantivy finds and ranks; what it finds is counted in numpy."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from casebase.engines import manifest
from casebase.engines.engine import Engine, Record
from casebase.engines.tantivy import writing
from casebase.engines.tantivy.searching import TantivyEngine
from casebase.entry import EntryId

# Goes up whenever what is written changes, so that an older index is not misread.
_FORMAT = "tantivy 1"


class TantivyBackend:
    """Makes and opens tantivy indexes; see `casebase.engines.engine.Backend`.

    Tantivy keeps to what the manifest counts on: it writes new files, removes those of
    segments that were merged, and puts new ones in the place of its lists of files.
    """

    name = "tantivy"

    def build(
        self,
        path: Path,
        records: Iterable[Record],
        *,
        base: Path | None = None,
        remove: Iterable[EntryId] = (),
    ) -> None:
        """Make an index at `path`; what went wrong leaves nothing behind.

        Raises:
            FileExistsError: There is something at `path`.
            IndexDamagedError: `base` is not whole.
            ValueError: Two records have the same id.
        """
        path.mkdir(parents=True)
        try:
            if base is not None:
                manifest.take_over(base, path, _FORMAT)
            writing.write(path, records, remove)
            manifest.seal(path, _FORMAT, base)
        except BaseException:
            shutil.rmtree(path, ignore_errors=True)
            raise

    def open(self, path: Path) -> Engine:
        """Open a finished index.

        Raises:
            IndexDamagedError: It is not whole.
        """
        manifest.check(path, _FORMAT)
        return TantivyEngine(path)

    def verify(self, path: Path, *, thorough: bool = True) -> None:
        """Read every byte of a finished index, or look at it as `open` does.

        Raises:
            IndexDamagedError: It is not as it was written.
        """
        manifest.check(path, _FORMAT, thorough=thorough)
