"""Every change of the database is noticed."""

from __future__ import annotations

from pathlib import Path

from casebase.catalogue import Catalogue, Ledger
from casebase.catalogue.watching import Watch
from tests.catalogue.rows import reading_for
from tests.catalogue.test_files import SQLITE_ONLY


def test_it_tells_nothing_of_other_databases() -> None:
    assert Watch("postgresql+psycopg://somebody@nowhere/base").version() is None


@SQLITE_ONLY
def test_a_change_makes_another_version(
    ledger: Ledger, shown: Catalogue, url: str
) -> None:
    watch = Watch(url)
    first = watch.version()
    assert first is not None
    assert watch.version() == first
    assert shown.state() is not None
    assert shown.state() == shown.state()
    assert watch.version() == first, "reading changes nothing"
    ledger.save(reading_for("c" * 16, 3), "k9")
    second = watch.version()
    assert second not in {None, first}
    watch.close()
    assert watch.version() is not None, "it is opened again"
    watch.close()


def test_a_file_that_is_gone_or_no_database_has_no_version(
    tmp_path: Path,
) -> None:
    assert Watch(f"sqlite:///{tmp_path / 'none.sqlite'}").version() is None
    (tmp_path / "other.sqlite").write_bytes(b"no database" * 1000)
    assert Watch(f"sqlite:///{tmp_path / 'other.sqlite'}").version() is None
    assert not (tmp_path / "none.sqlite").exists()
