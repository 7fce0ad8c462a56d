"""What others do with the same texts: stock Whoosh, SQLite FTS5, tantivy directly.

Each is asked for the ten best, the exact total and six facets. Stock Whoosh cuts the
texts itself, with jieba's analyser; the other two are given our words, joined by
spaces, because they cannot cut Chinese.
"""

from __future__ import annotations

import sqlite3
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from bench.asked import Asked
from casebase.entry import Entry

FACETS = ("school", "province", "year", "genre", "topic", "honour")
BEST = 10
SIZE = 20  # values of a facet
_TITLE = 6.0  # how much the title counts


@dataclass(frozen=True, slots=True)
class Given:
    """A case with the words of its title and text, joined by spaces."""

    entry: Entry
    title: str = ""
    text: str = ""


class Rival(Protocol):
    """An index of another make.

    Attributes:
        cuts: Whether it cuts texts into words itself.
    """

    cuts: bool

    def build(self, cases: Iterable[Given]) -> None:
        """Make it."""
        ...

    def open(self) -> None:
        """Get ready to search."""
        ...

    def search(self, asked: Asked) -> int:
        """The ten best, the facets, and the total, which is returned."""
        ...


class StockWhoosh:
    """As its documentation shows it, with sortable columns for the facets."""

    cuts = True

    def __init__(self, path: Path) -> None:
        """In an empty folder."""
        self._path = path

    def build(self, cases: Iterable[Given]) -> None:
        """`limitmb` is four times the default."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from jieba.analyse import ChineseAnalyzer
            from whoosh import fields, index
        text = fields.TEXT(analyzer=ChineseAnalyzer())
        facets = {name: fields.KEYWORD(commas=True, sortable=True) for name in FACETS}
        schema = fields.Schema(
            id=fields.ID(stored=True), title=text, text=text, **facets
        )
        self._path.mkdir(parents=True)
        writer = index.create_in(self._path, schema).writer(limitmb=512)
        for entry in (case.entry for case in cases):
            values = {name: ",".join(of_facet(entry, name)) for name in FACETS}
            writer.add_document(
                id=entry.id, title=entry.title, text=entry.text, **values
            )
        writer.commit()

    def open(self) -> None:
        """One searcher for all queries."""
        from whoosh import index
        from whoosh.qparser import MultifieldParser, OrGroup

        opened = index.open_dir(self._path)
        self._searcher = opened.searcher()
        both = (["title", "text"], opened.schema)
        weights = {"title": _TITLE, "text": 1.0}
        self._all = MultifieldParser(*both, fieldboosts=weights)
        self._any = MultifieldParser(*both, fieldboosts=weights, group=OrGroup)

    def search(self, asked: Asked) -> int:
        """`groupedby` counts the facets and keeps everything that matches."""
        from whoosh.sorting import FieldFacet

        words = f'"{asked.text}"' if asked.phrase else " ".join(asked.terms)
        parser = self._any if asked.either else self._all
        groups = {name: FieldFacet(name, allow_overlap=True) for name in FACETS}
        found = self._searcher.search(parser.parse(words), limit=BEST, groupedby=groups)
        for name in FACETS:
            found.groups(name)
        [hit["id"] for hit in found[:BEST]]
        return len(found)


class Fts5:
    """SQLite's own index; facets in a table beside it."""

    cuts = False

    def __init__(self, path: Path) -> None:
        """In an empty folder."""
        self._path = path

    def build(self, cases: Iterable[Given]) -> None:
        """From the words."""
        self._path.mkdir(parents=True)
        base = sqlite3.connect(self._path / "fts.sqlite")
        base.execute(
            "CREATE VIRTUAL TABLE texts USING fts5(title, text, content='',"
            " tokenize = \"unicode61 remove_diacritics 0 tokenchars '+%.-_'\")"
        )
        base.execute("CREATE TABLE ids (id TEXT)")
        base.execute("CREATE TABLE facets (entry INTEGER, name TEXT, value TEXT)")
        for number, case in enumerate(cases, 1):
            base.execute(
                "INSERT INTO texts (rowid, title, text) VALUES (?, ?, ?)",
                (number, case.title, case.text),
            )
            base.execute("INSERT INTO ids VALUES (?)", (case.entry.id,))
            values = [(number, *pair) for pair in _pairs(case.entry)]
            base.executemany("INSERT INTO facets VALUES (?, ?, ?)", values)
        base.execute("CREATE INDEX by_entry ON facets (entry, name, value)")
        base.execute("INSERT INTO texts (texts) VALUES ('optimize')")
        base.commit()
        base.close()

    def open(self) -> None:
        """One connection for all queries."""
        self._base = sqlite3.connect(self._path / "fts.sqlite")

    def search(self, asked: Asked) -> int:
        """Three statements: the best, the total, the facets."""
        quoted = [f'"{term}"' for term in asked.terms]
        match = f'"{" ".join(asked.terms)}"' if asked.phrase else ""
        match = match or (" OR " if asked.either else " AND ").join(quoted)
        ask = self._base.execute
        ask(
            "SELECT ids.id FROM texts JOIN ids ON ids.rowid = texts.rowid"
            " WHERE texts MATCH ? ORDER BY bm25(texts, 6.0, 1.0) LIMIT 10",
            (match,),
        ).fetchall()
        counted = "SELECT count(*) FROM texts WHERE texts MATCH ?"
        (total,) = ask(counted, (match,)).fetchone()
        ask(
            "SELECT name, value, count(*) FROM facets WHERE entry IN"
            " (SELECT rowid FROM texts WHERE texts MATCH ?) GROUP BY name, value",
            (match,),
        ).fetchall()
        return int(total)


