"""Scans: pages as pictures, askew and noisy, with and without a layer of text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from io import BytesIO
from random import Random

import numpy as np
import pypdfium2
from PIL import Image, ImageFilter

from tests.made.files import A4, HEAD, LEFT, TITLE, TOP, WIDE, set_plainly
from tests.made.making import Bench, Extras, Made, article, truth_of
from tests.made.press import Sheets, html_of, printed
from tests.made.rawpdf import UCS2, Book, plain
from tests.made.setting import (
    Frame,
    Glyph,
    SetLine,
    Style,
    extent,
    flow,
    one,
    rows_first,
)

DPI = 200
SCAN = Extras(scan=True)


def pictures(data: bytes, dpi: int = DPI) -> list[Image.Image]:
    """The pages of a PDF in shades of grey."""
    with pypdfium2.PdfDocument(data) as pdf:
        return [page.render(scale=dpi / 72).to_pil().convert("L") for page in pdf]


def scanned(picture: Image.Image, random: Random, degrees: float) -> Image.Image:
    """As a scanner sees it: turned a little, soft, grey, noisy."""
    turned = picture.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255)
    soft = turned.filter(ImageFilter.GaussianBlur(0.6))
    noise = np.random.default_rng(random.getrandbits(32)).normal(0, 9, soft.size[::-1])
    grey = np.asarray(soft, dtype=float) * 0.86 + 18 + noise
    return Image.fromarray(grey.clip(0, 255).astype(np.uint8))


def bound_pictures(pages: Sequence[Image.Image], dpi: int = DPI) -> bytes:
    """A PDF of nothing but pictures."""
    data = BytesIO()
    first, *rest = pages
    more = {} if first.mode == "1" else {"quality": 80}  # the others are JPEGs
    first.save(data, "PDF", save_all=True, append_images=rest, resolution=dpi, **more)
    return data.getvalue()


def scan(bench: Bench) -> Made:
    """A page of one column, askew."""
    text = article(bench.writer, 420, 2)
    lines = set_plainly(text)
    data = _printed(bench, lines)
    askew = bench.random.uniform(-1.8, 1.8)
    pages = [scanned(page, bench.random, askew) for page in pictures(data)]
    return Made("scan.pdf", bound_pictures(pages), truth_of(text, SCAN))


def scan_of_columns(bench: Bench) -> Made:
    """A page of two columns, two tones only."""
    text = article(bench.writer, 700, 3)
    body = Style(size=11, leading=1.55)
    front = one(text.title, TITLE, Frame(0, LEFT, TOP, WIDE, 80))
    front += one(
        text.subtitle,
        replace(TITLE, size=12, bold=False),
        Frame(0, LEFT, extent(front) + 8, WIDE, 40),
    )
    top, half = extent(front) + 16, (WIDE - 24) / 2
    room = 460.0
    frames = [Frame(0, left, top, half, room) for left in (LEFT, LEFT + half + 24)]
    columns = flow(text.set_in(body, replace(HEAD, indent=0)), frames)
    data = _printed(bench, [*front, *columns])
    pages = [
        scanned(page, bench.random, bench.random.uniform(-1, 1)).convert("1")
        for page in pictures(data, 250)
    ]
    done = bound_pictures(pages, 250)
    return Made("scan-of-columns.pdf", done, truth_of(text, SCAN))


def scan_on_its_side(bench: Bench) -> Made:
    """A page that was put on the scanner sideways."""
    text = article(bench.writer, 320, 2)
    data = _printed(bench, set_plainly(text))
    turn = bench.random.choice([Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_270])
    pages = [
        scanned(page, bench.random, 0.4).transpose(turn) for page in pictures(data)
    ]
    return Made("scan-on-its-side.pdf", bound_pictures(pages), truth_of(text, SCAN))


def good_layer(bench: Bench) -> Made:
    """A scan with a layer of text that is right."""
    return _layered(bench, "good-layer", lambda lines: lines, Extras())


def spaced_layer(bench: Bench) -> Made:
    """A scan with a layer that has a space after every character."""

    def spaced(lines: Sequence[SetLine]) -> Sequence[SetLine]:
        return [replace(line, glyphs=tuple(_spaced(line))) for line in lines]

    return _layered(bench, "spaced-layer", spaced, Extras())


def _spaced(line: SetLine) -> list[Glyph]:
    half = line.style.size / 2
    return [
        it for glyph in line.glyphs for it in (glyph, Glyph(" ", glyph.left + half))
    ]


def bad_layer(bench: Bench) -> Made:
    """A scan with a layer that a foreign program misread."""

    def misread(lines: Sequence[SetLine]) -> Sequence[SetLine]:
        junk = (
            "囗亻丨丶乚冂彳攵氵灬衤钅阝宀辶廴艹亠凵勹匕卩厶讠饣犭忄扌纟Il|/\\~^`{}<>_#@"
        )
        return [
            replace(line, glyphs=tuple(_misread(line, bench.random, junk)))
            for line in lines
        ]

    return _layered(bench, "bad-layer", misread, SCAN)


def _misread(line: SetLine, random: Random, junk: str) -> list[Glyph]:
    return [
        replace(glyph, char=random.choice(junk)) if random.random() < 0.6 else glyph
        for glyph in line.glyphs
    ]


def _layered(
    bench: Bench,
    kind: str,
    layer: Callable[[Sequence[SetLine]], Sequence[SetLine]],
    extras: Extras,
) -> Made:
    text = article(bench.writer, 420, 2)
    lines = rows_first(set_plainly(text))
    book = Book(UCS2, mode=3)
    for number, page in enumerate(pictures(_printed(bench, lines))):
        picture, jpeg = scanned(page, bench.random, 0.0), BytesIO()
        picture.save(jpeg, "JPEG", quality=75)
        here = [line for line in lines if line.page == number]
        book.page(layer(here), jpeg.getvalue(), picture.size)
    return Made(f"{kind}.pdf", plain(book.finished()), truth_of(text, extras))


def _printed(bench: Bench, lines: Sequence[SetLine]) -> bytes:
    pages = max(line.page for line in lines) + 1
    return printed(bench.browser, html_of(Sheets([A4] * pages, lines)))


MAKERS = (
    scan,
    scan_of_columns,
    scan_on_its_side,
    good_layer,
    spaced_layer,
    bad_layer,
)
