"""What people write that is no document: saved searches, and counts of what was asked.

One SQLite file in `workspace/`, never derived from anything else, so that it is never
rebuilt: its tables are brought up to date by migrations (alembic), which lie beside.
Corrections have a file of their own there; see `casebase.corrections`.
"""

from __future__ import annotations

from casebase.workspace.asked import Asked, AskedLog, most_asked
from casebase.workspace.database import Workspace
from casebase.workspace.saved import SavedSearch, SavedSearches

__all__ = [
    "Asked",
    "AskedLog",
    "SavedSearch",
    "SavedSearches",
    "Workspace",
    "most_asked",
]
