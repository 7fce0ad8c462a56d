"""Word files that are one XML file: as Word 2003 wrote them, and as Word does now.

Systems that fill in templates give out such files, mostly under the name of a .doc.
"""

from __future__ import annotations

from io import BufferedReader, BytesIO

from lxml import etree

from casebase.extract.word.limits import MAX_MARKUP, Allowance
from casebase.extract.word.names import w

MAX_FLAT = 80_000_000  # bytes, of which most are pictures
_PACKAGE = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_WORD_2003 = b"http://schemas.microsoft.com/office/word/2003/wordml"
_MAIN = w("p")[1:].split("}")[0].encode()
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="s" Type="{_TYPES}/styles" Target="styles.xml"/></Relationships>'
).encode()


class Flat:
    """Such a file, by the paths that its parts would have in a zipped one."""

    def __init__(self, data: bytes) -> None:
        """Takes the parts apart; of a damaged file there are none.

        Raises:
            UnreadableFileError: It holds too much.
        """
        Allowance(MAX_MARKUP, MAX_FLAT).take(data)
        data = data.replace(_WORD_2003, _MAIN)
        root = _parsed(data)
        self._parts: dict[str, bytes] = {}
        if root is None:
            return
        if root.tag == f"{_PACKAGE}package":
            self._parts = dict(_packed(root))
            return
        self._parts["word/document.xml"] = data
        self._parts["word/_rels/document.xml.rels"] = _RELATIONS
        styles = root.find(w("styles"))
        if styles is not None:
            self._parts["word/styles.xml"] = etree.tostring(styles)

    @property
    def names(self) -> tuple[str, ...]:
        """The paths of the parts."""
        return tuple(self._parts)

    def read(self, name: str, most: int) -> bytes | None:
        """The first `most` bytes of one, None where it is missing."""
        data = self._parts.get(name)
        return None if data is None else data[:most]

    def open(self, name: str) -> BufferedReader | None:
        """One as a stream, None where it is missing."""
        data = self._parts.get(name)
        return None if data is None else BufferedReader(BytesIO(data))


def _parsed(data: bytes) -> etree._Element | None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    declared = root.getroottree().docinfo.internalDTD is not None
    return None if declared else root


def _packed(root: etree._Element) -> list[tuple[str, bytes]]:
    """The parts in XML of a file that Word 2007 or a later one wrote."""
    found = []
    for part in root.findall(f"{_PACKAGE}part"):
        content = part.find(f"{_PACKAGE}xmlData")
        if content is not None and len(content):
            name = str(part.get(f"{_PACKAGE}name")).lstrip("/")
            found.append((name, etree.tostring(content[0])))
    return found
