"""Invented texts, and what printing, copying and scanning do to texts."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace

from casebase.entry import Entry, Kind, Paragraph, Role

NEWS = (
    (
        "本报讯（记者 秦小满）初冬的清晨，"
        "云溪职业学院机电楼三楼的灯早早亮了起来。机电系第二党支部的"
        "八名党员教师围坐在一台拆开的减速机旁，一边核对图纸，一边给值班学生讲解齿轮间隙的调整办法。"
    ),
    (
        "这是该支部推行“车间党课”的第二个年头。支部书记鲁向前介绍，过去党课多在会议室里念文件，学生"
        "听得昏昏欲睡；如今把课堂搬到工位旁，把理论讲到设备上，一堂课只讲一个道理、只解一道难题。"
    ),
    (
        "“车间党课”实行学期预约制。学生支部提前两周报出实训中遇到的问题，党员教师认领题目，备课时要"
        "走访一家企业、请教一位师傅、查阅一份标准。课后由学生打分，评分低于85分的课程须重新备课。"
    ),
    (
        "两年来，支部共开出“车间党课”46讲，走访企业31家，帮助沿河镇的小微企业改造老旧机床12台，"
        "节约用电约9万度。学生黄一鸣说，跟着老师修好第一台机床时，他才明白什么叫精益求精。"
    ),
    (
        "支部还与沿河镇驻地企业的三个党小组结成对子，轮流承办主题党日。每逢农忙，党员教师带着学生下乡"
        "检修排灌设备，村民送来的锦旗挂满了支部活动室的一面墙。"
    ),
    (
        "学院党委组织部负责人表示，下一步将总结“车间党课”的经验，在全院八个系推广，并把学生评价纳入"
        "支部考核，推动党建工作与技能人才培养同向发力、同频共振。"
    ),
    (
        "为了让好做法留得住，支部把每一讲的题目、图纸和问答整理成册，编成《工位旁的六十个为什么》，"
        "新入职的教师人手一本。去年秋天，这本小册子被邻近的两所中职学校借去做了实训教材，"
        "编写组又根据他们的意见补写了气动与液压两章。"
    ),
    (
        "鲁向前常说，党课讲得好不好，不看掌声看机声。机床转起来了，学生的心就定下来了；难题解开了，"
        "支部的旗帜就立起来了。如今走进机电楼，墙上没有大幅标语，只有一块写满待解题目的白板，"
        "题目旁边是认领人的名字和约定的日期。"
    ),
)
NOTICE = (
    "各党支部：",
    (
        "经研究，定于2023年5月12日（星期五）下午2:30在行政楼301会议室召开第一季度支部书记例会，"
        "现将有关事项通知如下。"
    ),
    "一、会议内容：各支部汇报党员发展、主题党日开展情况和下一步打算；学习上级关于规范组织生活的要求。",
    (
        "二、有关要求：请各支部书记准时参加，汇报时间不超过5分钟，材料于会前一天送组织部；不能到会的须"
        "事先向组织部请假，并委托支部委员代为参加。"
    ),
    "中共云溪职业学院委员会组织部",
    "2023年5月8日",
)
LAW = (
    "第一条　为了规范校企联合培养，保障学生、学校和企业的合法权益，制定本条例。",
    "第二条　本市行政区域内的职业学校与企业开展联合培养，适用本条例。",
    "第三条　联合培养应当坚持学校主导、企业参与、自愿协商、互利共赢的原则。",
    (
        "第四条　市人民政府应当将联合培养纳入国民经济和社会发展规划，"
        "安排专项经费，并建立联席会议制度。"
    ),
    (
        "第五条　学校和企业应当签订书面协议，"
        "明确岗位、期限、报酬、保险以及争议解决的办法。"
    ),
    (
        "第六条　企业不得安排学生从事高空、井下和其他具有较高安全风险的工作，"
        "每日工作不得超过八小时。"
    ),
    (
        "第七条　违反本条例第六条规定的，"
        "由教育行政部门责令改正；逾期不改正的，处以三万元以下的罚款。"
    ),
    "第八条　本条例自公布之日起施行。",
)
SECTION = (
    (
        "学校坚持把师资队伍建设作为内涵发展的关键，完善引进、培养、使用、考评四项机制。本年度引进高层次"
        "人才23人，选派教师到企业实践锻炼118人次，双师型教师占专业课教师的比例达到82.6%。"
    ),
    (
        "学校设立教师发展中心，组织新教师入职培训、骨干教师提升培训和专业带头人研修，全年举办各类培训"
        "37期，培训教师1460人次；与六家龙头企业共建教师企业实践流动站，聘请产业导师95人。"
    ),
    (
        "学校推进教师评价改革，突出师德第一标准，实行代表性成果评价，向一线教师和关键岗位倾斜，教师的"
        "获得感和归属感明显增强，教职工满意度达到97.2%。"
    ),
)


def piece(*paragraphs: str | Paragraph, of: str = "a", **more: object) -> Entry:
    """An entry; `of` names it and its document."""
    made = Entry(
        id=f"{of}-1",
        document_id=of,
        document=f"{of}.txt",
        document_title="某文",
        subtitle="",
        kind=Kind.ARTICLE,
        number=None,
        title="某题",
        path=(),
        pages=None,
        paragraphs=tuple(
            it if isinstance(it, Paragraph) else Paragraph(it) for it in paragraphs
        ),
    )
    return replace(made, **more)  # type: ignore[arg-type]  # fields of an entry


def law(*articles: str) -> Entry:
    """A ruling, each article with its anchor."""
    paragraphs = [Paragraph(it, anchor=it.partition("　")[0]) for it in articles]
    return piece(*paragraphs, kind=Kind.POLICY)


def rows(*texts: str) -> list[Paragraph]:
    return [Paragraph(text, Role.ROW, table=1) for text in texts]


def scanned(text: str, seed: int, share: float = 0.03) -> str:
    """`text` with that share of its characters misread, doubled or lost."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    return "".join(
        _misread(char, chance) if chance.random() < share else char for char in text
    )


def _misread(char: str, chance: random.Random) -> str:
    kind = chance.random()
    if kind < 0.1:
        return ""
    if kind < 0.15:
        return char + chr(chance.randrange(0x4E00, 0x9F00))
    return chr(chance.randrange(0x4E00, 0x9F00))


def scan(paragraphs: Iterable[str], seed: int, share: float = 0.03) -> Entry:
    return piece(
        *(scanned(text, seed + at, share) for at, text in enumerate(paragraphs))
    )


def changed(paragraphs: Iterable[str], *changes: tuple[str, str]) -> Entry:
    """With words replaced, each of which must be there."""
    text = "\n".join(paragraphs)
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return piece(*text.split("\n"))
