"""A page as it looks."""

from __future__ import annotations

from dataclasses import dataclass

from casebase.document import Line


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as it looks.

    Attributes:
        picture: It, as WebP.
        width: In pixels.
        height: In pixels.
        runs: The type on it, with its places; nothing where it is a picture.
    """

    picture: bytes
    width: int
    height: int
    runs: tuple[Line, ...]
