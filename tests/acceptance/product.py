"""The product from outside: the command as installed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

COMMAND = Path(sys.executable).with_name("casebase")


def casebase(home: Path, *args: str) -> subprocess.CompletedProcess[str]:
    """Run the installed command in `home`."""
    return subprocess.run(
        [str(COMMAND), "--home", str(home), *args],
        capture_output=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )


def seed_of(entry: dict[str, Any]) -> str:
    """The three digits that begin a seed's name."""
    return str(entry["document"])[:3]
