"""Invented prose of the kind: colleges that do not exist, and what they report."""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random

POOL: dict[str, tuple[str, ...]] = {
    "college": (
        "青岩湖职业技术学院", "临汐工程职业学院", "澄川农业职业技术学院",
        "望坡航空职业学院", "北麓信息职业技术大学", "南溪埠交通职业学院",
        "鹿鸣渡财经职业学院", "栖梧幼儿师范高等专科学校",
    ),
    "unit": (
        "机电工程系教工党支部", "护理学院党总支", "马克思主义学院党支部",
        "后勤服务处党支部",
        "数字商务学院学生党支部", "建筑装备系党总支", "图书馆与信息中心联合党支部",
        "轨道运维学院第二党支部", "汽车与低空技术学院党总支",
    ),
    "leader": (
        "党委书记", "党支部书记", "总支副书记", "组织委员", "纪检委员", "宣传委员",
    ),
    "name": (
        "闻其琛", "陆望舒", "祁小满", "邵一帆", "谷雨晴", "骆长河",
        "柏青岚", "尤嘉禾",
    ),
    "place": ("石桥村", "柳林社区", "河口镇", "东坪产业园", "白鹭洲街道", "新渡口码头"),
    "firm": ("远帆装备", "禾丰种业", "星桥轨道", "云栈数据", "康悦养老", "锦程物流"),
    "brand": (
        "红匠先锋", "灯塔领航", "同心圆", "映山红", "行走的课堂", "船头灯", "燕归巢",
        "春蚕计划", "螺丝钉", "石榴籽",
    ),
    "method": (
        "1+3+N", "四心工作法", "三级联动", "五色管理法", "1+1+X", "双线并行", "2+2",
    ),
    "meeting": ("“三会一课”", "主题党日", "组织生活会", "谈心谈话", "民主评议党员"),
    "thing": (
        "人才培养方案", "师德师风建设", "实训基地管理", "学生宿舍治理", "技能大赛备赛",
        "课程思政改革", "乡村振兴驻点帮扶", "毕业生就业帮扶", "安全生产检查",
        "科研项目攻关", "食堂食品安全", "新生入学教育", "智慧校园建设",
    ),
    "verb": (
        "贯穿", "融入", "嵌入", "落实到", "延伸到", "覆盖到", "渗透进", "对接到",
    ),
    "aim": (
        "把党员的身份亮出来", "让支部的堡垒强起来", "使育人的链条连起来",
        "让群众的难处有人管",
        "把课堂搬到田间地头", "让数据多跑路、师生少跑腿", "把问题解决在第一线",
        "让每一名学生都有出彩的机会", "把制度的笼子扎得更紧", "让老师傅的手艺有人接",
    ),
    "law": (
        "《支部工作标准（试行）》", "《党员积分管理办法》", "《校企共建党支部章程》",
        "《“双带头人”培育细则》", "《联系师生制度》", "《意识形态工作责任清单》",
    ),
    "prize": (
        "省级优秀基层党组织", "全市教育系统示范岗", "校级“红旗支部”",
        "技能大赛团体一等奖",
        "教学成果二等奖", "全省“最美志愿者”提名",
    ),
    "field": (
        "数控加工", "老年护理", "无人机巡检", "冷链仓储", "茶叶加工", "古建修缮",
        "电商直播",
    ),
    "latin": ("AI", "VR", "5G", "MOOC", "BIM", "PLC"),
    "fourchar": (
        "守正创新", "同向同行", "以点带面", "久久为功", "见行见效", "同题共答",
        "双向奔赴",
        "靶向发力", "润物无声", "一体推进", "层层压实", "环环相扣",
    ),
}  # fmt: skip

