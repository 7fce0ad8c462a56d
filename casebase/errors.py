"""What goes wrong, in two kinds.

Errors are raised for people: the message says what happened, the advice what to do
next. Problems are recorded for documents: reading goes on without them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CasebaseError(Exception):
    """Something a person has to know about; the base of all errors raised here."""

    exit_code = 1

    def __init__(self, message: str, advice: str = "") -> None:
        """Both texts are whole Chinese sentences with their full stops."""
        super().__init__(message + advice)
        self.message = message
        self.advice = advice


class BadRequestError(CasebaseError):
    """The command, address or query cannot be understood as given."""

    exit_code = 2


class NotFoundError(CasebaseError):
    """The named entry, document or file is not in the base."""


class IndexMissingError(CasebaseError):
    """Nothing has been indexed in this home yet."""


class IndexDamagedError(CasebaseError):
    """The index cannot be read, or was built by another version; rebuild it."""


class IndexBusyError(CasebaseError):
    """Another process is writing the index."""


class UnreadableFileError(CasebaseError):
    """A reader cannot make text of a file; the build records it as a problem."""

    def __init__(
        self, message: str, advice: str = "", lacking: tuple[str, ...] = ()
    ) -> None:
        """`lacking` names tools, as `Layout.lacking` does."""
        super().__init__(message, advice)
        self.lacking = lacking


class Severity(StrEnum):
    """How much of a document a problem cost."""

    NOTE = "note"  # nothing is missing, but someone may want to know
    DAMAGED = "damaged"  # part of the text is missing or doubtful
    LOST = "lost"  # nothing of the document can be searched


class Stage(StrEnum):
    """The step of ingest at which a problem was met."""

    SCAN = "scan"
    EXTRACT = "extract"
    REPAIR = "repair"
    SPLIT = "split"
    ANNOTATE = "annotate"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that went wrong with one document, for the problems page.

    Attributes:
        document: Path below corpus/, with forward slashes.
        page: 1-based page, or None where it concerns the whole file.
        stage: Where it was met.
        severity: What it cost.
        message: What happened, a Chinese sentence.
        advice: What to do about it, a Chinese sentence.
    """

    document: str
    page: int | None
    stage: Stage
    severity: Severity
    message: str
    advice: str

    def to_json(self) -> dict[str, object]:
        """The shape of `casebase problems --json`."""
        return {
            "document": self.document,
            "page": self.page,
            "stage": str(self.stage),
            "severity": str(self.severity),
            "message": self.message,
            "advice": self.advice,
        }
