"""Runs a program on one file, in a folder of its own and with a time limit."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from casebase.extract.office import watch

SECONDS = 60.0  # for one file; LibreOffice takes one to five


@contextmanager
def folder_with(data: bytes, name: str) -> Iterator[Path]:
    """A folder with one file in it, removed at the end."""
    with TemporaryDirectory(prefix="casebase-", ignore_cleanup_errors=True) as folder:
        path = Path(folder)
        (path / name).write_bytes(data)
        yield path


def run(folder: Path, *command: str, seconds: float = SECONDS) -> bool:
    """Runs a program in the folder; whether it came to a good end in time.

    It and all that it started are ended with the process that called this, however that
    ends.
    """
    watcher = (sys.executable, "-I", "-S", watch.__file__)
    with subprocess.Popen(  # noqa: S603 - paths that were looked up, no shell
        [*watcher, str(seconds), str(folder), *command],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        # Its input stays open until it ends: that is how it knows that we are here.
        return process.wait() == 0
