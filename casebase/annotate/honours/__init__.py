"""Honours as the text reports them: which one, of what level, how far, whose and when.

A clause is read as holder – verb – honours: 护理系党总支2021年获批首批全省高校党建
工作标杆院系培育创建单位. The verb and the words around the honour tell its status;
what is being cultivated is 培育创建 whatever the verb. An honour is only taken where
the lexicon knows what kind of thing it is. Tables are read by their heads.
"""

from __future__ import annotations

from collections.abc import Iterator

from casebase.annotate.honours.lists import honours_of_lists
from casebase.annotate.honours.reports import Reader
from casebase.annotate.honours.rows import honours_of_rows
from casebase.entry import Entry, Evidence, Honour, Kind, Role
from casebase.lexicon import Lexicon

Found = tuple[Honour, Evidence]


def honours(
    entry: Entry,
    school: str | None,
    lexicon: Lexicon,
    this_year: int | None = None,
) -> Iterator[Found]:
    """The honours that the entry reports: its title, its prose, then its tables.

    A ruling text reports none but those of a list at its end.

    Args:
        entry: What is read.
        school: The owner, whose are the honours of 学校 and of nobody named.
        lexicon: What is known beforehand.
        this_year: The year that the entry calls 今年, None where nothing says so.
    """
    yield from honours_of_lists(entry, lexicon)
    if entry.kind is Kind.POLICY:
        return
    reader = Reader(school, lexicon, this_year)
    yield from reader.read(entry.title, 0, "title")
    begin = 0
    for paragraph in entry.paragraphs:
        if paragraph.role is Role.CAPTION:
            yield from reader.read_caption(paragraph.text, begin)
        elif paragraph.role is not Role.ROW:
            yield from reader.read(paragraph.text, begin, "text")
        begin += len(paragraph.text) + 1
    yield from honours_of_rows(entry, school, lexicon)
