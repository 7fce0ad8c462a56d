"""What is said of a file's pages, in as few words as anybody reads."""

from __future__ import annotations

from dataclasses import replace

from casebase.document import Layout, Notice

MOST = 20  # notices of pages; the rest are summed up


def in_few_words(layout: Layout) -> Layout:
    """`layout` with the notices of its pages beyond the first ones summed up.

    This comes last: a page that a notice speaks of may yet be read off its picture.
    """
    damaged = [it for it in layout.notices if it.page is not None and it.damaged]
    rest = damaged[MOST:]
    if not rest:
        return layout
    summed = Notice(None, f"另有 {len(rest)} 页也没有读出来。", rest[0].advice)
    gone = set(map(id, rest))
    kept = [it for it in layout.notices if id(it) not in gone]
    return replace(layout, notices=(*kept, summed))
