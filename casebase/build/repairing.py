"""What `doctor` finds wrong is put right, with as little work as will do.

An engine is built again from the catalogue, for which no file is read; a damaged
catalogue is set aside and built again from corpus/, which is the truth.
"""

from __future__ import annotations

from collections.abc import Iterator

from casebase.build.checkup import Finding, Part, doctor
from casebase.build.lock import writing
from casebase.build.records import sweep
from casebase.build.report import Progress
from casebase.build.run import reindex
from casebase.catalogue import Ledger, set_aside
from casebase.errors import IndexDamagedError, IndexMissingError
from casebase.settings import Settings


def repair(settings: Settings, progress: Progress) -> Iterator[str]:
    """Put right what is wrong, and tell what was done, a Chinese sentence each.

    Raises:
        IndexBusyError: Another process is writing the index.
        CasebaseError: There is no corpus, or it could not be done.
    """
    wrong = {finding.part for finding in _found(settings) if not finding.well}
    # First, as somebody may still be reading what is about to be replaced.
    if count := _swept(settings):
        yield f"清理了 {count} 个不再使用的旧索引目录。"
    elif not wrong:
        yield "没有需要修复的。"
    if Part.DATABASE in wrong:
        with writing(settings):
            aside = set_aside(settings.database)
        if aside is not None:
            yield f"目录库已损坏，移到了 {aside.name}。"
        reindex(settings, progress=progress)
        yield "已从 corpus 目录重新建立目录库和检索引擎。"
    elif Part.ENGINE in wrong:
        reindex(settings, progress=progress, rebuild=True)
        yield "已从目录库重新建立检索引擎，没有重读文献。"
    elif wrong:
        reindex(settings, progress=progress)
        yield "已使索引与 corpus 目录、程序和词表一致。"


def _found(settings: Settings) -> list[Finding]:
    try:
        return doctor(settings)
    except IndexMissingError as error:
        return [Finding(well=False, message=error.message, part=Part.FILES)]


def _swept(settings: Settings) -> int:
    """How many folders were removed that no snapshot points at."""
    with writing(settings):
        try:
            with Ledger.open(settings.database) as ledger:
                return sweep(settings, ledger.state())
        except IndexDamagedError:
            return 0
