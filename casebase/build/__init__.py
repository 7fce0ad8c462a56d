"""From corpus/ to index/: ingest, re-index, and looking after both."""

from __future__ import annotations

from casebase.build.checkup import Finding, doctor
from casebase.build.correcting import Corrected, Standing, correct, standings, undo
from casebase.build.deposit import Added, add
from casebase.build.plan import Changes
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
    "standings",
    "undo",
]
