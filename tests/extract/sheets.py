"""PDF pages drawn operator by operator, for what places and tables of fonts can do."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from tests.extract.typeface import HALF, SQUARE, square_font

Table = Callable[[str], str]
"""What a font's ToUnicode table says of a character."""


def right(char: str) -> str:
    return char


@dataclass(frozen=True)
class Type:
    """Text at a place, in points from the lower left corner.

    Attributes:
        font: T tells its characters rightly, W by the sheet's own table, N not at all,
            V as T and sets them from top to bottom.
        turn: The direction of the text, as cosine and sine.
        mode: Text rendering mode: 3 is invisible.
        grey: 0 is black, 1 is white.
    """

    text: str
    x: float = 72.0
    y: float = 700.0
    size: float = 12.0
    font: str = "T"
    turn: tuple[float, float] = (1.0, 0.0)
    mode: int = 0
    grey: float = 0.0

    def drawn(self) -> str:
        cos, sin = self.turn
        code = self.text.encode("utf-16-be").hex()
        return (
            f"{self.grey} g BT /{self.font} {self.size} Tf {self.mode} Tr"
            f" {cos} {sin} {-sin} {cos} {self.x} {self.y} Tm <{code}> Tj ET"
        )


@dataclass(frozen=True)
class Sheet:
    """A page: its type, and what operators draw before and after it."""

    type: Sequence[Type] = ()
    before: str = ""
    after: str = ""
    media: tuple[float, float, float, float] = (0, 0, 595, 842)
    more: str = ""  # further entries of the page's dictionary: /Rotate, /CropBox
    forms: Mapping[str, str] = field(default_factory=dict)  # name → content
    shown: str = ""  # the characters of those


def pdf_of_sheets(*sheets: Sheet, table: Table = right) -> bytes:
    """A file of these pages; `table` is what font W says of its characters."""
    texts = [one.text for sheet in sheets for one in sheet.type]
    texts += [sheet.shown for sheet in sheets]
    chars = sorted(set("".join(texts)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        _FAMILY,
        _DESCRIPTOR,
        _stream(square_font().decode("latin-1")),
        _packed(bytes([0, SQUARE]) * 32 + bytes([0, HALF]) * 95 + _SQUARES),
        _stream(_to_unicode(chars, right)),
        _stream(_to_unicode(chars, table)),
        _font("Identity-H", 7),
        _font("Identity-H", 8),
        _font("Identity-H", 0),
        _font("Identity-V", 7),
    ]
    fonts = "/T 9 0 R /W 10 0 R /N 11 0 R /V 12 0 R"
    pages = []
    for sheet in sheets:
        first = len(objects) + 1
        names = {name: first + at for at, name in enumerate(sheet.forms)}
        refs = " ".join(f"/{name} {at} 0 R" for name, at in names.items())
        resources = f"/Resources << /Font << {fonts} >> /XObject << {refs} >> >>"
        form = f"/Type /XObject /Subtype /Form /BBox [0 0 9999 9999] {resources}"
        objects += [_stream(content, form) for content in sheet.forms.values()]
        drawn = "\n".join(one.drawn() for one in sheet.type)
        objects.append(_stream(f"{sheet.before}\n{drawn}\n{sheet.after}"))
        box = " ".join(map(str, sheet.media))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] {sheet.more}"
            f" /Contents {len(objects)} 0 R {resources} >>"
        )
        pages.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(pages)}] /Count {len(pages)} >>"
    return file_of(objects)


_DESCRIPTOR = (
    "<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -120 1000 880]"
    " /Ascent 880 /Descent -120 /CapHeight 700 /ItalicAngle 0 /StemV 80"
    " /FontFile2 5 0 R >>"
)
_SQUARES = bytes([0, SQUARE]) * (0x10000 - 127)
_FAMILY = (
    "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /DW 1000 /W [32 126 500]"
    " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
    " /FontDescriptor 4 0 R /CIDToGIDMap 6 0 R >>"
)


def _font(encoding: str, table: int) -> str:
    tells = f"/ToUnicode {table} 0 R" if table else ""
    return (
        f"<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /{encoding}"
        f" /DescendantFonts [3 0 R] {tells} >>"
    )


def _to_unicode(chars: Sequence[str], table: Table) -> str:
    pairs = [
        f"<{char.encode('utf-16-be').hex()}> <{table(char).encode('utf-16-be').hex()}>"
        for char in chars
        if len(char.encode("utf-16-be")) == len("AB")
    ]
    blocks = [pairs[at : at + 100] for at in range(0, len(pairs), 100)]
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        + "".join(
            f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n"
            for block in blocks
        )
        + "endcmap end end"
    )


def _stream(content: str, more: str = "") -> str:
    return f"<< /Length {len(content)} {more} >>\nstream\n{content}\nendstream"


def _packed(content: bytes) -> str:
    return _stream(zlib.compress(content).decode("latin-1"), "/Filter /FlateDecode")


def file_of(objects: Sequence[str]) -> bytes:
    """A file of these objects, numbered from 1; the first is the catalogue."""
    data, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    return data + (
        f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n"
        f"<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF\n"
    ).encode("latin-1")
