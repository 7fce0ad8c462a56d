"""What files are called that are read: lower-case suffixes, with their dots."""

from __future__ import annotations

HTML = frozenset({".html", ".htm", ".xhtml", ".shtml", ".mht", ".mhtml"})
MARKDOWN = frozenset({".md", ".markdown"})
OFFICE = frozenset(
    {".docx", ".docm", ".dotx", ".doc", ".dot", ".wps", ".wpt", ".rtf", ".odt"}
)
TEXT = frozenset({".txt", ".text"})
PICTURES = frozenset({".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp"})
SUFFIXES = frozenset({".pdf"}) | HTML | MARKDOWN | TEXT | OFFICE | PICTURES
