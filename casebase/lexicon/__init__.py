"""The lexicons: plain TSV files that people can read and extend.

The shipped ones lie in `casebase/lexicons`, the operator's own in `<home>/lexicons`
under the same names. A line of an own file adds a row or, with the same first column,
replaces the shipped one; `-` before the first column takes the row out. Braces in the
first column stand for several rows: 一{系、院}一品.
"""

from __future__ import annotations

from casebase.lexicon.known import Lexicon, Topic, load_lexicon
from casebase.lexicon.places import Place
from casebase.lexicon.tables import CHOICES, SHAPES, SHIPPED, Shape

__all__ = [
    "CHOICES",
    "SHAPES",
    "SHIPPED",
    "Lexicon",
    "Place",
    "Shape",
    "Topic",
    "load_lexicon",
]
