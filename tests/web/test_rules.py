"""Every rule that finds facts has a name that people understand."""

from __future__ import annotations

import re
from pathlib import Path

import casebase.annotate
from web.rules import RULES, said

FAMILIES = "|".join(sorted({rule.partition(".")[0] for rule in RULES}))
WRITTEN = re.compile(rf'"((?:{FAMILIES})\.[a-z-]+)"')


def test_every_rule_of_the_annotators_has_a_name() -> None:
    folder = Path(casebase.annotate.__file__).parent
    sources = [path.read_text(encoding="utf-8") for path in folder.rglob("*.py")]
    written = {rule for source in sources for rule in WRITTEN.findall(source)}
    assert written
    assert written <= set(RULES)


def test_an_unknown_rule_goes_by_its_own_name() -> None:
    assert said("brand.quoted") == "brand.quoted"
