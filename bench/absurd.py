"""Files made to take all memory: small on the disk, millions of parts when read."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.readings import in_child

_OFFICE = "http://schemas.openxmlformats.org"
_MAIN = f"{_OFFICE}/wordprocessingml/2006/main"
_RELATIONS = (
    f'<Relationships xmlns="{_OFFICE}/package/2006/relationships">'
    f'<Relationship Id="m" Type="{_OFFICE}/officeDocument/2006/relationships/'
    'officeDocument" Target="word/document.xml"/></Relationships>'
)
_ROW = "<w:tr>" + "<w:tc><w:p/></w:tc>" * 3000 + "</w:tr>"
_BODIES = {
    "a table of 2.7 million cells.docx": f"<w:tbl>{_ROW * 900}</w:tbl>",
    "a paragraph of 4 million runs.docx": f"<w:p>{'<w:r/>' * 4_000_000}</w:p>",
    "3 million text boxes.docx": "<w:p><w:r>"
    + "<w:txbxContent><w:p/></w:txbxContent>" * 3_000_000
    + "</w:r></w:p>",
}


def _word(body: str) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        text = f'<w:document xmlns:w="{_MAIN}"><w:body>{body}</w:body></w:document>'
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("_rels/.rels", _RELATIONS)
            archive.writestr("word/document.xml", text)

    return write


def _text(content: str, times: int) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        path.write_text(content * times, encoding="utf-8")

    return write


def _pages(path: Path) -> None:
    """A PDF of a million empty pages."""
    many = 1_000_000
    kids = " ".join(f"{number} 0 R" for number in range(3, many + 3))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {many}/Kids[{kids}]>>",
        *["<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"] * many,
    ]
    whole, starts = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, 1):
        starts.append(len(whole))
        whole += f"{number} 0 obj\n{content}\nendobj\n".encode()
    listed = "".join(f"{start:010} 00000 n \n" for start in starts)
    size, at = len(objects) + 1, len(whole)
    whole += f"xref\n0 {size}\n0000000000 65535 f \n{listed}".encode()
    whole += f"trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{at}\n%%EOF".encode()
    path.write_bytes(whole)


_KINDS = {
    **{name: _word(body) for name, body in _BODIES.items()},
    "a line of 50 MB.txt": _text("党建引领。", 3_400_000),
    "2.9 million paragraphs.html": _text("<p>党</p>", 2_900_000),
    "a million pages.pdf": _pages,
}


def memory() -> Iterator[tuple[str, float, float]]:
    """Of every kind: its name, its size and the most memory that it took, in MB."""
    with TemporaryDirectory() as folder:
        for name, write in _KINDS.items():
            path = Path(folder, name)
            write(path)
            yield name, path.stat().st_size / 1e6, in_child(path).memory
            path.unlink()
