"""Word files, and the old formats that LibreOffice makes of them."""

# ruff: noqa: E501 - the markup stands as Word writes it

from __future__ import annotations

import shutil
import subprocess
import tempfile
from dataclasses import replace
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from tests.made.making import Article, Bench, Extras, Made, article, truth_from

COUNTED = """<w:abstractNum {0} w:abstractNumId="77"><w:multiLevelType w:val="singleLevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>
<w:lvlText w:val="%1、"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>"""
NUMBERED = '<w:num {0} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'
BOX = """<w:p {0} xmlns:v="urn:schemas-microsoft-com:vml"><w:r><w:pict>
<v:shape style="width:300pt;height:60pt"><v:textbox><w:txbxContent><w:p><w:r><w:t>{1}</w:t></w:r></w:p>
</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"""
CHANGED = """<w:p {0}><w:r><w:t>{1}</w:t></w:r><w:del w:id="1" w:author="x"><w:r>
<w:delText>这几个字已经删去</w:delText></w:r></w:del><w:ins w:id="2" w:author="x"><w:r><w:t>{2}</w:t></w:r></w:ins></w:p>"""


def word_report(bench: Bench) -> Made:
    """Numbered headings, a table, a one-cell box, a text box, tracked changes."""
    word, text, extras = _report(bench)
    return Made("word-report.docx", _saved(word), truth_from(text[0], text, extras))


def _report(bench: Bench, *, boxes: bool = True) -> tuple[Word, list[str], Extras]:
    writer = bench.writer
    written = replace(article(writer, 900, 3), subtitle="")
    word, head = Document(), "云岫职业学院党建工作材料汇编"
    word.sections[0].header.paragraphs[0].text = head
    word.sections[0].footer.paragraphs[0].text = "第 1 页　内部资料"
    _numbering(word)
    _titled(word, written)
    text = [written.title]
    for number, (what, words) in enumerate(written.parts):
        added = word.add_paragraph(words)
        if what == "heading":
            _counted(added)
            mark = "一二三"[
                sum(it == "heading" for it, _ in written.parts[: number + 1]) - 1
            ]
            text.append(f"{mark}、{words}")
        else:
            added.paragraph_format.first_line_indent = Pt(28)
            text.append(words)
    rows = writer.rows(5)
    table = word.add_table(len(rows), len(rows[0]), "Table Grid")
    for cells, row in zip(table.rows, rows, strict=True):
        for cell, content in zip(cells.cells, row, strict=True):
            cell.text = content
    text += [cell for row in rows for cell in row]
    if boxes:
        text += _boxes(word, bench)
    extras = Extras(forbidden=[head, "内部资料", "已经删去"], tables=[rows])
    return word, text, extras


def _boxes(word: Word, bench: Bench) -> list[str]:
    writer = bench.writer
    one, two, three, four = (writer.paragraph(40) for _ in range(4))
    word.add_table(1, 1, "Table Grid").cell(0, 0).text = one
    end = len(word.element.body) - 1
    word.element.body.insert(end, parse_xml(BOX.format(nsdecls("w"), two)))
    changed = CHANGED.format(nsdecls("w"), three, four)
    word.element.body.insert(end + 1, parse_xml(changed))
    return [one, two, three, four]


def _numbering(word: Word) -> None:
    root = word.part.numbering_part.element
    first = next(n for n, it in enumerate(root) if it.tag.endswith("}num"))
    root.insert(first, parse_xml(COUNTED.format(nsdecls("w"))))
    root.append(parse_xml(NUMBERED.format(nsdecls("w"))))


def _counted(paragraph: object) -> None:
    element = paragraph._p  # type: ignore[attr-defined]
    properties = element.get_or_add_pPr()
    number = (
        f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr>'
    )
    properties.append(parse_xml(number))


def _titled(word: Word, written: Article) -> None:
    title = word.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = title.add_run(written.title)
    run.bold, run.font.size = True, Pt(22)


def _saved(word: Word) -> bytes:
    data = BytesIO()
    word.save(data)
    return data.getvalue()


def old_word(bench: Bench) -> Made:
    """Word 97 (.doc)."""
    return _converted(bench, "doc", "old-word.doc")


def rich_text(bench: Bench) -> Made:
    """RTF under its own name."""
    return _converted(bench, "rtf", "rich-text.rtf")


def rich_text_as_word(bench: Bench) -> Made:
    """RTF under a Word file's name."""
    return _converted(bench, "rtf", "rich-text-as-word.doc")


def old_word_as_wps(bench: Bench) -> Made:
    """Word 97 under the name of WPS."""
    return _converted(bench, "doc", "old-word-as-wps.wps")


def new_word_as_old(bench: Bench) -> Made:
    """A new Word file under an old one's name."""
    word, text, extras = _report(bench)
    return Made("new-word-as-old.doc", _saved(word), truth_from(text[0], text, extras))


def page_as_word(bench: Bench) -> Made:
    """A web page under a Word file's name, as Word saves and systems export."""
    written = replace(article(bench.writer, 800, 3, marks="一"), subtitle="")
    body = "".join(
        f"<p class=MsoNormal><span>{text}<o:p></o:p></span></p>"
        for _, text in written.parts
    )
    html = (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta http-equiv='
        'Content-Type content="text/html; charset=gb2312"><meta name=ProgId content=Word.Document>'
        "<!--[if gte mso 9]><xml><o:Author>x</o:Author></xml><![endif]--></head><body>"
        f"<p align=center><b><span style='font-size:22pt'>{written.title}</span></b></p>{body}</body></html>"
    )
    parts = [written.title, *(text for _, text in written.parts)]
    data = html.encode("gb18030")
    return Made("page-as-word.doc", data, truth_from(written.title, parts, Extras()))


def exported(bench: Bench) -> Made:
    """The PDF that an office program exports."""
    return _converted(bench, "pdf", "exported.pdf")


def _converted(bench: Bench, suffix: str, name: str) -> Made:
    word, text, extras = _report(bench, boxes=False)
    return Made(name, office(_saved(word), suffix), truth_from(text[0], text, extras))


@lru_cache(maxsize=64)
def office(docx: bytes, suffix: str) -> bytes:
    """What LibreOffice makes of a Word file.

    Raises:
        FileNotFoundError: There is no LibreOffice.
    """
    program = shutil.which("soffice")
    if program is None:
        raise FileNotFoundError("no LibreOffice here")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.docx"
        path.write_bytes(docx)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [program, profile, "--headless", "--convert-to", suffix, path.name]
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=90)
        return path.with_suffix(f".{suffix}").read_bytes()


MAKERS = (word_report, new_word_as_old, page_as_word)
OFFICE_MAKERS = (old_word, rich_text, rich_text_as_word, old_word_as_wps, exported)
