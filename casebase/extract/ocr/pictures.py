"""Pictures that are documents by themselves: a scan as TIFF, a page photographed.

The door to Pillow, which comes with rapidocr. What a picture would take to decode is
known from its first bytes, and asked before it is decoded.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

import numpy as np

from casebase import extras
from casebase.document import Layout, Notice, Page
from casebase.errors import UnreadableFileError
from casebase.extract.ocr.engine import INSTALL
from casebase.extract.ocr.rasters import Picture, reduced

if TYPE_CHECKING:
    from PIL.Image import Image

MOST = 80_000_000  # pixels: A3 at 600 dpi has 70 million
LEAST = 400  # pixels of the shorter side: less is an icon, a portrait, a thumbnail
MOST_PAGES = 1000
USED = 6_000_000  # pixels: A4 at 250 dpi
FINEST = 600.0  # dpi of a page drawn from a file, where USED allows it
POINTS = 72.0  # to an inch
PLAUSIBLE = (60.0, 1300.0)  # dpi that a scanner states
WIDTH = 595.0  # points of A4, for a photograph
WHITE = 255
ORIENTATION, LYING = (
    0x0112,
    frozenset({5, 6, 7, 8}),
)  # Exif: the camera was held upright

_ADVICE = "请缩小后重新放入；扫描件有 300 dpi 就足够清晰。"
_SMALL = "图片太小，不像是文献的扫描件或照片。"
_SMALL_ADVICE = "如果不是文献，请移出 corpus 目录；否则请换成更大的图片。"
_BROKEN = "图片不完整或已损坏，打不开。"
_BROKEN_ADVICE = "请重新复制或下载原文件后再放入。"
_UNREAD = "是图片，里面的文字没有读。"


def pages_of(data: bytes) -> Layout:
    """A picture as a document whose pages are all still to be read.

    Raises:
        UnreadableFileError: It is too large, too small, or damaged; or what reads
            pictures is not installed.
    """
    if not extras.recognition():
        unread = "文件是图片，里面的文字没有读。"
        raise UnreadableFileError(unread, INSTALL, (extras.RAPIDOCR,))
    with _opened(data) as picture:
        count = min(getattr(picture, "n_frames", 1), MOST_PAGES)
        size = _size(picture)
    pages = tuple(Page(number, (), size=size, unread=True) for number in _upto(count))
    notices = tuple(
        Notice(number, f"第{number}页{_UNREAD}", _BROKEN_ADVICE)
        for number in _upto(count)
    )
    return Layout("picture", pages, notices=notices)


def picture_of(data: bytes, number: int) -> Picture:
    """One page of it, upright as its camera says, with no more pixels than are used.

    Raises:
        ValueError: That page cannot be decoded, or is too large.
    """
    from PIL import ImageOps  # noqa: PLC0415 - few files need it

    try:
        with _opened(data) as picture:
            picture.seek(number - 1)
            _require_bearable(picture)
            scale = (USED / (picture.width * picture.height)) ** 0.5
            wanted = round(picture.width * scale), round(picture.height * scale)
            picture.draft("RGB", wanted)  # a JPEG is decoded smaller, the rest as it is
            upright = ImageOps.exif_transpose(picture)
            return reduced(np.asarray(_on_paper(upright), dtype=np.uint8), USED)
    except (UnreadableFileError, OSError, EOFError, SyntaxError) as error:
        raise ValueError(number) from error


def _upto(count: int) -> range:
    return range(1, count + 1)


@contextmanager
def _opened(data: bytes) -> Iterator[Image]:
    from PIL import Image  # noqa: PLC0415 - few files need it

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of sizes, which are looked at below
            picture = Image.open(BytesIO(data))
    except Image.DecompressionBombError as error:
        raise UnreadableFileError("图片的尺寸太大，没有读取。", _ADVICE) from error
    except (OSError, SyntaxError, ValueError) as error:
        raise UnreadableFileError(_BROKEN, _BROKEN_ADVICE) from error
    with picture:
        _require_bearable(picture)
        yield picture


def _require_bearable(picture: Image) -> None:
    pixels = picture.width * picture.height
    if pixels > MOST:
        raise UnreadableFileError(
            f"图片有 {pixels // 10**6} 百万像素，超过了 {MOST // 10**6} 百万。", _ADVICE
        )
    if min(picture.size) < LEAST:
        raise UnreadableFileError(_SMALL, _SMALL_ADVICE)


def _size(picture: Image) -> tuple[float, float]:
    """In points; a photograph is taken for one of an A4 page."""
    dpi = float(picture.info.get("dpi", (0.0, 0.0))[0] or 0.0)
    low, high = PLAUSIBLE
    points = POINTS / dpi if low < dpi < high else WIDTH / min(picture.size)
    width, height = picture.width * points, picture.height * points
    lies = picture.getexif().get(ORIENTATION) in LYING
    return (height, width) if lies else (width, height)


def _on_paper(picture: Image) -> Image:
    """Its colours on white, where it lets something shine through."""
    from PIL import Image  # noqa: PLC0415 - few files need it

    if picture.mode.startswith("I"):  # sixteen bits of grey
        levels = np.asarray(picture, dtype=np.float32)
        levels *= WHITE / max(float(levels.max()), 1.0)
        return Image.fromarray(levels.astype(np.uint8)).convert("RGB")
    if picture.has_transparency_data:
        paper = Image.new("RGBA", picture.size, "white")
        return Image.alpha_composite(paper, picture.convert("RGBA")).convert("RGB")
    return picture.convert("RGB")
