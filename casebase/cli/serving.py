"""`casebase serve`."""

from __future__ import annotations

import errno
import socket

import click
from waitress import create_server

from casebase.cli.home import settings
from casebase.cli.wording import Command
from casebase.errors import BadRequestError, CasebaseError
from casebase.query import Query
from web.app import create_app
from web.library import Library

THREADS = 8
PORTS = 1 << 16


@click.command(cls=Command, help="启动网页服务。")
@click.option(
    "--host", default="127.0.0.1", metavar="H", help="监听地址；0.0.0.0 让同事也能用。"
)
@click.option("--port", default=8000, type=int, metavar="P", help="端口，默认 8000。")
def command(*, host: str, port: int) -> None:
    """Serve the pages until interrupted."""
    if not 0 <= port < PORTS:
        raise BadRequestError(f"没有 {port} 这个端口。", "端口是 0 到 65535 的整数。")
    chosen = settings()
    library = Library(chosen)
    shelf = library()  # no index, no service: it is told here, not on every page
    app = create_app(chosen, library)
    try:
        server = create_server(app, host=host, port=port, threads=THREADS)
    except (OSError, ValueError) as error:
        raise _refused(host, port, error) from error
    # The dictionary is loaded now, so that the first visitor does not wait for it.
    shelf.searcher.search(Query("支部"))
    shown = "localhost" if host in {"0.0.0.0", "::", ""} else host  # noqa: S104 - told
    address = f"[{shown}]" if ":" in shown else shown
    click.echo(f"请打开 http://{address}:{_port(server, port)}/ ，按 Ctrl-C 停止。")
    server.run()


def _port(server: object, asked: int) -> int:
    """The port that was bound: another than asked where 0 was."""
    several = getattr(server, "effective_listen", None)
    if several:
        return int(several[0][1])
    return int(getattr(server, "effective_port", asked))


def _refused(host: str, port: int, error: Exception) -> CasebaseError:
    if isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
        return CasebaseError(f"端口 {port} 已被别的程序占用。", "请用 --port 换一个。")
    if isinstance(error, OSError) and error.errno == errno.EACCES:
        return CasebaseError(
            f"没有权限使用端口 {port}。", "请用 --port 换一个大于 1023 的。"
        )
    if isinstance(error, socket.gaierror | ValueError):
        return BadRequestError(f"不能在 {host} 上监听。", "请检查 --host。")
    return CasebaseError(
        f"不能在 {host}:{port} 上监听（{error}）。",
        "请用 --host 和 --port 换一个地址。",
    )
