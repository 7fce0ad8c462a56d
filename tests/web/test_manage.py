"""Handing files in, and building the index, from the web."""

from __future__ import annotations

import io
import time
from collections.abc import Sequence

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.datastructures import FileStorage

from casebase.errors import BadRequestError, IndexBusyError
from casebase.settings import Settings
from tests.web.test_people import people, sign_in, token
from web.manage import jobs, uploads
from web.manage.jobs import EXTENSION, Jobs
from web.manage.uploads import take

__all__ = ["people"]


def handed(*named: tuple[str, bytes]) -> list[FileStorage]:
    return [FileStorage(io.BytesIO(data), filename=name) for name, data in named]


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("年报.pdf", "年报.pdf"),
        ("C:\\Users\\guan\\年报.pdf", "年报.pdf"),
        ("../../etc/年报.pdf", "年报.pdf"),
        ("a:b*c?.txt", "a_b_c_.txt"),
        ("\u202egnp.exe.txt", "_gnp.exe.txt"),
        ("con.txt", "_con.txt"),
        (" .hidden.txt", "hidden.txt"),
        ("年报.txt/", "年报.txt"),
    ],
)
def test_names_are_made_safe(settings: Settings, name: str, kept: str) -> None:
    (told,) = take(settings, handed((name, b"text")))
    assert told.name == f"上传/{kept}"
    assert (settings.corpus / "上传" / kept).read_bytes() == b"text"


@pytest.mark.parametrize("name", ["a.exe", "a", ".txt", "a.php", "..", "a.txt/.."])
def test_what_nobody_reads_is_refused_and_stops_no_other(
    settings: Settings, name: str
) -> None:
    bad, good = take(settings, handed((name, b"x"), ("好.txt", b"y")))
    assert bad.name == ""
    assert "还不能读" in bad.error
    assert good.name == "上传/好.txt"


def test_a_file_is_never_written_over(settings: Settings) -> None:
    first, again, other = take(
        settings, handed(("a.txt", b"1"), ("a.txt", b"1"), ("a.txt", b"2"))
    )
    assert (first.known, again.known) == (False, True)
    assert "改名" in other.error
    assert "--" not in other.error
    assert (settings.corpus / "上传" / "a.txt").read_bytes() == b"1"


def test_what_is_too_large_or_too_much_is_refused(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "LARGEST", 10)
    (told,) = take(settings, handed(("a.txt", b"x" * 11)))
    assert "超过" in told.error
    assert not (settings.corpus / "上传" / "a.txt").exists()
    with pytest.raises(BadRequestError, match="没有选择"):
        take(settings, [])
    monkeypatch.setattr(uploads, "MOST", 1)
    with pytest.raises(BadRequestError, match="最多"):
        take(settings, handed(("a.txt", b"1"), ("b.txt", b"1")))


class Waiting:
    """A re-index that goes on until it is let go, or fails."""

    def __init__(self, error: Exception | None = None) -> None:
        self.go = False
        self.error = error

    def __call__(self, _settings: Settings, *, full: bool, progress: object) -> None:
        del full
        progress.begin("读取文献", 3)  # type: ignore[attr-defined]
        progress.step("a")  # type: ignore[attr-defined]
        while not self.go:
            time.sleep(0.01)
        progress.end()  # type: ignore[attr-defined]
        if self.error:
            raise self.error


def until_over(running: Jobs) -> None:
    for _ in range(500):
        if running.last is not None and not running.last.running:
            return
        time.sleep(0.01)
    raise AssertionError("the job never ended")


def test_one_job_at_a_time_told_while_it_runs(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = Waiting()
    monkeypatch.setattr(jobs, "reindex", work)
    running = Jobs(settings)
    assert running.start()
    assert not running.start()
    while not (running.last and running.last.stages):
        time.sleep(0.01)
    (stage,) = running.last.stages
    assert (stage.name, stage.total, stage.over) == ("读取文献", 3, False)
    assert stage.left is None  # too early to say
    work.go = True
    until_over(running)
    assert running.start()
    until_over(running)


def test_why_a_job_failed_is_told(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = Waiting(IndexBusyError("另一个程序正在重建索引。", "请稍后再试。"))
    work.go = True
    monkeypatch.setattr(jobs, "reindex", work)
    running = Jobs(settings)
    running.start()
    until_over(running)
    assert running.last is not None
    assert running.last.error == "另一个程序正在重建索引。请稍后再试。"


@pytest.mark.usefixtures("people")
def test_files_are_handed_in_with_a_verdict_each(
    app: Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = Waiting()
    monkeypatch.setattr(jobs, "reindex", work)
    sign_in(client, "guan")
    files: Sequence[tuple[io.BytesIO, str]] = [
        (io.BytesIO("正文".encode()), "新案例.txt"),
        (io.BytesIO(b"MZ"), "<b>.exe"),
    ]
    form = {"csrf_token": token(client, "/manage"), "files": files}
    assert client.post("/manage/files", data=form).status_code == 302
    shown = client.get("/manage").text
    assert "正在入库" in shown
    assert "未收" in shown
    assert "<b>.exe" not in shown
    assert 'http-equiv="refresh"' in shown
    work.go = True
    until_over(app.extensions[EXTENSION])
    assert "已入库" in client.get("/manage").text


def form_of(fields: dict[str, str], name: str, data: bytes) -> bytes:
    """A form with a file, as a browser sends it."""
    parts = [
        f'--x\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'
        for key, value in fields.items()
    ]
    head = f'--x\r\nContent-Disposition: form-data; name="files"; filename="{name}"'
    return (
        "".join(parts).encode() + head.encode() + b"\r\n\r\n" + data + b"\r\n--x--\r\n"
    )


@pytest.mark.usefixtures("people")
def test_much_may_be_sent_by_administrators_alone(client: FlaskClient) -> None:
    kind = "multipart/form-data; boundary=x"
    much = b"x" * (2 << 20)
    sent = form_of({}, "a.txt", much)
    refused = client.post("/manage/files", data=sent, content_type=kind)
    assert refused.status_code == 413
    sign_in(client, "guan")
    sent = form_of({"csrf_token": token(client, "/manage")}, "a.exe", much)
    taken = client.post("/manage/files", data=sent, content_type=kind)
    assert taken.status_code == 302
