"""Engines: they match and rank tokens; which tokens, others decide."""

from __future__ import annotations

from casebase import extras
from casebase.engines.engine import Backend
from casebase.errors import BadRequestError

ENGINES = ("whoosh", "tantivy")


def backend(name: str) -> Backend:
    """The engine called `name`, loaded when asked for.

    Raises:
        BadRequestError: There is none of that name, or it is not installed.
    """
    if name == "whoosh":
        from casebase.engines.whoosh import WHOOSH

        return WHOOSH
    if name == "tantivy":
        return _tantivy()
    raise BadRequestError(
        f"没有名为“{name[:20]}”的检索引擎。", f"可用的有：{'、'.join(ENGINES)}。"
    )


def _tantivy() -> Backend:
    if not extras.fast_engine():
        raise BadRequestError(
            "没有安装检索引擎 tantivy。",
            "请先运行 pip install 'casebase[fast]'；或改用默认引擎："
            "casebase reindex --engine whoosh。",
        )
    from casebase.engines.tantivy import TANTIVY

    return TANTIVY
