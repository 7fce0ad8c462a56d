"""Honours as the text reports them: which one, of what level, how far, whose and when.

A clause is read as holder – verb – honours: 护理系党总支2021年获批首批全省高校党建工作
标杆院系培育创建单位. The verb and the words around the honour tell its status; what is
being cultivated is 培育创建 whatever the verb. An honour is only taken where the lexicon
knows what kind of thing it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from casebase.annotate.honours.clauses import Clause, clauses
from casebase.annotate.honours.holders import holder_of
from casebase.annotate.honours.items import Item, items_of
from casebase.annotate.honours.levels import level_of
from casebase.annotate.honours.years import year_of
from casebase.entry import Entry, Evidence, Honour, Role
from casebase.lexicon import Lexicon


def honours(
    entry: Entry, school: str | None, lexicon: Lexicon
) -> Iterator[tuple[Honour, Evidence]]:
    """The honours that the entry's prose reports, in reading order.

    `school` is the owner, whose own honours are those of 学校 and of nobody named.
    """
    begin = 0
    for paragraph in entry.paragraphs:
        if paragraph.role is not Role.ROW:
            for clause in clauses(paragraph.text):
                yield from _reported(clause, begin, school, lexicon)
        begin += len(paragraph.text) + 1


def _reported(
    clause: Clause, begin: int, school: str | None, lexicon: Lexicon
) -> Iterator[tuple[Honour, Evidence]]:
    holder = holder_of(clause, school)
    for item in items_of(clause, lexicon):
        honour = Honour(
            name=item.name,
            level=level_of(item, clause, lexicon),
            batch=item.batch,
            status=item.status,
            holder=holder,
            year=item.year or year_of(clause),
        )
        yield honour, _evidence(clause, item, begin)


def _evidence(clause: Clause, item: Item, begin: int) -> Evidence:
    """From the verb to the end of the honour; the honour alone where they are far."""
    start = begin + clause.start + item.start
    end = begin + clause.start + item.end
    return Evidence("text", start, end, item.quote, f"honour.{clause.verb.name}")
