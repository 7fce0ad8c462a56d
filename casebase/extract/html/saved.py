"""What people save of the web: archives of a page (MHTML), and parts of its markup."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message

_MOST_PAGES = 20  # the page and its frames


def archived_pages(data: bytes) -> Iterator[tuple[bytes, str]]:
    """The pages in an archive, each with its address (or none), the main one first."""
    archive = message_from_bytes(data)
    whole = str(archive.get("Snapshot-Content-Location") or "")
    found = 0
    for part in archive.walk():
        payload = part.get_payload(decode=True) if _is_page(part) else None
        if isinstance(payload, bytes) and payload.strip() and found < _MOST_PAGES:
            address = whole or str(part.get("Content-Location") or "")
            yield payload, address if address.startswith("http") else ""
            found += 1


def _is_page(part: Message) -> bool:
    return part.get_content_type() in {"text/html", "application/xhtml+xml"}
