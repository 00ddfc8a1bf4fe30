"""`kg query`: SPARQL over a build."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import DEFAULT_OUTPUT, GraphOption
from kg.cli.wording import say


class Format(StrEnum):
    """Forms of an answer."""

    table = "table"
    json = "json"
    csv = "csv"
    tsv = "tsv"
    xml = "xml"


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("query", help=say("用 SPARQL 1.1 查询一次构建", "ask a build in SPARQL 1.1"))(query)


def query(
    sparql: Annotated[
        str | None, typer.Argument(metavar="SPARQL", help=say("查询", "the query"), show_default=False)
    ] = None,
    file: Annotated[
        Path | None, typer.Option("--file", "-f", help=say("写有查询的文件", "file with the query"), show_default=False)
    ] = None,
    graph: GraphOption = DEFAULT_OUTPUT,
    form: Annotated[Format, typer.Option("--format", help=say("输出格式", "form of the answer"))] = Format.table,
    seconds: Annotated[
        float, typer.Option("--seconds", min=0.1, help=say("一次查询最多几秒", "seconds that a query may take"))
    ] = 60.0,
) -> None:
    """Print the answer to a query."""
    from kg.errors import QueryError
    from kg.store import Limits, open_build, write_answer

    if (sparql is None) == (file is None):
        raise QueryError(
            say(
                "请给出一个查询：写在命令后，或用 -f 指定文件。",
                "give one query: after the command, or in a file by -f",
            )
        )
    store = open_build(graph)
    answer = store.query(sparql if sparql is not None else _read(file), Limits(seconds=seconds))
    typer.echo(write_answer(answer, form.value, store.prefixes), nl=False)


def _read(path: Path | None) -> str:
    from kg.errors import QueryError

    try:
        return (path or Path()).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(
            say(f"{path}：查询无法读取（{error}）", f"{path}: the query cannot be read ({error})")
        ) from error
