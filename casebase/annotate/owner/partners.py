"""With whom the owner acts: who stands beside 与……共建, 携手……, 联建单位…….

Only who is named counts; 行业企业 and 地方政府 are anybody.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from casebase.annotate.owner.names import mentions
from casebase.entry import Entry, Evidence
from casebase.lexicon import Lexicon

_HAN = "[\u4e00-\u9fff]"
_BODY = (
    "(?:集团)?(?:股份)?(?:有限)(?:责任)?公司(?:[\u4e00-\u9fff]{2,6}公司)?|集团(?:公司)?|公司(?:[\u4e00-\u9fff]{2,6}公司)?"
    "|大学(?:[\u4e00-\u9fff]{2,8}学院)?|学院|学校|中学|小学|幼儿园|党校|职教中心|教育中心"
    "|职教社|(?:研究院|研究所)(?:有限公司)?|医院|街道(?:[\u4e00-\u9fff]{2,4}社区)?|社区"
    "|(?<![乡农全])村|(?<![乡城重])镇(?:[\u4e00-\u9fff]{1,4}村)?"
    "|(?<![城家返回下老故])乡(?![村镇])(?:[\u4e00-\u9fff]{2,4}村)?|局(?![面部限])|厅|管委会|人民政府|检察院|法院"
    "|红十字会|协会|学会|商会|联盟(?:学校)?|博物馆|纪念馆|陈列馆|科技馆|文化馆|烈士陵园|银行|(?:工业|产业|科技|创业)园"
    "|合作社|农场|(?<!工)厂(?!街道|镇|乡|村|社区|区)|人才中心|中心(?![医小卫血支幼])|总队|支队|大队|药房|酒店|工会|妇联|事务所|实验室"
    "|开发区|电视台|出版社|景区|车站|剧[院团]|歌舞团|[林渔机]场|监狱|海关|(?:供电|派出)所"
    "|(?:卫生|保健|敬老|福利)院|保护区|(?:推广|管护|监测)站"
    # What is a body by its party organisation alone: 东溪矿党委, 外卖行业党委.
    "|(?:行业|机关|车间|园区|[站矿港场所])(?=(?:第[一二三四五六七八九十])?(?:党委|党工委|党总支|党支部))"
)
_PARTY = (
    "(?:党委(?:第[一二三四五六七八九十]{1,2}支部)?|党组|党工委|机关党委|党总支|党组织"
    "|(?:(?![的与和各])[\u4e00-\u9fff]){0,4}党支部)?"
)
_ORG = re.compile(
    f"(?P<core>{_HAN}(?:{_HAN}|[·（）()](?={_HAN})){{1,17}}?)(?P<body>{_BODY})(?!员|生|人)"
    f"(?P<party>{_PARTY})"
)
# What begins with a set of signs is found fast.
_WITH = re.compile(
    "[与携联牵会同和跟引对](?:(?<=与)(?<![参给赋授相]与)(?!时俱进|会)|(?<=跟)"
    "|(?<=[携牵联])手|(?<=联)合(?=[^会党体])|(?<=会)同|(?<=引)进|(?<=对)接"
    "|(?<=同)(?<!会同)(?=[^志学时步类样等一心])"
    "|(?<=和)(?<![共谐平温总缓太呼仁永义祥雍协]和)(?![县田])(?<!资源和)(?![谐平国睦]))"
)
_ALONE = frozenset({"携手", "联合", "牵手", "联手", "会同"})
_TOGETHER = re.compile(
    "共建|联建|结对|合作|签订|签署|签约|共同|联合|携手|联系|协议|共育|结成|互建|牵手"
    "|联办|共享|对口|战略|协作|挂牌|揭牌|联动|共办|成立|组建|联学|发起|牵头|互派|轮流|一起"
    "|建立[^，。；]{0,6}关系"
)
_PARTNER = "(?:单位|企业|院校|学校|伙伴|医院|社区|村)(?![的、，。；等和与共联])"
_PARTNERS = re.compile(
    "[联共合结签帮协友包](?:(?:(?<=[联共])建|(?<=合)作|(?<=结)对)"
    f"(?:的(?=[\u4e00-\u9fff]{{4}})|{_PARTNER})"
    "|(?:(?<=签)约|(?<=帮)扶|(?<=协)作|(?<=友)好|(?<=包)[联保抓])"
    f"{_PARTNER})"
)
_WHERE_TOGETHER = re.compile(
    "在(?=[^，。；\n]{4,24}开展[^，。；\n]{0,8}(?:联建|共建|结对))"
)
# 吸纳某合作社、某研究所等13家单位加入
_TAKEN_IN = re.compile("吸(?:纳|收|引)(?=[^，。；\n]{4,60}(?:加入|参与))")
# 某厂党委是该支部的共建伙伴
_AS_PARTNER = re.compile("(?:共建|联建|合作|结对)(?:单位|伙伴|企业|院校|方)")
_IS = re.compile("是|为")
_SEPARATOR = re.compile("[、]|以及|[和与及暨](?=.)")
# 太和县 and 呼和浩特 name one place.
_AND_IN_NAMES = re.compile("[太呼仁永义祥雍协]和|和[县平田龙静硕政顺]")
_AND_SUCH = re.compile(
    "等[ ]?[0-9一二三四五六七八九十百余多个家所]{0,8}(?:[\u4e00-\u9fff]{0,6}?)"
    "(?:企业|公司|单位|高校|院校|学校|机构)"
)
# What stands before a name: 在泰国设厂的本土企业某某公司.
_LEAD = re.compile(
    f"(?:[^，。；、\n]{{2,12}}的(?={_HAN}{{2,6}}企业))?{_HAN}{{0,4}}?"
    f"(?:企业(?!管理|集团|服务|发展|咨询|文化|家)|单位|院校|学校)(?={_HAN}{{4}})"
)
_NOTE = re.compile("[（(][^（()）\n]{1,12}[）)]")
_BRIEF = re.compile(f"{_HAN}{{2,10}}(?:[（(]{_HAN}{{2,6}}[）)])?(?=[、和及]|等)")
# 某集团与学校签订协议: the partner stands before.
_WITH_US = re.compile("[与和同](?:学校|学院|我校|我院|该校|该院|支部|党总支|系里)")
_END = re.compile("[。；！？\n]")
_TO_CLAUSE = re.compile("(?s:.*)[。；，\n]")
_REACH, _LIST = 30, 90
_WORD = 2  # characters of the words for what is done together
_ANYBODY = re.compile(
    "(?:[省市县区州]内外?|行业|龙头|知名|合作|相关|地方|多家|各类?|周边|兄弟|中小|规模以上"
    "|企事业|本地|国内外|国外|境外|区域|重点|优质|当地|属地|对口|其他|其它|中职|高职|职业|普通"
    "|结对|乡镇|农村|城市|高等|科研|有关|上级|所在|共建|联建|全国|全省|全市|大型|骨干|一流"
    "|名优|民营|国有|外资|头部|领军|标杆|同类|友好|海外|中外|我国|基层|附近|上下游|产业|产业链"
    "|企业|院校|高校|学校|地区|教育|[一二三四五六七八九十两几多数]+[家所个]|实训|就业|技术|创新"
    "|研发|服务|政府|社会|沿线|[国省市县区村该本这某与大小新]|[东中西]部|技能人才|工作|发展|党群"
    "|活动|文化|志愿|医疗|公共|人力资源|红色|美丽|示范)*"
)
_NO_NAME = re.compile(
    "^在|(?<!建)设$|（[县市区村]）|[的了是为把将被让由或]|[一二三四五六七八九十两几多][家所个名]|公布|学校|我校|学院(?=.)|支部|党建|开展|推动|推进|建设(?!$)"
    "|依托|通过|坚持|构建|实现|提升|融合|企业的|培养|以来|产教|师生|教师|学生|党员|打造|不断|积极"
    "|深入|服务于|面向|走进|围绕|一起|组成|各地|所属|群众|之间|一道|同频"
)
_LOOSE = re.compile("[省市县区]|人民")
_NEEDS_PLACE = frozenset({"中心", "学院", "学校", "中学", "小学", "实验室", "工会"})


def partners(
    entry: Entry, school: str | None, aliases: Sequence[str], lexicon: Lexicon
) -> Iterator[tuple[str, Evidence]]:
    """Who the entry's text presents as partners of `school`, in reading order.

    Args:
        entry: What is read.
        school: The owner; nothing is found without one.
        aliases: The owner's short names.
        lexicon: Places and schools.
    """
    if school is None:
        return
    own = (school, *aliases)
    text = entry.text
    spans = dict(
        span for start in _starts(text) for span in _listed(text, start, lexicon)
    )
    spans |= dict(_before(text, own, lexicon))
    found = {low: text[low:high] for low, high in sorted(spans.items())}
    known = {_plain(name): name for name in sorted(found.values(), key=len)}
    for low, name in found.items():
        if not any(name in full or full in name for full in own):
            words = Evidence("text", low, low + len(name), name, "partner.together")
            yield _shortest(name, known), words


def _shortest(name: str, known: Mapping[str, str]) -> str:
    """The body itself where its branch is named too: 某公司党支部 beside 某公司."""
    plain = _plain(name)
    heads = (plain[:end] for end in range(1, len(plain) + 1))
    return next(known[head] for head in heads if head in known)


def _plain(name: str) -> str:
    """江津区检察院 is 江津区人民检察院, as 江津中华职教社 is 江津区中华职教社."""
    return _LOOSE.sub("", name)


def _starts(text: str) -> Iterator[int]:
    """Where a list of partners may begin."""
    together = [match.end() for match in _TOGETHER.finditer(text)]
    for match in _WITH.finditer(text):
        if match.group() in _ALONE or _act(text, match.end(), _LIST, together):
            yield match.end()
    further = (_TAKEN_IN, *((_WHERE_TOGETHER,) if "开展" in text else ()))
    for pattern in (_PARTNERS, *further):
        for match in pattern.finditer(text):
            yield match.end()
    for match in _AS_PARTNER.finditer(text):
        begin = _clause_begin(text, match.start(), _LIST)
        if _IS.search(text, begin, match.start()):
            yield begin


def _act(text: str, at: int, reach: int, together: Sequence[int]) -> bool:
    """Whether the sentence says within reach that something is done together.

    `together` is where the words for that end.
    """
    place = bisect_left(together, at + _WORD)
    found = place < len(together) and together[place] <= at + reach
    return found and _END.search(text, at, together[place]) is None


def _clause_begin(text: str, at: int, reach: int) -> int:
    low = max(0, at - reach)
    sign = _TO_CLAUSE.match(text, low, at)
    return sign.end() if sign else low


def _before(
    text: str, own: Sequence[str], lexicon: Lexicon
) -> Iterator[tuple[int, int]]:
    """The body with which a clause begins that acts with the owner."""
    spans = [match.span() for match in _WITH_US.finditer(text)]
    for start, end in (*spans, *_with_own(text, own)):
        together = _TOGETHER.search(text, end, end + _REACH)
        if not together or _END.search(text, end, together.start()):
            continue
        found = _ORG.fullmatch(text, _clause_begin(text, start, _REACH), start)
        if found and _is_body(found, text, lexicon):
            yield found.span()


def _with_own(text: str, own: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where 与 and one of the owner's names stand."""
    for name in own:
        at = text.find(name)
        while at >= 0:
            if text[at - 1 : at] in {"与", "和", "同"}:
                yield at - 1, at + len(name)
            at = text.find(name, at + len(name))


