"""A process that goes on adds documents with a child that it keeps."""

from __future__ import annotations

from pathlib import Path

from casebase.build.live import Live
from casebase.query import Query
from casebase.search.service import open_searcher
from casebase.settings import Settings

TEXT = "青禾职业学院党委开展{}主题党日活动，推动党建与教学融合。"


def test_what_is_added_is_found_by_searchers_that_are_open(
    home: Settings, tmp_path: Path
) -> None:
    with Live(home) as live:
        for number, word in enumerate(("石榴籽", "先锋岗", "晨读会")):
            path = tmp_path / f"{word}.txt"
            path.write_text(TEXT.format(word) * 5, encoding="utf-8")
            added, report = live.add([path])
            assert added.copied == (path.name,)
            assert (report.read, report.lost) == (1, 0)
            if not number:
                searcher = open_searcher(home)
            assert searcher.search(Query(word, exact=True)).total == 1
    searcher.close()
