"""What the library of the command line says by itself, help's frame and mistakes of usage, in the user's language.

The library says it in English alone. Patterns lead from its sentences to Chinese ones; tests run over help and over
the mistakes that one can make, so that a version that words something otherwise is noticed.
"""

from __future__ import annotations

import re
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from kg.cli.wording import ENGLISH, say

HELP = (
    (r"^Usage: ", "用法："),
    (r"^Arguments:$", "参数："),
    (r"^Options:$", "选项："),
    (r"^Commands:$", "命令："),
    (r"\[OPTIONS\]", "[选项]"),
    (r"COMMAND \[ARGS\]\.\.\.", "命令 [参数]..."),
    (r"Show\s+this\s+message\s+and\s+exit\.", "显示这份帮助"),
    (r"\[default:\s+", "[默认："),
    (r"(\[|;\s+)required\]", r"\1必填]"),
)
"""Pieces of help, wherever they stand."""

MISTAKES = (
    (r"No such command '(.+)'\. Did you mean (.+)\?", r"没有命令“\1”，是不是\2"),
    (r"No such command '(.+)'\.", r"没有命令“\1”"),
    (r"No such option: (\S+) \(Possible options: (.+)\)", r"没有选项“\1”，是不是 \2"),
    (r"No such option: (.+)", r"没有选项“\1”"),
    (r"Missing command\.", "缺少命令"),
    (r"Missing argument '(.+)'\.", r"缺少参数“\1”"),
    (r"Missing option '(.+)'\.", r"缺少选项“\1”"),
    (r"Got unexpected extra argument\(s\) \((.+)\)", r"多出了参数“\1”"),
    (r"Option '(.+)' requires an argument\.", r"选项“\1”后面缺少值"),
    (r"Option '(.+)' does not take a value\.", r"选项“\1”后面不写值"),
    (r"Invalid value for (.+?): (?:Value error, )?(.+) is not one of (.+)\.", r"\1的值不能是\2，可选的有\3"),
    (r"Invalid value for (.+?): Input should be a valid integer.*", r"\1的值应当是整数"),
    (r"Invalid value for (.+?): Input should be a valid number.*", r"\1的值应当是数字"),
    (r"Invalid value for (.+?): Input should be greater than or equal to (.+)", r"\1的值不能小于 \2"),
    (r"Invalid value for (.+?): Input should be less than or equal to (.+)", r"\1的值不能大于 \2"),
)
"""Whole sentences about a mistake, the more special ones first."""


class Command(TyperCommand):
    """A command whose help has its frame in the user's language."""

    def get_help(self, ctx: Any) -> str:
        """The help of the command."""
        return framed(super().get_help(ctx))

    def get_usage(self, ctx: Any) -> str:
        """Its line of usage."""
        return framed(super().get_usage(ctx))


class Group(TyperGroup):
    """The whole application; its help has its frame in the user's language."""

    def get_help(self, ctx: Any) -> str:
        """The help of the application."""
        return framed(super().get_help(ctx))

    def get_usage(self, ctx: Any) -> str:
        """Its line of usage."""
        return framed(super().get_usage(ctx))


def framed(text: str) -> str:
    """Help as the library gives it, with its frame in the user's language."""
    for pattern, chinese in () if ENGLISH else HELP:
        text = re.sub(pattern, chinese, text, flags=re.MULTILINE)
    return text


def mistake(message: str) -> str:
    """A sentence about wrong usage in Chinese; as it is where no pattern knows it.

    >>> mistake("No such command 'trac'. Did you mean 'trace'?")
    '没有命令“trac”，是不是“trace”'
    """
    for pattern, chinese in MISTAKES:
        if found := re.fullmatch(pattern, message, flags=re.DOTALL):
            return re.sub("'([^']*)'", r"“\1”", found.expand(chinese))
    return message


def tell(error: typer.TyperException) -> None:
    """Say what was wrong with a command line and how to go on; help alone where no command was given."""
    message = error.format_message()
    context: typer.Context | None = getattr(error, "ctx", None)
    if context and message == context.get_help():
        typer.echo(message, err=True)
        return
    if context:
        typer.echo(context.get_usage(), err=True)
    chinese, english = f"{mistake(message)}；加 --help 看用法。", f"{message.rstrip('.')} (--help shows the usage)"
    typer.echo(f"kg: {say(chinese, english)}", err=True)
