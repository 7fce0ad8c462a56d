"""A draft as a file to send in: Word in the official layout, Markdown, plain text."""

from __future__ import annotations

from casebase.writing.export.manuscript import Manuscript, Part, Role, read
from casebase.writing.export.official import to_docx
from casebase.writing.export.plain import to_markdown, to_text

__all__ = [
    "Manuscript",
    "Part",
    "Role",
    "read",
    "to_docx",
    "to_markdown",
    "to_text",
]
