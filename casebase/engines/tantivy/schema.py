"""What a tantivy index of ours holds.

Words are kept with their frequencies. Of grams there are, besides the single ones, all
pairs of neighbours, with their positions: a phrase of two is one token then, and a
longer one is made of tokens rare enough to be looked for in no time.

Of an entry's facts tantivy keeps what filters ask for; what is counted and sorted by is
in columns of ours, by the entry's number. `block` and `bit` give a set of entries away
as sums: see `casebase.engines.tantivy.native`.
"""

from __future__ import annotations

from pathlib import Path

import tantivy

from casebase.engines.engine import GRAM_FIELDS, WORD_FIELDS, Record
from casebase.engines.tantivy.spelling import JOINT, pairs, spelt, spelt_one

BITS = 52  # sums of that many different powers of two are exact
PAIRS = {field: f"{field}_pairs" for field in GRAM_FIELDS}
ID, VALUE = "entry_id", "facet_value"
NUMBER, BIT, EVEN = "entry_number", "number_bit", "even"
_WHITE_SPACE = "white_space"


def created(path: Path) -> tantivy.Index:
    """A new index at `path`, an empty directory."""
    return _ready(tantivy.Index(_schema(), str(path)))


def opened(path: Path) -> tantivy.Index:
    """The index at `path`."""
    return _ready(tantivy.Index.open(str(path)))


def _ready(index: tantivy.Index) -> tantivy.Index:
    """`index` with the tokenizer, which is not kept with it.

    It is not watched for changes: who reads it reads what there is, and who watches
    leaves a lock behind in a folder that is just being removed.
    """
    index.config_reader("manual")
    tokenizer = tantivy.Tokenizer.whitespace()
    analyzer = tantivy.TextAnalyzerBuilder(tokenizer).build()
    index.register_tokenizer(_WHITE_SPACE, analyzer)
    return index


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for field in WORD_FIELDS:
        builder.add_text_field(field, tokenizer_name=_WHITE_SPACE, index_option="freq")
    for field in GRAM_FIELDS:
        builder.add_text_field(
            field, stored=True, tokenizer_name=_WHITE_SPACE, index_option="freq"
        )
        builder.add_text_field(
            PAIRS[field], tokenizer_name=_WHITE_SPACE, index_option="position"
        )
    for field in (ID, VALUE):
        builder.add_text_field(field, tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field(NUMBER, indexed=True, fast=True)
    builder.add_float_field(BIT, fast=True)
    builder.add_unsigned_field(EVEN, fast=True)
    return builder.build()


def document(record: Record, number: int) -> tantivy.Document:
    """`record` as entry `number` of the index."""
    made = tantivy.Document()
    for field in WORD_FIELDS:
        made.add_text(field, " ".join(spelt(record.tokens.get(field, ()))))
    for field in GRAM_FIELDS:
        grams = spelt(record.tokens.get(field, ()))
        made.add_text(field, " ".join(grams))
        made.add_text(PAIRS[field], " ".join(pairs(grams)))
    for name, values in record.facets.items():
        for value in values:
            made.add_text(VALUE, spelt_value(name, value))
    made.add_text(ID, spelt_one(record.id))
    made.add_unsigned(NUMBER, number)
    made.add_float(BIT, float(1 << number % BITS))
    made.add_unsigned(EVEN, 0)
    return made


def spelt_value(name: str, value: str) -> str:
    """How it is spelt that an entry has `value` in the facet `name`."""
    return f"{spelt_one(name)}{JOINT}{spelt_one(value)}"
