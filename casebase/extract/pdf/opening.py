"""Opening a PDF by pypdf: what is whole, what is locked, what it calls itself."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Sequence
from io import BytesIO

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, PdfObject

from casebase.document import Page
from casebase.errors import UnreadableFileError

_END_WITHIN = 2048  # bytes from the end in which %%EOF must stand
_CATALOG = re.compile(
    rb"(\d{1,9})\s+(\d{1,5})\s+obj\b(?:(?!endobj).){0,2000}?/Type\s*/Catalog", re.DOTALL
)
_LOOSE = re.compile(r"[\s\u3000]+")

# pypdf reports every oddity of a file; what matters is said in notices.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def is_whole(data: bytes) -> bool:
    """Whether a file has its end."""
    return b"%%EOF" in data[-_END_WITHIN:]


def reader_of(data: bytes) -> PdfReader | None:
    """The file as pypdf sees it; None where it cannot make sense of it.

    Raises:
        UnreadableFileError: It needs a password.
    """
    try:
        reader = PdfReader(BytesIO(data if is_whole(data) else _with_end(data)))
        locked = reader.is_encrypted and not reader.decrypt("")
        count = 0 if locked else len(reader.pages)
    except Exception:  # noqa: BLE001  pypdf raises whatever the bytes provoke
        return None
    if locked:
        raise UnreadableFileError(
            "文件加了密码，打不开。", "请去掉密码另存后重新放入。"
        )
    return reader if count else None


def _with_end(data: bytes) -> bytes:
    """`data` with an end that names its root, so that pypdf looks for the rest."""
    found = _CATALOG.findall(data)
    root = b"/Root %s %s R" % found[-1] if found else b""
    return data + b"\ntrailer\n<< %s >>\nstartxref\n0\n%%%%EOF\n" % root


def layers_off(reader: PdfReader | None) -> frozenset[str]:
    """The names of the layers that are switched off (ISO 32000-1, 8.11.4.3)."""
    try:
        root = reader.root_object if reader else {}
        layers = root["/OCProperties"]
        shown = layers["/D"]
        if shown.get("/BaseState") == "/OFF":
            return _names(layers["/OCGs"]) - _names(shown.get("/ON", ()))
        return _names(shown.get("/OFF", ()))
    except Exception:  # noqa: BLE001  pypdf raises whatever the bytes provoke
        return frozenset()


def _names(layers: Iterable[PdfObject]) -> frozenset[str]:
    known = [layer.get_object() for layer in layers]
    return frozenset(
        str(it["/Name"]) for it in known if isinstance(it, DictionaryObject)
    )


def title_of(reader: PdfReader | None, pages: Sequence[Page]) -> str:
    """The title that the file states, where its first pages show it as well.

    Writers leave templates, file names and "untitled" there; what stands on the first
    pages word for word is meant.
    """
    try:
        stated = (reader and reader.metadata and reader.metadata.title) or ""
    except Exception:  # noqa: BLE001  pypdf raises whatever the bytes provoke
        return ""
    wanted = _LOOSE.sub("", stated)
    return stated.strip() if wanted and _shows(pages[:3], wanted) else ""


def _shows(pages: Sequence[Page], title: str) -> bool:
    """Whether a title stands on one of the pages, wrapped over some lines at most."""
    for page in pages:
        texts = [_LOOSE.sub("", line.text) for line in page.lines]
        if title in "".join(texts) or _is_made_of(title, texts):
            return True
    return False


def _is_made_of(title: str, texts: list[str]) -> bool:
    """Whether runs that are parts of the title make it up, in whatever order."""
    rest = title
    while rest:
        step = max(
            (len(one) for one in texts if one and rest.startswith(one)), default=0
        )
        if not step:
            return False
        rest = rest[step:]
    return True
