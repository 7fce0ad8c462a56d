"""How often what was asked on which day: to know what is popular, and what is missed.

Texts are counted by their folded form and the day, and nothing else is kept: not who
asked, nor from where, nor at what time. What looks like a person's number or address is
not counted, nor is what is as long as a passage. The web counts in memory and writes
twice a second, so that no search waits and a kill loses a second at most.
"""

from __future__ import annotations

import logging
import re
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Connection, Table, and_, delete, func, select
from sqlalchemy.dialects.sqlite import insert

from casebase.errors import CasebaseError
from casebase.text.fold import fold
from casebase.workspace import schema
from casebase.workspace.database import Workspace

LONGEST = 40  # characters of a text that is counted
MOST_WAITING = 1000  # texts that wait to be written
MOST_A_DAY = 5000  # texts that are counted on a day
KEPT_DAYS = 180
SECONDS = 0.5  # between two writings
# A text that was asked less often might tell of a person.
POPULAR = 3
_PRIVATE = re.compile(r"\d{7}|@")
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Asked:
    """A text that was asked.

    Attributes:
        text: As somebody typed it.
        times: How often.
        total: How many entries it found last.
    """

    text: str
    times: int
    total: int


@dataclass(slots=True)
class _Count:
    shown: str
    times: int
    total: int


def most_asked(
    workspace: Workspace, *, fruitless: bool = False, days: int = 90, limit: int = 200
) -> list[Asked]:
    """What was asked most in the last `days`; `fruitless` what found nothing, too.

    What was asked less than `POPULAR` times is not told, except for `fruitless`, which
    only operators see.
    """
    table = schema.asked
    first = (_today() - timedelta(days=days)).isoformat()
    last = (
        select(table.c.folded, func.max(table.c.day).label("day"))
        .group_by(table.c.folded)
        .subquery()
    )
    newest = select(table.c.folded, table.c.shown, table.c.total).join(
        last, and_(table.c.folded == last.c.folded, table.c.day == last.c.day)
    )
    with workspace.work() as connection:
        shown = {row.folded: row for row in connection.execute(newest)}
        times = (
            select(table.c.folded, func.sum(table.c.times).label("times"))
            .where(table.c.day >= first)
            .group_by(table.c.folded)
            .order_by(func.sum(table.c.times).desc(), table.c.folded)
        )
        counted = connection.execute(times).all()
    found = (
        Asked(shown[folded].shown, int(n), shown[folded].total) for folded, n in counted
    )
    kept = [
        it
        for it in found
        if (not it.total if fruitless else it.total and it.times >= POPULAR)
    ]
    return kept[:limit]


class AskedLog:
    """Counts what is asked, in memory first. It may be used from several threads."""

    def __init__(self, open_workspace: Callable[[], Workspace]) -> None:
        """`open_workspace` is called when there is something to write."""
        self._open = open_workspace
        self._workspace: Workspace | None = None
        self._waiting: dict[tuple[str, str], _Count] = {}
        self._lock = threading.Lock()
        self._writing = threading.Lock()
        self._writer: threading.Thread | None = None
        self._wake = threading.Event()
        self._closing = threading.Event()

    def count(self, text: str, total: int) -> None:
        """Count one asking of `text`, which found `total` entries."""
        folded = fold(text).text
        if not folded or len(folded) > LONGEST or _PRIVATE.search(folded):
            return
        key = (_today().isoformat(), folded)
        with self._lock:
            known = self._waiting.get(key)
            if known is not None:
                known.times += 1
                known.total = total
            elif len(self._waiting) < MOST_WAITING and not self._closing.is_set():
                self._waiting[key] = _Count(" ".join(text.split()), 1, total)
                self._start()
        self._wake.set()

    def flush(self) -> None:
        """Write what waits; what cannot be written is lost, and the log says so."""
        with self._lock:
            waiting, self._waiting = self._waiting, {}
        if not waiting:
            return
        try:
            with self._writing:
                if self._workspace is None:
                    self._workspace = self._open()
                with self._workspace.work() as connection:
                    _add(connection, waiting)
        except CasebaseError as error:
            log.warning("what was asked could not be counted: %s", error)

    def close(self) -> None:
        """Write what waits and stop."""
        self._closing.set()
        self._wake.set()
        with self._lock:
            writer = self._writer
        if writer is not None:
            writer.join()
        self.flush()
        if self._workspace is not None:
            self._workspace.close()

    def _start(self) -> None:
        if self._writer is None:
            self._writer = threading.Thread(
                target=self._write, name="asked", daemon=True
            )
            self._writer.start()

    def _write(self) -> None:
        """Write what waits, again and again, half a second after the first of it."""
        while not self._closing.is_set():
            self._wake.wait()
            self._wake.clear()
            self._closing.wait(SECONDS)
            self.flush()


def _add(connection: Connection, waiting: dict[tuple[str, str], _Count]) -> None:
    table = schema.asked
    today = _today()
    oldest = (today - timedelta(days=KEPT_DAYS)).isoformat()
    connection.execute(delete(table).where(table.c.day < oldest))
    for (day, folded), count in waiting.items():
        if _room(connection, table, day, folded):
            adding = insert(table).values(
                day=day,
                folded=folded,
                shown=count.shown,
                times=count.times,
                total=count.total,
            )
            more = {
                "times": table.c.times + count.times,
                "total": count.total,
            }
            connection.execute(
                adding.on_conflict_do_update(
                    index_elements=["day", "folded"], set_=more
                )
            )


def _room(connection: Connection, table: Table, day: str, folded: str) -> bool:
    """Whether a text may be counted: it is already, or the day has room for more."""
    on_day = table.c.day == day
    known = select(table.c.times).where(on_day, table.c.folded == folded)
    if connection.execute(known).first() is not None:
        return True
    size = select(func.count()).select_from(table).where(on_day)
    return (connection.execute(size).scalar() or 0) < MOST_A_DAY


def _today() -> date:
    return datetime.now(UTC).astimezone().date()
