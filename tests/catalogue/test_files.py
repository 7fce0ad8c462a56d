"""The catalogue as a file: missing, damaged, of another version, oddly named."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest

from casebase.catalogue import (
    Catalogue,
    Ledger,
    set_aside,
)
from casebase.errors import (
    BadRequestError,
    IndexDamagedError,
    IndexMissingError,
)
from tests.catalogue.rows import FACTS, reading_for, row, show

# Of tests that do to the file what cannot be done to a server.
SQLITE_ONLY = pytest.mark.parametrize("any_url", ["sqlite"], indirect=True)


def test_nothing_there_is_told_and_nothing_made(tmp_path: Path) -> None:
    with pytest.raises(IndexMissingError, match="casebase reindex"):
        Catalogue.open(f"sqlite:///{tmp_path}/c.sqlite")
    assert list(tmp_path.iterdir()) == []


def test_an_unfinished_first_run_counts_as_nothing(
    ledger: Ledger, any_url: str
) -> None:
    ledger.save(reading_for("a" * 16), "k1")
    with pytest.raises(IndexMissingError):
        Catalogue.open(any_url)


@SQLITE_ONLY
@pytest.mark.parametrize("damage", [b"", b"not a database at all" * 500])
def test_a_damaged_file_is_told_and_can_be_set_aside(
    ledger: Ledger, url: str, damage: bytes
) -> None:
    show(ledger)
    ledger.close()
    path = Path(url.removeprefix("sqlite:///"))
    path.write_bytes(damage)
    with pytest.raises((IndexDamagedError, IndexMissingError), match="reindex"):
        Catalogue.open(url)
    if damage:
        with pytest.raises(IndexDamagedError):
            Ledger.open(url)
        aside = set_aside(url)
        assert aside is not None
        assert aside.read_bytes() == damage
    with Ledger.open(url) as anew:
        assert anew.state() is None


@SQLITE_ONLY
def test_another_version_is_told_and_built_anew(ledger: Ledger, url: str) -> None:
    show(ledger)
    raw = sqlite3.connect(url.removeprefix("sqlite:///"))
    raw.execute("UPDATE casebase_version SET version = 0")
    raw.commit()
    raw.close()
    with pytest.raises(IndexDamagedError, match="另一个版本"):
        Catalogue.open(url)
    with Ledger.open(url) as anew:
        assert anew.state() is None
        assert anew.files() == []


@SQLITE_ONLY
def test_a_json_column_that_is_none_is_damage(shown: Catalogue, url: str) -> None:
    raw = sqlite3.connect(url.removeprefix("sqlite:///"))
    raw.execute("UPDATE entries SET facts = '[[' WHERE reading = 'k1'")
    raw.commit()
    raw.close()
    with pytest.raises(IndexDamagedError):
        shown.entry(f"{'a' * 16}-1").values("school")
    assert shown.entry(f"{'b' * 16}-1").facts == FACTS


@SQLITE_ONLY
def test_a_file_deleted_under_a_reader_is_told_and_its_successor_is_read(
    shown: Catalogue, url: str
) -> None:
    path = Path(url.removeprefix("sqlite:///"))
    for each in path.parent.iterdir():
        each.unlink()
    with pytest.raises(IndexMissingError):
        shown.state()
    assert list(path.parent.iterdir()) == []
    with Ledger.open(url) as anew:
        show(anew)
    assert shown.documents() == []


@SQLITE_ONLY
def test_integrity_finds_a_torn_page(
    ledger: Ledger, shown: Catalogue, url: str
) -> None:
    ledger.save(reading_for("c" * 16, 300), "k5")
    ledger.close()
    assert shown.integrity() == ""
    path = Path(url.removeprefix("sqlite:///"))
    raw = bytearray(path.read_bytes())
    middle = len(raw) // 2 // 4096 * 4096
    raw[middle : middle + 4096] = b"\xff" * 4096
    path.write_bytes(raw)
    with pytest.raises(IndexDamagedError):
        _raise_what_integrity_says(shown)


def _raise_what_integrity_says(catalogue: Catalogue) -> None:
    said = catalogue.integrity()
    if said:
        raise IndexDamagedError(said)


def test_several_threads_read_while_one_writes(
    ledger: Ledger, shown: Catalogue
) -> None:
    seen: set[int] = set()
    failures: list[Exception] = []
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            try:
                seen.add(len(list(shown.all_entries("甲.txt"))))
            except Exception as error:  # noqa: BLE001 - whatever it is, the test tells
                failures.append(error)
                return

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for count in range(2, 22):
        key = f"n{count}"
        ledger.save(reading_for("a" * 16, 5 * (count % 2) + 1), key)
        show(ledger, row("甲.txt", key))
    stop.set()
    for thread in threads:
        thread.join()
    assert failures == []
    assert seen <= {1, 2, 6}
    assert seen & {1, 6}


@pytest.mark.parametrize(
    "name", ["a?b", "a#b", "a%20b", "100%", "a b", "党建", "a'b\"c", "a;b&c=d"]
)
def test_a_home_may_be_called_anything(tmp_path: Path, name: str) -> None:
    url = f"sqlite:///{(tmp_path / name / 'index' / 'c.sqlite').as_posix()}"
    with Ledger.open(url) as ledger:
        show(ledger)
    assert (tmp_path / name / "index" / "c.sqlite").is_file()
    with Catalogue.open(url) as opened:
        assert opened.documents() == []


@pytest.mark.parametrize(
    "url", ["nonsense", "mysql+nosuch://x/y", "postgresql+psycopg2://x/y"]
)
def test_a_wrong_address_is_told(url: str) -> None:
    with pytest.raises(BadRequestError, match=r"casebase\[postgresql\]|casebase\.toml"):
        Catalogue.open(url)
