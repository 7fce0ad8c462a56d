"""Policies cited by title or by number, and a paper's own number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from casebase.annotate.policies.numbers import Number, numbers
from casebase.annotate.policies.titles import cited, issued_by
from casebase.entry import Entry, Evidence, Kind, Policy
from casebase.lexicon import Lexicon

_LINE = 80  # characters of a line with a paper's own number
_REFERENCE = re.compile(
    r"[\]］.．][ \u3000]?(?P<title>[^\[\]［］.．\n]{6,70})"
    r"[\[［][ZS][\]］][.．,，][ \u3000]?$"
)
_OWN_LINE = re.compile(
    r"\s*+(?:(?:文号|发文字号)[:：]\s*+)?[（(]?[^，。；《》]{0,50}印发\s*+[)）]?\s*+"
    r"|\s*+(?:[（(]\s*+)?(?:(?:文号|发文字号)[:：]\s*+)?(?:[)）]\s*+)?"
)
_TITLE_LIKE = re.compile("[\u4e00-\u9fff]{6}")
_HEAD = 8  # paragraphs in which a paper's own number stands on a line


@dataclass(frozen=True, slots=True)
class _Finding:
    policy: Policy
    evidence: Evidence


def policies(
    entry: Entry, school: str | None, lexicon: Lexicon
) -> list[tuple[Policy, Evidence]]:
    """The policies of an entry, one and the same wherever it is named.

    Args:
        entry: The entry.
        school: Its owner; its own rules are no policies.
        lexicon: Places and issuers.
    """
    findings = [*_in("title", entry.title, school, lexicon)]
    findings += _in("text", entry.text, school, lexicon)
    findings += _own(entry, school)
    return _merged(findings)


def _in(
    place: str, text: str, school: str | None, lexicon: Lexicon
) -> Iterator[_Finding]:
    found = list(numbers(text))
    bound: set[Number] = set()
    for title in cited(text, found, school, lexicon):
        if title.number:
            bound.add(title.number)
        quote = text[title.start : title.end]
        evidence = Evidence(place, title.start, title.end, quote, "policy.title")
        normal = title.number.normal if title.number else None
        yield _Finding(Policy(title.title, normal, title.issuer), evidence)
    for number in found:
        if number not in bound and not number.in_house and not _is_own(text, number):
            evidence = _evidence(place, text, number, "policy.number")
            policy = Policy(_referred(text, number), number.normal)
            yield _Finding(policy, evidence)


def _evidence(place: str, text: str, number: Number, rule: str) -> Evidence:
    quote = text[number.start : number.end]
    return Evidence(place, number.start, number.end, quote, rule)


def _referred(text: str, number: Number) -> str | None:
    """The title before a number in a reference: [3]某通知[Z].某函〔2023〕2号."""
    before = text[max(0, number.start - _LINE) : number.start]
    marked = "Z" in before or "S" in before
    found = _REFERENCE.search(before) if marked else None
    return found["title"] if found else None


def _is_own(text: str, number: Number) -> bool:
    """Whether the line says nothing but the number, or who issued it and when."""
    start = text.rfind("\n", max(0, number.start - _LINE), number.start) + 1
    if start == 0 and number.start > _LINE:
        return False
    after = text[number.end : number.end + _LINE].partition("\n")[0]
    rest = text[start : number.start] + after
    return _OWN_LINE.fullmatch(rest) is not None


def _own(entry: Entry, school: str | None) -> Iterator[_Finding]:
    """The number of the paper itself: a line of its own before the text begins."""
    head = "\n".join(part.text for part in entry.paragraphs[:_HEAD])
    for number in numbers(head):
        if _is_own(entry.text, number):
            about = entry.title.startswith("关于")  # its owner is who signs it
            issuer = school if about else issued_by(entry.title, school)
            policy = Policy(_own_title(entry), number.normal, issuer)
            yield _Finding(policy, _evidence("text", head, number, "policy.own"))
            return


def _own_title(entry: Entry) -> str | None:
    """The entry's title where it is the paper, and no mere name of a file."""
    if entry.kind not in {Kind.ARTICLE, Kind.POLICY}:
        return None
    named = entry.title == PurePosixPath(entry.document).stem
    return None if named and not _TITLE_LIKE.search(entry.title) else entry.title


def _merged(findings: list[_Finding]) -> list[tuple[Policy, Evidence]]:
    """Findings of one policy share all that is said of it anywhere in the entry."""
    by_title: dict[str, Policy] = {}
    for finding in findings:
        title = finding.policy.title
        if title is not None:
            known = by_title.get(title, finding.policy)
            by_title[title] = replace(
                known,
                number=known.number or finding.policy.number,
                issuer=known.issuer or finding.policy.issuer,
            )
    by_number = {policy.number: policy for policy in by_title.values() if policy.number}
    return [
        (
            by_title[finding.policy.title]
            if finding.policy.title
            else by_number.get(finding.policy.number or "", finding.policy),
            finding.evidence,
        )
        for finding in findings
    ]
