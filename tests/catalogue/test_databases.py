"""Which databases these tests ran on: what was not tested must be seen."""

from __future__ import annotations

import os

import pytest

from casebase.catalogue.connection import connect
from tests.catalogue.conftest import POSTGRESQL


def test_postgresql_is_tested_too() -> None:
    if not POSTGRESQL:
        told = "CASEBASE_TEST_POSTGRESQL names no database: only SQLite was tested"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(told)
    engine = connect(POSTGRESQL)
    assert engine.dialect.name == "postgresql"
    engine.dispose()
