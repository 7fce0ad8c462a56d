"""Text files: encodings, pages, headers, Markdown."""

from __future__ import annotations

import codecs
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebase.document import Layout, Line, Metadata
from casebase.errors import UnreadableFileError
from casebase.extract.decoding import decode
from casebase.extract.plain import read as read_text
from casebase.extract.plain.markdown import markdown_lines
from casebase.extract.quality import legibility
from casebase.text.dates import iso_date
from tests.extract.making import Read

TEXT = (
    "关于印发《学校党支部工作办法》的通知\r\n"
    "各党总支、直属党支部：\r\n"
    "\r\n"
    "　　现将办法印发给你们，请结合实际认真贯彻执行。Party 2024\r\n"
)
PROSE = st.text("党建引领支部工作的一是在学校发展中，。“”（）2024 AI\n", min_size=40)


def lines(layout: Layout) -> list[str]:
    return [line.text for page in layout.pages for line in page.lines]


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("gb18030"),
        TEXT.replace("\r\n", "\r").encode("gb18030"),
        TEXT.replace("\r\n", "\n").encode(),
    ],
)
def test_every_encoding_gives_the_same_lines(read: Read, data: bytes) -> None:
    layout = read("通知.txt", data)
    assert layout.format == "text"
    assert layout.pages[0].number is None
    assert layout.pages[0].lines == (
        Line("关于印发《学校党支部工作办法》的通知"),
        Line("各党总支、直属党支部："),
        Line("　　现将办法印发给你们，请结合实际认真贯彻执行。Party 2024", gap=True),
    )


@given(PROSE, st.sampled_from(["utf-8", "gb18030", "utf-16-le", "utf-16-be"]))
def test_decoding_finds_the_encoding(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding), legibility)
    assert decoded is not None
    assert (decoded.text, decoded.broken) == (text, 0)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_cut_character_is_told(read: Read, encoding: str) -> None:
    layout = read("断.txt", (TEXT.strip() * 3 + "党").encode(encoding)[:-1])
    assert lines(layout)[-1].endswith("2024")
    assert len(layout.notices) == 1
    assert "1 处" in layout.notices[0].message


@pytest.mark.parametrize(
    "data",
    [
        "おはようございます。今日は良い天気ですね。".encode("shift_jis") * 4,
        "".join(chr(0x3400 + 91 * n) for n in range(200)).encode(),
        bytes([0, 1, 2, 3, 200, 201]) * 100,
        "正文".encode() + b"\x00\x01\x02" * 50,
    ],
)
def test_what_makes_no_sense_is_unreadable(read: Read, data: bytes) -> None:
    with pytest.raises(UnreadableFileError):
        read("乱.txt", data)


def test_only_form_feeds_make_pages(read: Read) -> None:
    layout = read("页.txt", "第一页\n\n正文\f第二页\f\f第四页\n\f".encode())
    assert [page.number for page in layout.pages] == [1, 2, 3, 4]
    assert [len(page.lines) for page in layout.pages] == [2, 1, 0, 1]


def test_invisible_characters_go(read: Read) -> None:
    text = "\u200b党建\u00ad引领\u00a0发展\ufeff，\u2028支部\x07先行\n" * 2
    assert lines(read("a.txt", text.encode())) == ["党建引领 发展，", "支部先行"] * 2


HEADERS = [
    (
        "标题：青禾学院召开会议\n来源：青禾学院\nURL：https://qh.example/1\n"
        "抓取时间：2024-05-06\n发布日期：2024年5月3日\n文种：通知\n\n"
    ),
    (
        "# 原件\n\n- id: x-1\n- title: 青禾学院召开会议\n- publisher: 青禾学院\n"
        "- source_url: https://qh.example/1\n- publish_date: 2024-05-03\n"
        "- http: 200\n\n---\n\n"
    ),
    (
        '---\ntitle: "青禾学院召开会议"\ndate: 2024-05-03\nsource: 青禾学院\n'
        "url: https://qh.example/1\n---\n"
    ),
    (
        "【标题】青禾学院召开会议\n【来源】青禾学院\n【日期】2024-05-03\n"
        "【网址】https://qh.example/1\n【正文】\n"
    ),
    (
        "+++\ntitle: 青禾学院召开会议\ndate: 2024-05-03\ntags:\n- 党建\n"
        "source: 青禾学院\nurl: https://qh.example/1\n+++\n"
    ),
    (
        "Title: 青禾学院召开会议\nURL: https://qh.example/1\nDate: 2024-05-03\n"
        "Source: 青禾学院\n\n正文："
    ),
    (
        "\n标题:青禾学院召开会议\n来源: 青禾学院\n网址: https://qh.example/1\n"
        "日期: 2024.5.3\n-----\n"
    ),
]


