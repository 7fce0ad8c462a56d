"""Text with marks on it: what matched the query, and what proves a fact.

The text is escaped here, piece by piece, and nowhere later.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

from casebase.results import Mark

_MARK = Markup("<mark{via}{anchor}>{text}</mark>")
_EVIDENCE = Markup('<span class="ev" id="{anchor}">')
_END = Markup("</span>")


@dataclass(frozen=True, slots=True)
class Proof:
    """The words that prove a fact, with the anchor under which they are found."""

    start: int
    end: int
    anchor: str


def marked(
    text: str,
    marks: Iterable[Mark] = (),
    proofs: Iterable[Proof] = (),
    first_hit: int | None = None,
) -> Markup:
    """`text` as HTML, its marks and proofs wrapped.

    Where two proofs cross, the later one is shown from where the earlier one ends.
    With `first_hit`, the marks get the anchors h1, h2 … from that number on.
    """
    inside = [mark for mark in marks if 0 <= mark.start < mark.end <= len(text)]
    nested = _nested(proofs, len(text))
    anchors = _anchors(inside, first_hit)
    starts = [mark.start for mark in inside]
    html: list[str] = []
    for left, right in pairwise(_edges(len(text), inside, nested)):
        html.append(_opening(nested, left))
        at = bisect_right(starts, left) - 1
        mark = inside[at] if at >= 0 and left < inside[at].end else None
        html.append(_piece(text[left:right], mark, anchors.get(left)))
        html.extend(_END for proof in nested if proof.end == right)
    return Markup().join(html)


def _edges(length: int, marks: Iterable[Mark], proofs: Iterable[Proof]) -> list[int]:
    stretches: list[Mark | Proof] = [*marks, *proofs]
    inner = {edge for it in stretches for edge in (it.start, it.end)}
    return sorted(inner | {0, length})


def _anchors(marks: Sequence[Mark], first: int | None) -> dict[int, str]:
    if first is None:
        return {}
    return {mark.start: f"h{first + index}" for index, mark in enumerate(marks)}


def _piece(text: str, mark: Mark | None, named: str | None) -> Markup:
    if mark is None:
        return escape(text)
    anchor = Markup(' id="{}"').format(named) if named else ""
    via = Markup(' class="via"') if mark.via else ""
    return _MARK.format(via=via, anchor=anchor, text=text)


def _opening(proofs: Sequence[Proof], left: int) -> Markup:
    return Markup().join(
        _EVIDENCE.format(anchor=proof.anchor) for proof in proofs if proof.start == left
    )


def _nested(proofs: Iterable[Proof], length: int) -> list[Proof]:
    """In opening order, cut so that any two are apart or one holds the other."""
    ordered = sorted(proofs, key=lambda proof: (proof.start, -proof.end))
    return list(_cut([proof for proof in ordered if 0 <= proof.start < length], length))


def _cut(proofs: Iterable[Proof], length: int) -> Iterator[Proof]:
    around = [length]  # the ends of the proofs still open
    for proof in proofs:
        around = [end for end in around if end > proof.start]
        end = min([proof.end, *around])
        if end > proof.start:
            around.append(end)
            yield Proof(proof.start, end, proof.anchor)
