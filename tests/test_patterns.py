"""No regular expression of ours can be made to run for long by a hostile document.

Each pattern is tried on repeated pieces of text of growing length. One that tries back
exponentially is out of bounds at the first lengths, a cubic one at the last.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator

import pytest

import casebase
import web

PIECES = (
    *(
        " ",
        "\u3000",
        "\t",
        "-",
        "- ",
        "—",
        "=",
        ".",
        "…",
        "·",
        "、",
        "，",
        "。",
        "：",
        ": ",
    ),
    *(
        "“",
        "”",
        "（",
        "(",
        "《",
        "》",
        "〔",
        "[",
        "|",
        "| ",
        "*",
        "_",
        "#",
        "+",
        "<",
        "<a ",
    ),
    *(
        "1",
        "1.",
        "1 ",
        "1+",
        "第1",
        "a",
        "a ",
        "学",
        "学院",
        "案例",
        "案例1",
        "一、",
        "年",
        "2023年",
    ),
)
LENGTHS = (16, 32, 64, 128, 256, 512, 1024)
LONGEST = 0.5  # seconds; an honest pattern takes a thousandth of it


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """The compiled patterns of all modules, by name."""
    for package in (casebase, web):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if found.name.endswith("__main__"):
                continue
            module = importlib.import_module(found.name)
            for name, value in vars(module).items():
                if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                    yield f"{found.name}.{name}", value


ALL = dict(patterns())


def took(pattern: re.Pattern[str], text: str) -> float:
    """The seconds that the slowest way to use `pattern` on `text` takes."""
    times = []
    for use in (pattern.match, pattern.fullmatch, pattern.search):
        began = time.perf_counter()
        use(text)
        times.append(time.perf_counter() - began)
    return max(times)


def test_there_are_patterns_to_try() -> None:
    assert len(ALL) > 100


@pytest.mark.parametrize("name", sorted(ALL))
def test_pattern_does_not_try_back_for_long(name: str) -> None:
    for piece in PIECES:
        for length in LENGTHS:
            text = piece * (length // len(piece)) + "§"
            seconds = min(took(ALL[name], text) for _ in range(2))
            assert seconds < LONGEST, f"{seconds:.1f} s on {length} of {piece!r}"
