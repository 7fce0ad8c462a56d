"""The measures that lines were set in, and other habits of the lines around a line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from casebase.repair.paragraphs.lines import Strip

INDENT = 2.0  # of a paragraph's first line
NARROWEST = 8.0
WIDE = 24.0  # two lines of that width are no chance
FEWEST = 3  # narrower lines that show a measure
WINDOW = 40  # lines around a line among which its measure is looked for
CHOICES = 6
EVERYWHERE = 2  # measures of the whole document that are always a choice
LONGER = 1.5  # than the measure
ALIKE = 0.6  # of the lines end with the same word: a list


def measures_around(strips: Sequence[Strip]) -> list[tuple[float, ...]]:
    """For each line the measures that lines around it were set in.

    They are looked for chunk by chunk; a chunk has those of the chunk before it too, so
    that a paragraph can go on from one to the next.
    """
    if all(strip.measure for strip in strips):
        return [_known(strip) for strip in strips]
    everywhere = _common_widths(strips)[:EVERYWHERE]
    chunk = WINDOW // 2
    found: list[tuple[float, ...]] = []
    before: tuple[float, ...] = ()
    for start in range(0, len(strips), chunk):
        around = strips[max(start - WINDOW, 0) : start + chunk + WINDOW]
        common = _common_widths(around)
        choices = tuple(sorted({*common, *before, *everywhere}))
        found += [choices] * min(chunk, len(strips) - start)
        before = common
    return [
        _known(strip) or choices for strip, choices in zip(strips, found, strict=True)
    ]


def _known(strip: Strip) -> tuple[float, ...]:
    return (strip.measure,) if strip.measure else ()


def _common_widths(strips: Sequence[Strip]) -> tuple[float, ...]:
    """Widths that many lines have which end in the middle of a sentence."""
    running = _running(strips)
    tally = Counter(map(_grade, running))
    support = {
        value: sum(tally[near] for near in (value - 1, value, value + 1))
        for value, times in tally.items()
        if times >= max(tally[value - 1], tally[value + 1])
    }
    short = len(strips) <= WINDOW // 2
    common = [
        value
        for value, times in sorted(support.items(), key=lambda item: -item[1])
        if times >= (2 if short or value >= WIDE else FEWEST)
        and not _is_list(running, value)
        and times > _unwrapped(strips, value, tally)
    ]
    return tuple(float(value) for value in common[:CHOICES])


def _unwrapped(strips: Sequence[Strip], value: int, tally: Counter[int]) -> int:
    """How many longer lines are whole paragraphs, in no measure of their own."""
    return sum(
        strip.stop and strip.width > LONGER * value and not tally[_grade(strip)]
        for strip in strips
    )


def _running(strips: Sequence[Strip]) -> list[Strip]:
    """Lines that end in the middle of a sentence, with no much longer line below."""
    found: list[Strip] = []
    for one, two in pairwise([*strips, None]):
        if one is None or one.stop or one.apart or one.width < NARROWEST:
            continue
        longest = one.width + INDENT + 1 + one.looseness
        goes_on = two is not None and two.width <= longest and not two.indented
        if goes_on or (found and _is_beside(found[-1], one)):
            found.append(one)
    return found


def _is_beside(before: Strip, strip: Strip) -> bool:
    return abs(before.width - strip.width) <= INDENT + 1 + strip.looseness


def _grade(strip: Strip) -> int:
    """Its width, rounded the more roughly the less of it is on the grid."""
    step = 1 + int(strip.looseness)
    return round(strip.width / step) * step


def _is_list(strips: Sequence[Strip], value: int) -> bool:
    """Whether lines of that width are items of a list: they end alike."""
    ends = [strip.text[-2:] for strip in strips if _grade(strip) == value]
    return Counter(ends).most_common(1)[0][1] > ALIKE * len(ends) > 1


def has_indents(strips: Sequence[Strip]) -> bool:
    """Whether paragraphs begin with an indent: lines after a full stop often do."""
    after = [two.indented for one, two in pairwise(strips) if one.stop]
    return sum(after) >= max(2, 0.4 * len(after))


def has_gaps(strips: Sequence[Strip]) -> bool:
    """Whether empty lines are so many that they tell nothing."""
    return sum(strip.gap for strip in strips) > 0.4 * len(strips)
