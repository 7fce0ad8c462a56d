"""What people corrected: kept in workspace/, laid over the facts that rules find.

`journal` is the file, `fitting` finds the document and the entry that a correction
means, `applying` changes the entry's facts, `following` those that hang on the school,
`reading` takes what people type.
"""

from __future__ import annotations

from casebase.corrections.applying import applied
from casebase.corrections.fitting import (
    Concerning,
    Fit,
    Mark,
    digest,
    fitting,
    sorted_out,
)
from casebase.corrections.following import Located, followed
from casebase.corrections.journal import load, record, take_back
from casebase.corrections.reading import asked, fact_named
from casebase.corrections.record import Action, Correction, Wish, matching

__all__ = [
    "Action",
    "Concerning",
    "Correction",
    "Fit",
    "Located",
    "Mark",
    "Wish",
    "applied",
    "asked",
    "digest",
    "fact_named",
    "fitting",
    "followed",
    "load",
    "matching",
    "record",
    "sorted_out",
    "take_back",
]
