"""Fonts that do not tell their characters, or tell wrong ones."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from tests.made.files import A4, set_plainly
from tests.made.making import Bench, Extras, Made, article, truth_of
from tests.made.press import Sheets, html_of, printed, written
from tests.made.prose import POOL, SENTENCES

Remap = Callable[[bytes], bytes | None]
HEX = re.compile(rb"<([0-9A-Fa-f]{2,4})>")
PAIRS = re.compile(rb"(\d+ beginbf(char|range)\n)(.*?)(endbf)", re.DOTALL)


def without_map(bench: Bench) -> Made:
    """No font has a ToUnicode."""
    return _remapped(bench, "without-map", lambda _: None)


def shifted_map(bench: Bench) -> Made:
    """Every font tells the character after the right one."""
    return _remapped(
        bench, "shifted-map", lambda it: _mapped(it, lambda code: code + 1)
    )


def permuted_map(bench: Bench) -> Made:
    """Every font tells another character of the text instead of the right one."""

    words = [*SENTENCES, *(word for some in POOL.values() for word in some)]
    common = [ord(char) for char in sorted(set("".join(words))) if char >= "㐀"]
    other = common[:]
    bench.random.shuffle(other)
    instead = dict(zip(common, other, strict=True))

    def permuted(cmap: bytes) -> bytes:
        return _mapped(cmap, lambda code: instead.get(code, code))

    return _remapped(bench, "permuted-map", permuted)


def private_map(bench: Bench) -> Made:
    """Every font tells characters of the private use area."""

    def hidden(code: int) -> int:
        return 0xE000 + code % 0x1800

    return _remapped(bench, "private-map", lambda it: _mapped(it, hidden))


def one_page_without_map(bench: Bench) -> Made:
    """Only the second page's fonts tell nothing; the first one is good."""
    return _remapped(
        bench, "one-page-without-map", lambda _: None, length=1300, first=1
    )


def _remapped(
    bench: Bench, kind: str, remap: Remap, length: int = 420, first: int = 0
) -> Made:
    text = article(bench.writer, length, 2)
    lines = set_plainly(text)
    writer = PdfWriter()
    for number in range(lines[-1].page + 1):
        here = [line for line in lines if line.page == number]
        sheets = Sheets([A4] * (number + 1), here)
        data = printed(bench.browser, html_of(sheets))
        page = PdfReader(BytesIO(data)).pages[number]
        writer.add_page(page)
        if number >= first:
            for font in _fonts(writer.pages[number]):
                _change(font, remap)
    return Made(f"{kind}.pdf", written(writer), truth_of(text, Extras(scan=True)))


def _fonts(page: DictionaryObject) -> list[DictionaryObject]:
    resources: Any = page["/Resources"]
    fonts = resources["/Font"]
    return [it.get_object() for it in fonts.values()]


def _change(font: DictionaryObject, remap: Remap) -> None:
    cmap = font.get("/ToUnicode")
    if cmap is None:
        return
    changed = remap(cmap.get_object().get_data())
    if changed is None:
        del font["/ToUnicode"]
        return
    stream = DecodedStreamObject()
    stream.set_data(changed)
    font[NameObject("/ToUnicode")] = stream


def _pairs(cmap: bytes) -> list[tuple[int, int]]:
    """Glyph and character, ranges written out."""
    pairs = []
    for _, kind, body, _ in PAIRS.findall(cmap):
        numbers = [int(it, 16) for it in HEX.findall(body)]
        if kind == b"char":
            pairs += list(zip(numbers[::2], numbers[1::2], strict=False))
        else:
            for low, high, code in zip(
                numbers[::3], numbers[1::3], numbers[2::3], strict=False
            ):
                pairs += [(low + n, code + n) for n in range(high - low + 1)]
    return pairs


def _mapped(cmap: bytes, change: Callable[[int], int]) -> bytes:
    pairs = [(glyph, change(code)) for glyph, code in _pairs(cmap)]
    digits = b"%02X" if b"<00> <FF>" in cmap else b"%04X"
    blocks = b""
    for start in range(0, len(pairs), 100):
        some = pairs[start : start + 100]
        lines = b"".join(
            b"<" + digits % glyph + b"> <%04X>\n" % code for glyph, code in some
        )
        blocks += b"%d beginbfchar\n%sendbfchar\n" % (len(some), lines)
    first = PAIRS.search(cmap)
    last = cmap.rindex(b"endbf")
    return (
        cmap[: first.start() if first else 0]
        + blocks
        + cmap[cmap.index(b"\n", last) + 1 :]
    )


MAKERS = (
    without_map,
    shifted_map,
    permuted_map,
    private_map,
    one_page_without_map,
)
