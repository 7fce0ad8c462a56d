"""`casebase eval`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from casebase.cli.home import settings
from casebase.cli.terminal import clipped, padded, plain
from casebase.cli.wording import Command
from casebase.search.evaluation import Outcome, evaluate, load_queries
from casebase.search.service import open_searcher

COLUMNS = 32  # of a query's text


@click.command(cls=Command, help="用标注好的检索词评测检索效果。")
@click.argument("queries", metavar="QUERIES", type=Path)
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def command(*, queries: Path, as_json: bool) -> None:
    """Measure how well searching answers judged queries."""
    judged = load_queries(queries)
    found = evaluate(judged, open_searcher(settings()).search)
    if as_json:
        click.echo(json.dumps(found.to_json(), ensure_ascii=False, indent=2))
        return
    for outcome in found.outcomes:
        click.echo(_line(outcome))
    click.echo(
        f"共 {len(found.outcomes)} 个检索词：nDCG@10 {found.ndcg:.3f}，"
        f"MRR {found.mrr:.3f}，recall@20 {found.recall:.3f}。"
    )


def _line(outcome: Outcome) -> str:
    query = padded(clipped(plain(outcome.text), COLUMNS), COLUMNS)
    measures = (
        f"nDCG {outcome.ndcg:.2f}",
        f"RR {outcome.reciprocal_rank:.2f}",
        f"recall {outcome.recall:.2f}",
        f"共 {outcome.total} 条",
    )
    return "  ".join((outcome.id, query, *measures))
