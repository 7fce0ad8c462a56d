"""Word files that are one XML file, as systems give them out under the name of .doc."""

from __future__ import annotations

import pytest

from casebase.document import Line
from casebase.errors import UnreadableFileError
from tests.extract.making import Read
from tests.extract.packing import OFFICE, p, packed, part, r, rels, tbl, tc

FIRST = "青禾职业学院党委坚持把支部建在专业上。"
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?>'
)
OLD = (
    'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" '
    'xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" '
    'xmlns:aml="http://schemas.microsoft.com/aml/2001/core"'
)
STYLES = (
    '<w:styles><w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/>'
    "</w:style></w:styles>"
)


def old(body: str) -> bytes:
    content = f"{STYLES}<w:body><wx:sect>{body}</wx:sect></w:body>"
    return f"{HEAD}<w:wordDocument {OLD}>{content}</w:wordDocument>".encode()


def listed(text: str, label: str) -> str:
    return p(text, f'<w:listPr><wx:t wx:val="{label}"/></w:listPr>')


def test_what_word_2003_wrote_is_read(read: Read) -> None:
    note = f"<w:r><w:footnote>{p('见学校章程。')}</w:footnote></w:r>"
    annotation = '<aml:annotation w:type="Word.{}"><aml:content>{}</aml:content>'
    gone = annotation.format("Deletion", r("旧")) + "</aml:annotation>"
    new = annotation.format("Insertion", r("新")) + "</aml:annotation>"
    merged = '<w:vmerge w:val="restart"/>', "<w:vmerge/>"
    body = (
        p("支部建设", '<w:pStyle w:val="a"/>')
        + p(r(FIRST) + note)
        + listed("抓学习", "（一）")
        + listed("抓活动", "2")
        + listed("圆点", "·")
        + p(gone + new)
        + tbl(tc("机电", merged[0]) + tc("匠心"), tc("", merged[1]) + tc("先锋"))
        + annotation.format("Deletion", p("整段删去"))
        + "</aml:annotation>"
    )
    assert list(read("导出.doc", old(body)).pages[0].lines) == [
        Line("支部建设", level=1),
        Line(f"{FIRST}[1]"),
        Line("[1] 见学校章程。", note=True),
        Line("（一）抓学习"),
        Line("2 抓活动"),
        Line("圆点"),
        Line("新"),
        Line("", rows=(("机电", "匠心"), ("", "先锋"))),
    ]


def flat(parts: dict[str, bytes]) -> bytes:
    content = "".join(
        f'<pkg:part pkg:name="/{name}"><pkg:xmlData>{data.decode()}</pkg:xmlData>'
        "</pkg:part>"
        for name, data in parts.items()
    )
    space = "http://schemas.microsoft.com/office/2006/xmlPackage"
    picture = '<pkg:part pkg:name="/word/a.png"><pkg:binaryData>AA</pkg:binaryData>'
    whole = f'<pkg:package xmlns:pkg="{space}">{content}{picture}</pkg:part>'
    return f"{HEAD}{whole}</pkg:package>".encode()


def test_a_package_in_one_file_is_read(read: Read) -> None:
    styles = '<w:style w:styleId="a"><w:name w:val="heading 2"/></w:style>'
    heading = p("支部建设", '<w:pStyle w:val="a"/>')
    body = f"<w:body>{heading}{p(FIRST)}</w:body>"
    data = flat(
        {
            "_rels/.rels": rels([("r", "officeDocument", "word/document.xml")]),
            "word/_rels/document.xml.rels": rels([("s", "styles", "styles.xml")]),
            "word/document.xml": part("document", body),
            "word/styles.xml": part("styles", styles),
        }
    )
    assert OFFICE.encode() in data
    assert list(read("导出.doc", data).pages[0].lines) == [
        Line("支部建设", level=2),
        Line(FIRST),
    ]


@pytest.mark.parametrize(
    "data",
    [
        old(p(FIRST))[:-30],
        old(p(FIRST)).replace(b"<w:word", b"<!DOCTYPE x [<!ENTITY e 'x'>]><w:word", 1),
        flat({}),
    ],
)
def test_what_is_damaged_is_told(read: Read, data: bytes) -> None:
    with pytest.raises(UnreadableFileError, match="损坏"):
        read("导出.doc", data)


def test_the_same_bytes_zipped_are_read_the_same(read: Read) -> None:
    body = p(FIRST)
    data = flat({"word/document.xml": part("document", f"<w:body>{body}</w:body>")})
    assert read("导.doc", data).pages == read("导.docx", packed(body)).pages
