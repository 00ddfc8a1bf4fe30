"""`report.json`: what a build holds, what is doubtful in it, and what the run says of itself."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kg.check.conflicts import Conflict, conflicts
from kg.export.base import ExportSettings
from kg.graph.load import FORMAT
from kg.ids import entity_iri
from kg.model import KnowledgeGraph


class Report:
    """Counts, coverage per document, conflicts, findings; failures and timings as `ExportSettings.run` gives them."""

    name, filename = "report", "report.json"

    def write(self, graph: KnowledgeGraph, path: Path, settings: ExportSettings) -> None:
        """Write the report as one JSON object."""
        content = json.dumps(report_json(graph, settings), ensure_ascii=False, indent=1)
        path.write_text(content + "\n", "utf-8", newline="\n")


def report_json(graph: KnowledgeGraph, settings: ExportSettings) -> dict[str, Any]:
    """The report as plain values."""
    return {
        "format": FORMAT,
        "entity_base": settings.entity_base,
        "ontology_base": settings.ontology_base,
        "counts": _counts(graph),
        "documents": _per_document(graph),
        "conflicts": [_conflict_json(found, settings) for found in conflicts(graph)],
        "findings": [finding.model_dump(exclude_none=True) for finding in graph.findings],
        **settings.run,
    }


def _counts(graph: KnowledgeGraph) -> dict[str, Any]:
    return {
        "documents": len(graph.documents),
        "rows": len(graph.rows),
        "mentions": len(graph.mentions),
        "statements": len(graph.facts),
        "entities": len(graph.entities),
        "links": len(graph.links),
        "findings": len(graph.findings),
        "entities_by_type": _tally(entity.type for entity in graph.entities),
        "statements_by_predicate": _tally(fact.predicate for fact in graph.facts),
        "findings_by_code": _tally(finding.code for finding in graph.findings),
    }


def _tally(names: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(names).items()))


def _per_document(graph: KnowledgeGraph) -> list[dict[str, Any]]:
    mentions = Counter(known.mention.document for known in graph.mentions)
    statements = Counter(fact.document for fact in graph.facts)
    findings = Counter(finding.place.document for finding in graph.findings)
    told = {(fact.document, fact.row) for fact in graph.facts}
    return [
        {
            "document": info.name,
            "title": info.title,
            "period": info.period,
            "rows": info.rows,
            "rows_with_statements": sum(
                (info.name, row.row) in told for row in graph.rows if row.document == info.name
            ),
            "mentions": mentions[info.name],
            "statements": statements[info.name],
            "findings": findings[info.name],
        }
        for info in graph.documents
    ]


def _conflict_json(found: Conflict, settings: ExportSettings) -> dict[str, Any]:
    return {
        "id": found.id,
        "kind": found.kind,
        "entity": entity_iri(found.entity, settings.entity_base),
        "period": found.period,
        "message": found.message,
        "statements": list(found.facts),
        "places": [str(place) for place in found.places],
        "quotes": list(found.quotes),
    }
