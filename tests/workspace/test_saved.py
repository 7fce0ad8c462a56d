"""Saved searches: each owner's own, kept as they were asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from casebase.errors import BadRequestError, NotFoundError
from casebase.query import Filter, Query, Sort
from casebase.workspace import SavedSearches, Workspace
from casebase.workspace.saved import LONGEST, MOST


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace.open(tmp_path)


def test_a_search_comes_back_as_it_was_asked(workspace: Workspace) -> None:
    asked = Query(
        "一支部 “一品牌”&=%",
        where=(Filter("year", low="2021"), Filter("genre", ("通知",), exclude=True)),
        sort=Sort.NEWEST,
        limit=50,
        offset=20,
        expand=False,
        without=("甲",),
    )
    saved = SavedSearches(workspace).add("  我的　检索 ", asked)
    (found,) = SavedSearches(workspace).all()
    assert found == saved
    assert found.name == "我的 检索"
    assert (found.query.limit, found.query.offset) == (10, 0)
    assert found.query.to_args() == [
        it for it in asked.to_args() if it[0] not in {"limit", "offset"}
    ]


def test_what_was_found_is_kept_and_goes_with_the_search(workspace: Workspace) -> None:
    mine = SavedSearches(workspace)
    mine.add("甲", Query("党建"))
    assert mine.named("甲").ran is None
    assert mine.seen("甲") == frozenset()
    mine.looked_at("甲", ["d-1", "d-2", "d-1"])
    mine.looked_at("甲", ["d-2", "d-3"])
    assert mine.seen("甲") == {"d-2", "d-3"}
    assert mine.named("甲").ran is not None
    mine.remove("甲")
    mine.add("甲", Query("思政"))
    assert mine.seen("甲") == frozenset()


def test_each_owner_sees_their_own(workspace: Workspace) -> None:
    mine, yours = SavedSearches(workspace, "子"), SavedSearches(workspace, "丑")
    mine.add("甲", Query("党建"))
    yours.add("甲", Query("思政"))
    assert [it.query.text for it in mine.all()] == ["党建"]
    yours.remove("甲")
    assert yours.all() == []
    assert len(mine.all()) == 1


@pytest.mark.parametrize("name", ["", "  ", "长" * (LONGEST + 1), "甲", " 甲"])
def test_names_that_will_not_do(workspace: Workspace, name: str) -> None:
    mine = SavedSearches(workspace)
    mine.add("甲", Query("党建"))
    with pytest.raises(BadRequestError):
        mine.add(name, Query("思政"))
    assert [it.query.text for it in mine.all()] == ["党建"]


def test_there_is_an_end_to_them(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("casebase.workspace.saved.MOST", 2)
    assert MOST > 2
    mine = SavedSearches(workspace)
    mine.add("甲", Query("党建"))
    mine.add("乙", Query("党建"))
    with pytest.raises(BadRequestError, match="2 个"):
        mine.add("丙", Query("党建"))


def test_what_is_not_there_is_told(workspace: Workspace) -> None:
    mine = SavedSearches(workspace)
    for use in (mine.named, mine.remove, mine.seen):
        with pytest.raises(NotFoundError, match="没有名为“无”"):
            use("无")
    with pytest.raises(NotFoundError):
        mine.looked_at("无", ["d-1"])
