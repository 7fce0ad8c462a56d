"""Text made to be slow to annotate: one piece of a pattern, over and over."""

from __future__ import annotations

import time
from collections.abc import Iterator

from casebase.annotate import annotate
from casebase.annotate.brands.words import FORMS
from casebase.annotate.honours.verbs import KINDS
from casebase.annotate.honours.wording import DOING, LEADS, TAILS
from casebase.document import Block, BlockKind, Document
from casebase.entry import Entry, Kind, Paragraph
from casebase.lexicon import Lexicon

PIECES = (
    "学院",
    "大学与学院",
    "获评",
    "获评全国",
    "入选第",
    "入选省级、",
    "全国党建工作样板支部",
    "培育创建",
    "通过验收",
    "一等奖",
    "第一批",
    "“",
    "“”",
    "“品牌",
    "打造“一",
    "《",
    "《办法》",
    "教育部《",
    "〔2022〕19号",
    "1+",
    "1+3+N：“1”即",
    "“一二三",
    "一核",
    "一支部",
    "一支部一",
    "近",
    "1,",
    "1.",
    "12345",
    "万",
    "1万",
    "百分之",
    "3至",
    "2023年",
    "同年",
    "去年5月",
    "（",
    "（以下简称“",
    "、",
    "，",
    "。",
    "与",
    "党支部",
    "第一党支部",
    "\n",
    "一、\n",
    "　",
    "a",
    "①",
    # Verbs that ask for a level behind them, and all verbs and cues in a row.
    "是全国",
    "系全省",
    "作为首批",
    "其中省级",
    "".join(KINDS),
    "".join(word for words in FORMS.values() for word in words),
    "".join((*TAILS, *LEADS, *DOING)),
    # Quotes in quotes, titles in titles, numbers without an end.
    "“‘",
    "“《",
    "“《”》",
    "《《",
    "》",
    "“一”、",
    "一二三四五六七八九十",
    "百分之一点",
    "万亿",
    "0123456789",
    "12.5",
    "1 234",
    "十万",
    "３",
    # Names beside names.
    "大学与学院党支部",
    "与学院共建",
    "甲公司、",
    "品牌“甲”、",
    "支部打造“甲”",
    "根据教育部《甲办法》",
    "年",
    "2023年，",
    "由省",
    "的",
    "等",
    "1.甲学院乙系党支部\n",
    "首批样板支部名单\n1.甲党支部\n",
)
LONG = 1_000_000
STEP = 4  # quadratic work takes sixteen times as long for four times the text
PATIENCE = 2.0  # seconds, after which no longer text is tried


def growth(lexicon: Lexicon) -> Iterator[tuple[str, int, float, float]]:
    """Of every piece: the longest text tried, characters a second, growth by `STEP`.

    The text grows by `STEP` up to `LONG`, unless one of them takes too long already.
    """
    for piece in PIECES:
        size, before = LONG // STEP**3, 0.0
        seconds = _seconds(piece, size, lexicon)
        while size * STEP <= LONG and seconds < PATIENCE:
            size, before = size * STEP, seconds
            seconds = _seconds(piece, size, lexicon)
        yield piece, size, size / seconds, seconds / before if before else 0.0


def _seconds(piece: str, size: int, lexicon: Lexicon) -> float:
    text = piece * (size // len(piece))
    title = "某市职业技术学院：标题"
    blocks = tuple(Block(BlockKind.PARAGRAPH, it) for it in text.split("\n"))
    document = Document("0" * 16, "甲.txt", "text", title, "", blocks)
    entry = Entry(
        id=f"{document.id}-1", document_id=document.id, document=document.name,
        document_title=title, subtitle="", kind=Kind.ARTICLE, number=None, title=title,
        path=(), pages=None, paragraphs=tuple(Paragraph(it.text) for it in blocks),
    )  # fmt: skip
    begin = time.process_time()
    annotate(document, (entry,), lexicon)
    return time.process_time() - begin
