"""The same text more than once: in another format, or under another headline.

An entry's `Sketch` is made when it is read. From the sketches of all entries `grouped`
finds what may be the same text, and `same_text` decides, with the texts before it.
Precision comes first: everything that tells two texts of one template apart (another
date, number, name, article) makes them different; what reading does to a text
(a character misread, a page number kept, a caption more) does not.
"""

from __future__ import annotations

from casebase.copies.gists import Gist, gist
from casebase.copies.grouping import grouped, strangers
from casebase.copies.sketches import Sketch, sketch
from casebase.copies.verdict import same_text

__all__ = ["Gist", "Sketch", "gist", "grouped", "same_text", "sketch", "strangers"]
