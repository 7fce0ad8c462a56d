"""Contents lists: they name what follows and are no text themselves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from casebase.document import Line, Page
from casebase.text.numbering import case_label, mark_of
from casebase.text.typesetting import ends_sentence, width

_HEADING = re.compile(
    r"\s*[【\[]?(?:[\u4e00-\u9fff]{0,4}目\s*[录錄次]|本期要目|要\s*目|本期导读|contents)[】\]]?\s*",
    re.IGNORECASE,
)
_LEADERS = re.compile(
    r"(?:[.．·•…‥。]\s?){4,}\s*[-—–]?\s*[0-9０-９IVXivx]{0,4}\s*[-—–]?\s*$"
)
_PAGED = re.compile(r"^.*\D\s*+(?:[-—–(（]\s*+)?[0-9]{1,3}\s*+页?[-—–)）]?\s*$")
_BULLET = re.compile(r"\s*[◆●■◇○□★▲•]")
_PAGE = re.compile(
    r"[\s.．·•…‥_/（(Pp第\-—–]*[0-9]{1,3}\s*[页）)\-—–]*\s*$|[.．·•…‥_]{2,}\s*$"
)
FEWEST = 3  # lines that make a list
SHORTEST = 4.0
LONGEST = 45.0
ENTRY = 400  # characters, leaders included
MOST = 0.7  # a document that is a contents list keeps it


def without_contents(pages: Sequence[Page]) -> list[Page]:
    """The pages without their contents lists.

    A list is told by dot leaders, or by the heading 目录 before lines that end with a
    number or stand in the text again. A document that is nothing else keeps it.
    """
    lines = [_entry(line) for page in pages for line in page.lines]
    listed = _listed(lines)
    solid = sum(bool(line.text.strip() or line.rows) for line in lines)
    if len(listed) >= MOST * solid:
        return list(pages)
    kept: list[Page] = []
    place = 0
    for page in pages:
        numbered = range(place, place + len(page.lines))
        rest = [
            line
            for number, line in zip(numbered, page.lines, strict=True)
            if number not in listed
        ]
        kept.append(replace(page, lines=tuple(rest)))
        place += len(page.lines)
    return kept


def _entry(line: Line) -> Line:
    """The line; one too long for a contents list counts as a sentence."""
    return line if len(line.text) <= ENTRY else replace(line, text="。")


def _listed(lines: Sequence[Line]) -> set[int]:
    """The places of the lines that belong to a contents list."""
    led = {place for place, line in enumerate(lines) if _LEADERS.search(line.text)}
    listed = led if len(led) >= FEWEST else set()
    listed |= {  # the first half of an entry that wraps
        place
        for place in range(1, len(lines) - 1)
        if place - 1 in listed and place + 1 in listed and not lines[place].rows
    }
    again = Counter(_bare(line.text) for line in lines)
    listed |= _unheaded(lines, again)
    for place, line in enumerate(lines):
        if place not in listed and _HEADING.fullmatch(line.text):
            listed |= _below(lines, place, listed, again)
    return listed


def _below(
    lines: Sequence[Line], heading: int, listed: set[int], again: Counter[str]
) -> set[int]:
    """The heading 目录 and the lines of the list below it."""
    found: set[int] = set()
    signs: set[bool] = set()
    words: set[str] = set()  # the entries so far; one again is in the text itself
    for place in range(heading + 1, len(lines)):
        text = lines[place].text
        bare, bulleted = _bare(text), _BULLET.match(text) is not None
        if place not in listed:
            paged = _PAGED.fullmatch(text) is not None
            alike = signs == {True} and bulleted
            stands = not ends_sentence(text) and width(text) <= LONGEST
            named = again[bare] > 1 and bare not in words
            if not (stands and (paged or alike or named)):
                break
        found.add(place)
        signs.add(bulleted)
        words.add(bare)
    return found | {heading} if found else set()


def _unheaded(lines: Sequence[Line], again: Counter[str]) -> set[int]:
    """Labelled or paged lines in a row that all stand in the text again."""
    found: set[int] = set()
    run: set[int] = set()
    seen: set[str] = set()
    for place, line in enumerate(lines):
        words = _bare(line.text)
        if words in seen or not _recurs(line, again):
            found |= run if len(run) >= FEWEST else set()
            run = set()
        else:
            run.add(place)
        seen.add(words)
    return found


def _recurs(line: Line, again: Counter[str]) -> bool:
    text = line.text.strip()
    entry = _PAGED.fullmatch(text) or mark_of(text) or case_label(text)
    stands = not ends_sentence(text) and SHORTEST <= width(text) <= 2 * LONGEST
    return bool(entry) and stands and again[_bare(text)] > 1


def _bare(text: str) -> str:
    """An entry without its bullet, page number and white space."""
    return re.sub(r"\s", "", _PAGE.sub("", re.sub(r"^\s*[◆●■◇○□★▲•]+", "", text)))
