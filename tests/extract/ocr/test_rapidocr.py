"""The models themselves, on one small scan of two columns, askew and grey.

The picture shows an invented bulletin; it was drawn with Noto Serif CJK.
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from casebase import extras
from casebase.build import ahead
from casebase.build.digests import digest
from casebase.build.fingerprint import holds
from casebase.build.reading import read
from casebase.document import Source
from casebase.extract import RecognitionNeededError, extract
from casebase.repair import repair

SCAN = Path(__file__).with_name("scan.jpg")
SOURCE = Source("简报/scan.jpg", SCAN, "0" * 64)
LEFT = (
    "本季度，机电工程系教工党支部开展“主题党日”活动12次，覆盖党员86人，"
    "形成“1+3+N”工作法，获评省级样板支部（第二批）。"
)
RIGHT = (
    "护理学院党总支坚持把课堂搬到社区，组织志愿服务队深入柳林社区，"
    "全年服务居民2300余人次，群众满意度达98.6%。"
)

pytestmark = pytest.mark.skipif(not extras.recognition(), reason="needs [ocr]")


def test_a_scan_is_read_in_order() -> None:
    document = repair(SOURCE, extract(SOURCE))
    assert document.title == "青岩湖职业技术学院党建工作简报"
    said = "".join(block.text for block in document.blocks)
    assert said == LEFT + RIGHT
    assert all(block.recognised for block in document.blocks)


def test_it_waits_until_it_is_asked_for() -> None:
    with pytest.raises(RecognitionNeededError) as told:
        extract(SOURCE, recognise=False)
    assert told.value.pages == 1


# What getrusage tells begins with the memory of whoever started the process.
MEASURED = """
import re, resource
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, ({memory}, {memory}))
from casebase.document import Source
from casebase.extract import extract
extract(Source("scan.jpg", Path({path!r}), "0" * 64))
status = Path("/proc/self/status").read_text()
print(int(re.search(r"VmHWM:\\s+(\\d+)", status)[1]) >> 10)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="measured in the system's units")
def test_it_takes_no_more_memory_than_a_child_has() -> None:
    script = MEASURED.format(memory=ahead.MEMORY, path=str(SCAN))
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < 500


def test_it_is_read_again_once_the_extra_is_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    source = replace(SOURCE, digest=digest(SCAN))
    with monkeypatch.context() as without:
        without.setattr(extras, "recognition", lambda: False)
        found = read(source, "f" * 64, tmp_path)
        assert holds(found.fingerprint, "f" * 64), "nothing has come since"
    assert found.entries == ()
    (problem,) = found.problems
    assert 'pip install "casebase[ocr]"' in problem.advice
    assert not holds(found.fingerprint, "f" * 64)
