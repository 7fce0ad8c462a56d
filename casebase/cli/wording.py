"""What click says, in Chinese: help headings and errors of usage."""

from __future__ import annotations

import click
from click.formatting import HelpFormatter
from typing_extensions import override

HEADINGS = {
    "Options": "选项",
    "Commands": "命令",
    "Arguments": "参数",
    "Positional arguments": "参数",
}
HELP = "请用 --help 查看用法。"


class ChineseFormatter(HelpFormatter):
    """Help with Chinese headings."""

    @override
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line that shows the command."""
        super().write_usage(prog, args, prefix or "用法：")

    @override
    def write_heading(self, heading: str) -> None:
        """The line above a list."""
        super().write_heading(HEADINGS.get(heading, heading))


class ChineseContext(click.Context):
    """A context whose help is Chinese."""

    formatter_class = ChineseFormatter


class Command(click.Command):
    """A command whose help is Chinese."""

    context_class = ChineseContext

    @override
    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """What stands behind the command on the line that shows it."""
        self.options_metavar = "[选项]"
        return super().collect_usage_pieces(ctx)

    @override
    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """--help, described in Chinese."""
        return described(super().get_help_option(ctx))


def described(option: click.Option | None) -> click.Option | None:
    """--help with a Chinese description."""
    if option is not None:
        option.help = "显示这份说明。"
    return option


def usage(error: click.ClickException) -> tuple[str, str]:
    """What is wrong with how a command was given, and what to do."""
    match error:
        case click.NoSuchOption():
            close = f"是不是 {error.possibilities[0]}？" if error.possibilities else ""
            return (
                f"没有 {error.option_name} 这个选项。",
                f"{close}以 - 开头的检索词前面请加 --；{HELP}",
            )
        case click.MissingParameter():
            name = error.param.human_readable_name if error.param else "参数"
            return f"缺少 {name}。", HELP
        case click.BadOptionUsage():
            return f"选项 {error.option_name} 的用法不对，可能缺少它的值。", HELP
        case click.BadParameter():
            name = error.param.opts[0] if error.param else "参数"
            whole = error.param is not None and error.param.type is click.INT
            what = "应是整数。" if whole else f"的值不对：{error.message}"
            return f"{name} {what}", HELP
        case click.UsageError():
            return _misused(error.message), HELP
        case _:
            return f"{error.format_message()}", HELP


def _misused(said: str) -> str:
    if "extra argument" in said:
        return f"多出了参数：{said.partition('(')[2].removesuffix(')')}。"
    return f"命令的用法不对：{said}"
