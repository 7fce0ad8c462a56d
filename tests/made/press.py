"""Pages printed to PDF by the Chromium of the machine."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from html import escape
from io import BytesIO

from playwright.sync_api import Browser, sync_playwright
from pypdf import PdfWriter

from tests.made.setting import NAMES, SetLine, advance

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "msedge", "microsoft-edge")
# Without these a headless Chromium looks for its maker's servers at every start.
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
SHEET = """
* { margin: 0; padding: 0; box-sizing: border-box }
body { font-kerning: none; text-spacing-trim: space-all }
section { position: relative; overflow: hidden; break-after: page }
i { position: absolute; font-style: normal;
  font-weight: inherit; white-space: pre; line-height: 1 }
hr { position: absolute; border: 0; background: #333 }
u { position: absolute; border: 1px solid #333 }
div { position: absolute; left: 100%; top: 0; transform-origin: 0 0;
  transform: rotate(90deg) }
"""


@dataclass(frozen=True)
class Rule:
    """A drawn line, or the four sides of a box."""

    page: int
    left: float
    top: float
    width: float
    height: float
    box: bool = False


@dataclass(frozen=True)
class Sheets:
    """Pages as they are drawn, in the order in which they are drawn.

    Attributes:
        sizes: Width and height of each page, in points.
        lines: In drawing order.
        rules: Drawn first.
        glyphwise: Whether every character is placed by itself.
        turned: Pages that were set wide and stand turned by 90° on a narrow sheet.
    """

    sizes: Sequence[tuple[float, float]]
    lines: Sequence[SetLine]
    rules: Sequence[Rule] = ()
    glyphwise: bool = False
    turned: frozenset[int] = frozenset()


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless Chromium.

    Raises:
        FileNotFoundError: There is none.
    """
    path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if path is None:
        raise FileNotFoundError("no Chromium here")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield browser
        browser.close()


def printed(browser: Browser, html: str) -> bytes:
    """The PDF of a web page; its style sheet says how large the pages are."""
    page = browser.new_page()
    page.set_content(html)
    data = page.pdf(prefer_css_page_size=True, print_background=True)
    page.close()
    return data


def with_marks(browser: Browser, html: str, above: str, below: str) -> bytes:
    """The same with a browser's own marks: `above` left|right, pages `below`."""
    left, right = above.split("|")
    style = "font-size:7pt;width:100%;margin:0 8mm;display:flex"
    form = f'<div style="{style}">{{}}</div>'
    wide = '<span style="flex:1">{}</span><span>{}</span>'
    number = '<span class="pageNumber"></span>/<span class="totalPages"></span>'
    page = browser.new_page()
    page.set_content(html)
    data = page.pdf(
        prefer_css_page_size=True,
        display_header_footer=True,
        header_template=form.format(wide.format(left, right)),
        footer_template=form.format(wide.format(below, number)),
    )
    page.close()
    return data


def bound(browser: Browser, sheets: Sheets) -> bytes:
    """Pages of different sizes, printed one by one: Chromium would shrink them all."""
    writer = PdfWriter()
    for page, size in enumerate(sheets.sizes):
        alone = Sheets(
            [size],
            [replace(line, page=0) for line in sheets.lines if line.page == page],
            [replace(rule, page=0) for rule in sheets.rules if rule.page == page],
            turned=frozenset({0} if page in sheets.turned else ()),
        )
        writer.append(BytesIO(printed(browser, html_of(alone))))
    return written(writer)


def written(writer: PdfWriter) -> bytes:
    """The bytes of a PDF."""
    data = BytesIO()
    writer.write(data)
    return data.getvalue()


def html_of(sheets: Sheets) -> str:
    """A web page whose every line stands where the typesetter put it."""
    sizes = list(sheets.sizes)
    rules = "".join(
        f"@page p{number} {{ size: {width}pt {height}pt; margin: 0 }}"
        f"#p{number} {{ page: p{number}; width: {width}pt; height: {height - 0.5}pt }}"
        for number, (width, height) in enumerate(sizes)
    )
    body = "".join(
        f'<section id="p{number}">{_content(sheets, number)}</section>'
        for number in range(len(sizes))
    )
    return (
        f'<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8">'
        f"<style>{SHEET}{rules}</style>{body}</html>"
    )


def _content(sheets: Sheets, page: int) -> str:
    content = "".join(_drawn(sheets, page))
    if page not in sheets.turned:
        return content
    width, height = sheets.sizes[page]
    return f'<div style="width:{height}pt;height:{width}pt">{content}</div>'


def _drawn(sheets: Sheets, page: int) -> Iterator[str]:
    for rule in sheets.rules:
        if rule.page == page:
            tag = "u" if rule.box else "hr"
            yield (
                f'<{tag} style="left:{rule.left}pt;top:{rule.top}pt;'
                f'width:{rule.width}pt;height:{rule.height}pt">'
                + ("</u>" if rule.box else "")
            )
    for line in sheets.lines:
        if line.page == page:
            yield from _glyphs(line) if sheets.glyphwise else _runs(line)


def _glyphs(line: SetLine) -> Iterator[str]:
    for glyph in line.glyphs:
        if not glyph.char.isspace():
            yield _span(line, glyph.char, glyph.left)


def _runs(line: SetLine) -> Iterator[str]:
    """Stretches whose characters stand as far apart as the font says."""
    start = 0
    for end in range(1, len(line.glyphs) + 1):
        if end == len(line.glyphs) or not _joined(line, end):
            text = "".join(glyph.char for glyph in line.glyphs[start:end])
            if text.strip():
                yield _span(line, text, line.glyphs[start].left, _track(line, start))
            start = end


def _joined(line: SetLine, index: int) -> bool:
    """Whether a character is of the kind of the one before it, Latin or not."""
    glyphs = line.glyphs
    latin = glyphs[index].char.isascii(), glyphs[index - 1].char.isascii()
    return latin[0] == latin[1]


def _track(line: SetLine, start: int) -> float:
    """What stands between two characters beyond their width."""
    if start + 1 >= len(line.glyphs):
        return 0.0
    here, there = line.glyphs[start : start + 2]
    wide = advance(here.char, line.style.family, bold=line.style.bold)
    return there.left - here.left - wide * line.style.size


def _span(line: SetLine, text: str, left: float, track: float = 0.0) -> str:
    style = line.style
    spacing = f";letter-spacing:{track:.3f}pt" if abs(track) > 0.001 else ""
    weight = ";font-weight:bold" if style.bold else ""
    place = f"left:{left:.2f}pt;top:{line.top:.2f}pt"
    return (
        f"<i style=\"{place};font:{style.size}pt/1 '{NAMES[style.family]}'"
        f'{weight}{spacing}">{escape(text)}</i>'
    )
