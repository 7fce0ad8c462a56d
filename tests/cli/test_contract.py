"""What scripts depend on: shapes, exit codes, and where the words go."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import run

ENTRY = """id document document_title subtitle kind number title path pages date year
genre topics school province city brands methods slogans honours policies quantities
text recognised also_in"""
HIT = """id title document document_title kind number school date pages score snippets
also_in more why"""


def one_line(text: str) -> str:
    assert text.endswith("\n")
    assert text.count("\n") == 1, text
    return text


def entries(home: Path) -> list[dict[str, Any]]:
    done = run(home, "entries", "--json")
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_entries_are_one_object_a_line(home: Path) -> None:
    found = entries(home)
    assert len(found) == 2
    assert all(set(entry) >= set(ENTRY.split()) for entry in found)
    assert {entry["document"] for entry in found} == {"简报/春季.md", "通知.txt"}


@pytest.mark.parametrize(
    "name",
    [
        "简报/春季.md",
        "春季.md",
        "春季",
        "corpus/简报/春季.md",
        "青禾职业学院开展支部结对活动",
    ],
)
def test_entries_of_one_document(home: Path, name: str) -> None:
    done = run(home, "entries", "--document", name, "--json")
    assert [json.loads(line)["document"] for line in done.stdout.splitlines()] == [
        "简报/春季.md"
    ]


def test_show_gives_the_same_entry(home: Path) -> None:
    for entry in entries(home):
        for name in (entry["id"], entry["document"]):
            done = run(home, "show", name, "--json")
            assert json.loads(done.stdout) == entry


def test_search(home: Path) -> None:
    done = run(home, "search", "一支部一品牌", "--json")
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert set(answer) == {
        *("total", "distinct", "incomplete", "took_ms", "query", "hits", "facets")
    }
    assert set(answer["query"]) >= {"text", "expansions", "corrected"}
    assert answer["total"] == answer["distinct"] == len(answer["hits"]) == 1
    (hit,) = answer["hits"]
    assert set(hit) == set(HIT.split())
    (entry,) = [entry for entry in entries(home) if entry["id"] == hit["id"]]
    for snippet in hit["snippets"]:
        assert snippet["text"] in entry["text"]
        for start, end in snippet["marks"]:
            assert 0 <= start < end <= len(snippet["text"])
    assert any(
        snippet["text"][start:end] == "一支部一品牌"
        for snippet in hit["snippets"]
        for start, end in snippet["marks"]
    )


def test_search_tells_why(home: Path) -> None:
    done = run(home, "search", "党日 支部", "--explain", "--json")
    for hit in json.loads(done.stdout)["hits"]:
        assert sum(it["share"] for it in hit["why"]) == pytest.approx(
            1, abs=0.002
        )  # each is rounded
        assert {it["term"] for it in hit["why"]} <= {"党日", "支部", "党日支部"}
    told = run(home, "search", "党日 支部", "--explain").stdout
    assert "：“党日”" in told
    assert "得分的" not in run(home, "search", "党日 支部").stdout


@pytest.mark.parametrize(
    ("args", "total"),
    [
        (["1+2+N", "--exact"], 1),
        (["1+2", "--exact"], 0),
        (["党日", "--where", "文献=通知.txt"], 1),
        (["党日", "--where", "document=简报/春季.md"], 0),
        (["支部", "--limit", "1", "--offset", "1", "--sort", "newest"], 2),
        (["--", "-结对"], 1),
    ],
)
def test_search_options(home: Path, args: list[str], total: int) -> None:
    done = run(home, "search", "--json", *args)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["total"] == total


def test_text_is_a_paragraph_a_line_with_marked_headings(home: Path) -> None:
    lines = run(home, "text", "春季").stdout.splitlines()
    assert lines[0] == "# 青禾职业学院开展支部结对活动"
    assert "## 做法" in lines
    assert "党员教师每月进村讲课两次，学生党员随行服务。" in lines


def test_problems(home: Path) -> None:
    found = json.loads(run(home, "problems", "--json").stdout)
    assert all(
        set(it) == {"document", "page", "stage", "severity", "message", "advice"}
        for it in found
    )
    lost = [it for it in found if it["severity"] == "lost"]
    assert [it["document"] for it in lost] == ["表.xlsx"]
    assert "表.xlsx" in run(home, "problems").stdout


def test_doctor_is_content_though_there_are_problems(home: Path) -> None:
    done = run(home, "doctor")
    assert done.returncode == 0, done.stdout


def test_eval(home: Path, tmp_path: Path) -> None:
    judged = {
        "queries": [
            {
                "id": "Q1",
                "q": "主题党日",
                "relevant": [{"doc": "通知", "grade": 3, "evidence": "有记录"}],
            }
        ]
    }
    path = tmp_path / "queries.json"
    path.write_text(json.dumps(judged), encoding="utf-8")
    answer = json.loads(run(home, "eval", str(path), "--json").stdout)
    assert answer["ndcg@10"] == answer["mrr"] == answer["recall@20"] == 1.0
    assert "主题党日" in run(home, "eval", str(path)).stdout


BAD = [
    ([], 2),
    (["没有这个命令"], 2),
    (["serach", "x"], 2),
    (["search"], 2),
    (["search", "x", "--nosuch"], 2),
    (["search", "x", "--limit"], 2),
    (["search", "x", "--limit", "0"], 2),
    (["search", "x", "--limit", "201"], 2),
    (["search", "x", "--limit", "many"], 2),
    (["search", "x", "--offset", "-1"], 2),
    (["search", "x", "--sort", "random"], 2),
    (["search", "x", "--where", "没有=1"], 2),
    (["search", "x", "--where", "学校"], 2),
    (["search", "字" * 10_000], 2),
    (["show"], 2),
    (["show", "没有的条目"], 1),
    (["text", "没有的文献"], 1),
    (["entries", "--document", "没有的文献", "--json"], 1),
    (["reindex", "--jobs", "x"], 2),
    (["reindex", "--jobs", "0"], 2),
    (["reindex", "--engine", "没有"], 2),
    (["add"], 2),
    (["add", "没有的文件"], 1),
    (["eval", "没有的文件"], 2),
    (["serve", "--port", "x"], 2),
    (["serve", "--port", "99999"], 2),
    (["serve", "--host", "没有.invalid"], 2),
]


@pytest.mark.parametrize(("args", "code"), BAD, ids=lambda it: str(it)[:40])
def test_errors_are_one_line_that_says_what_to_do(
    home: Path, args: list[str], code: int
) -> None:
    done = run(home, *args)
    assert done.returncode == code, done.stderr
    assert done.stdout == ""
    if args:  # without a command it is the whole help
        said = one_line(done.stderr)
        assert said.endswith("。\n")
        assert "Traceback" not in said


@pytest.mark.parametrize(
    "args",
    [["search", "x"], ["show", "x"], ["entries", "--json"], ["text", "x"], ["problems"],
     ["doctor"], ["serve", "--port", "0"]],
)  # fmt: skip
def test_without_an_index_it_says_how_to_make_one(
    tmp_path: Path, args: list[str]
) -> None:
    done = run(tmp_path, *args)
    assert done.returncode == 1
    assert "casebase reindex" in one_line(done.stderr)
    assert list(tmp_path.iterdir()) == [], "asking makes nothing"


def test_without_a_corpus_it_says_so(tmp_path: Path) -> None:
    done = run(tmp_path, "reindex")
    assert done.returncode == 1
    assert "casebase add" in done.stderr


def test_an_empty_corpus_is_fine(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    done = run(tmp_path, "reindex")
    assert done.returncode == 0, done.stderr
    assert "corpus 目录中还没有" in done.stdout
    assert json.loads(run(tmp_path, "search", "x", "--json").stdout)["total"] == 0
    assert run(tmp_path, "entries", "--json").stdout == ""
    assert run(tmp_path, "doctor").returncode == 0


def test_home_comes_from_the_option_the_environment_or_the_directory(
    home: Path, tmp_path: Path
) -> None:
    around = {**os.environ, "CASEBASE_HOME": str(home)}
    assert run(None, "problems", env=around, cwd=tmp_path).returncode == 0
    assert run(None, "problems", cwd=home).returncode == 0
    assert run(tmp_path, "problems", env=around).returncode == 1
    assert run(tmp_path / "没有", "problems").returncode == 2


def test_add_then_find_then_remove(home: Path, tmp_path: Path) -> None:
    mine = tmp_path / "home"
    shutil.copytree(home / "corpus", mine / "corpus")
    (mine / "corpus" / "表.xlsx").unlink()
    new = tmp_path / "新材料" / "夏季.md"
    new.parent.mkdir()
    new.write_text("# 夏季学校\n\n暑期党课在河湾村开讲。\n", encoding="utf-8")
    assert run(mine, "add", str(new.parent)).returncode == 0
    assert (mine / "corpus" / "新材料" / "夏季.md").is_file()
    found = json.loads(run(mine, "search", "暑期党课", "--json").stdout)
    assert found["hits"][0]["document"] == "新材料/夏季.md"
    shutil.rmtree(mine / "corpus" / "新材料")
    assert run(mine, "doctor").returncode == 1
    assert run(mine, "reindex").returncode == 0
    assert (
        json.loads(run(mine, "search", "暑期党课", "--exact", "--json").stdout)["total"]
        == 0
    )
    assert run(mine, "doctor").returncode == 0


@pytest.mark.parametrize("args", [["--version"], ["--help"], ["search", "--help"]])
def test_help_is_chinese_and_needs_no_home(tmp_path: Path, args: list[str]) -> None:
    done = run(None, *args, cwd=tmp_path)
    assert done.returncode == 0
    assert "casebase" in done.stdout
    assert not {"Usage", "Options", "Show"} & set(done.stdout.replace(":", " ").split())


def test_nobody_listening_is_no_error(home: Path) -> None:
    for args in (["entries", "--json"], ["search", "党", "--json"], ["problems"]):
        command = [sys.executable, "-m", "casebase.cli", "--home", str(home), *args]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.close()
            assert process.stderr.read() == b""


@pytest.mark.parametrize("locale", ["C", "POSIX", "zh_CN.GB18030"])
def test_output_is_utf8_whatever_the_locale(home: Path, locale: str) -> None:
    unwanted = {"PYTHONUTF8", "PYTHONIOENCODING"}
    around = {key: it for key, it in os.environ.items() if key not in unwanted}
    around["LC_ALL"] = locale
    assert "结对" in run(home, "search", "结对", env=around).stdout
    assert "没有" in run(home, "show", "没有", env=around).stderr


def test_queries_that_are_no_text_are_answered(home: Path) -> None:
    command = [os.fsencode(sys.executable), b"-m", b"casebase.cli", b"--home"]
    done = subprocess.run(
        [*command, os.fsencode(home), b"search", b"\xb5\xb3\xbd\xa8", b"--json"],
        capture_output=True,
        check=False,
    )
    assert done.returncode in {0, 2}
    assert b"Traceback" not in done.stderr


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def test_serve_tells_where_and_answers(home: Path) -> None:
    port = free_port()
    command = [sys.executable, "-m", "casebase.cli", "--home", str(home), "serve"]
    with subprocess.Popen(
        [*command, "--port", str(port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as server:
        try:
            assert server.stdout is not None
            assert f"http://127.0.0.1:{port}/" in server.stdout.readline()
            address = f"http://127.0.0.1:{port}/api/search?q=%E7%BB%93%E5%AF%B9"
            with urllib.request.urlopen(address, timeout=20) as answer:
                assert json.load(answer)["total"] >= 1
            second = run(home, "serve", "--port", str(port))
            assert second.returncode == 1
            assert "占用" in one_line(second.stderr)
        finally:
            server.terminate()


def test_starting_is_fast_because_little_is_loaded() -> None:
    heavy = {"flask", "waitress", "jieba", "whoosh", "sqlalchemy", "pebble", "numpy"}
    code = "import sys, casebase.cli; print(*sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert not heavy & set(done.stdout.split())


def test_an_unchanged_corpus_loads_no_readers(home: Path) -> None:
    code = (
        "import sys; from casebase.cli.dispatch import _run;"
        f"_run(['--home', {str(home)!r}, 'reindex']); print(*sorted(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True
    )
    heavy = {"flask", "waitress", "jieba", "pebble"}
    assert not heavy & set(done.stdout.splitlines()[-1].split())


@pytest.mark.skipif(sys.platform != "linux", reason="only here arguments are bytes")
@pytest.mark.parametrize("command", [["text"], ["show"], ["entries", "--document"]])
def test_names_that_are_no_text_may_be_asked_for(
    tmp_path: Path, command: list[str]
) -> None:
    name = os.fsdecode(b"\xb5\xb3")
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / f"{name}.md").write_text(
        "# 题目\n\n正文。", encoding="utf-8"
    )
    assert run(tmp_path, "reindex").returncode == 0
    for asked in (f"{name}.md", f"corpus/{name}.md", name, "\\udcb5\\udcb3"):
        done = run(tmp_path, *command, asked)
        assert done.returncode == 0, done.stderr
        assert "题目" in done.stdout
    done = run(tmp_path, *command, f"{name}无")
    assert done.returncode == 1
    assert "没有" in one_line(done.stderr)


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("search", "党", "--limit", "0"), "1 到 200"),
        (("search", "党", "--limit", "-1"), "1 到 200"),
        (("search", "党", "--limit", "201"), "1 到 200"),
        (("search", "党", "--limit", "x"), "1 到 200"),
        (("search", "党", "--offset", "-1"), "不小于 0"),
        (("text", "甲", "乙"), "多出了参数：乙。"),
        (("add", ""), "路径是空的"),
    ],
)
def test_mistakes_of_usage_are_told(
    home: Path, args: tuple[str, ...], words: str
) -> None:
    done = run(home, *args)
    assert done.returncode == 2
    assert words in one_line(done.stderr)


def test_usage_is_chinese(home: Path) -> None:
    for command in ("search", "reindex", "add"):
        first = run(home, command, "--help").stdout.splitlines()[0]
        assert first.startswith(f"用法：casebase {command} [选项]")
