"""Whose an honour is: the subject of its clause, or who its sentence speaks of."""

from __future__ import annotations

import re

from casebase.text.naming import is_names

_BRANCHES = "党支部|支部|党总支|总支|党委|党组织|党小组|团委|团支部|团总支|工会|妇联"
_BODIES = (
    "学院|大学|学校|院|系|部|处|中心|团队|工作室|队|团|协会|社|社团|学会|班|班级|年级|书院|基地|集团|公司"
    "|企业|镇|乡|村|街道|社区|县|区|馆|群|联盟|联合体|共同体|组|会|室|站|宿舍|医院|厂|园|局|合作社|支队|教研室|一中|小学|中学"
)
_PEOPLE = "教师|老师|同学|同志|学生|党员|书记|师生|辅导员|教授|选手|毕业生|员|人|大学生|教职工|者|学子|干部|成员"
_WORKS = (
    "项目|案例|课程|品牌|作品|论文|教材|做法|成果|教学|专业|栏目|平台|社区|微电影|报告|课题|工作法|模式|文章|课|机制"
    "|故事|剧|歌曲|视频|片|宣讲|党课|服务|活动|设计|经验|工程|计划|标准|资源|资源库|方案|[》”]"
)
_OWN = re.compile(
    "(?:学校|我校|我院|学院|本校|全校|该校|该院|校|院|我们|学校党委|校党委|学院党委|党委)(?:先后)?"
)
_OWN_LEAD = re.compile("^(?:学校|我校|我院|该校|本校|学院)的?(?=[^，]{2,})(?!党委$)")
_SOMEBODY = re.compile(f"(?:{_BRANCHES}|{_BODIES}|{_PEOPLE}|{_WORKS})$")
_SOMEBODY_REAL = re.compile(f"(?:{_BRANCHES}|{_BODIES}|{_PEOPLE})$")
_VAGUE = re.compile(
    "项目|案例|作品|课程|做法|成果|品牌|论文|经验|活动|服务|报告|模式|文章|人|者|员|组"
)
_ACTING = (
    "挖掘|激发|发挥|调整|优化|统筹|贯彻|充分|全面|进一步|切实|着力|大力|持续|科学调|她|他|带着|初入|进入|来到|设立|写入|组建|优选|鼓励|形塑|联合(?!会|体|党)|入选|服务(?!队|团|中心|站|社|组织|项目|总队|专业|岗|品牌|工作室|”)|连续|深化|强化|搭建|新增|拓展|整合|"
    "打造|开展|坚持|推进|构建|成立|建立|拍摄|围绕|立足|依托|积极|深入|实施|形成|牵头|荣|获|被|评|带领|创新了|聚焦|探索|推动"
    "|建成|参加|参与|组织(?!部|员|$)|指导|撰写|编写|制作|完成|承担|申报|培育(?!项目)|培养|为|将|把|是|有(?!限)|在|从|向|举办|承办|主办|协办|出台|制定|取得|不断|涌现|结合|凭|提升|加强|共建"
)
_VERBISH = re.compile(_ACTING)
_TOPIC = re.compile(
    f"(?P<who>(?:(?!{_ACTING}|获|打造)[\u4e00-\u9fff0-9A-Za-z“”《》（） ]){{0,24}}"
    f"(?:{_BRANCHES}|学院|大学|学校|系|部|处|中心|团队|工作室|队|团|协会|社团|集团|公司|镇|乡|村|街道|社区|班|企业|医院|学会|联盟|联合体|支队|合作社|工厂))"
    f"(?={_ACTING}|以|通过|由|，|始终|全面|高度|注重|强化|大力|主动|紧紧|先后|充分|切实|已|现|共|曾|于|20)"
)
_WORK_TOPIC = re.compile(
    "(?P<who>[^，。；]{0,24}(?:案例|项目|课程|作品|品牌|教材|论文|成果|工作法|微课|微党课|[》”]))"
    "(?=成功|先后|顺利|分别|再次|20|入选|获|荣|被|评|于)"
)
_YEAR = r"(?:(?:19|20)[0-9]{2}|[0-9]{2})\s?(?:年度|学年|年)(?:\s?[0-9]{1,2}\s?月份?(?:\s?[0-9]{1,2}\s?日)?)?(?:底|末|初|以?来)?"
_NUMBERS = "[一二三四五六七八九十两0-9]{1,3}"
_LEAD = re.compile(
    rf"(?:\s|例如|如|其中|近年来|目前|同年|当年|今年以来|今年|去年|同时|此外|另外|还有|并|且|也|又|而|再|先后|连续|累计|最终|后来|随后"
    rf"|{_YEAR}|[0-9]{{1,2}}\s?月(?:\s?[0-9]{{1,2}}\s?日)?|近{_NUMBERS}年来?|{_NUMBERS}年来|[0-9一二三四五六七八九十]+是"
    r"|截至[^，]{0,10}|以来|日前|近日|据悉|如今|由|使|让|的|对口(?:帮扶|支援)的?|结对(?:帮扶|共建)?的?|表\s?[0-9]+|合作企业(?=.{4})"
    r"|共建单位(?=.{3})|帮扶的|与之|邻校|兄弟院校|前身|图\s?[0-9]+(?:[-－.][0-9]+)?|[（(][0-9一二三四五六七八九十]+[）)]|[0-9]+[.．、])+"
)
_TAIL = re.compile(
    r"(?:\s|先后|曾经?|(?:今|去|前|当|同)年|连续[^，]{0,5}|成功|顺利|再次|双双|一举|多次|累计|荣|还|也|均|都|又|已经?|被|共|同时|并|分别|正式|首次|光荣|一次性"
    rf"|(?:于|在)?{_YEAR}|[0-9]{{1,2}}\s?月|高分|高质量|圆满|全部|拟|喜|新|经[^，]{{0,16}}|以[^，]{{1,16}}(?:等次|成绩|分数|名次)|双)+$"
)
_ADJUNCT = re.compile(
    "(?:(?<![内存现所])在(?![校读职岗])|参加|代表|凭借?|(?<![国])被|由|(?<!得)以(?=[^，]{2,})|于(?=[^，]{2,})|经(?![济营贸])|申报的?$|从)[^，]*$"
)
_THIS = re.compile(
    "^(?:该(?:总支|系|院|处)(?=.{2})|该|这一?个?|此|本|其|上述|这支)(?=.{1,})"
)
_ROLE = re.compile(
    "(?:教师|老师|书记|辅导员|学生|同学|主任|院长|校长|教授|党员|成员|职工|员工|志愿者|学员|代表|骨干|副教授|选手|班主任|毕业生|同志|负责人|带头人|委员|队长|校友|工程师)"
    "(?P<name>[\u4e00-\u9fff]{2,3})(?:同志|老师|同学|教授)?$"
)
_PERSON = re.compile("(?P<name>[\u4e00-\u9fff]{2,4})(?:同志|老师|同学|教授|书记)?$")
_NO_PERSON = re.compile(
    f"(?:{_BODIES}|{_BRANCHES}|{_PEOPLE}|{_WORKS}|奖|年|度|中|上|下|时|后|前|来|次|地|得|其余)$|[是有在和与及了的第也均]"
)
_GROUP = re.compile(
    "(?:其中|另有?|还有|分别)?[0-9一二两三四五六七八九十多]+\\s?[个名位支项门余人]"
)
_ASIDE = re.compile("（[^（）]{0,40}）")
_HE = re.compile("^[^，]{0,8}[她他]们?(?:们|本人|先后|又|也|还|的|获|$)")
_LONGEST, _SHORTEST = 30, 2
_FAR = 5  # segments back


