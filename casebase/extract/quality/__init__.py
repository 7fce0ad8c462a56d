"""The gate: measures whether text makes sense, and keeps junk out of the index.

PDFs without ToUnicode tables give text that looks like text to a machine; so do bytes
decoded by the wrong table. What cannot be trusted is left out and said so.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from casebase.document import Layout, Line, Notice, Page
from casebase.errors import UnreadableFileError
from casebase.extract.quality.wording import chance_lines, is_no_language

_NO_TEXT = "没有可识别的文字。"
_SCANNED = "没有可识别的文字，可能是扫描件。"
_NO_TEXT_ADVICE = "请提供带文字的版本（原始 Word、PDF 或网页），或先做文字识别再放入。"
_JUNK = "的文字编码有问题，读出来是乱码，没有收入。"
_JUNK_LINES = "有部分文字无法识别，已略去。"
_FEW_LETTERS = 8  # below that a file says so little that people should look at it
_FEW_ADVICE = "请对照原文件；如果内容缺失，请重新复制或导出后再放入。"
_JUNK_ADVICE = "请对照原文件，或提供由原始文档重新导出的版本。"


def _decoded(lead: range, trail: Iterable[int], encoding: str) -> frozenset[str]:
    trails = tuple(trail)
    pairs = bytes(byte for a in lead for b in trails for byte in (a, b))
    return frozenset(pairs.decode(encoding, errors="ignore"))


# The first level of GB 2312 and of Big5: the characters that ordinary texts are made
# of, simplified and traditional.
_COMMON_HAN = _decoded(range(0xB0, 0xD8), range(0xA1, 0xFF), "gb2312") | _decoded(
    range(0xA4, 0xC7), (*range(0x40, 0x7F), *range(0xA1, 0xFF)), "big5"
)
# The most frequent ones in official and news prose; together a fifth of any page of it.
_FREQUENT = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动"
    "同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自"
    "二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日"
    "建设党教育校第关于各组织管理工作"
)
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_SIGNS = re.compile(
    "[\u00a0-\u00bf\u00d7\u00f7\u2010-\u27bf\u3000-\u303f\ufe30-\ufe4f\uff00-\uffef"
    "\u2e80-\u2fdf\u0370-\u03ff\U0001d400-\U0001d7ff\U0001f300-\U0001faff]"
)
# Those that no wrongly decoded Chinese consists of.
_PINYIN = frozenset("āǎēěīǐōǒūǔǖǘǚǜ")
# What readers write for glyphs whose characters they do not know: their numbers.
_CID = re.compile(
    r"\(cid:\d{1,6}\)"
    r"|/(?:glyph|index|cid|gid|uni|[acfgu])_?[0-9A-Fa-f]{1,6}(?![0-9A-Za-z])",
    re.IGNORECASE,
)
_FILLERS = frozenset(".…·-—_=*~ ．。─━")
_BROKEN_CATEGORIES = frozenset({"Cc", "Co", "Cn", "Cs"})
_VISIBLE_WHITE = frozenset("\t\n\r\f\v")

_MAX_BROKEN = 0.02  # of the visible characters
_BROKEN_ALWAYS = 2  # broken characters that even a short text may have
_MIN_LEGIBLE = 0.6
_MIN_JUDGED = 20  # visible characters below which nothing can be said
_MIN_PROSE = 200  # Han characters from which their frequencies can be judged
_MIN_FREQUENT = 0.05
_MAX_SAME = 0.6
_MAX_SIGNS = 0.5
_VOWELS = (0.2, 0.65)
_LINE_BROKEN = 0.4
_LINE_JUDGED = 4
_MOSTLY = 0.9  # of a page's letters: a page that lost more is to be read in another way


def legibility(text: str) -> float:
    """From 0 to 1, the share of `text` that ordinary Chinese or English is made of.

    Control characters beyond a trace make it 0: that is no text at all.
    """
    visible = _visible(text)
    total = visible.total()
    if not total:
        return 1.0 if "\0" not in text else 0.0
    broken = _count(visible, _cannot_be_text)
    if broken > max(_BROKEN_ALWAYS, _MAX_BROKEN * total):
        return 0.0
    return _count(visible, _is_ordinary) / total


def screen(layout: Layout) -> Layout:
    """`layout` without pages and lines that are junk, and with notices about them."""
    notices = [*layout.notices, *_notice_of_unknown(layout)]
    pages = []
    for page in layout.pages:
        lines, message = _screened(page)
        unread = page.unread or message == _JUNK
        unread = unread or _letters(lines) < _MOSTLY * _letters(page.lines)
        pages.append(replace(page, lines=lines, unread=unread))
        if message:
            notices.append(Notice(page.number, _where(page) + message, _JUNK_ADVICE))
    return replace(layout, pages=tuple(pages), notices=tuple(notices))


def require_text(layout: Layout) -> Layout:
    """`layout` as it is, with a notice where it holds hardly any text.

    Raises:
        UnreadableFileError: No page of it has a letter or Chinese character.
    """
    words = "".join(_words_of(line) for page in layout.pages for line in page.lines)
    letters = sum(char.isalnum() for char in words)
    if letters >= _FEW_LETTERS:
        return layout
    if letters:
        message = f"文件里只有 {letters} 个字，可能不完整。"
        notice = Notice(None, message, _FEW_ADVICE, damaged=False)
        return replace(layout, notices=(*layout.notices, notice))
    junk = any(notice.message.endswith(_JUNK) for notice in layout.notices)
    nothing = _SCANNED if layout.format == "pdf" else _NO_TEXT
    raise UnreadableFileError("文件" + (_JUNK if junk else nothing), _NO_TEXT_ADVICE)


def _notice_of_unknown(layout: Layout) -> tuple[Notice, ...]:
    """One notice for all characters that fonts have no meaning for, as with emoji."""
    unknown = {
        page.number: sum(_words_of(line).count("\ufffd") for line in page.lines)
        for page in layout.pages
    }
    first = next((number for number, count in unknown.items() if count), None)
    total = sum(unknown.values())
    if not total:
        return ()
    where = f"，最先见于第{first}页" if first else ""
    message = f"有 {total} 个字符无法识别（可能是表情或特殊符号），已略去{where}。"
    return (Notice(first, message, _JUNK_ADVICE, damaged=False),)


def _where(page: Page) -> str:
    return f"第{page.number}页" if page.number else "文件"


def _screened(page: Page) -> tuple[tuple[Line, ...], str]:
    """The lines worth keeping, and what to say if there were others."""
    if is_junk("\n".join(map(_words_of, page.lines))):
        return (), _JUNK
    words = [_words_of(line) for line in page.lines]
    junk = chance_lines(words)
    kept = tuple(
        line
        for at, line in enumerate(page.lines)
        if at not in junk and not _is_broken(words[at])
    )
    return kept, _JUNK_LINES if len(kept) < len(page.lines) else ""


def _letters(lines: Iterable[Line]) -> int:
    return sum(char.isalnum() for line in lines for char in _words_of(line))


def _words_of(line: Line) -> str:
    return "\n".join([line.text, *(cell for row in line.rows for cell in row)])


def _is_broken(text: str) -> bool:
    visible = _visible(_CID.sub("\0\0\0", text))
    enough = visible.total() >= _LINE_JUDGED
    return enough and _broken_share(visible) > _LINE_BROKEN


def is_junk(text: str) -> bool:
    """Whether a page's text was decoded by a wrong table, or is no text."""
    visible = _visible(_CID.sub("\0", text))
    if visible.total() < _MIN_JUDGED:
        return False
    return (
        _broken_share(visible) > _LINE_BROKEN
        or _count(visible, _is_ordinary) < _MIN_LEGIBLE * visible.total()
        or _is_monotonous(visible)
        or _is_enciphered_han(visible)
        or _is_enciphered_latin(visible)
        or is_no_language(text)
    )