SENTENCES = (
    "{unit}把{thing}作为{year}年的头号任务，由{leader}牵头，每{n}周会商一次。",
    "围绕“{aim}”这一目标，学校修订了{law}，明确{n}项任务和{n}条底线。",
    "党员教师{name}带着{n}名学生走进{place}，用{n}天时间走访了{m}户居民。",
    "一年来，累计开展{meeting}{n}次，收集意见建议{m}条，办结率达{percent}%。",
    "{field}专业与{firm}共建实训车间，投入{m}万元，{percent}%的设备来自企业生产线。",
    "{unit}坚持{fourchar}、{fourchar}，将党建工作{verb}{thing}的全过程。",
    "“过去是等着上面布置，现在是支部自己找题目。”{leader}{name}这样说。",
    "依托“{brand}”品牌，支部建起{n}个党员示范岗、{n}支突击队和{n}个{latin}工作室。",
    "在{place}的晒谷场上，{name}老师一边比划一边讲解：{field}最怕的不是慢，而是乱！",
    "对照{law}，各支部逐条自查，列出问题{n}个，立行立改{n}个，限期整改{n}个。",
    "{year}年{month}月，“{brand}”项目通过中期检查，{unit}获评{prize}。",
    "学校推行“{method}”模式：一个支部联系{n}个班级，一名党员结对{n}名学生。",
    "把课搬到{firm}的车间，到课率从{percent}%升到{percent}%，真正{fourchar}。",
    "为解决{thing}中的堵点，{leader}每月{n}日到{place}现场办公，当场答复、限时办结。",
    "从{thing}到{thing}，从{thing}到{thing}，支部的声音总在最需要的地方响起。",
    "如何{aim}？{unit}给出的答案是：{fourchar}，{fourchar}。",
    "其中，{field}方向{n}项、{field}方向{n}项，另有{n}项正在申报。",
    "截至{year}年底，“{brand}”志愿服务队注册人数达到{m}人，服务时长超过{m}小时。",
    "{name}是{college}{unit}的老党员，从教{n}年，先后带出{m}名技术骨干。",
    "这种做法，既{aim}，又{aim}，得到{place}干部群众的一致认可。",
    "{latin}技术的引入，让{thing}有了“看得见、管得住、说得清”的新手段。",
    "遇有急难险重任务，党员先上；遇有评优评先机会，群众优先——这是支部不成文的规矩。",
    "双方约定：场地共用、师资互聘、成果共享，{year}—{year}年分{n}批推进。",
    "凡是涉及{thing}的事项，一律先听{unit}意见，再提交会议研究（特殊情况除外）。",
)
HEADINGS = (
    "强基固本，{aim}", "搭平台：{aim}", "聚力{thing}", "以“{brand}”擦亮支部底色",
    "建章立制，推动{thing}", "{fourchar}，走好群众路线", "“{method}”激活一池春水",
    "{fourchar} {fourchar}", "抓{thing}，促{field}",
)  # fmt: skip
TITLES = (
    "党建领航聚合力 {fourchar}育新人", "“{brand}”照亮{place}",
    "让“{brand}”成为看得见的旗帜",
    "以高质量党建引领{thing}的探索", "支部建在车间里 党旗飘在{place}",
    "{method}：一个支部的十年实践",
)  # fmt: skip
SLOT = re.compile(r"\{(\w+)\}")
NUMERALS = "一二三四五六七八九十"


@dataclass(frozen=True)
class Writer:
    """Writes what a party-affairs office would, the same for the same seed."""

    random: Random

    def filled(self, template: str) -> str:
        return SLOT.sub(lambda found: self._slot(found[1]), template)

    def _slot(self, name: str) -> str:
        some = self.random.randint
        if name in POOL:
            return self.random.choice(POOL[name])
        low, high = {"n": (2, 29), "m": (31, 4800), "year": (2019, 2025)}.get(
            name, (1, 12)
        )
        if name == "percent":
            return f"{some(400, 999) / 10:.1f}".removesuffix(".0")
        return str(some(low, high))

    def title(self) -> str:
        return self.filled(self.random.choice(TITLES))

    def subtitle(self) -> str:
        return self.filled("——{college}“{brand}”党建品牌建设纪实")

    def heading(self) -> str:
        return self.filled(self.random.choice(HEADINGS))

    def paragraph(self, length: int) -> str:
        """At least `length` characters, whole sentences."""
        text = ""
        while len(text) < length:
            text += self.filled(self.random.choice(SENTENCES))
        return text

    def caption(self, number: int) -> str:
        what = self.random.choice(
            ("{unit}在{place}开展{meeting}", "{name}指导学生练习{field}")
        )
        return f"图 {number} {self.filled(what)}"

    def credit(self) -> str:
        return self.filled("图为{unit}党员在{place}走访。　{name} 摄")

    def notes(self) -> list[str]:
        return [
            self.filled(
                "【基金项目】{year}年度职业教育党建研究课题《“{brand}”与{thing}的融合路径》"
                "（项目编号：ZJDJ{year}{m}）。"
            ),
            self.filled(
                "【作者简介】{name}（1983—），女，{college}副教授，研究方向为{thing}。"
            ),
        ]

    def date(self) -> tuple[int, int, int]:
        some = self.random.randint
        return some(2021, 2025), some(1, 12), some(1, 28)

    def rows(self, count: int) -> list[list[str]]:
        """A header and `count` rows of five cells, some of them long."""
        body = [
            [
                str(number),
                self.filled("{unit}“{brand}”" + self.random.choice(("", "与{thing}"))),
                self.filled("{name}、{name}"),
                self.filled("{prize}"),
                self.filled("{year}.{month}"),
            ]
            for number in range(1, count + 1)
        ]
        return [["序号", "项目名称", "负责人", "获奖等级", "时间"], *body]
