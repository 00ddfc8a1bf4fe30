"""`kg export`: a build in another format."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import DEFAULT_OUTPUT, GraphOption
from kg.cli.wording import say


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("export", help=say("把一次构建写成另一种格式", "write a build in another format"))(export)


def export(
    to: Annotated[
        str | None, typer.Option("--to", help=say("格式名；不给则列出全部", "the format; all are listed without it"))
    ] = None,
    graph: GraphOption = DEFAULT_OUTPUT,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help=say("写入的文件", "file to write"), show_default=False)
    ] = None,
) -> None:
    """Write one format, or list all of them."""
    from kg.errors import QueryError
    from kg.export import ExportSettings, exporter, exporters
    from kg.export.outputs import write_one
    from kg.graph.load import build_bases, load

    if to is None:
        for known in exporters():
            typer.echo(f"{known.name:<12} {known.filename}")
        return
    chosen = exporter(to)
    if chosen is None:
        raise QueryError(
            say(f"没有名为 {to} 的格式；运行 kg export 查看全部。", f"no format {to!r}; `kg export` lists all.")
        )
    entity_base, ontology_base = build_bases(graph)
    path = out or graph / chosen.filename
    write_one(load(graph), path, chosen, ExportSettings(entity_base=entity_base, ontology_base=ontology_base))
    typer.echo(str(path))
