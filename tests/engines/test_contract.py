"""What every engine must do, held against one that looks at every record."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebase import extras
from casebase.engines import ENGINES, backend
from casebase.engines.engine import (
    Backend,
    Engine,
    Names,
    Record,
    Renamed,
    Request,
)
from casebase.errors import BadRequestError
from casebase.matching import All, And, Has, Node, Not, Or, Phrase, Prefix, Term
from casebase.query import Filter, Sort
from tests.engines import made, oracle
from tests.engines.held import built, folder


@pytest.fixture(params=ENGINES)
def engine_backend(request: pytest.FixtureRequest) -> Backend:
    return backend(request.param)


def _agrees(engine: Engine, records: Iterable[Record], request: Request) -> None:
    """Check an answer against the oracle, and its order against the whole list."""
    response = engine.search(request)
    found = oracle.matching(records, request)
    assert response.total == len(found)
    assert not response.incomplete
    alike = [it for it in records if oracle.matches(it, request.node)]
    assert engine.frequency(request.node) == len(alike)
    assert list(response.facets) == [*request.facets, *request.renamed]
    for name, wanted in request.renamed.items():
        assert list(response.facets[name]) == oracle.renamed(found, wanted)
    for field, most in request.facets.items():
        assert list(response.facets[field]) == oracle.counted(found, field, most)
    everything = engine.search(replace(request, limit=1000, offset=0)).hits
    page = slice(request.offset, request.offset + request.limit)
    assert response.hits == everything[page]
    assert {name for name, _ in everything} == {record.id for record in found}
    dates = {record.id: record.date for record in found}
    if request.sort is Sort.NEWEST:
        newest = sorted(found, key=lambda record: record.id)
        newest.sort(key=lambda record: record.date, reverse=True)
        assert [name for name, _ in everything] == [record.id for record in newest]
    else:
        assert dates.keys() == {name for name, _ in everything}
        best = sorted(everything, key=lambda hit: hit[0])
        best.sort(key=lambda hit: (hit[1], dates[hit[0]]), reverse=True)
        assert list(everything) == best


@settings(deadline=None, max_examples=60)
@given(data=st.data(), records=made.records)
@pytest.mark.parametrize("name", ENGINES)
def test_answers_are_those_of_the_oracle(
    name: str, data: st.DataObject, records: list[Record]
) -> None:
    with built(backend(name), records) as engine:
        for request in data.draw(st.lists(made.requests, min_size=5, max_size=15)):
            _agrees(engine, records, request)


@settings(deadline=None, max_examples=40)
@given(
    old=made.records,
    new=st.lists(made.records, min_size=1, max_size=3),
    removed=st.lists(st.integers(0, 60), max_size=8),
    wanted=st.lists(made.requests, min_size=3, max_size=8),
)
@pytest.mark.parametrize("name", ENGINES)
def test_changed_step_by_step_is_as_good_as_built_from_nothing(
    name: str,
    old: list[Record],
    new: list[list[Record]],
    removed: list[int],
    wanted: list[Request],
) -> None:
    made_by = backend(name)
    kept = {record.id: record for record in old}
    with folder() as path:
        made_by.build(path / "0", old)
        for step, added in enumerate(new, start=1):
            names = [*sorted(kept), "nobody"]
            gone = {names[at % len(names)] for at in removed}
            base = path / str(step - 1)
            made_by.build(path / str(step), added, base=base, remove=gone)
            kept = {name: r for name, r in kept.items() if name not in gone}
            kept |= {record.id: record for record in added}
        with (
            closing(made_by.open(path / str(len(new)))) as changed,
            built(made_by, kept.values()) as afresh,
        ):
            assert changed.ids() == kept.keys()
            assert changed.count() == len(kept)
            for request in wanted:
                _agrees(changed, kept.values(), request)
                assert _counted(changed, request) == _counted(afresh, request)


def _counted(engine: Engine, request: Request) -> object:
    """An answer but for scores: what was replaced may go on counting as a rarity."""
    found = engine.search(replace(request, limit=1000, offset=0))
    return found.total, found.facets, {name for name, _ in found.hits}


TEXTS = {
    # id: title | paragraphs, as grams
    "k-1": "一支部一品牌|实施 1+3+n 工作法|党建引领",
    "k-2": "示范支部|探索 1+3 模式|教|育",
    "k-3": "品牌一支部一|ai 赋能教育教育|2022 年",
}


def _cut(text: str) -> list[str]:
    """Grams of the short texts here: formulas and words stand between spaces."""
    pieces = text.split(" ")
    return [t for p in pieces for t in ([p] if p.isascii() else list(p)) if t]


def _plain(name: str, text: str, **facets: str) -> Record:
    title, *paragraphs = text.split("|")
    body = [gram for p in paragraphs for gram in ("\n", *_cut(p))]
    return Record(
        id=name,
        tokens={
            "title": [title],
            "text": [gram for gram in body if gram != "\n"],
            "title_grams": _cut(title),
            "grams": [*_cut(title), *body],
        },
        facets={field: (value,) for field, value in facets.items()},
        date=facets.get("date", ""),
    )


PHRASES = [
    ("grams", "一支部一品牌", {"k-1"}),
    ("grams", "一支部一", {"k-1", "k-3"}),
    ("grams", "支", {"k-1", "k-2", "k-3"}),
    ("grams", "1+3", {"k-2"}),
    ("grams", "1+3+n", {"k-1"}),
    ("grams", "教育", {"k-3"}),  # k-2 has it over two paragraphs
    ("grams", "育教", {"k-3"}),
    ("grams", "牌实施", set()),  # no phrase goes from the title into the text
    ("title_grams", "品牌", {"k-1", "k-3"}),
    ("title_grams", "党建", set()),
    ("grams", "无此字", set()),
]


@pytest.mark.parametrize(("field", "phrase", "found"), PHRASES)
def test_phrases_are_exact(
    engine_backend: Backend, field: str, phrase: str, found: set[str]
) -> None:
    records = [_plain(name, text) for name, text in TEXTS.items()]
    with built(engine_backend, records) as engine:
        hits = engine.search(Request(Phrase(field, tuple(_cut(phrase))))).hits
    assert {name for name, _ in hits} == found


def test_a_phrase_is_not_found_where_no_order_is_kept(engine_backend: Backend) -> None:
    with (
        built(engine_backend, [_plain("k", "甲|乙")]) as engine,
        pytest.raises(ValueError, match="text"),
    ):
        engine.search(Request(Phrase("text", ("乙", "丙"))))


def test_what_scores_more(engine_backend: Backend) -> None:
    """Often before once, short before long, rare words before common, boosts."""
    long = "|".join(["甲 x", *["填充的话"] * 20])
    records = [
        _plain("often", "甲|x x x"),
        _plain("once", "甲|x 乙 丙"),
        _plain("long", long),
        _plain("rare", "甲|y 乙 丙"),
        *(_plain(f"z-{n}", "丁|x 戊 己") for n in range(5)),
    ]
    with built(engine_backend, records) as engine:

        def scores(node: Node) -> dict[str, float]:
            return dict(engine.search(Request(node, limit=50)).hits)

        x, y = Term("text", "x"), Term("text", "y")
        single = scores(x)
        assert single["often"] > single["once"]
        assert scores(Term("grams", "x"))["once"] > scores(Term("grams", "x"))["long"]
        both = scores(Or((x, y)))
        assert both["rare"] > both["once"]
        boosted = scores(Or((replace(x, boost=9.0), y)))
        assert boosted["once"] > boosted["rare"]
        assert boosted["once"] == pytest.approx(9 * single["once"])
        sums = scores(And((x, Term("title", "甲"))))
        assert sums["once"] == pytest.approx(
            single["once"] + scores(Term("title", "甲"))["once"]
        )


def test_what_scores_nothing(engine_backend: Backend) -> None:
    records = [
        _plain("k-1", "甲|x", school="江洲"),
        _plain("k-2", "乙|x", school="江洲"),
    ]
    condition = Filter("school", ("江洲",))
    alone = Term("text", "x")
    with built(engine_backend, records) as engine:
        plain = engine.search(Request(alone)).hits
        for node in (
            And((alone, Has(condition))),
            And((alone, Not(Term("text", "无")))),
            And((alone, All())),
            Or((alone, Has(condition))),
        ):
            assert engine.search(Request(node)).hits == plain
        assert engine.search(Request(alone, where=(condition,))).hits == plain
        assert {s for _, s in engine.search(Request(Has(condition))).hits} == {0.0}


def test_a_part_that_fails_adds_no_score(engine_backend: Backend) -> None:
    records = [_plain("k-1", "甲|x y"), _plain("k-2", "乙|x z"), _plain("k-3", "丙|w")]
    x, y, z = (Term("text", token) for token in "xyz")
    with built(engine_backend, records) as engine:
        found = dict(engine.search(Request(Or((And((x, y)), z)))).hits)
        assert found["k-2"] == dict(engine.search(Request(z)).hits)["k-2"]


def test_a_prefix_is_bounded_but_not_wrong(engine_backend: Backend) -> None:
    records = [_plain(f"k-{n}", f"甲|w{n:04} w9") for n in range(1500)]
    with built(engine_backend, records) as engine:
        assert engine.search(Request(Prefix("text", "w00"))).total == 100
        assert engine.search(Request(Prefix("text", "w"))).total >= 1000
        assert engine.search(Request(Prefix("text", "v"))).total == 0


def test_an_empty_index_answers(engine_backend: Backend) -> None:
    with built(engine_backend, []) as engine:
        for node in (All(), Term("text", "x"), Phrase("grams", ("一", "支"))):
            parts = {"part": Renamed("school", Names({"甲": "子"}), 3)}
            response = engine.search(Request(node, facets={"school": 3}, renamed=parts))
            assert (response.hits, response.total) == ((), 0)
            assert response.facets == {"school": (), "part": ()}
        assert engine.count() == 0
        assert engine.ids() == set()


def test_two_records_with_one_id_are_refused(
    engine_backend: Backend, tmp_path: Path
) -> None:
    twice = [_plain("k", "甲"), _plain("k", "乙")]
    with pytest.raises(ValueError, match="k"):
        engine_backend.build(tmp_path / "index", twice)


def test_a_place_that_is_taken_is_left_alone(
    engine_backend: Backend, tmp_path: Path
) -> None:
    (tmp_path / "mine").write_text("mine")
    with pytest.raises(FileExistsError):
        engine_backend.build(tmp_path, [_plain("k", "甲")])
    assert [file.name for file in tmp_path.iterdir()] == ["mine"]


def test_an_unknown_engine_is_refused() -> None:
    with pytest.raises(BadRequestError, match="lucene"):
        backend("lucene")


def test_an_engine_that_is_not_installed_is_told_plainly(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(extras, "fast_engine", lambda: False)
    with pytest.raises(BadRequestError, match="没有安装") as raised:
        backend("tantivy")
    assert "pip install" in raised.value.advice


def test_searches_from_many_threads_agree(engine_backend: Backend) -> None:
    records = [
        _plain(f"k-{n}", f"第{n}|一支部{'品' * (n % 5)}牌 w{n % 50}", school=str(n % 7))
        for n in range(300)
    ]
    wanted = [
        Request(node, facets={"school": 10})
        for n in range(50)
        for node in (
            Term("text", f"w{n}"),
            Phrase("grams", ("部", *"品" * (n % 5), "牌")),
            Prefix("text", f"w{n % 9}"),
        )
    ]
    with built(engine_backend, records) as engine:
        answers = [engine.search(request) for request in wanted]
    with (
        built(engine_backend, records) as fresh,
        ThreadPoolExecutor(8) as pool,
    ):
        assert list(pool.map(fresh.search, wanted * 4)) == answers * 4
