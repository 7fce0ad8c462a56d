"""From corpus/ to index/: ingest, re-index, and looking after both.

What is asked for is imported then: each command needs a part of it, and a child that
reads a file hardly any.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from casebase.build.checkup import Finding, doctor
    from casebase.build.correcting import Corrected, Standing, correct, standings, undo
    from casebase.build.deposit import Added, add
    from casebase.build.plan import Changes
    from casebase.build.repairing import repair
    from casebase.build.report import Progress, Report, Silent
    from casebase.build.run import reindex

__all__ = [
    "Added",
    "Changes",
    "Corrected",
    "Finding",
    "Progress",
    "Report",
    "Silent",
    "Standing",
    "add",
    "correct",
    "doctor",
    "reindex",
    "repair",
    "standings",
    "undo",
]

_HOMES = {
    "checkup": ("Finding", "doctor"),
    "correcting": ("Corrected", "Standing", "correct", "standings", "undo"),
    "deposit": ("Added", "add"),
    "plan": ("Changes",),
    "repairing": ("repair",),
    "report": ("Progress", "Report", "Silent"),
    "run": ("reindex",),
}


def __getattr__(name: str) -> object:
    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"casebase.build.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
