"""Documents made by code, with truth, read like the real ones."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import mean

from bench.readings import in_child
from bench.scores import Score, score
from tests.made.kinds import made
from tests.made.press import chromium


def report(count: int, seed: int, only: str, keep: Path | None) -> None:
    """Make documents, read them, print the means of each kind.

    Args:
        count: How many of each kind.
        seed: Of the first; the next ones follow.
        only: A regular expression for kinds.
        keep: Where to leave them, with the text found and the true one beside them.
    """
    scores: dict[str, list[Score]] = defaultdict(list)
    print(f"{'kind':<34}{'error':>9}{'order':>9}{'titles':>9}{'dates':>9}{'cells':>11}")
    with chromium() as browser, _folder(keep) as folder:
        for number in range(seed, seed + count):
            for document in made(browser, number, only):
                path = folder / f"{number}-{document.name}"
                path.write_bytes(document.data)
                read = in_child(path)
                _leave(path, "found", read.text)
                _leave(path, "truth", document.truth.text)
                _leave(path, "floating", "\n".join(document.truth.floating))
                scores[document.name].append(score(read, document.truth))
                for problem in read.problems if not read.text else ():
                    print(f"{path.name} is lost: {problem}")
    for kind, found in sorted(scores.items()):
        _print(kind, found)
    _print("all", [it for found in scores.values() for it in found], told=False)


@contextmanager
def _folder(keep: Path | None) -> Iterator[Path]:
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
        yield keep
    else:
        with tempfile.TemporaryDirectory() as folder:
            yield Path(folder)


def _leave(path: Path, what: str, text: str) -> None:
    path.with_name(f"{path.name}.{what}.txt").write_text(text, encoding="utf-8")


def _print(kind: str, scores: list[Score], *, told: bool = True) -> None:
    print(
        f"{kind:<34}"
        f"{mean(it.error or 0 for it in scores):9.4f}"
        f"{mean(1 if it.order is None else it.order for it in scores):9.4f}"
        f"{_yes([it.title for it in scores]):>9}{_yes([it.date for it in scores]):>9}"
        f"{_sum([it.cells for it in scores]):>11}"
    )
    for word in sorted(
        {word for it in scores for word in it.forbidden} if told else ()
    ):
        print(f"    should not be there: {word[:60]}")


def _yes(values: list[bool | None]) -> str:
    known = [value for value in values if value is not None]
    return f"{sum(known)}/{len(known)}" if known else ""


def _sum(shares: list[tuple[int, int] | None]) -> str:
    known = [share for share in shares if share is not None]
    return f"{sum(a for a, _ in known)}/{sum(b for _, b in known)}" if known else ""
