"""From corpus/ to index/: ingest, re-index, and looking after both."""

from __future__ import annotations

from casebase.build.add import Added, add
from casebase.build.doctor import Finding, doctor
from casebase.build.plan import Changes
from casebase.build.reindex import reindex
from casebase.build.report import Progress, Report, Silent

__all__ = [
    "Added",
    "Changes",
    "Finding",
    "Progress",
    "Report",
    "Silent",
    "add",
    "doctor",
    "reindex",
]
