"""A small invented base, and the service over it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from threading import Event

from typing_extensions import override

from casebase.catalogue import State
from casebase.engines import backend
from casebase.engines.engine import Engine, Request, Response
from casebase.entry import (
    Entry,
    Fact,
    Kind,
    Method,
    Paragraph,
    Policy,
    Role,
    Slogan,
    Value,
)
from casebase.errors import IndexDamagedError
from casebase.lexicon import Lexicon, load_lexicon
from casebase.matching import Node
from casebase.results import Copy
from casebase.search.records import record
from casebase.search.service import Searcher
from casebase.text.segment import Segmenter


@cache
def lexicon() -> Lexicon:
    return load_lexicon()


@cache
def segmenter() -> Segmenter:
    return Segmenter(lexicon().terms())


def entry(
    number: int,
    title: str,
    *paragraphs: str | Paragraph,
    facts: dict[str, Value] | None = None,
    document: str = "",
    kind: Kind = Kind.ARTICLE,
    path: tuple[str, ...] = (),
) -> Entry:
    """An entry of its own document unless one is named; facts by name, one each."""
    name = document or f"文件{number}.txt"
    return Entry(
        id=f"d{name}-{number}",
        document_id=f"d{name}",
        document=name,
        document_title=title if not document else "滨湖职业学院质量年报",
        subtitle="",
        kind=kind,
        number=number if kind is Kind.CASE else None,
        title=title,
        path=path,
        pages=None,
        paragraphs=tuple(
            p if isinstance(p, Paragraph) else Paragraph(p) for p in paragraphs
        ),
        facts=tuple(Fact(name, value, ()) for name, value in (facts or {}).items()),
    )


def slogan(wording: str) -> Slogan:
    return Slogan(wording, lexicon().families[wording])


LAKE: dict[str, Value] = {
    "school": "滨湖职业技术学院",
    "province": "江苏",
    "year": 2023,
}
HILL: dict[str, Value] = {"school": "青峦职业大学", "province": "福建", "year": 2021}
REPORT = "年报.pdf"

ENTRIES = (
    entry(
        1,
        "党建引领聚合力",
        "各系实施“一支部一品牌”创建，\t共建品牌 12 个。",
        "学校打造“1+3+N”工作体系。",
        "双带头人工作室通过验收。",
        facts=HILL
        | {
            "slogans": slogan("一支部一品牌"),
            "methods": Method("1+3+N"),
            "genre": "新闻",
        },
    ),
    entry(
        2,
        "支部建在产业链上",
        "该校推行“一支部一特色”，涌现一批先进支部。",
        "“1+3”联建模式覆盖三个园区，22 名党员参加，2022 年推广。",
        facts={
            "school": "云台工程学院",
            "province": "山东",
            "year": 2022,
            "slogans": slogan("一支部一特色"),
            "methods": Method("1+3"),
        },
    ),
    entry(
        3,
        "支部工作条例学习",
        "支部书记讲党课，支部委员谈体会，支部党员齐参与。",
        "依据鲁测发〔2022〕19 号文件。",
        facts={
            "year": 2022,
            "genre": "通知",
            "policies": Policy("支部工作条例", "鲁测发〔2022〕19号"),
        },
    ),
    entry(
        4,
        "校企合作育工匠",
        Paragraph("一、共建实训基地", Role.HEADING, 1),
        "滨湖职院与企业共建实训基地，使用 C++ 与 AI 平台开展 hello world 教学。",
        facts=LAKE,
        document=REPORT,
        kind=Kind.CASE,
        path=("产教融合",),
    ),
    entry(
        5,
        "心理辅导进班级",
        "辅导员开展团体辅导，帮助心理危机学生走出困境。",
        facts=LAKE,
        document=REPORT,
        kind=Kind.CASE,
        path=("人才培养",),
    ),
    entry(
        6,
        "依法治理见成效",
        "学校成立依法治校领导小组。",
        "MAIN 机房改造完成。",
        facts=LAKE,
        document=REPORT,
        kind=Kind.SECTION,
        path=("发展保障",),
    ),
)


class Store:
    """A catalogue that is a list; `generation` can be moved on."""

    def __init__(
        self, entries: Sequence[Entry], groups: Sequence[tuple[str, ...]] = ()
    ) -> None:
        self.held = {held.id: held for held in entries}
        self.groups = tuple(groups)
        self.generation: int | None = 1

    def state(self) -> State | None:
        if self.generation is None:
            return None
        size = len(self.held)
        return State(self.generation, "whoosh", "engine/1", "", "", size, size)

    def entries(self, ids: Sequence[str]) -> list[Entry]:
        return [self.held[i] for i in ids if i in self.held]

    def copies(self) -> tuple[tuple[str, ...], ...]:
        return self.groups

    def shared(self) -> frozenset[str]:
        return frozenset()

    def titles(self) -> list[str]:
        return [held.title for held in self.held.values()]

    def also_in(self, ids: Sequence[str]) -> dict[str, tuple[Copy, ...]]:
        return {
            asked: tuple(
                Copy(it.id, it.document, it.document_title, it.title, it.pages)
                for it in (self.held[other] for other in group if other != asked)
            )
            for group in self.groups
            for asked in set(group).intersection(ids)
        }


@contextmanager
def engine_over(entries: Sequence[Entry], name: str = "whoosh") -> Iterator[Engine]:
    """An engine over entries, in a folder that goes away."""
    with tempfile.TemporaryDirectory() as folder:
        made_by = backend(name)
        path = Path(folder) / "engine"
        made_by.build(path, (record(held, segmenter()) for held in entries))
        opened = made_by.open(path)
        yield opened
        opened.close()


@contextmanager
def searching(
    entries: Sequence[Entry] = ENTRIES,
    groups: Sequence[tuple[str, ...]] = (),
    engine: str = "whoosh",
) -> Iterator[Searcher]:
    """The service over entries, of which some are copies of one another."""
    with engine_over(entries, engine) as opened:
        store = Store(entries, groups)
        yield Searcher(store, lambda _: opened, lexicon(), segmenter())


class BrokenEngine:
    """An engine whose files went bad after it was opened."""

    closed = False

    def search(self, request: Request) -> Response:
        if request.limit:
            raise IndexDamagedError(
                "索引文件已损坏。", "请运行 casebase reindex --full。"
            )
        return Response((), 0, {})

    def frequency(self, _: Node) -> int:
        return 0

    def scores(self, _: object, ids: Sequence[str]) -> list[tuple[float | None, ...]]:
        return [() for _ in ids]

    def count(self) -> int:
        return 0

    def ids(self) -> set[str]:
        return set()

    def close(self) -> None:
        self.closed = True


class Shared:
    """An engine that fails once it was let go, over one that stays open."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.closed = False
        self.asked: list[Request] = []

    def search(self, request: Request) -> Response:
        assert not self.closed
        self.asked.append(request)
        return self._engine.search(request)

    def frequency(self, node: Node) -> int:
        return self.search(Request(node, limit=0)).total

    def scores(
        self, leaves: Sequence[Node], ids: Sequence[str]
    ) -> list[tuple[float | None, ...]]:
        return self._engine.scores(leaves, ids)

    def count(self) -> int:
        return self._engine.count()

    def ids(self) -> set[str]:
        return self._engine.ids()

    def close(self) -> None:
        assert not self.closed
        self.closed = True


class Held(Shared):
    """One that answers a page of hits only when it may."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine)
        self.entered, self.leave = Event(), Event()

    @override
    def search(self, request: Request) -> Response:
        if request.limit:
            self.entered.set()
            assert self.leave.wait(10)
        return super().search(request)
