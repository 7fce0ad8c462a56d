"""Pages as the systems of Chinese institutions make them, with invented content."""

from __future__ import annotations

import pytest

from casebase.errors import UnreadableFileError
from tests.extract.making import Read
from tests.extract.pages import campuses, others, portals, wechat
from tests.extract.pages.invented import MENU, TITLE, Made, document, paragraphs

PAGES = {**portals.ALL, **campuses.ALL, **wechat.ALL, **others.ALL}


@pytest.mark.parametrize("made", PAGES.values(), ids=PAGES)
def test_the_article_alone_is_read(read: Read, made: Made) -> None:
    first, *rest = read("页.html", made.html.encode()).pages[0].lines
    if made.title:
        assert (first.text, first.level) == (made.title, 1)
    shown = rest if made.title else [first, *rest]
    assert [line.text or "TABLE" for line in shown] == list(made.lines)


@pytest.mark.parametrize("made", PAGES.values(), ids=PAGES)
def test_what_a_page_says_of_its_article(read: Read, made: Made) -> None:
    said = read("页.html", made.html.encode()).metadata
    assert (said.title, said.date) == (made.title, made.date)
    assert (said.source, said.author) == (made.source, made.author)


ITEMS = "".join(
    f"<li><a href='/{n}.htm'>学校召开第{n}次推进会</a><span>2023-05-{n:02}</span></li>"
    for n in range(1, 25)
)


def test_a_list_of_articles_is_refused(read: Read) -> None:
    listed = document(f"<ul>{MENU}</ul><h2>党建动态</h2><ul>{ITEMS}</ul>", title="党建")
    with pytest.raises(UnreadableFileError, match="目录页") as caught:
        read("页.html", listed.encode())
    assert "逐篇" in caught.value.advice


def test_a_page_of_links_with_a_few_words_is_told(read: Read) -> None:
    listed = document(f"<h1>党建工作专题网站</h1><p>栏目介绍</p><ul>{ITEMS}</ul>")
    (notice,) = read("页.html", listed.encode()).notices
    assert "目录页" in notice.message
    assert not notice.damaged


def test_an_article_beside_many_links_is_no_list(read: Read) -> None:
    made = document(f"<h1>{TITLE}</h1>{paragraphs()}<ul>{ITEMS}</ul>")
    assert read("页.html", made.encode()).notices == ()
