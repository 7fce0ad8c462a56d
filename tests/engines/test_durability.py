"""An index is whole or it is refused; whoever makes a new one leaves the old alone."""

from __future__ import annotations

import contextlib
import hashlib
import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from casebase.engines import ENGINES, backend, manifest
from casebase.engines.engine import Backend, Record, Request
from casebase.errors import IndexDamagedError
from casebase.matching import All, Or, Phrase, Term


@pytest.fixture(params=ENGINES)
def engine_backend(request: pytest.FixtureRequest) -> Backend:
    return backend(request.param)


def _records(start: int, count: int) -> list[Record]:
    return [
        Record(
            id=f"d-{number}",
            tokens={"text": ["党建", f"w{number}"], "grams": ["党", "建", str(number)]},
            facets={"school": ("江洲",)},
        )
        for number in range(start, start + count)
    ]


@pytest.fixture
def base(engine_backend: Backend, tmp_path: Path) -> Path:
    engine_backend.build(tmp_path / "base", _records(0, 40))
    return tmp_path / "base"


def _sums(path: Path) -> dict[str, str]:
    """Of all files but locks, which readers may leave behind."""
    return {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest()
        for file in path.iterdir()
        if file.suffix != ".lock"
    }


def _answers(made_by: Backend, path: Path) -> tuple[int, ...]:
    with closing(made_by.open(path)) as engine:
        nodes = (All(), Term("text", "w3"), Phrase("grams", ("党", "建", "3")))
        return tuple(engine.search(Request(node)).total for node in nodes)


@pytest.mark.parametrize("links", [True, False], ids=["links", "copies"])
def test_a_base_is_never_touched(
    engine_backend: Backend, base: Path, monkeypatch: pytest.MonkeyPatch, *, links: bool
) -> None:
    if not links:
        monkeypatch.setattr(os, "link", _refuse)
    before = _sums(base)
    with closing(engine_backend.open(base)) as reader:
        path = base
        for step in range(6):  # enough for segments to be merged
            new = base.with_name(f"new-{step}")
            engine_backend.build(
                new, _records(10 + step, 15), base=path, remove=[f"d-{step}"]
            )
            path = new
        assert reader.search(Request(All())).total == 40
    assert _sums(base) == before
    assert _answers(engine_backend, base) == (40, 1, 1)
    assert _answers(engine_backend, path)[1:] == (0, 0)
    engine_backend.verify(path)


def _refuse(*_: object) -> None:
    raise OSError("no links on this file system")


def test_a_new_index_outlives_its_base(engine_backend: Backend, base: Path) -> None:
    new = base.with_name("new")
    engine_backend.build(new, _records(40, 1), base=base)
    for file in base.iterdir():
        file.unlink()
    engine_backend.verify(new)
    assert _answers(engine_backend, new) == (41, 1, 1)


def test_a_build_that_fails_leaves_nothing(engine_backend: Backend, base: Path) -> None:
    def failing() -> Iterator[Record]:
        yield from _records(40, 3)
        raise RuntimeError("the reader broke down")

    before = _sums(base)
    for start in (None, base):
        with pytest.raises(RuntimeError, match="broke down"):
            engine_backend.build(base.with_name("new"), failing(), base=start)
        assert not base.with_name("new").exists()
    assert _sums(base) == before


