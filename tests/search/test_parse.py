"""What people type, and what it is read as."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebase.query import Filter
from casebase.search.parse import (
    INCOMPLETE,
    MAX_WILD,
    NO_FIELD,
    NOTHING,
    TOO_WILD,
    AllOf,
    AnyOf,
    Asked,
    Everything,
    Instead,
    OneHonour,
    Quoted,
    Wild,
    Without,
    Words,
    parse,
)


def all_of(*children: Asked, stated: bool = False) -> AllOf:
    return AllOf(children, stated)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("党建", Words("党建")),
        ("  党建　引领 ", all_of(Words("党建"), Words("引领"))),
        ("“党建 引领”", Quoted("党建 引领")),
        ('“党建引领"', Quoted("党建引领")),
        ("「党建引领」", Quoted("党建引领")),
        (
            "打造“一室一品”样板",
            all_of(Words("打造"), Quoted("一室一品"), Words("样板")),
        ),
        ("党建 AND 育人", all_of(Words("党建"), Words("育人"), stated=True)),
        ("党建 ＯＲ 育人", AnyOf((Words("党建"), Words("育人")))),
        (
            "a OR b c",
            AnyOf((Words("a"), all_of(Words("b"), Words("c")))),
        ),
        (
            "（a ｏｒ OR b） c",
            all_of(
                AnyOf((all_of(Words("a"), Words("ｏｒ")), Words("b"))), Words("c")
            ),
        ),
        ("党建 -通知", all_of(Words("党建"), Without(Words("通知")))),
        ("党建 －“会议 通知”", all_of(Words("党建"), Without(Quoted("会议 通知")))),
        ("党建 NOT 通知", all_of(Words("党建"), Without(Words("通知")))),
        ("NOT(通知)", Without(Words("通知"))),
        ("-（通知 OR 纪要）", Without(AnyOf((Words("通知"), Words("纪要"))))),
        ("学校:滨职", Filter("school", ("滨职",))),
        ("学校：滨职|青大 a", all_of(Filter("school", ("滨职|青大",)), Words("a"))),
        ("SCHOOL: “滨湖 学院”", Filter("school", ("滨湖 学院",))),
        ("标题:党建", Words("党建", "title")),
        (
            "标题:（党建 OR “引领”）",
            AnyOf((Words("党建", "title"), Quoted("引领", "title"))),
        ),
        ("-标题:通知", Without(Words("通知", "title"))),
        ("年份:2021..2023", Filter("year", low="2021", high="2023")),
        ("年份：2021-2023", Filter("year", low="2021", high="2023")),
        ("年份:2021～", Filter("year", low="2021")),
        ("年份:2023年", Filter("year", ("2023年",))),
        ("日期:2023-05", Filter("date", ("2023-05",))),
        ("日期:2023-05..2024-01", Filter("date", low="2023-05", high="2024-01")),
        ("文号:鲁测发[2022]19号", Filter("docno", ("鲁测发[2022]19号",))),
        ("方法:1+3", Filter("method", ("1+3",))),
        ("方法:“1+3”", Filter("method", ("1+3",))),
        ("年份>=2021", Filter("year", low="2021")),
        ("年份：<2021", Filter("year", high="2020")),
        ("年份＞２０２１年 a", all_of(Filter("year", low="2022"), Words("a"))),
        ("日期:>2023-12", Filter("date", low="2024-01")),
        ("日期:<2024年3月1日", Filter("date", high="2024-02-29")),
        ("年份:2021 至 2023", Filter("year", low="2021", high="2023")),
        ("年份：２０２１．．２０２３", Filter("year", low="2021", high="2023")),
        ("日期:2023.3至2023.5", Filter("date", low="2023.3", high="2023.5")),
        ("荣誉年份>=2024", Filter("awarded", (">=2024",))),
        ("荣誉年份:2021..2023", Filter("awarded", ("2021..2023",))),
        ("学校=滨职", Filter("school", ("滨职",))),
        ("数量:到款>=500万", Filter("quantity", ("到款>=500万",))),
        ("党建 或 育人", AnyOf((Words("党建"), Words("育人")))),
        ("党建 且 育人", all_of(Words("党建"), Words("育人"), stated=True)),
        ("党建 不含 通知", all_of(Words("党建"), Without(Words("通知")))),
        ("党建 ＆＆ 育人", all_of(Words("党建"), Words("育人"), stated=True)),
        ("党建 || 育人", AnyOf((Words("党建"), Words("育人")))),
        ("党建*引领", Wild("党建*引领")),
        ("标题：一站式＊", Wild("一站式＊", "title")),
        ("-1+*", Without(Wild("1+*"))),
        ("“党建*”", Quoted("党建*")),
        ("党建 * 育人", all_of(Words("党建"), Words("育人"))),
        ("*", Everything()),
        ("品牌:*先锋", Filter("brand", ("*先锋",))),
    ],
)  # fmt: skip
def test_the_language(text: str, tree: Asked) -> None:
    parsed = parse(text)
    assert parsed.tree == tree
    assert parsed.notes == ()


@pytest.mark.parametrize(
    "text",
    [
        "C++",
        "1+3+N",
        "党建+",
        "2021-2023",
        "研发AND创新",
        "https://www.example.edu.cn/a?b=c",
        "时间:10:30",
        "鲁测发（2022）19号",
        "工作条例（试行）",
        "案例：校企合作",
        "与或非",
        "—建设",
        "10%",
        "5*8",
        "张**",
        "a*b",
        "a=b",
        "喜报|我校获评",
        "或者",
    ],
)
def test_signs_that_are_only_signs(text: str) -> None:
    assert parse(text).tree == Words(text)
    assert parse(text).notes == ()


def test_a_lone_hyphen_excludes_nothing() -> None:
    assert parse("- 80 -").tree == all_of(Words("-"), Words("80"), Words("-"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("党建 AND", ["党建"]),
        ("OR 党建", ["党建"]),
        ("“党建 引领", ["党建", "引领"]),
        ("（党建 OR 引领", ["党建", "引领"]),
        ("党建）引领", ["党建）引领"]),
        ("党建 学校：", ["党建", "学校："]),
        ("党建 () 引领", ["党建", "引领"]),
        ("党建 AND OR -引领", ["党建", "引领"]),
        ("(" * 40 + "党建" + ")" * 40, ["党建"]),
        (" ".join(["党建"] * 130), ["党建"] * 120),
    ],
)
def test_what_does_not_parse_is_read_as_words_and_says_so(
    text: str, words: list[str]
) -> None:
    parsed = parse(text)
    read = parsed.tree.children if isinstance(parsed.tree, AllOf) else (parsed.tree,)
    assert list(read) == [Words(word) for word in words]
    assert parsed.notes == (INCOMPLETE,)


@pytest.mark.parametrize(
    "text", ["", " 　", "AND", "AND OR NOT", "“”", '"', "()", "（"]
)
def test_operators_alone_ask_for_nothing(text: str) -> None:
    parsed = parse(text)
    assert parsed.tree is None
    assert parsed.notes == (NOTHING,)


def words_of(tree: Asked) -> list[str]:
    match tree:
        case Words(text) | Quoted(text) | Wild(text) | Instead(text):
            return [text]
        case Everything():
            return []
        case Filter(values=values):
            return list(values)
        case AllOf(children) | AnyOf(children) | OneHonour(children):
            return [word for child in children for word in words_of(child)]
        case Without(child):
            return words_of(child)


PIECES = [
    "党建",
    "*",
    "或",
    "AND",
    "OR",
    "NOT",
    "-",
    "(",
    "）",
    "“",
    '"',
    "学校:",
    "年份:",
    " ",
]


@given(st.lists(st.sampled_from([*PIECES, "1+3", "2021..", "　"]), max_size=30))
def test_any_text_is_read_and_no_word_of_it_is_made_up(pieces: list[str]) -> None:
    text = "".join(pieces)
    parsed = parse(text)
    assert parsed.tree is not None or parsed.notes == (NOTHING,)
    if parsed.tree is not None:
        assert all(word in text for word in words_of(parsed.tree))


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("作者:张三 党建", ["作者"]),
        ("author:zhang 作者:张三 作者:李四", ["author", "作者"]),
        ("党建引领：产教融合", []),
        ("开会时间:10:30", []),
        ("http://a.example", []),
        ("“作者:张三”", []),
    ],
)
def test_a_field_that_there_is_not_is_told(text: str, unknown: list[str]) -> None:
    assert list(parse(text).notes) == [NO_FIELD.format(name) for name in unknown]


def test_only_so_many_stars_are_looked_for_and_it_is_told() -> None:
    parsed = parse(" ".join(["党建*引领"] * (MAX_WILD + 1)))
    assert isinstance(parsed.tree, AllOf)
    *wild, last = parsed.tree.children
    assert wild == [Wild("党建*引领")] * MAX_WILD
    assert last == all_of(Words("党建"), Words("引领"))
    assert parsed.notes == (TOO_WILD,)
