"""The graph as nodes and edges, the way tools for drawing and property graphs want it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kg.export.base import ExportSettings
from kg.export.describe import ROLE_PROPERTIES, task_label
from kg.ids import content_id, entity_iri, task_id
from kg.model import KnowledgeGraph, KnownMention, TaskRow
from kg.ontology import ontology


class Node(NamedTuple):
    """An entity or a task. All values are text; absent ones are empty."""

    id: str
    iri: str
    label: str
    type: str
    kind: str
    area: str
    sector: str
    mentions: str


class Edge(NamedTuple):
    """A stated relation, a duty or a link between two nodes."""

    id: str
    source: str
    target: str
    relation: str
    label: str
    role: str
    period: str
    confidence: str
    document: str
    row: str
    quote: str


def nodes(graph: KnowledgeGraph, settings: ExportSettings) -> Iterator[Node]:
    """Every entity, then every task."""
    names = {entity.id: entity.name for entity in graph.entities}
    for entity in graph.entities:
        sector = ontology().concept("SectorScheme", entity.sector) if entity.sector else None
        yield Node(
            id=entity.id,
            iri=entity_iri(entity.id, settings.entity_base),
            label=entity.name,
            type=entity.type,
            kind=entity.kind or "",
            area=names.get(entity.area or "", ""),
            sector=sector.label_zh if sector else "",
            mentions=str(entity.mentions),
        )
    for row in graph.rows:
        local = task_id(row.document, row.row)
        iri = entity_iri(local, settings.entity_base)
        yield Node(local, iri, task_label(row), "Task", row.kind, "", "", "")


def edges(graph: KnowledgeGraph) -> Iterator[Edge]:
    """Stated facts and links between nodes, and who answers for which task; each once."""
    known = {entity.id for entity in graph.entities} | {task_id(row.document, row.row) for row in graph.rows}
    seen: set[str] = set()
    for edge in (*_facts(graph), *_duties(graph), *_links(graph)):
        if edge.source in known and edge.target in known and edge.id not in seen:
            seen.add(edge.id)
            yield edge


def _facts(graph: KnowledgeGraph) -> Iterator[Edge]:
    for fact in graph.facts:
        if fact.object_entity and fact.basis == "stated":
            yield Edge(
                id=fact.id,
                source=fact.subject_entity,
                target=fact.object_entity,
                relation=fact.predicate,
                label=ontology().label(fact.predicate),
                role=fact.role or "",
                period=fact.period or "",
                confidence=f"{fact.confidence:g}",
                document=fact.document,
                row=fact.row,
                quote=fact.evidence.quote,
            )


def _duties(graph: KnowledgeGraph) -> Iterator[Edge]:
    rows = {(row.document, row.row): row for row in graph.rows}
    for known in graph.mentions:
        row = rows.get((known.mention.document, known.mention.row))
        if row and known.mention.part == "units":
            yield _duty(row, known)


def _duty(row: TaskRow, known: KnownMention) -> Edge:
    mention = known.mention
    role = next((unit.role for unit in row.units if unit.source_start == mention.source_start), "")
    relation = ROLE_PROPERTIES.get(role, "responsibleFor")
    return Edge(
        id=content_id("Duty", row.document, row.row, known.entity, relation),
        source=known.entity,
        target=task_id(row.document, row.row),
        relation=relation,
        label=ontology().label(relation),
        role=role,
        period="",
        confidence=f"{mention.confidence:g}",
        document=row.document,
        row=row.row,
        quote=mention.text,
    )


def _links(graph: KnowledgeGraph) -> Iterator[Edge]:
    for link in graph.links:
        yield Edge(
            id=content_id("Link", link.subject, link.predicate, link.object),
            source=link.subject,
            target=link.object,
            relation=link.predicate,
            label=ontology().label(link.predicate),
            role="",
            period="",
            confidence=f"{link.confidence:g}",
            document="",
            row="",
            quote=link.reason,
        )
