"""Readers that misbehave, for children to run: the word in the file says how."""

from __future__ import annotations

import ctypes
import os
import re
import signal
import time
from pathlib import Path

from casebase.catalogue import Reading
from casebase.copies import sketch
from casebase.document import Block, BlockKind, Document, Source
from casebase.entry import Entry, Kind, Paragraph
from casebase.extract import RecognitionNeededError


def obey(
    source: Source, fingerprint: str, own_lexicons: Path, *, recognise: bool
) -> Reading:
    """Do what the file says, else read it as one entry."""
    del own_lexicons
    text = source.path.read_text(encoding="utf-8")
    match text.split()[0]:
        case "exit":
            os._exit(7)
        case "kill" | "kill-once" as way:
            _killed(source.path.with_suffix(".mark"), once=way == "kill-once")
        case "crash":
            ctypes.string_at(0)
        case "hang":
            time.sleep(60)
        case "hold":  # a regular expression that never lets go of the interpreter
            re.match(r"(a+)+$", "a" * 64 + "b")
        case "eat":
            bytearray(2 << 30)  # more than the test allows, less than machines have
        case "scan":
            _recognised(text, recognise=recognise)
        case "raise":
            raise RuntimeError("读者自己的错")
        case "unsendable":
            return lambda: None  # type: ignore[return-value]
        case _:
            pass
    return reading_of(source, fingerprint, text)


def _recognised(text: str, *, recognise: bool) -> None:
    """A file of so many pages, each of which takes half a second to recognise."""
    pages = int(text.split()[1])
    if not recognise:
        raise RecognitionNeededError(pages)
    time.sleep(pages / 2)


def _killed(mark: Path, *, once: bool) -> None:
    if not (once and mark.exists()):
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)


def reading_of(source: Source, fingerprint: str, text: str) -> Reading:
    """A reading with the text as its only entry."""
    title = text.split("\n", maxsplit=1)[0]
    document = Document(
        id=source.document_id,
        name=source.name,
        format="text",
        title=title,
        subtitle="",
        blocks=(Block(BlockKind.PARAGRAPH, text),),
    )
    entry = Entry(
        id=f"{document.id}-1",
        document_id=document.id,
        document=source.name,
        document_title=title,
        subtitle="",
        kind=Kind.ARTICLE,
        number=None,
        title=title,
        path=(),
        pages=None,
        paragraphs=(Paragraph(text),),
    )
    return Reading(
        document_id=document.id,
        name=source.name,
        fingerprint=fingerprint,
        document=document,
        entries=(entry,),
        problems=(),
        sketches=(sketch(entry),),
    )
