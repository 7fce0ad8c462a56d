"""Text in drawings that is no Word text: shapes, word art and diagrams."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from casebase.document import Line
from casebase.extract.word.names import qualified

_NODES = frozenset({None, "node", "asst"})  # of a diagram, not its lines and its frame


def drawn_lines(
    element: etree._Element, part: Callable[[str | None], etree._Element | None]
) -> Iterator[Line]:
    """The lines of word art, of a shape's text, or the nodes of a diagram as rows.

    Args:
        element: A v:textpath, a:txBody or dgm:relIds.
        part: Gives the root of the part that a relation leads to.
    """
    if element.tag == qualified("v", "textpath"):
        text = (element.get("string") or "").strip()
        yield from [Line(text)] if text else []
    elif element.tag == qualified("a", "txBody"):
        yield from map(Line, _paragraphs(element))
    else:
        data = part(element.get(qualified("r", "dm")))
        rows = tuple((text,) for text in _nodes(data)) if data is not None else ()
        yield from [Line("", rows=rows)] if rows else []


def _nodes(data: etree._Element) -> Iterator[str]:
    for point in data.iter(qualified("dgm", "pt")):
        if point.get("type") in _NODES:
            text = " ".join(_paragraphs(point))
            yield from [text] if text else []


def _paragraphs(element: etree._Element) -> Iterator[str]:
    for paragraph in element.iter(qualified("a", "p")):
        texts = (one.text or "" for one in paragraph.iter(qualified("a", "t")))
        text = "".join(texts).strip()
        yield from [text] if text else []
