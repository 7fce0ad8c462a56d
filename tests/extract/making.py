"""Small files made by hand, for what no library would write."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import dataclass

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from casebase.document import Layout

Read = Callable[[str, bytes], Layout]  # a file's name and bytes


@dataclass(frozen=True)
class Put:
    """Text at a place on the page, in points from the lower left corner."""

    text: str
    x: float = 72.0
    y: float = 700.0
    size: float = 12.0
    font: str = "F1"  # F1 tells its characters, F2 holds bytes of GBK, F3 tells nothing


def pdf_of(*pages: list[Put] | bytes) -> bytes:
    """A PDF with these pages; a page given as bytes is a content stream of its own."""
    texts = "".join(
        put.text for page in pages if isinstance(page, list) for put in page
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        _pages(len(pages)),
        (
            b"<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H"
            b" /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>"
        ),
        (
            b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /DW 1000"
            b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity)"
            b" /Supplement 0 >> >>"
        ),
        _stream(_to_unicode(texts)),
        (
            b"<< /Type /Font /Subtype /TrueType /BaseFont /XiaoBiaoSong"
            b" /Encoding /WinAnsiEncoding >>"
        ),
    ]
    for page in pages:
        content = page if isinstance(page, bytes) else b"\n".join(map(_drawn, page))
        stream = len(objects) + 2
        objects += [_page(stream), _stream(content)]
    return _file(objects)


def _pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % (7 + 2 * n) for n in range(count))
    return b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count)


def _page(stream: int) -> bytes:
    return (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
        b" /Resources << /Font << /F1 3 0 R /F2 6 0 R >> >> >>"
    ) % stream


def _drawn(put: Put) -> bytes:
    code = put.text.encode("gb18030" if put.font == "F2" else "utf-16-be").hex()
    place = f"1 0 0 1 {put.x} {put.y} Tm"
    return f"BT /{put.font} {put.size} Tf {place} <{code}> Tj ET".encode()


def _to_unicode(texts: str) -> bytes:
    codes = sorted({f"<{ord(char):04x}>" for char in texts})
    pairs = "\n".join(f"{code} {code}" for code in codes)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{pairs}\nendbfchar\nendcmap end end"
    ).encode()


def _stream(content: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)


def _file(objects: list[bytes]) -> bytes:
    data, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return data + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\n"
        b"startxref\n%d\n%%%%EOF\n"
    ) % (size, table, size, len(data))


NAMESPACES = (
    nsdecls("w")
    + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def saved(document: Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def put(document: Document, xml: str) -> None:
    """Puts an element, written without its namespaces, at the end of the body."""
    element = parse_xml(re.sub(r"[ >]", rf" {NAMESPACES}\g<0>", xml, count=1))
    document.element.body.insert(len(document.element.body) - 1, element)


def lines(layout: Layout) -> list[str]:
    return [line.text for line in layout.pages[0].lines]
