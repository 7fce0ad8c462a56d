"""Short lines that are no text: names of people, dates, signatures, credits.

They stand around the headline and at the end of an article, and must be taken neither
for headings nor for the title.
"""

from __future__ import annotations

import re

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏"
    "吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱"
    "严覃武戴莫孔向汤兰靳卓葛欧安岳祁柴焦牛鲁温康庞施樊殷翟倪耿洪柳齐聂章庄季詹关凌鲍管祝左甘裴霍"
    "成闻简佟容卜尤伍阮纪舒屈项梅盛童路游辛涂邢柯包申缪窦符单桂蒲鞠冉晏尚农宁苗冀谷丛景车房喻娄"
    "饶解古银邬查隋宗仇池巫厉慕郁桑褚戚计卞应诸荀封芮羿储井巴乌牧山车侯宓蓬全班仰秋仲伊宫栾"
    "苟滕雍居步边杭慎郗郤贡谈茅虞卫钮麻强支司韶郜薄印宿怀从索咸籍赖屠蒙乔阴胥能苍双莘党贡劳逄姬扶堵"
    "冉宰郦却璩濮寿通扈燕郏浦农别晏瞿阎充茹习宦艾鱼容慎古易廖庾终暨衡步都满弘匡国文寇广禄阙东"
)
_COMMON = _SURNAMES[:180]
# Further ones, which only what stands before them shows to be names.
_RARE = (
    "费颜岑俞柏常乐时皮元明臧伏米贝席骆甄曲家暴戎祖束幸蓟邰鄂蔺连戈殳沃利蔚越夔隆师巩厍晁勾敖融冷"
    "訾阚那空毋沙养须丰巢蒯相后荆红竺权逯盖益桓公谌揭占楚候盘闵"
)
_NO_NAME = (
    "成效|经验|方法|任务|高校|方案|时间|江苏|安徽|云南|湖南|湖北|河南|河北|海南|山东|山西|江西|广东|广西|陕西|党建|党委|党员"
    "|文化|文件|文明|国家|国际|广泛|全国|全省|全市|全面|全校|安全|管理|项目|计划|应用|强基|通知|通报|支部|支持|能力|双高"
    "|路径|成果|宣传|关于|关键词|关键|方向|目标|简介|简报|简讯|高职|专业|农业|宁夏|武汉|杭州|温州|金华|康复|包容|单位|章程"
)
_NAME = rf"(?!(?:{_NO_NAME}))[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}"
_LONE_NAME = re.compile(
    rf"(?!(?:{_NO_NAME}))[{_COMMON}][\u4e00-\u9fff]{{1,2}}[\d*]{{0,2}}"
    rf"|[{_COMMON}][\s\u3000]+[\u4e00-\u9fff]"
)
_ANNOUNCED = re.compile(
    rf"(?!(?:{_NO_NAME}))[{_SURNAMES}{_RARE}][\u4e00-\u9fff]{{1,2}}"
)
_NAMES = re.compile(
    rf"(?:{_NAME}|[{_SURNAMES}]\s[\u4e00-\u9fff])[\d*,，]{{0,3}}"
    rf"(?:[\s\u3000、,，;；]+(?:{_NAME}|[{_SURNAMES}]\s[\u4e00-\u9fff])[\d*,，]{{0,3}}){{0,7}}"
)
_ROLES = (
    "作者|记者|本报记者|通讯员|本报通讯员|特约记者|编辑|责编|责任编辑|撰稿|撰文|摄影|供稿|"
    "来源|文章来源|稿件来源|"
    "审核|初审|复审|终审|校对|主编|美编|排版|策划|设计|发布时间|发布日期|时间|日期|浏览次数|点击数|阅读|图/文|文/图|图文"
)
_CREDIT = re.compile(
    rf"[（(【\[□■◎]*\s*(?:(?:{_ROLES})\s*[：:/／丨|]|(?:本报|特约)?(?:记者|通讯员)\s|"
    r"(?:图片|照片|供图|图)\s*(?:由|均由|/|：|:)|作者单位|作者系|（作者)"
    r"|(?:[报送发]|主[报送]|抄[报送]|分送)\s*[：:]|[（(]?共印\s*\d+\s*份"
)
_NOTE = re.compile(
    r"[【\[（(]?\s*(?:课题项目|基金项目|项目基金|作者简介|作者单位|通讯作者|第一作者|收稿日期|修回日期|"
    r"基金|资助项目|中图分类号|文献标识码|文章编号|DOI|doi|引用格式|注释|备注|注)\s*[】\]）)：:]"
)
_DATE = re.compile(
    r"[（(]?\s*(?:[0-9０-９]{4}|[〇零○Ｏ一二三四五六七八九]{4})\s*[-年./]\s*[0-9０-９一二三四五六七八九十]{1,3}"
    r"\s*(?:[-月./]\s*(?:[0-9０-９一二三四五六七八九十]{1,3}\s*日?)?)?"
    r"(?:\s*(?:星期|周)[一二三四五六日天])?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?\s*[）)]?"
)
_ADOPTION = re.compile(
    r"[（(]?\s*(?:19|20)[0-9]{2}\s*年\s*[0-9]{1,2}\s*月(?:\s*[0-9]{1,2}\s*日)?[^。]*"
    r"(?:通过|修[订正]|公布|发布|施行|印发|批准)\s*[）)]?"
)
_DOCUMENT_NUMBER = re.compile(
    r"[\u4e00-\u9fff]{1,12}\s*[〔\[（(【]\s*(?:19|20)[0-9]{2}\s*[〕\]）)】]"
    r"\s*第?\s*[0-9]{1,4}\s*号(?:\s.{0,16})?"
)
_ORGANISATION = re.compile(
    r"[\u4e00-\u9fff（）()·“”]{2,24}(?:大学|学院|学校|专科学校|中专|技校|职教中心|委员会|党委|党总支|党支部|办公室|"
    r"教育厅|教育局|教育部|人民政府|政府|组织部|宣传部|统战部|集团|有限公司|公司|研究院|研究会|学会|协会|工会|团委|处|部|局|厅)"
)
_ADDRESS_LINE = re.compile(r"(?:各|尊敬的|同志们|全体).{0,60}[：:]")
_ADDRESS = re.compile(
    r"\d{6}|[，,·]\s*[\u4e00-\u9fff]{2,4}(?:省|市)?[\s\u3000]+[\u4e00-\u9fff]{2,4}"
)
_PLACE_OF_WORK = re.compile(r"大学|学院|学校|研究|中心|公司|党校|医院")


