"""A picture of what a query costs against how many cases there are, both in powers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from math import ceil, floor, log10

_WIDTH, _HEIGHT, _EDGE = 640, 400, 60
_COLOURS = ("#b5261e", "#e28a84", "#1e5fb5", "#84ade2", "#3a7d2c", "#93c487")

Points = Sequence[tuple[int, float]]  # cases, milliseconds


def drawn(lines: Mapping[str, Points]) -> str:
    """The lines as an SVG."""
    every = [point for points in lines.values() for point in points]
    low = min(floor(log10(taken)) for _, taken in every)
    high = max(ceil(log10(taken)) for _, taken in every)
    first = min(floor(log10(count)) for count, _ in every)
    last = max(ceil(log10(count)) for count, _ in every)

    def across(power: float) -> float:
        share = (power - first) / max(last - first, 1)
        return _EDGE + share * (_WIDTH - 2 * _EDGE)

    def down(power: float) -> float:
        share = (power - low) / max(high - low, 1)
        return _HEIGHT - _EDGE - share * (_HEIGHT - 2 * _EDGE)

    pieces = [
        f'<text x="{across(power)}" y="{_HEIGHT - _EDGE + 20}">{10**power:,}</text>'
        for power in range(first, last + 1)
    ]
    pieces += [
        f'<text x="8" y="{down(power)}">{10**power:g} ms</text>'
        f'<path d="M{_EDGE} {down(power)}H{_WIDTH - _EDGE}" stroke="#ddd"/>'
        for power in range(low, high + 1)
    ]
    for place, (name, points) in enumerate(lines.items()):
        colour = _COLOURS[place % len(_COLOURS)]
        way = " ".join(
            f"{across(log10(count)):.1f},{down(log10(taken)):.1f}"
            for count, taken in points
        )
        pieces.append(
            f'<polyline points="{way}" stroke="{colour}" fill="none"/>'
            f'<text x="{_EDGE + 8}" y="{20 + 16 * place}" fill="{colour}">'
            f"{escape(name)}</text>"
        )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
        f'font-family="sans-serif" font-size="12">{"".join(pieces)}</svg>\n'
    )
