"""The faster engine: tantivy finds and ranks; what it finds is counted in numpy.

Tantivy keeps to what the manifest counts on: it writes new files, removes those of
segments that were merged, and puts new ones in the place of its lists of files.
"""

from __future__ import annotations

from casebase.engines.directories import Directories
from casebase.engines.tantivy import writing
from casebase.engines.tantivy.searching import TantivyEngine

# Goes up whenever what is written changes, so that an older index is not misread.
_FORMAT = "tantivy 1"

TANTIVY = Directories("tantivy", _FORMAT, writing.write, TantivyEngine)
