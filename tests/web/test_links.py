"""Every link of every page of the base leads somewhere."""

from __future__ import annotations

import re
from collections import deque
from urllib.parse import urldefrag

from bs4 import BeautifulSoup
from flask.testing import FlaskClient

MOST = 500


def crawlable(address: str) -> bool:
    """Facets can be combined without end: follow at most two conditions, no display."""
    return address.count("where=") < 3 and not re.search(r"(theme|face)=", address)


def test_every_link_leads_somewhere(client: FlaskClient) -> None:
    waiting, seen = deque(["/", "/search?q=一支部一品牌"]), {"/"}
    anchors: dict[str, set[str]] = {}
    wanted: dict[str, set[str]] = {}
    while waiting:
        address = waiting.popleft()
        response = client.get(address, buffered=True)
        broken = response.status_code != 200 and not address.endswith("/file")
        assert not broken, address
        if response.mimetype != "text/html":
            continue
        page = BeautifulSoup(response.data, "lxml")
        ids = [str(it["id"]) for it in page.select("[id]")]
        assert len(ids) == len(set(ids)), address
        anchors[address] = set(ids)
        for link in [str(it["href"]) for it in page.select("[href]")]:
            target, anchor = urldefrag(link)
            target = target or address
            if anchor and crawlable(target):
                wanted.setdefault(target, set()).add(anchor)
            if target not in seen and crawlable(target) and len(seen) < MOST:
                seen.add(target)
                waiting.append(target)
    assert len(anchors) > 100
    for target, names in wanted.items():
        if target in anchors:
            assert names <= anchors[target], target
