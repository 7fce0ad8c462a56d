"""Bytes in the odder encodings that Chinese files come in."""

from __future__ import annotations

import codecs

import pytest

from casebase.extract.decoding import decode
from casebase.extract.quality import legibility

PLAIN = "学院党委坚持把支部建在专业上，推动党建工作与教育教学同频共振，成效明显。"
TRADITIONAL = "學院黨委堅持把支部建在專業上，推動黨建工作與教育教學同頻共振，成效明顯。"
MARKUP = "<div class='a' style='text-indent:2em'><span></span></div>\n" * 60


@pytest.mark.parametrize("around", ["", MARKUP], ids=["alone", "in much markup"])
@pytest.mark.parametrize(
    ("text", "data"),
    [
        (TRADITIONAL, TRADITIONAL.encode("big5")),
        (TRADITIONAL, TRADITIONAL.encode("gb18030")),
        (PLAIN, PLAIN.encode("hz")),
        (PLAIN, codecs.BOM_UTF8 + PLAIN.encode("gb18030")),
        # UTF-8 that was read as Western or Chinese text and saved again
        (PLAIN * 3, (PLAIN * 3).encode().decode("latin-1").encode()),
        (PLAIN * 3, (PLAIN * 3).encode("gb18030").decode("latin-1").encode()),
        # a template in one encoding around a text in another
        (
            f"<p>首页</p>{PLAIN}<p>首页</p>",
            f"<p>首页</p>{PLAIN}".encode() + "<p>首页</p>".encode("gb18030"),
        ),
        (
            f"<p>学校首页</p>{PLAIN}",
            "<p>学校首页</p>".encode() + PLAIN.encode("gb18030"),
        ),
    ],
    ids=[
        *("Big5", "traditional in GBK", "HZ", "mark before GBK", "twice UTF-8"),
        *("GBK as Western", "UTF-8 with GBK", "GBK with UTF-8"),
    ],
)
def test_odd_encodings_are_told_apart(text: str, data: bytes, around: str) -> None:
    decoded = decode(around.encode() + data, legibility)
    if data.startswith(codecs.BOM_UTF8):
        decoded = decode(codecs.BOM_UTF8 + around.encode() + data[3:], legibility)
    assert decoded is not None
    assert (decoded.text, decoded.broken) == (around + text, 0)
