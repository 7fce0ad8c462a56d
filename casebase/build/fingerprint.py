"""What readings and records are made with, as a digest: another one makes them stale.

It covers the stages' own sources, the lexicons and the versions of the libraries that
decide about text. So an upgrade re-reads what it must, and nobody has to remember. What
only decides about facts has a digest of its own: after a change of a lexicon or of an
annotator nothing is read again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import casebase
from casebase import extras
from casebase.lexicon import load_lexicon

HERE = Path(casebase.__file__).parent

READING = (
    "document.py", "entry.py", "place.py", "text", "copies", "extract", "repair",
    "split", "build/reading.py",
)  # fmt: skip
# Besides READING: what was read anew is annotated anew.
ANNOTATION = (
    "lexicon.py", "lexicon", "lexicons", "annotate", "build/annotating.py",
    "corrections", "catalogue/citations.py",
)  # fmt: skip
RECORDS = ("engines", "search/records.py", "search/honours.py", "search/figures.py")
LIBRARIES = {
    "reading": ("pypdf", "pypdfium2", "beautifulsoup4", "lxml", "datasketch"),
    "annotation": (),
    "records": ("Whoosh-Reloaded", "Whoosh", "tantivy", "jieba", "rjieba"),
}


def reading_fingerprint() -> str:
    """What decides what is read from a file's bytes, up to its entries' facts."""
    return _digest(_shipped(READING), LIBRARIES["reading"])


def annotation_fingerprint(own_lexicons: Path) -> str:
    """What decides, besides that, which facts are found."""
    return _digest((*_shipped(ANNOTATION), own_lexicons), LIBRARIES["annotation"])


def lacking(fingerprint: str, names: Iterable[str]) -> str:
    """The fingerprint of a reading that these tools would have made better."""
    return " ".join((fingerprint, *sorted(names)))


def holds(made: str, now: str) -> bool:
    """Whether a reading is as good as one made now.

    It is when nothing changed and none of the tools that it lacked has come since. A
    tool that is gone changes nothing: what was read with it is better than nothing.

    Args:
        made: What the reading was marked with, perhaps by `lacking`.
        now: The fingerprint of today.
    """
    fingerprint, *lacked = made.split(" ")
    return fingerprint == now and (not lacked or extras.present().isdisjoint(lacked))


def record_fingerprint(engine: str, own_lexicons: Path) -> str:
    """What decides, besides the entries, what an engine's records hold.

    Of the lexicons it is only the terms that are kept whole.

    Raises:
        BadRequestError: There is a mistake in a lexicon.
    """
    files = _digest(_shipped(("text", *RECORDS)), LIBRARIES["records"])
    terms = "\n".join(load_lexicon(own_lexicons).terms())
    return hashlib.sha256(f"{engine} {files} {terms}".encode()).hexdigest()


def copying_fingerprint() -> str:
    """What decides whether two texts are the same."""
    return _digest(_shipped(("entry.py", "text", "copies")), ())


def _shipped(parts: Iterable[str]) -> Iterator[Path]:
    return (HERE / part for part in parts)


def _digest(paths: Iterable[Path], libraries: Iterable[str]) -> str:
    total = hashlib.sha256()
    for path in paths:
        for file in _files(path):
            total.update(f"{path.name}/{file.name}\0".encode())
            total.update(hashlib.sha256(file.read_bytes()).digest())
    for library in libraries:
        total.update(f"{library} {_version(library)}\n".encode())
    return total.hexdigest()


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    found = (*path.rglob("*.py"), *path.rglob("*.tsv"))
    return sorted(file for file in found if file.is_file())


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "-"
