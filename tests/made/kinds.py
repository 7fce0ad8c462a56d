"""Every kind of document that can be made."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from random import Random

from playwright.sync_api import Browser

from tests.made import (
    browsed,
    files,
    newspapers,
    papers,
    pictures,
    reports,
    unmapped,
    webpages,
    words,
)
from tests.made.making import Bench, Made, Maker

MAKERS: tuple[Maker, ...] = (
    *newspapers.MAKERS,
    *papers.MAKERS,
    *reports.MAKERS,
    *browsed.MAKERS,
    *files.MAKERS,
    *unmapped.MAKERS,
    *pictures.MAKERS,
    *webpages.MAKERS,
    *words.MAKERS,
    *(words.OFFICE_MAKERS if shutil.which("soffice") else ()),
)


def made(browser: Browser, seed: int, only: str = "") -> Iterator[Made]:
    """One document of every kind whose maker's name matches `only`."""
    for maker in MAKERS:
        if re.search(only, maker.__name__):
            chosen = Random(f"{maker.__name__} {seed}")  # noqa: S311 - no secrets
            yield maker(Bench(browser, chosen))