class Tantivy:
    """Its Python binding, with an aggregation for each facet."""

    cuts = False

    def __init__(self, path: Path) -> None:
        """In an empty folder."""
        self._path = path

    def build(self, cases: Iterable[Given]) -> None:
        """From the words."""
        import tantivy

        self._path.mkdir(parents=True)
        index = self._index(create=True)
        writer = index.writer(heap_size=256_000_000, num_threads=1)
        for case in cases:
            document = tantivy.Document(
                id=case.entry.id, title=case.title, text=case.text
            )
            for name, value in _pairs(case.entry):
                document.add_text(name, value)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()

    def _index(self, *, create: bool = False) -> Any:  # noqa: ANN401 - no types
        import tantivy

        builder = tantivy.SchemaBuilder()
        builder.add_text_field("id", stored=True, tokenizer_name="raw")
        for name in ("title", "text"):
            builder.add_text_field(name, tokenizer_name="whitespace")
        for name in FACETS:
            builder.add_text_field(name, tokenizer_name="raw", fast=True)
        path = str(self._path)
        index = (
            tantivy.Index(builder.build(), path) if create else tantivy.Index.open(path)
        )
        cut = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
        index.register_tokenizer("whitespace", cut)
        return index

    def open(self) -> None:
        """One searcher for all queries."""
        self._opened = self._index()
        self._searcher = self._opened.searcher()

    def search(self, asked: Asked) -> int:
        """Two calls: the best with the total, and the facets."""
        query = self._query(asked)
        found = self._searcher.search(query, BEST)
        [self._searcher.doc(address)["id"] for _, address in found.hits]
        counted = {name: {"terms": {"field": name, "size": SIZE}} for name in FACETS}
        self._searcher.aggregate(query, counted)
        return int(found.count)

    def _query(self, asked: Asked) -> Any:  # noqa: ANN401 - no types
        import tantivy

        query, occur = tantivy.Query, tantivy.Occur
        schema = self._opened.schema

        def either(make: Any, words: Any) -> Any:  # noqa: ANN401 - no types
            title = query.boost_query(make(schema, "title", words), _TITLE)
            text = make(schema, "text", words)
            return query.boolean_query([(occur.Should, title), (occur.Should, text)])

        if asked.phrase and asked.terms[1:]:
            return either(query.phrase_query, list(asked.terms))
        how = occur.Should if asked.either else occur.Must
        terms = [(how, either(query.term_query, term)) for term in asked.terms]
        return query.boolean_query(terms)


def of_facet(entry: Entry, name: str) -> Sequence[str]:
    """The values of one of `FACETS`."""
    if name == "topic":
        return [str(value) for value in entry.values("topics")]
    if name == "honour":
        return list(dict.fromkeys(value.name for value in entry.values("honours")))
    return [str(entry.first(name))]


def _pairs(entry: Entry) -> Iterator[tuple[str, str]]:
    for name in FACETS:
        for value in of_facet(entry, name):
            yield name, value
