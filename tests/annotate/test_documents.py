"""Whole short documents, from the file to the facts: genres made in many ways."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import NamedTuple

import pytest

from casebase.annotate import annotate
from casebase.document import Source
from casebase.entry import Entry
from casebase.extract import extract
from casebase.lexicon import Lexicon
from casebase.repair import repair
from casebase.split import split


class Situation(NamedTuple):
    name: str
    text: str
    title: str
    school: str | None
    province: str | None
    city: str | None
    date: str | None
    year: int | None
    genre: str
    slogans: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()


SITUATIONS = {
    "school only in the first sentence": Situation(
        "思政课.txt",
        """红帆启航　匠心报国

池州皖江职业学院地处长江之滨，近年来坚持以党建为统领，把支部建在专业群上，走出了一条以赛促学、以学促用的路子。

一、背景
学校专业多、校区散，支部活动常常各干各的，教师党员参加率不足七成。
二、主要做法
推行“一支部 一品牌”，先后培育品牌12个，其中“夜航灯”答疑室每晚有党员值守。
三、成效
两年来学生到课率提高了11个百分点，毕业生留皖就业率达到百分之七十六，用人单位反映良好。
四、启示
品牌要从岗位上长出来，不能从文件里抄出来，党员干部要先做给学生看。
""",
        "红帆启航　匠心报国",
        "池州皖江职业学院",
        "安徽",
        "池州",
        None,
        None,
        "典型案例",
        ("一支部一品牌",),
    ),
    "two schools, one case": Situation(
        "联建.txt",
        """南北携手　山海同心
——泉州惠屿职业技术学院与固原六盘职业学院党建联建工作案例

2022年3月，泉州惠屿职业技术学院与固原六盘职业学院签订党建联建协议，两校支部一对一结对，探索形成“2+2+N”联建模式。

两年来，泉州惠屿职业技术学院选派党员教师17名到固原支教，固原六盘职业学院选派教师31名到泉州跟岗，双方共同开发课程9门。
下一步，两校将把联建延伸到学生支部，让更多青年在山海之间互相看见。
""",
        "南北携手　山海同心",
        "泉州惠屿职业技术学院",
        "福建",
        "泉州",
        None,
        None,
        "典型案例",
        (),
        ("2+2+N",),
    ),
    "notice of a city's bureau": Situation(
        "通知1.txt",
        """宣城市教育体育局关于做好中等职业学校党建品牌创建工作的通知
宣教体〔2024〕31号
各县（市、区）教体局，市直各中职学校：
为进一步提升中等职业学校党建工作质量，经研究，决定开展“一校一特色”党建品牌创建工作，现就有关事项通知如下。
一、各校要立足实际，选准切入点，不搞花架子。
二、活动时间：2024年9月1日至11月30日。
三、请于2024年8月20日前将申报表报送市局党建科。
宣城市教育体育局
2024年5月30日
""",
        "宣城市教育体育局关于做好中等职业学校党建品牌创建工作的通知",
        "宣城市教育体育局",
        "安徽",
        "宣城",
        "2024-05-30",
        2024,
        "通知",
        ("一校一特色",),
    ),
    "a department's list, printed date only": Situation(
        "公布.txt",
        """甘肃省教育厅关于公布第二批全省高校党建工作样板支部培育创建单位名单的通知
甘教党函〔2023〕44号
各高等学校党委：
根据《关于开展第二批样板支部遴选的通知》（甘教党函〔2023〕12号）要求，经学校推荐、专家评审和公示，确定26个支部为第二批培育创建单位，现予公布。
附件：培育创建单位名单
1. 天水麦积职业学院机电工程系教师党支部
2. 武威葡萄酒职业学院食品系教师党支部
3. 张掖丹霞职业技术学院旅游系学生党支部
甘肃省教育厅办公室　　　　2023年11月6日印发
""",
        "甘肃省教育厅关于公布第二批全省高校党建工作样板支部培育创建单位名单的通知",
        "甘肃省教育厅",
        "甘肃",
        None,
        "2023-11-06",
        2023,
        "荣誉名单",
    ),
    "school with a former name": Situation(
        "校史.txt",
        """鹤壁太行职业技术学院党建工作情况汇报
鹤壁太行职业技术学院前身是1958年创办的鹤壁煤炭工业学校，2003年与鹤壁第二师范学校合并，2016年更名为现名。
鹤壁煤炭工业学校时期形成的“井下讲堂”，是学校最早的党课。合并以后，学校党委把“井下讲堂”搬进实训车间，开展“一总支一特色”建设。
汇报时间：2023年10月
""",
        "鹤壁太行职业技术学院党建工作情况汇报",
        "鹤壁太行职业技术学院",
        "河南",
        "鹤壁",
        None,
        None,
        "其他",
        ("一总支一特色",),
    ),
    "vocational education centre": Situation(
        "职教中心.txt",
        """让每个支部都发光
