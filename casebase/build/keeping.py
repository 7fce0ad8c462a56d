"""What could not be read this time goes on showing what was read of it before.

A trouble of the machine passes; an index without the file would be worse than one with
its last good reading.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from casebase.build.plan import Group
from casebase.catalogue import FileRow, ReadingCard
from casebase.errors import Problem, Severity

STILL = "目前显示的仍是以前读到的内容。"


def kept(
    groups: Sequence[Group],
    keys: Collection[str],
    old: Sequence[FileRow],
    cards: Sequence[ReadingCard],
) -> list[FileRow]:
    """Rows for the files of groups without a key that had a good reading.

    The same bytes keep it under every name. Another version keeps its own digest, so
    that the next run sees that the file has changed; where its bytes now lie at another
    path, they are found there.

    Args:
        groups: What lies in the corpus.
        keys: The main names of those that were read.
        old: The files of the snapshot before.
        cards: All saved readings.
    """
    pointed = {file.reading for file in old}
    good = {it.key: it for it in cards if it.key in pointed and not it.lost}
    before = {file.name: file for file in old if file.reading in good}
    present = {group.main.document_id for group in groups}
    rows = [
        row
        for group in groups
        if group.main.name not in keys and group.main.path.exists()
        for row in _same(group, good) or _earlier(group, before, good, present)
    ]
    return list(_with_mains(rows))


def _same(group: Group, good: Mapping[str, ReadingCard]) -> list[FileRow]:
    wanted = group.main.document_id
    keys = [key for key, card in good.items() if card.document_id == wanted]
    return [
        FileRow(name, group.main.digest, key, main=False)
        for key in keys[-1:]
        for name in group.names
    ]


def _earlier(
    group: Group,
    before: Mapping[str, FileRow],
    good: Mapping[str, ReadingCard],
    present: Collection[str],
) -> list[FileRow]:
    rows = [before[name] for name in group.names if name in before]
    return [row for row in rows if good[row.reading].document_id not in present]


def _with_mains(rows: Sequence[FileRow]) -> Iterator[FileRow]:
    """`rows`, the first name of each reading its main one."""
    mains: dict[str, str] = {}
    for row in rows:
        main = mains.setdefault(row.reading, row.name)
        yield replace(row, main=row.name == main)


def softened(failed: Sequence[Problem], rows: Sequence[FileRow]) -> list[Problem]:
    """What is told of files that could not be read, some of which `rows` still show."""
    names = {row.name for row in rows}
    return [
        replace(it, severity=Severity.DAMAGED, message=it.message + STILL)
        if it.document in names
        else it
        for it in failed
    ]
