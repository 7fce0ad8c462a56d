"""Whose a piece of writing is: the school for which the most evidence speaks.

The weights say how much a place in the text tells of the owner.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from casebase.annotate.owner.aliases import customary_names
from casebase.annotate.owner.votes import Piece, Vote, votes_of
from casebase.lexicon import Lexicon

WEIGHTS = {
    "school.unit": 10.0,  # 报送单位：……
    "school.affiliation": 9.0,  # ……职业技术学院，辽宁 鞍山 114020
    "school.issuer": 9.0,  # ……教育厅关于……的通知
    "school.imprint": 9.0,  # （……联盟2023年3月20日印发）
    "school.title": 8.0,
    "school.subtitle": 7.0,
    "school.signature": 7.0,
    "school.byline": 7.0,  # ……职业学院党委书记　某某某
    "school.declared": 6.0,  # ……学院（以下简称“学校”）
    "school.source": 4.0,
    "school.site": 4.0,
    "school.opening": 4.0,
    "school.about": 3.0,  # named in the title after 关于
}
ENOUGH = 4.0
STRONG = 6.0  # what a title, a signature or an affiliation is worth
_OURS = re.compile("我校|我院|我们学校|我们学院")
_OFTEN = 3  # mentions that make an owner of a school where nothing else speaks
_PER_MENTION, _PER_SUBJECT, _AT_MOST = 0.3, 0.5, 1.5
_PER_PARTNER, _PARTNER_AT_MOST = 0.5, 3.0  # against


@dataclass(frozen=True, slots=True)
class Owner:
    """The owner, the words that prove it best and the rule that found them.

    `sure` is whether place or lexicon vouch for where the name begins.
    """

    name: str
    quote: str
    rule: str
    sure: bool

    @property
    def strong(self) -> bool:
        """Whether a place speaks for it that names the owner and nobody else."""
        return WEIGHTS.get(self.rule, 0.0) >= STRONG


def _weight(vote: Vote) -> float:
    return WEIGHTS.get(vote.rule, 0.0)


def owner_of(piece: Piece, lexicon: Lexicon) -> Owner | None:
    """The school or body that the piece is of, or None where too little speaks."""
    votes = _one_name_each(votes_of(piece, lexicon))
    votes += _short(piece.title, "school.title", votes)
    votes += _short(piece.source, "school.source", votes)
    by_name: dict[str, list[Vote]] = {}
    for vote in votes:
        by_name.setdefault(vote.name, []).append(vote)
    if not by_name:
        return None
    top = max(by_name, key=lambda name: _total(by_name[name]))
    best = max(by_name[top], key=_weight)
    if _weight(best) and _total(by_name[top]) >= ENOUGH:
        return Owner(top, best.quote, best.rule, best.sure)
    return _most_frequent(by_name) or _only_one(piece, by_name)


def _short(line: str, rule: str, votes: Sequence[Vote]) -> list[Vote]:
    """A line may begin with the customary short name of a school of the text."""
    return [
        Vote(school, rule, short)
        for school in dict.fromkeys(vote.name for vote in votes)
        for short in customary_names(school)
        if line.startswith(short)
    ]


def _total(votes: Sequence[Vote]) -> float:
    """Each rule counts once; mere mentions count little, and no more than so much."""
    rules = Counter(vote.rule for vote in votes)
    often = min(_AT_MOST, _PER_MENTION * rules["school.mention"])
    acting = min(_AT_MOST, _PER_SUBJECT * rules["school.subject"])
    beside = min(_PARTNER_AT_MOST, _PER_PARTNER * rules["school.partner"])
    return sum(WEIGHTS.get(rule, 0.0) for rule in rules) + often + acting - beside


def _most_frequent(by_name: dict[str, list[Vote]]) -> Owner | None:
    """The school that is named often, and three times as often as any other."""
    counts: Counter[str] = Counter()
    for name, votes in by_name.items():
        for vote in votes:
            counts[name] += {"school.mention": 1, "school.partner": -1}.get(
                vote.rule, 0
            )
    (name, often), (_, second) = [*counts.most_common(2), ("", 0)][:2]
    if often < max(_OFTEN, _OFTEN * second):
        return None
    return Owner(name, name, "school.frequency", by_name[name][0].sure)


def _only_one(piece: Piece, by_name: dict[str, list[Vote]]) -> Owner | None:
    """The only school that somebody names who says 我校."""
    votes = [vote for named in by_name.values() for vote in named]
    if len(by_name) > 1 or any(vote.rule == "school.partner" for vote in votes):
        return None
    texts = (piece.title, piece.subtitle, *piece.paragraphs)
    if not votes[0].sure or not any(map(_OURS.search, texts)):
        return None
    return Owner(votes[0].name, votes[0].quote, "school.frequency", sure=True)


def _one_name_each(votes: list[Vote]) -> list[Vote]:
    """近年来某某大学 is 某某大学 where that is named elsewhere."""
    names = {vote.name for vote in votes}
    sure = {vote.name for vote in votes if vote.sure}
    shorter = {name: _shorter(name, names) for name in names - sure}
    return [
        vote._replace(name=shorter[vote.name]) if vote.name in shorter else vote
        for vote in votes
    ]


def _shorter(name: str, names: set[str]) -> str:
    """The longest of `names` that ends `name`, or itself."""
    endings = (name[start:] for start in range(1, len(name)))
    return next((ending for ending in endings if ending in names), name)
