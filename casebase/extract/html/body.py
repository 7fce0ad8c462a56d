"""Where the article is: known containers first, then where the sentences are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from bs4 import BeautifulSoup, Tag

# The containers of the systems and sites that Chinese institutions publish with (博达,
# TRS, WebPlus, 大汉, 方正翔宇, 微信, gov.cn, 人民网, 新华网 and others), the likeliest
# first, without dashes, capitals and final numbers; # is for an id only.
CONTAINERS = (
    *("#jscontent", "#ucapcontent", "#vsbcontent", "#vsbnewscontent", "vnewscontent"),
    *("trseditor", "trseditorview", "trsueditor", "wparticlecontent", "trsword"),
    *("#ozoom", "#zoom", "#zoomcon", "#rwbzw", "rmtxtcon", "#pdetail", "#detail"),
    *("renderdetailcontent", "umaintext", "leftzw", "contentarea", "cntbd", "textarea"),
    *("pagescontent", "articlecontent", "#artibody", "articlebody", "articlecon"),
    *("articledetail", "articletext", "articlemain", "artcontent", "articontent"),
    *("artcon", "articon", "articalcontent", "#mpeditor", "postbody", "entrycontent"),
    *("postcontent", "newscontent", "newstxt", "newstext", "newscon", "newsbody"),
    *("newsdetail", "detailcontent", "contentdetail", "contxt", "contenttext"),
    *("contenttxt", "infocontent", "maintext", "[itemprop=articleBody]", "xlcontent"),
    *("xilancon", "xilancont", "btcontent", "wzcontent", "wzcon", "zwcontent"),
    *("viewcontent", "showcontent", "textcontent", "pagecontent", "ndcontent"),
)
_RANKS = {selector: rank for rank, selector in enumerate(CONTAINERS)}
_VARIANT = re.compile(r"[-_]|\d++$")  # vsb_content_2, article-content, articleContent
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
_BYLINE = re.compile(
    "(?:时间|日期|来源|作者|浏览|点击|阅读|编辑|发布者)(?:次数|量|数)?\\s*[:：]"
)
_BYLINE_MOST = 100  # characters
_LINKED = 0.5  # of a block's text: more is a list of links
_CLEAR = 0.7  # of the sentences: who holds so many of them holds the article
_CLASSES, _NAME = 20, 60  # classes of an element and characters of a name looked at
_FEW = 12  # characters of sentences that may be a whole article
_SOME = 0.1  # of the page's sentences: a known container with the title may hold as few
_MUCH = 0.4  # of them: less that stands with the title may be but a summary
BREAK = "\u2028"  # the end of a line in text whose elements were left out
_NEARLY = 0.9  # of a known container's sentences: one in it with these is the article
_KNOWN = 0.4  # of what density finds: a known container with less is not the article


def find_body(soup: BeautifulSoup, title: Tag | None) -> list[Tag]:
    """The smallest elements that hold the article; the page where none stands out.

    Args:
        soup: The page without what is never of an article.
        title: The element that shows its title, if that is known.
    """
    page = soup.body or soup
    worth = _worth(page)
    dense = _descend(_scope(page, title, worth, _MUCH), worth)
    known = _known(page, worth)
    if not known:
        return [dense]
    scope = _scope(page, title, worth, _SOME)
    total = sum(worth[id(tag)] for tag in known)
    if all(_is_within(tag, scope) for tag in known) and not _is_within(dense, scope):
        return known
    return known if total >= _KNOWN * worth[id(dense)] else [dense]


def _scope(page: Tag, title: Tag | None, worth: dict[int, float], share: float) -> Tag:
    """The smallest element with the title and that share of the page's sentences.

    Notices beside an article may be longer than it, but do not stand with its title.
    """
    scope: Tag | None = title.parent if title is not None else None
    while scope is not None and scope is not page:
        enough = worth[id(scope)] - worth[id(title)]
        if enough >= _FEW and enough >= share * worth[id(page)]:
            return scope
        scope = scope.parent
    return page


def _is_within(tag: Tag, outer: Tag) -> bool:
    return tag is outer or any(parent is outer for parent in tag.parents)


def _known(page: Tag, worth: dict[int, float]) -> list[Tag]:
    """The known containers of the most telling kind that have text, in their order."""
    found = containers(page)
    for rank in sorted(found):
        tags = _outermost(found[rank])
        told = [tag for tag in tags if worth[id(tag)]]
        if told:
            return _innermost(told, found, worth)
        said = [tag for tag in tags if tag.get_text(strip=True)]
        if said:
            return said[:1]
    return []


def _innermost(
    told: list[Tag], found: dict[int, list[Tag]], worth: dict[int, float]
) -> list[Tag]:
    """`told`, or the smallest known container in it that holds nearly all of it."""
    if len(told) > 1:
        return told
    outer = told[0]
    known = [tag for tags in found.values() for tag in tags]
    enough = (tag for tag in known if worth[id(tag)] >= _NEARLY * worth[id(outer)])
    inside = [tag for tag in enough if _is_within(tag, outer)]
    return [max(inside, key=lambda tag: sum(1 for _ in tag.parents), default=outer)]


def _outermost(tags: Iterable[Tag]) -> list[Tag]:
    chosen = {id(tag) for tag in tags}
    return [
        tag for tag in tags if not any(id(parent) in chosen for parent in tag.parents)
    ]


def containers(page: Tag) -> dict[int, list[Tag]]:
    """The known containers below `page`, by their place among `CONTAINERS`."""
    found: dict[int, list[Tag]] = defaultdict(list)
    for tag in page.find_all():
        ranks = _RANKS.keys() & _selectors(tag)
        if ranks:
            found[min(_RANKS[selector] for selector in ranks)].append(tag)
    return found


def _selectors(tag: Tag) -> set[str]:
    """The names under which an element may be known."""
    name = _bare_name(tag.get("id"))
    found = {name, f"#{name}", f"[itemprop={tag.get('itemprop')}]"}
    return found.union(map(_bare_name, tag.get_attribute_list("class")[:_CLASSES]))


def _bare_name(name: object) -> str:
    return _VARIANT.sub("", str(name or "")[:_NAME].lower())


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
        is_prose = is_prose and not (len(said) < _BYLINE_MOST and _BYLINE.search(said))
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
    return tag.find([*BLOCKS, "br"]) is not None or BREAK in tag.get_text()
