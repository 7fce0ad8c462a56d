"""A school that a person gives brings its province and city with it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from casebase.corrections import Action, Concerning, Correction, Wish, applied, followed
from casebase.entry import FOLLOWED, Entry, Evidence, Fact, Paragraph, entry_json
from tests.catalogue.rows import entry_for

ID = "a" * 16
WORDS = (Evidence("text", 0, 2, "青禾", "place.name"),)
PLACED = replace(
    entry_for(ID, 1),
    facts=(
        Fact("school", "青禾职业学院", WORDS),
        Fact("province", "山东", WORDS),
        Fact("city", "聊城", WORDS),
        Fact("genre", "新闻", ()),
    ),
    paragraphs=(Paragraph("学校位于湘江之滨。"),),
)
SCHOOL = Wish(Action.SET, "school", "衡水桥西职业学院")


def located(school: str, text: str) -> tuple[str, str | None, str] | None:
    assert text.splitlines()[-1] == "学校位于湘江之滨。"
    known = {
        "衡水桥西职业学院": ("河北", "衡水", "衡水"),
        "河北学院": ("河北", None, "河北"),
    }
    return known.get(school)


def after(*wishes: Wish) -> Entry:
    these = [
        Concerning(
            Correction(
                at, "2024-05-01T08:00:00+08:00", "张三", "某.txt", ID, 1, "第1个", it
            )
        )
        for at, it in enumerate(wishes, 1)
    ]
    entries, _ = applied([PLACED], these)
    (found,) = followed(entries, ["青禾职业学院"], located)
    return found


@pytest.mark.parametrize(
    ("wishes", "province", "city"),
    [
        ([SCHOOL], "河北", "衡水"),
        ([Wish(Action.SET, "school", "河北学院")], "河北", None),
        ([Wish(Action.SET, "school", "无名学院")], None, None),
        ([Wish(Action.CLEAR, "school")], None, None),
        ([Wish(Action.SET, "school", "青禾职业学院")], "山东", "聊城"),
        ([Wish(Action.SET, "city", "邢台"), SCHOOL], "河北", "邢台"),
        ([SCHOOL, Wish(Action.CLEAR, "city")], "河北", None),
        ([Wish(Action.SET, "genre", "简报")], "山东", "聊城"),
    ],
    ids=["both", "province only", "unknown", "none", "the same", "said before",
         "said after", "another fact"],
)  # fmt: skip
def test_places(wishes: list[Wish], province: str | None, city: str | None) -> None:
    found = after(*wishes)
    assert (found.first("province"), found.first("city")) == (province, city)
    assert len([it for it in found.facts if it.name in {"province", "city"}]) == sum(
        it is not None for it in (province, city)
    )


def test_it_is_marked_as_of_that_person() -> None:
    found = after(SCHOOL)
    assert found.corrected == ("school", "province", "city")
    assert [it.name for it in found.facts] == ["school", "province", "city", "genre"]
    shown = {it["fact"]: it for it in entry_json(found)["evidence"]}
    for name in ("province", "city"):
        assert shown[name]["corrected"] is True
        (words,) = shown[name]["evidence"]
        assert (words["rule"], words["by"], words["quote"]) == (
            FOLLOWED,
            "张三",
            shown["city"]["value"],
        )
    assert "corrected" not in shown["genre"]
