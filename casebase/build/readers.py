"""What a child is told to do, by names that the parent knows without loading it all."""

from __future__ import annotations

from pathlib import Path

from casebase.catalogue.cards import Reading
from casebase.document import Source


def read_file(
    source: Source, fingerprint: str, own_lexicons: Path, /, *, recognise: bool
) -> Reading:
    """`casebase.build.reading.read`."""
    from casebase.build.reading import read  # noqa: PLC0415 - see above

    return read(source, fingerprint, own_lexicons, recognise=recognise)
