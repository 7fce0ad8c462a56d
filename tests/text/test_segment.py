from __future__ import annotations

import os
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebase import extras
from casebase.text.fold import fold
from casebase.text.segment import Segmenter

SLOGAN = "一支部一品牌"
TERMS = (SLOGAN, "江洲職業技術學院", "“四有”工作法", "")
needs_rjieba = pytest.mark.skipif(not extras.fast_segmenter(), reason="no rjieba here")
KINDS = ["jieba", pytest.param("rjieba", marks=needs_rjieba)]


@lru_cache
def _segmenter(kind: str, terms: tuple[str, ...]) -> Segmenter:
    """One with its dictionary loaded, and so of that kind whatever is installed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(extras, "fast_segmenter", lambda: kind == "rjieba")
        made = Segmenter(terms)
        made.tokens("党建")
    return made


@pytest.fixture(scope="module", params=KINDS)
def segmenter(request: pytest.FixtureRequest) -> Segmenter:
    return _segmenter(request.param, TERMS)


def test_words_of_the_lexicon_stay_whole_and_their_parts_are_found_too(
    segmenter: Segmenter,
) -> None:
    tokens = segmenter.tokens("全面推行一支部 一品牌建设")
    assert SLOGAN in tokens
    assert "支部" in tokens
    assert "品牌" in tokens


@pytest.mark.parametrize("kind", KINDS)
def test_the_lexicon_decides_what_is_a_word(kind: str) -> None:
    assert SLOGAN not in _segmenter(kind, ()).tokens(SLOGAN)
    assert SLOGAN in _segmenter(kind, (SLOGAN,)).tokens(SLOGAN)


def test_the_lexicon_is_folded_like_the_text(segmenter: Segmenter) -> None:
    assert "江洲职业技术学院" in segmenter.tokens("江洲职业技术学院的做法")


CUTS = [
    ("探索1+3+N模式", ["探索", "1+3+n", "模式"]),
    ("党建，引领！", ["党建", "引领"]),
    ("（一）", ["一"]),
    ("Party Building", ["party", "building"]),
    ("——", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "tokens"), CUTS)
def test_formulas_stay_whole_and_signs_are_dropped(
    segmenter: Segmenter, text: str, tokens: list[str]
) -> None:
    assert segmenter.tokens(text) == tokens


ALIKE = [
    "党的十八大以来，全面推行一支部一品牌建设，江洲职业技术学院入选全国样板支部。",
    "网址 https://www.tv.example.com.cn/2024/05/01/a-10_b.shtml，电话0531-88887777。",
    "增长3.5%，达到1,234.56万元，F-16与A.B.C型号，Wi-Fi、5G+、C++和AT&T",
    "“四有”工作法：有计划、有组织、有检查、有落实（试行）【2023】12号",
    "...", "-", "a-", "3.", ".5", "a..b", "%", "10%-20%", "_a_", "党-建", "",
    "𠮷野家和𪚥字，😀表情，①②③，ⅠⅡ",
]  # fmt: skip


@needs_rjieba
@pytest.mark.parametrize("text", ALIKE)
def test_both_segmenters_cut_alike(text: str) -> None:
    stock, native = (_segmenter(kind, TERMS) for kind in ("jieba", "rjieba"))
    assert native.words(text) == stock.words(text)


def test_tokens_are_those_of_the_words(segmenter: Segmenter) -> None:
    for text in ALIKE:
        assert segmenter.tokens(text) == [word.token for word in segmenter.words(text)]


@given(st.text(max_size=40) | st.text("党建1+.-%a_ &#", max_size=20))
def test_any_text_is_cut(segmenter: Segmenter, text: str) -> None:
    words = segmenter.words(text)
    assert segmenter.tokens(text) == [word.token for word in words]
    assert all(0 <= word.start < word.end <= len(text) for word in words)


def test_words_stand_where_they_stood(segmenter: Segmenter) -> None:
    text = "全 面推行 １＋３＋Ｎ　模式㈠黨建"
    for word in segmenter.words(text):
        again = segmenter.tokens(text[word.start : word.end])
        assert word.token in [*again, fold("㈠").text[1]]
    assert [word.token for word in segmenter.words(text)] == segmenter.tokens(text)


def test_a_query_gives_the_words_of_the_text(segmenter: Segmenter) -> None:
    text = "基层党组织建设质量提升"
    assert segmenter.tokens(text) == segmenter.tokens(" ".join(text))


STOCK = "from casebase import extras; extras.fast_segmenter = bool;"  # which says no


def _run(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_importing_is_cheap_and_loading_is_quiet(tmp_path: Path) -> None:
    code = (
        f"{STOCK} import sys;"
        "from casebase.text.segment import Segmenter; s = Segmenter();"
        "assert 'jieba' not in sys.modules; print(s.tokens('党建')[0])"
    )
    done = _run(code, XDG_CACHE_HOME=str(tmp_path), LOCALAPPDATA=str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert list(tmp_path.rglob("*.cache"))


@pytest.mark.skipif(os.name == "nt", reason="modes of folders are of POSIX")
def test_the_dictionary_is_kept_where_others_cannot_write(tmp_path: Path) -> None:
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    code = (
        f"{STOCK} from casebase.text.segment import Segmenter; Segmenter().tokens('党')"
    )
    done = _run(code, XDG_CACHE_HOME=str(tmp_path), TMPDIR=str(temporary))
    assert done.returncode == 0, done.stderr
    folder = tmp_path / "casebase"
    assert not stat.S_IMODE(folder.stat().st_mode) & 0o022
    assert not list(temporary.iterdir())


@pytest.mark.parametrize("blocked", ["a file", "damaged"])
def test_it_works_without_a_usable_cache(tmp_path: Path, blocked: str) -> None:
    home = tmp_path / "cache"
    if blocked == "a file":
        home.write_text("not a folder")
    else:
        Path(home, "casebase").mkdir(parents=True)
        Path(home, "casebase", f"jieba-{version('jieba')}.cache").write_bytes(
            b"rubbish"
        )
    code = (
        f"{STOCK} from casebase.text.segment import Segmenter;"
        "print(Segmenter().tokens('党建引领'))"
    )
    done = _run(code, XDG_CACHE_HOME=str(home), LOCALAPPDATA=str(home))
    assert done.stderr == ""
    assert "党建" in done.stdout


@pytest.mark.parametrize("kind", KINDS)
def test_many_threads_may_start_at_once(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extras, "fast_segmenter", lambda: kind == "rjieba")
    fresh = Segmenter([SLOGAN])
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(fresh.tokens, [SLOGAN] * 32))
    assert all(answer == answers[0] for answer in answers)
    assert SLOGAN in answers[0]
