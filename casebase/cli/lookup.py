"""Which entry people mean by what they type."""

from __future__ import annotations

from casebase.catalogue import Catalogue
from casebase.cli.terminal import plain
from casebase.entry import Entry
from casebase.errors import NotFoundError

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
