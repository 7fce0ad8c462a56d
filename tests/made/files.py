"""Odd PDF files: old encodings, passwords that are empty, tables that are wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO

from pypdf import PdfReader, PdfWriter, Transformation
from pypdf.generic import FloatObject, RectangleObject

from tests.made.making import Article, Bench, Extras, Made, article, truth_of
from tests.made.press import Sheets, html_of, printed, written
from tests.made.rawpdf import GBK, SIMPLE, UCS2, Book, Face, packed, plain
from tests.made.setting import Frame, Piece, SetLine, Style, flow, one

A4 = (595.0, 842.0)
LEFT, WIDE, TOP, FOOT = 80.0, 435.0, 90.0, 765.0
BODY = Style(size=12, leading=1.6)
HEAD = Style(size=12, leading=1.6, indent=2, align="left", bold=True, family="sans")
TITLE = Style(size=20, leading=1.5, indent=0, align="center", bold=True)
UNDER = Style(size=13, leading=1.6, indent=0, align="center")


def set_plainly(text: Article) -> list[SetLine]:
    """An article in one column over as many pages as it takes."""
    pieces: list[Piece] = [(text.title, TITLE)]
    pieces += [(text.subtitle, UNDER)] if text.subtitle else []
    pieces += text.set_in(BODY, HEAD)
    return flow(pieces, [Frame(page, LEFT, TOP, WIDE, FOOT - TOP) for page in range(9)])


def _raw(bench: Bench, face: Face) -> tuple[Book, Article]:
    text = article(bench.writer, 1500, 3, marks="一")
    lines, book = set_plainly(text), Book(face)
    for page in range(lines[-1].page + 1):
        book.page([line for line in lines if line.page == page])
    return book, text


def gbk_bytes(bench: Bench) -> Made:
    """Bytes of GBK in a simple font, as 方正小标宋 was embedded for years."""
    book, text = _raw(bench, SIMPLE)
    return Made("gbk-bytes.pdf", plain(book.finished()), truth_of(text))


def gbk_encoding(bench: Bench) -> Made:
    """A font that is not embedded, in GBK-EUC-H."""
    book, text = _raw(bench, GBK)
    return Made("gbk-encoding.pdf", plain(book.finished()), truth_of(text))


def ucs2_encoding(bench: Bench) -> Made:
    """A font that is not embedded, in UniGB-UCS2-H."""
    book, text = _raw(bench, UCS2)
    return Made("ucs2-encoding.pdf", plain(book.finished()), truth_of(text))


def object_streams(bench: Bench) -> Made:
    """Its objects are packed, its cross-references are a stream."""
    book, text = _raw(bench, UCS2)
    return Made("object-streams.pdf", packed(book.finished()), truth_of(text))


def broken_table(bench: Bench) -> Made:
    """Its cross-references lead nowhere."""
    book, text = _raw(bench, UCS2)
    data = plain(book.finished())
    data = re.sub(
        rb"(\d{10}) 00000 n", lambda it: b"%010d 00000 n" % (int(it[1]) + 37), data
    )
    return Made("broken-table.pdf", data, truth_of(text))


def no_end(bench: Bench) -> Made:
    """Cut off where its cross-references are told of, other bytes before it."""
    book, text = _raw(bench, UCS2)
    data = plain(book.finished())
    data = b"\r\nHTTP/1.0 200 OK\r\n\r\n" + data[: data.rindex(b"startxref")]
    return Made("no-end.pdf", data, truth_of(text))


def encrypted(bench: Bench) -> Made:
    """With an owner's password only, so that everybody may read it."""
    book, text = _raw(bench, UCS2)
    writer = PdfWriter(clone_from=BytesIO(plain(book.finished())))
    how = bench.random.choice(["RC4-128", "AES-128", "AES-256"])
    writer.encrypt("", "only the owner knows", algorithm=how)
    return Made("encrypted.pdf", written(writer), truth_of(text))


def _print(bench: Bench, lines: Sequence[SetLine]) -> PdfWriter:
    pages = lines[-1].page + 1
    data = printed(bench.browser, html_of(Sheets([A4] * pages, lines)))
    return PdfWriter(clone_from=PdfReader(BytesIO(data)))


def turned_pages(bench: Bench) -> Made:
    """The pages lie on their side in the file and are shown turned upright."""
    text = article(bench.writer, 1500, 3, marks="一")
    writer = _print(bench, set_plainly(text))
    for number, page in enumerate(writer.pages):
        turn = (90, 270, 180)[number % 3]
        page.rotate(-turn)
        page.transfer_rotation_to_content()
        page.rotate(turn)
    return Made("turned-pages.pdf", written(writer), truth_of(text))


def cropped(bench: Bench) -> Made:
    """The page is a window on a larger sheet that bears the printer's marks."""
    text = article(bench.writer, 1500, 3, marks="一")
    lines = set_plainly(text)
    mark = "裁切线外　印厂校色标记　第三校样"
    marks = [
        line
        for page in range(lines[-1].page + 1)
        for line in one(
            mark, replace(BODY, indent=0, align="left"), Frame(page, 80, 12, WIDE, 20)
        )
    ]
    writer = _print(bench, [*marks, *lines])
    for page in writer.pages:
        page.add_transformation(Transformation().translate(40, 60))
        page.mediabox = RectangleObject([FloatObject(it) for it in (40, 60, 635, 902)])
        page.cropbox = RectangleObject([FloatObject(it) for it in (70, 90, 605, 862)])
    return Made(
        "cropped.pdf", written(writer), truth_of(text, Extras(forbidden=[mark]))
    )


MAKERS = (
    gbk_bytes,
    gbk_encoding,
    ucs2_encoding,
    object_streams,
    broken_table,
    no_end,
    encrypted,
    turned_pages,
    cropped,
)
