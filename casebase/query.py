"""A search as asked; one type reads and writes the address of the search page."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from casebase.entry import Kind
from casebase.errors import BadRequestError
from casebase.ranges import read_range

MAX_TEXT = 500  # characters of a query; longer ones are pasted paragraphs, not queries
MAX_VALUE = 4096  # characters of a filter's value: the longest path there is
MAX_LIMIT = 200
MAX_WITHOUT = 60  # expansions switched off one by one
PAGE = 10

# What can be filtered and counted, and what people call it. The first Chinese name is
# the one shown. Ranges work on year, date and number.
FIELDS: Mapping[str, tuple[str, ...]] = {
    "school": ("学校", "单位", "院校"),
    "province": ("省份", "省"),
    "city": ("城市", "市"),
    "year": ("年份", "年", "年度"),
    "date": ("日期",),
    "genre": ("体裁", "文种"),
    "kind": ("类型",),
    "method": ("工作法", "方法", "公式"),
    "slogan": ("口号",),
    "family": ("口号族",),
    "policy": ("政策", "依据"),
    "docno": ("文号",),
    "honour": ("荣誉", "称号"),
    "status": ("状态",),
    "batch": ("批次",),
    "level": ("级别",),
    "awarded": ("荣誉年份", "授予年份"),
    "brand": ("品牌",),
    "topic": ("主题",),
    "quantity": ("数量", "数字"),
    "department": ("部门", "支部"),
    "partner": ("合作", "合作单位"),
    "document": ("文献", "文件"),
    "number": ("编号", "案例"),
}
TEXT_FIELDS: Mapping[str, tuple[str, ...]] = {
    "title": ("标题", "题名", "篇名"),
    "text": ("正文", "内容", "全文"),
}
RANGED = frozenset({"year", "date", "number"})
# The parts of an honour; conditions on several of them are to hold for the same one.
HONOUR = ("honour", "level", "batch", "status", "awarded")
# What people call the values of `kind`, the first being the one shown.
KINDS: Mapping[Kind, tuple[str, ...]] = {
    Kind.CASE: ("案例",),
    Kind.ARTICLE: ("文章",),
    Kind.SECTION: ("章节",),
    Kind.POLICY: ("制度", "政策"),
    Kind.ITEM: ("汇编篇目", "条目"),
}
# What people call the fields and what they may write, for where help is given.
EXAMPLES: Mapping[str, str] = {
    "school": "学校:望岳职业技术大学",
    "year": "年份:2021..2023",
    "method": "方法:1+3",
    "honour": "荣誉:样板支部 状态:通过验收 批次:第三批 级别:国家级",
    "brand": "品牌:麦田党课",
    "topic": "主题:产教融合",
    "docno": "文号:鲁发〔2022〕19号",
    "quantity": "数量:技术服务到款>=500万",
    "department": "部门:机电系党总支",
    "partner": "合作:码头集团",
}
_EXAMPLES = {"year": "2023 或 2021..2023", "date": "2023-05-01", "number": "37"}


def field_named(name: str) -> str | None:
    """The canonical field a person means by `name` (学校, school), or None."""
    lowered = name.strip().lower()
    for canonical, names in (*FIELDS.items(), *TEXT_FIELDS.items()):
        if lowered == canonical or lowered in names:
            return canonical
    return None


@dataclass(frozen=True, slots=True)
class Filter:
    """A condition on a facet field; it does not score.

    Either `values` (any of them) or a range with `low` and `high`, each included and
    each None where open. `exclude` turns it round. As typed it has one value; several
    stored ones may be meant by it.
    """

    field: str
    values: tuple[str, ...] = ()
    low: str | None = None
    high: str | None = None
    exclude: bool = False

    @property
    def is_range(self) -> bool:
        """Whether it is a range rather than a list of values."""
        return self.low is not None or self.high is not None

    def to_args(self) -> tuple[str, ...]:
        """As in an address and after --where, each value: `school:望岳职业技术大学`.

        Filters on one field are joined by "or", so that one for each says the same.
        """
        lead = f"{'-' if self.exclude else ''}{self.field}:"
        if self.is_range:
            return (f"{lead}{self.low or ''}..{self.high or ''}",)
        return tuple(lead + value for value in self.values)


def parse_filter(text: str) -> Filter:
    """Read `field:value`, `field=value`, `year:2021..2023`, `-genre:通知`.

    Raises:
        BadRequestError: No field, an unknown field, or a value that cannot be meant.
    """
    exclude = text.startswith("-")
    body = text[1:] if exclude else text
    marks = [position for position in map(body.find, ":=：＝") if position > 0]
    if not marks:
        raise BadRequestError(
            f"筛选条件“{text[:40]}”缺少字段名。", "请写成 字段=值，例如 省份=山东。"
        )
    name, value = body[: min(marks)], body[min(marks) + 1 :]
    if name.endswith((">", "<", "＞", "＜")):  # 数量>=40门: the sign is the value's
        name, value = name[:-1], f"{name[-1]}={value}"
    canonical = field_named(name)
    if canonical is None or canonical in TEXT_FIELDS:
        known = "、".join(names[0] for names in FIELDS.values())
        raise BadRequestError(
            f"没有“{name[:20]}”这个筛选字段。", f"可用的有：{known}。"
        )
    _check_value(canonical, value)
    bounds = read_range(canonical, value) if canonical in RANGED else None
    if bounds is not None:
        return Filter(canonical, low=bounds[0], high=bounds[1], exclude=exclude)
    return Filter(canonical, values=(value,), exclude=exclude)


def _check_value(field: str, value: str) -> None:
    name = FIELDS[field][0]
    if not value.strip():
        raise BadRequestError(
            f"筛选条件“{name}”缺少值。", "请写成 字段=值，例如 省份=山东。"
        )
    if len(value) > MAX_VALUE:
        raise BadRequestError(
            f"筛选条件“{name}”的值超过了 {MAX_VALUE} 字。", "请缩短后重试。"
        )
    if field in RANGED and not any(map(str.isdecimal, value)):
        raise BadRequestError(
            f"“{value[:20]}”不能用作{name}。", f"请写数字，例如 {_EXAMPLES[field]}。"
        )


class Sort(StrEnum):
    """The order of the hits."""

    RELEVANCE = "relevance"
    NEWEST = "newest"


def _switch(args: Mapping[str, Sequence[str]], name: str, *, default: bool) -> bool:
    """Whether something is on; what is neither on nor off leaves it as it is."""
    given = (args.get(name) or [""])[0]
    unlike = {"0", "false", "off"} if default else {"1", "true", "on"}
    return default is not (given in unlike)


def _without(args: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    terms = tuple(dict.fromkeys(term for term in args.get("without") or () if term))
    if len(terms) > MAX_WITHOUT or any(len(term) > MAX_TEXT for term in terms):
        raise BadRequestError(
            f"不要的写法多于 {MAX_WITHOUT} 个，或有一个超过了 {MAX_TEXT} 字。",
            "可以改用 expand=0，一次关掉全部扩展。",
        )
    return terms


def _offset(args: Mapping[str, Sequence[str]]) -> int:
    given = _number(args, "offset", 0)
    if given is None:
        raise BadRequestError("offset 应是不小于 0 的整数。", "请改正后重试。")
    return given


def _limit(args: Mapping[str, Sequence[str]]) -> int:
    given = _number(args, "limit", PAGE)
    if given is None or not 1 <= given <= MAX_LIMIT:
        raise BadRequestError(
            f"limit 应是 1 到 {MAX_LIMIT} 的整数。", "需要更多时请用 offset 翻页。"
        )
    return given


def _number(args: Mapping[str, Sequence[str]], name: str, default: int) -> int | None:
    """The whole number given, `default` where there is none, None for another thing."""
    given = (args.get(name) or [""])[0].strip()
    if not given:
        return default
    return int(given) if re.fullmatch("[0-9]{1,9}", given) else None


@dataclass(frozen=True, slots=True)
class Query:
    """What a person asked, to and from the address of the search page.

    Attributes:
        text: As typed.
        exact: Find the text itself and nothing else.
        where: Filters; those on one field are joined by "or", the fields by "and".
        sort: The order of the hits.
        limit: Hits on a page, 1 to `MAX_LIMIT`.
        offset: Hits before this page.
        expand: Whether slogan families and short names are looked for too.
        copies: Whether each copy of a text is a hit of its own.
        correct: Whether what looks mistyped may be answered as it was meant.
        without: Expansions not to be made, each named by the term that is expanded or
            by the wording that would be looked for too.
        explain: Whether to tell which words gave which share of each score.
    """

    text: str = ""
    exact: bool = False
    where: tuple[Filter, ...] = ()
    sort: Sort = Sort.RELEVANCE
    limit: int = PAGE
    offset: int = 0
    expand: bool = True
    copies: bool = False
    correct: bool = True
    without: tuple[str, ...] = ()
    explain: bool = False

    @classmethod
    def from_args(cls, args: Mapping[str, Sequence[str]]) -> Query:
        """Read the arguments of an address, each name with the list of its values.

        Raises:
            BadRequestError: A value that cannot be meant.
        """
        text = (args.get("q") or [""])[0]
        if len(text) > MAX_TEXT:
            raise BadRequestError(
                f"检索词有 {len(text)} 字，超过了 {MAX_TEXT} 字。", "请缩短后再检索。"
            )
        sort = (args.get("sort") or [Sort.RELEVANCE.value])[0]
        if sort not in set(Sort):
            raise BadRequestError(
                f"没有“{sort[:20]}”这种排序。",
                "可用 relevance（相关）或 newest（最新）。",
            )
        return cls(
            text=text,
            exact=_switch(args, "exact", default=False),
            where=tuple(parse_filter(value) for value in args.get("where") or ()),
            sort=Sort(sort),
            limit=_limit(args),
            offset=_offset(args),
            expand=_switch(args, "expand", default=True),
            copies=(args.get("copies") or [""])[0] == "all",
            correct=_switch(args, "correct", default=True),
            without=_without(args),
            explain=_switch(args, "explain", default=False),
        )

    def to_args(self) -> list[tuple[str, str]]:
        """The arguments of the address, those at their default left out."""
        args = [("q", self.text)] if self.text else []
        if self.exact:
            args.append(("exact", "1"))
        args += [("where", arg) for each in self.where for arg in each.to_args()]
        if self.sort is not Sort.RELEVANCE:
            args.append(("sort", self.sort.value))
        if self.limit != PAGE:
            args.append(("limit", str(self.limit)))
        if self.offset:
            args.append(("offset", str(self.offset)))
        if not self.expand:
            args.append(("expand", "0"))
        if self.copies:
            args.append(("copies", "all"))
        if not self.correct:
            args.append(("correct", "0"))
        args += [("without", term) for term in self.without]
        if self.explain:
            args.append(("explain", "1"))
        return args
