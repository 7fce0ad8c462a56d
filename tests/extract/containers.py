"""Old Office containers (OLE2), as small as they can be."""

from __future__ import annotations

import struct

SECTOR = 512
FREE, END, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
LOCKED = struct.pack("<HH6xH", 0xA5EC, 0x00C1, 0x0100).ljust(SECTOR, b"\0")
OPEN = struct.pack("<HH6xH", 0xA5EC, 0x00C1, 0x0200).ljust(SECTOR, b"\0")


def ole(*names: str, **streams: bytes) -> bytes:
    """A container with these streams at its top, each of one sector."""
    contents = dict.fromkeys(names, b"") | streams
    entries = [_entry("Root Entry", 5, child=1)]
    for place, name in enumerate(contents, 1):
        last = place == len(contents)
        entries.append(_entry(name, 2, FREE if last else place + 1, start=place + 4))
    entries += [bytes(128)] * (-len(entries) % 16)
    directory = b"".join(entries)  # four sectors, 1 to 4
    links = [TABLE, 2, 3, 4, END] + [END] * len(contents)
    table = struct.pack(f"<{SECTOR // 4}I", *links, *[FREE] * (128 - len(links)))
    sectors = b"".join(data.ljust(SECTOR, b"\0") for data in contents.values())
    return _header() + table + directory.ljust(4 * SECTOR, b"\0") + sectors


def _header() -> bytes:
    head = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        *(0x3E, 3, 0xFFFE, 9, 6),
        *(0, 1, 1, 0, 4096, END, 0, END, 0),
    )
    return head + struct.pack("<109I", 0, *[FREE] * 108)


def _entry(
    name: str, kind: int, right: int = FREE, child: int = FREE, start: int = END
) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    head = text.ljust(64, b"\0") + struct.pack("<HBB", len(text), kind, 1)
    return head + struct.pack("<III36xIQ", FREE, right, child, start, SECTOR)
