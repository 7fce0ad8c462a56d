"""`casebase search`."""

from __future__ import annotations

import json
from collections.abc import Iterator

import click

from casebase.cli.home import settings
from casebase.cli.terminal import RECOGNISED, elsewhere, marked, pages, plain
from casebase.cli.wording import Command
from casebase.query import EXAMPLES, FIELDS, KINDS, TEXT_FIELDS, Query
from casebase.results import WHERE, Hit, Reason, Results, results_json
from casebase.search.service import open_searcher
from casebase.search.wildcards import GAP

INDENT = "    "
COUNTED = ("school", "province", "year", "genre")  # facets shown to people
VALUES = 4  # of each
ALSO = 3  # places where the text stands too


_NAMES = (names[0] for names in (*FIELDS.values(), *TEXT_FIELDS.values()))
HELP = f"""检索。支持 “原文”、AND OR NOT -、括号、学校:、标题:、年份:2021..2023 等写法。

星号：党建*引领 是先后都有、同段里最多隔 {GAP} 字；1+* 是 1+3、1+2+N 等；
标题:一站式* 是标题以它开头。

可用的字段：{"、".join(_NAMES)}。

例如：{"；".join(EXAMPLES.values())}。
"""


@click.command(cls=Command, help=HELP, short_help="检索。")
@click.argument("words", metavar="QUERY", nargs=-1, required=True)
@click.option(
    "--where", multiple=True, metavar="FIELD=VALUE", help="筛选，可用多次：省份=山东。"
)
@click.option("--exact", is_flag=True, help="只找与检索词一字不差的。")
@click.option("--sort", metavar="relevance|newest", help="按相关或按最新排列。")
@click.option("--limit", metavar="N", help="显示几条，默认 10，最多 200。")
@click.option("--offset", metavar="N", help="跳过前面几条。")
@click.option("--all-copies", is_flag=True, help="同一内容的各份文献分开列出。")
@click.option("--no-expand", is_flag=True, help="不找同义的别的写法。")
@click.option(
    "--without", multiple=True, metavar="WORDS", help="不找这一种别的写法，可用多次。"
)
@click.option("--no-correct", is_flag=True, help="检索词有错字也不改。")
@click.option("--explain", is_flag=True, help="说明每条为何命中：得分来自哪些词。")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def command(  # noqa: PLR0913 - the options of the contract
    *,
    words: tuple[str, ...],
    where: tuple[str, ...],
    exact: bool,
    sort: str | None,
    limit: str | None,
    offset: str | None,
    all_copies: bool,
    no_expand: bool,
    without: tuple[str, ...],
    no_correct: bool,
    explain: bool,
    as_json: bool,
) -> None:
    """Search."""
    query = Query.from_args(
        {
            "q": [" ".join(words)],
            "exact": ["1" if exact else "0"],
            "where": where,
            "copies": ["all" if all_copies else ""],
            "expand": ["0" if no_expand else "1"],
            "without": without,
            "correct": ["0" if no_correct else "1"],
            "explain": ["1" if explain else "0"],
            **{
                name: [value]
                for name, value in (
                    ("sort", sort),
                    ("limit", limit),
                    ("offset", offset),
                )
                if value is not None
            },
        }
    )
    results = open_searcher(settings()).search(query)
    if as_json:
        click.echo(json.dumps(results_json(results), ensure_ascii=False, indent=2))
        return
    for line in _lines(results):
        click.echo(line)


def _lines(results: Results) -> Iterator[str]:
    yield from _summary(results)
    lasts = {hit.entry.document_id: hit for hit in results.hits}
    for number, hit in enumerate(results.hits, results.query.offset + 1):
        yield ""
        yield from _hit(number, hit)
        if hit.more and hit is lasts[hit.entry.document_id]:
            within = f"--where 文献={plain(hit.entry.document)}"
            yield f"{INDENT}这份文献另有 {hit.more} 条，加 {within} 查看。"
    yield from _counts(results)
    shown = results.query.offset + len(results.hits)
    if results.hits and shown < results.distinct:
        yield ""
        yield f"还有 {results.distinct - shown} 条，加 --offset {shown} 查看。"


def _summary(results: Results) -> Iterator[str]:
    found = f"找到 {results.total} 条" if results.total else "没有找到"
    if results.distinct < results.total:
        found += f"，同一内容合并后为 {results.distinct} 条"
    yield f"{found}（{results.took_ms:.0f} 毫秒）。"
    if results.incomplete:
        yield "检索用时太长，提前结束了，结果可能不全；请加一个条件，或换更具体的词。"
    if results.corrected is not None:
        corrected = plain(results.corrected)
        yield f"已改为检索：{corrected}。要按原词检索，请加 --no-correct。"
    for expansion in results.expansions:
        also = "、".join(map(plain, expansion.also))
        yield f"{expansion.reason}：“{plain(expansion.term)}”也找了 {also}。"
    yield from map(plain, results.notes)


def _hit(number: int, hit: Hit) -> Iterator[str]:
    entry = hit.entry
    label = "" if entry.number is None else f" {entry.number}"
    yield f"{number:>2}. {click.style(marked(entry.title, hit.title_marks), bold=True)}"
    about = [
        f"{KINDS[entry.kind][0]}{label}",
        entry.first("school"),
        entry.first("date"),
        plain(entry.document),
        pages(entry.pages),
        entry.id,
    ]
    yield INDENT + " · ".join(filter(None, about))
    for snippet in hit.snippets:
        before, after = "…" * snippet.before, "…" * snippet.after
        read_off = RECOGNISED if snippet.recognised else ""
        passage = f"{before}{marked(snippet.text, snippet.marks)}{after}"
        yield f"{INDENT}{passage}{read_off}"
    for reason in hit.why:
        yield f"{INDENT}{_told(reason)}"
    if hit.also_in:
        yield f"{INDENT}另见 {elsewhere(hit.also_in, entry.title, ALSO)}"


def _told(reason: Reason) -> str:
    """得分的 62% 来自标题中的“支部”, and why that was looked for."""
    via = f"（{plain(reason.via)}）" if reason.via else ""
    place = WHERE[reason.field]
    return f"得分的 {reason.share:.1%} 来自{place}：“{plain(reason.term)}”{via}"


def _counts(results: Results) -> Iterator[str]:
    told = {
        FIELDS[name][0]: results.facets[name][:VALUES]
        for name in COUNTED
        if len(results.facets.get(name, ())) > 1
    }
    if told:
        yield ""
    for name, counts in told.items():
        yield f"{name}：" + "，".join(f"{plain(it.value)} {it.count}" for it in counts)
