"""One page of an answer: what the engine found, with passages of the entries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from casebase.entry import Entry, EntryId
from casebase.query import Query
from casebase.results import Copy, Hit, Results
from casebase.search.proving import proofs
from casebase.search.snapshot import FACETS, HONOUR_FACETS, Answer
from casebase.search.snippets import COUNT, FEW, MOST, snippets, title_marks


def listed(
    query: Query,
    answer: Answer,
    found: Mapping[EntryId, Entry],
    also_in: Mapping[EntryId, tuple[Copy, ...]],
) -> Results:
    """The results of `query`; `found` are the entries that are still there."""
    response = answer.response
    shown = Counter(it.document_id for it in found.values())
    hits = tuple(
        _hit(
            found[entry_id],
            score,
            answer,
            also_in.get(entry_id, ()),
            siblings - shown[found[entry_id].document_id],
        )
        for (entry_id, score), siblings in zip(
            response.hits, response.siblings, strict=True
        )
        if entry_id in found
    )
    counted = (*FACETS, *HONOUR_FACETS)
    return Results(
        query=query,
        total=response.total,
        hits=hits,
        facets={name: response.facets.get(name, ()) for name in counted},
        expansions=answer.expansions,
        notes=answer.notes,
        documents=response.documents,
        distinct=response.distinct,
        incomplete=answer.incomplete,
        corrected=answer.corrected,
    )


def _hit(
    entry: Entry, score: float, answer: Answer, also_in: tuple[Copy, ...], more: int
) -> Hit:
    most = MOST if answer.response.distinct <= FEW else COUNT
    proved = proofs(entry, answer.conditions)
    return Hit(
        entry=entry,
        score=score,
        snippets=snippets(entry, answer.needles, most, proved),
        title_marks=title_marks(entry.title, answer.needles),
        also_in=also_in,
        why=answer.why.get(entry.id, ()),
        more=more,
    )
