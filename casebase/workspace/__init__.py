"""What people write that is no document: accounts, saved searches, what was asked.

One SQLite file in `workspace/`, never derived from anything else, so that it is never
rebuilt: its tables are brought up to date by migrations (alembic), which lie beside.
Corrections have a file of their own there; see `casebase.corrections`.
"""

from __future__ import annotations

from casebase.workspace.accounts import (
    ROLES,
    Accounts,
    Role,
    SignInError,
    User,
    secret_key,
)
from casebase.workspace.asked import Asked, AskedLog, most_asked
from casebase.workspace.database import Workspace
from casebase.workspace.saved import SavedSearch, SavedSearches
from casebase.workspace.trail import Deed, deeds, record

__all__ = [
    "ROLES",
    "Accounts",
    "Asked",
    "AskedLog",
    "Deed",
    "Role",
    "SavedSearch",
    "SavedSearches",
    "SignInError",
    "User",
    "Workspace",
    "deeds",
    "most_asked",
    "record",
    "secret_key",
]
