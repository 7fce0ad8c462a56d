"""What is to be done: which files changed, and which must be read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from casebase.build.fingerprint import holds
from casebase.catalogue import FileRow, ReadingCard
from casebase.document import Source
from casebase.errors import Problem, Severity, Stage


@dataclass(frozen=True, slots=True)
class Group:
    """The files with the same bytes: one document.

    Attributes:
        main: The first in order of name, links after files; the document goes by it.
        also: The names of the others.
    """

    main: Source
    also: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """All of them."""
        return (self.main.name, *self.also)


@dataclass(frozen=True, slots=True)
class Changes:
    """What happened to files since the last snapshot: their names, in order.

    A file is moved when its bytes lay at a path that is gone now.
    """

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()


def grouped(sources: Iterable[Source]) -> list[Group]:
    """Files by their bytes; a link to one of them is never the main one."""
    by_digest: dict[str, list[Source]] = defaultdict(list)
    for source in sorted(sources, key=_files_first):
        by_digest[source.digest].append(source)
    return [
        Group(same[0], tuple(source.name for source in same[1:]))
        for same in by_digest.values()
    ]


def _files_first(source: Source) -> tuple[bool, str]:
    return source.path.is_symlink(), source.name


def changes(old: Sequence[FileRow], sources: Sequence[Source]) -> Changes:
    """What happened between the snapshot `old` and the files there are now."""
    before = {file.name: file.digest for file in old}
    now = {source.name: source.digest for source in sources}
    gone: dict[str, list[str]] = defaultdict(list)
    for name in sorted(set(before) - set(now), reverse=True):
        gone[before[name]].append(name)
    kinds: dict[str, list[str]] = defaultdict(list)
    for name, digest in sorted(now.items()):
        if name in before:
            kinds["unchanged" if before[name] == digest else "changed"].append(name)
        elif gone[digest]:
            del before[gone[digest].pop()]
            kinds["moved"].append(name)
        else:
            kinds["new"].append(name)
    kinds["removed"] = sorted(set(before) - set(now))
    return Changes(**{kind: tuple(names) for kind, names in kinds.items()})


def saved(
    groups: Iterable[Group],
    cards: Iterable[ReadingCard],
    fingerprint: str,
    mark: Callable[[str], str],
) -> dict[str, ReadingCard]:
    """For each main name the saved reading that still holds, where there is one.

    `mark` tells of a document what its reading is marked with when its facts hold too.
    """
    by_document: dict[str, list[ReadingCard]] = defaultdict(list)
    for card in cards:
        if holds(card.fingerprint, fingerprint):
            by_document[card.document_id].append(card)
    found = {
        group.main.name: _holding(
            group.main.name,
            by_document[group.main.document_id],
            mark(group.main.document_id),
        )
        for group in groups
    }
    return {name: card for name, card in found.items() if card is not None}


def _holding(name: str, cards: Sequence[ReadingCard], mark: str) -> ReadingCard | None:
    """The latest reading of these bytes under the same file name, in any folder.

    One whose facts hold too comes first.

    The file's name matters: its suffix may choose the reader, and a document that says
    neither its title nor its date may have them from its name.
    """
    wanted = PurePosixPath(name).name
    fitting = [card for card in reversed(cards) if _file_name(card) == wanted]
    whole = (card for card in fitting if card.annotation == mark)
    return next(whole, fitting[0] if fitting else None)


def _file_name(card: ReadingCard) -> str:
    return PurePosixPath(card.name).name


def copies(groups: Iterable[Group], lost: Container[str]) -> list[Problem]:
    """What is to be said of every file whose bytes lie elsewhere too.

    It shares the fate of the main one: `lost` has the main names of those that cannot
    be searched.
    """
    return [
        _lost_copy(name, group.main.name)
        if group.main.name in lost
        else _copy(name, group.main.name)
        for group in groups
        for name in group.also
    ]


def _copy(name: str, main: str) -> Problem:
    return Problem(
        document=name,
        page=None,
        stage=Stage.SCAN,
        severity=Severity.NOTE,
        message=f"内容与 {main} 完全相同，只收录一次。",
        advice="不需要处理；也可以删去这一份。",
    )


def _lost_copy(name: str, main: str) -> Problem:
    return Problem(
        document=name,
        page=None,
        stage=Stage.SCAN,
        severity=Severity.LOST,
        message=f"内容与 {main} 完全相同，同样不能检索。",
        advice=f"请按 {main} 的说明处理，或删去多余的一份。",
    )


def pointing(groups: Iterable[Group], keys: Mapping[str, str]) -> list[FileRow]:
    """The files of the snapshot: those of groups whose main name has a key."""
    return [
        FileRow(name, group.main.digest, keys[group.main.name], name == group.main.name)
        for group in groups
        if group.main.name in keys
        for name in group.names
    ]
