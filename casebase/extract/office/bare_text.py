"""antiword, which prints the text of a Word 6 to 2003 file."""

from __future__ import annotations

from casebase import extras
from casebase.document import Layout, Line, Notice, Page
from casebase.extract.office.running import folder_with, run


def text_of(data: bytes) -> str:
    """The text, a paragraph a line, cells of tables between upright lines.

    It is empty where antiword is missing or cannot open the file.
    """
    program = extras.antiword()
    if program is None:
        return ""
    with folder_with(data, "file.doc") as folder:
        done = run(folder, str(program), "-m", "UTF-8.txt", "-w", "0", "file.doc")
        text = (folder / "output").read_text("utf-8", "replace") if done else ""
    return text.strip()


def bare(text: str) -> Layout:
    """The text as a layout, with a notice of what may be missing."""
    lines = tuple(map(_line, filter(str.strip, text.splitlines())))
    notice = Notice(
        None,
        "文件是用 antiword 读取的，表格、标题级别和自动编号可能不完整。",
        "安装 LibreOffice 后重新运行 casebase reindex，会读得更完整。",
        damaged=False,
    )
    return Layout("doc", (Page(None, lines),), flowing=True, notices=(notice,))


def _line(text: str) -> Line:
    """A paragraph, or a row of a table: |支部 |品牌 |."""
    text = text.strip()
    if not (text.startswith("|") and text.endswith("|") and text.strip("| ")):
        return Line(text)
    cells = text.removeprefix("|").removesuffix("|").split("|")
    return Line("", rows=(tuple(cell.strip() for cell in cells),))
