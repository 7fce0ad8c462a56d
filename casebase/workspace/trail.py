"""What was done by whom: a record that is only added to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import insert, select

from casebase.workspace import schema
from casebase.workspace.database import Workspace

LONGEST = 500  # characters of what it was done to


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that was done.

    Attributes:
        at: When, ISO 8601 with time zone.
        who: The account; empty for the command line.
        action: What, in the words that people see: 登录, 上传.
        subject: To what.
    """

    at: str
    who: str
    action: str
    subject: str


def record(workspace: Workspace, who: str, action: str, subject: str = "") -> None:
    """Keep that `who` did `action`."""
    row = {
        "at": datetime.now(UTC).astimezone().isoformat(timespec="seconds"),
        "who": who,
        "action": action,
        "subject": subject[:LONGEST],
    }
    with workspace.work() as connection:
        connection.execute(insert(schema.audit), [row])


def deeds(workspace: Workspace, limit: int = 50, offset: int = 0) -> list[Deed]:
    """What was done, the latest first."""
    table = schema.audit
    wanted = select(table.c.at, table.c.who, table.c.action, table.c.subject)
    latest = wanted.order_by(table.c.id.desc()).limit(limit).offset(offset)
    with workspace.work() as connection:
        return [Deed(*row) for row in connection.execute(latest)]
