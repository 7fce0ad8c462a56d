"""What the gold set must give at least. Floors only go up, until the gold changes."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from pathlib import Path

from bench.tallies import Tally

Floors = dict[str, dict[str, float]]
EXACT = frozenset({"school", "docno", "evidence"})  # these may never be wrong
AIM = 0.95  # of precision


def digest(golds: Path, texts: Path | None = None) -> str:
    """Of the gold files of a folder, and of their texts where those are ours."""
    files = [*golds.glob("*.toml"), *(texts.iterdir() if texts else ())]
    every = hashlib.sha256()
    for path in sorted(set(files)):
        every.update(path.name.encode() + b"\0" + path.read_bytes())
    return every.hexdigest()[:16]


def reached(tallies: Mapping[str, Tally]) -> Floors:
    """Precision, recall and shares of every field, cut off below the third decimal."""
    return {field: _rates(tally) for field, tally in tallies.items()}


def _rates(tally: Tally) -> dict[str, float]:
    rates = {"recall": tally.recall} if tally.gold else {}
    if tally.found:
        rates |= {"precision": tally.precision}
    rates |= {part: tally.share(part) for part in sorted(tally.judged)}
    return {name: int(rate * 1000) / 1000 for name, rate in rates.items()}


def load(path: Path) -> tuple[str, Floors]:
    """The digest of the gold that was pinned, and its floors."""
    if not path.is_file():
        return "", {}
    said = tomllib.loads(path.read_text(encoding="utf-8"))
    return said.pop("digest"), said


def pin(path: Path, gold: str, tallies: Mapping[str, Tally]) -> None:
    """Raise the floors to what is reached; the gold being another, set them anew."""
    pinned, floors = load(path)
    if pinned != gold:
        floors = {}
    lines = [f'digest = "{gold}"']
    for field, rates in reached(tallies).items():
        best = dict(floors.get(field, {}))
        for name, rate in rates.items():
            best[name] = max(best.get(name, 0), _worth_pinning(field, name, rate))
        cells = ", ".join(f"{name} = {rate}" for name, rate in best.items())
        if best:
            lines.append(f"{field} = {{ {cells} }}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _worth_pinning(field: str, name: str, rate: float) -> float:
    # Where much more is found, a little more may be wrong, as long as the aim is met.
    return rate if field in EXACT or name == "recall" else min(rate, AIM)


def missed(floors: Floors, tallies: Mapping[str, Tally]) -> list[str]:
    """Where less is reached than was pinned."""
    now = reached(tallies)
    return [
        f"{field} {name}: {now.get(field, {}).get(name, 0)} < {floor}"
        for field, rates in floors.items()
        for name, floor in rates.items()
        if now.get(field, {}).get(name, 0) < floor
    ]
