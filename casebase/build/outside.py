"""A file outside the corpus, read as one of it would be: a draft to be checked."""

from __future__ import annotations

from pathlib import Path

from casebase.build.digests import digest
from casebase.build.fingerprint import reading_fingerprint
from casebase.build.readers import read_file
from casebase.build.workers import Task, read_all
from casebase.catalogue.cards import Reading
from casebase.document import Source
from casebase.errors import CasebaseError, NotFoundError, Problem
from casebase.settings import Settings


def read_outside(path: Path, settings: Settings) -> Reading:
    """What came of the file at `path`, read in a child.

    Raises:
        NotFoundError: There is no such file.
        CasebaseError: It could not be read; why is said.
    """
    if not path.is_file():
        raise NotFoundError(f"找不到文件 {path}。", "请检查路径是否正确。")
    try:
        source = Source(path.name, path, digest(path))
    except OSError as error:
        raise CasebaseError(
            f"文件 {path} 打不开。", "请检查它的权限后重试。"
        ) from error
    task = Task(reading_fingerprint(), settings.lexicons, 1, read_file)
    (outcome,) = (told for _, told in read_all([source], task))
    if isinstance(outcome, Reading) and outcome.document is not None:
        return outcome
    told = outcome if isinstance(outcome, Problem) else outcome.problems[0]
    raise CasebaseError(f"{path.name}：{told.message}", told.advice)
