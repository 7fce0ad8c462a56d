"""What happened to files, against a plain reading of two listings."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from casebase.build.plan import changes, copies, grouped, pointing, saved
from casebase.catalogue import FileRow, ReadingCard
from casebase.document import Source
from casebase.errors import Severity

# Few names and few contents, so that everything that can happen does.
LISTING = st.dictionaries(st.sampled_from("甲乙丙丁戊"), st.sampled_from("123"))


def sources(listing: dict[str, str]) -> list[Source]:
    return [Source(name, Path(name), digest * 64) for name, digest in listing.items()]


def rows(listing: dict[str, str]) -> list[FileRow]:
    return [FileRow(name, digest * 64, "k", True) for name, digest in listing.items()]  # noqa: FBT003


@given(LISTING, LISTING)
def test_every_file_is_told_once(old: dict[str, str], new: dict[str, str]) -> None:
    found = changes(rows(old), sources(new))
    now = [*found.new, *found.changed, *found.moved, *found.unchanged]
    assert sorted(now) == sorted(new)
    assert set(found.unchanged) == {n for n in new if old.get(n) == new[n]}
    assert set(found.changed) == {n for n in new if n in old and old[n] != new[n]}
    gone = set(old) - set(new)
    assert set(found.removed) <= gone
    assert len(found.removed) + len(found.moved) == len(gone)
    lost_bytes = [old[name] for name in gone]
    for name in found.moved:
        lost_bytes.remove(new[name])
    came = [new[name] for name in found.new]
    assert not set(came) & set(lost_bytes), "what could have moved has moved"


@given(LISTING)
def test_the_same_bytes_are_one_document(listing: dict[str, str]) -> None:
    groups = grouped(sources(listing))
    assert len(groups) == len(set(listing.values()))
    assert sorted(name for group in groups for name in group.names) == sorted(listing)
    for group in groups:
        assert group.main.name == min(group.names)
        assert {listing[name] for name in group.names} == {group.main.digest[0]}
    lost = {group.main.name for group in groups if group.main.digest[0] == "1"}
    told = copies(groups, lost)
    assert len(told) == len(listing) - len(groups)
    assert {it.severity for it in told if listing[it.document] == "1"} <= {
        Severity.LOST
    }
    assert {it.severity for it in told if listing[it.document] != "1"} <= {
        Severity.NOTE
    }
    keys = {group.main.name: f"k{group.main.name}" for group in groups}
    pointed = pointing(groups, keys)
    assert {row.name for row in pointed} == set(listing)
    assert [row.name for row in pointed if row.main] == list(keys)


def test_a_group_without_a_key_is_left_out() -> None:
    assert pointing(grouped(sources({"甲": "1", "乙": "1"})), {}) == []


def no_mark(_: str) -> str:
    return ""


def card(key: str, name: str, fingerprint: str = "f") -> ReadingCard:
    return ReadingCard(key, "1" * 16, name, fingerprint, "题", lost=False, kinds={})


def test_which_saved_readings_hold() -> None:
    groups = grouped(sources({"新处/文.txt": "1"}))
    same, moved = card("k1", "新处/文.txt"), card("k2", "旧处/文.txt")
    renamed, stale = card("k3", "新处/2021-05-06.txt"), card("k4", "新处/文.txt", "g")
    assert saved(groups, [same], "f", no_mark) == {"新处/文.txt": same}
    assert saved(groups, [moved], "f", no_mark) == {"新处/文.txt": moved}
    assert saved(groups, [renamed, stale], "f", no_mark) == {}, (
        "names may hold titles and dates"
    )
    assert saved(groups, [same, moved], "f", no_mark) == {"新处/文.txt": moved}, (
        "the latest"
    )
    with_facts = replace(same, annotation="今天的")
    assert saved(groups, [with_facts, moved], "f", lambda _: "今天的") == {
        "新处/文.txt": with_facts
    }, "facts that hold come before"
