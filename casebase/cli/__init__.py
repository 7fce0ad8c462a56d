"""The command line: the contract that scripts depend on, and what people read.

One module a command, loaded when it is asked for: starting stays fast.
"""

from __future__ import annotations

from casebase.cli.dispatch import main

__all__ = ["main"]
