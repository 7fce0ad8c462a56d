"""Invented documents of other kinds, from lines to entries."""

from __future__ import annotations

from casebase.entry import Entry, Kind
from casebase.split import split
from tests.repair.setting import PROSE, lines_of, repaired


def entries(text: str) -> tuple[Entry, ...]:
    return split(repaired(lines_of(text)))


RULES = """
雁栖职业技术学院党费管理办法
（2021年3月5日学院党委会通过　2023年6月1日修订）
第一章
总　则
第一条　为了规范党费管理，制定本办法。
第二条　本办法适用于学院各级党组织和全体党员。
第二章
收缴与使用
第三条
党员应当按月交纳党费。
依照第二条规定适用本办法的党员，按照本条规定执行。
第四条　党费用于下列事项：
（一）培训党员；
（二）订阅报刊。
第四条之一　支部可以留存党费的一半。
第三条规定的党费，由支部代收。
第五条　违反第三条、第四条规定的，由纪委处理。
第三章　附　则
第六条　本办法自印发之日起施行，第三条规定的事项从其规定。
"""


def test_rules_in_another_layout() -> None:
    (rules,) = entries(RULES)
    assert (rules.kind, rules.title) == (Kind.POLICY, "雁栖职业技术学院党费管理办法")
    assert [p.anchor for p in rules.paragraphs if p.anchor] == [
        *("第一条", "第二条", "第三条", "第四条", "第四条之一", "第五条", "第六条")
    ]
    headings = [p.text for p in rules.paragraphs if p.role == "heading"]
    assert headings == ["第一章 总　则", "第二章 收缴与使用", "第三章　附　则"]


def test_a_notice_with_a_red_head_and_enclosures() -> None:
    (notice,) = entries(
        f"""
中共雁栖职业技术学院委员会文件
雁院党发〔2024〕3号
★
关于开展支部品牌创建工作的通知
各党总支、直属党支部：
{PROSE[0]}
一、申报条件
{PROSE[1]}
附件：1．品牌申报书
　　　2．走访记录表
中共雁栖职业技术学院委员会
2024年2月28日
"""
    )
    assert notice.title == "关于开展支部品牌创建工作的通知"
    headings = [p.text for p in notice.paragraphs if p.role == "heading"]
    assert headings == ["一、申报条件"]
    assert "★" not in notice.text


def test_items_of_a_bulletin_stand_below_its_columns() -> None:
    found = entries(
        f"""
党建工作简报
2024年第7期
本期要目
◆学院举行品牌春季走访
◆联合党支部开“换题会”
◆短讯两则

【重点工作】

学院举行品牌春季走访

{PROSE[0]}

【产教融合】

联合党支部开“换题会”

{PROSE[1]}

【短讯】

●4月3日，某学院在烈士陵园开展现场教学，二百余名师生参加。

●4月10日，学校纪委举办廉洁建设专题培训，现场签订廉洁承诺书。

报：上级党组织
（共印120份）
"""
    )
    items = [entry for entry in found if entry.kind is Kind.ITEM]
    assert [(item.title, item.path) for item in items] == [
        ("学院举行品牌春季走访", ("【重点工作】",)),
        ("联合党支部开“换题会”", ("【产教融合】",)),
        ("短讯", ()),
    ]
    assert items[0].text == PROSE[0]
    notes = [p.text for p in items[2].paragraphs if p.role == "note"]
    assert notes == ["报：上级党组织", "（共印120份）"]
