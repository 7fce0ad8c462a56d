"""What the made pages are filled with: one invented article and what stands around."""

# ruff: noqa: E501  markup cannot be broken where its lines end

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

SCHOOL = "澄江职业技术学院"
TITLE = "把支部建在产线上 让党旗飘在车间里"
LEAD = (
    "澄江职业技术学院党委坚持把组织优势转化为育人优势，在六个二级学院推行“支部建在产线上”"
    "工作法，两年来共组建产线党小组二十三个，帮助企业解决技术难题一百一十七项。"
)
FIRST = "一、织密组织网络"
SECOND = (
    "学院打破以行政班级划分支部的老办法，按照产业链重新布局，专业带头人担任支部书记，"
    "企业党员技师担任组织委员，真正做到产线在哪里，党的工作就延伸到哪里。"
)
SECTION = "二、办好身边实事"
THIRD = (
    "每名党员认领一台设备、联系一个班组、带教一名徒弟，把“我为群众办实事”写在操作规程里。"
    "去年以来，师生满意率由百分之八十二提高到百分之九十六。"
)
LAST = "学院党委书记表示，下一步将总结提炼经验，健全长效机制，让更多青年学子在红色熔炉中成长成才。"
BODY = (LEAD, FIRST, SECOND, SECTION, THIRD, LAST)

# Sentences that a page holds beside its article, long enough to be taken for it.
ELSEWHERE = (
    (
        "近日，学校召开教职工代表大会，会议审议通过了学校工作报告、财务工作报告，与会代表围绕"
        "学校发展建言献策，气氛热烈，会议取得了圆满成功。"
    ),
    (
        "为迎接新生入学，后勤处对学生公寓进行了全面检修，更换灯具三百余盏，维修门窗五十余处，"
        "并对食堂、浴室、超市等场所开展了安全检查。"
    ),
    (
        "体育学院代表队在全省大学生田径运动会上顽强拼搏，共获得金牌八枚、银牌六枚、铜牌九枚，"
        "团体总分位居高职组第一名，创造了历史最好成绩。"
    ),
)
MENU = "".join(
    f"<li><a href='/{n}.htm'>{name}</a></li>"
    for n, name in enumerate(
        ("首页", "学校概况", "机构设置", "党建思政", "教育教学", "招生就业", "校务公开")
    )
)
NEWS = "".join(
    f"<li><a href='/info/{n}.htm' title='{name}'>{name}</a><span>2023-05-0{n}</span></li>"
    for n, name in enumerate(
        (
            "我校召开2023年党风廉政建设工作会议",
            "学校党委理论学习中心组举行专题学习会",
            "关于做好发展党员工作的通知",
            "省教育厅领导来校调研指导工作",
        ),
        1,
    )
)


@dataclass(frozen=True)
class Made:
    """A page as some system makes it, and what a person would say is its text."""

    html: str
    lines: Sequence[str] = BODY
    title: str = TITLE
    date: str = "2023-05-04"
    source: str = ""
    author: str = ""


def paragraphs(pattern: str = "<p>{}</p>", texts: Sequence[str] = BODY) -> str:
    return "".join(pattern.format(text) for text in texts)


def document(body: str, head: str = "", title: str = f"{TITLE}-{SCHOOL}") -> str:
    return (
        f"<!DOCTYPE html>\n<html>\n<head>\n<meta charset='utf-8'>\n<title>{title}</title>"
        f"\n{head}\n</head>\n<body>\n{body}\n</body>\n</html>"
    )
