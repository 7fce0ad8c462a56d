"""Makes documents in a process of its own: only one Chromium can be driven by one.

    python -m tests.made FILE SEED KINDS

FILE gets the list of them, pickled; KINDS is a regular expression.
"""

from __future__ import annotations

import pickle
import sys
from pathlib import Path

from tests.made.kinds import made
from tests.made.press import chromium

if __name__ == "__main__":
    with chromium() as browser:
        documents = list(made(browser, int(sys.argv[2]), sys.argv[3]))
    Path(sys.argv[1]).write_bytes(pickle.dumps(documents))
