"""Which document and which entry a correction means, today.

A document is known by its bytes. Where these changed, the path tells it, and the
entry's title must be the same. An entry is known by its ordinal and title; where the
document is divided otherwise by now, by its title alone.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from casebase.corrections.record import Correction, to_json

Mark = str  # of the corrections that concern a document; empty where none does
_DIGITS = 16


class Fit(StrEnum):
    """What a correction is today."""

    WHOLE = "applied"
    CHANGED = "changed"  # applied, but the document's bytes are others
    NONE = "unapplied"  # the entry it means is not there


@dataclass(frozen=True, slots=True)
class Concerning:
    """A correction and a document that it concerns.

    Attributes:
        correction: What was corrected.
        changed: Whether the document has other bytes by now.
    """

    correction: Correction
    changed: bool = False


Documents = Mapping[str, Sequence[str]]  # ids, and the paths that each goes by


def sorted_out(
    corrections: Iterable[Correction], documents: Documents
) -> tuple[Mapping[str, tuple[Concerning, ...]], tuple[Correction, ...]]:
    """By document the corrections that concern it, and those that concern none."""
    by_path = {path: it for it, paths in documents.items() for path in paths}
    found: dict[str, list[Concerning]] = defaultdict(list)
    lonely = []
    for it in corrections:
        changed = it.document_id not in documents
        known = by_path.get(it.document) if changed else it.document_id
        if known is None:
            lonely.append(it)
        else:
            found[known].append(Concerning(it, changed))
    return {it: tuple(these) for it, these in found.items()}, tuple(lonely)


def digest(these: Sequence[Concerning]) -> Mark:
    """Another one for other corrections."""
    if not these:
        return ""
    content = json.dumps(
        [[to_json(it.correction), it.changed] for it in these], ensure_ascii=False
    )
    return hashlib.sha256(content.encode()).hexdigest()[:_DIGITS]


def fitting(it: Concerning, titles: Sequence[str]) -> int | None:
    """The ordinal of the entry that is meant, given the titles of the document's."""
    wanted = it.correction
    same = [at for at, title in enumerate(titles, 1) if title == wanted.title]
    if wanted.ordinal in same:
        return wanted.ordinal
    if len(same) == 1:
        return same[0]
    # The same bytes in one piece: a newer program reads another title.
    return 1 if not it.changed and len(titles) == wanted.ordinal == 1 else None
