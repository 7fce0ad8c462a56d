"""The name people see of a file, and back to where it lies.

Names may hold bytes that are no text, and control characters, which would act on a
terminal. They are shown as their codes; a backslash is doubled, so that every file has
a name of its own and every name leads back to its file.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

_CODE = re.compile(r"\\(\\|[nrt]|x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8})")
_SHORT = {"\\": "\\", "n": "\n", "r": "\r", "t": "\t"}


def shown(path: Path, corpus: Path) -> str:
    """The name of `path`, which lies below `corpus`: with / and all of it text."""
    return escaped(path.relative_to(corpus).as_posix())


def escaped(name: str) -> str:
    """`name` with codes in place of what is no text."""
    if name.isprintable() and "\\" not in name:
        return name
    return "".join(ascii(char)[1:-1] if _odd(char) else char for char in name)


def located(name: str, corpus: Path) -> Path:
    """Where the file of that shown name lies, or lay."""
    return corpus / _CODE.sub(_meant, name)


def _odd(char: str) -> bool:
    return char == "\\" or unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"}


def _meant(code: re.Match[str]) -> str:
    said = code[1]
    return _SHORT.get(said) or chr(int(said[1:], 16))
