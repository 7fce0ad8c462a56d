"""Columns whose values carry their own checksum.

SQLite notices a page that makes no sense, but not a byte that was flipped in a text. So
texts, numbers and bytes end with a CRC-32 of themselves, and what does not fit its own
is not believed. The checksum comes last: what sorts or compares equal still does.
"""

from __future__ import annotations

import json
import zlib
from functools import partial
from typing import Any

from sqlalchemy import BigInteger, Dialect, LargeBinary, Text
from sqlalchemy.types import TypeDecorator
from typing_extensions import override

_HEX = 8  # digits of a checksum in a text
_BYTES = 4
_SHORT = 1 << 16  # a number has the lower half of its checksum
_dumps = partial(json.dumps, ensure_ascii=False, separators=(",", ":"))


class UnsealedError(ValueError):
    """A value does not fit its checksum."""


class SealedText(TypeDecorator[str]):
    """Text, and its checksum in hexadecimal digits."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else f"{value}{_sum(value.encode()):08x}"

    @override
    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else _opened(value)


class SealedJson(TypeDecorator[Any]):
    """A value as JSON, and its checksum."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: object, dialect: Dialect) -> str:
        written = _dumps(value)
        return f"{written}{_sum(written.encode()):08x}"

    @override
    def process_result_value(self, value: Any, dialect: Dialect) -> object:
        return None if value is None else json.loads(_opened(value))


class SealedBytes(TypeDecorator[bytes]):
    """Bytes, and their checksum."""

    impl = LargeBinary
    cache_ok = True

    @override
    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        return None if value is None else value + _sum(value).to_bytes(_BYTES)

    @override
    def process_result_value(self, value: Any, dialect: Dialect) -> bytes | None:
        if value is None:
            return None
        if not isinstance(value, bytes):
            raise UnsealedError
        content, told = value[:-_BYTES], value[-_BYTES:]
        if _sum(content).to_bytes(_BYTES) != told:
            raise UnsealedError
        return content


class SealedInteger(TypeDecorator[int]):
    """A number that is not negative, and half of its checksum below it."""

    impl = BigInteger
    cache_ok = True

    @override
    def process_bind_param(self, value: int | None, dialect: Dialect) -> int | None:
        return None if value is None else value * _SHORT + _half(value)

    @override
    def process_result_value(self, value: Any, dialect: Dialect) -> int | None:
        if value is None:
            return None
        if not isinstance(value, int) or _half(value // _SHORT) != value % _SHORT:
            raise UnsealedError
        return value // _SHORT


def _opened(value: object) -> str:
    if not isinstance(value, str):  # a flipped byte may turn a text into a number
        raise UnsealedError
    content = value[:-_HEX]
    if f"{_sum(content.encode()):08x}" != value[-_HEX:]:
        raise UnsealedError
    return content


def _sum(content: bytes) -> int:
    return zlib.crc32(content)


def _half(value: int) -> int:
    return _sum(str(value).encode()) % _SHORT
