"""Pages as they are shown and read: turned, cropped, hidden, drawn, rendered."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from casebase.document import Page
from casebase.extract import pdf
from casebase.extract.telling import in_few_words
from casebase.place import Box
from tests.extract.sheets import Sheet, Type, file_of, pdf_of_sheets

LINE = "车间里的党课讲得实在"
OTHER = "师傅们都愿意坐下来听"
SIDE, UP, DOWN = (1.0, 0.0), (0.0, 1.0), (0.0, -1.0)


def page_of(sheet: Sheet) -> Page:
    return pdf.read(pdf_of_sheets(sheet)).pages[0]


def texts(page: Page) -> list[str]:
    return [line.text for line in page.lines]


def boxes(page: Page) -> list[Box]:
    return [line.box for line in page.lines if line.box]


def test_a_run_knows_its_place_and_its_size() -> None:
    page = page_of(Sheet([Type(LINE, x=59.5, y=421)]))
    assert page.placed
    (box,) = boxes(page)
    assert page.size == (595.0, 842.0)
    assert box.left == pytest.approx(0.1)
    assert box.right == pytest.approx(0.1 + 120 / 595)
    assert box.top < 0.5 < box.bottom  # the base line is in the middle of the page
    assert page.lines[0].size == 12


@pytest.mark.parametrize(
    ("turn", "more", "size"),
    [
        (SIDE, "", (595, 842)),
        (UP, "/Rotate 90", (842, 595)),
        ((-1.0, 0.0), "/Rotate 180", (595, 842)),
        (DOWN, "/Rotate 270", (842, 595)),
        (UP, "", (842, 595)),  # a table printed sideways
        (DOWN, "", (842, 595)),
    ],
)
def test_pages_are_turned_so_that_they_can_be_read(
    turn: tuple[float, float], more: str, size: tuple[float, float]
) -> None:
    below = (turn[1] * 20, -turn[0] * 20)
    page = page_of(
        Sheet(
            [
                Type(LINE, x=300, y=400, turn=turn),
                Type(OTHER, x=300 + below[0], y=400 + below[1], turn=turn),
            ],
            more=more,
        )
    )
    assert texts(page) == [LINE, OTHER]
    assert page.size == size
    first, second = boxes(page)
    assert first.left == pytest.approx(second.left)
    assert (second.top - first.top) * page.size[1] == pytest.approx(20)
    assert (first.right - first.left) * page.size[0] == pytest.approx(120)


def test_a_page_number_across_a_sideways_page_stays_apart() -> None:
    table = [Type(LINE, x=100 + 20 * at, y=100, turn=UP) for at in range(4)]
    page = page_of(Sheet([*table, Type("第3页", x=280, y=30)]))
    assert texts(page).count(LINE) == 4
    assert "第3页" in texts(page)


@pytest.mark.parametrize(
    "sheet",
    [
        Sheet([Type(LINE), Type(OTHER, x=700)]),  # outside the page
        Sheet([Type(LINE), Type(OTHER, y=830)], more="/CropBox [50 50 545 800]"),
        Sheet([Type(LINE), Type(OTHER[:5], y=600, mode=3)]),  # invisible
        Sheet([Type(LINE), Type(OTHER, y=600, grey=1)]),  # white on white
        Sheet([Type(LINE), Type(OTHER, y=600, size=0.5)]),
        Sheet([Type(LINE), Type(OTHER, y=300, size=40, turn=(0.707, 0.707))]),
        Sheet([Type(LINE, y=700), Type(LINE, x=72.4, y=700.2)]),  # bold
        Sheet([Type(LINE, x=172, y=1700)], media=(100, 1000, 695, 1842)),
        Sheet(
            [Type(LINE)],
            after=f"q 10 10 5 5 re W n {Type(OTHER, y=600).drawn()} Q",  # cut off
            shown=OTHER,
        ),
        Sheet(after=f"q 70 690 99 30 re W n {Type(LINE).drawn()} Q", shown=LINE),
        Sheet(after="/Form Do", forms={"Form": Type(LINE).drawn()}, shown=LINE),
        Sheet([Type(LINE)], after="/Form Do", forms={"Form": "/Form Do"}),
    ],
)
def test_what_a_person_sees_is_read(sheet: Sheet) -> None:
    assert texts(page_of(sheet)) == [LINE]


@pytest.mark.parametrize("state", ["/OFF [%s]", "/BaseState /OFF"])
def test_layers_that_are_switched_off_are_not_read(state: str) -> None:
    layer = "<< /Type /OCG /Name (draft) >>"
    sheet = Sheet(
        [Type(LINE)],
        after=f"/OC {layer} BDC {Type(OTHER, y=600).drawn()} EMC",
        shown=OTHER,
    )
    data = pdf_of_sheets(sheet)
    shown = state.replace("%s", layer)
    layers = f"/Catalog /OCProperties << /OCGs [{layer}] /D << {shown} >> >>"
    assert texts(pdf.read(data).pages[0]) == [LINE, OTHER]
    data = data.replace(b"/Catalog", layers.encode(), 1)
    assert texts(pdf.read(data).pages[0]) == [LINE]


def test_a_line_over_large_type_stays_whole() -> None:
    under = Type(LINE[:4], x=60, y=390, size=60, grey=0.9)
    page = page_of(Sheet([under, *(Type(LINE, y=y) for y in (400, 420, 440))]))
    assert sorted(texts(page)) == sorted([LINE[:4], LINE, LINE, LINE])


def test_a_sign_that_hangs_into_a_gutter_of_loose_lines_ends_its_column() -> None:
    heights = range(700, 550, -30)
    left = [Type(LINE, y=y) for y in heights]
    right = [Type(OTHER, x=210, y=y) for y in heights]
    page = page_of(Sheet([*left, *right, Type("。", x=192, y=heights[-1])]))
    assert f"{LINE}。" in texts(page)
    assert texts(page).count(OTHER) == len(heights)


def test_a_bullet_begins_the_item_of_the_next_column() -> None:
    page = page_of(Sheet([Type(LINE), Type(f"■{OTHER}", x=198)]))
    assert texts(page) == [LINE, f"■{OTHER}"]


def test_what_a_recognition_put_behind_a_picture_is_read() -> None:
    page = page_of(Sheet([Type(LINE, mode=3), Type(OTHER, y=600, mode=3)]))
    assert texts(page) == [LINE, OTHER]


def test_white_type_on_colour_is_read() -> None:
    page = page_of(
        Sheet([Type(LINE, grey=1)], before="0.1 0.2 0.7 rg 60 690 300 30 re f")
    )
    assert texts(page) == [LINE]


def test_type_drawn_glyph_by_glyph_in_any_order_is_read() -> None:
    glyphs = [
        Type(char, x=72 + 12 * at, y=700 - 20 * row)
        for row, text in enumerate((LINE, OTHER))
        for at, char in enumerate(text)
    ]
    assert texts(page_of(Sheet(glyphs[::-1]))) == [LINE, OTHER]
    assert texts(page_of(Sheet(glyphs[::3] + glyphs[1::3] + glyphs[2::3]))) == [
        LINE,
        OTHER,
    ]


def test_a_page_set_from_top_to_bottom_is_in_order() -> None:
    page = page_of(
        Sheet(
            [
                Type(text, x=500 - 25 * n, font="V")
                for n, text in enumerate((LINE, OTHER))
            ]
        )
    )
    assert texts(page) == [LINE, OTHER]
    assert not page.placed


def sides(rules: Sequence[Box]) -> tuple[int, int]:
    """How many rules are level, and how many upright."""
    level = sum(one.right - one.left >= one.bottom - one.top for one in rules)
    return level, len(rules) - level


@pytest.mark.parametrize(
    ("drawn", "level", "upright"),
    [
        ("72 500 m 400 500 l S", 1, 0),
        ("72 500 300 0.7 re f", 1, 0),  # a line as a thin box
        ("72 500 m 72 700 l S", 0, 1),
        ("72 500 300 100 re S", 2, 2),
        ("0.8 g 72 500 300 100 re f", 2, 2),
        ("1 g 72 500 300 100 re f", 0, 0),  # white: nobody sees it
        ("0 0 595 842 re f", 0, 0),  # the page's background
        ("72 500 m 172 500 l S 172 500 m 400 500 l S", 1, 0),  # cell by cell
        ("72 500 300 100 re 72 500.8 300 99.2 re f*", 1, 0),  # a lower border
        ("72 500 m 400 610 l S", 0, 0),
        ("72 500 m 75 500 l S", 0, 0),  # a dash
        ("72 500 300 100 re n", 0, 0),
        ("q 1 0 0 1 0 100 cm 72 500 m 400 500 l S Q", 1, 0),
    ],
)
def test_drawn_lines_are_rules(drawn: str, level: int, upright: int) -> None:
    page = page_of(Sheet([Type(LINE)], before=f"q {drawn} Q"))
    assert sides(page.rules) == (level, upright)
    assert all(0 <= one.left <= one.right <= 1 for one in page.rules)


def test_rules_of_a_form_stand_where_they_are_shown() -> None:
    page = page_of(
        Sheet(
            [Type(LINE)],
            after="q 1 0 0 1 0 100 cm /Form Do Q",
            forms={"Form": "59.5 321 m 297.5 321 l S"},
        )
    )
    (rule,) = page.rules
    assert rule.left == pytest.approx(0.1, abs=0.01)
    assert rule.right == pytest.approx(0.5, abs=0.01)
    assert (rule.top + rule.bottom) / 2 == pytest.approx(0.5, abs=0.01)


def test_cells_are_parted_by_their_lines() -> None:
    sheet = Sheet(
        [Type("机电支部", x=72, y=705), Type("三十二人", x=121, y=705)],
        before="120.5 690 m 120.5 730 l S",
    )
    assert texts(page_of(sheet)) == ["机电支部", "三十二人"]


@pytest.mark.parametrize(
    ("sheet", "shape"),
    [
        (Sheet([Type(LINE)]), (842, 595)),
        (Sheet([Type(LINE)], more="/CropBox [50 50 545 800]"), (750, 495)),
        (Sheet([Type(LINE, turn=UP)], more="/Rotate 90"), (595, 842)),
        (Sheet([Type(LINE, x=300, y=300, turn=UP)]), (595, 842)),  # as it is read
    ],
)
def test_a_picture_of_a_page_fits_its_boxes(
    sheet: Sheet, shape: tuple[int, int]
) -> None:
    data = pdf_of_sheets(sheet)
    picture = pdf.render(data, 1, dpi=72)
    assert picture.shape == (*shape, 3)
    assert picture.dtype == np.uint8
    (page,) = pdf.read(data).pages
    (box,) = boxes(page)
    height, width, _ = picture.shape
    dark = np.argwhere(picture.min(axis=2) < 128)
    top, left = dark.min(axis=0) / (height, width)
    bottom, right = dark.max(axis=0) / (height, width)
    assert box.left - 0.01 <= left <= right <= box.right + 0.01
    assert box.top - 0.01 <= top <= bottom <= box.bottom + 0.01


def test_a_picture_of_a_giant_page_has_a_bounded_size() -> None:
    data = pdf_of_sheets(Sheet([Type(LINE)], media=(0, 0, 14_400, 14_400)))
    assert pdf.render(data, 1, dpi=600).size <= 3 * 25_100_000


def test_what_cannot_be_rendered_is_told() -> None:
    with pytest.raises(ValueError, match="1"):
        pdf.render(b"nothing", 1)
    with pytest.raises(ValueError, match="7"):
        pdf.render(pdf_of_sheets(Sheet([Type(LINE)])), 7)


PAGE = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"


@pytest.mark.parametrize(
    "pages",
    [
        "<< /Type /Pages /Kids [2 0 R] /Count 1 >>",  # a tree that bites its tail
        "<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>",
        "<< /Type /Pages /Kids [3 0 R 2 0 R 3 0 R] /Count 3 >>",
    ],
)
def test_page_trees_that_lie_are_read_to_an_end(pages: str) -> None:
    data = file_of(["<< /Type /Catalog /Pages 2 0 R >>", pages, PAGE])
    assert len(pdf.read(data).pages) <= pdf.MAX_PAGES


def test_pages_by_the_thousand_that_cannot_be_read_are_told_in_few_words() -> None:
    pages = "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 100000 >>"
    data = file_of(["<< /Type /Catalog /Pages 2 0 R >>", pages, PAGE])
    assert len(in_few_words(pdf.read(data)).notices) <= 30


def test_a_drawing_of_very_many_parts_costs_little() -> None:
    many = "\n".join(f"{at % 500} {at % 700} 50 0.5 re f" for at in range(60_000))
    page = page_of(Sheet([Type(LINE)], before=many))
    assert texts(page) == [LINE]
    assert len(page.rules) <= 4000
