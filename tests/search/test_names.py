"""Names in a query, and the values that filters mean."""

from __future__ import annotations

import pytest

from casebase.query import Filter
from casebase.search.filters import Resolver
from casebase.search.names import Names, shortens
from casebase.text.fold import fold
from tests.search.invented import segmenter

FAMILIES = {"一室一品": "一室一品", "一室一特色": "一室一品", "一课一星": "一课一星"}
ALIASES = {
    "湖职": "滨湖职业技术学院",
    "山大": "山川大学",
    "湖滨水利学校": "滨湖职业技术学院",  # as it was called before
}
SCHOOLS = ("滨湖职业技术学院", "青峦职业大学", "青海湾职业大学", "云台工程学院")
NAMES = Names(FAMILIES, ALIASES, SCHOOLS)


def found(typed: str) -> list[tuple[str, Filter | None]]:
    text = fold(typed).text
    words = segmenter().words(text)
    edges = {0, len(text)}.union(*((word.start, word.end) for word in words))
    names = NAMES.find(text, frozenset(edges))
    return [(text[name.start : name.end], name.where) for name in names]


FAMILY = Filter("family", ("一室一品",))
LAKE = Filter("school", ("滨湖职业技术学院",))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("一室一品", [("一室一品", FAMILY)]),
        ("开展一室一特色创建", [("一室一特色", FAMILY)]),
        ("湖职", [("湖职", LAKE)]),
        ("湖滨水利学校", [("湖滨水利学校", LAKE)]),
        ("滨湖职业技术学院党建", [("滨湖职业技术学院", LAKE)]),
        ("滨职", [("滨职", LAKE)]),
        ("滨湖职院", [("滨湖职院", LAKE)]),
        ("泰山大厦", []),
        ("山大", [("山大", Filter("school", ("山川大学",)))]),
        ("青职大", []),  # two schools may be meant
        ("滨职党建案例", [("滨职", LAKE)]),
        ("滨湖职业大学", []),
        ("湖滨职工活动", []),
        ("１＋３＋Ｎ模式", [("1+3+n", None)]),
        ("党建+1", []),
        ("鲁测发〔2022〕19号", [("鲁测发(2022)19号", None)]),
        ("依据〔2022〕第3号", [("依据(2022)第3号", None)]),
        ("案例37", [("案例37", Filter("number", ("37",)))]),
        ("案例2021", [("案例2021", Filter("number", ("2021",)))]),
        ("案例20213", []),
        ("职业学院", []),
        ("", []),
    ],
)
def test_names_in_a_text(text: str, names: list[tuple[str, Filter | None]]) -> None:
    assert found(text) == names


def test_the_other_names_of_a_name() -> None:
    (slogan,) = NAMES.find("一室一特色", frozenset())
    assert (slogan.also, slogan.reason) == (("一室一品",), "同族写法")
    (short,) = NAMES.find("湖职", frozenset())
    assert short.also == ("滨湖职业技术学院", "湖滨水利学校")
    (full,) = NAMES.find("滨湖职业技术学院", frozenset())
    assert (full.also, full.reason) == (("湖职", "湖滨水利学校"), "学校名称")


@pytest.mark.parametrize(
    ("short", "full", "does"),
    [
        ("聊职", "聊城职业技术学院", True),
        ("聊城职院", "聊城职业技术学院", True),
        ("聊职院", "聊城职业技术学院", True),
        ("泉州职大", "泉州职业技术大学", True),
        ("云台工院", "云台工程学院", True),
        ("聊城", "聊城职业技术学院", False),
        ("聊院", "聊城职业技术学院", False),
        ("职业学院", "聊城职业技术学院", False),
        ("城职", "聊城职业技术学院", False),
        ("云大", "云台大学", False),
        ("聊城职业学院", "聊城职业技术学院", False),
        ("聊职技", "聊城职业技术学院", False),
        ("聊城职业技术学院", "聊城职业技术学院", False),
        ("聊", "聊城职业技术学院", False),
        ("聊职聊职", "聊城职业技术学院", False),
    ],
)
def test_how_people_shorten_a_school(short: str, full: str, *, does: bool) -> None:
    assert shortens(short, full) is does


