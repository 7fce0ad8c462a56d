"""Word files packed by hand, part by part, for what no library would write."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from casebase.document import Line
from tests.extract.making import Read

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "r": OFFICE,
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    }.items()
)
_PARTS = {
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "settings": "settings",
}


def part(root: str, content: str) -> bytes:
    """A part with a root element of the main namespace."""
    return f"<w:{root} {NAMESPACES}>{content}</w:{root}>".encode()


def packed(body: str, others: Mapping[str, bytes] | None = None, **parts: str) -> bytes:
    """A .docx: the body's XML, that of other usual parts, and parts of any kind.

    Others are named `ID KIND PATH`, with the last word of their relation's type.
    """
    files = {"word/document.xml": part("document", f"<w:body>{body}</w:body>")}
    relations = []
    for name, content in parts.items():
        files[f"word/{name}.xml"] = part(_PARTS[name], content)
        relations.append((f"rel-{name}", name, f"{name}.xml"))
    for key, data in (others or {}).items():
        one, kind, path = key.split(" ")
        files[f"word/{path}"] = data
        relations.append((one, kind, path))
    files["_rels/.rels"] = rels([("rId1", "officeDocument", "word/document.xml")])
    files["word/_rels/document.xml.rels"] = rels(relations)
    return zipped(files)


def rels(relations: list[tuple[str, str, str]]) -> bytes:
    content = "".join(
        f'<Relationship Id="{one}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for one, kind, target in relations
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{content}</Relationships>'.encode()


def zipped(files: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def p(content: str, properties: str = "") -> str:
    """A paragraph of runs, or of text alone."""
    runs = content if content.startswith("<") else r(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run."""
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def field(instruction: str, result: str) -> str:
    """A field of runs."""
    return (
        f"{mark('begin')}<w:r><w:instrText> {instruction} </w:instrText></w:r>"
        f"{mark('separate')}{result}{mark('end')}"
    )


def mark(kind: str) -> str:
    """The mark of a field."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def tbl(*rows: str) -> str:
    """A table of rows, each of them the XML of its cells or a whole w:tr."""
    whole = (row if row.startswith("<w:tr>") else f"<w:tr>{row}</w:tr>" for row in rows)
    return f"<w:tbl>{''.join(whole)}</w:tbl>"


def listed(level: str) -> str:
    """The numbering part with one list, 1, and the definition of its first level."""
    return (
        f'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0">{level}</w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )


def tc(content: str, properties: str = "") -> str:
    """A cell of paragraphs, or of text alone."""
    inner = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def lines_of(read: Read, body: str, **parts: str) -> list[Line]:
    """The lines of a Word file with this body."""
    return list(read("文.docx", packed(body, None, **parts)).pages[0].lines)


def texts_of(read: Read, body: str, **parts: str) -> list[str]:
    """Their texts."""
    return [line.text for line in lines_of(read, body, **parts)]
