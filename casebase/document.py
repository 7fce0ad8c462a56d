"""A document on its way in: from a file's bytes to repaired text in reading order.

`Layout` is what a reader found: lines as they stand on the page. `Document` is what
repair made of it: whole paragraphs, headings, no furniture. They are two types so that
nobody can split text that was not repaired.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from casebase.place import Box, Place

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A file below corpus/.

    Attributes:
        name: Path below corpus/, with forward slashes; what people see.
        path: Where the file lies.
        digest: SHA-256 of its bytes, 64 hexadecimal digits.
    """

    name: str
    path: Path
    digest: str

    @property
    def document_id(self) -> str:
        """The document's id: the first 16 digits of the digest (64 bits)."""
        return document_id(self.digest)


def document_id(digest: str) -> str:
    """The id of the document with these bytes: the first digits of their SHA-256."""
    return digest[:16]


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file says of itself outside its text (meta tags, crawler header lines).

    Every field is empty where the file says nothing. `date` is ISO 8601 (YYYY-MM-DD,
    or YYYY-MM, or YYYY). `medium` names the platform of a page whose build tells it
    (微信公众号), and `site` holds the words with which a page names its site: what
    follows the article's title in the page's, and the lines with copyright and address.
    """

    title: str = ""
    author: str = ""
    source: str = ""
    date: str = ""
    url: str = ""
    medium: str = ""
    site: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it stands in the file, or one whole table.

    Attributes:
        text: The line without its line break, leading spaces kept: they tell indents.
        level: Heading level that the format states (Markdown #, h1, Word outline
            level), 1 for the highest; 0 where it states none.
        gap: Whether an empty line (or more) stands before it.
        rows: The cells of a table, row by row; then `text` is empty. A value that
            several cells share stands in the first of them, the others are empty.
        boxed: Whether it stands in a box, as a table of one cell is.
        box: Where it stands on its page; None where that is not known.
        recognised: Whether it was read off a picture (OCR), so that it may be wrong.
        size: Of the type, in points; 0 where that is not known.
        turn: Whether a column or a box begins with it.
        measure: The width of the column it was set in, in its own type's sizes; 0 where
            that is not known.
        reach: How far from the left edge of that column it ends, in the same unit; of a
            row of cells, its first cell.
        aside: Whether it interrupts the text around it: a caption, a note at the foot
            of a column.
        note: Whether the format states that it is a footnote or an endnote.
        header: Of a table, how many of its first rows the file says are its head; 0
            where it does not say.
    """

    text: str
    level: int = 0
    gap: bool = False
    rows: tuple[Row, ...] = ()
    boxed: bool = False
    box: Box | None = None
    recognised: bool = False
    size: float = 0.0
    turn: bool = False
    measure: float = 0.0
    reach: float = 0.0
    aside: bool = False
    note: bool = False
    header: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of one page as read.

    Attributes:
        number: 1-based; None where there are no pages.
        lines: In the order of the file.
        placed: Whether only their boxes tell their order: each line is then a run of
            type on one base line without a wide gap, such as a line of a column or the
            words of a cell, and has a box and a size.
        size: Width and height in points as it is shown; 0 where that is not known.
        rules: The drawn lines and the sides of drawn boxes, as thin boxes.
        unread: Whether it shows more than its lines say, as a scan does, or a page
            whose text cannot be trusted: it is to be read off its picture where that
            can be done. What lines it has are then replaced.
    """

    number: int | None
    lines: tuple[Line, ...]
    placed: bool = False
    size: tuple[float, float] = (0.0, 0.0)
    rules: tuple[Box, ...] = ()
    unread: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """What a reader noticed about a page; the build makes a `Problem` of it."""

    page: int | None
    message: str
    advice: str
    damaged: bool = True


@dataclass(frozen=True, slots=True)
class Layout:
    """A file as read: lines on pages, nothing joined, nothing dropped.

    Attributes:
        format: One of pdf html docx doc rtf odt text markdown picture.
        pages: In order; a single page numbered None where the format has none.
        flowing: Each line is a whole paragraph already (HTML, Word), so that repair
            must not join any.
        metadata: What the file says of itself.
        notices: What is wrong with which page.
        lacking: The optional tools that are not on the machine, such as libreoffice,
            and would have read more of the file.
    """

    format: str
    pages: tuple[Page, ...]
    flowing: bool = False
    metadata: Metadata = Metadata()
    notices: tuple[Notice, ...] = ()
    lacking: tuple[str, ...] = ()


class BlockKind(StrEnum):
    """What a block is to a reader."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    TABLE = "table"
    CAPTION = "caption"  # 图 3 … , 表 1 …
    NOTE = "note"  # footnote, 【作者简介】, picture credit, byline


@dataclass(frozen=True, slots=True)
class Block:
    """A whole paragraph, heading, table, caption or note.

    Attributes:
        kind: What it is.
        text: Whole, with no line break; empty for a table.
        level: Of a heading, 1 for the highest; else 0.
        page: The page on which it begins, 1-based; None where there are no pages.
        last_page: The page on which it ends.
        rows: Of a table, its cells row by row.
        measure: The width of the lines it was set in, in full-width characters; None
            where that is not known. A boxed case has another measure than the section
            around it.
        gap: Whether an empty line stood before it.
        boxed: Whether it stood in a box, as a table of one cell is.
        places: Where it stands, one for each column or page it runs through; empty
            where that is not known.
        recognised: Whether any of it was read off a picture (OCR).
        size: Of the type it begins with, in points; 0 where that is not known.
        header: Of a table, how many of its first rows are its head.
        breaks: Of a table, the rows (from 0) with which its second and further pages
            begin.
    """

    kind: BlockKind
    text: str
    level: int = 0
    page: int | None = None
    last_page: int | None = None
    rows: tuple[Row, ...] = ()
    measure: float | None = None
    gap: bool = False
    boxed: bool = False
    places: tuple[Place, ...] = ()
    recognised: bool = False
    size: float = 0.0
    header: int = 0
    breaks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A repaired document: its title found, its text in reading order.

    Attributes:
        id: `Source.document_id`.
        name: Path below corpus/.
        format: As in `Layout`.
        title: Never empty; where the text has none, the metadata's or the file's name.
        subtitle: Without its leading dashes; may be empty.
        blocks: Everything else in reading order; title and subtitle are not in it.
        metadata: What the file says of itself.
        page_count: None where there are no pages.
    """

    id: str
    name: str
    format: str
    title: str
    subtitle: str
    blocks: tuple[Block, ...]
    metadata: Metadata = Metadata()
    page_count: int | None = None
