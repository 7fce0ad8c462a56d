"""A file is read as what it is; what is not read is refused with advice."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casebase import extract as extract_package
from casebase.document import Layout, Source
from casebase.errors import UnreadableFileError
from casebase.extract import SUFFIXES, bounds, extract
from tests.extract.containers import LOCKED, ole
from tests.extract.making import Put, Read, pdf_of

SENTENCE = "青禾职业学院党委坚持把支部建在专业上，推动党建与教学同频共振。"
PAGE = f"<!DOCTYPE html><html><body><p>{SENTENCE}</p></body></html>"


def word_file() -> bytes:
    document = docx.Document()
    document.add_paragraph(SENTENCE)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def archive(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        for name in names:
            packed.writestr(name, "<x/>")
    return buffer.getvalue()


def archived_page() -> bytes:
    message = EmailMessage()
    message["From"] = "<Saved by a browser>"
    message.set_content("见网页。")
    message.add_related(PAGE, subtype="html")
    message.replace_header("Content-Type", message["Content-Type"])
    return message.as_bytes()


def text_of(layout: Layout) -> str:
    return "".join(line.text for page in layout.pages for line in page.lines)


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("案例.pdf", pdf_of([Put(SENTENCE)]), "pdf"),
        ("案例.txt", pdf_of([Put(SENTENCE)]), "pdf"),
        ("案例.docx", b"\n\n" + pdf_of([Put(SENTENCE)]), "pdf"),
        ("案例.docx", word_file(), "docx"),
        ("案例.pdf", word_file(), "docx"),
        ("案例.doc", word_file(), "docx"),
        ("案例.doc", PAGE.encode("gb18030"), "html"),
        ("案例.txt", PAGE.encode(), "html"),
        ("案例.html", f"<p>{SENTENCE}</p>".encode(), "html"),
        ("案例.HTM", PAGE.encode("utf-8-sig"), "html"),
        ("案例.htm", SENTENCE.encode(), "text"),
        ("案例.pdf", SENTENCE.encode(), "text"),
        ("案例.mht", archived_page(), "html"),
        ("案例.doc", archived_page(), "html"),
        ("案例.md", SENTENCE.encode(), "markdown"),
        ("案例.markdown", f"# 标题\n\n{SENTENCE}".encode(), "markdown"),
        ("案例.txt", f"# 标题\n\n{SENTENCE}".encode(), "markdown"),
        ("案例.text", SENTENCE.encode(), "text"),
        ("案例", SENTENCE.encode(), "text"),
    ],
)
def test_content_decides_before_the_name(
    read: Read, name: str, data: bytes, kind: str
) -> None:
    layout = read(name, data)
    assert layout.format == kind
    assert SENTENCE in text_of(layout)


@pytest.mark.parametrize(
    ("name", "data", "message", "advice"),
    [
        ("空.txt", b"", "空的", "复制"),
        ("空.docx", b" \r\n\t", "空的", "复制"),
        ("零.txt", bytes(4096), "空的", "复制"),
        ("只有标记.txt", b"\xef\xbb\xbf", "空的", "复制"),
        ("密.docx", ole("EncryptionInfo", "EncryptedPackage"), "密码", "去掉密码"),
        ("密.doc", ole(WordDocument=LOCKED), "密码", "去掉密码"),
        ("表.xls", ole("Workbook"), "电子表格", "PDF"),
        ("演示.doc", ole("PowerPoint Document"), "演示文稿", "PDF"),
        ("信.doc", ole("__properties_version1.0"), "邮件", "PDF"),
        ("古.doc", b"\xdb\xa5\x2d\x00" + bytes(99), "Word 2", ".docx"),
        ("标.doc", b'<?xml version="1.0"?><uof:UOF xmlns:uof="x">', "UOF", "PDF"),
        ("表.ods", archive("mimetype", "content.xml"), "OpenDocument 表格", "PDF"),
        ("表.docx", archive("[Content_Types].xml", "xl/book.xml"), "电子表格", "PDF"),
        ("演示.docx", archive("ppt/presentation.xml"), "演示文稿", "PDF"),
        ("版式.pdf", archive("OFD.xml"), "OFD", "PDF"),
        ("包.docx", archive("a.txt"), "压缩包", "解压"),
        ("包.txt", b"Rar!\x1a\x07\x00rest", "压缩包", "解压"),
        ("图.pdf", b"\xff\xd8\xff\xe0" + bytes(99), "图片", "重新"),
        ("图.txt", b"\x89PNG\r\n\x1a\n" + bytes(99), "图片", "重新"),
        ("图.html", b"RIFF\x00\x00\x00\x00WEBPVP8 ", "图片", "文字"),
        ("图.md", b"BM\x00\x00\x00\x00\x00\x00\x00\x00\x36\x00", "图片", "重新"),
        ("影.txt", b"\x00\x00\x00\x18ftypmp42", "音频或视频", "文字"),
        ("字.xyz", SENTENCE.encode(), ".xyz", "PDF"),
        ("断.docx", word_file()[:2000], "损坏", "重新"),
        ("断.pdf", pdf_of([Put(SENTENCE)])[:300], "损坏", "重新"),
        ("乱.txt", bytes(range(256)) * 20, "编码", "UTF-8"),
        ("乱.wps", bytes(range(256)) * 20, "Word 或 WPS", ".docx"),
        ("空页.html", b"<html><body><script>x</script></body></html>", "没有", "提供"),
    ],
)
def test_what_is_not_read_is_refused_with_advice(
    read: Read, name: str, data: bytes, message: str, advice: str
) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read(name, data)
    assert message in caught.value.message
    assert advice in caught.value.advice
    assert caught.value.message.endswith("。")
    assert caught.value.advice.endswith("。")


def test_a_missing_file_is_an_unreadable_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="打不开"):
        extract(Source("无.txt", tmp_path / "无.txt", "0" * 64))


def test_a_huge_file_is_not_even_opened(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extract_package, "MAX_BYTES", 100)
    with pytest.raises(UnreadableFileError, match="超过") as caught:
        read("大.txt", SENTENCE.encode() * 9)
    assert caught.value.advice


def test_suffixes_are_lower_case_and_dotted() -> None:
    assert {".pdf", ".docx", ".html", ".htm", ".txt", ".md"} <= SUFFIXES
    assert all(one == one.lower() and one.startswith(".") for one in SUFFIXES)


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    base=st.sampled_from(
        [b"", word_file(), PAGE.encode(), pdf_of([Put(SENTENCE)]), SENTENCE.encode()]
    ),
    cut=st.floats(0, 1),
    noise=st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), max_size=6),
    tail=st.binary(max_size=200),
    suffix=st.sampled_from(sorted(SUFFIXES)),
)
def test_damage_never_crashes_and_never_shows_control_characters(
    tmp_path: Path,
    base: bytes,
    cut: float,
    noise: list[tuple[float, int]],
    tail: bytes,
    suffix: str,
) -> None:
    data = bytearray(base[: int(cut * len(base))] + tail)
    for place, value in noise:
        if data:
            data[int(place * len(data))] = value
    path = tmp_path / f"x{suffix}"
    path.write_bytes(data)
    try:
        layout = extract(Source(path.name, path, "0" * 64))
    except UnreadableFileError:
        return
    text = text_of(layout)
    assert not any(ord(char) < 32 and char != "\t" for char in text)
    assert "\ufffd" not in text


def test_a_library_in_one_file_is_refused(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounds, "MAX_CHARACTERS", 3 * len(SENTENCE))
    assert read("三句.txt", "\n".join([SENTENCE] * 3).encode()).pages
    with pytest.raises(UnreadableFileError, match="字，超过了"):
        read("四句.txt", "\n".join([SENTENCE] * 4).encode())
    monkeypatch.setattr(bounds, "MAX_LINES", 3)
    assert read("三行.txt", "\n\n".join([SENTENCE[:9]] * 3).encode()).pages
    with pytest.raises(UnreadableFileError, match="4 行，超过了"):
        read("四行.txt", "\n".join([SENTENCE[:9]] * 4).encode())


def test_pictures_within_a_page_are_not_counted_as_text(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = f'<img src="data:image/png;base64,{"QUJD" * 100}">'
    page = f"<html><body><h1>{SENTENCE}</h1><p>{SENTENCE}</p>{{}}</body></html>"
    monkeypatch.setattr(bounds, "MAX_TEXT", 600)
    assert read("图.html", page.format(picture * 3).encode()).pages
    with pytest.raises(UnreadableFileError, match="MB，超过了"):
        read("长.html", page.format(f"<p>{SENTENCE}</p>" * 9).encode())
