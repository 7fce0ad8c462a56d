"""On which page each case of a report begins, found without the product."""

from __future__ import annotations

from pathlib import Path

import pypdfium2

from bench.measures import squeezed
from bench.truth import Truth

OPENING = 6  # characters of a title; the rest may stand on the next line


def case_pages(path: Path, truth: Truth) -> dict[int, int]:
    """Number of case → number of page, 1-based.

    A list of contents names cases too, so the last page that names one counts.
    """
    pages: dict[int, int] = {}
    with pypdfium2.PdfDocument(path) as pdf:
        for number, page in enumerate(pdf, 1):
            text = squeezed(page.get_textpage().get_text_range())
            for case, title in truth.cases:
                if f"案例{case}:{title[:OPENING]}" in text:
                    pages[case] = number
    return pages
