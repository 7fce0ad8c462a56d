"""Notices of pages: the first are told, the rest are summed up."""

from __future__ import annotations

from casebase.document import Layout, Notice
from casebase.extract.telling import MOST, in_few_words


def test_pages_beyond_the_first_are_summed_up() -> None:
    notices = [
        Notice(number, f"第{number}页没有文字。", "装") for number in range(1, 86)
    ]
    others = [
        Notice(None, "文件的结尾不完整。", "重新下载"),
        Notice(3, "已识别。", "", damaged=False),
    ]
    told = in_few_words(Layout("pdf", (), notices=(*others, *notices))).notices
    assert told[: len(others)] == tuple(others)
    assert list(told[len(others) : -1]) == notices[:MOST]
    assert told[-1] == Notice(None, "另有 65 页也没有读出来。", "装")


def test_few_notices_are_told_as_they_are() -> None:
    notices = tuple(Notice(number, "没有文字。", "装") for number in range(MOST))
    layout = Layout("pdf", (), notices=notices)
    assert in_few_words(layout) is layout
