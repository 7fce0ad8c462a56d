"""The parts of a Word file and how they refer to one another.

After ECMA-376 part 2 (Open Packaging Conventions). Parts that are missing or damaged
are as if they were not there; only the text itself has to be readable.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BufferedReader
from posixpath import join, normpath, split
from typing import Protocol

from lxml import etree

from casebase.extract.word.limits import (
    MAX_BESIDE,
    MAX_BYTES,
    MAX_MARKUP,
    Allowance,
    Counted,
    absurd,
)
from casebase.extract.word.names import qualified, w

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_USUAL = "word/document.xml"
# Strict files (ISO 29500) use other names for the same things.
_STRICT = b"http://purl.oclc.org/ooxml/"
_OFFICE = b"http://schemas.openxmlformats.org/"
_SAME = tuple(
    (_STRICT + family + b"/" + rest, _OFFICE + family + b"/2006/" + rest)
    for family, rest in (
        (b"wordprocessingml", b"main"),
        (b"officeDocument", b"math"),
        (b"officeDocument", b"relationships"),
        (b"drawingml", b"main"),
        (b"drawingml", b"wordprocessingDrawing"),
        (b"drawingml", b"diagram"),
    )
)
_OVERLAP = max(len(strict) for strict, _ in _SAME)


class Members(Protocol):
    """The members of a zipped file."""

    @property
    def names(self) -> tuple[str, ...]:
        """Their paths."""

    def read(self, name: str, most: int) -> bytes | None:
        """The first `most` bytes of one, None where it is missing or damaged."""

    def open(self, name: str) -> BufferedReader | None:
        """One as a stream, None where it is missing."""


class Package:
    """A Word file: its main part, and the parts that this one refers to."""

    def __init__(self, members: Members) -> None:
        """Finds the main part; the usual one where the file names none."""
        self._members = members
        self._beside = Allowance(MAX_BESIDE)
        root = self._relations("")
        named = [name for kind, name in root.values() if kind == "officeDocument"]
        self._main = named[0] if named else _USUAL
        self._properties = [
            name for kind, name in root.values() if kind == "core-properties"
        ]
        self._targets = self._relations(self._main)

    def related(self, kind: str) -> etree._Element | None:
        """The root of a part that the main part refers to, such as styles.

        Raises:
            UnreadableFileError: The parts beside the text hold too much.
        """
        names = (name for other, name in self._targets.values() if other == kind)
        trees = (self._tree(name, self._beside) for name in names)
        return next(filter(lambda tree: tree is not None, trees), None)

    def properties(self) -> etree._Element | None:
        """The root of the part with the title and the author."""
        return self._tree(self._properties[0]) if self._properties else None

    def part(self, relation: str | None) -> bytes | None:
        """The bytes of the part that a relation of the main part leads to.

        Raises:
            UnreadableFileError: They are too many.
        """
        data = self._members.read(self.name(relation), MAX_BYTES + 1)
        if data and len(data) > MAX_BYTES:
            raise absurd()
        return data

    def name(self, relation: str | None) -> str:
        """The path of that part, empty where there is none."""
        return self._targets.get(relation or "", ("", ""))[1]

    def tree(self, relation: str | None) -> etree._Element | None:
        """The root of the part that a relation of the main part leads to.

        Raises:
            UnreadableFileError: It holds too much.
        """
        return self._tree(self.name(relation))

    def body(self) -> Iterator[etree._Element]:
        """The elements of the body one after the other; each is gone when it is passed.

        So a body of any length takes little memory.

        Raises:
            UnreadableFileError: One of them holds too much.
            OSError: It is missing or damaged.
            etree.XMLSyntaxError: It is no XML, or nested too deeply.
        """
        stream = self._members.open(self._main)
        if stream is None:
            raise FileNotFoundError(self._main)
        allowance = Allowance(MAX_MARKUP)
        tags = [w(name) for name in ("p", "tbl", "sdt", "sectPr", "body")]
        last: etree._Element | None = None
        checked = False
        for _, element in etree.iterparse(
            BufferedReader(Counted(stream, allowance, _transitional, _OVERLAP)),
            tag=tags,
            resolve_entities=False,
            no_network=True,
            remove_comments=True,
            remove_pis=True,
        ):
            if not checked:
                _refuse_declarations(element)
                checked = True
            whole = element.tag == w("body")
            body = element if whole else element.getparent()
            if body is None or body.tag != w("body"):
                continue
            while len(body) and (whole or body[0] is not element):
                if body[0] is not last:
                    yield body[0]
                del body[0]
            if not whole:
                yield element
                element.clear()
                last = element
                allowance.renew()

    def _tree(
        self, name: str, allowance: Allowance | None = None
    ) -> etree._Element | None:
        stream = self._members.open(name) if name else None
        if stream is None:
            return None
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            allowance = allowance or Allowance(MAX_BESIDE)
            counted = Counted(stream, allowance, _transitional, _OVERLAP)
            root = etree.parse(BufferedReader(counted), parser).getroot()
            _refuse_declarations(root)
        except (etree.XMLSyntaxError, ValueError, OSError):
            return None
        return root

    def _relations(self, part: str) -> Mapping[str, tuple[str, str]]:
        """Of a part's relations: the last word of the kind, and the target's path."""
        folder, name = split(part)
        root = self._tree(join(folder, "_rels", f"{name}.rels"))
        found = root.findall(_RELATION) if root is not None else []
        return {
            str(one.get("Id")): (
                str(one.get("Type")).rsplit("/", 1)[-1],
                _path(folder, str(one.get("Target"))),
            )
            for one in found
            if one.get("TargetMode") != "External"
        }


def relation(element: etree._Element, name: str = "id") -> str | None:
    """The relation that an element names: its `r:id` or the like."""
    return element.get(qualified("r", name))


def _path(folder: str, target: str) -> str:
    target = target.replace("\\", "/")
    whole = target if target.startswith("/") else join(folder, target)
    return normpath(whole).lstrip("/")


def _transitional(data: bytes) -> bytes:
    if _STRICT in data:
        for strict, usual in _SAME:
            data = data.replace(strict, usual)
    return data


def _refuse_declarations(element: etree._Element) -> None:
    """Refuses a document type: no Word file has one, entity bombs need one."""
    if element.getroottree().docinfo.internalDTD is not None:
        raise OSError("a document type is declared")
