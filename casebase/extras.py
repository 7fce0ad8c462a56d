"""The optional programs and libraries of this machine: more can be read, or faster.

Looked for without loading any of them, because every run asks whether one has come.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

LIBREOFFICE, RAPIDOCR = "libreoffice", "rapidocr"  # what a layout says it lacks
_RECOGNITION = ("rapidocr", "onnxruntime", "cv2")

# Where installers put it when they leave the search path alone.
_PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/usr/lib64/libreoffice/program/soffice",
    "/usr/local/bin/soffice",
    "/snap/bin/libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
# soffice.com waits for the end of the conversion, soffice.exe does not always.
_ON_WINDOWS = ("LibreOffice/program/soffice.com", "LibreOffice/program/soffice.exe")
_FOLDERS = ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)")


def present() -> frozenset[str]:
    """The names of those that are here."""
    here = {LIBREOFFICE: libreoffice() is not None, RAPIDOCR: recognition()}
    return frozenset(name for name, found in here.items() if found)


def recognition() -> bool:
    """Whether the libraries of the extra `[ocr]` are there."""
    return all(find_spec(name) is not None for name in _RECOGNITION)


def fast_segmenter() -> bool:
    """Whether rjieba, of the extra `[fast]`, is there."""
    return find_spec("rjieba") is not None


def fast_engine() -> bool:
    """Whether tantivy, of the extra `[fast]`, is there."""
    return find_spec("tantivy") is not None


def libreoffice() -> Path | None:
    """The program that runs LibreOffice, None where it is not installed."""
    names = ("soffice.com", "soffice", "libreoffice")
    return _on_path(*names) or next(filter(Path.is_file, _places()), None)


def antiword() -> Path | None:
    """The program antiword, None where it is not installed."""
    return _on_path("antiword")


def _on_path(*names: str) -> Path | None:
    found = (shutil.which(name) for name in names)
    return next((Path(path) for path in found if path), None)


def _places() -> Iterator[Path]:
    yield from map(Path, _PLACES)
    yield from sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)
    for folder in filter(None, map(os.environ.get, _FOLDERS)):
        yield from (Path(folder) / place for place in _ON_WINDOWS)
