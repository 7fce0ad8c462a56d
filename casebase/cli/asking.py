"""The options that say how to search, of every command that searches."""

from __future__ import annotations

from collections.abc import Sequence

from casebase.query import Query


def query_of(
    text: str,
    *,
    where: Sequence[str] = (),
    exact: bool = False,
    sort: str | None = None,
    limit: str | None = None,
) -> Query:
    """The search that words and options ask for.

    Raises:
        BadRequestError: A value that cannot be meant.
    """
    given = {"sort": sort, "limit": limit}
    return Query.from_args(
        {
            "q": [text],
            "exact": ["1" if exact else "0"],
            "where": where,
            **{name: [value] for name, value in given.items() if value is not None},
        }
    )
