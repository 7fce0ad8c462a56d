"""Units and measure words, and the words that merely begin like one."""

from __future__ import annotations

import re

_UNITS = (
    "平方公里", "平方千米", "平方米", "立方米", "个百分点", "百分点", "千瓦时",
    "千瓦", "毫安时", "人次", "门次", "课次", "班次", "台次", "场次", "人天", "人日",
    "课时", "学时", "工时", "学分", "个小时", "个学时", "个课时", "个学分", "平米",
    "厘米", "毫米", "小时", "分钟", "个月", "公里", "千米", "公斤", "千克", "公顷",
    "美元", "欧元", "港元", "元", "人", "名", "位", "户", "个", "项", "门", "本",
    "部", "篇", "场", "次", "期", "所", "家", "支", "件", "套", "台", "间", "处",
    "座", "亩", "吨", "斤", "份", "册", "种", "批", "条", "幅", "张", "株", "头",
    "只", "辆", "架", "枚", "块", "顶", "类", "对", "组", "字", "米", "㎡", "天",
    "节", "倍", "笔", "款", "例", "起", "栋", "幢", "艘", "盏", "封", "句", "岁",
    "分", "轮", "讲", "堂", "集", "辑", "页", "趟", "棵", "颗", "首", "%", "％", "‰",
)  # fmt: skip
UNIT = "|".join(map(re.escape, sorted(_UNITS, key=len, reverse=True)))
# What stands right after the digits of a number with a unit: 3个, 三千瓦, 二百分点.
UNIT_SIGNS = "".join(
    sorted({unit[0] for unit in _UNITS} | {it[1] for it in _UNITS if it[0] in "百千"})
)
# 3名校, 5人制, 2部委: another word begins with what looks like the unit.
_NOT_BEFORE = {
    "名": "校(?!领导|长|友|企)|师工|牌|优(?!秀)|单|录|企(?!业)|家|额|次|人",
    "人": "制|才|工智能|民|均|员(?=构)",
    "部": "委|门|队|分|署|级",
    "期": "间|刊|末|限|望",
    "个": "体|性|人(?!次)|案|别",
    "家": "长|庭|乡|国|校|政|访|教",
    "对": "[一于比接口照外内标策象话手等应]",
    "项": "目(?:式|化)",
    "次": "会议|课程|日|年|数|序|要|生",
    "组": "织|长|成|建|合",
    "类": "型|似|别",
    "条": "例|款|件",
    "本": "科|校|土|地|市|省|年|次|职|级|部",
    "所": "有|在|以|谓|需|属|学|长|得|示",
    "座": "谈|右|机",
    "位": "于|置|列|居(?!民)|次",
    "张": "力|贴",
    "元": "素|旦|宵|年",
    "米": "粉",
    "台": "账|风|湾|阶|胞|人",
    "件": "套",
    "门": "户|类|槛|店|口|诊",
    "场": "地|所|景|馆|域|次",
    "支": "部(?:书记|委)|付|持|撑|教|委|出|农|边",
    "间": "接|隔|断",
    "字": "母|样|体|眼",
    "种": "植|质|子|业|养|族",
    "批": "次|准|复|评|改|量",
    "份": "额|量",
    "头": "衔|脑|雁",
    "处": "长|分|理|级|于|室",
    "户": "外|籍|口",
    "块": "链",
    "天": "津|然|下|地|空|府|河|赋|性|使",
    "节": "日|点|能|约|假|课堂|气",
    "笔": "记|试|者|译",
    "款": "式|待|项",
    "例": "会|如|外|行|举",
    "起": "来|步|点|草|源|到|[，,、。]|施|执|实|至|开",
    "封": "面|信|闭",
    "句": "子|型",
    "轮": "岗|训|换|流|胎|船|值",
    "倍": "增|数",
    "分": "(?![，。；、）)]|$|的好?成绩|夺|获|居|位列|提[升高]|上升|增)",
    "只": "[有是要能需为]",
    "架": "构|空",
    "讲": "座|师|解|述|话|台|堂|坛|习|好|清|授|究|学|练",
    "集": "中|体|团|成|合|结|聚|群|训|市|约|资|散|萃|装|镇|锦|思",
    "首": "届|批|先|个|次|要|位|席|都|创|家|次|端|秀|府|付|发|长|领|脑|推",
    "页": "面|码|岩",
    "册": "子",
    "顶": "岗|层|尖",
}
_CLASHES = {unit: re.compile(clash) for unit, clash in _NOT_BEFORE.items()}
_PLAIN = {
    "％": "%", "㎡": "平方米", "千米": "公里", "千克": "公斤", "个小时": "小时",
    "百分点": "个百分点", "个学时": "学时", "个课时": "课时", "个学分": "学分",
    "平米": "平方米", "平方千米": "平方公里",
}  # fmt: skip

PERSONS = frozenset({"人", "名", "位"})
MONEY = frozenset({"元", "美元", "欧元", "港元"})
SHARES = frozenset({"%", "‰", "个百分点", "倍"})
# What is measured rather than counted is named before its figure.
MEASURED = MONEY | SHARES | {
    "平方米", "平方公里", "立方米", "亩", "公顷", "公里", "吨", "公斤", "小时",
    "学时", "课时", "工时", "分钟", "厘米", "毫米", "学分", "字", "米", "斤", "人天",
    "人日", "人次", "人", "天", "岁", "分", "千瓦", "千瓦时", "个月",
}  # fmt: skip
# Of these even a few are a figure (四名校领导); 三个机制 and 两项任务 announce a list.
FEW = frozenset({"名", "家", "所", "门", "本", "部", "篇", "台", "户"})


def plain_unit(unit: str) -> str:
    """The unit by the name it goes by."""
    return _PLAIN.get(unit, unit)


def clashes(unit: str, text: str, end: int) -> bool:
    """Whether the word that begins with `unit`, which ends at `end`, is another."""
    clash = _CLASHES.get(unit)
    return clash is not None and clash.match(text, end) is not None


def alike(one: str, other: str) -> bool:
    """Whether figures of the two units may count the same things."""
    return one == other or any(
        one in kind and other in kind for kind in (PERSONS, SHARES)
    )