def _visible(text: str) -> Counter[str]:
    """How often each character stands in `text`: a book has some thousand of them."""
    counts = Counter(text)
    for char in [char for char in counts if char.isspace()]:
        del counts[char]
    return counts


def _count(counts: Counter[str], is_wanted: Callable[[str], bool]) -> int:
    return sum(count for char, count in counts.items() if is_wanted(char))


def _broken_share(visible: Counter[str]) -> float:
    return _count(visible, _cannot_be_text) / visible.total()


def _cannot_be_text(char: str) -> bool:
    return char == "\ufffd" or (
        unicodedata.category(char) in _BROKEN_CATEGORIES and char not in _VISIBLE_WHITE
    )


def _is_ordinary(char: str) -> bool:
    return (
        "!" <= char <= "~"
        or char in _COMMON_HAN
        or char in _PINYIN
        or _SIGNS.fullmatch(char) is not None
    )


def _is_monotonous(visible: Counter[str]) -> bool:
    most = max(
        (count for char, count in visible.items() if char not in _FILLERS), default=0
    )
    return most > _MAX_SAME * visible.total()


def _is_enciphered_han(visible: Counter[str]) -> bool:
    """Common characters, but not the ones that texts repeat: a wrong ToUnicode."""
    han = Counter({char: n for char, n in visible.items() if _HAN.match(char)})
    if han.total() < max(_MIN_PROSE, visible.total() / 2):
        return False
    return _count(han, _FREQUENT.__contains__) < _MIN_FREQUENT * han.total()


def _is_enciphered_latin(visible: Counter[str]) -> bool:
    """Signs where letters should be, or letters without their vowels."""
    ascii_only = Counter({char: n for char, n in visible.items() if char < "\x7f"})
    if ascii_only.total() < max(_MIN_PROSE / 2, 0.9 * visible.total()):
        return False
    told = ascii_only.total() - _count(ascii_only, _FILLERS.__contains__)
    signs = _count(ascii_only, lambda char: not (char.isalnum() or char in _FILLERS))
    if signs > _MAX_SIGNS * told:
        return True
    letters = _count(ascii_only, str.isalpha)
    vowels = _count(ascii_only, "aeiouAEIOU".__contains__)
    low, high = _VOWELS
    prose = letters > max(_MIN_PROSE / 2, told / 2)
    return prose and not low * letters <= vowels <= high * letters
