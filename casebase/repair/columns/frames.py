"""Drawn boxes with text in them, and the lines that part what is above from below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from casebase.document import Page
from casebase.repair.columns.pieces import Area, Piece, body_size, scaled, size_of

NEAR = 3.0  # points: sides no farther apart meet
THIN = 4.0  # points: a rule is no thicker
SMALLEST = 12.0  # points: a box of text is no lower or narrower
MOST_BOXES = 60  # a page with more is a drawing
BORDER = 0.85  # of the page's width and height, which its border fills at least
MOST_RULES = 800  # of a page that is no drawing
INSIDE = 3  # upright lines within a box: it is a table


@dataclass(frozen=True, slots=True)
class Drawn:
    """The lines drawn on a page, in points.

    Attributes:
        level: Those from left to right that are no side of a box.
        upright: Those from top to bottom that are no side of a box.
        boxes: What sides enclose, the larger before the smaller.
    """

    level: tuple[Area, ...]
    upright: tuple[Area, ...]
    boxes: tuple[Area, ...]


def drawn_on(page: Page) -> Drawn:
    """The lines and boxes of a page; none where it is full of drawings."""
    width, height = size_of(page)
    rules = [scaled(rule, width, height) for rule in page.rules]
    if len(rules) > MOST_RULES:
        return Drawn((), (), ())
    level = _joined([rule for rule in rules if rule.height <= THIN < rule.width])
    upright = _stacked([rule for rule in rules if rule.width <= THIN < rule.height])
    boxes = [box for box in _boxes(level, upright) if not _is_border(box, page)]
    return Drawn(
        tuple(rule for rule in level if not _is_side(rule, boxes)),
        tuple(rule for rule in upright if not _is_side(rule, boxes)),
        tuple(boxes[:MOST_BOXES]),
    )


def _joined(rules: Iterable[Area]) -> list[Area]:
    """Level lines, those that are drawn in parts made one."""
    found: list[Area] = []
    for rule in sorted(
        rules, key=lambda rule: (round(rule.top), rule.left, rule.right)
    ):
        last = found[-1] if found else None
        if last and abs(last.top - rule.top) < NEAR and rule.left <= last.right + NEAR:
            right = max(last.right, rule.right)
            found[-1] = Area(last.left, last.top, right, last.bottom)
        else:
            found.append(rule)
    return found


def _stacked(rules: Iterable[Area]) -> list[Area]:
    """Upright lines, those that are drawn in parts made one."""
    turned = (Area(rule.top, rule.left, rule.bottom, rule.right) for rule in rules)
    return [
        Area(rule.top, rule.left, rule.bottom, rule.right) for rule in _joined(turned)
    ]


def _boxes(level: Sequence[Area], upright: Sequence[Area]) -> list[Area]:
    """Boxes: two upright sides of one height, joined at the top or the bottom.

    One end may be open, where a box goes on on another page.
    """
    ends = sorted(upright, key=lambda rule: (round(rule.top / NEAR), rule.left))
    found: list[Area] = []
    for at, left in enumerate(ends):
        for right in ends[at + 1 : at + 1 + MOST_BOXES]:
            if right.top - left.top > NEAR:
                break
            if not _are_sides(left, right):
                continue
            if any(_joins(rule, left, right) for rule in level):
                found.append(Area(left.left, left.top, right.right, left.bottom))
                break
    return sorted(found, key=lambda box: (-box.width * box.height, box.top, box.left))


def _are_sides(left: Area, right: Area) -> bool:
    """Whether two upright lines may be the sides of a box."""
    same = abs(left.top - right.top) <= NEAR and abs(left.bottom - right.bottom) <= NEAR
    wide = right.left - left.right >= SMALLEST
    return same and wide and left.height >= SMALLEST


def _joins(rule: Area, left: Area, right: Area) -> bool:
    """Whether a level line joins two upright ones at their upper or lower ends."""
    reaches = (
        abs(rule.left - left.left) <= NEAR and abs(rule.right - right.right) <= NEAR
    )
    top, bottom = abs(rule.top - left.top), abs(rule.bottom - left.bottom)
    return reaches and min(top, bottom) <= NEAR


def _is_side(rule: Area, boxes: Iterable[Area]) -> bool:
    """Whether a line is one of a box's sides."""
    return any(_lies_on(rule, box) for box in boxes)


def _lies_on(rule: Area, box: Area) -> bool:
    within = (
        rule.left >= box.left - NEAR
        and rule.right <= box.right + NEAR
        and rule.top >= box.top - NEAR
        and rule.bottom <= box.bottom + NEAR
    )
    if not within:
        return False
    sides = (
        abs(rule.top - box.top),
        abs(rule.bottom - box.bottom),
        abs(rule.left - box.left),
        abs(rule.right - box.right),
    )
    return min(sides[:2] if rule.width > rule.height else sides[2:]) <= NEAR


def framed(pieces: Sequence[Piece], boxes: Sequence[Area]) -> list[Piece]:
    """The pieces, those within a box put together as one piece that holds them."""
    kept = list(pieces)
    for box in reversed(boxes):  # the inner before the outer
        held = [piece for piece in kept if box.holds(piece.area)]
        if not any(piece.is_type for piece in held):
            continue
        inside = set(map(id, held))
        frame = Piece(box, body_size(held), None, tuple(held))
        kept = [piece for piece in kept if id(piece) not in inside]
        kept.append(frame)
    return sorted(kept, key=lambda piece: (piece.area.top, piece.area.left))


def _is_border(box: Area, page: Page) -> bool:
    """Whether a box is the border of the page itself."""
    width, height = size_of(page)
    return box.width >= BORDER * width and box.height >= BORDER * height
