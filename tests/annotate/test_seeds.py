"""The five real documents, as the whole chain sees them, against their truth."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from casebase.annotate import annotate
from casebase.document import Source
from casebase.entry import Entry
from casebase.extract import extract
from casebase.lexicon import Lexicon
from casebase.repair import repair
from casebase.split import split

pytestmark = pytest.mark.acceptance

SEEDS = ("000", "001", "002", "003", "004")
GENRES = {
    "000": "报纸通讯",
    "001": "期刊论文",
    "002": "质量年报",
    "003": "典型案例",
    "004": "报纸通讯",
}
LAWS = {"law_职业教育法(1996-05-15).md", "law_职业教育法(2022-04-20).md"} | {
    "law_高等教育法(2018-12-29).txt",
    "law_宁波市职业教育校企合作促进条例(2020-10-10).md",
}

Chain = Callable[[Path], tuple[Entry, ...]]


@pytest.fixture(scope="module")
def chain(lexicon: Lexicon) -> Chain:
    def run(path: Path) -> tuple[Entry, ...]:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        source = Source(path.name, path, digest)
        document = repair(source, extract(source))
        return annotate(document, split(document), lexicon)

    return run


@pytest.fixture(scope="module")
def seeds(shared: Path, chain: Chain) -> dict[str, tuple[Entry, ...]]:
    files = sorted((shared / "seeds").glob("*.txt"))
    return {path.name[:3]: chain(path) for path in files}


@pytest.fixture(scope="module")
def truth(shared: Path) -> Any:
    path = shared / "testdata" / "truth" / "seed_facts.json"
    return json.loads(path.read_text(encoding="utf-8"))


def said(entries: tuple[Entry, ...], name: str) -> set[Any]:
    return {value for entry in entries for value in entry.values(name)}


@pytest.mark.parametrize("seed", SEEDS)
def test_school_and_region(seed: str, seeds: Any, truth: Any) -> None:
    school, region = truth["schools"][seed]
    for entry in seeds[seed]:
        found = [entry.first("province"), entry.first("city")]
        assert entry.first("school") == school
        assert " ".join(filter(None, found)) == region
        assert entry.first("genre") == GENRES[seed]


def test_short_names(seeds: Any) -> None:
    assert said(seeds["004"], "alias") == {"重庆工程职院"}
    assert "聊职" in said(seeds["002"], "alias")


@pytest.mark.parametrize("seed", SEEDS)
def test_formulas_with_their_counts(seed: str, seeds: Any, truth: Any) -> None:
    counts: Counter[str] = Counter()
    for entry in seeds[seed]:
        for fact in entry.facts:
            if fact.name == "methods" and "+" in fact.value.name:
                counts[fact.value.name] += len(fact.evidence)
                assert fact.value.national == (fact.value.name == "1+X")
    expected = {
        formula: places[seed]
        for formula, places in truth["formulas"].items()
        if seed in places
    }
    assert counts == expected


@pytest.mark.parametrize("seed", SEEDS)
def test_slogans(seed: str, seeds: Any, truth: Any) -> None:
    found = {slogan.name for slogan in said(seeds[seed], "slogans")}
    family = truth["slogan_family"]
    assert found == {wording for wording, where in family.items() if seed in where}


@pytest.mark.parametrize("seed", SEEDS)
def test_policies_and_numbers(seed: str, seeds: Any, truth: Any) -> None:
    found = said(seeds[seed], "policies")
    assert {policy.title for policy in found} == set(truth["policies"].get(seed, ()))
    numbers = {policy.number for policy in found if policy.number}
    assert numbers == {
        number for number, where in truth["doc_numbers"].items() if seed in where
    }


def test_every_piece_of_evidence_stands_where_it_says(
    seeds: Any, evidence_checked: Callable[[Entry], None]
) -> None:
    for entries in seeds.values():
        for entry in entries:
            evidence_checked(entry)


@pytest.mark.parametrize("name", sorted(LAWS))
def test_dates_of_laws(name: str, shared: Path, chain: Chain) -> None:
    (entry,) = chain(shared / "testdata" / "files" / name)
    expected = re.search(r"\d{4}-\d\d-\d\d", name)
    assert expected is not None
    assert entry.first("date") == expected.group()
    assert entry.first("genre") == "法规制度"
    assert entry.first("school") is None


@pytest.mark.parametrize(
    "name",
    [
        "news4col_seed000.pdf",
        "journal2col_seed001.pdf",
        "annual_report_seed002.pdf",
        "word_case_seed003.docx",
        "news_gb18030_seed003.html",
        "wechat_seed000.html",
        "plain_gbk_wrapped_seed003.txt",
    ],
)
def test_the_same_owner_in_every_format(
    name: str, shared: Path, chain: Chain, truth: Any
) -> None:
    seed = name.partition("seed")[2][:3]
    entries = chain(shared / "testdata" / "files" / name)
    assert said(entries, "school") == {truth["schools"][seed][0]}
