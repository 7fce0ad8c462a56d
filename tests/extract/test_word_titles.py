"""Titles and headings of Word files: stated by styles, or only set to look like it."""

from __future__ import annotations

import pytest

from tests.extract.making import Read
from tests.extract.packing import lines_of, p, r

CENTRE = '<w:jc w:val="center"/>'
BODY = "青禾职业学院党委坚持把支部建在专业上，推动党建工作与教育教学同频共振。" * 2
TITLE = '<w:sz w:val="44"/><w:rFonts w:eastAsia="方正小标宋简体"/>'
TEXT = '<w:sz w:val="32"/><w:rFonts w:eastAsia="仿宋"/>'
KAI = '<w:sz w:val="32"/><w:rFonts w:eastAsia="楷体"/>'


def big(text: str, look: str = TITLE) -> str:
    return p(r(text, look), CENTRE)


def text(content: str, look: str = TEXT) -> str:
    return p(r(content, look))


def style(name: str, extra: str = "") -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="s1"><w:name w:val="{name}"/>{extra}'
        "</w:style>"
    )


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("heading 2", 2),
        ("Heading 3", 3),
        ("标题 4", 4),
        ("标题1", 1),
        ("一级标题", 1),
        ("三级标题", 3),
        ("标题二", 2),
        ("章标题", 1),
        ("节标题", 2),
        ("公文标题", 1),
        ("案例标题", 1),
        ("Title", 1),
        ("副标题", 0),
        ("Subtitle", 0),
        ("正文", 0),
        ("Body Text", 0),
        ("标题正文", 0),
    ],
)
def test_the_name_of_a_style_tells_the_level(read: Read, name: str, level: int) -> None:
    (line,) = lines_of(
        read, p("支部建设", '<w:pStyle w:val="s1"/>'), styles=style(name)
    )
    assert line.level == level


def test_a_style_inherits_its_level_and_may_take_it_back(read: Read) -> None:
    styles = (
        style("标题 2")
        + '<w:style w:type="paragraph" w:styleId="s2"><w:name w:val="我的"/>'
        '<w:basedOn w:val="s1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="s3"><w:name w:val="其他"/>'
        '<w:basedOn w:val="s2"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="s4"><w:name w:val="圈"/>'
        '<w:basedOn w:val="s4"/></w:style>'
    )
    body = "".join(
        p("支部", f'<w:pStyle w:val="{one}"/>') for one in ("s2", "s3", "s4", "无")
    )
    levels = [line.level for line in lines_of(read, body, styles=styles)]
    assert levels == [2, 0, 0, 0]


def test_text_in_the_style_of_a_heading_is_text(read: Read) -> None:
    (line,) = lines_of(read, p(BODY, '<w:pStyle w:val="s1"/>'), styles=style("标题 1"))
    assert line.level == 0


def test_a_title_set_large_and_in_the_middle_is_a_heading(read: Read) -> None:
    body = (
        big("青禾职业学院委员会文件", '<w:sz w:val="72"/>')
        + p("青院党〔2023〕5号", CENTRE)
        + big("关于推进“一支部一品牌”")
        + big("建设工作的实施意见")
        + big("——试行", KAI)
        + p(r("2023年5月6日", KAI), CENTRE)
        + text("各党总支：")
        + text(BODY) * 2
    )
    found = lines_of(read, body)
    assert [line.text for line in found if line.level] == [
        "关于推进“一支部一品牌”建设工作的实施意见"
    ]
    assert [line.text for line in found][3:5] == ["——试行", "2023年5月6日"]


@pytest.mark.parametrize(
    "first",
    [
        big("林远征"),  # a name
        big("2023年5月6日"),
        big("青禾职业学院"),  # whose document it is
        big("党建工作简报"),
        text("支部建在专业上", TITLE),  # large, but not in the middle
        big("支部建在专业上", TEXT),  # in the middle, but not large
        big(BODY),
        big("一、支部建设的做法"),
    ],
)
def test_what_only_stands_there_is_no_title(read: Read, first: str) -> None:
    assert not any(line.level for line in lines_of(read, first + text(BODY) * 3))


def levels(read: Read, body: str) -> dict[str, int]:
    return {line.text: line.level for line in lines_of(read, body) if line.level}


def test_large_lines_below_the_text_are_headings_by_their_size(read: Read) -> None:
    middle = '<w:sz w:val="40"/>'
    body = (
        big("学校党建案例选编")
        + text(BODY)
        + big("支部建在专业上", middle)
        + text(BODY)
        + big("党旗飘在车间里", '<w:sz w:val="39"/>')
        + text(BODY)
        + big("匠心向党绘新篇", middle)
        + text(BODY) * 3
    )
    assert levels(read, body) == {
        "学校党建案例选编": 1,
        "支部建在专业上": 2,
        "党旗飘在车间里": 3,
        "匠心向党绘新篇": 2,
    }


def test_a_bulletin_is_called_by_its_name(read: Read) -> None:
    name = '<w:sz w:val="72"/><w:color w:val="FF0000"/>'
    body = (
        big("青禾职院党建简报", name)
        + p("2023年第5期", CENTRE)
        + big("机电支部送技下乡", TITLE)
        + text(BODY) * 2
        + big("信息支部赛教融合", TITLE)
        + text(BODY) * 3
    )
    assert levels(read, body) == {
        "青禾职院党建简报": 1,
        "机电支部送技下乡": 2,
        "信息支部赛教融合": 2,
    }


def test_the_name_of_the_school_above_belongs_to_the_title(read: Read) -> None:
    body = big("青禾职业技术学院") + big("关于开展支部建设的通知") + text(BODY) * 2
    assert levels(read, body) == {"青禾职业技术学院关于开展支部建设的通知": 1}


def test_where_all_is_large_nothing_is_a_heading(read: Read) -> None:
    verse = [f"{word}的支部在车间飘扬" for word in "红橙黄绿青蓝紫"]
    found = levels(read, "".join(map(big, verse)) + text(BODY))
    assert max(found.values(), default=0) <= 1
    assert len(found) <= 1


def test_a_stated_title_is_the_only_one(read: Read) -> None:
    stated = p("机电支部的品牌之路", '<w:pStyle w:val="s1"/>')
    body = big("学校党建案例选编") + stated + text(BODY) * 2
    found = lines_of(read, body, styles=style("Title"))
    assert [line.text for line in found if line.level] == ["机电支部的品牌之路"]


def test_sizes_come_from_styles_and_defaults(read: Read) -> None:
    styles = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="24"/></w:rPr></w:rPrDefault>'
        "</w:docDefaults>"
        + style("大字", f'<w:pPr>{CENTRE}</w:pPr><w:rPr><w:sz w:val="36"/></w:rPr>')
    )
    body = p("让党旗在车间飘扬", '<w:pStyle w:val="s1"/>') + p(BODY) * 2
    assert lines_of(read, body, styles=styles)[0].level == 1
