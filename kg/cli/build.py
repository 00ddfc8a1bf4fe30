"""`kg build`: files to a graph, and the graph to its files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli.options import DEFAULT_OUTPUT, DecisionsOption, OutOption, PathsArgument
from kg.cli.wording import say

if TYPE_CHECKING:
    from kg.pipeline import Build, Progress

SHOWN_FAILURES = 20


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("build", help=say("读取文件，建图并写出全部结果", "read files, build the graph, write all outputs"))(
        build
    )


def build(
    paths: PathsArgument,
    out: OutOption = DEFAULT_OUTPUT,
    decisions: DecisionsOption = None,
    base_iri: Annotated[
        str | None, typer.Option("--base-iri", help=say("实体 IRI 的前缀", "IRI that entities stand under"))
    ] = None,
    ontology_iri: Annotated[
        str | None, typer.Option("--ontology-iri", help=say("本体 IRI 的前缀", "IRI that the vocabulary stands under"))
    ] = None,
    timings: Annotated[
        bool,
        typer.Option(
            "--timings", help=say("把用时写进 report.json（结果将不再逐字节相同）", "record seconds in report.json")
        ),
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help=say("不显示进度", "show no progress"))] = False,
) -> None:
    """Build and write; exit 1 where some files could not be read."""
    from kg.errors import KgError
    from kg.export import write_build
    from kg.pipeline import build_graph
    from kg.resolve.decisions import read_decisions

    if decisions and not decisions.exists():
        raise KgError(
            say(
                f"{decisions}：找不到这个判定文件；请检查路径，没有判定时不写 --decisions。",
                f"{decisions}: there is no such file of decisions; mend the path, or leave --decisions out",
            )
        )
    decided = read_decisions(decisions) if decisions else ()
    built = build_graph(paths, decided, None if quiet else _progress())
    write_build(built.graph, out, _settings(base_iri, ontology_iri, built, timings))
    if not quiet:
        _summary(built, out)
    for failure in built.failures[:SHOWN_FAILURES]:
        typer.echo(f"kg: {say(failure.message, failure.english)}", err=True)
    if len(built.failures) > SHOWN_FAILURES:
        more = len(built.failures) - SHOWN_FAILURES
        typer.echo(
            say(f"kg: 另有 {more} 个文件未能读取，见 report.json。", f"kg: {more} more in report.json."), err=True
        )
    if built.failures:
        raise typer.Exit(1)


def _settings(base_iri: str | None, ontology_iri: str | None, built: Build, timings: bool) -> Any:
    from kg.export import ExportSettings

    run = {
        "failures": [failure.model_dump() for failure in built.failures],
        "timings": {"steps": sorted(built.seconds), "seconds": built.seconds if timings else None},
    }
    given = {"entity_base": base_iri, "ontology_base": ontology_iri}
    return ExportSettings(run=run, **{key: value for key, value in given.items() if value})


def _progress() -> Progress | None:
    """A line that rewrites itself on a terminal; nothing where output is not one."""
    if not sys.stderr.isatty():
        return None
    words = {"read": say("读取", "reading"), "extract": say("抽取", "extracting"), "resolve": say("归一", "resolving")}

    def show(step: str, name: str, done: int, total: int) -> None:
        sys.stderr.write(f"\r\033[K{words.get(step, step)} {done}/{total} {name[:60]}")
        sys.stderr.flush()

    return show


def _summary(built: Build, out: Path) -> None:
    if sys.stderr.isatty():
        sys.stderr.write("\r\033[K")
    graph = built.graph
    counts = (
        (len(graph.documents), say("份文件", "documents")),
        (len(graph.rows), say("行", "rows")),
        (len(graph.entities), say("个实体", "entities")),
        (len(graph.facts), say("条陈述", "statements")),
        (len(graph.findings), say("条疑点", "findings")),
    )
    typer.echo("，".join(f"{number} {word}" for number, word in counts) + f" → {out}")
    page = out / "graph.html"
    if page.exists():
        typer.echo(say(f"在浏览器中打开：{page}", f"open in a browser: {page}"))
