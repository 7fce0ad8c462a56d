"""Who acts for the owner, and with whom."""

from __future__ import annotations

from typing import Any

import pytest

SCHOOL = "松阳竹海职业学院"
TITLE = f"{SCHOOL}：竹海先锋"

DEPARTMENTS: dict[str, list[str]] = {
    "竹艺系教工党支部牵头编写教材。": ["竹艺系教工党支部"],
    "学校组织机关第二党支部走访农户。": ["机关第二党支部"],
    "财务与旅游学院党总支、图书馆党支部获评先进。": [
        "财务与旅游学院党总支",
        "图书馆党支部",
    ],
    "松阳竹海职业学院林学系党总支": ["林学系党总支"],
    "会议听取了信息工程学院学生党支部的汇报": ["信息工程学院学生党支部"],
    "学生第三党支部书记李某说": ["学生第三党支部"],
    "教务处获评丽水市巾帼文明岗。": ["教务处"],
    "马克思主义学院开设《竹乡的红色故事》选修课。": ["马克思主义学院"],
    "；机电党支部和后勤服务党总支值班，软件技术教师党支部备课。": [
        "机电党支部",
        "后勤服务党总支",
        "软件技术教师党支部",
    ],
    "早在2017年，学生处党支部就获评先进；退休教工党支部开讲。": [
        "学生处党支部",
        "退休教工党支部",
    ],
    "竹海制造厂的锅炉班先进，其老年病科党支部也先进。": [],
    "确保林学系教师党支部过关；采矿工程系教师党支部力争第一。": [
        "林学系教师党支部",
        "采矿工程系教师党支部",
    ],
    "茶学院党总支的故事，要从头说起。": ["茶学院党总支"],
    # of anybody
    "不得要求党支部另行报送，三位党支部书记，届中调整党支部书记": [],
    "各院系或者教学部党总支、某教学部党支部": [],
    "各党支部、教师党支部、全校党总支、五星级党支部、高职院校党支部": [],
    "建强基层党支部，选优配强党支部书记，培育样板党支部": [],
    # of others
    "与古市镇筏铺村党支部结对": [],
    "丽水学院生态学院党总支来校交流": [],
    "浙江竹缘科技有限公司第一党支部派出师傅": [],
    "产业学院举办开班仪式，产教联合体办公室牵头": [],
}

PARTNERS: dict[str, list[str]] = {
    "学院吸纳竹缘合作社党支部、丽水农科所党委等13家单位加入联盟。": [
        "竹缘合作社党支部",
        "丽水农科所党委",
    ],
    "与太和县第一人民医院护理部党支部联合开班": ["太和县第一人民医院护理部党支部"],
    "与古市镇东村党总支签订协议": ["古市镇东村党总支"],
    "我校共建单位丽水市婺剧院党支部同受表彰": ["丽水市婺剧院党支部"],
    "支部与龙泉市坛厂街道樟溪社区党委结对共建。": ["龙泉市坛厂街道樟溪社区党委"],
    "与竹缘重工装备（丽水）等37家企业建立合作": ["竹缘重工装备（丽水）"],
    "与松阳县外卖行业党委共建“骑手学堂”": ["松阳县外卖行业党委"],
    "竹缘集团与学校签订共建协议。": ["竹缘集团"],
    "学校与浙江竹缘科技有限公司、松阳县农业农村局签订共建协议。": [
        "浙江竹缘科技有限公司",
        "松阳县农业农村局",
    ],
    "竹艺系携手古市镇筏铺村举办夜校。": ["古市镇筏铺村"],
    "联合丽水市中心医院党委、遂昌县红十字会义诊": [
        "丽水市中心医院党委",
        "遂昌县红十字会",
    ],
    "与丽水学院、温州大学联合申报课题": ["丽水学院", "温州大学"],
    "与结对的筏铺村党支部一起修路，共建单位松阳县图书馆": ["筏铺村党支部"],
    "在浙江竹缘科技有限公司开展支部联建活动": ["浙江竹缘科技有限公司"],
    "与大竹海、竹缘、青瓷坊等20余家企业共建实训基地": ["大竹海", "竹缘", "青瓷坊"],
    "与四都乡党委、四都乡党委下属支部共建": ["四都乡党委"],
    "竹缘造纸厂是该支部的共建伙伴。": ["竹缘造纸厂"],
    "与竹缘集团共建基地，竹缘集团党支部与支部结对；与竹缘集团党支部共同值班": [
        "竹缘集团"
    ],
    # anybody, and what is no partner
    "与行业龙头企业、地方政府、中小学校、兄弟院校共建": [],
    "与时俱进推进合作，产教联合体和谐共建": [],
    "浙江竹缘科技有限公司被评为省级示范企业": [],
    "松阳竹海职业学院与学校各部门共同推进": [],
    "共建的实训基地，合作的方式": [],
}


@pytest.mark.parametrize(("text", "expected"), DEPARTMENTS.items())
def test_departments(text: str, expected: list[str], desk: Any) -> None:
    assert desk.article(TITLE, text).values("departments") == expected


@pytest.mark.parametrize(("text", "expected"), PARTNERS.items())
def test_partners(text: str, expected: list[str], desk: Any) -> None:
    assert desk.article(TITLE, text).values("partners") == expected


def test_a_branch_in_the_title(desk: Any) -> None:
    entry = desk.article(f"{SCHOOL}竹艺系党总支：一根竹子一堂课", "正文。")
    assert entry.values("departments") == ["竹艺系党总支"]


def test_without_an_owner_nobody_acts(desk: Any) -> None:
    entry = desk.article("党建要闻", "竹艺系党总支与松阳县农业农村局共建。")
    assert entry.values("departments") == entry.values("partners") == []


def test_the_owner_is_no_partner_of_itself(desk: Any) -> None:
    text = f"{SCHOOL}（以下简称“竹海职院”）迎新。松阳县农业农村局与竹海职院共建基地。"
    assert desk.article(TITLE, text).values("partners") == ["松阳县农业农村局"]


def test_a_partners_branch_is_no_part_of_the_owner(desk: Any) -> None:
    text = (
        "竹艺系党总支与中原竹文化研究院第二党支部结对。中原竹文化研究院第二党支部获奖。"
    )
    entry = desk.article(TITLE, text)
    assert entry.values("departments") == ["竹艺系党总支"]
    assert entry.values("partners") == ["中原竹文化研究院第二党支部"]


def test_an_office_of_a_government_is_no_school(desk: Any) -> None:
    entry = desk.article("丽水市教育局关于开展党建评议的通知", "各校：", "现通知如下。")
    assert entry.first("school") is None
    assert entry.first("city") == "丽水"
