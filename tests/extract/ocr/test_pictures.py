"""Pictures as documents: which are taken, how large they may be, which way is up."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import numpy as np
import pytest

from casebase import extras
from casebase.errors import UnreadableFileError
from casebase.extract.ocr import pages_of, picture_of

if not extras.recognition():
    pytest.skip("needs the extra [ocr]", allow_module_level=True)

from PIL import Image

SIZE = (900, 1200)


def encoded(kind: str, *pages: Image.Image, **more: object) -> bytes:
    data = BytesIO()
    first, *rest = pages
    together = {"save_all": True, "append_images": rest} if rest else {}
    first.save(data, kind, **together, **more)
    return data.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "BMP"])
@pytest.mark.parametrize("mode", ["1", "L", "RGB"])
def test_kinds_of_pictures(kind: str, mode: str) -> None:
    data = encoded(kind, Image.new("L", SIZE, 255).convert(mode))
    (page,) = pages_of(data).pages
    assert page.unread
    assert picture_of(data, 1).shape == (1200, 900, 3)
    assert picture_of(data, 1).min() > 250


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "CMYK", "I;16"])
def test_odd_colours_become_paper_and_ink(mode: str) -> None:
    picture = Image.new("L", SIZE, 255)
    picture.paste(0, (100, 100, 500, 300))
    kind = "TIFF" if mode == "CMYK" else "PNG"
    levels = np.asarray(picture, dtype=np.uint16) * 257
    odd = Image.fromarray(levels) if mode == "I;16" else picture.convert(mode)
    shown = picture_of(encoded(kind, odd), 1)
    assert shown[200, 300].max() < 10
    assert shown[600, 300].min() > 245


def test_what_is_transparent_shows_paper() -> None:
    clear = Image.new("RGBA", SIZE, (0, 0, 0, 0))
    assert picture_of(encoded("PNG", clear), 1).min() == 255


def test_a_tiff_of_several_pages() -> None:
    data = encoded("TIFF", *(Image.new("L", SIZE, 80 * at) for at in range(3)))
    assert [page.number for page in pages_of(data).pages] == [1, 2, 3]
    assert [int(picture_of(data, at).mean()) for at in (1, 2, 3)] == [0, 80, 160]
    with pytest.raises(ValueError, match="4"):
        picture_of(data, 4)


def test_a_camera_held_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    data = encoded("JPEG", Image.new("RGB", (1200, 900), "white"), exif=exif)
    assert picture_of(data, 1).shape == (1200, 900, 3)
    (page,) = pages_of(data).pages
    assert page.size[1] > page.size[0]


def test_a_scanner_tells_its_resolution() -> None:
    data = encoded("PNG", Image.new("L", (1654, 2339), 255), dpi=(200, 200))
    width, height = pages_of(data).pages[0].size
    assert (round(width), round(height)) == (595, 842)


def test_many_pixels_are_reduced() -> None:
    data = encoded("JPEG", Image.new("L", (4000, 6000), 200))
    height, width, _ = picture_of(data, 1).shape
    assert height * width < 6_100_000


def claimed(width: int, height: int) -> bytes:
    """A PNG of few bytes that says it is that large."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 99)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body))
        + name
        + body
        + struct.pack(">I", zlib.crc32(name + body))
        for name, body in chunks
    )


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (claimed(60_000, 60_000), "尺寸太大"),
        (claimed(10_000, 9_000), "90 百万像素"),
        (claimed(399, 3000), "太小"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "打不开"),
        (b"\xff\xd8\xff\xe0", "打不开"),
        (b"II*\0" + b"\xff" * 40, "打不开"),
    ],
)
def test_pictures_that_are_refused(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableFileError, match=words) as refused:
        pages_of(data)
    assert refused.value.advice.endswith("。")


def test_a_picture_that_breaks_off() -> None:
    whole = encoded("PNG", Image.effect_noise(SIZE, 60))
    with pytest.raises(ValueError, match="1"):
        picture_of(whole[: len(whole) // 2], 1)


def test_without_the_extra_the_command_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("casebase.extras.recognition", lambda: False)
    with pytest.raises(UnreadableFileError) as refused:
        pages_of(encoded("PNG", Image.new("L", SIZE, 255)))
    assert 'pip install "casebase[ocr]"' in refused.value.advice
    assert refused.value.lacking == ("rapidocr",)
