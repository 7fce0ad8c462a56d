from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebase.copies.prints import SURE, Prints, fingerprint, pieces, shared
from casebase.entry import EntryId
from casebase.text.content import content
from casebase.writing.exempt import exempt, without
from casebase.writing.overlap import LEAST, Overlap, overlap

OURS = (
    "学院把支部建在专业群上，老师带着学生到码头去，一边讲课一边修船，三年里修好了四十六条旧船。"
    "渔民说，过去请人修一次要等半个月，现在隔天就能下水；学生说，图纸上的线头一回有了分量。"
)
THEIRS = (
    "机电系党总支从食堂的一张长桌讲起：谁先到谁擦桌，谁吃完谁讲一段今天碰到的难题。"
    "一年下来，桌上讲过二百一十七个难题，解开了一百六十三个，其余的写在墙上，等下一届来答。"
)
STANDARD = "习近平新时代中国特色社会主义思想"


class Shelf:
    """Texts in memory."""

    def __init__(self, texts: Mapping[EntryId, str]) -> None:
        self._texts = texts

    def prints(self) -> tuple[Sequence[EntryId], Prints]:
        printed = [fingerprint(content(text).text) for text in self._texts.values()]
        return list(self._texts), Prints.of(printed)

    def sources(self, ids: Sequence[EntryId]) -> Mapping[EntryId, str]:
        return {entry: self._texts[entry] for entry in ids if entry in self._texts}


def found(draft: str, *texts: str, formulations: Sequence[str] = ()) -> Overlap:
    shelf = Shelf({f"{number:016x}-1": text for number, text in enumerate(texts)})
    return overlap(draft, shelf, formulations)


@pytest.mark.parametrize(
    "changed",
    [
        "三年里修好了四十六条旧船。渔民说，过去请人修一次要等半个月",
        "三年里修好了４６条旧船。渔民说，过去请人修一次要等半个月".replace(
            "４６", "四十六"
        ),
        "三年里修好了四十六条旧船,渔民说:过去请人修一次,要等半个月",
        "三年里修好了四十六条旧船。\n渔民说，\n过去请人修一次要等半个月",
        "三年里修好了四十六条旧船。漁民說，過去請人修一次要等半個月",
        "三年里修好了四十六只旧船。渔民说，过去请人修一次要等半个月",
        "三年里修好了四十六条旧船。渔民都说，过去请人修一次要等半个月",
        "三年里修好四十六条旧船。渔民说，过去请人修一次要等半个月",
    ],
    ids=["as is", "width", "signs", "lines", "traditional", "other", "more", "less"],
)
def test_a_copied_passage_is_found_with_its_place(changed: str) -> None:
    draft = f"我们先说自己的事。{changed}，这就是我们想学的。"
    (passage,) = found(draft, THEIRS, OURS).passages
    assert passage.entry.endswith("1-1")
    assert draft[passage.start : passage.end] == changed
    source = OURS[passage.source_start : passage.source_end]
    assert source.startswith("三年里修好")
    assert source.endswith("半个月")


def test_texts_of_their_own_share_nothing() -> None:
    assert found(OURS, THEIRS).passages == ()
    assert found("", OURS).share == 0.0


def test_the_share_counts_each_character_once() -> None:
    whole = found(OURS, OURS, OURS)
    assert len(whole.by_entry) == 2
    assert whole.share == 1.0
    half = found(OURS + THEIRS, THEIRS)
    assert half.taken == len(content(THEIRS).text)


def test_what_everybody_writes_is_no_overlap() -> None:
    both = "深入学习" + STANDARD + "，"
    draft, text = both + OURS, both + THEIRS
    assert found(draft, text).passages
    assert not found(draft, text, formulations=[content(STANDARD).text]).passages


@pytest.mark.parametrize(
    ("frame", "counts"),
    [("“{}”[3]", False), ("“{}”。[3]", False), ("“{}”", True), ("{}", True)],
)
def test_a_quotation_is_exempt_when_it_says_where_it_is_from(
    frame: str, *, counts: bool
) -> None:
    draft = THEIRS + frame.format(OURS[10:60]) + "以上。"
    assert bool(found(draft, OURS).passages) == counts


def test_titles_of_papers_are_exempt() -> None:
    title = "《关于公布望岳省第三批职业院校样板支部培育创建名单的通知》"
    assert not found(f"根据{title}，我们……", f"按照{title}要求，各校……").passages


def test_exempt_stretches_are_apart_and_in_order() -> None:
    text = f"按《样板支部建设办法》和{STANDARD}{STANDARD}办"
    spans = exempt(text, content(text), [content(STANDARD).text])
    assert [content(text).text[start:end] for start, end in spans] == [
        "样板支部建设办法",
        STANDARD * 2,
    ]
    assert without(0, len(content(text).text), spans) == 3


letters = st.text("学院支部建在专业群上老师带着生到码头去一边讲课修船", max_size=120)


@given(letters, letters, letters, letters, st.integers(SURE + 5, 60), st.randoms())
def test_what_is_long_enough_is_never_missed(
    one: str, two: str, three: str, four: str, size: int, chance: random.Random
) -> None:
    passage = "".join(
        chance.choices("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥", k=size)
    )
    answer = found(one + passage + two, three + passage + four)
    place = len(one)
    covered = {at for it in answer.passages for at in range(it.start, it.end)}
    assert set(range(place, place + size)) <= covered


@given(letters, letters)
def test_shared_pieces_are_those_that_both_have(draft: str, text: str) -> None:
    ours = pieces(draft)
    found_there = shared(ours, Prints.of([fingerprint(text)]))
    pairs = set(zip(found_there.here.tolist(), found_there.there.tolist(), strict=True))
    assert pairs == {
        (here, there)
        for here in range(len(draft) - 3)
        for there in range(0, len(text) - 3, 7)
        if draft[here : here + 4] == text[there : there + 4]
    }


def test_a_passage_shorter_than_the_least_is_nobodys() -> None:
    assert not found(THEIRS + OURS[: LEAST - 1] + THEIRS, OURS).passages