def holder_in(subject: str, school: str | None) -> str | None:
    """Whom the words name as holder; `school` for the owner; None for nobody."""
    words = _stripped(subject)
    if not words:
        return None
    if _OWN.fullmatch(words) or words == school:
        return school
    return _named(_after_possessor(words), school) or topic_in(words, school)


def topic_in(words: str, school: str | None) -> str | None:
    """Whom the words begin with, who then does something: 机电系党支部坚持…."""
    words = _stripped(words)
    topic = _TOPIC.match(words) or _WORK_TOPIC.match(words)
    return _named(topic["who"], school) if topic else None


def holder_of(part: str, school: str | None) -> tuple[str | None, bool]:
    """The holder that the part of the sentence before the verb names, nearest first.

    Second: whether anything there might name one, so that nobody else may be taken.
    """
    segments = re.split("[，,：:]", part)
    for place, segment in enumerate(reversed(segments[-_FAR:])):
        find = topic_in if place else holder_in
        found = find(segment, school)
        if place == 1 and not found and not _stripped(segments[-1]):
            found = _whole(segment, school)
        if found:
            return found, True
        if place == 0 and (_is_unknown(segment) or _HE.search(segment)):
            return None, True
    return None, False


def _whole(segment: str, school: str | None) -> str | None:
    """The body or the people that the segment names and nothing else: 小菇村党支部，也."""
    found = None if _VERBISH.match(_stripped(segment)) else holder_in(segment, school)
    return found if found and _SOMEBODY_REAL.search(found) else None


