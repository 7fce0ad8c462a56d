"""The old Office container (OLE2): which streams stand at its top, and their heads.

After [MS-CFB]: Compound File Binary File Format. Only what tells the kind of file is
read, never more than the chains that its own tables allow.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = 512
_ENTRY = 128  # bytes of a directory entry
_MAX_SHIFT = 16  # sectors of 64 KB; usual are 512 bytes
_NONE = 0xFFFFFFFF
_LAST = 0xFFFFFFFA  # greater numbers are no sectors
_MAX_ENTRIES = 20_000
_STREAM = 2
_IN_HEADER = 109  # sectors of the allocation table that the header itself lists


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    kind: int
    left: int
    right: int
    child: int
    start: int


def streams(data: bytes) -> Mapping[str, bytes]:
    """The names at the top of the container, with the first sector of each stream.

    A storage has no bytes. Of a damaged container there is as much as can be read.
    """
    if len(data) < _HEADER:
        return {}
    size = 1 << min(struct.unpack_from("<H", data, 30)[0], _MAX_SHIFT)
    if size < _HEADER:
        return {}
    entries = list(_entries(data, size))
    if not entries:
        return {}
    return {
        entry.name: _sector(data, size, entry.start) if entry.kind == _STREAM else b""
        for entry in _siblings(entries, entries[0].child)
    }


def _sector(data: bytes, size: int, number: int) -> bytes:
    start = (number + 1) * size
    return data[start : start + size]


def _entries(data: bytes, size: int) -> Iterator[_Entry]:
    count = 0
    for sector in _chain(data, size, struct.unpack_from("<I", data, 48)[0]):
        block = _sector(data, size, sector)
        for start in range(0, len(block) - _ENTRY + 1, _ENTRY):
            yield _entry(block[start : start + _ENTRY])
            count += 1
            if count == _MAX_ENTRIES:
                return


def _entry(block: bytes) -> _Entry:
    length = max(0, min(struct.unpack_from("<H", block, 64)[0] - 2, 62))
    left, right, child = struct.unpack_from("<III", block, 68)
    return _Entry(
        name=block[:length].decode("utf-16-le", "replace"),
        kind=block[66],
        left=left,
        right=right,
        child=child,
        start=struct.unpack_from("<I", block, 116)[0],
    )


def _chain(data: bytes, size: int, first: int) -> Iterator[int]:
    """The sectors of a chain, as the allocation table links them."""
    tables = struct.unpack_from(f"<{_IN_HEADER}I", data, 76)
    links = size // 4
    seen: set[int] = set()
    while first < _LAST and first not in seen:
        seen.add(first)
        yield first
        table, at = divmod(first, links)
        if table >= len(tables) or tables[table] >= _LAST:
            return
        block = _sector(data, size, tables[table])
        if len(block) < 4 * (at + 1):
            return
        first = struct.unpack_from("<I", block, 4 * at)[0]


def _siblings(entries: list[_Entry], root: int) -> Iterator[_Entry]:
    """The entries of one storage, which are kept as a binary tree."""
    waiting, seen = [root], set()
    while waiting:
        number = waiting.pop()
        if number == _NONE or number in seen or number >= len(entries):
            continue
        seen.add(number)
        entry = entries[number]
        waiting += [entry.left, entry.right]
        yield entry
