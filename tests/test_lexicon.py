"""The lexicons: what is shipped, what an operator lays over it, what is refused."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from casebase.errors import BadRequestError
from casebase.lexicon import SHAPES, SHIPPED, Lexicon, load_lexicon


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path


def write(folder: Path, name: str, *lines: str) -> None:
    text = "\n".join(["\t".join(SHAPES[name].columns), *lines]) + "\n"
    (folder / f"{name}.tsv").write_text(text, encoding="utf-8")


def test_every_shipped_file_is_known_and_every_known_file_shipped() -> None:
    assert {path.stem for path in SHIPPED.glob("*.tsv")} == set(SHAPES)


@pytest.mark.parametrize("name", SHAPES)
def test_no_shipped_row_is_there_twice(name: str) -> None:
    text = (SHIPPED / f"{name}.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t")[0] for line in text.splitlines() if line[:1] != "#"]
    assert [row for row, times in Counter(rows).items() if times > 1] == []


# Prefecture-level divisions of each province; together 333 with the 22 cities and the
# forest district that are governed by their province directly.
DIVISIONS = {
    "河北": 11, "山西": 11, "内蒙古": 12, "辽宁": 14, "吉林": 9, "黑龙江": 13,
    "江苏": 13, "浙江": 11, "安徽": 16, "福建": 9, "江西": 11, "山东": 16,
    "河南": 17 + 1, "湖北": 13 + 4, "湖南": 14, "广东": 21, "广西": 14,
    "海南": 4 + 5, "四川": 21, "贵州": 9, "云南": 16, "西藏": 7, "陕西": 10,
    "甘肃": 14, "青海": 8, "宁夏": 5, "新疆": 14 + 12,
}  # fmt: skip


def test_all_provinces_and_cities_are_there() -> None:
    lexicon = load_lexicon()
    cities = Counter(place.province for place in lexicon.places if place.is_city)
    assert cities == DIVISIONS
    provinces = {place.short for place in lexicon.places if not place.is_city}
    municipalities = {"北京", "天津", "上海", "重庆"}
    assert provinces == {*DIVISIONS, *municipalities, "香港", "澳门", "台湾"}


@pytest.mark.parametrize(
    ("form", "short", "province"),
    [
        ("聊城", "聊城", "山东"),
        ("聊城市", "聊城", "山东"),
        ("吉林", "吉林", "吉林"),
        ("吉林市", "吉林", "吉林"),
        ("恩施州", "恩施", "湖北"),
        ("内蒙古自治区", "内蒙古", "内蒙古"),
        ("重庆市", "重庆", "重庆"),
        ("海南", "海南", "海南"),
    ],
)
def test_forms_of_places(form: str, short: str, province: str) -> None:
    place = load_lexicon().place_forms[form]
    assert (place.short, place.province) == (short, province)


def test_a_short_form_that_is_another_word_proves_nothing() -> None:
    assert "阿里" not in load_lexicon().place_forms


def test_longest_place_at_a_position() -> None:
    found = load_lexicon().place_at("在聊城市委", 1)
    assert found is not None
    assert found[0] == "聊城市"


def test_braces_stand_for_several_rows(own: Path) -> None:
    write(own, "slogans", "一{站、岗}一{灯、旗}\t灯", "-一{班、科室}一{品、亮点}")
    families = load_lexicon(own).families
    assert {families[w] for w in ("一站一灯", "一站一旗", "一岗一灯")} == {"灯"}
    assert {"一班一品", "一科室一亮点"}.isdisjoint(families)
    assert "一班一特色" in families


def test_shipped_families_and_formulas() -> None:
    lexicon = load_lexicon()
    wordings = ("一支部一品牌", "一支部一特色", "一系一品", "一校一品", "一院一品")
    assert {lexicon.families[wording] for wording in wordings} == {"一支部一品牌"}
    assert {"一人一策", "一人一档"}.isdisjoint(lexicon.families)
    assert {"1+X", "三会一课", "双带头人", "三全育人"} <= lexicon.national
    assert len(lexicon.words) > 150
    assert {"党建引领", "一支部一品牌", "三会一课"} <= set(lexicon.terms())


def test_own_rows_add_replace_and_remove(own: Path) -> None:
    write(own, "aliases", "# 本校", "渤职\t渤海湾职业学院", "", "渤院\t渤海湾职业学院")
    write(own, "slogans", "一社一品\t一支部一品牌", "-一院一品")
    write(own, "places", "聊城市\t水城\t山东\t市", "云梦县\t云梦\t湖北\t市\t全称")
    lexicon = load_lexicon(own)
    assert lexicon.aliases["渤职"] == "渤海湾职业学院"
    assert lexicon.families["一社一品"] == "一支部一品牌"
    assert "一院一品" not in lexicon.families
    assert lexicon.place_forms["聊城市"].short == "水城"
    assert "聊城" not in lexicon.place_forms
    assert "云梦县" in lexicon.place_forms
    assert "云梦" not in lexicon.place_forms


def test_own_honours_and_topics(own: Path) -> None:
    shipped = load_lexicon()
    write(own, "honours", "{红船、灯塔}支部", "-标杆院系")
    write(
        own, "topics", "党建引领\t党建带队\t带队老师", "-国际合作", "校史\t校史、校庆"
    )
    lexicon = load_lexicon(own)
    assert {"红船支部", "灯塔支部"} <= lexicon.honours
    assert "标杆院系" in shipped.honours - lexicon.honours
    topics = {topic.name: topic for topic in lexicon.topics}
    assert topics["党建引领"].words == ("党建带队",)
    assert topics["党建引领"].without == ("带队老师",)
    assert topics["校史"].words == ("校史", "校庆")
    assert "国际合作" not in topics
    order = [topic.name for topic in shipped.topics if topic.name != "国际合作"]
    assert [*topics] == [*order, "校史"], "a topic keeps its place, a new one is last"


def test_removing_what_is_not_there_is_no_error(own: Path) -> None:
    write(own, "words", "-没有这个词")
    assert load_lexicon(own).words == load_lexicon().words


def test_no_folder_is_no_own_lexicon(own: Path) -> None:
    assert load_lexicon(own / "没有").digest == load_lexicon().digest


def test_the_digest_is_of_the_rows(own: Path) -> None:
    shipped = load_lexicon().digest
    write(own, "words", "# 只有注释")
    assert load_lexicon(own).digest == shipped
    write(own, "words", "新词语")
    added = load_lexicon(own).digest
    assert added != shipped
    write(own, "words", "-新词语")
    assert load_lexicon(own).digest == shipped


def test_files_of_a_spreadsheet_are_read(own: Path) -> None:
    text = "\ufeff简称\t学校\r\n渤职\t渤海湾职业学院\r\n"
    (own / "aliases.tsv").write_bytes(text.encode())
    assert load_lexicon(own).aliases == {"渤职": "渤海湾职业学院"}


BAD: dict[str, tuple[str, bytes, str]] = {
    "no header": ("aliases.tsv", "渤职\t渤海湾职业学院\n".encode(), "第 1 行"),
    "empty file": ("aliases.tsv", b"", "第 1 行"),
    "a column missing": ("aliases.tsv", "简称\t学校\n\n渤职\n".encode(), "第 3 行"),
    "spaces for tabs": (
        "aliases.tsv",
        "简称\t学校\n渤职 渤海湾职业学院\n".encode(),
        "第 2 行",
    ),
    "a column too many": ("words.tsv", "词语\n# 注\n甲\t乙\n".encode(), "第 3 行"),
    "an unknown level": (
        "places.tsv",
        "全称\t简称\t省份\t级别\t认法\n甲县\t甲\t山东\t县\n".encode(),
        "第 2 行",
    ),
    "another encoding": (
        "words.tsv",
        "词语\n好\n".encode() + "词".encode("gb18030") + b"\n",
        "第 3 行",
    ),
    "an honour with a column too many": (
        "honours.tsv",
        "荣誉\n\n# 注\n样板支部\t省级\n".encode(),
        "第 4 行",
    ),
    "a topic without words": (
        "topics.tsv",
        "主题\t词语\t不算\n校史\n".encode(),
        "第 2 行",
    ),
    "another header": ("topics.tsv", "主题\t词语\n校史\t校庆\n".encode(), "第 1 行"),
    "UTF-16": ("words.tsv", "词语\n好\n".encode("utf-16"), "第 1 行"),
}


@pytest.mark.parametrize(("name", "content", "line"), BAD.values(), ids=BAD)
def test_errors_name_file_and_line(
    name: str, content: bytes, line: str, own: Path
) -> None:
    (own / name).write_bytes(content)
    with pytest.raises(BadRequestError) as caught:
        load_lexicon(own)
    assert name in caught.value.message
    assert line in caught.value.message
    assert caught.value.advice


def test_an_unknown_file_is_refused_with_the_known_ones(own: Path) -> None:
    (own / "slogan.tsv").write_text("写法\t口号族\n", encoding="utf-8")
    with pytest.raises(BadRequestError, match=r"slogan\.tsv") as caught:
        load_lexicon(own)
    assert "slogans.tsv" in caught.value.advice


def test_equal_content_is_told_by_the_digest() -> None:
    first, second = load_lexicon(), load_lexicon()
    assert isinstance(first, Lexicon)
    assert first.digest == second.digest
