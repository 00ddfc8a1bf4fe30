"""A graph with its lookups: what stands in a row, what is said of a thing, what a document is of.

Made once from a `KnowledgeGraph` and kept for as long as it is used; it holds references, never copies.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from functools import cached_property
from typing import Any, TypeVar

from kg.areas import gazetteer
from kg.graph.periods import covers_period, period_end, period_words, read_period
from kg.ids import task_id
from kg.model import DocumentInfo, Entity, Fact, KnowledgeGraph, KnownMention, Link, Record, TaskRow

__all__ = [
    "Citation",
    "GraphView",
    "RowKey",
    "covers_period",
    "period_end",
    "period_words",
    "read_period",
    "task_label",
    "view_of",
]

RowKey = tuple[str, str]
"""A document's name and a row's id."""

LABEL_LENGTH = 60
_KEPT_VIEWS = 4

K = TypeVar("K")
T = TypeVar("T")
V = TypeVar("V")


class Citation(Record):
    """The words that prove an answer, and where they stand."""

    document: str
    row: str
    part: str
    quote: str
    period: str | None = None


class GraphView:
    """Lookups over one graph; every list is in the graph's own order."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        self.graph = graph
        self.documents: dict[str, DocumentInfo] = {info.name: info for info in graph.documents}
        self.entities: dict[str, Entity] = {entity.id: entity for entity in graph.entities}
        self.rows: dict[RowKey, TaskRow] = {(row.document, row.row): row for row in graph.rows}
        self._made: dict[Hashable, Any] = {}

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives, made the first time only; for what others work out of this graph."""
        if key not in self._made:
            self._made[key] = make()
        found: T = self._made[key]
        return found

    @cached_property
    def tasks(self) -> dict[str, TaskRow]:
        """Rows by the id of the task that they are in the graph."""
        return {task_id(*key): row for key, row in self.rows.items()}

    @cached_property
    def _rows_of_document(self) -> dict[str, list[TaskRow]]:
        return _grouped((row.document, row) for row in self.graph.rows)

    @cached_property
    def _facts_by_subject(self) -> dict[str, list[Fact]]:
        return _grouped((fact.subject_entity, fact) for fact in self.graph.facts)

    @cached_property
    def _facts_by_object(self) -> dict[str, list[Fact]]:
        return _grouped((fact.object_entity, fact) for fact in self.graph.facts if fact.object_entity)

    @cached_property
    def _facts_by_row(self) -> dict[RowKey, list[Fact]]:
        return _grouped(((fact.document, fact.row), fact) for fact in self.graph.facts)

    @cached_property
    def _mentions_by_entity(self) -> dict[str, list[KnownMention]]:
        return _grouped((known.entity, known) for known in self.graph.mentions)

    @cached_property
    def _mentions_by_row(self) -> dict[RowKey, list[KnownMention]]:
        return _grouped(((k.mention.document, k.mention.row), k) for k in self.graph.mentions)

    @cached_property
    def _links(self) -> dict[str, list[Link]]:
        both = [(link.subject, link) for link in self.graph.links]
        return _grouped(both + [(link.object, link) for link in self.graph.links])

    def rows_of(self, document: str) -> list[TaskRow]:
        """The rows of a document."""
        return self._rows_of_document.get(document, [])

    def facts_of(self, entity: str) -> list[Fact]:
        """What is stated of a thing."""
        return self._facts_by_subject.get(entity, [])

    def facts_about(self, entity: str) -> list[Fact]:
        """The facts whose object a thing is."""
        return self._facts_by_object.get(entity, [])

    def facts_in(self, row: TaskRow) -> list[Fact]:
        """What a row states."""
        return self._facts_by_row.get((row.document, row.row), [])

    def mentions_of(self, entity: str) -> list[KnownMention]:
        """Where a thing is named."""
        return self._mentions_by_entity.get(entity, [])

    def mentions_in(self, row: TaskRow) -> list[KnownMention]:
        """What a row names."""
        return self._mentions_by_row.get((row.document, row.row), [])

    def links_of(self, entity: str) -> list[Link]:
        """The links that a thing is an end of."""
        return self._links.get(entity, [])

    def entity_at(self, row: TaskRow, part: str, source_start: int, name: str) -> Entity | None:
        """The entity of a unit or leader of a row, by where it stands, else by how it is written."""
        stands = [known for known in self.mentions_in(row) if known.mention.part == part]
        found = next((k for k in stands if k.mention.source_start == source_start), None)
        found = found or next((k for k in stands if k.mention.text == name), None)
        return self.entities.get(found.entity) if found else None

    def name(self, entity: str) -> str:
        """The label of a thing or task, its id where nothing is known of it."""
        if found := self.entities.get(entity):
            return found.name
        return task_label(self.tasks[entity]) if entity in self.tasks else entity

    def area_of(self, document: str) -> Entity | None:
        """The area whose document it is."""
        info = self.documents.get(document)
        return self.entities.get(info.area) if info and info.area else None

    def area_name(self, entity: str | None) -> str:
        """The name of an area entity, empty where there is none."""
        found = self.entities.get(entity or "")
        return found.name if found else ""

    def period_of(self, document: str) -> str | None:
        """The period that a document reports on: the one it looks back on, else its own."""
        info = self.documents.get(document)
        return (info.reviews or info.period) if info else None

    def documents_of(self, area: Entity, *, within: bool = True) -> list[DocumentInfo]:
        """The documents of an area, and of those within it, the oldest first."""
        found = [info for info in self.graph.documents if info.area == area.id]
        if within:
            found += [i for i in self.graph.documents if i not in found and self._lies_in(area, i.area)]
        return sorted(found, key=self.when)

    def _lies_in(self, area: Entity, inner: str | None) -> bool:
        other = self.entities.get(inner or "")
        return bool(area.code and other and other.code and gazetteer().covers(area.code, other.code))

    def when(self, info: DocumentInfo) -> tuple[str, str]:
        """A sort key: by the end of the period reported on, then by name."""
        return period_end(self.period_of(info.name)), info.name

    def citation(self, fact: Fact) -> Citation:
        """The evidence of a fact as a citation."""
        proof = fact.evidence
        return Citation(
            document=fact.document,
            row=fact.row,
            part=proof.part,
            quote=proof.quote,
            period=fact.period or self.period_of(fact.document),
        )

    def cite(self, row: TaskRow, part: str, quote: str | None = None) -> Citation:
        """A row's part, or a quote from it, as a citation."""
        words = row.text(part) if quote is None else quote
        return Citation(document=row.document, row=row.row, part=part, quote=words, period=self.period_of(row.document))


def task_label(row: TaskRow) -> str:
    """The words by which people know a row: its task, else the next text that it has, shortened."""
    words = next((row.text(part) for part in ("task", "targets", "progress") if row.text(part)), row.row)
    return words if len(words) <= LABEL_LENGTH else words[: LABEL_LENGTH - 1] + "…"


_views: list[GraphView] = []


def view_of(graph: KnowledgeGraph) -> GraphView:
    """The view of a graph, the same one for the same graph as long as it is in use."""
    found = next((view for view in _views if view.graph is graph), None)
    if found is None:
        found = GraphView(graph)
        _views.append(found)
        del _views[:-_KEPT_VIEWS]
    return found


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    groups: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return dict(groups)
