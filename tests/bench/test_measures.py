"""The measures of reading measure what they say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.measures import (
    CHUNK,
    cells_right,
    character_error,
    forbidden_in,
    in_sequence,
    order,
    squeezed,
    without,
)

TEXT = "".join(chr(0x4E00 + n) for n in range(20 * CHUNK))  # no character twice
words = st.text(alphabet="甲乙丙丁", max_size=30)


def edits(one: str, other: str) -> int:
    """Wagner and Fischer 1974, as it stands in the books."""
    row = list(range(len(other) + 1))
    for place, char in enumerate(one, 1):
        above, row = row, [place]
        for there, letter in enumerate(other, 1):
            changed = above[there - 1] + (char != letter)
            row.append(min(changed, above[there] + 1, row[-1] + 1))
    return row[-1]


@given(words, words)
def test_character_error_is_edit_distance_over_length(found: str, truth: str) -> None:
    assert character_error(found, truth) == edits(found, truth) / max(1, len(truth))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("１＋３ ＋Ｎ\n（试行）", "1+3+N(试行)"),
        ("　　第 19\t号", "第19号"),
        ("⽬录", "目录"),
    ],
)
def test_squeezed_folds_width_and_drops_white_space(text: str, wanted: str) -> None:
    assert squeezed(text) == wanted


def test_order_is_whole_where_all_is_there_and_none_where_nothing_is() -> None:
    assert order(TEXT, TEXT) == 1.0
    assert order("", TEXT) == 0.0
    assert order("别的文字" * 50, TEXT) == 0.0
    assert order("", "短") == 1.0  # too short to have a chunk


def test_order_counts_the_longest_part_in_sequence() -> None:
    third = len(TEXT) // (4 * CHUNK) * CHUNK
    assert order(TEXT[third:] + TEXT[:third], TEXT) == 0.75


def test_order_bears_what_is_put_in_and_loses_what_is_torn() -> None:
    torn = TEXT[:6] + "页眉" + TEXT[6:]
    assert order(torn, TEXT) == 19 / 20
    between = TEXT[:CHUNK] + "页眉" + TEXT[CHUNK:]
    assert order(between, TEXT) == 1.0


def test_order_survives_a_lost_chunk_whose_words_come_again_later() -> None:
    again = TEXT[CHUNK:] + TEXT[:CHUNK]
    assert order(again, TEXT) == 19 / 20


@given(st.permutations(range(6)))
def test_order_of_shuffled_chunks_is_the_longest_rising_run(
    shuffled: list[int],
) -> None:
    chunks = [TEXT[n * CHUNK : (n + 1) * CHUNK] for n in range(6)]
    longest: list[int] = []
    for place, number in enumerate(shuffled):
        before = [longest[n] for n in range(place) if shuffled[n] < number]
        longest.append(max(before, default=0) + 1)
    found = "".join(chunks[n] for n in shuffled)
    assert order(found, TEXT[: 6 * CHUNK]) == max(longest) / 6


def test_anchors_count_in_sequence_only() -> None:
    assert in_sequence(["甲", "乙", "丙"], "甲乙丙") == 3
    assert in_sequence(["甲", "乙", "丙"], "甲丙乙") == 2
    assert in_sequence(["甲", "甲"], "甲") == 1


def test_forbidden_counts_beyond_the_truth() -> None:
    assert forbidden_in("年报年报", ["年报"], "年报") == ["年报"]
    assert forbidden_in("年报", ["年报"], "年报") == []
    assert forbidden_in("广告", ["广告"], "") == ["广告"]


def test_what_may_stand_anywhere_is_taken_out_once() -> None:
    assert without("甲图注乙图注", ["图注"]) == ("甲乙图注", "")
    assert without("甲乙", ["图注"]) == ("甲乙", "图注")


def test_cells_count_in_their_places() -> None:
    truth = [["序号", "名称"], ["1", "甲"], ["2", "乙"]]
    assert cells_right([truth], truth) == (6, 6)
    assert cells_right([truth[:1], truth[1:]], truth) == (6, 6)
    assert cells_right([[["序号 名称"], ["1 甲"], ["2", "乙"]]], truth) == (2, 6)
    assert cells_right([[["名称", "序号"]]], truth) == (0, 6)
    assert cells_right([], truth) == (0, 6)


def test_a_row_is_counted_once() -> None:
    assert cells_right([[["1", "甲"]]], [["1", "甲"], ["1", "甲"]]) == (2, 4)
