"""`casebase batch`."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TextIO

import click

from casebase.cli.asking import query_of
from casebase.cli.home import settings
from casebase.cli.wording import Command
from casebase.errors import BadRequestError, CasebaseError
from casebase.search.batch import (
    LIMIT,
    Row,
    checked,
    rows,
    table_json,
    terms_in,
    write_csv,
)
from casebase.search.service import open_searcher

MOST = 20_000  # terms of a list
FORMATS = ("csv", "json")
HELP = """成批检索：FILE 每行一个检索词（- 是标准输入），输出命中表。

空行和 # 开头的行不算。表里每条命中一行，没有命中的词也有一行，总数是 0。
CSV 可以直接用 Excel 打开。

\b
casebase batch 词表.txt --output 命中.csv
casebase batch 词表.txt --exact --limit 3 --format json
"""


@click.command(cls=Command, help=HELP, short_help="成批检索一份词表，输出命中表。")
@click.argument("file", metavar="FILE")
@click.option("--exact", is_flag=True, help="只找与检索词一字不差的。")
@click.option(
    "--where", multiple=True, metavar="FIELD=VALUE", help="筛选，可用多次：省份=山东。"
)
@click.option("--format", "form", default="csv", metavar="csv|json", help="默认 csv。")
@click.option("--output", metavar="FILE", help="写入文件；默认是标准输出。")
@click.option(
    "--limit",
    default=str(LIMIT),
    metavar="N",
    help="每个词列出几条，默认 10，最多 200。",
)
def command(
    *,
    file: str,
    exact: bool,
    where: tuple[str, ...],
    form: str,
    output: str | None,
    limit: str,
) -> None:
    """Search for each term of a list."""
    if form not in FORMATS:
        raise BadRequestError(f"没有 {form[:20]} 这种格式。", "可用 csv 或 json。")
    asked = query_of("", where=where, exact=exact, limit=limit)
    terms = checked(terms_in(_decoded(_read(file), file)), MOST)
    with closing(open_searcher(settings())) as searcher, _opened(output) as out:
        _write(rows(searcher.search, terms, asked), form, out)


def _write(found: Iterable[Row], form: str, out: TextIO) -> None:
    if form == "csv":
        write_csv(found, out)
    else:
        json.dump(table_json(found), out, ensure_ascii=False, indent=2)
        out.write("\n")


def _read(file: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise BadRequestError(
            f"词表 {file} 读不出来（{error.strerror}）。", "请检查文件名和权限。"
        ) from error


def _decoded(data: bytes, file: str) -> str:
    """A list as text: UTF-8, what Windows calls Unicode, or the Chinese code page."""
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise BadRequestError(f"词表 {file} 不是文本文件。", "请存成 UTF-8 的文本文件。")


@contextmanager
def _opened(output: str | None) -> Iterator[TextIO]:
    if output is None:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(newline="")  # Windows would double the line ends
        yield sys.stdout
        return
    try:
        with Path(output).open("w", encoding="utf-8", newline="") as out:
            yield out
    except OSError as error:
        raise CasebaseError(
            f"{output} 写不进去（{error.strerror}）。", "请换一个位置后重试。"
        ) from error
