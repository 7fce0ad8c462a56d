"""Where a page shows the title of its article: what stands before is not of it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from casebase.text.naming import is_organisation

_HEADINGS = frozenset({"h1", "h2", "h3"})
_SEPARATOR = re.compile(r"\s*(?:[-_|–－｜]{1,2}|(?<!—)—(?!—))\s*|\s+")
SHORTEST, LONGEST = 5, 100  # characters of a title
LONGEST_NAME = 16  # of an institution
_COLUMN = re.compile(
    r"[\u4e00-\u9fff]{0,6}(?:新闻|要闻|动态|公告|通知|公示|中心|专栏|专题|概况|简介|栏目|频道|资讯|报道"
    r"|文章|正文|内容|详情|首页|门户|网站|网|快讯|简报|风采|园地|之窗|天地|在线|党建|思政|建设|工作|文件"
    r"|制度|资料|下载|信息|公开|风貌|案例|校园|学习|教育)"
)


def is_name_of_place(text: str) -> bool:
    """Whether it names a site, a column or an institution rather than an article."""
    bare = "".join(text.split())
    if _COLUMN.fullmatch(bare):
        return True
    return len(bare) <= LONGEST_NAME and is_organisation(bare)


def anchor(soup: BeautifulSoup, stated: Iterable[str]) -> Tag | None:
    """The element that shows the title; None where it cannot be told.

    Args:
        soup: The page as it is shown.
        stated: What the page says is its title, perhaps with the names of its site.
    """
    wanted = _wanted(stated)
    best: tuple[int, int] | None = None
    found: Tag | None = None
    seen: set[int] = set()
    for text in (soup.body or soup).find_all(string=True):
        holder = _holder(text)
        if holder is None or id(holder) in seen:
            continue
        if holder.name in _HEADINGS:
            seen.add(id(holder))
            bare = _bare(holder.get_text())
        else:
            bare = _bare(text)
        rank = _rank(bare, holder, wanted)
        if rank is not None and (best is None or rank > best):
            best, found = rank, holder
    return found


def _wanted(stated: Iterable[str]) -> set[str]:
    """Titles, and their beginnings and ends at each sign that joins a site's name."""
    wanted: set[str] = set()
    for title in stated:
        cuts = [*_SEPARATOR.finditer(title)][:20]
        parts = [title, *(title[: cut.start()] for cut in cuts)]
        parts += [title[cut.end() :] for cut in cuts]
        wanted.update(map(_bare, parts))
    return {it for it in wanted if len(it) >= SHORTEST and not is_name_of_place(it)}


def _holder(text: NavigableString) -> Tag | None:
    """The element whose text it is; none for a link, or where it is too long."""
    if not text.strip() or len(text) > 2 * LONGEST:
        return None
    tag = text.parent
    for _ in range(3):
        if tag is None or tag.name == "a":
            return None
        if tag.name in _HEADINGS:
            break
        tag = tag.parent
    return tag if tag is not None and tag.name in _HEADINGS else text.parent


def _rank(bare: str, holder: Tag, wanted: set[str]) -> tuple[int, int] | None:
    """How likely it is the title: what the page states, then its one great heading."""
    heading = holder.name in _HEADINGS
    if bare in wanted:
        return len(bare), heading
    great = holder.name == "h1" or holder.get("id") == "activity-name"
    fits = SHORTEST <= len(bare) <= LONGEST and not is_name_of_place(bare)
    return (0, 1) if great and fits else None


def _bare(text: str) -> str:
    return "".join(text.split())
