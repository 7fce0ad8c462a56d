"""Groups of the same text: after any history those of a base built from nothing."""

from __future__ import annotations

import random
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casebase.build import copying, reindex
from casebase.catalogue import Catalogue, Ledger
from casebase.copies import Gist, same_text
from casebase.settings import Settings, load_settings
from tests.build.conftest import Reader
from tests.build.test_reindex import Corpus, fill
from tests.copies.texts import NEWS, NOTICE, SECTION, changed, scan, scanned

WHOLE = "\n".join(NEWS)
POOL = (
    WHOLE,
    WHOLE.replace("\n", ""),
    scan(NEWS, 1).text,
    scan(NEWS, 2).text,
    changed(NEWS, ("46讲", "48讲")).text,
    "\n".join(NOTICE),
    changed(NOTICE, ("12日（", "19日（")).text,
    "\n".join(SECTION),
    scanned("\n".join(SECTION), 3),
)
NAMES = ("甲.txt", "乙.txt", "二/丙.txt", "二/丁.txt", "戊.txt", "己.txt")
CORPORA = st.dictionaries(st.sampled_from(NAMES), st.sampled_from(POOL), max_size=6)


def groups(home: Settings) -> set[frozenset[str]]:
    """The documents with the same text, by the names they go by."""
    with Catalogue.open(home.database) as catalogue:
        names = {entry.id: entry.document for entry in catalogue.all_entries()}
        return {frozenset(names[it] for it in group) for group in catalogue.copies()}


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """The pairs of texts that are compared."""
    asked: list[tuple[str, str]] = []

    def kept(a: Gist, b: Gist) -> bool:
        asked.append((a.digest, b.digest))
        return same_text(a, b)

    monkeypatch.setattr(copying, "same_text", kept)
    return asked


@settings(
    deadline=None,
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(CORPORA, min_size=1, max_size=4))
@pytest.mark.usefixtures("reader")
def test_any_history_ends_as_from_nothing(
    home: Settings, history: list[Corpus]
) -> None:
    random.seed()  # as in the tests of re-indexing
    for corpus in history:
        fill(home, corpus)
        reindex(home)
    with tempfile.TemporaryDirectory() as folder:
        afresh = load_settings(Path(folder))
        shutil.copytree(home.corpus, afresh.corpus)
        reindex(afresh)
        assert groups(home) == groups(afresh)


@pytest.mark.usefixtures("reader")
def test_only_new_texts_are_compared(
    home: Settings, judged: list[tuple[str, str]]
) -> None:
    old = dict(zip(NAMES, POOL[:4], strict=False))
    fill(home, old)
    reindex(home)
    assert judged
    judged.clear()
    reindex(home)
    assert judged == []
    fill(home, old | {"戊.txt": POOL[5]})
    reindex(home)
    assert judged == []  # nothing is like it
    with Ledger.open(home.database) as ledger:
        keys = {file.reading for file in ledger.files()}
        known = {it.digest for it in ledger.sketches(keys).values()}
    fill(home, old | {"戊.txt": POOL[4]})
    reindex(home)
    assert judged
    assert all(set(pair) - known for pair in judged)


@pytest.mark.usefixtures("reader")
def test_other_rules_compare_anew(
    home: Settings, judged: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(home, dict(zip(NAMES, POOL[:4], strict=False)))
    reindex(home)
    before = list(judged)
    monkeypatch.setattr(copying, "copying_fingerprint", lambda: "other")
    reindex(home, full=True)
    assert sorted(judged) == sorted(before * 2)


def test_copies_are_shown_with_their_files(home: Settings, reader: Reader) -> None:
    fill(
        home,
        {
            "乙.txt": POOL[0],
            "甲.html": POOL[1],
            "丙/乙.txt": POOL[0],
            "丁.txt": POOL[7],
        },
    )
    reindex(home)
    with Catalogue.open(home.database) as catalogue:
        entries = {entry.document: entry.id for entry in catalogue.all_entries()}
        also = catalogue.also_in(list(entries.values()))
    assert reader.taken()
    main = "丙/乙.txt"
    assert set(entries) == {main, "甲.html", "丁.txt"}
    assert [it.document for it in also[entries[main]]] == ["乙.txt", "甲.html"]
    assert [it.document for it in also[entries["甲.html"]]] == [main, "乙.txt"]
    assert {it.id for it in also[entries["甲.html"]]} == {entries[main]}
    assert entries["丁.txt"] not in also
