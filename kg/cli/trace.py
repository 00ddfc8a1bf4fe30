"""Who owns what: `kg trace`, `kg portfolio`, `kg path`, `kg timeline`, `kg changes`, `kg ask`, `kg report`."""

from __future__ import annotations

import json as json_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import DEFAULT_OUTPUT, GraphOption, JsonOption
from kg.cli.wording import say, wording

if TYPE_CHECKING:
    from kg.api import Graph
    from kg.model import Record

Name = Annotated[str, typer.Argument(help=say("名称，简称也可以", "a name, full or short"), show_default=False)]
AreaOption = Annotated[str | None, typer.Option("--area", "-a", help=say("在同名对象中选定地区", "choose by area"))]


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command("trace", help=say("追溯：谁负责它，它负责什么", "who owns a thing, and what it owns"))(trace)
    app.command("portfolio", help=say("一个单位的全部任务和项目", "all tasks and projects of a unit"))(portfolio)
    app.command("path", help=say("两个对象之间的联系", "how two things are linked"))(path)
    app.command("timeline", help=say("一个项目或任务的历次报告", "all reports of a project or task"))(timeline)
    app.command("changes", help=say("一个地区两个时期之间的变化", "what changed between two periods"))(changes)
    app.command("ask", help=say("用中文提问", "ask in plain Chinese"))(ask)
    app.command("report", help=say("写出可以转发的报告（网页和工作簿）", "write a report to send on"))(report)


def trace(name: Name, graph: GraphOption = DEFAULT_OUTPUT, area: AreaOption = None, json: JsonOption = False) -> None:
    """Trace a name; exit 1 where it means nothing or several things."""
    from kg.graph.render import render_trace

    found = _load(graph).trace(name, area)
    _print(found, render_trace(found, wording()), json)
    if not found.found:
        raise typer.Exit(1)


def portfolio(
    name: Name,
    graph: GraphOption = DEFAULT_OUTPUT,
    area: AreaOption = None,
    period: Annotated[str | None, typer.Option("--period", help=say("时期，如 2023", "a period, 2023 say"))] = None,
    json: JsonOption = False,
) -> None:
    """All that a unit or person holds, by period and state; exit 1 where the name means nothing or several things."""
    from kg.graph.render import render_portfolio

    found = _load(graph).portfolio(name, area, period)
    _print(found, render_portfolio(found, wording()), json)
    if found.entity is None:
        raise typer.Exit(1)


def path(
    a: Name, b: Name, graph: GraphOption = DEFAULT_OUTPUT, area: AreaOption = None, json: JsonOption = False
) -> None:
    """The shortest chains between two things, each step with its reason; exit 1 where a name is not clear."""
    from kg.graph.render import render_path

    found = _load(graph).path(a, b, area)
    _print(found, render_path(found, wording()), json)
    if found.unclear:
        raise typer.Exit(1)


def timeline(
    name: Name, graph: GraphOption = DEFAULT_OUTPUT, area: AreaOption = None, json: JsonOption = False
) -> None:
    """The dated reports of one thing, the oldest first."""
    from kg.graph.render import render_timeline

    found = _load(graph).timeline(name, area)
    _print(found, render_timeline(found, wording()), json)


def changes(
    area: Annotated[str, typer.Argument(help=say("地区", "an area"), show_default=False)],
    before: Annotated[str, typer.Argument(help=say("较早的时期", "the earlier period"), show_default=False)],
    after: Annotated[str, typer.Argument(help=say("较晚的时期", "the later period"), show_default=False)],
    graph: GraphOption = DEFAULT_OUTPUT,
    json: JsonOption = False,
) -> None:
    """What moved on, was completed, stalled, dropped or has silently gone between two periods."""
    from kg.graph.render import render_changes

    found = _load(graph).changes(area, before, after)
    _print(found, render_changes(found, wording()), json)
    if found.area is None:
        raise typer.Exit(1)


def ask(
    question: Annotated[str, typer.Argument(help=say("问题", "a question"), show_default=False)],
    graph: GraphOption = DEFAULT_OUTPUT,
    json: JsonOption = False,
) -> None:
    """Answer a question with its quotes and its query; exit 1 where it is not understood."""
    from kg.ask import render_answer

    answer = _load(graph).ask(question, "zh" if json else wording().language)
    if json:
        keys = ("question", "understood", "kind", "answer", "sparql", "confidence", "note", "nearest")
        plain = {key: getattr(answer, key) for key in keys}
        plain["evidence"] = [{"document": e.document, "row": e.row, "quote": e.quote} for e in answer.evidence]
        typer.echo(json_module.dumps(plain, ensure_ascii=False))
    else:
        typer.echo(render_answer(answer, wording()))
    if not answer.understood:
        raise typer.Exit(1)


def report(
    graph: GraphOption = DEFAULT_OUTPUT,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help=say("写入的文件夹", "folder to write into"), show_default=False)
    ] = None,
    area: AreaOption = None,
) -> None:
    """Write the oversight report as a page and a workbook."""
    for written in _load(graph).report(out or graph, area, wording().language):
        typer.echo(str(written))


def _load(folder: Path) -> Graph:
    from kg.api import load

    return load(folder)


def _print(record: Record, text: str, as_json: bool) -> None:
    typer.echo(record.model_dump_json() if as_json else text)