作者单位：滦南县职业技术教育中心
滦南县职业技术教育中心位于河北省唐山市，现有在校生4300人。学校党总支推行“一部一品”，五个专业部各有一个叫得响的品牌。
（2022.11.08）
""",
        "让每个支部都发光",
        "滦南县职业技术教育中心",
        "河北",
        "唐山",
        "2022-11-08",
        2022,
        "其他",
        ("一部一品",),
    ),
    "technicians' college": Situation(
        "技师.md",
        """# 焊花映党旗

**报送单位：邯郸丛台技师学院**

## 案例背景

学院承担着全市七成的高级工培训任务，支部多、学员流动大，组织生活难以经常。

## 具体举措

学院党委实行“双报到”，把支部建在实训车间，建立“三单两会一考评”工作机制。

## 取得成效

2023年，学院获评河北省技工教育先进集体，学员满意度提高到百分之九十五。
""",
        "焊花映党旗",
        "邯郸丛台技师学院",
        "河北",
        "邯郸",
        None,
        None,
        "典型案例",
        (),
        ("双报到", "三单两会一考评"),
    ),
    "secondary school in a paper": Situation(
        "论文.txt",
        """中职学校党建引领“三全育人”的实践路径
王守拙
（平凉崆峒中等专业学校，甘肃 平凉 744000）
摘　要：中职学校学生年龄小、流动快，党建引领育人需要小切口。本文作了讨论。
关键词：中职学校；党建引领；三全育人
中职学校的党建工作长期以来存在重形式、轻效果的问题，需要在制度上加以回应。
文章编号：1009-2233（2022）11-0021-02
""",
        "中职学校党建引领“三全育人”的实践路径",
        "平凉崆峒中等专业学校",
        "甘肃",
        "平凉",
        None,
        2022,
        "期刊论文",
        (),
        ("三全育人",),
    ),
    "place that is a word too": Situation(
        "日照.txt",
        """把阳光照进每间宿舍
海东高原职业技术学院学生党总支
阳光充足、日照时间长，是高原给这座校园的礼物。海东高原职业技术学院把宿舍楼的朝阳面全部改成学习室，党员带头值守。
学生说，长治久安的道理，从一间安静的屋子里就能听懂。
学校地址：青海省海东市乐都区朝阳大道8号
""",
        "把阳光照进每间宿舍",
        "海东高原职业技术学院",
        "青海",
        "海东",
        None,
        None,
        "其他",
    ),
    "speech, month in Chinese numerals": Situation(
        "讲话.txt",
        """在全校党支部书记培训班上的讲话
防城港边海职业学院党委副书记、院长　韦山河
二〇二四年五月
同志们：
今天我们用半天时间，专门讲一讲支部怎么建、书记怎么当的问题。我讲三个意思。
一要坐得住。二要走得出。三要说得清。
""",
        "在全校党支部书记培训班上的讲话",
        "防城港边海职业学院",
        "广西",
        "防城港",
        "2024-05",
        2024,
        "讲话",
    ),
    "news saved from a page": Situation(
        "新闻.txt",
        """我校举行党建品牌擂台赛
2024-04-18 16:32　来源：宣传部　浏览：318次
4月17日下午，毕节乌蒙幼儿师范高等专科学校在大礼堂举行“一班一品”党建品牌擂台赛，12个班级党小组登台比拼。
比赛采取现场讲述、观众投票的方式，学前教育系“小板凳”获得第一名。学校党委书记出席并讲话。
""",
        "我校举行党建品牌擂台赛",
        "毕节乌蒙幼儿师范高等专科学校",
        "贵州",
        "毕节",
        "2024-04-18",
        2024,
        "新闻",
        ("一班一品",),
    ),
    "report of a school year": Situation(
        "年报.txt",
        """嘉峪关长城职业学院高等职业教育质量年度报告（2024）
嘉峪关长城职业学院
二○二四年十二月
前言
嘉峪关长城职业学院是一所公办高职院校。2022—2023学年，学校党委实施“一系一特色”建设。
一、人才培养
学校在校生6200人，其中党员和入党积极分子占百分之九，较上一年提高一点二个百分点。
二、服务贡献
学校技术服务到账经费410万元，服务企业37家，培训职工2100人次。
三、文化传承
学校建设长城文化馆，开放接待观众1.2万人次，讲解员全部是学生党员。
""",
        "嘉峪关长城职业学院高等职业教育质量年度报告（2024）",
        "嘉峪关长城职业学院",
        "甘肃",
        "嘉峪关",
        "2024-12",
        2024,
        "质量年报",
        ("一系一特色",),
    ),
    "rules of a school, passed and signed": Situation(
        "办法.txt",
        """丽水瓯江源职业学院“党员先锋岗”评选办法
