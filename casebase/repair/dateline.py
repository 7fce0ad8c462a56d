"""The date that only the running head or the imprint of a page bears."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from casebase.document import Metadata, Page
from casebase.text.dates import iso_date
from casebase.text.typesetting import ends_sentence, width

EDGE = 3  # lines at the top and at the foot of the first page
LONGEST = 45.0
MONTH = len("2024-05")

_IMPRINT = re.compile(  # of a newspaper or journal
    r"星期[一二三四五六日天]|第\s*\d+\s*[卷期版]|(?:日报|周报|晚报|[^\s通简情月季年]报)(?:\s|$)"
)


def with_date(
    metadata: Metadata, pages: Sequence[Page], heads: Iterable[str]
) -> Metadata:
    """The metadata with the date of the running head, where the file states none.

    A year alone is none: a report for 2023 came out later. On a single page the first
    and last lines are looked at, if they are those of a newspaper or journal.
    """
    if metadata.date:
        return metadata
    dates = map(iso_date, [*heads, *_imprints(pages[:1])])
    found = next((date for date in dates if len(date) >= MONTH), "")
    return replace(metadata, date=found)


def _imprints(pages: Iterable[Page]) -> Iterator[str]:
    for page in pages:
        for line in (*page.lines[:EDGE], *page.lines[-EDGE:]):
            short = width(line.text) <= LONGEST and not ends_sentence(line.text)
            if page.number and short and _IMPRINT.search(line.text):
                yield line.text
