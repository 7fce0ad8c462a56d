"""Hostile and damaged Word files end as a problem of theirs, or give what they can."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casebase.document import Layout
from casebase.errors import UnreadableFileError
from casebase.extract import word
from casebase.extract.archive import Archive
from casebase.extract.word import body, package
from tests.extract.making import Read
from tests.extract.packing import p, packed, part, r, rels, tbl, tc, zipped

FIRST = "青禾职业学院党委坚持把支部建在专业上。"
LAUGHS = "".join(
    f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "哈"}">' for n in range(10)
)
DOCUMENT = "word/document.xml"
ROOT = {
    "_rels/.rels": rels([("rId1", "officeDocument", DOCUMENT)]),
}


def texts(layout: Layout) -> list[str]:
    return [line.text for line in layout.pages[0].lines]


@pytest.mark.parametrize(
    "declared",
    [
        f"<!DOCTYPE w:document [{LAUGHS}]>",
        '<!DOCTYPE w:document [<!ENTITY l9 SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE w:document SYSTEM "http://127.0.0.1:9/x.dtd" [<!ENTITY l9 "x">]>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(read: Read, declared: str, encoding: str) -> None:
    text = part("document", f"<w:body>{p(FIRST)}{p(r('&l9;'))}</w:body>").decode()
    head = f'<?xml version="1.0" encoding="{encoding}"?>'
    data = zipped({**ROOT, DOCUMENT: (head + declared + text).encode(encoding)})
    with pytest.raises(UnreadableFileError, match="损坏"):
        read("实体.docx", data)


def test_entities_of_other_parts_are_as_if_the_part_were_missing(read: Read) -> None:
    numbering = f"<!DOCTYPE w:numbering [{LAUGHS}]>".encode() + part("numbering", "")
    data = packed(p(FIRST), {"n numbering n.xml": numbering})
    assert texts(read("实体.docx", data)) == [FIRST]


def test_text_in_utf_16_is_read(read: Read) -> None:
    text = part("document", f"<w:body>{p(FIRST)}</w:body>").decode()
    head = '<?xml version="1.0" encoding="utf-16"?>'
    data = zipped({**ROOT, DOCUMENT: (head + text).encode("utf-16")})
    assert texts(read("宽.docx", data)) == [FIRST]


def test_a_strict_file_is_read(read: Read) -> None:
    usual, strict = (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    text = part("document", f"<w:body>{p(FIRST)}</w:body>").replace(usual, strict)
    kinds = rels([("rId1", "officeDocument", DOCUMENT)])
    assert texts(read("严.docx", zipped({"_rels/.rels": kinds, DOCUMENT: text}))) == [
        FIRST
    ]


@pytest.mark.parametrize(
    "nest",
    [
        lambda n: "<w:tbl><w:tr><w:tc>" * n + p("里") + "</w:tc></w:tr></w:tbl>" * n,
        lambda n: "<w:sdt><w:sdtContent>" * n + p("里") + "</w:sdtContent></w:sdt>" * n,
        lambda n: (
            "<w:p>" + "<w:smartTag>" * n + r("里") + "</w:smartTag>" * n + "</w:p>"
        ),
    ],
)
def test_what_is_nested_too_deep_ends_the_text_with_a_notice(
    read: Read, nest: Callable[[int], str]
) -> None:
    shallow = read("浅.docx", packed(p(FIRST) + nest(60)))
    assert texts(shallow) == [FIRST, "里"]
    assert not shallow.notices
    deep = read("深.docx", packed(p(FIRST) + nest(1000)))
    assert texts(deep) == [FIRST]
    assert "太深" in deep.notices[0].message
    with pytest.raises(UnreadableFileError, match="太深"):
        read("深.docx", packed(nest(1000)))


def test_what_stands_before_the_damage_is_read(read: Read) -> None:
    whole = part("document", f"<w:body>{p(FIRST) * 3}{p('后面')}</w:body>")
    cut = whole[: whole.index("后面".encode())]
    layout = read("断.docx", zipped({**ROOT, DOCUMENT: cut}))
    assert texts(layout) == [FIRST] * 3
    (notice,) = layout.notices
    assert notice.damaged
    assert "损坏" in notice.message


@pytest.mark.parametrize(
    "files",
    [
        {},
        {DOCUMENT: b""},
        {DOCUMENT: b"no xml"},
        {"word/other.xml": b"<x/>"},
    ],
)
def test_a_file_without_its_text_is_told(read: Read, files: dict[str, bytes]) -> None:
    with pytest.raises(UnreadableFileError, match="损坏"):
        read("缺.docx", zipped({"word/x": b"", **ROOT, **files}))


def test_parts_that_are_missing_or_damaged_are_done_without(read: Read) -> None:
    data = packed(
        p(FIRST, '<w:numPr><w:numId w:val="1"/></w:numPr>'),
        {"s styles styles.xml": b"<broken", "f footnotes f.xml": b""},
    )
    assert texts(read("缺.docx", data)) == [FIRST]
    bare = part("document", f"<w:body>{p(FIRST)}</w:body>")
    assert texts(read("光.docx", zipped({DOCUMENT: bare}))) == [FIRST]


def test_an_absurd_number_of_paragraphs_is_refused(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(body, "MAX_PARAGRAPHS", 5)
    assert texts(read("多.docx", packed(p(FIRST) * 5)))
    with pytest.raises(UnreadableFileError, match="段落多得不正常"):
        read("多.docx", packed(p(FIRST) * 6))
    with pytest.raises(UnreadableFileError, match="段落多得不正常"):
        read("空.docx", packed(p(FIRST) + "<w:p/>" * 5))
    with pytest.raises(UnreadableFileError, match="段落多得不正常"):
        read("格.docx", packed(tbl(tc("甲") * 3, tc("乙") * 3)))
    monkeypatch.setattr(body, "MAX_CHARACTERS", 30)
    with pytest.raises(UnreadableFileError, match="段落多得不正常"):
        read("长.docx", packed(p(FIRST) * 2))


BIG, SMALL = 'cx="5400000" cy="7600000"', 'cx="5400000" cy="3600000"'
PICTURE = (
    "<w:r><w:drawing><wp:inline><wp:extent {}/><a:blip/></wp:inline></w:drawing></w:r>"
)


@pytest.mark.parametrize(
    "big",
    [
        PICTURE.format(BIG),
        (
            "<w:r><w:pict><v:shape style='position:absolute;width:420pt;height:594pt'>"
            "<v:imagedata/></v:shape></w:pict></w:r>"
        ),
    ],
)
def test_pictures_of_pages_are_told(read: Read, big: str) -> None:
    layout = read("图.docx", packed(p(FIRST) + p(big) * 2 + p(PICTURE.format(SMALL))))
    (notice,) = layout.notices
    assert not notice.damaged
    assert "2 张" in notice.message
    with pytest.raises(UnreadableFileError, match="只有 3 张图片"):
        read("图.docx", packed(p(big) * 3))
    assert not read("图.docx", packed(p(FIRST) + p(PICTURE.format(SMALL)))).notices


def test_embedded_files_and_parts_elsewhere_are_told(read: Read) -> None:
    thing = '<w:r><w:object><o:OLEObject r:id="o1"/></w:object></w:r>'
    data = packed(
        p(r(FIRST) + thing) + '<w:subDoc r:id="gone"/>',
        {"o1 package embeddings/a.xlsx": b"x"},
    )
    messages = [notice.message for notice in read("嵌.docx", data).notices]
    assert ["1 个别的文件" in messages[0], "1 个部分" in messages[1]] == [True, True]


def test_a_table_of_boxes_and_a_long_row_are_read_in_time(read: Read) -> None:
    wide = tbl("".join(tc(str(number)) for number in range(5000)))
    assert (
        len(read("宽.docx", packed(p(FIRST) + wide)).pages[0].lines[1].rows[0]) == 5000
    )


@pytest.mark.parametrize(
    "held",
    [
        tbl(tc("支部") * 20),
        f"<w:tbl><w:tr><w:tc>{tbl(tc('支部') * 20)}</w:tc></w:tr></w:tbl>",
        f"<w:p>{r('支部') * 40}</w:p>",
        f"<w:p><w:r><w:txbxContent>{p('支部') * 20}</w:txbxContent></w:r></w:p>",
        "<w:p>" + '<w:r a="" b="" c="" d=""/>' * 20 + "</w:p>",
        f"<w:sdt><w:sdtContent>{p('支部') * 20}</w:sdtContent></w:sdt>",
        f"<w:customXml>{p('支部') * 20}</w:customXml>",
    ],
)
def test_what_must_be_held_at_once_is_counted_before_it_is(
    read: Read, monkeypatch: pytest.MonkeyPatch, held: str
) -> None:
    assert read("多.docx", packed(p(FIRST) + held)).pages
    monkeypatch.setattr(package, "MAX_MARKUP", 120)
    assert len(texts(read("长.docx", packed(p(FIRST) * 3)))) == 3
    with pytest.raises(UnreadableFileError, match="多得不正常"):
        read("多.docx", packed(p(FIRST) + held))


def test_a_long_text_is_not_held_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    # What is counted goes by pieces of 32 kB, and each paragraph lets the count go.
    monkeypatch.setattr(package, "MAX_MARKUP", 10_000)
    archive = Archive(packed(p(FIRST) * 20_000))
    assert len(texts(word.read(archive, lambda _: ()))) == 20_000


@pytest.mark.parametrize("name", ["styles", "numbering", "footnotes", "endnotes"])
def test_parts_beside_the_text_are_counted_too(
    read: Read, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(package, "MAX_BESIDE", 500)
    assert read("少.docx", packed(p(FIRST), None, **{name: "<w:p/>" * 20})).pages
    with pytest.raises(UnreadableFileError, match="多得不正常"):
        read("多.docx", packed(p(FIRST), None, **{name: "<w:p/>" * 300}))


def test_wide_cells_are_counted_as_often_as_they_are_wide(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    wide = tc("甲").replace("<w:tc>", '<w:tc><w:tcPr><w:gridSpan w:val="9"/></w:tcPr>')
    monkeypatch.setattr(body, "MAX_CELLS", 40)
    assert read("宽.docx", packed(tbl(wide * 4))).pages
    with pytest.raises(UnreadableFileError, match="多得不正常"):
        read("宽.docx", packed(tbl(wide * 5)))
    with pytest.raises(UnreadableFileError, match="多得不正常"):
        read("两.docx", packed(tbl(wide * 4) + p(FIRST) + tbl(wide * 2)))


def test_strict_names_are_turned_wherever_a_piece_ends() -> None:
    usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    inner = f'<w:p xmlns:w="{strict.decode()}">{r("里")}</w:p>'
    kinds = rels([("rId1", "officeDocument", DOCUMENT)])
    for size in range(32_000, 32_900, 9):
        filled = FIRST * (size // 57) + "，" * (size % 57 // 3)
        head = p(r(filled))
        text = part("document", f"<w:body>{head}{inner}</w:body>").replace(
            usual, strict
        )
        data = zipped({"_rels/.rels": kinds, DOCUMENT: text})
        assert texts(word.read(Archive(data), lambda _: ()))[-1] == "里"
