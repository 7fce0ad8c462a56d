from __future__ import annotations

from collections.abc import Callable

import pytest

from casebase.text.naming import (
    is_address,
    is_affiliation,
    is_credit,
    is_date,
    is_document_number,
    is_names,
    is_note,
    is_organisation,
    is_signature,
)

TABLE: list[tuple[Callable[[str], bool], list[str], list[str]]] = [
    (
        is_names,
        ["张宁", "李国强 兰天键", "梁知远，贺兰舟", "罗兴武 孙 萌 刘 洋"],
        [
            "党建铸魂",
            "成效",
            "方法",
            "强基固本 匠心筑梦",
            "张宁说过",
            "结 语",
            "广难题",
        ],
    ),
    (
        is_date,
        ["2024年6月18日", "2025年6月17日 星期二", "二〇二四年一月", "2024-06-18"],
        ["2024年工作要点", "6月18日", "20240618"],
    ),
    (
        is_credit,
        [
            "责任编辑：王芳",
            "本报记者 李明 通讯员 王兰",
            "图片由某学院提供",
            "作者：李明",
        ],
        ["记者站成立十周年", "图书馆建设", "来源广泛"],
    ),
    (
        is_note,
        ["【作者简介】李明（1980-），教授。", "基金项目：某课题", "注：数据截至年底"],
        ["注重实效", "作者简介里没有写"],
    ),
    (
        is_document_number,
        ["雁职院党〔2024〕7号", "国办发[2020]50号", "鲁发（2022）19 号"],
        ["2024年第7号文件的通知", "关于印发〔2024〕7号文件的通知"],
    ),
    (
        is_organisation,
        ["雁栖职业技术学院", "中共某某学院委员会", "护理学院学生党支部"],
        ["雁栖职业技术学院党建工作", "学院，中国"],
    ),
    (
        is_signature,
        ["雁栖职业技术学院党委办公室　2024年3月1日"],
        ["2024年3月1日", "雁栖职业技术学院"],
    ),
    (
        is_affiliation,
        ["（雁栖职业技术学院，河北 保定 071000）", "某职业学院，中国·辽宁 鞍山 114020"],
        ["产业学院里的共同体：同上一张表，同解一道题", "雁栖职业技术学院"],
    ),
    (
        is_address,
        ["各党总支、各部门：", "同志们："],
        ["各党总支要高度重视。", "主要做法："],
    ),
]


@pytest.mark.parametrize(
    ("test", "text", "wanted"),
    [
        (test, text, wanted)
        for test, yes, no in TABLE
        for texts, wanted in ((yes, True), (no, False))
        for text in texts
    ],
)
def test_what_a_short_line_is(
    test: Callable[[str], bool],
    text: str,
    wanted: bool,  # noqa: FBT001 - a column of the table
) -> None:
    assert test(text) is wanted
