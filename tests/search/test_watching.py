"""What is new in a saved search: not what it had found, nor copies of that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from casebase.entry import Entry
from casebase.query import Query
from casebase.results import Copy
from casebase.search.watching import TOLD, begin, look, news_json
from casebase.workspace import SavedSearches, Workspace
from tests.search.invented import entry, searching


@dataclass
class Base:
    """A base whose searches find what it holds."""

    held: list[Entry] = field(default_factory=list)
    groups: list[set[str]] = field(default_factory=list)

    def all_found(self, query: Query) -> list[str]:
        assert query.text == "党建"
        return [it.id for it in self.held]

    def entries(self, ids: Sequence[str]) -> list[Entry]:
        return [it for wanted in ids for it in self.held if it.id == wanted]

    def also_in(self, ids: Sequence[str]) -> Mapping[str, tuple[Copy, ...]]:
        return {
            asked: tuple(Copy(it, "甲.txt", "甲", "甲", None) for it in group - {asked})
            for group in self.groups
            for asked in group.intersection(ids)
        }


@pytest.fixture
def saved(tmp_path: Path) -> SavedSearches:
    found = SavedSearches(Workspace.open(tmp_path))
    found.add("甲", Query("党建"))
    return found


def test_what_came_since_is_new_once(saved: SavedSearches) -> None:
    base = Base([entry(1, "一"), entry(2, "二")])
    assert begin(base, saved, "甲") == 2
    assert look(base, base, saved, "甲").fresh == 0
    base.held.insert(0, entry(3, "三"))
    news = look(base, base, saved, "甲")
    assert (news.total, news.fresh, [it.title for it in news.entries]) == (3, 1, ["三"])
    assert news_json(news)["entries"][0]["title"] == "三"
    assert look(base, base, saved, "甲").fresh == 0


def test_what_was_never_looked_at_is_all_new(saved: SavedSearches) -> None:
    base = Base([entry(1, "一")])
    assert look(base, base, saved, "甲").fresh == 1


def test_what_went_and_came_back_is_new(saved: SavedSearches) -> None:
    base = Base([entry(1, "一")])
    begin(base, saved, "甲")
    base.held.clear()
    assert look(base, base, saved, "甲").total == 0
    base.held.append(entry(1, "一"))
    assert look(base, base, saved, "甲").fresh == 1


def test_a_copy_of_what_was_found_is_no_news(saved: SavedSearches) -> None:
    one, copy, new, other = (entry(n, f"第{n}") for n in range(1, 5))
    base = Base([one], [{one.id, copy.id}, {new.id, other.id}])
    begin(base, saved, "甲")
    base.held = [new, copy, other, one]
    news = look(base, base, saved, "甲")
    assert [it.id for it in news.entries] == [new.id]
    assert (news.total, news.fresh) == (4, 1)


def test_of_many_new_ones_the_first_are_told(saved: SavedSearches) -> None:
    base = Base([entry(n, f"第{n}") for n in range(TOLD + 5)])
    news = look(base, base, saved, "甲")
    assert (news.fresh, len(news.entries)) == (TOLD + 5, TOLD)


def test_the_service_finds_all_beyond_a_page(saved: SavedSearches) -> None:
    entries = [entry(n, f"党建第{n}篇", "党建工作。") for n in range(15)]
    groups = [(entries[0].id, entries[1].id)]
    with searching(entries, groups) as searcher:
        assert begin(searcher, saved, "甲") == 15
    assert saved.seen("甲") == {it.id for it in entries}


def test_what_has_some_of_the_words_is_no_news() -> None:
    entries = [entry(1, "党建品牌", "打造党建品牌。"), entry(2, "果园", "修剪枝条。")]
    with searching(entries) as searcher:
        assert searcher.search(Query("品牌 枝条")).total
        assert searcher.all_found(Query("品牌 枝条")) == []
        assert len(searcher.all_found(Query("品牌 党建"))) == 1
