from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from casebase.text.fold import fold
from casebase.writing.repeats import repeats


def test_a_passage_that_comes_back_is_told_with_all_its_places() -> None:
    said = "支部每周三晚上在实训车间开门，谁有难题谁来，来了就不空手回去"
    text = f"一、{said}。\n二、另有安排。{said}，人人都知道。三：{said}！"
    (repeat,) = repeats(text)
    assert repeat.characters == len(said)
    assert [text[start:end] for start, end in repeat.places] == [said] * 3


def test_line_ends_do_not_hide_a_repeat() -> None:
    said = "支部每周三晚上在实训车间开门谁有难题谁来来了就不空手回家去了"
    (repeat,) = repeats(f"{said}。{said[:9]}\n{said[9:]}？")
    assert repeat.characters == 30


@given(st.text("甲乙丙", max_size=60), st.integers(1, 9))
def test_repeats_are_those_a_patient_reader_finds(text: str, least: int) -> None:
    folded = fold(text).text
    told = repeats(text, least)
    for repeat in told:
        assert repeat.characters >= least
        assert len({fold(text[a:b]).text for a, b in repeat.places}) == 1
        assert len(repeat.places) > 1
    twice = any(
        folded[at : at + least] in folded[at + least :]
        for at in range(len(folded) - least + 1)
    )
    assert bool(told) == twice
