"""A damaged index answers as before or says so, and is repaired (bench.durability)."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from bench.durability import DAMAGES, damaged, shown, write
from casebase.build import Silent, doctor, reindex, repair
from casebase.engines import ENGINES
from casebase.settings import Settings, load_settings
from tests.build.conftest import Reader


@pytest.fixture(params=ENGINES)
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    told = f'engine = "{request.param}"'
    (tmp_path / "casebase.toml").write_text(told, encoding="utf-8")
    return load_settings(tmp_path)


@pytest.mark.usefixtures("reader")
def test_no_damage_makes_a_wrong_answer(home: Settings) -> None:
    tally = damaged(home, 12, random.Random(7))  # noqa: S311 - places, not secrets
    assert (tally.wrong, tally.lost) == (0, 0)


@pytest.mark.parametrize("kind", DAMAGES)
def test_an_engine_is_repaired_without_reading(
    home: Settings, reader: Reader, kind: str
) -> None:
    write(home, 0)
    reindex(home)
    whole = shown(home)
    reader.taken()
    path = max(home.index.glob("engine/*/*"), key=lambda it: it.stat().st_size)
    DAMAGES[kind](path, random.Random(1))  # noqa: S311 - a place, not a secret
    assert not all(finding.well for finding in doctor(home))
    told = list(repair(home, Silent()))
    assert "没有重读" in told[-1]
    assert reader.taken() == []
    assert shown(home) == whole
    assert all(finding.well for finding in doctor(home))


@pytest.mark.usefixtures("reader")
def test_leftovers_are_swept(home: Settings) -> None:
    write(home, 0)
    reindex(home)
    (home.index / "engine" / "99-abcd").mkdir()
    assert list(repair(home, Silent())) == ["清理了 1 个不再使用的旧索引目录。"]
    assert list(repair(home, Silent())) == ["没有需要修复的。"]


@pytest.mark.usefixtures("reader")
def test_a_catalogue_is_set_aside_and_made_again(home: Settings) -> None:
    write(home, 0)
    reindex(home)
    whole = shown(home)
    (home.index / "catalogue.sqlite").write_bytes(b"no database")
    told = list(repair(home, Silent()))
    assert any("移到了 catalogue.sqlite.damaged" in it for it in told)
    assert shown(home) == whole


@pytest.mark.usefixtures("reader")
def test_what_is_missing_is_built(home: Settings) -> None:
    write(home, 0)
    assert list(repair(home, Silent()))
    assert all(finding.well for finding in doctor(home))
