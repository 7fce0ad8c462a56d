"""The real documents beside the checkout come out as their truth says."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from casebase.document import Layout, Metadata, Source
from casebase.errors import UnreadableFileError
from casebase.extract import RecognitionNeededError, extract
from casebase.extract.quality import is_junk
from casebase.repair import repair

pytestmark = pytest.mark.acceptance


def read(path: Path) -> Layout:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return extract(Source(path.name, path, digest))


def squeezed(text: str) -> str:
    return "".join(text.split())


def parts(layout: Layout) -> Iterator[str]:
    for page in layout.pages:
        for line in page.lines:
            yield line.text
            yield from (cell for row in line.rows for cell in row)


def whole(layout: Layout) -> str:
    return squeezed("".join(parts(layout)))


def read_through(path: Path) -> str:
    """The text of a file in the order in which it is read."""
    source = Source(path.name, path, hashlib.sha256(path.read_bytes()).hexdigest())
    document = repair(source, extract(source))
    cells = (
        [document.title, document.subtitle],
        *([block.text, *chain(*block.rows)] for block in document.blocks),
    )
    return squeezed("".join(chain(*cells)))


def truth(shared: Path, name: str) -> dict[str, Any]:
    text = (shared / "testdata" / "truth" / f"{name}.json").read_text("utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def test_every_file_is_read_or_refused_with_advice(shared: Path) -> None:
    refused = set()
    for path in sorted((shared / "testdata" / "files").iterdir()):
        source = Source(path.name, path, "0" * 64)
        try:
            layout = extract(source, recognise=False)
        except (UnreadableFileError, RecognitionNeededError):
            refused.add(path.name)
        else:
            assert not is_junk("\n".join(parts(layout))), path.name
    assert refused == {"real_scan_book_8p.pdf", "scan_word_seed003.pdf"}


def test_web_pages_are_the_article_alone(shared: Path) -> None:
    for path in sorted((shared / "testdata" / "files").glob("real_html_*.html")):
        said, layout = truth(shared, path.name), read(path)
        texts = [line.text for line in layout.pages[0].lines[1:]]
        # A second headline and a picture's caption may stand before it.
        assert any(said["first"] in text for text in texts[:3]), path.name
        assert any(said["last"] in text for text in texts[-2:]), path.name
        for wrong in said["must_not"]:
            assert wrong not in "".join(texts), path.name
        assert layout.metadata.date == said["date"]
        if said["title"]:
            assert layout.metadata.title == said["title"]
        if said["source"]:
            assert layout.metadata.source == said["source"]


@pytest.mark.parametrize(
    "name",
    [
        *("news_utf8_seed003.html", "news_gb18030_seed003.html", "wechat_seed000.html"),
        "word_case_seed003.docx",
    ],
)
def test_flowing_files_are_their_items_one_by_one(shared: Path, name: str) -> None:
    said = truth(shared, name)
    wanted = [
        squeezed(item["text"])
        for item in said["items"]
        if item["type"] in {"para", "heading"}
    ]
    layout = read(shared / "testdata" / "files" / name)
    found = [squeezed(line.text) for line in layout.pages[0].lines if not line.rows]
    assert [text for text in wanted if text not in found] == []
    assert layout.flowing


def test_anchors_of_other_files_are_there(shared: Path) -> None:
    for path in sorted((shared / "testdata" / "truth").glob("real_*.json")):
        said, name = json.loads(path.read_text("utf-8")), path.name[:-5]
        if said.get("ocr") or "in_order" not in said:
            continue
        text = read_through(shared / "testdata" / "files" / name)
        for anchor in said["in_order"]:
            assert squeezed(anchor) in text, (name, anchor)
        assert said.get("must_not_repeat", "\0") not in text, name


def test_the_headline_drawn_last_comes_before_the_text(shared: Path) -> None:
    for name, title, body in (
        ("news4col_seed000.pdf", "党建引领强职教", "高质量发展需要"),
        ("real_journal_abstract_4182.pdf", "数字拟人品", "摘要"),
    ):
        text = read_through(shared / "testdata" / "files" / name)
        assert 0 <= text.find(title) < text.find(body)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("real_txt_gw-dangwei-20240702-001.txt", ("标题", "来源")),
        ("real_txt_gw-jiyao-20241024-001.txt", ("标题", "来源")),
        ("real_txt_gw-tongzhi-20201207-001.txt", ("title", "publisher")),
    ],
)
def test_crawler_headers_leave_the_text(
    shared: Path, name: str, said: tuple[str, str]
) -> None:
    layout = read(shared / "testdata" / "files" / name)
    text = "\n".join(parts(layout))
    assert layout.metadata.title
    assert layout.metadata.source
    assert layout.metadata.url.startswith("https://")
    assert "抓取时间" not in text
    assert all(f"{key}：" not in text and f"{key}:" not in text for key in said)


def test_compilations_keep_the_headings_of_their_items(shared: Path) -> None:
    for name in ("xwlb_20230105.md", "xwlb_20230429.md", "xwlb_20230810.md"):
        layout = read(shared / "testdata" / "files" / name)
        heads = [line.text for line in layout.pages[0].lines if line.level == 3]
        items = truth(shared, name)["items"]
        assert len(heads) == len(items)
        assert not any("<" in text or "](" in text for text in parts(layout))


def test_seeds_lose_nothing(shared: Path) -> None:
    for path in sorted((shared / "seeds").glob("*.txt")):
        layout = read(path)
        raw = squeezed(path.read_text("utf-8-sig")).replace("[bookmark:_GoBack]", "")
        assert whole(layout) == raw
        assert layout.metadata == Metadata()
