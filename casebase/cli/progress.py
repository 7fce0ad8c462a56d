"""Progress of a run: a bar on a terminal, plain lines in a log, on standard error."""

from __future__ import annotations

import sys
import time
from typing import Any

import click

from casebase.build import Progress
from casebase.build.pace import Pace
from casebase.cli.terminal import clipped, plain

SECONDS = 2.0  # between two lines of a log
NAME = 40  # columns of a file's name beside the bar


def shown() -> Progress:
    """What fits where standard error goes."""
    return Bar() if sys.stderr.isatty() else Lines()


class Bar:
    """A bar that grows in place, and how long it will still take."""

    def __init__(self) -> None:
        """Nothing is shown yet."""
        self._bar: Any = None  # click does not name the type
        self._task = _Task("", 0, 0)

    def begin(self, task: str, total: int, work: float = 0) -> None:
        """Draw it empty."""
        self._task = _Task(task, total, work)
        self._bar = click.progressbar(
            length=round(self._task.pace.total),
            label=task,
            show_eta=False,
            item_show_func=lambda told: told or "",
            file=sys.stderr,
        )
        self._bar.__enter__()

    def step(self, name: str, work: float = 1) -> None:
        """Draw it a step longer."""
        self._task.did(work)
        told = f"{self._task.told()} {clipped(plain(name), NAME)}"
        self._bar.update(round(work), told)

    def end(self) -> None:
        """Leave it as it is."""
        self._bar.__exit__(None, None, None)


class Lines:
    """A line at the begin and the end, and one every few seconds."""

    def __init__(self) -> None:
        """Nothing is shown yet."""
        self._task, self._last = _Task("", 0, 0), 0.0

    def begin(self, task: str, total: int, work: float = 0) -> None:
        """Say what begins."""
        self._task = _Task(task, total, work)
        self._last = time.monotonic()
        click.echo(f"{task}：共 {total}。", err=True)

    def step(self, name: str, work: float = 1) -> None:
        """Say how far it is, if it is time."""
        self._task.did(work)
        if time.monotonic() - self._last >= SECONDS:
            self._last = time.monotonic()
            click.echo(
                f"{self._task.name}：{self._task.told()} {plain(name)}", err=True
            )

    def end(self) -> None:
        """Say how much was done."""
        task = self._task
        click.echo(f"{task.name}：完成 {task.done}/{task.total}。", err=True)


class _Task:
    """How far a task is."""

    def __init__(self, name: str, total: int, work: float) -> None:
        self.name, self.total, self.done = name, total, 0
        self.pace = Pace(work or total, time.monotonic())

    def did(self, work: float) -> None:
        self.done += 1
        self.pace.did(work, time.monotonic())

    def told(self) -> str:
        """12/300，剩余约 2 分钟."""
        left = self.pace.remaining(time.monotonic())
        known = left is not None and self.done < self.total
        return f"{self.done}/{self.total}{f'，剩余{_in_words(left)}' if known else ''}"


def _in_words(seconds: float | None) -> str:
    minutes = round((seconds or 0) / 60)
    if minutes < 1:
        return "不到 1 分钟"
    hours, minutes = divmod(minutes, 60)
    return f"约 {hours} 小时 {minutes} 分钟" if hours else f"约 {minutes} 分钟"
