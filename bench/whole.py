"""How long the product takes from outside: re-indexing, and searching over HTTP.

    python bench/whole.py DOCUMENTS [--queries QUERIES.json] [--copies 100] [--runs 5]

DOCUMENTS is a folder of documents. They are indexed in a scratch home and searched over
HTTP with QUERIES (a judged-queries file, as for `casebase eval`). Then the home is
filled up to --copies documents, each a little different, and re-indexed unchanged, each
time as a whole process. Medians and 95th percentiles, in milliseconds.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from http.client import HTTPConnection
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import urlencode

from waitress import create_server

from casebase.settings import load_settings
from web.app import create_app

COMMAND = Path(sys.executable).with_name("casebase")
WORDS = ("一支部一品牌", "双带头人", "样板支部 验收", "党建引领 产教融合")


def main() -> None:
    """Index, search, fill up, index again, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("documents", type=Path)
    parser.add_argument("--queries", type=Path)
    parser.add_argument("--copies", type=int, default=100)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    queries = list(WORDS)
    if options.queries:
        judged = json.loads(options.queries.read_text(encoding="utf-8"))["queries"]
        queries = [query["q"] for query in judged]
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        shutil.copytree(options.documents, home / "corpus")
        told("first index", [reindex(home)])
        for path, times in over_http(home, queries, options.runs).items():
            told(f"GET {path}", times)
        fill(home / "corpus", options.copies)
        told(f"index of {options.copies} documents", [reindex(home)])
        unchanged = [reindex(home) for _ in range(options.runs)]
        told("the same, unchanged", unchanged)


def reindex(home: Path) -> float:
    """The time of `casebase reindex` as a whole process, in milliseconds."""
    began = time.perf_counter()
    subprocess.run(  # noqa: S603 - our own command
        [COMMAND, "--home", home, "reindex"], capture_output=True, check=False
    )
    return (time.perf_counter() - began) * 1000


def fill(corpus: Path, copies: int) -> None:
    """Add text files, each with a line of its own, until there are `copies` files."""
    found = [path for path in corpus.rglob("*") if path.is_file()]
    texts = [path for path in found if path.suffix in {".txt", ".md"}]
    for number in range(max(0, copies - len(found))):
        original = texts[number % len(texts)]
        name = f"{original.stem}-{number}{original.suffix}"
        added = f"\n第{number}份。\n".encode()
        original.with_name(name).write_bytes(original.read_bytes() + added)


def over_http(home: Path, queries: list[str], runs: int) -> dict[str, list[float]]:
    """The times of each query on the search page and the interface, after one of each.

    The first round is not counted: it loads the dictionary.
    """
    app = create_app(load_settings(home))
    server = create_server(app, host="127.0.0.1", port=0)
    threading.Thread(target=server.run, daemon=True).start()
    client = HTTPConnection("127.0.0.1", int(server.effective_port))
    times: dict[str, list[float]] = {"/search": [], "/api/search": []}
    for run in range(runs + 1):
        for path in times:
            for query in queries:
                taken = get(client, f"{path}?{urlencode({'q': query})}")
                times[path] += [taken] if run else []
    return times


def get(client: HTTPConnection, address: str) -> float:
    """The time until the whole answer is there, in milliseconds."""
    began = time.perf_counter()
    client.request("GET", address)
    client.getresponse().read()
    return (time.perf_counter() - began) * 1000


def told(what: str, times: list[float]) -> None:
    """Print a line of the table."""
    slow = quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
    print(f"{what:<28} median {median(times):8.1f}   p95 {slow:8.1f}   n {len(times)}")


if __name__ == "__main__":
    main()
