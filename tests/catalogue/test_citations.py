"""From a case to the policy it cites, and back."""

from __future__ import annotations

from typing import Any

import pytest

from casebase.catalogue import Catalogue, Ledger, links_json
from casebase.catalogue.citations import number_key, title_key
from casebase.entry import Entry, Evidence, Fact, Kind, Policy
from tests.catalogue.rows import entry_for, reading_for, row, show

CASE, PAPER = "a" * 16, "b" * 16
OWN = Evidence("text", 0, 0, "", "policy.own")


def case(*cited: Policy) -> Entry:
    facts = tuple(Fact("policies", it, ()) for it in cited)
    return entry_for(CASE, 1, facts=facts)


def paper(title: str, number: str | None = None, **changes: Any) -> Entry:
    own = (Fact("policies", Policy(None, number), (OWN,)),) if number else ()
    facts = (Fact("genre", "通知", ()), *own)
    about = {"kind": Kind.ARTICLE, "title": title, "facts": facts} | changes
    return entry_for(PAPER, 1, **about)


def linked(url: str, citing: Entry, cited: Entry) -> tuple[dict[int, str], list[str]]:
    with Ledger.open(url) as ledger:
        ledger.save(reading_for(CASE, entries=(citing,)), "案")
        ledger.save(reading_for(PAPER, entries=(cited,)), "文")
        show(ledger, row("案.txt", "案"), row("文.txt", "文"))
    with Catalogue.open(url) as catalogue:
        forth = catalogue.policy_documents(catalogue.entry(citing.id))
        back = catalogue.cited_by(catalogue.entry(cited.id))
    return {at: card.id for at, card in forth.items()}, [card.id for card in back]


TITLE = "关于加强支部建设的意见"
NUMBER = "青发〔2021〕3号"
SAME: dict[str, tuple[Policy, Entry]] = {
    "title": (Policy(TITLE), paper(TITLE)),
    "with who issued it": (Policy(f"中共青禾市委{TITLE}"), paper(TITLE)),
    "without who issued it": (Policy(TITLE), paper(f"中共青禾市委{TITLE}")),
    "another edition": (Policy("支部工作办法"), paper("支部工作办法（试行）")),
    "what a notice issues": (
        Policy("支部工作办法"),
        paper("青禾市委关于印发《支部工作办法》的通知", NUMBER),
    ),
    "number": (Policy(None, NUMBER), paper("某通知", "青发[2021]3号")),
    "number in another form": (
        Policy("别名", "青发（2021）3号"),
        paper("某通知", NUMBER),
    ),
    "title, one number known": (Policy(TITLE, NUMBER), paper(TITLE)),
    "a law": (Policy("支部条例"), paper("支部条例", kind=Kind.POLICY, facts=())),
}
OTHER: dict[str, tuple[Policy, Entry]] = {
    "another number": (Policy(TITLE, NUMBER), paper(TITLE, "青发〔2022〕5号")),
    "digits that run together": (
        Policy(None, "青发〔2021〕31号"),
        paper("某通知", NUMBER),
    ),
    "a text about it": (Policy(TITLE), paper(f"青禾学院贯彻落实《{TITLE}》的方案")),
    "a case of that title": (
        Policy(TITLE),
        paper(TITLE, facts=(Fact("genre", "新闻", ()),)),
    ),
    "a part of a report": (Policy(TITLE), paper(TITLE, kind=Kind.SECTION)),
    "a title that tells nothing": (Policy("办法"), paper("办法")),
}


@pytest.mark.parametrize("pair", SAME.values(), ids=SAME)
def test_a_policy_of_the_base_is_found(url: str, pair: tuple[Policy, Entry]) -> None:
    policy, cited = pair
    citing = case(Policy("没有的文件"), policy)
    assert linked(url, citing, cited) == ({1: cited.id}, [citing.id])


@pytest.mark.parametrize("pair", OTHER.values(), ids=OTHER)
def test_another_is_not(url: str, pair: tuple[Policy, Entry]) -> None:
    policy, cited = pair
    assert linked(url, case(policy), cited) == ({}, [])


def test_a_paper_does_not_cite_itself(url: str) -> None:
    own = paper(TITLE, NUMBER)
    assert linked(url, case(), own) == ({}, [])


def test_only_the_snapshot_counts(url: str) -> None:
    with Ledger.open(url) as ledger:
        ledger.save(reading_for(CASE, entries=(case(Policy(TITLE)),)), "案")
        ledger.save(reading_for(PAPER, entries=(paper(TITLE),)), "旧")
        show(ledger, row("案.txt", "案"))
    with Catalogue.open(url) as catalogue:
        assert catalogue.policy_documents(catalogue.entry(f"{CASE}-1")) == {}


def test_json_says_where_a_policy_is(url: str) -> None:
    citing, cited = case(Policy(TITLE), Policy("没有的文件")), paper(TITLE)
    linked(url, citing, cited)
    with Catalogue.open(url) as catalogue:
        documents = catalogue.policy_documents(citing)
        by = catalogue.cited_by(cited)
    shown = links_json([{"title": TITLE}, {"title": "没有的文件"}], documents, by)
    assert shown == {
        "policies": [
            {"title": TITLE, "document": "文.txt", "entry": cited.id},
            {"title": "没有的文件", "document": None, "entry": None},
        ],
        "cited_by": [{"id": citing.id, "document": "案.txt", "title": "第1个"}],
    }


def test_keys() -> None:
    assert title_key("《 关于某事的 意见（试行）》") == "关于某事的意见"
    assert title_key("意见") == ""
    assert number_key("青发［2021］3号") == number_key("青发〔2021〕3号")
