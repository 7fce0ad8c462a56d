"""Records and requests as hypothesis makes them, small alphabets full of traps."""

from __future__ import annotations

from hypothesis import strategies as st

from casebase.engines.engine import Names, Record, Renamed, Request
from casebase.matching import All, And, Has, Node, Not, Or, Phrase, Prefix, Term
from casebase.query import Filter, Sort

# Few of them, so that phrases, repetitions and near misses are frequent; one is a part
# of another in bytes or as a string; a paragraph's end is among them.
GRAMS = ("一", "支", "部", "1+3", "1+3+n", "3", "13", "+", "ai", "a", " ", "\n", "𠮷")
WORDS = ("支部", "支部书记", "支", "党建", "1+3", "ai", "ail", "品牌")
SCHOOLS = ("江洲学院", "江洲", "《甲》", "a|b")
YEARS = ("2019", "2020", "2021")
DATES = ("2019-12-31", "2020-01-01", "2020-06", "2021")

grams = st.lists(st.sampled_from(GRAMS), max_size=12)
words = st.lists(st.sampled_from(WORDS), max_size=6)


@st.composite
def record(draw: st.DrawFn, ids: st.SearchStrategy[str]) -> Record:
    title = draw(grams)
    date = draw(st.sampled_from(("", *DATES)))
    return Record(
        id=draw(ids),
        tokens={
            "title": draw(words),
            "heading": draw(words),
            "text": draw(words),
            "title_grams": title,
            "grams": [*title, "\n", *draw(grams)],
        },
        facets={
            "school": tuple(draw(st.lists(st.sampled_from(SCHOOLS), max_size=2))),
            "year": tuple(draw(st.lists(st.sampled_from(YEARS), max_size=1))),
            "date": (date,) if date else (),
        },
        date=date,
    )


_ids = st.integers(0, 30).map(lambda number: f"d{number % 7}-{number}")
records = st.lists(record(_ids), max_size=25, unique_by=lambda made: made.id)

filters = st.one_of(
    st.builds(
        Filter,
        st.just("school"),
        st.lists(st.sampled_from((*SCHOOLS, "无")), min_size=1, max_size=2).map(tuple),
        exclude=st.booleans(),
    ),
    st.builds(
        Filter,
        st.just("year"),
        low=st.sampled_from((None, *YEARS)),
        high=st.sampled_from(("2020", "02021", "3000")),
        exclude=st.booleans(),
    ),
    st.builds(
        Filter,
        st.just("date"),
        low=st.sampled_from(("2019", "2020-01-01", "2020-02")),
        high=st.sampled_from((None, "2020", "2020-06-30", "2021")),
        exclude=st.booleans(),
    ),
    st.just(Filter("genre", ("没有谁有",))),
)
_boosts = st.sampled_from((1.0, 0.5, 3.0))
_leaves: st.SearchStrategy[Node] = st.one_of(
    st.builds(
        Term,
        st.sampled_from(("title", "heading", "text")),
        st.sampled_from((*WORDS, "无")),
        _boosts,
    ),
    st.builds(
        Phrase,
        st.sampled_from(("grams", "title_grams")),
        st.lists(st.sampled_from(GRAMS), max_size=3).map(tuple),
        _boosts,
    ),
    st.builds(Term, st.just("grams"), st.sampled_from(GRAMS)),
    st.builds(Prefix, st.just("text"), st.sampled_from(("支", "a", "1", "无"))),
    st.builds(Has, filters),
    st.just(All()),
)
nodes: st.SearchStrategy[Node] = st.recursive(
    _leaves,
    lambda inner: st.one_of(
        st.builds(And, st.lists(inner, max_size=3).map(tuple)),
        st.builds(Or, st.lists(inner, max_size=3).map(tuple)),
        st.builds(Not, inner),
    ),
    max_leaves=8,
)
requests = st.builds(
    Request,
    nodes,
    st.lists(filters, max_size=3).map(tuple),
    st.fixed_dictionaries({"school": st.integers(1, 5), "date": st.just(9)}),
    st.sampled_from(Sort),
    st.integers(0, 8),
    st.integers(0, 8),
    renamed=st.fixed_dictionaries(
        {
            "part": st.builds(
                Renamed,
                st.sampled_from(("school", "year", "genre")),
                st.builds(
                    Names,
                    st.dictionaries(
                        st.sampled_from((*SCHOOLS, *YEARS)), st.sampled_from("子丑寅")
                    ),
                ),
                st.integers(1, 3),
                st.none() | st.frozensets(st.sampled_from((*SCHOOLS, *YEARS))),
            )
        }
    ),
)
