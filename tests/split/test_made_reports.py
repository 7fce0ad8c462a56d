"""One invented annual report in many makes: labels, measures, page numbers, heads."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from casebase.document import Source
from casebase.entry import Entry, Kind
from casebase.extract import extract
from casebase.repair import repair
from casebase.split import split
from tests.repair.setting import PROSE, wrapped

SCHOOL = "雁栖职业技术学院"
HEAD = f"{SCHOOL}高等职业教育质量报告（2024年度）"
CHAPTERS = ("一、人才培养", "二、服务贡献", "三、文化传承")
TITLES = (
    "把课堂搬进田间地头",
    "构建“一核两翼三联动”支部共建机制，推动党建与专业建设同频共振、双向赋能",
    "一张清单管到底 一把尺子量到边",
    "“夜校+”点亮社区治理的最后一百米",
    "“双导师”领航学徒成长",
    "建好海岛职工驿站，服务渔区转产转业，让每一名渔家子弟都有一技之长",
)
COUNTED = "学校共入选典型案例 8 个，优秀案例 3 项，其中案例 2 中的做法已推广。"
LINES = 32  # on a page


CLAUSES = re.findall(r"[\u4e00-\u9fff0-9%]{6,}", "".join(PROSE))


def prose(number: int) -> str:
    """A paragraph that stands in no other place."""
    pick = random.Random(number)  # noqa: S311 - any order will do
    sentences = ("，".join(pick.sample(CLAUSES, 3)) + "。" for _ in range(3))
    return "".join(sentences)


Item = tuple[str, str]  # chapter, case or text, and its words


def items(label: Callable[[int], str]) -> list[Item]:
    made: list[Item] = []
    for number, title in enumerate(TITLES):
        if number % 2 == 0:
            made += [("chapter", CHAPTERS[number // 2]), ("text", prose(number + 50))]
            made += [("text", COUNTED)]
        made += [("case", line) for line in (label(number + 1) + title).split("\n")]
        made += [("text", prose(3 * number + step)) for step in (1, 2, 3)]
    return made


def lines(made: list[Item], measure: float) -> list[str]:
    found: list[str] = []
    for kind, text in made:
        found += wrapped(text, measure, 2.0 if kind == "text" else 0.0)
    return found


def entries(folder: Path, name: str, text: str) -> tuple[Entry, ...]:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    source = Source(name, path, "d" * 64)
    return split(repair(source, extract(source)))


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def check(found: tuple[Entry, ...]) -> None:
    cases = [entry for entry in found if entry.kind is Kind.CASE]
    assert [squeezed(case.title) for case in cases] == list(map(squeezed, TITLES))
    assert [case.path for case in cases] == [(CHAPTERS[n // 2],) for n in range(6)]
    for number, case in enumerate(cases):
        wanted = [prose(3 * number + step) for step in (1, 2, 3)]
        assert case.text == "\n".join(wanted)
    sections = [entry for entry in found if entry.kind is Kind.SECTION]
    assert [section.title for section in sections] == list(CHAPTERS)


LABELS: dict[str, Callable[[int], str]] = {
    "案例 1：": lambda n: f"案例 {n}：",
    "【案例1】": lambda n: f"【案例{n}】",
    "案例一 ": lambda n: f"案例{'一二三四五六'[n - 1]} ",
    "案例1-2 ": lambda n: f"案例{(n + 1) // 2}-{2 - n % 2} ",
    "典型案例 1 ": lambda n: f"典型案例 {n} ",
    "专栏 1 ": lambda n: f"专栏 {n} ",
    "案 例 1　": lambda n: f"案 例 {n}　",
    "◆案例1：": lambda n: f"◆案例{n}：",
    "典型案例：": lambda _: "典型案例：",
    "【典型案例】": lambda _: "【典型案例】",
    "案例1 alone": lambda n: f"案例{n}\n",
    "【案例一】 alone": lambda n: f"【案例{'一二三四五六'[n - 1]}】\n",
    "restarting": lambda n: f"案例 {2 - n % 2}：",
}


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("measure", [26.0, 34.0, 1000.0])
def test_labels(tmp_path: Path, label: str, measure: float) -> None:
    text = "\n".join(lines(items(LABELS[label]), measure))
    check(entries(tmp_path, "年报.txt", f"{HEAD}\n{text}"))


@pytest.mark.parametrize("label", LABELS)
def test_labels_of_markdown_headings(tmp_path: Path, label: str) -> None:
    signs = {"chapter": "## ", "case": "### ", "text": ""}
    if "alone" in label:
        signs["case"] = "### "
    made = items(LABELS[label])
    text = "\n\n".join(signs[kind] + words for kind, words in made)
    check(entries(tmp_path, "年报.md", f"# {HEAD}\n\n{text}"))


NUMBERS = (
    *("— {n} —", "第{n}页 共{t}页", "第 {n} 页", "{n}", "-{n}-", "{n}/{t}"),
    "glued- {n} -",
)


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("at", ["top", "foot"])
@pytest.mark.parametrize("between", ["\f", "\n"], ids=["paged", "unpaged"])
def test_page_numbers(tmp_path: Path, number: str, at: str, between: str) -> None:
    all_lines = lines(items(LABELS["案例 1："]), 22.0)
    parts = [all_lines[i : i + LINES] for i in range(0, len(all_lines), LINES)]
    pages = []
    for n, part in enumerate(parts, 1):
        sign = number.removeprefix("glued").format(n=n, t=len(parts))
        glued = number.startswith("glued")
        if at == "top":
            part = [sign + part[0], *part[1:]] if glued else [sign, *part]  # noqa: PLW2901
        else:
            part = [*part[:-1], part[-1] + sign] if glued else [*part, sign]  # noqa: PLW2901
        pages.append("\n".join([HEAD, *part]))
    check(entries(tmp_path, "年报.txt", between.join(pages)))


ENTRIES: dict[str, Callable[[str, int], str]] = {
    "dots": lambda entry, page: f"{entry} ……………… {page}",
    "middle dots": lambda entry, page: f"{entry}······{page}",
    "tab": lambda entry, page: f"{entry}\t{page}",
    "brackets": lambda entry, page: f"{entry}（{page}）",
    "P": lambda entry, page: f"{entry} P{page}",
    "rule": lambda entry, page: f"{entry} ____{page}",
    "slash": lambda entry, page: f"{entry}/{page}",
    "nothing": lambda entry, _: entry,
}


@pytest.mark.parametrize("style", ENTRIES)
@pytest.mark.parametrize("head", ["目　录", "案例目录", "CONTENTS", ""])
def test_contents_lists_are_no_cases(tmp_path: Path, style: str, head: str) -> None:
    made = items(LABELS["案例 1："])
    listed = [
        ENTRIES[style](text, 3 * place)
        for place, (kind, text) in enumerate(made)
        if kind != "text"
    ]
    text = "\n".join([HEAD, *filter(None, [head]), *listed, *lines(made, 1000.0)])
    check(entries(tmp_path, "年报.txt", text))


def test_boxes_of_word_end_their_case(tmp_path: Path) -> None:
    file = docx.Document()
    file.add_heading(HEAD, 0)
    for number, title in enumerate(TITLES):
        if number % 2 == 0:
            file.add_heading(CHAPTERS[number // 2], 1)
        file.add_paragraph(prose(number + 50))
        cell = file.add_table(1, 1).cell(0, 0)
        cell.text = f"【案例{number + 1}】{title}"
        for step in (1, 2, 3):
            cell.add_paragraph(prose(3 * number + step))
    path = tmp_path / "年报.docx"
    file.save(str(path))
    source = Source(path.name, path, "d" * 64)
    found = split(repair(source, extract(source)))
    check(found)
    sections = [entry.text for entry in found if entry.kind is Kind.SECTION]
    assert sections == [f"{prose(n + 50)}\n{prose(n + 51)}" for n in (0, 2, 4)]


def test_boxes_of_a_plan_are_no_cases(tmp_path: Path) -> None:
    text = "\n".join(lines(items(LABELS["专栏 1 "]), 1000.0))
    found = entries(tmp_path, "规划.txt", f"{SCHOOL}“十四五”事业发展规划\n{text}")
    assert [str(entry.kind) for entry in found] == ["article"]
