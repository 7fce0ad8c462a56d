"""`python -m casebase.cli`, where the installed command is not on the path."""

from __future__ import annotations

from casebase.cli import main

if __name__ == "__main__":
    main()
