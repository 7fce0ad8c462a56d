"""Runs a program and ends it, with all that it started, when its time is over.

A program of its own, because whoever starts it may be killed: it then finds its
standard input closed, ends the program and removes the folder that it worked in.

    python watch.py SECONDS FOLDER PROGRAM [ARGUMENT]...

What the program prints goes to FOLDER/output. The exit code is the program's.
"""

from __future__ import annotations

import contextlib
import math
import os
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path

TIMED_OUT = 124  # as the program `timeout` has it
MOST_BYTES = 500_000_000  # that any file of the program may have


def main() -> int:
    """Runs the program of the command line."""
    seconds, folder, command = float(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:]
    _limit(math.ceil(seconds))
    with (folder / "output").open("wb") as output:
        child = subprocess.Popen(  # noqa: S603 - a path that was looked up, no shell
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    alone = threading.Event()
    follower = threading.Thread(target=_follow, args=(alone, child, folder))
    follower.daemon = True
    follower.start()
    try:
        return child.wait(seconds)
    except subprocess.TimeoutExpired:
        return TIMED_OUT
    finally:
        _end(child)
        if alone.is_set():
            follower.join()


def _limit(seconds: int) -> None:
    """Limits that hold even when this program is killed too."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on Windows

    for what, most in (
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, MOST_BYTES),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(ValueError, OSError):  # a lower one is set already
            resource.setrlimit(what, (most, most))


def _follow(
    alone: threading.Event, child: subprocess.Popen[bytes], folder: Path
) -> None:
    """Waits for the end of whoever started this, and ends everything."""
    os.read(sys.stdin.fileno(), 1)  # not through a buffer: its lock would hold the exit
    alone.set()
    _end(child)
    shutil.rmtree(folder, ignore_errors=True)
    os._exit(1)


def _end(child: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        subprocess.run(  # noqa: S603 - a number
            ["taskkill", "/F", "/T", "/PID", str(child.pid)],  # noqa: S607 - of Windows
            capture_output=True,
            check=False,
        )
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)
    child.wait()


if __name__ == "__main__":
    sys.exit(main())
