"""The JSON of an entry says where its paragraphs stand and what was recognised."""

from __future__ import annotations

from casebase.entry import Entry, Kind, Paragraph, entry_json
from casebase.place import Box, Place

PLACED = Paragraph(
    "跨过一栏的一段。",
    page=2,
    places=(
        Place(2, Box(0.1, 0.8, 0.45, 0.90001)),
        Place(3, Box(0.1, 0.1, 0.45, 0.2)),
    ),
    recognised=True,
)


def test_places_are_told_paragraph_by_paragraph() -> None:
    entry = Entry(
        id="0-1",
        document_id="0",
        document="甲.pdf",
        document_title="甲",
        subtitle="",
        kind=Kind.ARTICLE,
        number=None,
        title="甲",
        path=(),
        pages=(2, 3),
        paragraphs=(Paragraph("没有位置的一段。"), PLACED),
    )
    told = entry_json(entry)
    assert told["places"] == [
        [],
        [
            {"page": 2, "box": [0.1, 0.8, 0.45, 0.9]},
            {"page": 3, "box": [0.1, 0.1, 0.45, 0.2]},
        ],
    ]
    assert told["recognised"] == [1]
    assert len(told["places"]) == len(told["text"].split("\n"))
