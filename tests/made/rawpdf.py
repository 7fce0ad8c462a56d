"""PDFs written object by object, for what no printer driver would write today.

The fonts are those that Acrobat brings along for Chinese (ISO 32000-1, 9.7.5.2): named,
not embedded, and nothing tells what their codes mean but the encoding's name.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tests.made.setting import SetLine

Object = bytes


@dataclass(frozen=True)
class Face:
    """A font that is not embedded.

    Attributes:
        font: Its dictionary.
        encode: A text's codes.
        more: Objects that the dictionary names, numbered after it.
    """

    font: Callable[[int], bytes]
    encode: Callable[[str], bytes]
    more: tuple[bytes, ...] = ()


def _composite(encoding: str) -> Callable[[int], bytes]:
    def font(number: int) -> bytes:
        return (
            f"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light"
            f" /Encoding /{encoding} /DescendantFonts [{number + 1} 0 R] >>"
        ).encode()

    return font


DESCENDANT = (
    b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000"
    b" /W [1 95 500 814 939 500]"
    b" /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >>"
    b" /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6"
    b" /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120"
    b" /CapHeight 880 /StemV 93 >> >>"
)
UCS2 = Face(
    _composite("UniGB-UCS2-H"), lambda it: it.encode("utf-16-be"), (DESCENDANT,)
)
GBK = Face(_composite("GBK-EUC-H"), lambda it: it.encode("gbk"), (DESCENDANT,))
SIMPLE = Face(
    lambda _: (
        b"<< /Type /Font /Subtype /TrueType /BaseFont /FZXBSJW--GB1-0"
        b" /Encoding /WinAnsiEncoding /FirstChar 0 /LastChar 255 /Widths ["
        + b" 500" * 256
        + b" ] >>"
    ),
    lambda it: it.encode("gb18030"),
)


@dataclass
class Book:
    """A PDF that is being written.

    Attributes:
        face: The only font.
        size: Of its pages, in points.
        mode: How glyphs are drawn; 3 is not at all, as under a scan.
        objects: The first three are catalogue, pages and font.
    """

    face: Face
    size: tuple[float, float] = (595.0, 842.0)
    mode: int = 0
    objects: list[Object] = field(default_factory=list)
    kids: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.objects += [b"", b"", self.face.font(3), *self.face.more]

    def add(self, content: bytes) -> int:
        """Adds an object.

        Returns:
            Its number.
        """
        self.objects.append(content)
        return len(self.objects)

    def page(
        self,
        lines: Sequence[SetLine],
        jpeg: bytes = b"",
        pixels: tuple[int, int] = (0, 0),
    ) -> None:
        """Adds a page with these lines, over a picture if there is one."""
        shown = (
            f"BT {self.mode} Tr\n".encode() + b"".join(map(self._drawn, lines)) + b"ET"
        )
        picture = b""
        if jpeg:
            number = self.add(_picture(jpeg, pixels))
            shown = b"q %g 0 0 %g 0 0 cm /Im Do Q\n" % self.size + shown
            picture = b" /XObject << /Im %d 0 R >>" % number
        stream = self.add(
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(shown), shown)
        )
        self.kids.append(
            self.add(
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %g %g] /Contents %d 0 R"
                b" /Resources << /Font << /F 3 0 R >>%s >> >>"
                % (*self.size, stream, picture)
            )
        )

    def _drawn(self, line: SetLine) -> bytes:
        foot = self.size[1] - line.top - 0.88 * line.style.size
        done = b"/F %g Tf\n" % line.style.size
        for glyph in line.glyphs:
            code = self.face.encode(glyph.char).hex().encode()
            done += b"1 0 0 1 %.2f %.2f Tm <%s> Tj\n" % (glyph.left, foot, code)
        return done

    def finished(self) -> list[Object]:
        """All objects, numbered from 1."""
        kids = b" ".join(b"%d 0 R" % kid for kid in self.kids)
        self.objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
        self.objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (
            kids,
            len(self.kids),
        )
        return self.objects


def _picture(jpeg: bytes, pixels: tuple[int, int]) -> bytes:
    return (
        b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace"
        b" /DeviceGray"
        b" /BitsPerComponent 8 /Filter /DCTDecode /Length %d >>\nstream\n%s\nendstream"
        % (*pixels, len(jpeg), jpeg)
    )


def plain(objects: Sequence[Object]) -> bytes:
    """With a cross-reference table, as PDF 1.4 has it."""
    data, places = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start, size = len(data), len(objects) + 1
    data += b"xref\n0 %d\n0000000000 65535 f \n" % size
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        size,
        start,
    )
    return bytes(data)


def packed(objects: Sequence[Object]) -> bytes:
    """With its small objects in an object stream and a stream for cross-references."""
    data = bytearray(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
    small = [n for n, it in enumerate(objects, 1) if b"stream\n" not in it]
    entries: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
    for number, content in enumerate(objects, 1):
        if number not in small:
            entries[number] = (1, len(data), 0)
            data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    holder, table = len(objects) + 1, len(objects) + 2
    heads, bodies = b"", b""
    for index, number in enumerate(small):
        heads += b"%d %d " % (number, len(bodies))
        bodies += objects[number - 1] + b" "
        entries[number] = (2, holder, index)
    entries[holder] = (1, len(data), 0)
    inside = heads + bodies
    data += b"%d 0 obj\n<< /Type /ObjStm /N %d /First %d /Length %d >>\nstream\n" % (
        holder, len(small), len(heads), len(inside),
    )  # fmt: skip
    data += inside + b"\nendstream\nendobj\n"
    start = entries[table] = (1, len(data), 0)
    rows = b"".join(
        bytes([kind]) + place.to_bytes(4, "big") + more.to_bytes(2, "big")
        for _, (kind, place, more) in sorted(entries.items())
    )
    data += (
        b"%d 0 obj\n<< /Type /XRef /Size %d /Root 1 0 R /W [1 4 2] /Length %d >>\n"
        b"stream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n"
    ) % (table, table + 1, len(rows), rows, start[1])
    return bytes(data)
