"""The pages of a file that are to be read off their pictures, read so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from casebase import extras
from casebase.document import Layout, Notice, Page
from casebase.extract.ocr.engine import INSTALL, Engine
from casebase.extract.ocr.rasters import Picture
from casebase.extract.ocr.recognition import recognise

Draw = Callable[[int], Picture]
"""The picture of a page, by its number; ValueError where there is none."""

Outcome = tuple[Page, Notice | None]
"""A page, and what to say of it."""

TRUSTED = 0.75  # certainty below which what was read is mostly wrong
WIDTH = 595.0  # points of A4, for a page that does not tell its size

_RECOGNISED = "的文字由图像识别得到，可能有个别错字。"
_RECOGNISED_ADVICE = "引用前请对照原件。"
_POOR = "的图像识别质量太低，没有收入。"
_POOR_ADVICE = "请换成更清晰的扫描件（放正、光线均匀、300 dpi），或提供带文字的版本。"
_NOTHING = "是图片，没有认出文字。"
_NOTHING_ADVICE = "请对照原件；如果页上有文字，请换成更清晰的扫描件。"


def unread(layout: Layout) -> tuple[int, ...]:
    """The numbers of the pages that are to be read off their pictures."""
    return tuple(
        page.number for page in layout.pages if page.unread and page.number is not None
    )


def without_extra(layout: Layout) -> Layout:
    """`layout` as it is where nothing is recognised: its notices say how to do it."""
    waiting = set(unread(layout))
    notices = tuple(
        replace(notice, advice=INSTALL) if notice.page in waiting else notice
        for notice in layout.notices
    )
    return replace(layout, notices=notices, lacking=(*layout.lacking, extras.RAPIDOCR))


def recognised(layout: Layout, draw: Draw, reader: Engine | None = None) -> Layout:
    """`layout` with its unread pages as they were recognised.

    What was said of such a page before is said no more.
    """
    waiting = set(unread(layout))
    outcomes: dict[int | None, Outcome] = {}
    for page in layout.pages:
        outcome = _outcome(page, draw, reader) if page.number in waiting else None
        if outcome is not None:
            outcomes[page.number] = outcome
    pages = tuple(outcomes.get(page.number, (page, None))[0] for page in layout.pages)
    before = [one for one in layout.notices if one.page not in outcomes]
    said = [notice for _, notice in outcomes.values() if notice is not None]
    return replace(layout, pages=pages, notices=(*before, *_together(said)))


def _outcome(page: Page, draw: Draw, reader: Engine | None) -> Outcome | None:
    """The page and what to say of it; None where it cannot be drawn."""
    number = page.number or 0
    try:
        picture = draw(number)
    except ValueError:
        return None
    found = recognise(picture, number, _size(page, picture), reader)
    as_it_is = replace(page, unread=False)
    if not found.page.lines:
        notice = Notice(number, _NOTHING, _NOTHING_ADVICE, damaged=False)
        return as_it_is, notice
    if found.certainty < TRUSTED:
        return as_it_is, Notice(number, _POOR, _POOR_ADVICE)
    if _letters(found.page) <= _letters(page):
        return as_it_is, None
    return found.page, Notice(number, _RECOGNISED, _RECOGNISED_ADVICE, damaged=False)


def _size(page: Page, picture: Picture) -> tuple[float, float]:
    width, height = page.size
    if width and height:
        return width, height
    down, across = picture.shape[:2]
    return WIDTH, WIDTH * down / across


def _letters(page: Page) -> int:
    return sum(char.isalnum() for line in page.lines for char in line.text)


def _together(notices: Iterable[Notice]) -> Iterator[Notice]:
    """One notice for all pages of which the same is to be said."""
    alike: dict[str, list[Notice]] = {}
    for notice in notices:
        alike.setdefault(notice.message, []).append(notice)
    for message, same in alike.items():
        numbers = [notice.page for notice in same if notice.page is not None]
        yield replace(same[0], message=f"第{_ranges(numbers)}页{message}")


def _ranges(numbers: Sequence[int]) -> str:
    """Numbers in order as people write them: 1、3–5."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return "、".join(
        str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs
    )
