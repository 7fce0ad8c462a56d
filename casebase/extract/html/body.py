"""Where the article is: known containers first, then where the sentences are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from bs4 import BeautifulSoup, Tag

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
_RANKS = {selector: rank for rank, selector in enumerate(CONTAINERS)}
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
    found = containers(page)
    for rank in sorted(found):
        best = max(found[rank], key=lambda tag: worth[id(tag)])
        if worth[id(best)] or best.get_text(strip=True):
            return best
    return None


def containers(page: Tag) -> dict[int, list[Tag]]:
    """The known containers below `page`, by their place among `CONTAINERS`."""
    found: dict[int, list[Tag]] = defaultdict(list)
    for tag in page.find_all():
        classes = (f".{name}" for name in tag.get_attribute_list("class"))
        item = f"[itemprop={tag.get('itemprop')}]"
        for selector in {f"#{tag.get('id')}", *classes, item} & _RANKS.keys():
            found[_RANKS[selector]].append(tag)
    return found


def _worth(page: Tag) -> dict[int, float]:
    """For every element, how many characters of sentences it holds."""
    tags = page.find_all()
    block, links = _surroundings(page, tags)
    text: dict[int, int] = defaultdict(int)
    linked: dict[int, int] = defaultdict(int)
    words: dict[int, list[str]] = defaultdict(list)
    for string in page.find_all(string=True):
        key = block[id(string.parent)]
        length = len(string.strip())
        text[key] += length
        words[key].append(string)
        linked[key] += length if id(string.parent) in links else 0
    worth: dict[int, float] = defaultdict(float)
    for key, strings in words.items():
        said = "".join(strings)
        is_prose = _SENTENCE.search(said) and not _NOTICE.search(said)
        if is_prose and linked[key] <= _LINKED * text[key]:
            worth[key] += text[key]
    for tag in reversed(tags):  # the inner before the outer
        worth[id(tag.parent)] += worth[id(tag)]
    return worth


def _surroundings(page: Tag, tags: Iterable[Tag]) -> tuple[dict[int, int], set[int]]:
    """For every element its block, and which elements are links or in one."""
    block = {id(page): id(page)}
    links: set[int] = set()
    for tag in tags:  # the outer before the inner
        outer = id(tag.parent)
        block[id(tag)] = id(tag) if tag.name in BLOCKS else block[outer]
        if tag.name == "a" or outer in links:
            links.add(id(tag))
    return block, links


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
