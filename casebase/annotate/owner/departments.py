"""Which parts of the owner act: its branches, and units that win something.

A branch is named by where it is (机电工程系教工党支部) or by its number
(学生第二党支部); 教师党支部 alone is any. Branches of companies, villages and other
schools are not its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from casebase.annotate.owner.names import mentions
from casebase.entry import Entry, Evidence
from casebase.lexicon import Lexicon

_BRANCH = re.compile("(?:党总支部?|党支部|分党委)(?![工建])")
# A unit that wins or does something.
_UNIT = re.compile(
    "[学书系务生事研财勤卫图](?:(?<=[学书])院|(?<=系)|(?<=[务生事研财勤卫])处"
    "|(?<=学)工部|(?<=图)书馆)"
    "(?=成功|荣获|获评|获批|获得|入选|被评为|被授予|先后获|“[^”]{2,12}”[^，。]{0,6}获"
    "|开设|打造|牵头|承办|推出|举办|开展|创办|组织开展|探索|(?<=书院)[以为])"
)
_UNIT_NAME = re.compile(
    "(?:学校|我校|学院(?=.))?(?P<name>[\u4e00-\u9fff]{2,12}(?:学院|书院|系)"
    "|(?:教务|学生|人事|科研|财务|后勤|保卫)处|学工部|图书馆)"
)
_CLAUSE = "。；，！？\n"
_TO_SIGN = re.compile("(?s:.*)[^\u4e00-\u9fff]")
_REACH = 24  # characters before 党支部 in which its name begins
_BEFORE = 80  # characters before a name in which another school is looked for
# Words that end what stands before a name.
_CUT = re.compile(
    "或者?|[由在以为是某的把将被让从向对到于等按给使且并了如请]|经(?=各|审|校)|约谈|相关|有关|组建|落实|听取|实现|邻校"
    "|力争|争取|确保|保证|兄弟院校|联合(?!党)|携手|带领|依托|设立|成立|获评|入选|作为|组织(?!部)|指导|支持|推动|打造"
    "|全国|全省|全市|其中|选树|命名|授予|推荐|培育|创建|评选|面向|通过|来自|所在|负责|加入|建立"
    "|建成|同意|批准|走访|以及|包括|探索|坚持|发挥|实施|开展|举办|召开|时任|现任|担任|学校|我校"
    "|我院|该校|本校|全校|全院|现有|拥有|设有|下设|共有|近日|日前|目前|今年|去年|当年|年度|专业的"
    "|副?书记|主任|院长|同志|老师|获得|荣获|获批|支部|总支|党委|党建|品牌|案例|首批|批|—|做法|经验"
)
_AND = re.compile("[与和及暨]")
_UNIT_ENDS = (
    "学院|书院|系(?![统列])|部|处|馆|中心|专业|教研室|研究[所院]|公寓|科|办公室|基地|学部"
    "|幼儿园"
)
_JOINED = re.compile(f"[\u4e00-\u9fff]{{2,8}}?(?:{_UNIT_ENDS})")
_WHOLE = re.compile(
    f"(?:{_UNIT_ENDS}|支部|总支|公司|集团|社区|街道|学校|企业|村|镇|局)$"
)
_WHERE = re.compile(
    f"(?P<core>[\u4e00-\u9fff]{{2,14}}?)(?:{_UNIT_ENDS})[\u4e00-\u9fff]{{0,9}}"
)
_BARE = re.compile(
    "(?:[各个所该本院校系部建名全某]|新[设建]|撤销|全体|基层|二级|每个|教师|教工|教职工|学生"
    "|师生|党员|在职|离退休|退休|农村|企业|社区|先进|样板|优秀|高校|院校|联合|直属|功能型|临时"
    "|院系|专业|两个|多个|所有|双创|双带头人|标杆|学院|系部|项目|产业链|非公|全面|机关企事业单位"
    "|一线|产业|中小学|国有|标准化|书记|示范|特色|五?星级|五星|最[强美佳优]|过硬|坚强|高职|主题|职业教育|一次|红旗|系统"
    "|国资|[省市县区校院]级|国家级|做)*"
)
# What else begins as any branch does: 学生处, 教师工作部.
_OFFICE = re.compile("(?:学生|教师|教务|离退休)(?:工作)?[处部科]")
_SHORT_COLLEGE = re.compile("[茶商医法药文理工农林艺体美机]学?院[\u4e00-\u9fff]{0,4}")
_RETIRED = re.compile("离?退休(?:教工|教师|职工|干部|老干部)?")
_ANY_CORE = frozenset({"教学", "业务", "职能"})  # 教学部党支部 is any
_LED_BY = ("学校", "我校", "支部和", "总支和", "支部与", "总支与")
_NUMBERED = re.compile("第[一二三四五六七八九十]")
_SHORT = re.compile("[\u4e00-\u9fff]{2,6}")
# Fields and services after which branches are called; 建强基层党支部 names none.
_FIELDS = re.compile(
    "(?:机关|后勤|行政|党政|教辅|教学|教育|教务|基建|保卫|人事|财务|科研|招生|就业|学工|学生工作|宣传"
    "|离退休|继续|实训|公共|基础|人文|思政|马院|文法|法律|公安|消防|机电|机械|机车|汽车|电子|电气|电力"
    "|信息|通信|软件|计算机|网络|物联网|大数据|人工智能|智能|制造|数控|模具|材料|冶金|能源|动力|化工|轻工"
    "|纺织|服装|建筑|土木|建工|水利|测绘|地质|环境|生物|食品|农学|农业|园艺|园林|林业|林学|畜牧|动科|水产"
    "|茶学|护理|医学|药学|康复|口腔|助产|财经|财会|会计|金融|经济|经贸|经管|管理|工商|商贸|商务|商学|国贸"
    "|营销|电商|物流|旅游|酒店|烹饪|外语|中文|艺术|音乐|美术|舞蹈|设计|传媒|影视|动漫|播音|体育|军体|师范"
    "|学前|幼教|理科|文科|数学|航海|轮机|海事|船舶|交通|铁道|铁路|轨道|航空|民航|路桥|道桥|应急|安全"
    "|与|和|科学|技术|工程|服务|系统)+(?:教师|学生|教职?工|师生)?"
)
_FOREIGN = re.compile(
    "公司|集团|企业|村|社区|幼儿园|[东西南北]站|车站|街道|镇|乡|局|厅|县|银行|医院|厂|小学|中学|合作社|协会|大学"
    "|机关事业|车间|商会|部队|检察院|法院|供电|政府|园区|开发区|(?<!采)矿(?!工|山|物|加|业工)"
)
_FOREIGN_UNIT = re.compile("产业|乡村振兴|企业|职业|兄弟|二级|各|培训|体系|关系|联系")
_STARTS_CLAUSE = re.compile("[。；，、！？\n：“（(— ]$|^$")


def departments(
    entry: Entry, school: str | None, aliases: Sequence[str], lexicon: Lexicon
) -> Iterator[tuple[str, Evidence]]:
    """The parts of `school` that the entry's title and text show acting.

    Args:
        entry: What is read.
        school: The owner; nothing is found without one.
        aliases: The owner's short names.
        lexicon: What tells other schools from the owner.
    """
    if school is None:
        return
    own = tuple(sorted({school, *aliases}, key=len, reverse=True))
    for place, text in (("title", entry.title), ("text", entry.text)):
        for start, end in _spans(text, own, lexicon):
            name = text[start:end]
            yield name, Evidence(place, start, end, name, "department.branch")
        for start, end in _units(text, own, lexicon):
            name = text[start:end]
            yield name, Evidence(place, start, end, name, "department.subject")


def _units(
    text: str, own: Sequence[str], lexicon: Lexicon
) -> Iterator[tuple[int, int]]:
    """The units with which a clause begins that tells what they won or did."""
    for match in _UNIT.finditer(text):
        low = max(0, match.end() - _REACH)
        begin = max(low, *(text.rfind(sign, low, match.end()) + 1 for sign in _CLAUSE))
        named = _UNIT_NAME.fullmatch(text, begin, match.end())
        if named is None or (low and begin == low):
            continue
        name = named["name"]
        if not lexicon.place_at(name, 0) and _is_unit(name, own):
            yield named.span("name")


def _is_unit(name: str, own: Sequence[str]) -> bool:
    generic = (
        _CUT.search(name)
        or _AND.match(name)
        or _BARE.fullmatch(name)
        or _FOREIGN_UNIT.search(name)
    )
    return not generic and not any(name in full or full in name for full in own)


def _spans(
    text: str, own: Sequence[str], lexicon: Lexicon
) -> Iterator[tuple[int, int]]:
    for match in _BRANCH.finditer(text):
        start = _begin(text, match.start(), own)
        stem = text[start : match.start()]
        led = _STARTS_CLAUSE.search(text, max(0, start - 1), start) is not None
        led = led or text.endswith((*own, *_LED_BY), 0, start)
        its = stem.startswith("其") or text.startswith("其", max(0, start - 1), start)
        if its or not _is_named(stem, led=led):
            continue
        if not _is_of_others(text, start, match.start(), own, lexicon):
            yield start, match.end()


def _is_of_others(
    text: str, start: int, end: int, own: Sequence[str], lexicon: Lexicon
) -> bool:
    """Whether another school is named in the words or right before them."""
    low = max(0, start - _BEFORE)
    low = max(low, text.rfind("\n", low, start) + 1)
    near = text[low:end]
    return any(
        mention.name not in own and mention.end >= start - low
        for mention in mentions(near, lexicon)
    )


def _begin(text: str, end: int, own: Sequence[str]) -> int:
    """Where the name begins that ends at `end`."""
    low = max(0, end - _REACH)
    sign = _TO_SIGN.match(text, low, end)
    start = sign.end() if sign else low
    window = text[start:end]
    cut = max((match.end() for match in _CUT.finditer(window)), default=0)
    for name in own:
        at = window.rfind(name)
        cut = max(cut, at + len(name) if at >= 0 else 0)
    for match in _AND.finditer(window, cut):
        left, right = window[cut : match.start()], window[match.end() :]
        if not (_SHORT.fullmatch(left) and _JOINED.match(right)) or _WHOLE.search(left):
            cut = match.end()
    return start + cut


def _is_named(stem: str, *, led: bool) -> bool:
    """Whether `stem` says which branch it is."""
    if _OFFICE.fullmatch(stem) or (led and _RETIRED.fullmatch(stem)):
        return True
    if _BARE.fullmatch(stem) or _FOREIGN.search(stem):
        return False
    if _SHORT_COLLEGE.fullmatch(stem):
        return True
    where = _WHERE.fullmatch(stem)
    if where and not (_BARE.fullmatch(where["core"]) or where["core"] in _ANY_CORE):
        return True
    if _NUMBERED.search(stem):
        return True
    return led and _FIELDS.fullmatch(stem) is not None