SLOW_BUILD = """
    import sys, time
    from pathlib import Path
    from casebase.engines import backend
    from casebase.engines.engine import Record

    def slowly():
        for number in range(100_000):
            if number == 20:
                print("on its way", flush=True)
            if number > 20:
                time.sleep(0.02)
            yield Record(f"x-{number}", {"text": ["党建"]}, {})

    backend(sys.argv[1]).build(Path(sys.argv[2]), slowly(), base=Path(sys.argv[3]))
"""


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is of POSIX")
def test_a_killed_build_is_no_index_and_the_base_is_whole(
    engine_backend: Backend, base: Path
) -> None:
    new = base.with_name("new")
    before = _sums(base)
    code = textwrap.dedent(SLOW_BUILD)
    command = [sys.executable, "-c", code, engine_backend.name, str(new), str(base)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as build:
        assert build.stdout is not None
        assert build.stdout.readline() == b"on its way\n"
        time.sleep(0.05)
        build.send_signal(signal.SIGKILL)
    assert new.exists()
    with pytest.raises(IndexDamagedError, match="没有建完"):
        engine_backend.open(new)
    assert _sums(base) == before
    engine_backend.build(base.with_name("again"), _records(40, 2), base=base)
    assert _answers(engine_backend, base.with_name("again")) == (42, 1, 1)


def _files(path: Path) -> list[Path]:
    return sorted(file for file in path.iterdir() if file.stat().st_size)


def _flip(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 0x01
    file.write_bytes(content)


def _shorten(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-1])


def _empty(file: Path) -> None:
    file.write_bytes(b"")


DAMAGE: dict[str, Callable[[Path], None]] = {
    "flip": _flip,
    "shorten": _shorten,
    "empty": _empty,
    "remove": Path.unlink,
}


@pytest.mark.parametrize("kind", DAMAGE)
def test_damage_to_any_file_is_noticed(
    engine_backend: Backend, base: Path, kind: str
) -> None:
    for name in [file.name for file in _files(base)]:
        if name == manifest.MANIFEST and kind == "flip":
            continue  # below: which letter it hits matters
        content = (base / name).read_bytes()
        DAMAGE[kind](base / name)
        for look in (engine_backend.open, engine_backend.verify):
            with pytest.raises(IndexDamagedError) as raised:
                look(base)
            assert "casebase reindex --full" in raised.value.advice
        (base / name).write_bytes(content)
    engine_backend.verify(base)


def test_a_large_index_is_looked_at_more_closely_on_demand(
    engine_backend: Backend, base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(manifest, "QUICK_BYTES", 0)
    engine_backend.open(base).close()
    for file in _files(base):
        if file.name != manifest.MANIFEST:
            content = file.read_bytes()
            with _keeping_time(file):
                _flip(file)
            with pytest.raises(IndexDamagedError, match="内容已损坏"):
                engine_backend.verify(base)
            file.write_bytes(content)


def test_of_a_large_index_what_was_written_since_is_looked_at(
    engine_backend: Backend, base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(manifest, "QUICK_BYTES", 0)
    for file in _files(base):
        content = file.read_bytes()
        file.write_bytes(content)  # as a copy of a backup has other times
        engine_backend.open(base).close()
        if file.name != manifest.MANIFEST:
            _flip(file)
            with pytest.raises(IndexDamagedError, match="内容已损坏"):
                engine_backend.open(base)
            file.write_bytes(content)


@contextlib.contextmanager
def _keeping_time(file: Path) -> Iterator[None]:
    """As failing hardware changes a file, without telling."""
    before = file.stat()
    yield
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


@pytest.mark.parametrize("engine_backend", ["whoosh"], indirect=True)
def test_what_only_a_search_meets_is_said_as_plainly(
    base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """64 zeroed bytes in the postings, of an index too large to be read at the start.

    Of Whoosh alone: what is in which file differs from engine to engine.
    """
    monkeypatch.setattr(manifest, "QUICK_BYTES", 0)
    (postings,) = base.glob("*.pst")
    content = bytearray(postings.read_bytes())
    content[200:264] = bytes(64)
    with _keeping_time(postings):
        postings.write_bytes(content)
    with closing(backend("whoosh").open(base)) as engine:
        numbers = Or(tuple(Term("grams", str(number)) for number in range(40)))
        with pytest.raises(IndexDamagedError, match="已损坏"):
            engine.search(Request(numbers))


def _blank(file: Path) -> None:
    content = file.read_bytes()
    third = len(content) // 3
    file.write_bytes(content[:third] + bytes(third) + content[2 * third :])


@pytest.mark.parametrize("damage", [_blank, _empty])
def test_damage_that_opening_meets_is_said_as_plainly(
    engine_backend: Backend,
    base: Path,
    monkeypatch: pytest.MonkeyPatch,
    damage: Callable[[Path], None],
) -> None:
    monkeypatch.setattr(manifest, "_check_size", lambda *_: None)
    monkeypatch.setattr(manifest, "_check_sums", lambda *_: None)
    for pattern in ("*.facets.col", "columns.npz", "meta.json"):
        for file in base.glob(pattern):
            damage(file)
    with pytest.raises(IndexDamagedError, match="已损坏"):
        engine_backend.open(base)


@pytest.mark.parametrize(
    "written", ["", "[]", "{}", "null", '{"engine": 1, "files": 2}', "\xff"]
)
def test_a_list_of_files_that_is_none_is_refused(
    engine_backend: Backend, base: Path, written: str
) -> None:
    (base / manifest.MANIFEST).write_text(written, encoding="latin-1")
    with pytest.raises(IndexDamagedError):
        engine_backend.open(base)


def test_an_index_of_another_engine_is_refused(
    engine_backend: Backend, base: Path
) -> None:
    text = (base / manifest.MANIFEST).read_text(encoding="utf-8")
    other = text.replace(engine_backend.name, "another", 1)
    (base / manifest.MANIFEST).write_text(other, encoding="utf-8")
    with pytest.raises(IndexDamagedError, match="引擎"):
        engine_backend.open(base)


def test_a_damaged_base_is_refused(engine_backend: Backend, base: Path) -> None:
    _flip(_files(base)[0])
    with pytest.raises(IndexDamagedError):
        engine_backend.build(base.with_name("new"), [], base=base)
    assert not base.with_name("new").exists()


def test_damage_is_not_blessed_by_building_on_it(
    engine_backend: Backend, base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(manifest, "QUICK_BYTES", 0)
    large = base.with_name("large")
    engine_backend.build(large, _records(100, 200))
    _flip(max(_files(large), key=lambda file: file.stat().st_size))
    new = base.with_name("new")
    with contextlib.suppress(IndexDamagedError):  # an engine may well stumble over it
        engine_backend.build(new, _records(1000, 1), base=large)
    with pytest.raises(IndexDamagedError):
        engine_backend.verify(new)


def test_nothing_there(engine_backend: Backend, tmp_path: Path) -> None:
    with pytest.raises(IndexDamagedError, match="不存在"):
        engine_backend.open(tmp_path / "nothing")
