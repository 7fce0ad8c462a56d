"""Whatever a paragraph is put together of, its text is that of the visible parts."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from casebase.extract.archive import Archive
from casebase.extract.word import read
from tests.extract.packing import field, mark, p, packed, r

Part = tuple[str, str]  # the XML, and what is seen of it

WORDS = st.text("党建支部铸魂育人2023", min_size=1, max_size=4)
SHOWN = WORDS.map(lambda word: (r(word), word))
GONE = WORDS.flatmap(
    lambda word: st.sampled_from(
        [
            r(word, "<w:vanish/>"),
            f"<w:del><w:r><w:delText>{word}</w:delText></w:r></w:del>",
            f"<w:moveFrom>{r(word)}</w:moveFrom>",
            mark("begin")
            + f"<w:r><w:instrText> XE {word} </w:instrText></w:r>"
            + mark("end"),
            f"<w:bookmarkStart w:id='1' w:name='{word}'/><w:bookmarkEnd w:id='1'/>",
            (
                f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r(word)}"
                "</w:sdtContent></w:sdt>"
            ),
        ]
    )
).map(lambda xml: (xml, ""))


def joined(parts: list[Part]) -> Part:
    return "".join(xml for xml, _ in parts), "".join(text for _, text in parts)


def wrapped(parts: st.SearchStrategy[Part]) -> st.SearchStrategy[Part]:
    wrappers = st.sampled_from(
        [
            "<w:ins>{}</w:ins>",
            "<w:moveTo>{}</w:moveTo>",
            "<w:hyperlink>{}</w:hyperlink>",
            "<w:smartTag>{}</w:smartTag>",
            "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
            "<w:fldSimple w:instr=' REF x '>{}</w:fldSimple>",
            (
                "<mc:AlternateContent><mc:Choice>{0}</mc:Choice><mc:Fallback>{0}"
                "</mc:Fallback></mc:AlternateContent>"
            ),
            field("REF x", "{}"),
        ]
    )
    inside = st.lists(parts, min_size=1, max_size=3).map(joined)
    return st.tuples(wrappers, inside).map(
        lambda one: (one[0].format(one[1][0]), one[1][1])
    )


PARTS = st.recursive(SHOWN | GONE, wrapped, max_leaves=12)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.lists(PARTS, min_size=1, max_size=5).map(joined), max_size=4))
def test_the_visible_parts_are_the_text(paragraphs: list[Part]) -> None:
    body = "".join(p(f"<w:r/>{xml}") for xml, _ in paragraphs)
    layout = read(Archive(packed(body)), lambda _: ())
    found = [line.text for line in layout.pages[0].lines]
    assert found == [text for _, text in paragraphs if text]
