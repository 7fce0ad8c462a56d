"""What strangers may try: methods, paths, scripts in every field, odd input."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from flask.testing import FlaskClient

from casebase.catalogue import shown
from casebase.errors import NotFoundError
from tests.web.fakes import FakeCatalogue
from tests.web.sample import ATTACK
from web.originals import find

PAGES = (
    "/", "/search", "/search?q=松", "/search?q=没有的词", "/documents", "/problems",
    "/entries/0000000000000001-1", "/entries/0000000000000003-1?q=松",
    "/documents/0000000000000003", "/nowhere", "/search?where=x", "/search?sort=x",
)  # fmt: skip
ATTACKED = "0000000000000003"


def soup(client: FlaskClient, address: str) -> BeautifulSoup:
    return BeautifulSoup(client.get(address).data, "lxml")


@pytest.mark.parametrize("address", PAGES)
def test_nothing_runs_that_is_not_ours(client: FlaskClient, address: str) -> None:
    page = soup(client, address)
    scripts = [str(it.get("src")) for it in page.select("script")]
    addresses = [
        str(it.get("href") or it.get("src")) for it in page.select("[href], [src]")
    ]
    names = {name for element in page.select("*") for name in element.attrs}
    names_of = [it.partition("?v=")[0] for it in scripts]
    assert names_of == ["/static/look.js", "/static/suggest.js"]
    assert not [name for name in names if name.startswith("on") or name == "style"]
    assert not [it for it in addresses if not it.startswith(("/", "#"))]


@pytest.mark.parametrize(
    "address",
    [
        f"/entries/{ATTACKED}-1",
        f"/documents/{ATTACKED}",
        "/documents",
        "/problems",
        "/search?q=松",
        "/",
    ],
)
def test_attacks_are_shown_as_text(client: FlaskClient, address: str) -> None:
    page = client.get(address).get_data(as_text=True)
    assert "<script>alert" not in page
    assert "54439" not in page  # {{7*7777}} was not worked out
    assert ATTACK in soup(client, address).get_text()


@pytest.mark.parametrize(
    "address",
    [
        f"/search?q={ATTACK}",
        f"/search?q=x&where=school:{ATTACK}",
        f"/search?where={ATTACK}",
        f"/search?sort={ATTACK}",
        f"/search?limit={ATTACK}",
        f"/documents?page={ATTACK}",
        f"/entries/{ATTACK}",
        f"/documents/{ATTACK}",
        f"/{ATTACK}",
        f"/search?theme={ATTACK}&face={ATTACK}",
        f"/entries/0000000000000001-1?q={ATTACK}",
    ],
)
def test_attacks_in_addresses_come_back_escaped(
    client: FlaskClient, address: str
) -> None:
    response = client.get(address.replace("{{", "%7B%7B"))
    assert response.status_code < 500
    page = response.get_data(as_text=True)
    assert "<script>alert" not in page
    assert ATTACK not in page


@pytest.mark.parametrize("path", ["//elsewhere.example/a", "///elsewhere.example"])
def test_no_link_leads_to_another_host(client: FlaskClient, path: str) -> None:
    page = client.get("/x", environ_overrides={"PATH_INFO": path})
    links = re.findall(r'(?:href|action|src)="([^"]*)"', page.get_data(as_text=True))
    assert links
    assert not [it for it in links if it.startswith("//") or ":" in it.split("?")[0]]


@pytest.mark.parametrize("address", [*PAGES, "/api/search?q=x", "/static/look.js"])
def test_headers(client: FlaskClient, address: str) -> None:
    headers = client.get(address, buffered=True).headers
    policy = headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "base-uri 'none'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize(
    "method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"]
)
@pytest.mark.parametrize("address", ["/", "/search", "/api/search", "/nowhere"])
def test_only_reading(client: FlaskClient, method: str, address: str) -> None:
    response = client.open(address, method=method)
    assert response.status_code == 405
    assert set(re.findall(r"\w+", response.headers["Allow"])) == {"GET", "HEAD"}


def test_head_has_no_body(client: FlaskClient) -> None:
    response = client.head("/search?q=松")
    assert (response.status_code, response.data) == (200, b"")


def test_original_is_an_attachment_without_rights(client: FlaskClient) -> None:
    response = client.get("/documents/0000000000000001/file", buffered=True)
    assert response.data == b"%PDF- sample"
    assert response.mimetype == "application/octet-stream"
    disposition = response.headers["Content-Disposition"]
    assert disposition.startswith("attachment;")
    assert "filename*=UTF-8''%E7%A4%BA%E4%BE%8B.pdf" in disposition
    assert "sandbox" in response.headers["Content-Security-Policy"]
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_original_with_a_hostile_name(client: FlaskClient, app: Flask) -> None:
    corpus: Path = app.config["CORPUS"]
    name = f"{ATTACK}.html"
    path = corpus / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("<script>1</script>", encoding="utf-8")
    response = client.get(f"/documents/{ATTACKED}/file", buffered=True)
    assert response.status_code == 200
    assert response.mimetype == "application/octet-stream"
    assert "\n" not in response.headers["Content-Disposition"]


@pytest.mark.parametrize("name", ["红\x1b[31m\n字.txt", "\udcb5\udcb3.txt", "a\\b.txt"])
def test_originals_whose_names_are_shown_as_codes(
    tmp_path: Path, catalogue: FakeCatalogue, name: str
) -> None:
    path = tmp_path / name
    path.write_text("内容", encoding="utf-8")
    card = replace(catalogue.cards[0], name=shown(path, tmp_path))
    assert find(tmp_path, card) == path


@pytest.mark.parametrize(
    "name",
    ["../secret.txt", "年报/../../secret.txt", "/etc/passwd", "link.txt", "年报"],
)
def test_no_file_outside_the_corpus(
    tmp_path: Path, catalogue: FakeCatalogue, name: str
) -> None:
    corpus = tmp_path / "corpus"
    (corpus / "年报").mkdir(parents=True)
    (tmp_path / "secret.txt").write_text("密", encoding="utf-8")
    (corpus / "link.txt").symlink_to(tmp_path / "secret.txt")
    card = type(catalogue.cards[0])(
        **{
            field: getattr(catalogue.cards[0], field)
            for field in catalogue.cards[0].__slots__
        }
        | {"name": name}
    )
    with pytest.raises(NotFoundError):
        find(corpus, card)


@pytest.mark.parametrize(
    "address",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/documents/..%2f..%2fetc/file",
        "/entries/..%2f..%2fetc",
        "/static/layout.html",
    ],
)
def test_no_way_out_by_path(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("api", ["", "/api"])
@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ("q=" + "长" * 501, 400),
        ("q=" + "长" * 10_000, 400),
        ("where=school", 400),
        ("where=颜色:红", 400),
        ("where=school:", 400),
        ("&".join(f"where=school:{n}" for n in range(61)), 400),
        ("where=year:" + "|".join(map(str, range(3000))), 400),
        ("&".join(f"where=school:{n}" for n in range(60)), 200),
        ("sort=oldest", 400),
        ("limit=0", 400),
        ("limit=201", 400),
        ("limit=-1", 400),
        ("offset=x", 400),
        ("offset=99999999999999999999", 400),
        ("q=%00%ff%fe", 200),
        ("q=AND+OR+NOT+-+%22", 200),
        ("q=松&offset=100000", 200),
        ("unknown=1", 200),
    ],
)
def test_odd_searches(
    client: FlaskClient, api: str, arguments: str, status: int
) -> None:
    response = client.get(f"{api}/search?{arguments}")
    assert response.status_code == status
    if status == 400 and api:
        assert set(response.json or {}) == {"error", "advice"}
        assert all((response.json or {}).values())
    elif status == 400:
        page = response.get_data(as_text=True)
        assert "这样写没能看懂" in page
        assert len(page) < 50_000
