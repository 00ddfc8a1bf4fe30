"""Which triples stand in which graph: the asserted graph, and one named graph a document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import groupby

from kg.check.conflicts import conflicts
from kg.export import reify
from kg.export.base import ExportSettings
from kg.export.describe import Describer, Triple, observation_id
from kg.ids import document_id, task_id
from kg.model import Entity, Fact, KnowledgeGraph, KnownMention, Link, TaskRow

LINKS_GRAPH = "graph-links"
"""The named graph of what no document says: links between names, and areas that only the gazetteer knows."""

CONFLICTS_GRAPH = "graph-conflicts"
"""The named graph of contradictions, for they may lie between documents."""

Row = tuple[str, str]


class Graphs:
    """A knowledge graph sorted into the graphs that are written; holds references to records, never triples."""

    def __init__(self, graph: KnowledgeGraph, settings: ExportSettings) -> None:
        self.graph = graph
        self.describer = Describer(graph, settings)

    def asserted(self) -> Iterator[Triple]:
        """Every triple that holds in the whole graph, each once, those of one subject together."""
        for info in self.graph.documents:
            yield from self.describer.document(info)
        subjects = set()
        for entity in self.graph.entities:
            subjects.add(entity.id)
            yield from _by_predicate(self._entity(entity))
        for row in self.graph.rows:
            subjects.add(task_id(row.document, row.row))
            yield from _by_predicate(self._task(row))
        for subject, facts in self._facts_by_subject.items():
            if subject not in subjects:
                yield from _by_predicate(t for fact in facts for t in self.describer.fact(fact))
        for _, observed in groupby(self._indicator_facts, key=observation_id):
            yield from _by_predicate(t for fact in observed for t in self.describer.observation(fact))
        yield from _once(t for entity in self.graph.entities for t in self.describer.function(entity))

    def named(self) -> Iterator[tuple[str, Iterator[Triple]]]:
        """The id of each named graph with its triples: one a document, then links, then conflicts."""
        for document in self._documents:
            yield document_id(document), self._document_graph(document)
        yield LINKS_GRAPH, _once(self._links())
        yield CONFLICTS_GRAPH, self._conflicts()

    def _entity(self, entity: Entity) -> Iterator[Triple]:
        yield from self.describer.entity(entity)
        for link in self._links_by_subject.get(entity.id, ()):
            yield self.describer.link(link)
        if entity.type != "Indicator":
            for fact in self._facts_by_subject.get(entity.id, ()):
                yield from self.describer.fact(fact)
        for known in self._duties_by_entity.get(entity.id, ()):
            yield from self.describer.duty(self._rows[known.mention.document, known.mention.row], known)

    def _task(self, row: TaskRow) -> Iterator[Triple]:
        yield from self.describer.task(row)
        for known in self._mentions_by_row.get((row.document, row.row), ()):
            if known.mention.part not in ("units", "leaders"):
                yield from self.describer.duty(row, known)
        for fact in self._facts_by_subject.get(task_id(row.document, row.row), ()):
            yield from self.describer.fact(fact)

    def _document_graph(self, document: str) -> Iterator[Triple]:
        seen: set[Triple] = set()
        yield from _once(self._document_assertions(document), seen)
        seen.clear()
        quotes: set[str] = set()
        for fact in self._facts_by_document.get(document, ()):
            yield from reify.statement(self.describer, fact)
            if (quote := reify.evidence_id(fact)) not in quotes:
                quotes.add(quote)
                yield from reify.evidence(self.describer, fact)

    def _document_assertions(self, document: str) -> Iterator[Triple]:
        describer = self.describer
        for info in self.graph.documents:
            if info.name == document:
                yield from describer.document(info)
        for entity in self._entities_by_document.get(document, ()):
            yield from describer.entity(entity)
            yield from describer.function(entity)
        for row in self._rows_by_document.get(document, ()):
            yield from describer.task(row)
            for known in self._mentions_by_row.get((row.document, row.row), ()):
                yield from describer.duty(row, known)
        for fact in self._facts_by_document.get(document, ()):
            yield from describer.fact(fact)

    def _links(self) -> Iterator[Triple]:
        for entity in self.graph.entities:
            if not entity.documents:
                yield from self.describer.entity(entity)
                yield from self.describer.function(entity)
        for link in self.graph.links:
            yield self.describer.link(link)
            yield from reify.reified_link(self.describer, link)

    def _conflicts(self) -> Iterator[Triple]:
        for conflict in conflicts(self.graph):
            yield from reify.conflict(self.describer, conflict)

    @cached_property
    def _documents(self) -> tuple[str, ...]:
        named = {info.name for info in self.graph.documents}
        return tuple(sorted(named | set(self._rows_by_document) | set(self._facts_by_document)))

    @cached_property
    def _rows(self) -> dict[Row, TaskRow]:
        return {(row.document, row.row): row for row in self.graph.rows}

    @cached_property
    def _rows_by_document(self) -> dict[str, list[TaskRow]]:
        found: dict[str, list[TaskRow]] = defaultdict(list)
        for row in self.graph.rows:
            found[row.document].append(row)
        return found

    @cached_property
    def _entities_by_document(self) -> dict[str, list[Entity]]:
        found: dict[str, list[Entity]] = defaultdict(list)
        for entity in self.graph.entities:
            for document in entity.documents:
                found[document].append(entity)
        return found

    @cached_property
    def _facts_by_document(self) -> dict[str, list[Fact]]:
        found: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.graph.facts:
            found[fact.document].append(fact)
        return found

    @cached_property
    def _facts_by_subject(self) -> dict[str, list[Fact]]:
        found: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.graph.facts:
            found[fact.subject_entity].append(fact)
        return found

    @cached_property
    def _indicator_facts(self) -> list[Fact]:
        types = self.describer.types
        facts = (fact for fact in self.graph.facts if types.get(fact.subject_entity) == "Indicator")
        return sorted((f for f in facts if f.basis == "stated"), key=observation_id)

    @cached_property
    def _links_by_subject(self) -> dict[str, list[Link]]:
        found: dict[str, list[Link]] = defaultdict(list)
        for link in self.graph.links:
            found[link.subject].append(link)
        return found

    @cached_property
    def _mentions_by_row(self) -> dict[Row, list[KnownMention]]:
        found: dict[Row, list[KnownMention]] = defaultdict(list)
        for known in self.graph.mentions:
            found[known.mention.document, known.mention.row].append(known)
        return found

    @cached_property
    def _duties_by_entity(self) -> dict[str, list[KnownMention]]:
        found: dict[str, list[KnownMention]] = defaultdict(list)
        for known in self.graph.mentions:
            if known.mention.part in ("units", "leaders") and (known.mention.document, known.mention.row) in self._rows:
                found[known.entity].append(known)
        return found


def _by_predicate(triples: Iterable[Triple]) -> Iterator[Triple]:
    """The triples of one subject, each once, those of one predicate together."""
    found: dict[str, dict[Triple, None]] = {}
    for triple in triples:
        found.setdefault(triple[1], {})[triple] = None
    for together in found.values():
        yield from together


def _once(triples: Iterable[Triple], seen: set[Triple] | None = None) -> Iterator[Triple]:
    """Each triple at its first place only."""
    seen = set() if seen is None else seen
    for triple in triples:
        if triple not in seen:
            seen.add(triple)
            yield triple
