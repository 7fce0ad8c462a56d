"""A draft as Markdown and as plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from casebase.writing.export.manuscript import Manuscript, Part, Role

REFERENCES = "参考文献"


def to_markdown(draft: Manuscript, references: Sequence[str]) -> str:
    """The draft with `references` below it, each with its number."""
    lines = [line for part in draft.parts for line in (*_marked(part), "")]
    if references:
        lines += [f"## {REFERENCES}", ""]
        lines += [line for it in references for line in (it, "")]
    return "\n".join(lines)


def to_text(draft: Manuscript, references: Sequence[str]) -> str:
    """The same without any marks; paragraphs are indented by two characters."""
    lines = [line for part in draft.parts for line in _plain(part)]
    if references:
        lines += ["", REFERENCES, *references]
    return "\n".join((*lines, ""))


def _marked(part: Part) -> Iterator[str]:
    match part.role:
        case Role.TITLE:
            yield f"# {part.text}"
        case Role.HEADING:
            yield f"{'#' * (part.level + 1)} {part.text}"
        case Role.QUOTE:
            yield f"> {part.text}"
        case Role.TABLE:
            yield from (f"| {' | '.join(row)} |" for row in part.rows[:1])
            yield f"|{' --- |' * len(part.rows[0])}"
            yield from (f"| {' | '.join(row)} |" for row in part.rows[1:])
        case Role.BODY:
            yield part.text


def _plain(part: Part) -> Iterator[str]:
    if part.role is Role.TABLE:
        yield from ("\t".join(row) for row in part.rows)
    else:
        indent = "" if part.role is Role.TITLE else "　　"
        yield f"{indent}{part.text}"
