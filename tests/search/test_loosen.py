"""Which words may be missed."""

from __future__ import annotations

from collections.abc import Mapping

from casebase.matching import And, Node, Or, Term
from casebase.search.loosen import MAX_WAYS, MOST, SOME, loosened
from casebase.search.meaning import Meaning, Wanted

SIZE = 1000


def word(text: str, *parts: Wanted) -> Wanted:
    return Wanted(text, Term("text", text), parts)


def ways(
    counts: Mapping[str, int], *words: Wanted, share: float = MOST
) -> set[str] | None:
    """The sets of words that are enough, each as one string."""

    def count(node: Node) -> int:
        match node:
            case Term(token=token):
                return counts.get(token, 0)
            case And(children):
                return min(map(count, children))
            case Or(children):
                return max(map(count, children))
            case _:
                raise AssertionError(node)

    meaning = Meaning(Term("text", "?"), words=words)
    node = loosened(meaning, count, SIZE, share)
    if node is None:
        return None
    return {_words(way) for way in (node.children if isinstance(node, Or) else [node])}


def _words(node: Node) -> str:
    match node:
        case Term(token=token):
            return token
        case And(children):
            return " ".join(sorted(map(_words, children)))
        case _:
            raise AssertionError(node)


def test_of_two_words_the_rarer_is_enough() -> None:
    assert ways({"推进": 700, "治校": 5}, word("推进"), word("治校")) == {"治校"}


def test_of_three_like_words_two_are_enough() -> None:
    counts = {"甲乙": 9, "丙丁": 9, "戊己": 9}
    assert ways(counts, *map(word, counts)) == {"丙丁 甲乙", "戊己 甲乙", "丙丁 戊己"}


def test_a_longer_word_tells_more() -> None:
    counts = {"样板支部": 9, "验收": 9}
    assert ways(counts, *map(word, counts)) == {"样板支部"}


def test_words_that_no_entry_has_do_not_count() -> None:
    assert ways({"治校": 5}, word("元宇宙"), word("治校")) == {"治校"}
    assert ways({}, word("元宇宙")) is None


def test_a_long_word_may_stand_in_its_parts() -> None:
    long = word("学生社区", word("学生"), word("社区"))
    enough = {"学生社区": 5, "学生": 400, "社区": 9}
    assert ways(enough, long) == {"学生社区"}
    in_parts = {"学生社区": 1, "学生": 400, "社区": 9}
    assert ways(in_parts, long) == {"学生社区", "学生 社区"}
    hardly = {"学生社区": 1, "学生": 400, "社区": 3}
    assert ways(hardly, long) == {"社区"}


def test_less_is_enough_where_most_is_nowhere() -> None:
    counts = {"甲乙": 9, "丙丁": 9, "戊己": 9}
    found = ways(counts, *map(word, counts), share=SOME)
    assert found == {"甲乙", "丙丁", "戊己"}


def test_what_is_fixed_must_hold() -> None:
    fixed = Term("grams", "1+3")
    meaning = Meaning(fixed, fixed=(fixed,), words=(word("治校"),))
    assert loosened(meaning, lambda _: 9, SIZE, MOST) == And(
        (fixed, Term("text", "治校"))
    )


def test_the_work_is_bounded() -> None:
    words = [word(f"词{number}") for number in range(24)]
    node = loosened(Meaning(Or(()), words=tuple(words)), lambda _: 9, SIZE, MOST)
    assert isinstance(node, Or)
    assert len(node.children) <= MAX_WAYS
