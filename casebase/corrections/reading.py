"""What people type as a correction, in the vocabularies of the design."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, fields
from datetime import date
from typing import Any

from casebase.corrections.record import COMPOUNDS, SINGULAR, Action, Wish
from casebase.entry import FACTS, GENRES, PART_NAMES, Value
from casebase.errors import BadRequestError
from casebase.lexicon import Lexicon

LEVELS = ("国家级", "省级", "市级", "县级", "校级")
STATUSES = (
    "推荐申报", "培育创建", "入选", "获评", "获奖", "通过验收", "未通过", "暂缓通过",
    "终止",
)  # fmt: skip
FORMS = ("品牌", "项目", "工作室", "团队", "栏目", "基地", "活动")
ABOUT = ("约", "余", "近", "超", "不足")
CLOSED: Mapping[str, Sequence[str]] = {
    "genre": GENRES, "level": LEVELS, "status": STATUSES, "form": FORMS,
    "approximate": ABOUT,
}  # fmt: skip
YEARS = range(1900, 2100)
LONGEST = 200  # characters of a value
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_BATCH = re.compile("首批|第[一二三四五六七八九十]{1,3}批")
_NUMBER = re.compile(
    r"([^〔〕\d\s]{1,20})[〔\[［(（](\d{4})[〕\]］)）](?:第)?(\d{1,5})号"
)
_LIST = re.compile("[、；;|｜]")
_SHOWN = 40  # characters of a value in a message
FORM = "请写成 部分=值，例如 级别=省级。"


def fact_named(name: str) -> str:
    """The fact that a person means by `name`: 荣誉, honours.

    Raises:
        BadRequestError: There is none.
    """
    lowered = name.strip().lower()
    for fact, label in FACTS.items():
        if lowered in {fact, label}:
            return fact
    raise BadRequestError(
        f"没有“{name[:_SHOWN]}”这一项事实。", f"可用的有：{'、'.join(FACTS.values())}。"
    )


def asked(
    name: str, value: str | None, parts: Sequence[str], action: Action, lexicon: Lexicon
) -> Wish:
    """The wish of a person who types a fact's name, a value and parts (级别=省级).

    `action` is ADD for a value that is simply given: of a fact that is said once it
    is set.

    Raises:
        BadRequestError: It cannot be meant; the message says what can.
    """
    fact = fact_named(name)
    if action is Action.CLEAR:
        return Wish(action, fact)
    if value is None:
        raise BadRequestError(
            f"没有写{FACTS[fact]}的值。", "请写出值，或用 --clear 表示没有。"
        )
    if fact in SINGULAR and action is Action.REMOVE:
        raise BadRequestError(f"{FACTS[fact]}只有一个值。", "请用 --clear 去掉它。")
    if fact in COMPOUNDS:
        given = _parts(fact, value, parts)
        if action is Action.REMOVE:
            return Wish(action, fact, given)
        return Wish(action, fact, _whole(fact, given))
    if parts:
        raise BadRequestError(f"{FACTS[fact]}没有可分开写的部分。", "请去掉 --with。")
    simple = _simple(fact, value, lexicon)
    return Wish(Action.SET if fact in SINGULAR else action, fact, simple)


def _simple(fact: str, value: str, lexicon: Lexicon) -> str | int:
    text = _text(value)
    match fact:
        case "province":
            known = {it.name: it.short for it in lexicon.places if not it.is_city}
            short = known.get(text, text)
            return _among(FACTS[fact], short, sorted(set(known.values())))
        case "city":
            return next((it.short for it in lexicon.places if it.name == text), text)
        case "topics":
            return _among(FACTS[fact], text, [it.name for it in lexicon.topics])
        case _:
            return _checked(fact, FACTS[fact], text)  # type: ignore[no-any-return]


def _parts(fact: str, value: str, given: Sequence[str]) -> dict[str, Any]:
    """The parts of a compound value that were typed, the main one first."""
    known = {it.name: it for it in fields(COMPOUNDS[fact])}  # type: ignore[arg-type]
    main = _main(fact, value)
    found = {main: value}
    for each in given:
        name, mark, text = each.replace("＝", "=").partition("=")
        part = _part_named(fact, name, tuple(known))
        if not mark or not text.strip():
            raise BadRequestError(f"“{each[:_SHOWN]}”缺少值。", FORM)
        if part in found:
            raise BadRequestError(f"{PART_NAMES[part]}写了两次。", "请只写一次。")
        found[part] = text
    return {
        part: _checked(part, PART_NAMES[part], _text(text), str(known[part].type))
        for part, text in found.items()
    }


def _main(fact: str, value: str) -> str:
    """The part that a value without a name is: a policy's number, or its title."""
    if fact == "policies":
        return "number" if _NUMBER.fullmatch(_text(value)) else "title"
    return next(iter(fields(COMPOUNDS[fact]))).name  # type: ignore[arg-type]


