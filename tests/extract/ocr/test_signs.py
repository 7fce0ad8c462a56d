"""Signs between Chinese characters are those of Chinese type."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebase.extract.ocr.signs import typeset


@pytest.mark.parametrize(
    ("recognised", "meant"),
    [
        ("支部带头,党员跟上", "支部带头，党员跟上"),
        ("会议指出:要抓实", "会议指出：要抓实"),
        ("抓实了吗?抓实了!", "抓实了吗？抓实了！"),
        ("学院(以下简称“我院”)党委", "学院（以下简称“我院”）党委"),
        ("学院(以下简称“我院”）党委", "学院（以下简称“我院”）党委"),
        ("（试行)", "（试行）"),
        ("2024LNDJ158)。", "2024LNDJ158）。"),  # the other half stands a line above
        ("使用 PLC (S7-1200) 编程", "使用 PLC (S7-1200) 编程"),
        ("基于PLC(S7)的实训", "基于PLC（S7）的实训"),
        ("上午10:30开会", "上午10:30开会"),
        ("共1,000人", "共1,000人"),
        ("at https://a.cn, see (1)", "at https://a.cn, see (1)"),
        ("增长12%,位居前列", "增长12%，位居前列"),
        ("党建引领--育人为本", "党建引领——育人为本"),
        ("党建引领—一育人为本", "党建引领——育人为本"),
        ("-12-", "-12-"),
        ("形成合力.各支部", "形成合力。各支部"),
        ("1.组织建设", "1.组织建设"),
        ("占全院的3.5", "占全院的3.5"),
        ("  四心工作法 ", "四心工作法"),
        ("", ""),
    ],
)
def test_signs(recognised: str, meant: str) -> None:
    assert typeset(recognised) == meant


@given(st.text(alphabet="支部a1 ,:;?!()（）.-—一“”", max_size=30))
def test_only_the_width_of_signs_changes(text: str) -> None:
    def plain(words: str) -> str:
        folded = unicodedata.normalize("NFKC", words).replace("。", ".")
        return "".join(it for it in folded if it not in "-—一 ")

    assert plain(typeset(text)) == plain(text)
