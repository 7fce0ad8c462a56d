"""`casebase export`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import click

from casebase.catalogue import Catalogue
from casebase.cli.citing import STYLES
from casebase.cli.home import catalogue
from casebase.cli.terminal import plain
from casebase.cli.wording import Command
from casebase.entry import EntryId
from casebase.errors import BadRequestError, CasebaseError, NotFoundError
from casebase.writing.citation import Citation, cite, listed, source_of
from casebase.writing.export import read, to_docx, to_markdown, to_text

FORMS = (".docx", ".md", ".txt")
HELP = """把稿件导出为公文版式的 Word（.docx），或 Markdown、纯文本。

DRAFT 是文本文件：# 题名，## 一级标题，### 二级标题，> 引文，| 表格 |；
[[条目编号]] 处成为参考文献的序号，文末列出参考文献。
"""


@click.command(cls=Command, help=HELP, short_help="把稿件导出为 Word 等。")
@click.argument("draft", metavar="DRAFT", type=click.Path(path_type=Path))
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "--style",
    type=click.Choice([it for it in STYLES if not it.endswith("author")]),
    default="2025",
    show_default=True,
    help="参考文献按哪一版国标。",
)
def command(*, draft: Path, file: Path, style: str) -> None:
    """Export a draft.

    Raises:
        BadRequestError: A kind of file that nobody writes.
        CasebaseError: The draft cannot be read, or the file not written.
    """
    if file.suffix.lower() not in FORMS:
        raise BadRequestError(
            f"不能导出为“{file.suffix}”。", f"可用的有：{'、'.join(FORMS)}。"
        )
    manuscript = read(_text(draft))
    with catalogue() as opened:
        cited = list(_cited(opened, manuscript.cited, style))
    references = listed(cited)
    made = {
        ".docx": lambda: to_docx(manuscript, references),
        ".md": lambda: to_markdown(manuscript, references).encode(),
        ".txt": lambda: to_text(manuscript, references).encode(),
    }[file.suffix.lower()]()
    _write(file, made)
    click.echo(f"已导出 {plain(str(file))}，参考文献 {len(references)} 条。")
    for number, citation in enumerate(cited, start=1):
        if citation.missing:
            names = "、".join(citation.missing)
            click.echo(f"参考文献 [{number}] 缺{names}，请核对原件后补上。", err=True)


def _text(draft: Path) -> str:
    if not draft.is_file():
        raise NotFoundError(f"找不到文件 {draft}。", "请检查路径是否正确。")
    try:
        return draft.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise CasebaseError(
            f"{draft} 读不出来。", "稿件应是 UTF-8 编码的文本文件。"
        ) from error


def _cited(opened: Catalogue, ids: Sequence[EntryId], style: str) -> Iterator[Citation]:
    today = datetime.now(tz=UTC).astimezone().date()
    for entry_id in ids:
        entry = opened.entry(entry_id)
        source = source_of(entry, opened.document(entry.document_id))
        yield cite(source, today, *STYLES[style])


def _write(file: Path, data: bytes) -> None:
    try:
        file.write_bytes(data)
    except OSError as error:
        raise CasebaseError(
            f"{file} 写不进去（{error.strerror}）。",
            "请换一个位置，或先关闭打开它的程序。",
        ) from error
