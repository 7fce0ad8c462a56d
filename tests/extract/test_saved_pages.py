"""Pages as browsers and people save them: archives, pieces of markup, text files."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from casebase.errors import UnreadableFileError
from tests.extract.making import Read
from tests.extract.pages.invented import BODY, MENU, TITLE, document, paragraphs

WHOLE = document(f"<ul>{MENU}</ul><h1>{TITLE}</h1><div id='zoom'>{paragraphs()}</div>")
FRAMES = "<html><head><title>党建网</title></head><frameset><frame src='a'></frameset>"


def archive(*pages: str, encoding: str, address: str = "") -> bytes:
    message = EmailMessage()
    message["From"] = "<Saved by a browser>"
    message["Subject"] = TITLE
    if address:
        message["Snapshot-Content-Location"] = address
    for page in pages:
        message.add_related(
            page.encode(encoding), maintype="text", subtype="html", cte="base64"
        )
    return message.as_bytes()


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@pytest.mark.parametrize("before", [[], [FRAMES]], ids=["a page", "in a frame"])
def test_an_archive_is_its_page(read: Read, encoding: str, before: list[str]) -> None:
    address = "https://dj.example/1.htm"
    data = archive(*before, WHOLE, encoding=encoding, address=address)
    layout = read("存.mht", data)
    assert [line.text for line in layout.pages[0].lines] == [TITLE, *BODY]
    assert layout.metadata.url == address


def test_an_archive_without_a_page_is_refused(read: Read) -> None:
    with pytest.raises(UnreadableFileError, match="没有"):
        read("存.mhtml", archive(FRAMES, encoding="utf-8"))


@pytest.mark.parametrize("name", ["页.txt", "页.html", "页"])
@pytest.mark.parametrize(
    "markup", [WHOLE, paragraphs(), paragraphs("<div>{}</div>\n"), f"\n{paragraphs()}"]
)
def test_markup_is_a_page_whatever_its_name(read: Read, name: str, markup: str) -> None:
    layout = read(name, markup.encode())
    assert layout.format == "html"
    assert [line.text for line in layout.pages[0].lines][-len(BODY) :] == list(BODY)


@pytest.mark.parametrize(
    "text", ["<通知>各支部：请按时报送。", "<p>只有一段。", "1<2，3>2，请比较大小。"]
)
def test_text_with_an_angle_is_no_page(read: Read, text: str) -> None:
    assert read("文.txt", text.encode()).format == "text"
