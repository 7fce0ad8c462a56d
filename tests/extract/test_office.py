"""Old and foreign word files are read by the programs there are, or refused."""

from __future__ import annotations

import http.server
import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import docx
import pytest

from casebase import extras
from casebase.document import Layout
from casebase.errors import UnreadableFileError
from casebase.extract.office import conversion, running
from casebase.extract.sniff import Content, content
from casebase.extract.sniff.ole import streams
from tests.extract.containers import OPEN, ole
from tests.extract.making import Read, put, saved

FIRST = "青禾职业学院机电支部坚持把支部建在专业群上，推动党建与教学同频共振。"
SECOND = "支部成立以来，党员教师带队开发课程，学生在技能竞赛中屡获佳绩。"
NUMBERED = (
    '<w:p><w:pPr><w:pStyle w:val="ListNumber"/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'
)
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


def required(program: Path | None, name: str) -> None:
    if program is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"{name} is not here")


@pytest.fixture(scope="session")
def files() -> Mapping[str, bytes]:
    """One document in the formats that LibreOffice writes, by suffix."""
    required(extras.libreoffice(), "LibreOffice")
    document = docx.Document()
    document.add_heading("机电支部的品牌之路", 0)
    document.add_heading("一、主要做法", 1)
    document.add_paragraph(FIRST)
    for text in ("建强组织", "抓实活动"):
        put(document, NUMBERED.format(text))
    table = document.add_table(2, 2)
    for row, texts in zip(
        table.rows, (("支部", "品牌"), ("机电", "匠心")), strict=True
    ):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_paragraph(SECOND)
    document.sections[0].header.paragraphs[0].text = "页眉不算"
    return {suffix: written(saved(document), suffix) for suffix in TARGETS}


TARGETS = {"doc": "doc:MS Word 97", "rtf": "rtf:Rich Text Format", "odt": "odt"}


def written(data: bytes, suffix: str) -> bytes:
    program = extras.libreoffice()
    required(program, "LibreOffice")
    assert program is not None
    with running.folder_with(data, "made.docx") as folder:
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = (str(program), profile, "--headless", "--convert-to")
        assert running.run(folder, *command, TARGETS[suffix], "made.docx")
        return (folder / f"made.{suffix}").read_bytes()


def texts(layout: Layout) -> list[str]:
    return [line.text for line in layout.pages[0].lines]


@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        ("案例.doc", "doc"),
        ("案例.wps", "doc"),  # what WPS writes is the same format
        ("案例.docx", "doc"),
        ("案例.rtf", "rtf"),
        ("案例.doc", "rtf"),
        ("案例.odt", "odt"),
        ("案例.doc", "odt"),
    ],
)
def test_a_file_is_read_with_headings_numbers_and_tables(
    read: Read, files: Mapping[str, bytes], name: str, suffix: str
) -> None:
    layout = read(name, files[suffix])
    assert layout.format == suffix
    assert texts(layout) == [
        *("机电支部的品牌之路", "一、主要做法", FIRST),
        *("1.建强组织", "2.抓实活动", "", SECOND),
    ]
    lines = layout.pages[0].lines
    assert [line.level for line in lines[:3]] == [1, 1, 0]
    assert lines[5].rows == (("支部", "品牌"), ("机电", "匠心"))
    assert not layout.notices
    assert not layout.lacking


def test_two_are_converted_at_once(files: Mapping[str, bytes]) -> None:
    with ThreadPoolExecutor(2) as pool:
        made = list(pool.map(conversion.as_docx, [files["doc"]] * 2, ["doc"] * 2))
    assert all(data.startswith(b"PK") for data in made)


def test_antiword_gives_the_text_where_libreoffice_is_missing(
    read: Read, files: Mapping[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    required(extras.antiword(), "antiword")
    without_libreoffice(monkeypatch)
    layout = read("案例.doc", files["doc"])
    assert {FIRST, SECOND} <= set(texts(layout))
    assert (("支部", "品牌"),) in [line.rows for line in layout.pages[0].lines]
    (notice,) = layout.notices
    assert "antiword" in notice.message
    assert "LibreOffice" in notice.advice
    assert layout.lacking == ("libreoffice",)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("旧.doc", ole(WordDocument=OPEN)),
        ("旧.wps", ole(WordDocument=OPEN)),
        ("旧.docx", ole(WordDocument=OPEN)),
        ("工.wps", ole("MatOST", "CONTENTS")),
        ("富.doc", b"{\\rtf1\\ansi hello}"),
        ("富.rtf", b"\xef\xbb\xbf\r\n{\\rtf1\\ansi hello}"),
    ],
)
def test_without_programs_it_is_told_what_to_install(
    read: Read, monkeypatch: pytest.MonkeyPatch, name: str, data: bytes
) -> None:
    without_libreoffice(monkeypatch)
    monkeypatch.setattr(extras, "antiword", lambda: None)
    with pytest.raises(UnreadableFileError, match="没有能读它的程序") as caught:
        read(name, data)
    assert "请安装 LibreOffice" in caught.value.advice
    assert caught.value.lacking == ("libreoffice",)


