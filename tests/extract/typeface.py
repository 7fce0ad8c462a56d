"""A TrueType font in which every character is a square, or half of one.

A font that is not in its file has no extents for pdfium on a machine without Chinese
fonts; one that is has them everywhere.
"""

from __future__ import annotations

import struct

_LEFT, _BOTTOM, _RIGHT, _TOP = 60, -60, 940, 820
_EM = 1000
SQUARE, HALF = 1, 2  # the glyphs


def square_font() -> bytes:
    """Three glyphs: nothing, a square, and half a square for Latin letters."""
    square, half = _square(_RIGHT), _square(_EM // 2 - _LEFT)
    glyphs = square + half
    tables = {
        b"glyf": glyphs,
        b"head": struct.pack(
            *(">IIIIHHQQhhhhHHhhh", 0x10000, 0x10000, 0, 0x5F0F3CF5, 0, _EM, 0, 0),
            *(_LEFT, _BOTTOM, _RIGHT, _TOP, 0, 8, 2, 1, 0),
        ),
        b"hhea": struct.pack(
            ">IhhhHhhhhhhhhhhhH", 0x10000, 880, -120, 0, _EM, *(0,) * 3, 1, *(0,) * 7, 3
        ),
        b"hmtx": struct.pack(">HhHhHh", _EM, 0, _EM, _LEFT, _EM // 2, _LEFT),
        b"loca": struct.pack(">IIII", 0, 0, len(square), len(glyphs)),
        b"maxp": struct.pack(
            ">IHHHHHHHHHHHHHH", 0x10000, 2, 4, 1, *(0,) * 2, 1, *(0,) * 8
        ),
    }
    place = 12 + 16 * len(tables)
    heads = body = b""
    for name, table in tables.items():
        padded = table + b"\0" * (-len(table) % 4)
        heads += struct.pack(">4sIII", name, _sum(padded), place, len(table))
        place += len(padded)
        body += padded
    return struct.pack(">IHHHH", 0x10000, len(tables), 64, 2, 32) + heads + body


def _square(right: int) -> bytes:
    corners = [(_LEFT, _BOTTOM), (right, _BOTTOM), (right, _TOP), (_LEFT, _TOP)]
    begin = [(0, 0), *corners]
    steps = [(x - a, y - b) for (a, b), (x, y) in zip(begin, corners, strict=False)]
    head = struct.pack(">hhhhhHH", 1, _LEFT, _BOTTOM, right, _TOP, 3, 0)
    across, down = zip(*steps, strict=True)
    glyph = head + b"\1" * 4 + struct.pack(">4h4h", *across, *down)
    return glyph + b"\0" * (-len(glyph) % 4)


def _sum(table: bytes) -> int:
    numbers: tuple[int, ...] = struct.unpack(f">{len(table) // 4}I", table)
    return sum(numbers) & 0xFFFFFFFF
