"""The work on a web page grows with its length, however its elements are nested."""

from __future__ import annotations

import sys
import time
from types import FrameType

import pytest

from casebase.extract import html
from casebase.extract.html.blocks import lines_of
from casebase.extract.html.parsing import DEPTH, ELEMENTS, parse
from tests.extract.making import Read

PROSE = (
    "<p>青禾职业学院党委坚持把支部建在专业上，推动党建与教学同频共振，成效明显。</p>"
)
# What is opened and what is closed again, so many times.
SHAPES = {
    "divs": ("<div>", "</div>"),
    "divs with text": ("<div>支部办实事，群众说好。", "</div>"),
    "tables": ("<table><tr><td>", "</td></tr></table>"),
    "cells in cells": ("<table><tr><td>一</td><td><div><td>二", ""),
    "parts by name": ("<div class='share'>支部办实事，", "</div>"),
    "links": ("<div><a href='/1'>支部</a>", "</div>"),
    "spans": ("<span>支部办实事，", "</span>"),
    "never closed": ("<ul><li>支部办实事", ""),
    "comments": ("<!-- 注 --><b>支部</b>", ""),
    "code": ("<script>1</script>支部", ""),
}
SMALL, TIMES = 250, 4


def page(opened: str, closed: str, times: int) -> bytes:
    nest = opened * times + PROSE + closed * times
    return f"<html><body>{PROSE * times}{nest}</body></html>".encode()


def calls(read: Read, data: bytes) -> int:
    """How many functions are called to read it."""
    count = 0

    def tally(frame: FrameType, event: str, argument: object) -> None:  # noqa: ARG001  as sys asks
        nonlocal count
        count += 1

    before = sys.getprofile()
    sys.setprofile(tally)
    try:
        read("页.html", data)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("shape", SHAPES)
def test_work_is_linear(shape: str, read: Read) -> None:
    short, long = (
        calls(read, page(*SHAPES[shape], size)) for size in (SMALL, SMALL * TIMES)
    )
    # Quadratic work would be sixteen times as much, linear work four.
    assert long < short * TIMES * 1.5


@pytest.mark.parametrize("shape", ["divs", "tables", "spans"])
def test_what_is_nested_too_deep_is_read(shape: str, read: Read) -> None:
    layout = read("页.html", page(*SHAPES[shape], 2 * DEPTH))
    text = "\n".join(line.text for line in layout.pages[0].lines)
    assert text.count("青禾职业学院") == 2 * DEPTH + 1


def test_blocks_nested_too_deep_stay_lines() -> None:
    soup = parse("<html><body>" + "<div>" * 2 * DEPTH + "<p>一</p><p>二<br>三</p>")
    assert soup.find("p") is None
    assert [line.text for line in lines_of([soup])] == ["一", "二", "三"]


# Parts that are read apart from the elements: strings of scripts, headings, files.
PARTS = {
    "quotes in a script": lambda n: (
        f'<script>{chr(92)}\'\\"{chr(92)}"' * n + "</script>"
    ),
    "open quotes": lambda n: "<script>var a = " + "\\\"'" * n + "</script>",
    "one great heading": lambda n: "<h1>" + "<b>字</b>" * n + "</h1>",
    "files in one block": lambda n: "<div>" + "<a href='1.doc'>附件</a>" * n + "</div>",
    "lists": lambda n: "<ol><li>支部" * n,
    "labels": lambda n: "<div>通知公告" * n,
    "wide cells": lambda n: "<table>" + "<tr><td colspan=50 rowspan=50>一" * n,
    "open comments": lambda n: "<!-- " * n,
    "styles": lambda n: "<p style='" + "display:" * n + "'>",
}


@pytest.mark.parametrize("part", PARTS)
def test_time_is_bearable(part: str) -> None:
    page = f"<html><body>{PROSE * 9}{PARTS[part](10_000)}"
    began = time.process_time()
    html.read(page)
    assert time.process_time() - began < 10


def test_more_elements_than_fit_are_text() -> None:
    many = "<p>支部<b>办</b>实事</p>" * ELEMENTS
    soup = parse(f"<html><body>{many}</body></html>")
    assert len(soup.find_all()) <= ELEMENTS
    lines = lines_of([soup])
    assert len(lines) == ELEMENTS
    assert {line.text for line in lines} == {"支部办实事"}
