"""What issue by issue was promised of the five real documents, through the command."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.product import casebase, seed_of

pytestmark = pytest.mark.acceptance
Entries = list[dict[str, Any]]


def squeeze(text: str) -> str:
    return re.sub(r"\s+", "", text)


def of(entries: Entries, seed: str) -> Entries:
    return [entry for entry in entries if seed_of(entry) == seed]


def cases(entries: Entries) -> Entries:
    return [entry for entry in of(entries, "002") if entry["kind"] == "case"]


@pytest.mark.parametrize("seed", ["000", "001", "003", "004"])
def test_title_and_subtitle(entries: Entries, truth: dict[str, Any], seed: str) -> None:
    (entry,) = of(entries, seed)
    assert squeeze(entry["title"]) == squeeze(truth["titles"][seed]["title"])
    subtitle = truth["titles"][seed].get("subtitle", "")
    assert squeeze(entry["subtitle"] or "") == squeeze(subtitle)


def test_title_of_the_report_says_whose_it_is_and_of_which_year(
    entries: Entries,
) -> None:
    title = of(entries, "002")[0]["document_title"]
    assert title.startswith("聊城职业技术学院")
    assert "质量报告" in title
    assert "2023" in title


@pytest.mark.parametrize("seed", ["000", "001", "002", "003", "004"])
def test_school_and_region(entries: Entries, truth: dict[str, Any], seed: str) -> None:
    school, region = truth["schools"][seed]
    for entry in of(entries, seed):
        assert entry["school"] == school
        place = [entry["province"]] + ([entry["city"]] if entry["city"] else [])
        assert place == region.split()


def test_cases_of_the_report(entries: Entries, truth: dict[str, Any]) -> None:
    found = [(case["number"], squeeze(case["title"])) for case in cases(entries)]
    wanted = [(case["no"], squeeze(case["title"])) for case in truth["cases_002"]]
    assert found == wanted
    chapters = {case["no"]: case["chapter"] for case in truth["cases_002"]}
    for case in cases(entries):
        assert case["path"][0] == chapters[case["number"]]


def test_cases_end_where_they_end(entries: Entries, truth: dict[str, Any]) -> None:
    wanted = {case["n"]: case["text"] for case in truth["text"]["seed002"]["cases"]}
    for case in cases(entries):
        text = squeeze(case["text"])
        paragraphs = [squeeze(paragraph) for paragraph in wanted[case["number"]]]
        assert text.startswith(paragraphs[0]), case["number"]
        assert paragraphs[-1] in text, case["number"]
        # captions and tables may follow the last paragraph, nothing else
        rest = text[text.index(paragraphs[-1]) + len(paragraphs[-1]) :]
        assert not rest or rest.startswith(("图", "表")), (case["number"], rest[:40])


def test_no_page_number_inside_a_text(entries: Entries, truth: dict[str, Any]) -> None:
    for footer in truth["page_footers_002"]:
        assert not [e["id"] for e in entries if squeeze(footer) in squeeze(e["text"])]


def test_formulas(entries: Entries, truth: dict[str, Any]) -> None:
    found: dict[str, Counter[str]] = {}
    for entry in entries:
        for fact in entry["evidence"]:
            name = fact["value"]["name"] if fact["fact"] == "methods" else ""
            if "+" in name:
                seen = found.setdefault(name, Counter())
                seen[seed_of(entry)] += len(fact["evidence"])
    wanted = {name: dict(seeds) for name, seeds in truth["formulas"].items()}
    assert {name: dict(seeds) for name, seeds in found.items()} == wanted


def test_slogans_stand_under_their_own_wording(
    entries: Entries, truth: dict[str, Any]
) -> None:
    found: dict[str, set[str]] = {}
    families = set()
    for entry in entries:
        for slogan in entry["slogans"]:
            found.setdefault(slogan["name"], set()).add(seed_of(entry))
            families.add(slogan["family"])
    assert found == {name: set(seeds) for name, seeds in truth["slogan_family"].items()}
    assert len(families) == 1


@pytest.mark.parametrize("seed", ["000", "001", "002", "003", "004"])
def test_policies(entries: Entries, truth: dict[str, Any], seed: str) -> None:
    found = {
        squeeze(policy["title"])
        for entry in of(entries, seed)
        for policy in entry["policies"]
        if policy["title"]
    }
    assert found == {squeeze(title) for title in truth["policies"][seed]}
    numbers = {
        policy["number"]
        for entry in of(entries, seed)
        for policy in entry["policies"]
        if policy["number"]
    }
    assert numbers == {n for n, seeds in truth["doc_numbers"].items() if seed in seeds}


def test_every_evidence_is_word_for_word(entries: Entries) -> None:
    checked = 0
    for entry in entries:
        for fact in entry["evidence"]:
            for words in fact["evidence"]:
                if words["place"] == "document":
                    continue
                text = entry[words["place"]]
                assert text[words["start"] : words["end"]] == words["quote"]
                checked += 1
    assert checked > 50


def search(home: Path, *args: str) -> dict[str, Any]:
    done = casebase(home, "search", *args, "--json", "--limit", "200")
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


@pytest.mark.parametrize(
    ("args", "seeds_found"),
    [
        (["一支部一品牌"], {"000", "002", "003"}),
        (["1+3", "--exact"], {"004"}),
        (["1+3+N", "--exact"], {"000"}),
        (["鲁发[2022]19号"], {"002"}),
        (["鲁发〔2022〕19号", "--exact"], {"002"}),
    ],
)
def test_search_finds_just_these(
    seeds: Path, args: list[str], seeds_found: set[str]
) -> None:
    answer = search(seeds, *args)
    assert {hit["document"][:3] for hit in answer["hits"]} == seeds_found


def test_each_wording_is_marked_where_it_stands(
    seeds: Path, truth: dict[str, Any]
) -> None:
    marked: dict[str, set[str]] = {}
    for hit in search(seeds, "一支部一品牌")["hits"]:
        for snippet in hit["snippets"]:
            for start, end in snippet["marks"]:
                words = snippet["text"][start:end]
                marked.setdefault(words, set()).add(hit["document"][:3])
    assert marked == {
        words: set(found) for words, found in truth["slogan_family"].items()
    }


def test_formula_is_found_in_all_four_places(seeds: Path) -> None:
    (hit,) = search(seeds, "1+3", "--exact")["hits"]
    done = casebase(seeds, "show", hit["id"], "--json")
    entry = json.loads(done.stdout)
    places = re.findall(r"(?<![\d+])1\+3(?![\d+])", entry["title"] + entry["text"])
    assert len(places) == 4
