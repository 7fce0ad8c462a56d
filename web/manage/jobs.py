"""Re-indexing from the web: one job at a time, told while it runs."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from flask import current_app

from casebase.build import Report, reindex
from casebase.errors import CasebaseError
from casebase.settings import Settings

EXTENSION = "casebase.jobs"
BROKEN = "重建时程序出错。请查看服务的日志，或在命令行运行 casebase reindex。"
# Little is known of the speed of a stage before so many seconds.
EARLY = 3.0


@dataclass(frozen=True, slots=True)
class Stage:
    """A task of a job.

    Attributes:
        name: What it is called.
        done: Steps that are done.
        total: Steps there are.
        since: When it began, of `time.monotonic`.
        work: How much there is to do; steps may be of different size.
        worked: How much of that is done.
        over: Whether it is done, or given up.
    """

    name: str
    done: int
    total: int
    since: float
    work: float = 0
    worked: float = 0
    over: bool = False

    @property
    def left(self) -> float | None:
        """About how many seconds it will take yet; None where nobody knows."""
        passed = time.monotonic() - self.since
        if self.over or not self.worked or passed < EARLY:
            return None
        return passed / self.worked * max(self.work - self.worked, 0)


@dataclass(frozen=True, slots=True)
class Job:
    """A run of the index.

    Attributes:
        began: When, ISO 8601 with time zone.
        stages: Those begun, in order.
        running: Whether it goes on.
        report: What came of it, when it has ended well.
        error: Why it did not end well, else empty.
    """

    began: str
    stages: tuple[Stage, ...] = ()
    running: bool = True
    report: Report | None = None
    error: str = ""


class _Told:
    """A progress that the job's stages are read from."""

    def __init__(self, jobs: Jobs) -> None:
        self._jobs = jobs

    def begin(self, task: str, total: int, work: float = 0) -> None:
        """A stage begins."""
        self._jobs.stage(Stage(task, 0, total, time.monotonic(), work or total))

    def step(self, name: str, work: float = 1) -> None:
        """A step of it is done."""
        del name
        self._jobs.moved(1, work)

    def end(self) -> None:
        """It is over."""
        self._jobs.moved(0, 0, over=True)


class Jobs:
    """Runs the index in a thread. It may be used from several threads.

    Attributes:
        settings: Of the home whose index it is.
    """

    def __init__(self, settings: Settings) -> None:
        """Nothing runs yet."""
        self.settings = settings
        self._lock = threading.Lock()
        self._job: Job | None = None

    @property
    def last(self) -> Job | None:
        """The job that runs, or the one that ran last."""
        with self._lock:
            return self._job

    def start(self, *, full: bool = False) -> bool:
        """Begin a job; False where one is running."""
        with self._lock:
            if self._job is not None and self._job.running:
                return False
            began = datetime.now(UTC).astimezone().isoformat(timespec="seconds")
            self._job = Job(began)
        threading.Thread(
            target=self._run, args=(full,), name="reindex", daemon=True
        ).start()
        return True

    def stage(self, stage: Stage) -> None:
        """A stage of the running job begins."""
        with self._lock:
            if self._job is not None:
                self._job = replace(self._job, stages=(*self._job.stages, stage))

    def moved(self, steps: int, work: float, *, over: bool = False) -> None:
        """The last stage is further by so many steps and so much work, or over."""
        with self._lock:
            if self._job is None or not self._job.stages:
                return
            *before, last = self._job.stages
            now = replace(
                last, done=last.done + steps, worked=last.worked + work, over=over
            )
            self._job = replace(self._job, stages=(*before, now))

    def _run(self, full: bool) -> None:  # noqa: FBT001 - threads pass by position
        report, error = None, ""
        try:
            report = reindex(self.settings, full=full, progress=_Told(self))
        except CasebaseError as raised:
            error = f"{raised.message}{raised.advice}"
        except BaseException:
            error = BROKEN
            raise
        finally:
            with self._lock:
                if self._job is not None:
                    self._job = replace(
                        self._job, running=False, report=report, error=error
                    )


def jobs() -> Jobs:
    """The jobs of this application."""
    found: Jobs = current_app.extensions[EXTENSION]
    return found
