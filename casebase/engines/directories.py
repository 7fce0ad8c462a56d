"""How an engine's index is made and opened: what all engines that write files share."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from casebase.engines import manifest
from casebase.engines.engine import Engine, Record
from casebase.entry import EntryId


@dataclass(frozen=True, slots=True)
class Directories:
    """A `casebase.engines.engine.Backend` over directories with a manifest.

    Attributes:
        name: Of the engine.
        format: Of what it writes, so that an older index is not misread.
        write: Adds records to the index at a path, a directory with the files of a
            finished index or an empty one, less what is to be removed. Files that are
            there are never changed, only replaced or removed.
        opened: Opens a finished index.
    """

    name: str
    format: str
    write: Callable[[Path, Iterable[Record], Iterable[EntryId]], None]
    opened: Callable[[Path], Engine]

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
                manifest.take_over(base, path, self.format)
            self.write(path, records, remove)
            manifest.seal(path, self.format, base)
        except BaseException:
            shutil.rmtree(path, ignore_errors=True)
            raise

    def open(self, path: Path) -> Engine:
        """Open a finished index.

        Raises:
            IndexDamagedError: It is not whole.
        """
        manifest.check(path, self.format)
        return self.opened(path)

    def verify(self, path: Path, *, thorough: bool = True) -> None:
        """Read every byte of a finished index, or look at it as `open` does.

        Raises:
            IndexDamagedError: It is not as it was written.
        """
        manifest.check(path, self.format, thorough=thorough)