def _part_named(fact: str, name: str, known: Sequence[str]) -> str:
    lowered = name.strip().lower()
    for part in known:
        if lowered in {part, PART_NAMES[part]}:
            return part
    labels = "、".join(PART_NAMES[part] for part in known)
    raise BadRequestError(
        f"{FACTS[fact]}没有“{name[:_SHOWN]}”这一部分。", f"可用的有：{labels}。"
    )


def _whole(fact: str, given: dict[str, Any]) -> Value:
    """The value; parts without a default that were not typed are asked for."""
    kind = COMPOUNDS[fact]
    lacking = [
        PART_NAMES[it.name]
        for it in fields(kind)  # type: ignore[arg-type]
        if it.default is MISSING and it.name not in given and fact != "policies"
    ]
    if lacking:
        raise BadRequestError(
            f"{FACTS[fact]}还缺{'、'.join(lacking)}。",
            f"请用 --with 补上，例如 --with {lacking[0]}=……。",
        )
    return kind(**({"title": None} if fact == "policies" else {}) | given)


def _checked(part: str, label: str, text: str, kind: str = "") -> Any:  # noqa: ANN401
    """The text of a part as its type, in its vocabulary."""
    if part in CLOSED:
        return _among(label, text, CLOSED[part])
    if part in _READERS:
        return _READERS[part](label, text)
    if kind == "bool":
        return _among(label, text, ("是", "否")) == "是"
    if kind.startswith("tuple"):
        return tuple(filter(None, map(str.strip, _LIST.split(text))))
    return text


def _text(value: str) -> str:
    """`value` in one form of Unicode, without white space around it."""
    text = unicodedata.normalize("NFC", value).strip()
    if not text or any(unicodedata.category(char) in {"Cc", "Cs"} for char in text):
        raise BadRequestError("值是空的，或含有控制字符。", "请写出一行文字。")
    if len(text) > LONGEST:
        raise BadRequestError(f"值超过了 {LONGEST} 字。", "请缩短后重试。")
    return text


def _among(label: str, text: str, known: Sequence[str]) -> str:
    if text not in known:
        raise _bad(label, text, f"可用的有：{'、'.join(known)}。")
    return text


def _year(label: str, text: str) -> int:
    digits = text.removesuffix("年")
    if not re.fullmatch("[0-9]{4}", digits) or int(digits) not in YEARS:
        raise _bad(label, text, "请写四位的年份，例如 2023。")
    return int(digits)


def _date(label: str, text: str) -> str:
    wrong = _bad(label, text, "请写成 2023-05-01、2023-05 或 2023。")
    if not _DATE.fullmatch(text) or not text.isascii():
        raise wrong
    try:
        date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError as error:
        raise wrong from error
    return text


def _document_number(label: str, text: str) -> str:
    match = _NUMBER.fullmatch(text)
    if match is None:
        raise _bad(label, text, "请写成 鲁发〔2022〕19号 这样。")
    return f"{match[1]}〔{match[2]}〕{int(match[3])}号"


def _figure(label: str, text: str) -> float:
    wrong = _bad(label, text, "请写数字，以基本单位计，例如 2100000。")
    if not re.fullmatch(r"-?[0-9]{1,15}(?:\.[0-9]{1,6})?", text):
        raise wrong
    return float(text)


def _batch(label: str, text: str) -> str:
    if not _BATCH.fullmatch(text):
        raise _bad(label, text, "请写成 首批、第二批 这样。")
    return text


def _bad(label: str, text: str, advice: str) -> BadRequestError:
    return BadRequestError(f"“{text[:_SHOWN]}”不能用作{label}。", advice)


_READERS: Mapping[str, Callable[[str, str], str | int | float]] = {
    "year": _year,
    "date": _date,
    "batch": _batch,
    "number": _document_number,
    "value": _figure,
}