（2021年6月2日校党委会通过）
第一条　为激励党员发挥先锋模范作用，制定本办法。
第二条　评选每年一次，由各党支部推荐。
第三条　本办法自发布之日起施行，丽瓯院党〔2016〕9号文件同时废止。
丽水瓯江源职业学院党委
2021.6.10
""",
        "丽水瓯江源职业学院“党员先锋岗”评选办法",
        "丽水瓯江源职业学院",
        "浙江",
        "丽水",
        "2021-06-10",
        2021,
        "法规制度",
    ),
    "newspaper, with where it was printed": Situation(
        "报纸.txt",
        """党旗飘在戈壁滩
——酒泉风电职业学院服务新能源产业纪实
本报记者　顾北辰
戈壁滩上的风一刮就是一整天。酒泉风电职业学院的党员教师说，风越大，越要站得稳，学生在后面看着。
学校把支部建到风电场，党员带着学生爬塔筒、查叶片，一年里解决现场问题63个，企业送来的锦旗挂满了一面墙。
（原载《陇上职教报》2023年3月14日第4版）
""",
        "党旗飘在戈壁滩",
        "酒泉风电职业学院",
        "甘肃",
        "酒泉",
        "2023-03-14",
        2023,
        "报纸通讯",
    ),
    "a plan that is issued": Situation(
        "方案.md",
        """# 攀枝花钒钛职业学院“一学院一品牌”建设三年行动方案（2023—2025年）

为深入贯彻《中国共产党普通高等学校基层组织工作条例》，结合学校实际，制定本方案。

## 一、工作目标

到2025年，各二级学院党总支都有一个师生认可的品牌，其中三个以上达到省级水平。

## 二、主要任务

坚持“一人一策”培养党支部书记，做到“一岗双责”。

中共攀枝花钒钛职业学院委员会

2023 年 2 月 27 日
""",
        "攀枝花钒钛职业学院“一学院一品牌”建设三年行动方案（2023—2025年）",
        "攀枝花钒钛职业学院",
        "四川",
        "攀枝花",
        "2023-02-27",
        2023,
        "方案规划",
        ("一学院一品牌",),
        ("一岗双责",),
    ),
    "a bulletin under full-width figures": Situation(
        "简报.txt",
        """党建工作简报
第１２期
黔东南苗岭职业学院党委办公室　　　　　　２０２４年６月７日
【支部动态】
６月３日，各支部围绕“一支部、一品牌”开展集中展示，评出优秀品牌六个，群众代表参加投票。
【经验交流】
苗绣专业支部把工坊变成党课课堂，三个月里开课十八次，带动村寨妇女二百余人增收。
""",
        "党建工作简报",
        "黔东南苗岭职业学院",
        "贵州",
        "黔东南",
        "2024-06-07",
        2024,
        "简报",
        ("一支部、一品牌",),
    ),
}


@pytest.mark.parametrize("situation", SITUATIONS.values(), ids=SITUATIONS)
def test_facts(
    situation: Situation,
    tmp_path: Path,
    lexicon: Lexicon,
    evidence_checked: object,
) -> None:
    entries = _entries(situation, tmp_path, lexicon)
    assert callable(evidence_checked)
    for entry in entries:
        evidence_checked(entry)
    found = [
        {entry.document_title for entry in entries},
        *(
            {entry.first(fact) for entry in entries}
            for fact in ("school", "province", "city", "date", "year", "genre")
        ),
    ]
    assert found == [{fact} for fact in situation[2:9]]
    for fact in ("slogans", "methods"):
        names = {one.name for entry in entries for one in entry.values(fact)}
        assert names == set(getattr(situation, fact))


def _entries(situation: Situation, folder: Path, lexicon: Lexicon) -> tuple[Entry, ...]:
    path = folder / situation.name
    path.write_text(situation.text, encoding="utf-8")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    source = Source(situation.name, path, digest)
    document = repair(source, extract(source))
    return annotate(document, split(document), lexicon)


COMPILATION = """# 全省职业院校党建创新案例选

## 一盏不灭的灯

学校：宜昌峡江职业学院

学校把值班室改成党员服务站，夜里十一点以后仍有人值守，学生有事都能找到人。

## 田埂上的支部

学校：黄冈大别山职业技术学院

支部把会开到田埂上，请农户当评委，一年解决种植难题四十六个，农户增收明显。

## 图纸里的初心

学校：襄阳汉江技师学院

老师傅把三十年的图纸交给支部，学生党员一张张扫描，做成了全校都能用的资料库。
"""


def test_items_say_whose_they_are(tmp_path: Path, lexicon: Lexicon) -> None:
    situation = SITUATIONS["technicians' college"]._replace(text=COMPILATION)
    entries = _entries(situation, tmp_path, lexicon)
    found = {entry.title: entry for entry in entries if entry.first("school")}
    assert {
        title: tuple(entry.first(fact) for fact in ("school", "province", "city"))
        for title, entry in found.items()
    } == {
        "一盏不灭的灯": ("宜昌峡江职业学院", "湖北", "宜昌"),
        "田埂上的支部": ("黄冈大别山职业技术学院", "湖北", "黄冈"),
        "图纸里的初心": ("襄阳汉江技师学院", "湖北", "襄阳"),
    }
