"""A run's report, for people."""

from __future__ import annotations

from collections.abc import Iterator

import click

from casebase.build import Report
from casebase.cli.terminal import SEVERITIES, plain
from casebase.entry import Kind
from casebase.errors import Problem, Severity
from casebase.query import KINDS

SHOWN = 20  # problems; the others are in `casebase problems`


def print_report(report: Report) -> None:
    """Say what the run did, what is in the base now, and what went wrong."""
    for line in (*_done(report), *_there(report), *_wrong(report)):
        click.echo(line)
    click.echo(f"用时 {report.seconds:.1f} 秒。")


def _done(report: Report) -> Iterator[str]:
    if report.set_aside:
        yield f"原来的目录库已损坏，移到了 {report.set_aside.name}，现已重建。"
    change = report.changes
    counts = {
        "新增": change.new,
        "改动": change.changed,
        "移动": change.moved,
        "删除": change.removed,
        "未变": change.unchanged,
    }
    told = "，".join(f"{name} {len(names)}" for name, names in counts.items())
    yield f"文件：{told}；这次读了 {report.read} 个。"
    if report.renewed:
        yield f"重新标注 {report.renewed} 份，没有重读文件。"


def _there(report: Report) -> Iterator[str]:
    state = report.state
    if not state.documents:
        yield "corpus 目录中还没有可以检索的文献，请放入文件后再运行 casebase reindex。"
        return
    kinds = "、".join(
        f"{KINDS[Kind(kind)][0]} {count}"
        for kind, count in sorted(report.kinds.items())
    )
    yield f"现有 {state.documents} 份文献、{state.entries} 个条目（{kinds}）。"


def _wrong(report: Report) -> Iterator[str]:
    order = [Severity.LOST, Severity.DAMAGED]
    grave = [it for it in report.problems if it.severity in order]
    notes = len(report.problems) - len(grave)
    if grave:
        some = len({problem.document for problem in grave})
        yield f"有问题的文件 {some} 个，其中 {report.lost} 个不能检索："
    grave.sort(key=lambda it: order.index(it.severity))
    yield from (f"  {problem_line(it)}" for it in grave[:SHOWN])
    if len(grave) > SHOWN or notes:
        rest = f"还有 {len(grave) - SHOWN} 个问题" if len(grave) > SHOWN else ""
        small = f"另有 {notes} 条提示" if notes else ""
        yield f"{'，'.join(filter(None, (rest, small)))}，请用 casebase problems 查看。"


def problem_line(problem: Problem) -> str:
    """A problem on one line."""
    page = f" 第 {problem.page} 页" if problem.page else ""
    head = f"{SEVERITIES[problem.severity]}  {plain(problem.document)}{page}："
    return f"{head}{plain(problem.message)}{plain(problem.advice)}"
