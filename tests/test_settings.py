"""What casebase.toml may say, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from casebase.errors import BadRequestError
from casebase.settings import load_settings


def say(home: Path, text: str) -> Path:
    (home / "casebase.toml").write_text(text, encoding="utf-8")
    return home


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("", "index/catalogue.sqlite"),
        ("sqlite:///别处.sqlite", "别处.sqlite"),
        ("sqlite:///index/a?b%.sqlite", "index/a?b%.sqlite"),
    ],
)
def test_files_are_found_from_the_home(tmp_path: Path, url: str, path: str) -> None:
    settings = load_settings(say(tmp_path, f"database = '{url}'"))
    assert settings.database == f"sqlite:///{(tmp_path / path).as_posix()}"


@pytest.mark.parametrize(
    "url",
    [
        "sqlite:////srv/a.sqlite",
        "postgresql+psycopg://u:p@h/b",
        "postgresql://u@h/b",
    ],
)
def test_other_places_are_taken_as_they_stand(tmp_path: Path, url: str) -> None:
    assert load_settings(say(tmp_path, f"database = '{url}'")).database == url


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("engine = 5", "engine 应是文字"),
        ("database = true", "database 应是文字"),
        ("engine = 'x", "写法有误"),
        ("motor = 'x'", "没有“motor”"),
        ("database = 'sqlite://'", "文件名"),
        ("database = 'sqlite:///'", "文件名"),
        ("database = 'sqlite:///:memory:'", "文件名"),
        ("database = 'mysql://u:p@h/b'", "不是可用的"),
        ("database = 'catalogue.sqlite'", "不是可用的"),
    ],
)
def test_mistakes_are_told(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(BadRequestError, match=words) as caught:
        load_settings(say(tmp_path, text))
    assert "pip install" not in str(caught.value)


def test_reading_is_open_unless_it_is_closed(tmp_path: Path) -> None:
    assert load_settings(tmp_path).reading == "open"
    assert load_settings(say(tmp_path, "reading = 'closed'")).reading == "closed"
    with pytest.raises(BadRequestError, match="reading"):
        load_settings(say(tmp_path, "reading = 'half'"))