def is_names(text: str) -> bool:
    """Whether the line is nothing but names of people: 李国强 兰天键.

    A line of two or three characters is a name when it begins with a common surname;
    of several, the surnames may be rare.
    """
    words = text.strip()
    several = re.search(r"\S\S[\s\u3000、,，;；]+\S", words) is not None
    return bool((_NAMES if several else _LONE_NAME).fullmatch(words))


def may_be_name(text: str) -> bool:
    """Whether it may be the name of the one whom a word before it announces: 书记."""
    return _ANNOUNCED.fullmatch(text) is not None


def is_address(text: str) -> bool:
    """Whether the line says to whom a document goes: 各党总支、各部门：."""
    return _ADDRESS_LINE.fullmatch(text.strip()) is not None


def is_column(text: str) -> bool:
    """Whether it is the name of a bulletin's column: 【重点工作】."""
    return re.fullmatch(r"【[^】]{2,10}】", text.strip()) is not None


def is_date(text: str) -> bool:
    """Whether the line is nothing but a date."""
    return _DATE.fullmatch(text.strip()) is not None


def is_credit(text: str) -> bool:
    """Whether the line says who wrote, drew, edited or supplied: 责编：…, 图片由…."""
    return _CREDIT.match(text.strip()) is not None


def is_note(text: str) -> bool:
    """Whether it is a note on the article: 【作者简介】…, 基金项目：…."""
    return _NOTE.match(text.strip()) is not None


def is_adoption(text: str) -> bool:
    """Whether the line says when a ruling text was passed or amended."""
    return _ADOPTION.fullmatch(text.strip()) is not None


def is_document_number(text: str) -> bool:
    """Whether the line is nothing but an official document's number."""
    return _DOCUMENT_NUMBER.fullmatch(text.strip()) is not None


def is_organisation(text: str) -> bool:
    """Whether the line is nothing but the name of a school, office or the like."""
    return _ORGANISATION.fullmatch(text.strip()) is not None


def is_signature(text: str) -> bool:
    """Whether the line is an office and a date: 某某学院党委办公室　2024年3月1日."""
    parts = re.split(r"[\s\u3000]+", text.strip(), maxsplit=1)
    return len(parts) > 1 and is_organisation(parts[0]) and is_date(parts[1])


def is_affiliation(text: str) -> bool:
    """Whether the line is where authors work: （某某学院，山东 聊城 252000）."""
    bracketed = text.startswith(("（", "(")) and text.endswith(("）", ")"))
    named = _PLACE_OF_WORK.search(text)
    return bool(named and (_ADDRESS.search(text) or bracketed))
