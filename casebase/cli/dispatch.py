"""Entry point: options of all commands, and errors as one line that says what to do."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module

import click
from typing_extensions import override

from casebase.cli.wording import ChineseContext, described, usage
from casebase.errors import BadRequestError, CasebaseError

# Name, module below casebase.cli, in the order of the help.
COMMANDS = {
    "add": "adding",
    "reindex": "reindexing",
    "search": "searching",
    "batch": "batch",
    "suggest": "suggesting",
    "saved": "saved",
    "queries": "queries",
    "show": "showing",
    "similar": "similar",
    "entries": "listing",
    "text": "text",
    "facts": "facts",
    "correct": "correcting",
    "corrections": "corrections",
    "cite": "citing",
    "overlap": "overlapping",
    "check": "checking",
    "export": "exporting",
    "problems": "problems",
    "eval": "evaluating",
    "doctor": "doctor",
    "serve": "serving",
    "user": "users",
}
INTERRUPTED = 130  # what shells give for Ctrl-C


class Commands(click.Group):
    """The group of commands, each imported when it is asked for."""

    context_class = ChineseContext

    @override
    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """--help, described in Chinese."""
        return described(super().get_help_option(ctx))

    @override
    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names, in the order of the help."""
        del ctx
        return list(COMMANDS)

    @override
    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name.

        Raises:
            BadRequestError: There is none.
        """
        del ctx
        if cmd_name not in COMMANDS:
            close = get_close_matches(cmd_name, COMMANDS, n=1)
            meant = f"是不是 {close[0]}？" if close else ""
            raise BadRequestError(
                f"没有 {cmd_name[:40]} 这个命令。",
                f"{meant}可用的有：{'、'.join(COMMANDS)}。",
            )
        module = import_module(f"casebase.cli.{COMMANDS[cmd_name]}")
        command: click.Command = module.command
        return command


@click.group(
    cls=Commands,
    invoke_without_command=True,
    no_args_is_help=False,
    options_metavar="[选项]",
    subcommand_metavar="命令 [参数]...",
    help="党建案例与政策文本的知识库和检索系统。",
)
@click.option(
    "--home",
    metavar="DIR",
    help="放着 corpus、index 等目录的地方；默认是 $CASEBASE_HOME，再就是当前目录。",
)
@click.version_option(
    package_name="casebase", message="casebase %(version)s", help="显示版本。"
)
@click.pass_context
def casebase(ctx: click.Context, home: str | None) -> None:
    """Options of all commands."""
    ctx.obj = home
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help(), err=True)
        ctx.exit(2)


def main(args: Sequence[str] | None = None) -> None:
    """Run a command and leave with its exit code."""
    _speak_utf8()
    sys.exit(_run(args))


def _run(args: Sequence[str] | None) -> int:
    try:
        code = casebase.main(args, prog_name="casebase", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        return _say(*usage(error), 2)
    except CasebaseError as error:
        return _say(error.message, error.advice, error.exit_code)
    except click.Abort:
        return _say("已中断。", "", INTERRUPTED)
    except BrokenPipeError:
        return _unheard()
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        what = f"程序出错（{type(error).__name__}: {error}）。"
        return _say(what, "请把这一行和所用的命令告诉维护人员。", 1)
    return code if isinstance(code, int) else 0


def _say(message: str, advice: str, code: int) -> int:
    line = " ".join((message + advice).split("\n"))
    with contextlib.suppress(BrokenPipeError):
        click.echo(line, err=True)
    return code


def _unheard() -> int:
    """Nobody reads our output any more (`| head`); Python must not complain of it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1


def _speak_utf8() -> None:
    """Write UTF-8 wherever it goes: consoles of Windows and odd locales too."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