def without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extras, "libreoffice", lambda: None)


def test_what_no_program_can_open_is_told(read: Read) -> None:
    required(extras.libreoffice(), "LibreOffice")
    with pytest.raises(UnreadableFileError, match="打不开") as caught:
        read("坏.doc", ole(WordDocument=OPEN))
    assert ".docx" in caught.value.advice
    assert not caught.value.lacking


def test_a_table_in_a_letter_does_not_make_it_a_spreadsheet() -> None:
    assert content(ole("Workbook", WordDocument=OPEN)) is Content.DOC
    assert content(ole("MatOST")) is Content.WORKS


@pytest.mark.parametrize("cut", [0, 8, 30, 511, 512, 600, 1100, 2000])
def test_a_container_cut_short_gives_what_it_has(cut: int) -> None:
    assert set(streams(ole(WordDocument=OPEN)[:cut])) <= {"WordDocument"}


def test_a_container_with_circles_comes_to_an_end() -> None:
    data = bytearray(ole("a", "b"))
    data[512 + 4 * 4 : 512 + 4 * 5] = (1).to_bytes(4, "little")  # the directory's chain
    data[1024 + 128 * 2 + 72 : 1024 + 128 * 2 + 76] = (1).to_bytes(4, "little")
    assert set(streams(bytes(data))) == {"a", "b"}


def test_nothing_is_fetched_from_elsewhere(read: Read) -> None:
    required(extras.libreoffice(), "LibreOffice")
    with counting() as (address, hits):
        picture = f'INCLUDEPICTURE "{address}/x.png" \\\\d'
        text = "".join(f"\\u{ord(character)}?" for character in FIRST)
        data = (
            "{\\rtf1\\ansi " + text + "\\par{\\field{\\*\\fldinst " + picture + "}"
            "{\\fldrslt}}{\\field{\\*\\fldinst INCLUDETEXT "
            f'"{address}/t.rtf"' + "}{\\fldrslt}}\\par}"
        )
        assert texts(read("富.rtf", data.encode())) == [FIRST]
    assert hits == []


class counting:  # noqa: N801 - a context
    """A server of this machine that counts who asks."""

    def __enter__(self) -> tuple[str, list[str]]:
        hits: list[str] = []

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                hits.append(self.path)
                self.send_error(404)

            do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815 - the same

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self._server.server_port}", hits

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


# --- programs are ended ----------------------------------------------------------

SLEEPERS = "sleep {0} & sleep {0} & echo $! > pid; wait"


@POSIX
def test_a_program_and_its_children_end_with_their_time(tmp_path: Path) -> None:
    began = time.monotonic()
    assert not running.run(tmp_path, "/bin/sh", "-c", SLEEPERS.format(71), seconds=0.5)
    assert time.monotonic() - began < 20
    sleeper = int((tmp_path / "pid").read_text())
    assert until(lambda: gone(sleeper))


@POSIX
def test_a_program_ends_with_who_started_it(tmp_path: Path) -> None:
    folder = tmp_path / "work"
    folder.mkdir()
    script = f"""
        from pathlib import Path
        from casebase.extract.office.running import run
        run(Path({str(folder)!r}), "/bin/sh", "-c", {SLEEPERS.format(72)!r})
    """
    process = subprocess.Popen([sys.executable, "-c", textwrap.dedent(script)])
    until(lambda: (folder / "pid").exists() and (folder / "pid").read_text().strip())
    sleeper = int((folder / "pid").read_text())
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert until(lambda: gone(sleeper))
    assert until(lambda: not folder.exists())


@POSIX
@pytest.mark.parametrize(("code", "well"), [(0, True), (3, False)])
def test_the_end_of_a_program_is_told(tmp_path: Path, code: int, well: bool) -> None:  # noqa: FBT001 - a case
    assert running.run(tmp_path, "/bin/sh", "-c", f"echo ok; exit {code}") is well
    assert (tmp_path / "output").read_text() == "ok\n"


def gone(process: int) -> bool:
    status = Path(f"/proc/{process}/status")
    return not status.exists() or "zombie" in status.read_text()


def until(holds: Callable[[], object]) -> bool:
    for _ in range(200):
        if holds():
            return True
        time.sleep(0.05)
    return False


def test_nothing_is_left_behind(
    files: Mapping[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert conversion.as_docx(files["doc"], "doc")
    assert list(tmp_path.iterdir()) == []


# --- where programs are ------------------------------------------------------------


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(extras, "_PLACES", ())


@pytest.mark.usefixtures("bare")
def test_programs_are_found_where_installers_put_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert extras.antiword() is None
    place = tmp_path / "LibreOffice" / "program" / "soffice.exe"
    place.parent.mkdir(parents=True)
    place.touch()
    monkeypatch.setenv("ProgramFiles", str(tmp_path))
    assert extras.libreoffice() == place
    better = place.with_name("soffice.com")
    better.touch()
    assert extras.libreoffice() == better
    monkeypatch.setattr(extras, "_PLACES", (str(place),))
    assert extras.libreoffice() == place
