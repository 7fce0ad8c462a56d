"""Policies apart from everything else that stands in 《》."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebase.annotate.policies.numbers import numbers
from casebase.entry import Policy

SCHOOL = "赤峰牧野职业学院"

# text → the policies in it
CITATIONS: dict[str, list[Policy]] = {
    "深入贯彻《国家职业教育改革实施方案》，": [Policy("国家职业教育改革实施方案")],
    "落实教育部《高等学校课程思政建设指导纲要》要求。": [
        Policy("高等学校课程思政建设指导纲要", None, "教育部")
    ],
    "中共中央办公厅、国务院办公厅印发《关于推动现代职业教育高质量发展的意见》，": [
        Policy(
            "关于推动现代职业教育高质量发展的意见", None, "中共中央办公厅、国务院办公厅"
        )
    ],
    "教育部等九部门印发《提质培优行动计划（2020—2023年）》（教职成〔2020〕7号）。": [
        Policy("提质培优行动计划（2020—2023年）", "教职成〔2020〕7号", "教育部")
    ],
    "根据《中华人民共和国高等教育法》《中华人民共和国职业教育法》，": [
        Policy("中华人民共和国高等教育法"),
        Policy("中华人民共和国职业教育法"),
    ],
    "严格执行《中国共产党普通高等学校基层组织工作条例》。": [
        Policy("中国共产党普通高等学校基层组织工作条例")
    ],
    "贯彻落实内蒙古自治区教育厅《关于加强思政课建设的实施意见》": [
        Policy("关于加强思政课建设的实施意见", None, "内蒙古自治区教育厅")
    ],
    "按照省教育厅《关于开展品牌创建的通知》（内教党函[2023] 12 号）部署": [
        Policy("关于开展品牌创建的通知", "内教党函〔2023〕12号", "省教育厅")
    ],
    # a school's own rule counts where its number is given
    "《中共赤峰牧野职业学院委员会关于支部建设的若干措施》（赤牧院党〔2022〕31号）": [
        Policy(
            "中共赤峰牧野职业学院委员会关于支部建设的若干措施",
            "赤牧院党〔2022〕31号",
            SCHOOL,
        )
    ],
    "《赤峰牧野职业学院支部考核办法》（赤牧院党字[2019]6号）同时废止。": [
        Policy("赤峰牧野职业学院支部考核办法", "赤牧院党字〔2019〕6号", SCHOOL)
    ],
    "依据内党办发〔2021〕3号文件精神，": [Policy(None, "内党办发〔2021〕3号")],
    "《普通高等学校学生管理规定》（教育部令第41号）施行以来，": [
        Policy("普通高等学校学生管理规定", "教育部令第41号")
    ],
    "依照中华人民共和国国务院令第240号，": [Policy(None, "国务院令第240号")],
    "依照教育部第 41 号令和主席令（第八十号），": [
        Policy(None, "教育部令第41号"),
        Policy(None, "主席令第八十号"),
    ],
    "原内党办发〔2011〕3号同时废止，": [Policy(None, "内党办发〔2011〕3号")],
    "对标《普通高等学校学生党支部工作标准》，": [
        Policy("普通高等学校学生党支部工作标准")
    ],
    "落实《中国教育现代化2035》《中华人民共和国民法典》，": [
        Policy("中国教育现代化2035"),
        Policy("中华人民共和国民法典"),
    ],
    "《中共中央关于加强党的政治建设的意见》印发后，": [
        Policy("中共中央关于加强党的政治建设的意见", None, "中共中央")
    ],
    "根据《关于修改《中华人民共和国教育法》的决定》，": [
        Policy("关于修改《中华人民共和国教育法》的决定")
    ],
    "落实《山东省“十四五”教 育发展规划（ 2021 - 2025 年）》": [
        Policy("山东省“十四五”教育发展规划（2021-2025年）")
    ],
}

OTHERS = [
    "学校出台《赤峰牧野职业学院师德考核办法》，",
    "学校修订《专业设置管理办法》，",
    "落实《中共赤峰牧野职业学院委员会关于支部建设的若干措施》，",
    "新编、修订《社会服务工作管理办法》等制度三项，",
    "与企业共同制定《校内实训项目实施方案》，",
    "修订完善《共同体章程》《章程》《资金管理办法》、《联络员工作规则》等，",
    "根据省教育厅要求，学院制定《党建工作要点》。",
    "与《规定》全面对接，落实《办法》和《实施方案》。",
    "被《中国教育报》《光明日报》报道。",
    "签订合同〔2023〕5号，立项课题〔2022〕17号",
    "排演《黄河大合唱》，拍摄微电影《草原上的课堂》。",
    "立项课题《支部建设路径研究》，论文《高职党建的方法》发表。",
    "开设《老年人智能手机应用》《太极拳》等课程，学习《资本论》。",
    "案例《以评价改革推进发展》入选，签订《校地共建协议书》。",
    "依据校党字〔2023〕5号，结合本系实际，",
    "《内蒙古大学学生管理规定》规定得很细，",
    "撰写《枢纽支部工作法》，推广《案例教学法》。",
    "编印《支部工作手册》，学习《习近平谈治国理政》。",
]


@pytest.mark.parametrize(("text", "expected"), CITATIONS.items())
def test_cited(text: str, expected: list[Policy], desk: Any) -> None:
    entry = desk.article(f"{SCHOOL}：牧区党旗红", text)
    assert entry.values("policies") == expected


@pytest.mark.parametrize("text", OTHERS)
def test_not_a_policy(text: str, desk: Any) -> None:
    entry = desk.article(f"{SCHOOL}：牧区党旗红", text)
    assert entry.values("policies") == []


def test_one_policy_named_in_many_ways_is_one_fact(desk: Any) -> None:
    entry = desk.article(
        "对标先进",
        "落实《自治区职业教育条例》。依据内政发〔2022〕8号，",
        "自治区《自治区职业教育条例》（内政发〔2022〕8 号）指出，",
    )
    (fact,) = [fact for fact in entry.facts if fact.name == "policies"]
    assert fact.value == Policy("自治区职业教育条例", "内政发〔2022〕8号")
    assert len(fact.evidence) == 3


def test_a_papers_own_number(desk: Any) -> None:
    title = "赤峰市教育局关于开展支部评议的通知"
    entry = desk.article(
        title, "赤教党发〔2024〕6号", "各直属学校党组织：", "现通知如下。"
    )
    assert Policy(title, "赤教党发〔2024〕6号", "赤峰市教育局") in entry.values(
        "policies"
    )


def test_a_number_in_the_line_of_issue(desk: Any) -> None:
    title = "职业院校品牌创建管理办法"
    entry = desk.article(
        title,
        "（浙江省职业院校党建联盟2023年3月20日印发 浙职党建联〔2023〕7号）",
        "第一条",
    )
    assert entry.values("policies") == [Policy(title, "浙职党建联〔2023〕7号")]


def test_a_schools_own_number_is_searchable(desk: Any) -> None:
    title = f"{SCHOOL}关于开展支部评议的通知"
    entry = desk.article(title, "赤牧院党字〔2024〕6号", "各党总支：")
    assert entry.values("policies") == [Policy(title, "赤牧院党字〔2024〕6号", SCHOOL)]


BRACKETS = ["〔〕", "[]", "［］", "（）", "()", "【】", "﹝﹞", "〈〉"]
SPACES = st.sampled_from(["", " ", "\u3000"])


@given(
    code=st.sampled_from(["鲁发", "国办发", "教职成厅函", "党委"]),
    year=st.integers(1980, 2035),
    number=st.integers(1, 99999),
    brackets=st.sampled_from(BRACKETS),
    spaces=st.tuples(SPACES, SPACES, SPACES, SPACES, SPACES),
    lead=st.sampled_from(["", "根据", "（", "《某某办法》（", "落实", "，"]),
)
def test_every_writing_of_a_number_has_one_form(
    code: str,
    year: int,
    number: int,
    brackets: str,
    spaces: tuple[str, ...],
    lead: str,
) -> None:
    first, second, third, fourth, fifth = spaces
    written = (
        f"{code}{first}{brackets[0]}{second}{year}{third}{brackets[1]}"
        f"{fourth}{number}{fifth}号"
    )
    (found,) = numbers(f"{lead}{written}文件")
    assert found.normal == f"{code}〔{year}〕{number}号"
    assert f"{lead}{written}文件"[found.start : found.end] == written
