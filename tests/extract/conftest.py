"""What the tests of reading share."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from casebase.document import Layout, Source
from casebase.extract import extract
from tests.extract.making import Read


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Reads bytes as a file of a given name."""

    def read_bytes(name: str, data: bytes) -> Layout:
        path = tmp_path / name
        path.write_bytes(data)
        return extract(Source(name, path, hashlib.sha256(data).hexdigest()))

    return read_bytes
