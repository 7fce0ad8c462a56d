"""Reads pages off their pictures, by rapidocr where the extra `[ocr]` is installed.

A picture becomes a placed page: runs of type with their places on a page that lies
straight and the right way up, whatever the picture does. In what order they are read is
for the stage to say that orders other placed pages.
"""

from __future__ import annotations

from casebase.extract.ocr.engine import Engine
from casebase.extract.ocr.pages import recognised, unread, without_extra
from casebase.extract.ocr.pictures import FINEST, USED, pages_of, picture_of
from casebase.extract.ocr.rasters import Picture
from casebase.extract.ocr.recognition import Recognised, recognise

__all__ = [
    "FINEST",
    "USED",
    "Engine",
    "Picture",
    "Recognised",
    "pages_of",
    "picture_of",
    "recognise",
    "recognised",
    "unread",
    "without_extra",
]
