"""Bodies that issue papers: who a title or a signature says it is."""

from __future__ import annotations

import re

from casebase.lexicon import Lexicon

_ABOUT = re.compile("(?:联合)?(?:关于|印发|转发|批转|公布)")
_LEAD = re.compile("^(?:中共|中国共产党)")
# What a party body has in its name; the office itself has not.
_PARTY = re.compile(
    "党|中共|中央(?!人民政府)|[省市县区州旗工团纪盟]委(?!员会)|组织部|宣传部|统战部|纪检|共青团"
)
_PARTY_END = re.compile("(?:机关)?(?:党组|党委|党工委|党总支)$")
_PARTY_OF = re.compile("(?:机关)?(?:党组|党委|党工委|党总支|党支部)")
_PAPER = re.compile(
    "(?:纪要|讲话|致辞|发言|摘登|通知|公告|通报|意见|方案|规定|办法|条例|规划|要点|计划|报告"
    r"|总结|简报|名单)(?:[（(][^（()）]{0,20}[）)])?$"
)
_TOLD = re.compile("召开|举行|出席|主持|会见|闭幕|开幕")  # news of a body
_WIDE = re.compile("全国|中国|[\u4e00-\u9fff]{1,8}?[省市县区州旗]")
# （某某联盟2023年3月20日印发……）
_IMPRINT = re.compile(
    r"[（(]\s?([\u4e00-\u9fff]{4,30}?)\s?\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日\s?"
    "(?:印发|发布|公布|颁布)"
)
_OFFICE = re.compile("(?:办公厅|办公室|党组)$")
_SCHOOL = re.compile("大学|学院|学校|党校")
_ANY_SCHOOL = re.compile(
    "大学|学院|校|中学|小学|中专|教育(?:培训)?中心|职教中心|幼儿园"
)
_DAY = re.compile(r"(?<=\S)\s+\d{4}\s?年\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?$")
_SIGNS = re.compile("[，。；：！？“”《》、,;:!?]")
_HEAD_BODY = re.compile(
    "[\u4e00-\u9fff]{1,14}?(?:局|厅|委|(?<!支)部|委员会|政府|法院|检察院)(?!门)"
)


def is_party_body(name: str) -> bool:
    """Whether it is a school or a body of the party, not an office of a government."""
    return _ANY_SCHOOL.search(name) is not None or _PARTY.search(name) is not None


def issuer_of_title(title: str, lexicon: Lexicon) -> str | None:
    """The body before 关于 (国务院办公厅关于……的通知), or one that heads the title."""
    about = _ABOUT.search(title, 2, 48)
    if about is not None and _PAPER.search(title):
        name = title[: about.start()].strip()
        return _body(name, lexicon)
    return _heading_body(title, lexicon)


def issuer_of_imprint(line: str) -> str | None:
    """The body that a line under the title says issued the paper on such a day."""
    found = _IMPRINT.match(line.strip())
    name = found.group(1) if found else ""
    return name if name and not _SCHOOL.search(name) else None


def issuer_of_line(line: str, lexicon: Lexicon) -> str | None:
    """The body that a short line of its own names, such as a signature."""
    name = _DAY.sub("", line.strip())
    return _body(name, lexicon) if len(name) <= 40 else None  # noqa: PLR2004 - a line, no sentence


def _body(name: str, lexicon: Lexicon) -> str | None:
    """`name` where it is the name of a body; the first of several side by side."""
    parts = name.split()
    if not parts or _SIGNS.search(name) or _SCHOOL.search(name):
        return None
    if all(_is_body(_PARTY_END.sub("", part), lexicon) for part in parts):
        return parts[0]
    return None


def _is_body(name: str, lexicon: Lexicon) -> bool:
    if _OFFICE.sub("", name) in lexicon.issuers:
        return True
    core = _LEAD.sub("", name)
    placed = lexicon.place_at(core, 0) is not None or _WIDE.match(core)
    bodies = lexicon.issuer_endings
    return bool(placed) and any(core.endswith(ending) for ending in bodies)


def _heading_body(title: str, lexicon: Lexicon) -> str | None:
    """The body whose name begins the title of its paper: 某市住建局党组会议纪要."""
    if not _PAPER.search(title) or _TOLD.search(title):
        return None
    for name in sorted(lexicon.issuers, key=len, reverse=True):
        if len(name) > 2 and title.startswith(name):  # noqa: PLR2004 - 国家 and 中央 head any title
            return name
    if lexicon.place_at(title, 0) is None:
        return None
    found = _HEAD_BODY.match(title)
    if found is None or _SCHOOL.search(found.group()):
        return None
    party = _PARTY_OF.match(title, found.end())
    return found.group() + (party.group() if party else "")
