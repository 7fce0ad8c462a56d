"""Engines: they match and rank tokens; which tokens, others decide."""

from __future__ import annotations

from casebase.engines.engine import Backend
from casebase.errors import BadRequestError

ENGINES = ("whoosh",)


def backend(name: str) -> Backend:
    """The engine called `name`, loaded when asked for.

    Raises:
        BadRequestError: There is none of that name.
    """
    if name == "whoosh":
        from casebase.engines.whoosh import WhooshBackend

        return WhooshBackend()
    raise BadRequestError(
        f"没有名为“{name[:20]}”的检索引擎。", f"可用的有：{'、'.join(ENGINES)}。"
    )
