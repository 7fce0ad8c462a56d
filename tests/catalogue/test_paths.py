"""Every file has a name of its own, and every name leads back to its file."""

from __future__ import annotations

import os
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from casebase.catalogue.paths import escaped, located, shown

ODD = st.sampled_from(["\\", "\n", "\\n", "\x1b", "\udcb5", "\u2028", "x", "1b", "n"])
NAMES = st.lists(ODD | st.characters(exclude_characters="/\0"), min_size=1).map("".join)


@given(NAMES)
def test_there_and_back(name: str) -> None:
    corpus = Path("corpus")
    said = shown(corpus / "夹" / name, corpus)
    assert said.encode()
    assert said == escaped(said).replace("\\\\", "\\"), "nothing odd is left"
    assert located(said, corpus) == corpus / "夹" / name


@given(NAMES, NAMES)
def test_two_names_never_look_the_same(one: str, other: str) -> None:
    assert (escaped(one) == escaped(other)) == (one == other)


def test_bytes_that_are_no_text() -> None:
    raw = os.fsdecode(b"\xb5\xb3.txt")
    assert escaped(raw) == "\\udcb5\\udcb3.txt"
    assert os.fsencode(located(escaped(raw), Path("c"))) == b"c/\xb5\xb3.txt"