@pytest.mark.parametrize("header", HEADERS)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_crawler_headers_become_metadata(read: Read, header: str, name: str) -> None:
    layout = read(name, (header + "会议强调，要抓好落实。\n第二段文字。\n").encode())
    assert layout.metadata == Metadata(
        title="青禾学院召开会议",
        source="青禾学院",
        date="2024-05-03",
        url="https://qh.example/1",
    )
    assert lines(layout) == ["会议强调，要抓好落实。", "第二段文字。"]


@pytest.mark.parametrize(
    "text",
    [
        "时间：2024年5月3日\n地点：第一会议室\n主持：林远\n会议听取了汇报。",
        "标题：一个标题\n正文从这里开始，没有别的。",
        "来源：青禾学院\n日期：2024-05-03\n会议强调，要抓好落实。",
        "---\n\n正文开始了。\n\n---\n",
        "- 第一，抓学习：学原文\n- 第二，抓落实：看成效\n",
    ],
)
def test_text_that_looks_like_a_header_stays(text: str) -> None:
    layout = read_text(text, named_markdown=False)
    assert layout.metadata == Metadata()
    assert lines(layout) == [line for line in text.split("\n") if line]


def test_a_rule_after_a_header_that_is_none_stays() -> None:
    assert lines(read_text("正文第一行\n---\n第二行", named_markdown=False)) == [
        *("正文第一行", "---", "第二行")
    ]


MARKDOWN = """# 支部工作**汇编**

<!-- 说明：不显示 -->
## 一、*学习*篇 ##

<p><strong>本报讯</strong>（通讯员）：支部&amp;群众<br>第二行</p><p>第三行</p>

- 第一条，见[办法](https://qh.example/a(1).pdf "办法")
* 第二条 `代码` ~~删去~~
1. 有序项
> 引文在此
**第九条**　人数 > 30 的支部 - 分组

| 支部 | 品牌 |
|:----|-----:|
| 机电\\|支部 | **双带头** |
| 护理支部 | 红烛 |

![照片](a.png)
<h3>三级标题</h3>
副标题
------
试验块 8m*5m*8m，价格 3*4*5，_下划线_ 与 snake_case_name。

```
# 不是标题
```
[查看原文](https://qh.example/1)

---

(更新时间: 1714700000000)
"""


def test_markdown_is_read_without_its_marks() -> None:
    found = markdown_lines(MARKDOWN.split("\n"))
    assert [(line.level, line.text) for line in found if not line.rows] == [
        (1, "支部工作汇编"),
        (2, "一、学习篇"),
        (0, "本报讯（通讯员）：支部&群众"),
        (0, "第二行"),
        (0, "第三行"),
        (0, "第一条，见办法"),
        (0, "第二条 代码 删去"),
        (0, "1. 有序项"),
        (0, "引文在此"),
        (0, "第九条　人数 > 30 的支部 - 分组"),
        (3, "三级标题"),
        (2, "副标题"),
        (0, "试验块 8m*5m*8m，价格 3*4*5，下划线 与 snake_case_name。"),
        (0, "# 不是标题"),
    ]
    (table,) = [line for line in found if line.rows]
    assert table.rows == (
        ("支部", "品牌"),
        ("机电|支部", "双带头"),
        ("护理支部", "红烛"),
    )


