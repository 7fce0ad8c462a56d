"""Whose the honours of a clause are, with all that was read before it."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, field

from casebase.annotate.honours.clauses import Clause
from casebase.annotate.honours.holders import (
    holder_in,
    holder_of,
    is_generic,
    is_vague,
    person_before,
    speaks_of_person,
    topic_in,
)

_ASIDE = re.compile("（[^（）]{0,40}）")
_SENTENCE = re.compile("[。；！？]")
_SEGMENT = re.compile("[，。；\n]")
_BEFORE_NAME = re.compile(r"[，。；、：\s（(了的与和在]|听取|研究|来到|走进|推荐")
_PAST, _BACK, _MOST = 400, 160, 20


@dataclass(slots=True)
class Subjects:
    """Knows whom the entry speaks of.

    Attributes:
        school: The owner of the entry.
        past: The ends of the paragraphs that were read, in which 该支部 finds its name.
    """

    school: str | None
    past: deque[str] = field(default_factory=lambda: deque(maxlen=_PAST))

    def remember(self, text: str) -> None:
        """Keep the end of a paragraph that was read."""
        self.past.append(text[-_PAST:])

    def holder(self, clause: Clause, text: str) -> str | None:
        """Who holds what the clause reports; the owner where nobody is spoken of."""
        holder, certain = holder_of(clause.part, self.school)
        at = clause.verb - len(clause.subject)
        if holder:
            return self._in_full(holder, text[max(0, at - _PAST) : at])
        if speaks_of_person(clause.part):
            begin = clause.verb - len(clause.part)
            return person_before(text[max(0, begin - _BACK) : begin])
        return None if certain else self._topic(clause, text)

    def _topic(self, clause: Clause, text: str) -> str | None:
        """Whom the sentence before speaks of; else the owner, as the text does."""
        end = clause.verb - len(clause.part)
        before = text[max(0, end - _BACK) : end].rstrip("。；！？")
        sentence = _SENTENCE.split(before)[-1]
        topics = (topic_in(words, self.school) for words in sentence.split("，"))
        return next(filter(None, topics), self.school)

    def _in_full(self, holder: str, before: str) -> str | None:
        """该支部 by the name it had before; a mere 项目 without one is nobody."""
        if not is_generic(holder):
            return holder
        read = "".join(f"{text}\n" for text in self.past)[-_PAST:]
        past = _ASIDE.sub("", f"{read}{before}")
        for words in reversed(_SEGMENT.split(past)[-_MOST:]):
            named = topic_in(words, self.school) if holder in words else None
            if named and _is_longer(named, holder):
                return named
        at = past.rfind(holder)
        for _ in range(_MOST):
            words = _BEFORE_NAME.split(past[: at + len(holder)])[-1] if at > 0 else ""
            named = holder_in(words, self.school)
            if named and _is_longer(named, holder):
                return named
            at = past.rfind(holder, 0, max(at, 0))
        return None if is_vague(holder) else holder


def _is_longer(named: str, holder: str) -> bool:
    """Whether the name ends in the holder's word and says which one it is."""
    return named.endswith(holder) and len(named) > len(holder) + 1
