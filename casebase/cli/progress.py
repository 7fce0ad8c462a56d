"""Progress of a run: a bar on a terminal, plain lines in a log, on standard error."""

from __future__ import annotations

import sys
import time
from typing import Any

import click

from casebase.build import Progress
from casebase.cli.terminal import clipped, plain

SECONDS = 2.0  # between two lines of a log
NAME = 40  # columns of a file's name beside the bar


def shown() -> Progress:
    """What fits where standard error goes."""
    return Bar() if sys.stderr.isatty() else Lines()


class Bar:
    """A bar that grows in place."""

    def __init__(self) -> None:
        """Nothing is shown yet."""
        self._bar: Any = None  # click does not name the type

    def begin(self, task: str, total: int) -> None:
        """Draw it empty."""
        self._bar = click.progressbar(
            length=total,
            label=task,
            show_pos=True,
            item_show_func=lambda name: clipped(plain(name or ""), NAME),
            file=sys.stderr,
        )
        self._bar.__enter__()

    def step(self, name: str) -> None:
        """Draw it a step longer."""
        self._bar.update(1, name)

    def end(self) -> None:
        """Leave it as it is."""
        self._bar.__exit__(None, None, None)


class Lines:
    """A line at the begin and the end, and one every few seconds."""

    def __init__(self) -> None:
        """Nothing is shown yet."""
        self._task, self._total, self._done, self._last = "", 0, 0, 0.0

    def begin(self, task: str, total: int) -> None:
        """Say what begins."""
        self._task, self._total, self._done = task, total, 0
        self._last = time.monotonic()
        click.echo(f"{task}：共 {total}。", err=True)

    def step(self, name: str) -> None:
        """Say how far it is, if it is time."""
        self._done += 1
        if time.monotonic() - self._last >= SECONDS:
            self._last = time.monotonic()
            line = f"{self._task}：{self._done}/{self._total} {plain(name)}"
            click.echo(line, err=True)

    def end(self) -> None:
        """Say how much was done."""
        click.echo(f"{self._task}：完成 {self._done}/{self._total}。", err=True)
