"""Pages as the systems of Chinese institutions make them, with invented content."""

from __future__ import annotations

import pytest

from tests.extract.making import Read
from tests.extract.pages import campuses, portals, wechat
from tests.extract.pages.invented import Made

PAGES = {**portals.ALL, **campuses.ALL, **wechat.ALL}


@pytest.mark.parametrize("made", PAGES.values(), ids=PAGES)
def test_the_article_alone_is_read(read: Read, made: Made) -> None:
    first, *rest = read("页.html", made.html.encode()).pages[0].lines
    assert first.text == made.title
    assert [line.text for line in rest] == list(made.lines)


@pytest.mark.parametrize("made", PAGES.values(), ids=PAGES)
def test_what_a_page_says_of_its_article(read: Read, made: Made) -> None:
    said = read("页.html", made.html.encode()).metadata
    assert (said.title, said.date) == (made.title, made.date)
    assert (said.source, said.author) == (made.source, made.author)
