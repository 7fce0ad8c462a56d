"""Where the article is: known containers first, then where the sentences are."""

from __future__ import annotations

import re
from collections import defaultdict

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

# The containers of the systems and sites that Chinese institutions publish with (博达,
# TRS, WebPlus, 大汉, 微信公众号, gov.cn, 人民网, 新华网), the most telling first.
CONTAINERS = (
    *("#js_content", "#UCAP-CONTENT", "#vsb_content", ".v_news_content"),
    *(".TRS_Editor", ".trs_editor_view", ".TRS_UEDITOR", ".wp_articlecontent"),
    *("#ozoom", "#zoom", "#Zoom", "#rwb_zw", ".rm_txt_con", "#p-detail", "#detail"),
    *(".pages_content", ".article-content", ".articleContent", ".article_content"),
    *("#article_content", "#ArticleContent", "#artibody", "#articleContent"),
    *(".entry-content", ".post-content", ".news_content", ".newsContent", ".news_txt"),
    *(".detail-content", ".detailContent", ".content-detail", ".con_txt", ".conTxt"),
    *("[itemprop=articleBody]", "#content_text", ".content_text", ".arti-content"),
)
_PARAGRAPHS = frozenset(
    (
        *("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "pre"),
        *("figcaption", "blockquote"),
    )
)
BLOCKS = _PARAGRAPHS.union(
    ("address", "article", "body", "caption", "center", "details", "div", "dl"),
    ("fieldset", "figure", "form", "header", "hr", "main", "ol", "section", "summary"),
    ("table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
)
_SENTENCE = re.compile("[，。；：！？、,;!?]")
_NOTICE = re.compile(
    "版权所有|Copyright|©|ICP备|公网安备|邮编|地址[:：]|技术支持|主办单位"
)
_LINKED = 0.5  # of a block's text: more is a list of links
_CLEAR = 0.7  # of the sentences: who holds so many of them holds the article
_KNOWN = 0.4  # of what density finds: a known container with less is not the article


def find_body(soup: BeautifulSoup) -> Tag:
    """The smallest element that holds the article; the page where none stands out."""
    page = soup.body or soup
    worth = _worth(page)
    dense = _descend(page, worth)
    known = _known(page, worth)
    if known is not None and worth[id(known)] >= _KNOWN * worth[id(dense)]:
        return known
    return dense


def _known(page: Tag, worth: dict[int, float]) -> Tag | None:
    for selector in CONTAINERS:
        found = page.select(selector)
        if found:
            best = max(found, key=lambda tag: worth[id(tag)])
            if worth[id(best)] or best.get_text(strip=True):
                return best
    return None


def _worth(page: Tag) -> dict[int, float]:
    """For every element, how many characters of sentences it holds."""
    text: dict[int, int] = defaultdict(int)
    linked: dict[int, int] = defaultdict(int)
    blocks: dict[int, Tag] = {}
    words: dict[int, str] = defaultdict(str)
    for string in page.find_all(string=True):
        block = _block_of(string, page)
        length = len(string.strip())
        blocks[id(block)] = block
        text[id(block)] += length
        words[id(block)] += string
        linked[id(block)] += length if string.find_parent("a") is not None else 0
    worth: dict[int, float] = defaultdict(float)
    for key, block in blocks.items():
        is_prose = _SENTENCE.search(words[key]) and not _NOTICE.search(words[key])
        if is_prose and linked[key] <= _LINKED * text[key]:
            for tag in (block, *block.parents):
                worth[id(tag)] += text[key]
    return worth


def _block_of(string: NavigableString, page: Tag) -> Tag:
    return next((tag for tag in string.parents if tag.name in BLOCKS), page)


def _descend(node: Tag, worth: dict[int, float]) -> Tag:
    while True:
        children = [child for child in node.children if isinstance(child, Tag)]
        best = max(children, key=lambda tag: worth[id(tag)], default=None)
        if best is None or not worth[id(best)]:
            return node
        if worth[id(best)] < _CLEAR * worth[id(node)] or not _may_hold_article(best):
            return node
        node = best


def _may_hold_article(tag: Tag) -> bool:
    """Whether `tag` is more than one paragraph of an article."""
    if tag.name in _PARAGRAPHS:
        return False
    return tag.find([*BLOCKS, "br"]) is not None