def _listed(text: str, at: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """The bodies listed from `at` on, up to the first that is none."""
    such = _AND_SUCH.search(text, at, at + _LIST)
    limit, stop = (such.start() if such else 0), at + _LIST
    while at < stop:
        lead = _LEAD.match(text, at)
        at = lead.end() if lead else at
        found = _ORG.match(text, at, at + _REACH)
        if found and _is_body(found, text, lexicon):
            end = found.end()
            yield at, end
        else:
            brief = _BRIEF.match(text, at) if at < limit else None
            if (
                brief is None
                or _NO_NAME.search(brief.group())
                or _ANYBODY.fullmatch(brief.group())
            ):
                return
            end = brief.end()
            yield at, end
        note = _NOTE.match(text, end)
        separator = _SEPARATOR.match(text, note.end() if note else end)
        if separator is None:
            return
        at = separator.end()


def _names(words: str) -> bool:
    return not (_ANYBODY.fullmatch(words) or _NO_NAME.search(words))


def _is_body(found: re.Match[str], text: str, lexicon: Lexicon) -> bool:
    core, body = found["core"], found["body"]
    if not _names(core) or _SEPARATOR.search(_AND_IN_NAMES.sub("", core)):
        return False
    if body in _NEEDS_PLACE:
        name = text[found.start("core") : found.end("body")]
        placed = lexicon.place_at(name, 0) is not None
        return placed or any(mention.start == 0 for mention in mentions(name, lexicon))
    return True
