"""However hostile a file is, reading it takes no more memory than an honest one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.extract.packing import p, packed

LIMIT = 400  # MB; honest files of the test material take up to that
CELL = "<w:tc><w:p/></w:tc>"
ROW = f"<w:tr>{CELL * 1000}</w:tr>"
READING = """
import sys
from pathlib import Path
from casebase.build.reading import read
from casebase.document import Source
from casebase.build.digests import digest
path = Path(sys.argv[1])
reading = read(Source(path.name, path, digest(path)), "f", Path("/nonexistent"))
print(*(problem.message for problem in reading.problems))
status = Path("/proc/self/status").read_text()
print(next(line.split()[1] for line in status.splitlines() if "VmHWM" in line))
"""
HOSTILE = {
    "表.docx": lambda: packed(p("青禾") + f"<w:tbl>{ROW * 2000}</w:tbl>"),
    "空.html": lambda: b"<html><body>" + b"<p>1</p>" * 2_900_000,
}


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="Linux tells it")
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_before_it_takes_much(
    name: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(HOSTILE[name]())
    command = [sys.executable, "-c", READING, str(path)]
    done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    message, peak = done.stdout.splitlines()
    assert "超过了" in message or "多得不正常" in message
    assert int(peak) / 1024 < LIMIT
