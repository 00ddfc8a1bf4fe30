"""`kg validate`: a build against the shapes of the ontology."""

from __future__ import annotations

import typer

from kg.cli.options import DEFAULT_OUTPUT, GraphOption, JsonOption
from kg.cli.wording import say


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("validate", help=say("按本体的 SHACL 形状校验一次构建", "validate a build by SHACL"))(validate)


def validate(graph: GraphOption = DEFAULT_OUTPUT, json: JsonOption = False) -> None:
    """Print every violation in plain words; exit 1 where there is one."""
    from kg.check.validate import validate as check

    report = check(graph)
    if json:
        typer.echo(report.model_dump_json(exclude_none=True))
    else:
        for finding in report.findings:
            said = say(finding.message, finding.english)
            typer.echo(f"{finding.place}: {said}" + (f" “{finding.quote[:80]}”" if finding.quote else ""))
        verdict = say("符合", "conforms") if report.conforms else say("不符合", "does not conform")
        typer.echo(
            say(
                f"{verdict}：检查了 {report.triples} 条三元组，{len(report.findings)} 处不符。",
                f"{verdict}: {report.triples} triples checked, {len(report.findings)} violations.",
            )
        )
    if not report.conforms:
        raise typer.Exit(1)