@pytest.mark.parametrize(
    ("text", "flowing"),
    [
        ("# 条例\n\n第一条 总则。\n\n第二条 分则。\n", True),
        ("# 纪要\n会议听取汇报。\n会议强调落实。\n会议还研究了其他事项。\n", True),
        ("# 文\n党建引领支部工\n作，推动学校事\n业发展再上新台\n阶。\n", False),
    ],
)
def test_markdown_flows_unless_its_lines_are_broken(
    text: str, *, flowing: bool
) -> None:
    assert read_text(text, named_markdown=True).flowing is flowing


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2024年5月3日 08:30", "2024-05-03"),
        ("发布于 2024-5-3", "2024-05-03"),
        ("2024/12/31T00:00", "2024-12-31"),
        ("20240503", "2024-05-03"),
        ("２０２４年５月", "2024-05"),
        ("2024", "2024"),
        ("2024-02-31", ""),
        ("第12345号", ""),
        ("13812345678", ""),
        ("", ""),
    ],
)
def test_dates_have_one_form(text: str, date: str) -> None:
    assert iso_date(text) == date


@pytest.mark.parametrize(
    "data", [b"ab\x01", b"\xff\xfe\x01", b"\x89\xab\xcd\xef\x12", b"\xc3\x28\xa0\xa1"]
)
def test_a_few_bytes_of_junk_are_no_text(data: bytes) -> None:
    assert decode(data, legibility) is None


PLAIN = "学院党委坚持把支部建在专业上，推动党建工作与教育教学同频共振，成效明显。"


RECORD = {
    "title": "青禾学院召开会议",
    "url": "https://qh.example/1",
    "publish_time": "2024-05-03 08:00:00",
    "source": "青禾学院",
    "id": 7,
}


@pytest.mark.parametrize(
    "content",
    [
        {"content": f"{PLAIN}\n\n　　会议强调，要抓好落实。"},
        {"正文": [PLAIN, "会议强调，要抓好落实。"]},
        {"html": f"<h2></h2><p>{PLAIN}</p><p>会议<b>强调</b>，要抓好落实。</p>"},
    ],
)
@pytest.mark.parametrize("name", ["一.txt", "一.text"])
def test_an_article_saved_as_data_is_its_text(
    read: Read, name: str, content: dict[str, object]
) -> None:
    data = json.dumps(RECORD | content, ensure_ascii=False, indent=1).encode()
    layout = read(name, data)
    assert lines(layout) == [PLAIN, "会议强调，要抓好落实。"]
    assert layout.flowing
    assert layout.metadata == Metadata(
        title="青禾学院召开会议",
        source="青禾学院",
        date="2024-05-03",
        url="https://qh.example/1",
    )


@pytest.mark.parametrize("joined", ["\n", ",", "list"])
def test_several_articles_saved_as_data_stand_below_their_titles(
    read: Read, joined: str
) -> None:
    made = [{"标题": f"会议{n}", "content": f"{PLAIN}（{n}）"} for n in (1, 2)]
    dumped = [json.dumps(one, ensure_ascii=False) for one in made]
    text = {
        "\n": "\n".join(dumped),
        ",": json.dumps(made),
        "list": json.dumps({"code": 0, "data": {"list": made}}),
    }[joined]
    found = read("几.txt", text.encode()).pages[0].lines
    assert [(line.level, line.text) for line in found] == [
        (1, "会议1"),
        (0, f"{PLAIN}（1）"),
        (1, "会议2"),
        (0, f"{PLAIN}（2）"),
    ]


@pytest.mark.parametrize("text", ['{"a": 1}', "[附件] 见下文。", "{{模板}}正文开始。"])
def test_brackets_alone_are_no_data(text: str) -> None:
    assert lines(read_text(text, named_markdown=False)) == [text]


def test_lines_with_tabs_are_a_table() -> None:
    text = (
        "各支部品牌如下。\n支部\t品牌\t党员数\n机电支部\t双带头\t12\n护理支部\t\t9\n"
        "\t缩进的一段话。\n\n姓名：\t林远\n\n完"
    )
    found = read_text(text, named_markdown=False).pages[0].lines
    assert [line.rows or line.text for line in found] == [
        "各支部品牌如下。",
        (
            ("支部", "品牌", "党员数"),
            ("机电支部", "双带头", "12"),
            ("护理支部", "", "9"),
        ),
        "\t缩进的一段话。",
        "姓名：\t林远",
        "完",
    ]
