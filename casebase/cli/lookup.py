"""Which entry people mean by what they type."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from casebase.catalogue import Catalogue, EntryCard, links_json
from casebase.cli.terminal import plain
from casebase.entry import Entry, entry_json
from casebase.errors import NotFoundError
from casebase.results import Copy, copies_json

LISTED = 8  # entries of a document that a message names


def entry_named(opened: Catalogue, name: str) -> Entry:
    """The entry of that id, or the only one of the document of that name.

    Raises:
        NotFoundError: There is none, or the document has several.
    """
    found = opened.entries([name])
    if found:
        return found[0]
    try:
        cards = opened.cards(name)
    except NotFoundError as error:
        raise NotFoundError(
            f"没有编号或文献名为“{plain(name[:60])}”的条目。",
            "请用 casebase search 或 casebase entries 查看编号。",
        ) from error
    if len(cards) == 1:
        return opened.entry(cards[0].id)
    ids = "、".join(card.id for card in cards[:LISTED])
    raise NotFoundError(
        f"“{plain(name[:60])}”有 {len(cards)} 个条目。",
        f"请指定编号，如 {ids}；全部条目见 casebase entries --document。",
    )


def entry_object(
    entry: Entry,
    also_in: Sequence[Copy],
    cited: Mapping[int, EntryCard],
    citing: Sequence[EntryCard],
) -> dict[str, Any]:
    """The JSON of an entry, with where else its text is, and its citations."""
    shown = entry_json(entry) | {"also_in": copies_json(also_in)}
    return shown | links_json(shown["policies"], cited, citing)
