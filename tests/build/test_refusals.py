"""What stops a run: it is told, and the index stays as it is."""

from __future__ import annotations

import errno
import os

import pytest

from casebase.build import reindex
from casebase.errors import BadRequestError, CasebaseError
from casebase.settings import Settings
from tests.build.conftest import Reader
from tests.build.test_reindex import A, fill, is_right


@pytest.mark.parametrize(
    ("code", "words"),
    [(errno.EACCES, "没有写权限"), (errno.EROFS, "只读"), (errno.ENOSPC, "已满")],
)
@pytest.mark.parametrize("where", ["lock.FileLock", "records.backend"])
@pytest.mark.usefixtures("reader")
def test_an_index_that_cannot_be_written_is_told(
    home: Settings, monkeypatch: pytest.MonkeyPatch, where: str, code: int, words: str
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    fill(home, A)
    reindex(home)
    fill(home, A | {"丁.txt": "丁"})
    monkeypatch.setattr(f"casebase.build.{where}", refuse)
    with pytest.raises(CasebaseError, match=words):
        reindex(home)
    monkeypatch.undo()
    assert is_right(home, A)


def test_without_a_corpus_nothing_is_made(home: Settings) -> None:
    home.corpus.rmdir()
    with pytest.raises(CasebaseError, match="casebase add"):
        reindex(home)
    assert not home.index.exists()


def test_bad_wishes_are_told_before_anything_is_done(home: Settings) -> None:
    for wish in ({"engine": "没有"}, {"jobs": 0}, {"jobs": -3}):
        with pytest.raises(BadRequestError):
            reindex(home, **wish)
    assert not (home.index / "catalogue.sqlite").exists()


def test_a_mistake_in_an_own_lexicon_is_told(home: Settings, reader: Reader) -> None:
    fill(home, A)
    home.lexicons.mkdir()
    (home.lexicons / "aliases.tsv").write_text("只有一列\n", encoding="utf-8")
    with pytest.raises(BadRequestError, match=r"aliases\.tsv"):
        reindex(home)
    assert reader.taken() == []
