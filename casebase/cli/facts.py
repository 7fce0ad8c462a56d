"""`casebase facts`."""

from __future__ import annotations

import json

import click

from casebase.cli.home import catalogue
from casebase.cli.terminal import plain, table
from casebase.cli.wording import Command
from casebase.search.tally import tallied, tally_field, tally_json
from casebase.text.pinyin import pinyin_key

HELP = """列出一项事实的全部值，以及有它的条目数，多的在前。

FIELD 是学校、荣誉、状态、批次、品牌、工作法、政策、文号、数字、主题等，中英文名都可以。
"""


@click.command(cls=Command, help=HELP, short_help="列出一项事实的全部值和条目数。")
@click.argument("field", metavar="FIELD")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON，含各值的其他部分。")
def command(*, field: str, as_json: bool) -> None:
    """List the values of a field."""
    name = tally_field(field)
    with catalogue() as opened:
        found = tallied(opened.described(), name)
    found.sort(key=lambda it: (-it.count, pinyin_key(it.value)))
    if as_json:
        data = [tally_json(it) for it in found]
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return
    if not found:
        click.echo("没有这样的事实。")
        return
    for line in table([(str(it.count), plain(it.value)) for it in found]):
        click.echo(line)