STORED = {
    "school": SCHOOLS,
    "province": ("山东", "内蒙古"),
    "city": ("聊城",),
    "genre": ("通知",),
    "kind": ("case", "section"),
    "method": ("1+3", "1+3+N", "四链融合"),
    "policy": ("中华人民共和国职业教育法", "职业教育法实施办法"),
    "docno": ("鲁测发〔2022〕19号", "鲁测发〔2022〕9号"),
    "document": ("报告/2023 年报.pdf",),
    "family": (),
}


@pytest.mark.parametrize(
    ("field", "typed", "values"),
    [
        ("school", "湖职", ["滨湖职业技术学院"]),
        ("school", "滨职", ["滨湖职业技术学院"]),
        ("school", "云台", ["云台工程学院"]),
        ("school", "职业大学", ["青峦职业大学", "青海湾职业大学"]),
        ("school", "无此校", ["无此校"]),
        ("province", "山东省", ["山东"]),
        ("province", "内蒙古自治区", ["内蒙古"]),
        ("province", "山", ["山"]),
        ("city", "聊城市", ["聊城"]),
        ("kind", "案例", ["case"]),
        ("kind", "case", ["case"]),
        ("method", "１＋３", ["1+3"]),
        ("method", "1+", ["1+"]),
        ("method", "融合", ["四链融合"]),
        ("policy", "职业教育法", ["中华人民共和国职业教育法", "职业教育法实施办法"]),
        ("policy", "《", ["《"]),
        ("docno", "鲁测发[2022] 19 号", ["鲁测发〔2022〕19号"]),
        ("docno", "9号", ["鲁测发〔2022〕9号"]),
        ("document", "年报", ["报告/2023 年报.pdf"]),
        ("year", "2023年", ["2023"]),
        ("year", "２０２３", ["2023"]),
        ("number", "案例37", ["37"]),
        ("year", "今年", ["今年"]),
    ],
)
def test_what_a_typed_value_means(field: str, typed: str, values: list[str]) -> None:
    resolver = Resolver(NAMES, lambda name: STORED[name])
    assert resolver.resolve(Filter(field, (typed,))).values == tuple(values)


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("2023", "2023"),
        ("2023年", "2023"),
        ("2023-5", "2023-05"),
        ("2023年5月", "2023-05"),
        ("2023.5.1", "2023-05-01"),
        ("２０２３年０５月０１日", "2023-05-01"),
        ("五月", "五月"),
    ],
)
def test_a_date_is_all_the_days_that_begin_as_it_does(typed: str, iso: str) -> None:
    resolver = Resolver(NAMES, lambda name: STORED[name])
    found = resolver.resolve(Filter("date", (typed,)))
    assert found == Filter("date", low=iso, high=iso)


@pytest.mark.parametrize(
    ("condition", "told"),
    [
        (Filter("year", low="2021", high="2023"), ""),
        (Filter("date", low="2021", high="2021-05"), ""),
        (Filter("year", low="2023", high="2021"), "年份“2023..2021”的起止颠倒了"),
        (Filter("date", ("2023-13-01",)), "没有看懂日期“2023-13-01”"),
        (Filter("year", ("1年级2班",)), "没有看懂年份“1年级2班”"),
    ],
)
def test_a_range_that_cannot_be_one_is_told(condition: Filter, told: str) -> None:
    resolver = Resolver(NAMES, lambda name: STORED[name])
    notes = resolver.note(condition)
    assert [note.partition("，")[0] for note in notes] == ([told] if told else [])


def test_several_values_and_bounds() -> None:
    resolver = Resolver(NAMES, lambda name: STORED[name])
    several = resolver.resolve(Filter("school", ("湖职", "滨职", "云台"), exclude=True))
    assert several == Filter(
        "school", ("滨湖职业技术学院", "云台工程学院"), exclude=True
    )
    bounds = resolver.resolve(Filter("year", low="2021年", high=None))
    assert bounds == Filter("year", low="2021")


def test_only_unknown_values_are_told() -> None:
    resolver = Resolver(NAMES, lambda name: STORED[name])
    assert resolver.note(Filter("province", ("山东省", "甲"))) == ()
    assert resolver.note(Filter("year", ("1999",))) == ()
    assert resolver.note(Filter("school", ("甲", "乙"))) == (
        "没有“学校：甲、乙”的条目。",
    )