def is_vague(holder: str) -> bool:
    """Whether the word could mean anything: 项目."""
    return _VAGUE.fullmatch(holder) is not None


def several(holder: str) -> list[str]:
    """甲党支部、乙党支部 as two holders; one as it is."""
    names = re.split("、|和(?!谐)", holder)
    if len(names) > 1 and all(
        len(name) > _SHORTEST and _SOMEBODY.search(name) for name in names
    ):
        return names
    return [holder]


def is_group(holder: str) -> bool:
    """Whether it is a number of them without a name: 6个."""
    return _GROUP.fullmatch(holder.strip()) is not None


def _stripped(words: str) -> str:
    words = _ASIDE.sub("", words).strip(" \u3000（）()").lstrip("”》")
    led = _LEAD.match(words)
    words = words[led.end() :] if led else words
    words = _TAIL.sub("", words)
    words = _ADJUNCT.sub("", words)
    return _TAIL.sub("", words).strip(" \u3000")


def _after_possessor(words: str) -> str:
    """对口帮扶的青石镇 without what stands before 的, outside quotes and titles."""
    quoted, last = 0, 0
    for at, sign in enumerate(words):
        quoted += (sign in "“《") - (sign in "”》")
        if sign == "的" and not quoted:
            last = at + 1
    return words[last:]


def _named(words: str, school: str | None) -> str | None:
    if school and words.startswith(school) and len(words) > len(school):
        words = words[len(school) :].lstrip("的")
    words = _THIS.sub("", _OWN_LEAD.sub("", words, count=1), count=1)
    led = _LEAD.match(words)
    words = (words[led.end() :] if led else words).strip(" \u3000")
    if _OWN.fullmatch(words):
        return school
    if not _SHORTEST <= len(words) <= 4 * _LONGEST:
        return None
    if role := _ROLE.search(words):
        return role["name"] if _is_person(role["name"]) else words
    if _is_person(words):
        return words
    plain = re.sub("“[^”]*”|《[^》]*》", "", words)
    if _VERBISH.search(plain) or not _SOMEBODY.search(words):
        return None
    return words


def _is_person(words: str) -> bool:
    found = _PERSON.fullmatch(words)
    return (
        found is not None
        and len(found["name"]) <= 3  # noqa: PLR2004 - longer names of people are rare
        and not _NO_PERSON.search(found["name"])
        and is_names(found["name"])
    )


def _is_unknown(segment: str) -> bool:
    """Whether the segment names something, which is nobody known."""
    words = _stripped(segment)
    return (
        len(words) > _SHORTEST and not _VERBISH.search(words) and len(words) <= _LONGEST
    )
