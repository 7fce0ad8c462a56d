"""Which document people mean by a path, a file name, a stem or a title."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from casebase.catalogue.cards import DocumentCard
from casebase.catalogue.paths import escaped
from casebase.errors import NotFoundError

SHOWN = 5  # candidates that a message names


def named(name: str, cards: Sequence[DocumentCard]) -> DocumentCard:
    """The one document that `name` means; a whole path comes before a part of it.

    Raises:
        NotFoundError: There is none, or the name fits several.
    """
    wanted = _asked(name)
    typed = {wanted, escaped(wanted), _asked(name.replace("\\", "/"))}
    for means in (_paths, _file_names, _stems, _titles):
        fitting = [card for card in cards if typed & means(card)]
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            some = "、".join(card.name for card in fitting[:SHOWN])
            raise NotFoundError(
                f"有 {len(fitting)} 份文献叫“{escaped(wanted[:60])}”。",
                f"请写出完整路径，例如：{some}。",
            )
    raise NotFoundError(
        f"没有叫“{escaped(wanted[:60])}”的文献。",
        "请检查名称；读不出来的文件列在“问题”（casebase problems）里。",
    )


def _asked(name: str) -> str:
    return name.strip().removeprefix("./").removeprefix("corpus/")


def _paths(card: DocumentCard) -> set[str]:
    return {card.name, *card.also}


def _file_names(card: DocumentCard) -> set[str]:
    return {PurePosixPath(path).name for path in _paths(card)}


def _stems(card: DocumentCard) -> set[str]:
    return {PurePosixPath(path).stem for path in _paths(card)} | {
        str(PurePosixPath(path).with_suffix("")) for path in _paths(card)
    }


def _titles(card: DocumentCard) -> set[str]:
    return {card.title}
