"""The shipped sample corpus: small, readable, mixed as offices really have it.

These checks read the files themselves, not through the product, so that a defect
of the readers is never mistaken for one of the documents.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path
from zipfile import ZipFile

import pytest
from bs4 import BeautifulSoup
from pypdf import PdfReader

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
FILES = sorted(path for path in CORPUS.rglob("*") if path.is_file())
SHINGLE = 24


def name(path: Path) -> str:
    return str(path.relative_to(CORPUS))


def encoding(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if data.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    try:
        data.decode()
    except UnicodeDecodeError:
        return "gb18030"
    return "utf-8"


def docx_text(path: Path) -> str:
    with ZipFile(path) as archive:
        xml = archive.read("word/document.xml").decode()
    return "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)", xml))


def html_text(data: bytes) -> str:
    soup = BeautifulSoup(data.decode(encoding(data)), "html.parser")
    for tag in soup(["script", "style"]):
        tag.decompose()
    return soup.get_text()


@cache
def text(path: Path) -> str:
    """The text without white space and dot leaders."""
    data = path.read_bytes()
    match path.suffix:
        case ".pdf":
            found = "".join(page.extract_text() for page in PdfReader(path).pages)
        case ".docx":
            found = docx_text(path)
        case ".html" | ".htm":
            found = html_text(data)
        case _:
            found = data.decode(encoding(data))
    return re.sub(r"\s|\.{4,}", "", found)


def han(found: str) -> int:
    return sum("\u4e00" <= character <= "\u9fff" for character in found)


def holders(pattern: str) -> list[str]:
    return [name(path) for path in FILES if re.search(pattern, text(path))]


def test_enough_documents_in_every_format() -> None:
    formats = Counter(path.suffix for path in FILES)
    assert len(FILES) >= 15
    assert formats.keys() == {".pdf", ".docx", ".html", ".htm", ".txt", ".md"}
    assert min(formats[suffix] for suffix in (".pdf", ".docx", ".html", ".txt")) >= 3


def test_small_enough_for_a_checkout() -> None:
    sizes = {name(path): path.stat().st_size for path in FILES}
    assert max(sizes.values()) < 500_000
    assert sum(sizes.values()) < 2_000_000


def test_every_encoding_that_offices_use() -> None:
    plain = [path for path in FILES if path.suffix == ".txt"]
    found = {encoding(path.read_bytes()) for path in plain}
    assert found == {"utf-8", "utf-8-sig", "utf-16", "gb18030"}


def test_an_old_page_still_says_gb2312() -> None:
    old = [path for path in FILES if b"charset=gb2312" in path.read_bytes()]
    assert [encoding(path.read_bytes()) for path in old] == ["gb18030"]


@pytest.mark.parametrize("path", FILES, ids=name)
def test_reads_cleanly(path: Path) -> None:
    found = text(path)
    assert 700 <= han(found) <= 8_000
    assert han(found) / len(found) > 0.7
    assert not re.search(r"[\ufffd\u2e80-\u2fdf\ue000-\uf8ff]|\(cid:", found)


@pytest.mark.parametrize("path", FILES, ids=name)
def test_name_works_on_every_file_system(path: Path) -> None:
    assert name(path) == unicodedata.normalize("NFC", name(path))
    assert not re.search(r'[\\:*?"<>|]', name(path))
    assert max(len(part.encode()) for part in path.parts) <= 255


@pytest.mark.parametrize(
    ("feature", "pattern", "documents"),
    [
        ("slogan", "一支部一品牌", 5),
        ("slogan", "一支部一特色", 3),
        ("slogan", "一系一品", 3),
        ("slogan", "一院一品", 2),
        ("slogan", "一校一品", 3),
        ("a phrase that only looks like one", "一人一策", 2),
        ("formula", r"1\+3\+N", 2),
        ("formula", r"1\+3(?!\+)", 3),
        ("formula", r"4\+N", 2),
        ("formula", "五个三", 2),
        ("formula", "四三一", 1),
        ("document number", r"〔\d{4}〕\d+号", 6),
        ("document number, old brackets", r"\[\d{4}\]\d+号", 1),
        ("a rule of the corpus, cited by its number", "浙职党建联〔2023〕7号", 3),
        ("a national rule", "《中国共产党普通高等学校基层组织工作条例》", 7),
        ("declared short name", "（以下简称“", 6),
        ("honour under way", "培育创建单位", 8),
        ("honour won", "获评", 8),
        ("honour passed", "通过验收", 6),
        ("honour put forward", "推荐申报", 5),
        ("honour put off", "暂缓通过", 4),
        ("quantity", r"\d万元", 9),
        ("quantity, roughly", r"近\d+(?:\.\d+)?(?:万|亿)|\d余", 9),
    ],
)
def test_feature_is_shown(feature: str, pattern: str, documents: int) -> None:
    assert len(holders(pattern)) >= documents, feature


def test_annual_report_numbers_its_cases_without_a_gap() -> None:
    [report] = [path for path in FILES if "年度报告" in name(path)]
    counted = Counter(int(n) for n in re.findall(r"案例(\d+)：", text(report)))
    assert counted == dict.fromkeys(range(1, 13), 2)  # once in the contents list


@pytest.mark.acceptance
def test_nothing_is_copied_from_the_real_documents(shared: Path) -> None:
    real = {
        shingle
        for seed in sorted((shared / "seeds").glob("*.txt"))
        for shingle in shingles(re.sub(r"\s", "", seed.read_text(encoding="utf-8")))
    }
    assert real
    copied = {name(path): real.intersection(shingles(text(path))) for path in FILES}
    assert {path: hits for path, hits in copied.items() if hits} == {}


def shingles(found: str) -> set[str]:
    return {found[at : at + SHINGLE] for at in range(len(found) - SHINGLE + 1)}
