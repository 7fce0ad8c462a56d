"""Is the index whole, current and consistent with the corpus?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from casebase.build.errata import Errata
from casebase.build.fingerprint import (
    annotation_fingerprint,
    holds,
    reading_fingerprint,
    record_fingerprint,
)
from casebase.build.plan import changes
from casebase.build.scan import scan
from casebase.catalogue import Catalogue, State
from casebase.engines import backend
from casebase.errors import CasebaseError, IndexDamagedError
from casebase.settings import Settings

UPDATE = "请运行 casebase reindex。"
REPAIR = "请运行 casebase doctor --repair。"


class Part(StrEnum):
    """What is looked at."""

    DATABASE = "database"
    FILES = "files"
    RULES = "rules"
    CORRECTIONS = "corrections"
    ENGINE = "engine"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at.

    Attributes:
        well: Whether it is as it should be.
        message: What was found, a Chinese sentence.
        advice: What to do; empty where all is well.
        part: What was looked at.
    """

    well: bool
    message: str
    advice: str = ""
    part: Part = Part.DATABASE


def doctor(settings: Settings) -> list[Finding]:
    """Look at everything; recorded problems of files are not the index's fault.

    Raises:
        IndexMissingError: There is no index to look at.
        CasebaseError: There is no corpus, or no database.
    """
    try:
        catalogue = Catalogue.open(settings.database)
    except IndexDamagedError as error:
        return [Finding(well=False, message=error.message, advice=error.advice)]
    with catalogue:
        state = catalogue.state()
        if state is None:
            said = "索引还没有建完。"
            return [Finding(well=False, message=said, advice=UPDATE, part=Part.FILES)]
        found: list[Finding] = []
        for part, look in _LOOKS.items():
            told = _tried(look, settings, catalogue, state)
            found.extend(replace(finding, part=part) for finding in told)
            if part is Part.DATABASE and not all(it.well for it in found):
                break  # nothing can be said by a database that is damaged
        return found


Look = Callable[[Settings, Catalogue, State], Iterator[Finding]]


def _tried(
    look: Look, settings: Settings, catalogue: Catalogue, state: State
) -> Iterator[Finding]:
    try:
        yield from look(settings, catalogue, state)
    except CasebaseError as error:
        yield Finding(well=False, message=error.message, advice=error.advice)


def _database(_: Settings, catalogue: Catalogue, state: State) -> Iterator[Finding]:
    said = catalogue.integrity()
    cards = catalogue.documents()
    entries = sum(card.entry_count for card in cards)
    if said:
        yield Finding(well=False, message=f"目录库已损坏（{said}）。", advice=REPAIR)
    elif (len(cards), entries) != (state.documents, state.entries):
        yield Finding(
            well=False,
            message=f"目录库应有 {state.documents} 份文献、{state.entries} 个条目，"
            f"实有 {len(cards)} 份、{entries} 个。",
            advice=REPAIR,
        )
    else:
        message = f"目录库完整：{len(cards)} 份文献，{entries} 个条目。"
        yield Finding(well=True, message=message)


def _files(settings: Settings, catalogue: Catalogue, _: State) -> Iterator[Finding]:
    found = scan(settings.corpus)
    change = changes(catalogue.files(), found.sources)
    kinds = {
        "新增": change.new,
        "改动": change.changed,
        "移动": change.moved,
        "删除": change.removed,
    }
    told = [f"{kind} {len(names)} 个" for kind, names in kinds.items() if names]
    if told:
        some = next(names[0] for names in kinds.values() if names)
        message = f"corpus 目录有变化：{'、'.join(told)}（如 {some}）。"
        yield Finding(well=False, message=message, advice=UPDATE)
    else:
        message = f"索引与 corpus 目录一致：{len(found.sources)} 个文件。"
        yield Finding(well=True, message=message)


def _rules(settings: Settings, catalogue: Catalogue, state: State) -> Iterator[Finding]:
    now = reading_fingerprint()
    stale = not all(holds(made, now) for made in catalogue.fingerprints())
    found_with = annotation_fingerprint(settings.lexicons)
    marks = catalogue.annotations().values()
    stale = stale or any(mark.partition(" ")[0] != found_with for mark in marks)
    built = record_fingerprint(state.engine, settings.lexicons)
    if stale or built != state.fingerprint:
        message = "程序、词表或所用的库、工具在建索引之后更新过。"
        yield Finding(well=False, message=message, advice=UPDATE)
    else:
        yield Finding(well=True, message="索引是用现在的程序和词表建立的。")


def _corrections(
    settings: Settings, catalogue: Catalogue, _: State
) -> Iterator[Finding]:
    mains = {it.name: it.id for it in catalogue.documents()}
    names: dict[str, list[str]] = {}
    for file in catalogue.files():
        names.setdefault(file.document_id, []).append(file.name)
    errata = Errata.of(settings, names)
    late = [
        name
        for name, mark in catalogue.annotations().items()
        if mark.partition(" ")[2] != errata.mark(mains[name]).partition(" ")[2]
    ]
    if late:
        message = f"{len(late)} 份文献的人工更正还没有用上（如 {late[0]}）。"
        yield Finding(well=False, message=message, advice=UPDATE)
    elif errata.count:
        yield Finding(well=True, message=f"人工更正都已用上：{errata.count} 条。")


def _engine(
    settings: Settings, catalogue: Catalogue, state: State
) -> Iterator[Finding]:
    path = settings.index / state.engine_path
    backend(state.engine).verify(path)
    engine = backend(state.engine).open(path)
    try:
        held = engine.ids()
    finally:
        engine.close()
    known = catalogue.entry_ids()
    lacking, surplus = len(known - held), len(held - known)
    if lacking or surplus:
        message = f"检索引擎少了 {lacking} 个条目，多了 {surplus} 个条目。"
        yield Finding(well=False, message=message, advice=REPAIR)
    else:
        message = f"检索引擎（{state.engine}）完整：{len(held)} 个条目。"
        yield Finding(well=True, message=message)


_LOOKS = {
    Part.DATABASE: _database,
    Part.FILES: _files,
    Part.RULES: _rules,
    Part.CORRECTIONS: _corrections,
    Part.ENGINE: _engine,
}
