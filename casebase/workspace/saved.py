"""Saved searches: a name, the address of a search, and what it had found last time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlencode

from sqlalchemy import Connection, RowMapping, Select, delete, insert, select, update

from casebase.entry import EntryId
from casebase.errors import BadRequestError, NotFoundError
from casebase.query import PAGE, Query
from casebase.workspace import schema
from casebase.workspace.database import Workspace

EVERYONE = ""  # the owner of what all who use this home share
LONGEST = 60  # characters of a name
MOST = 200  # an owner's saved searches


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search to be asked again.

    Attributes:
        name: Given by a person; an owner has each once.
        query: Its first page.
        created: When it was saved, ISO 8601 with time zone.
        ran: When it was last looked at, or None.
        owner: Whose it is; `EVERYONE` for all.
    """

    name: str
    query: Query
    created: str
    ran: str | None = None
    owner: str = EVERYONE


class SavedSearches:
    """The saved searches of one owner."""

    def __init__(self, workspace: Workspace, owner: str = EVERYONE) -> None:
        """`owner` sees and changes nobody else's."""
        self._workspace = workspace
        self._owner = owner

    def all(self) -> list[SavedSearch]:
        """All of them, in order of name."""
        with self._workspace.work() as connection:
            rows = connection.execute(self._mine().order_by(schema.saved.c.name))
            return [_search_of(row) for row in rows.mappings()]

    def named(self, name: str) -> SavedSearch:
        """The one of that name.

        Raises:
            NotFoundError: There is none.
        """
        with self._workspace.work() as connection:
            return _search_of(self._row(connection, name))

    def add(self, name: str, query: Query) -> SavedSearch:
        """Save a search under a name.

        Raises:
            BadRequestError: The name is taken or no name, or there are too many.
        """
        plain = " ".join(name.split())
        if not plain or len(plain) > LONGEST:
            raise BadRequestError(
                f"检索的名称应有 1 到 {LONGEST} 字。", "请换一个名称。"
            )
        made = SavedSearch(plain, _first_page(query), _now(), owner=self._owner)
        with self._workspace.work() as connection:
            names = {row["name"] for row in connection.execute(self._mine()).mappings()}
            if plain in names:
                raise BadRequestError(
                    f"已经有名为“{plain}”的检索。", "请换一个名称，或先把它删除。"
                )
            if len(names) >= MOST:
                raise BadRequestError(f"保存的检索已有 {MOST} 个。", "请先删除不用的。")
            connection.execute(insert(schema.saved).values(**_row_of(made)))
        return made

    def remove(self, name: str) -> None:
        """Forget the one of that name.

        Raises:
            NotFoundError: There is none.
        """
        with self._workspace.work() as connection:
            row = self._row(connection, name)
            connection.execute(
                delete(schema.saved).where(schema.saved.c.id == row["id"])
            )

    def seen(self, name: str) -> frozenset[EntryId]:
        """The entries that it had found when it was last looked at.

        Raises:
            NotFoundError: There is no such search.
        """
        with self._workspace.work() as connection:
            number = self._row(connection, name)["id"]
            wanted = select(schema.seen.c.entry).where(schema.seen.c.search == number)
            return frozenset(connection.execute(wanted).scalars())

    def looked_at(self, name: str, found: Iterable[EntryId]) -> None:
        """Note that it was looked at now, and what it found.

        Raises:
            NotFoundError: There is no such search.
        """
        entries = dict.fromkeys(found)
        with self._workspace.work() as connection:
            number = self._row(connection, name)["id"]
            mine = schema.seen.c.search == number
            connection.execute(delete(schema.seen).where(mine))
            rows = [{"search": number, "entry": entry} for entry in entries]
            if rows:
                connection.execute(insert(schema.seen), rows)
            connection.execute(
                update(schema.saved)
                .where(schema.saved.c.id == number)
                .values(ran=_now())
            )

    def _mine(self) -> Select[tuple[object, ...]]:
        return select(schema.saved).where(schema.saved.c.owner == self._owner)

    def _row(self, connection: Connection, name: str) -> RowMapping:
        wanted = self._mine().where(schema.saved.c.name == " ".join(name.split()))
        row = connection.execute(wanted).mappings().first()
        if row is None:
            raise NotFoundError(
                f"没有名为“{name[:LONGEST]}”的检索。",
                "请用 casebase saved list 查看已保存的检索。",
            )
        return row


def _first_page(query: Query) -> Query:
    return replace(query, offset=0, limit=PAGE)


def _row_of(search: SavedSearch) -> dict[str, str | None]:
    return {
        "owner": search.owner,
        "name": search.name,
        "address": urlencode(search.query.to_args()),
        "created": search.created,
        "ran": search.ran,
    }


def _search_of(row: RowMapping) -> SavedSearch:
    return SavedSearch(
        name=row["name"],
        query=Query.from_args(parse_qs(row["address"], keep_blank_values=True)),
        created=row["created"],
        ran=row["ran"],
        owner=row["owner"],
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
