"""`kg rows`: how documents were understood, row by row."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import PathsArgument
from kg.cli.wording import say

if TYPE_CHECKING:
    from kg.model import Document, Reading, TaskRow


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("rows", help=say("显示文件被读成了哪些任务行", "print the rows that documents were read as"))(rows)


def rows(
    paths: PathsArgument,
    coverage: Annotated[
        bool, typer.Option("--coverage", help=say("说明每个字符的去处", "account for every character"))
    ] = False,
    paint: Annotated[
        Path | None,
        typer.Option(
            "--paint", metavar="FILE.html", help=say("写一页，按列着色显示原文", "write a page with columns painted")
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help=say("总是输出 JSON 行", "always print JSON lines"))] = False,
) -> None:
    """Print rows as JSON lines, or as a table on a terminal; exit 1 where a file could not be read or there is none."""
    from kg.pipeline import nothing_read, read_documents, read_rows_of

    documents, failures = read_documents(paths)
    if not documents and not failures:
        raise nothing_read(paths, failures)
    read = read_rows_of(documents)
    if paint:
        _paint(read, paint)
    elif coverage:
        _coverage(read)
    elif sys.stdout.isatty() and not as_json:
        _table([row for _, reading in read for row in reading.rows])
    else:
        _lines([row for _, reading in read for row in reading.rows])
    for failure in failures:
        typer.echo(f"kg: {say(failure.message, failure.english)}", err=True)
    if failures:
        raise typer.Exit(1)


def _lines(rows: list[TaskRow]) -> None:
    from kg.export.json_lines import row_json

    for row in rows:
        typer.echo(json.dumps(row_json(row), ensure_ascii=False))


def _table(rows: list[TaskRow]) -> None:
    from kg.graph.text import table

    header = (
        say("行", "row"),
        say("序号", "no."),
        say("任务", "task"),
        say("责任单位", "units"),
        say("进展", "progress"),
    )
    lines = [
        (
            row.row,
            row.number or "",
            row.text("task"),
            "、".join(unit.name + ("★" if unit.role == "lead" else "") for unit in row.units),
            row.text("progress"),
        )
        for row in rows
    ]
    typer.echo(table(header, lines, widest=36))


def _coverage(read: list[tuple[Document, Reading]]) -> None:
    from kg.tables.coverage import coverage

    for document, reading in read:
        found = coverage(document, reading)
        typer.echo(
            say(
                f"{found.document}：共 {found.total} 字；任务行 {found.rows}，标题 {found.headings}，"
                f"页面附属 {found.furniture}，未读 {found.remainder}（版式：{reading.layout}）",
                f"{found.document}: {found.total} characters; rows {found.rows}, headings {found.headings}, "
                f"furniture {found.furniture}, unread {found.remainder} (layout: {reading.layout})",
            )
        )
        for start, end in reading.remainder:
            quote = " ".join(document.text[start:end].split())
            typer.echo(f"  {document.place(start)}: {quote[:120]}")


def _paint(read: list[tuple[Document, Reading]], path: Path) -> None:
    from kg.export.outputs import write_page
    from kg.export.painting import painted_page

    write_page(path, painted_page(read))
    typer.echo(say(f"已写出 {path}", f"wrote {path}"))
