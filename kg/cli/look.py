"""Commands that look into a reading or a build: `kg explain`, `kg compare`, `kg review`."""

from __future__ import annotations

import getpass
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import DEFAULT_OUTPUT, GraphOption, JsonOption
from kg.cli.wording import say, wording

if TYPE_CHECKING:
    from kg.model.entity import Verdict
    from kg.resolve.review import Question

ANSWERS: dict[str, Verdict] = {"y": "same", "n": "different", "u": "unsure"}


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command("explain", help=say("说明一行里每个结果从何而来", "say where each result of a row comes from"))(explain)
    app.command("ontology", help=say("本体：词汇表，或网页说明", "the vocabulary, or its page"))(vocabulary)
    app.command("compare", help=say("比较两个地区：共同点与差异", "what two areas have in common"))(compare)
    app.command("review", help=say("逐对判定可能相同的实体", "judge pairs of entities that may be one"))(review)


def compare(
    a: Annotated[str, typer.Argument(help=say("地区", "an area"), show_default=False)],
    b: Annotated[str, typer.Argument(help=say("另一地区", "another area"), show_default=False)],
    graph: GraphOption = DEFAULT_OUTPUT,
    json: JsonOption = False,
) -> None:
    """Compare two areas of a build."""
    from kg.graph.compare import compare as comparison
    from kg.graph.load import load
    from kg.graph.text import table

    found = comparison(load(graph), a, b)
    if json:
        typer.echo(found.model_dump_json())
        return
    words = wording()
    typer.echo(
        say("共同的企业与机构：", "shared organisations: ") + (words.listed(s.name for s in found.shared) or "—")
    )
    header = (say("职能", "function"), found.a, found.b)
    functions = [(words.function(f.function), words.listed(f.a), words.listed(f.b)) for f in found.functions]
    typer.echo(table(header, functions, widest=46))
    for title, counts, label in (
        (say("行业", "sector"), found.sectors, words.sector),
        (say("阶段", "stage"), found.stages, words.stage),
    ):
        typer.echo("")
        typer.echo(table((title, found.a, found.b), [(label(c.key), str(c.a), str(c.b)) for c in counts]))


def review(
    graph: GraphOption = DEFAULT_OUTPUT,
    decisions: Annotated[
        Path, typer.Option("--decisions", help=say("判定写入的文件", "file the decisions go into"))
    ] = Path("decisions.csv"),
    who: Annotated[str | None, typer.Option("--who", help=say("判定人", "who decides"))] = None,
    undo: Annotated[bool, typer.Option("--undo", help=say("撤回最后一条判定", "take back the last decision"))] = False,
    list_only: Annotated[bool, typer.Option("--list", help=say("只列出，不提问", "list without asking"))] = False,
) -> None:
    """Ask about pairs in doubt, the most doubtful first; answers survive every rebuild."""
    from kg.graph.load import load
    from kg.resolve.decisions import read_decisions
    from kg.resolve.review import questions
    from kg.resolve.review import undo as take_back

    if undo:
        taken = take_back(decisions)
        typer.echo(str(taken) if taken else say("没有可撤回的判定。", "nothing to take back."))
        return
    built = load(graph)
    asked = questions(built.candidates, built, read_decisions(decisions) if decisions.exists() else ())
    for number, question in enumerate(asked, start=1):
        _show(question, number, len(asked))
        if not list_only and not _ask(question, decisions, who or getpass.getuser()):
            break
    if not asked:
        typer.echo(say("没有待判定的实体对。", "no pairs to judge."))


def _show(question: Question, number: int, total: int) -> None:
    words = wording()
    typer.echo(f"\n[{number}/{total}] {words.term(question.type)}  {question.score:.2f}")
    for mark, side in (("A", question.a), ("B", question.b)):
        where = f"{side.area or '—'}{say('；', '; ')}{words.listed(side.documents)}"
        typer.echo(f"  {mark} {side.name}{words.aside(where)}")
        for quote in side.quotes:
            typer.echo(f"      “{quote[:80]}”")
    for reason in question.reasons:
        typer.echo(f"  · {words.sentence(reason)}")


def _ask(question: Question, path: Path, who: str) -> bool:
    """Write down one answer; False where the person stops."""
    from datetime import UTC, datetime

    from kg.resolve.review import answer, record

    prompt = say("相同吗？ y 相同 / n 不同 / u 不确定 / 回车跳过 / q 退出：", "same? y/n/u, Enter skips, q quits: ")
    typer.echo(prompt, nl=False)
    said = sys.stdin.readline()
    if not said or said.strip().lower() == "q":
        return False
    verdict = ANSWERS.get(said.strip().lower())
    if verdict:
        record(path, answer(question, verdict, who, datetime.now(UTC).date().isoformat()))
    return True


def explain(
    document: Annotated[Path, typer.Argument(help=say("文件", "a document"), show_default=False)],
    row: Annotated[str, typer.Argument(help=say("行号，如 r012 或 12", "a row, r012 or 12 say"), show_default=False)],
    json: JsonOption = False,
) -> None:
    """Say which rule found and stated what in one row, and which candidates were not taken, and why."""
    from kg.cli.explanation import render_explanation
    from kg.extract.explain import explain_row
    from kg.pipeline import nothing_read, read_documents

    documents, failures = read_documents([document])
    if not documents:
        raise nothing_read([document], failures)
    explanation = explain_row(documents[0], row)
    typer.echo(explanation.model_dump_json() if json else render_explanation(explanation, wording()))


def vocabulary(
    html: Annotated[
        Path | None,
        typer.Option(
            "--html", metavar="FILE.html", help=say("写出网页说明，含类图", "write the page"), show_default=False
        ),
    ] = None,
) -> None:
    """List classes and relations, or write their documentation with a class diagram."""
    from kg.graph.text import padded, width
    from kg.ontology import ontology

    known = ontology()
    if html:
        from kg.export.ontology_page import ontology_page
        from kg.export.outputs import write_page

        write_page(html, ontology_page(known))
        typer.echo(str(html))
        return
    names = (*known.classes, *known.properties)
    first, second = max(map(width, names)), max(width(known.label(name, "zh")) for name in names)
    for name in names:
        chinese, english = known.label(name, "zh"), known.label(name, "en")
        typer.echo(f"kg:{padded(name, first)}  {padded(chinese, second)}  {english}")
