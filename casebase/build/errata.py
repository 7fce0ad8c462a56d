"""The corrections of a home, laid over what is found of its documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from casebase.build.fingerprint import annotation_fingerprint
from casebase.catalogue import Reading
from casebase.corrections import (
    Concerning,
    Correction,
    Fit,
    applied,
    digest,
    followed,
    load,
    sorted_out,
)
from casebase.entry import FACTS
from casebase.errors import Problem, Severity, Stage
from casebase.settings import Settings

SEE = "请用 casebase corrections 核对。"
KEPT = "更正留在 workspace 目录中；不需要时请用 casebase corrections --undo 撤回。"
ANEW = "请用 casebase corrections 查看，再对照现在的条目重新更正。"
SHOWN = 3  # titles that a message names


@dataclass(frozen=True, slots=True)
class Errata:
    """The corrections in force, sorted out over the documents there are.

    Attributes:
        fingerprint: What facts are found with.
        concerning: By document those that concern it.
        lonely: Those whose document is not there.
        lexicons: The operator's own, by which places are known.
    """

    fingerprint: str
    concerning: Mapping[str, Sequence[Concerning]]
    lonely: Sequence[Correction]
    lexicons: Path

    @classmethod
    def of(cls, settings: Settings, documents: Mapping[str, Sequence[str]]) -> Errata:
        """Those of a home; `documents` are ids with the paths that each goes by.

        Raises:
            BadRequestError: A line of the file of corrections is not understood.
        """
        concerning, lonely = sorted_out(load(settings.workspace), documents)
        own = settings.lexicons
        return cls(annotation_fingerprint(own), concerning, lonely, own)

    @property
    def count(self) -> int:
        """How many concern a document that is there."""
        return sum(map(len, self.concerning.values()))

    def mark(self, document_id: str) -> str:
        """What the reading of a document is marked with when its facts are of today."""
        these = digest(self.concerning.get(document_id, ()))
        return " ".join(filter(None, (self.fingerprint, these)))

    def laid_over(self, reading: Reading) -> Reading:
        """The reading with its corrections, marked, and with what is to be said."""
        these = self.concerning.get(reading.document_id, ())
        entries, fits = applied(reading.entries, these)
        if any("school" in entry.corrected for entry in entries):
            # The annotators take a third of a second to load.
            from casebase.build.annotating import place_of_school  # noqa: PLC0415

            schools = [entry.first("school") for entry in reading.entries]
            located = partial(place_of_school, own_lexicons=self.lexicons)
            entries = followed(entries, schools, located)
        told = _told(reading.name, [it.correction for it in these], fits)
        return replace(
            reading,
            entries=entries,
            problems=(*reading.problems, *told),
            annotation=self.mark(reading.document_id),
        )

    def problems(self) -> list[Problem]:
        """What is to be said of documents that are not there."""
        counts: dict[str, int] = {}
        for it in self.lonely:
            counts[it.document] = counts.get(it.document, 0) + 1
        return [
            _note(
                name,
                f"这份文献已不在 corpus 目录中，它的 {count} 条人工更正没有用上。",
                KEPT,
            )
            for name, count in sorted(counts.items())
        ]


def _told(
    name: str, these: Iterable[Correction], fits: Mapping[int, Fit]
) -> list[Problem]:
    by_fit: dict[Fit, list[Correction]] = {fit: [] for fit in Fit}
    for it in these:
        by_fit[fits[it.number]].append(it)
    found = []
    if changed := by_fit[Fit.CHANGED]:
        facts = "、".join(dict.fromkeys(FACTS[it.wish.field] for it in changed))
        said = f"原文有变，{len(changed)} 条人工更正（{facts}）仍用在同名的条目上。"
        found.append(_note(name, said, SEE))
    if unfit := by_fit[Fit.NONE]:
        titles = list(dict.fromkeys(f"《{it.title}》" for it in unfit))
        more = "等" if len(titles) > SHOWN else ""
        what = f"找不到{''.join(titles[:SHOWN])}{more}这样的条目"
        said = f"{what}，{len(unfit)} 条人工更正没有用上。"
        found.append(_note(name, said, ANEW))
    return found


def _note(name: str, message: str, advice: str) -> Problem:
    return Problem(name, None, Stage.ANNOTATE, Severity.NOTE, message, advice)
