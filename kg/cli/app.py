"""Puts the commands together and turns errors into one line and an exit code."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from kg import __version__
from kg.cli import build, export, look, query, rows, serve, trace, validate
from kg.cli.frames import Command, Group, tell
from kg.cli.wording import say
from kg.errors import KgError

INTERRUPTED = 130
"""The code of a command that a person stopped; the library gives it in place of the interruption."""

app = typer.Typer(
    name="kg",
    cls=Group,
    help=say(
        "责任图谱：读取政府任务落实情况文件，建成一张“谁负责哪个项目”的图谱，每条事实都附原文。",
        "Zerentu: reads how local governments carry out their tasks and builds one graph of who owns which project.",
    ),
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kg {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help=say("显示版本", "show the version"))
    ] = False,
) -> None:
    """Options of `kg` itself; the help text stands at the application."""


for module in (build, rows, query, trace, validate, export, look, serve):
    module.register(app)
for command in app.registered_commands:
    command.cls = Command


def main() -> None:
    """Run the command line; a user's mistake ends in one clear line, never in a traceback."""
    _use_utf8()
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # the tagger's products are small: threads would only wait
    try:
        code = app(standalone_mode=False) or 0
    except KgError as error:
        typer.echo(f"kg: {say(error.chinese, error.english)}", err=True)
        sys.exit(error.exit_code)
    except typer.TyperException as error:
        tell(error)
        sys.exit(error.exit_code)
    except (KeyboardInterrupt, typer.Abort):
        code = INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    if code == INTERRUPTED:
        typer.echo(say("kg: 已中断，先前的输出没有改动。", "kg: interrupted; earlier output is unchanged."), err=True)
    sys.exit(code)


def _use_utf8() -> None:
    """Windows consoles and pipes default to a local code page; everything here is UTF-8."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")
