"""The time of repair and splitting grows with a text's length, not faster."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from casebase.document import Layout, Line, Page, Source
from casebase.repair import repair
from casebase.split import split
from tests.split.making import TEXT, document

SOURCE = Source("文.txt", Path("文.txt"), "d" * 64)
SMALL, TIMES = 5_000, 4
RUNS = "（“《。.…—-·7一 　\t"
LINES = (
    "短行文字",
    "1",
    "2023年5月",
    "案例1",
    "目录",
    "第一章 总则",
    "目录……1",
    "其中案例",
)


def seconds(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def is_linear(work: Callable[[int], Callable[[], object]]) -> bool:
    base = min(seconds(work(SMALL)) for _ in range(2))
    # Quadratic work would take sixteen times as long, linear work four.
    return seconds(work(SMALL * TIMES)) < max(0.5, base * TIMES * 2.5)


def layout(*texts: str) -> Layout:
    return Layout("text", (Page(None, tuple(map(Line, texts))),))


@pytest.mark.parametrize("sign", RUNS)
def test_a_run_of_one_sign_in_a_line(sign: str) -> None:
    def work(size: int) -> Callable[[], object]:
        read = layout(TEXT, f"正文{sign * size}正文", TEXT)
        return lambda: repair(SOURCE, read)

    assert is_linear(work)


@pytest.mark.parametrize("line", LINES)
def test_many_lines(line: str) -> None:
    def work(size: int) -> Callable[[], object]:
        read = layout(TEXT, *[line] * (size // 5), TEXT)
        return lambda: split(repair(SOURCE, read))

    assert is_linear(work)


def test_many_different_numbers() -> None:
    def work(size: int) -> Callable[[], object]:
        read = layout(*map(str, range(size // 4)))
        return lambda: repair(SOURCE, read)

    assert is_linear(work)


def test_many_cases() -> None:
    def work(size: int) -> Callable[[], object]:
        cases = ((f"## 案例{n} 支部", f"{TEXT}{{14}}") for n in range(size // 5))
        made = document(*(text for case in cases for text in case))
        return lambda: split(made)

    assert is_linear(work)
