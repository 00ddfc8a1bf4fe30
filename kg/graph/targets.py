"""Indicators: what was aimed at, what was reached, and where that contradicts what a row claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from kg.graph.view import Citation, GraphView
from kg.model import DocumentContext, Finding, Record


class Target(Record):
    """An indicator's target and what was reached; `met` is computed, `claimed` is what the row says of itself.

    `interim` says that the row sets an aim for its period apart from that of the year, and this target is the year's.
    """

    document: str
    row: str
    area: str
    period: str | None
    indicator: str
    target: str
    actual: str
    met: bool | None
    claimed: str | None
    interim: bool = False
    citation: Citation


def targets(view: GraphView, documents: Iterable[str]) -> Iterator[Target]:
    """Every indicator of which a document tells both the aim and what was reached."""
    from kg.extract.indicators import observations

    for document in documents:
        info, home = view.documents[document], view.area_of(document)
        context = DocumentContext(
            document=document,
            title=info.title,
            area=home.code if home else None,
            period=info.period,
            reviews=info.reviews,
        )
        for seen in observations(view.rows_of(document), context):
            if seen.target is None or seen.actual is None:
                continue
            row = view.rows[document, seen.row]
            proof = seen.actual.evidence
            yield Target(
                document=document,
                row=seen.row,
                area=home.name if home else "",
                period=seen.period,
                indicator=seen.indicator,
                target=_as_written(seen.target.text, seen.target.value),
                actual=_as_written(seen.actual.text, seen.actual.value),
                met=seen.met,
                claimed=row.status,
                interim=bool(row.text("targets")) and seen.target.evidence.part != "targets",
                citation=view.cite(row, proof.part, proof.quote),
            )


def _as_written(text: str, value: str) -> str:
    return text or str(Decimal(value))


def contradictions(view: GraphView, found: Iterable[Target]) -> Iterator[Finding]:
    """Rows that call themselves completed while a figure misses its target."""
    for target in found:
        if target.met is False and target.claimed == "completed" and not target.interim:
            yield Finding(
                severity="warning",
                code="claim-against-figures",
                message=f"“{target.indicator}”目标{target.target}，实际{target.actual}，未达目标，而该任务称已完成。",
                place=view.rows[target.document, target.row].place,
                quote=target.citation.quote,
                next_step="请核对该行的目标值、实际值和完成状态。",
                row=target.row,
            )
    yield from (finding for finding in view.graph.findings if finding.code.startswith(("conflicting", "two-")))
