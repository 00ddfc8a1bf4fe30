"""The graph's records as RDF triples, each a tuple of three N-Triples terms.

One description serves every RDF format. Only what a document states as a fact becomes a triple of its own; what is
planned or negated stands in the reified statement alone (`kg.export.reify`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kg.export import terms
from kg.export.base import ExportSettings
from kg.ids import content_id, document_id, task_id
from kg.model import DocumentInfo, Entity, Fact, KnowledgeGraph, KnownMention, Link, TaskRow
from kg.ontology import Ontology, ontology
from kg.words import word_table

Triple = tuple[str, str, str]

TYPE = terms.name("rdf:type")
LABEL = terms.name("rdfs:label")
ALT_LABEL = terms.name("skos:altLabel")
HIDDEN_LABEL = terms.name("skos:hiddenLabel")

ROW_TEXTS = (
    ("task", "taskText"),
    ("targets", "targetText"),
    ("progress", "progressText"),
    ("problems", "problemText"),
    ("next_steps", "nextStepText"),
    ("deadline", "deadline"),
)
"""Parts of a row and the properties that hold them."""

ROLE_PROPERTIES = {"lead": "leads", "joint": "supports"}
CONCERNED = ("Project", "Park", "Company")
LABEL_LENGTH = 40
"""A task is long; its label is its beginning."""


class Describer:
    """Describes what a graph holds, with the IRIs that the settings ask for."""

    def __init__(self, graph: KnowledgeGraph, settings: ExportSettings) -> None:
        self._entity_base = settings.entity_base
        self._ontology_base = settings.ontology_base
        self._known: Ontology = ontology()
        self.types = {entity.id: entity.type for entity in graph.entities}
        self._document_areas = {info.name: info.area for info in graph.documents}
        self.ours = cache(self._ours)

    def _ours(self, name: str) -> str:
        return f"<{self._ontology_base}{name}>"

    def iri(self, local_id: str) -> str:
        """The term of an entity, task, document, statement or other id."""
        return f"<{self._entity_base}{local_id}>"

    def classes(self, subject: str, *names: str) -> Iterator[Triple]:
        """Types with every class above them, so that plain queries need no inference."""
        every = (above for name in names for above in self._known.classes_of(name) or (name,))
        for one in dict.fromkeys(every):
            yield subject, TYPE, self.ours(one)

    def concept(self, scheme: str, word: str) -> str | None:
        """The term of a concept by its notation or label, None where the scheme has none such."""
        found = self._known.concept(scheme, word)
        return self.ours(found.name) if found else None

    def entity(self, entity: Entity) -> Iterator[Triple]:
        """What an entity is and is called, and where it belongs."""
        subject = self.iri(entity.id)
        yield from self.classes(subject, *filter(None, (entity.kind, entity.type)))
        yield subject, LABEL, terms.text(entity.name, "zh")
        for alias in entity.aliases:
            if alias != entity.name:
                yield subject, ALT_LABEL, terms.text(alias, "zh")
        for key in entity.keys:
            yield subject, HIDDEN_LABEL, terms.text(key)
        for document in entity.documents:
            yield subject, self.ours("namedIn"), self.iri(document_id(document))
        if entity.area and entity.area != entity.id:
            yield subject, self.ours(_area_property(entity.type)), self.iri(entity.area)
        yield from self._entity_attributes(subject, entity)

    def _entity_attributes(self, subject: str, entity: Entity) -> Iterator[Triple]:
        if entity.code:
            yield from self._code(subject, entity)
        if entity.function:
            yield subject, self.ours("agencyFunction"), self.iri(content_id("AgencyFunction", entity.function))
        if entity.sector and (sector := self.concept("SectorScheme", entity.sector)):
            yield subject, self.ours("sector"), sector
            if entity.sector_reason:
                yield subject, self.ours("sectorReason"), terms.text(entity.sector_reason)

    def _code(self, subject: str, entity: Entity) -> Iterator[Triple]:
        """Only figures are a division code; areas outside the gazetteer have keys of our own, which stay inside."""
        code = entity.code or ""
        if entity.type != "Area":
            yield subject, self.ours("code"), terms.text(code)
        elif code.isascii() and code.isdigit():
            yield subject, self.ours("divisionCode"), terms.text(code)

    def function(self, entity: Entity) -> Iterator[Triple]:
        """The function of an agency as a concept of its own, named as the word list names it."""
        if entity.function:
            concept = self.iri(content_id("AgencyFunction", entity.function))
            label = _function_labels().get(entity.function, entity.function)
            yield concept, TYPE, self.ours("AgencyFunction")
            yield concept, terms.name("skos:prefLabel"), terms.text(label, "zh")
            yield concept, terms.name("skos:notation"), terms.text(entity.function)

    def document(self, info: DocumentInfo) -> Iterator[Triple]:
        """What a document is, of where and of when."""
        subject = self.iri(document_id(info.name))
        yield subject, TYPE, self.ours("Document")
        yield subject, LABEL, terms.text(info.title or info.name, "zh")
        yield subject, terms.name("dcterms:title"), terms.text(info.title or info.name, "zh")
        yield subject, terms.name("dcterms:identifier"), terms.text(info.name)
        yield subject, terms.name("dcterms:format"), terms.text(info.format)
        if info.area:
            yield subject, terms.name("dcterms:spatial"), self.iri(info.area)
        for name, value in (("period", info.period), ("reviews", info.reviews), ("sha256", info.sha256)):
            if value:
                yield subject, self.ours(name), terms.text(value)
        yield subject, self.ours("rows"), terms.integer(info.rows)

    def task(self, row: TaskRow) -> Iterator[Triple]:
        """A row as a task: its texts and where it stands."""
        subject = self.iri(task_id(row.document, row.row))
        yield subject, TYPE, self.ours("Task")
        yield subject, LABEL, terms.text(task_label(row), "zh")
        yield subject, self.ours("reportedIn"), self.iri(document_id(row.document))
        yield subject, self.ours("rowNumber"), terms.text(row.row)
        for name, value in (("taskNumber", row.number), ("section", row.section), ("item", row.item)):
            if value:
                yield subject, self.ours(name), terms.text(value)
        for part, name in ROW_TEXTS:
            if value := row.text(part):
                yield subject, self.ours(name), terms.text(value)
        for heading, column in row.extra:
            if column.value:
                yield subject, self.ours("note"), terms.text(f"{heading}：{column.value}")
        if row.status and (status := self.concept("StatusScheme", row.status)):
            yield subject, self.ours("status"), status

    def duty(self, row: TaskRow, known: KnownMention) -> Iterator[Triple]:
        """What a mention makes of its entity and its row: who answers, who supervises, what the task concerns."""
        task, entity = self.iri(task_id(row.document, row.row)), self.iri(known.entity)
        part = known.mention.part
        if part == "units":
            yield entity, self.ours("responsibleFor"), task
            for unit in row.units:
                if unit.source_start == known.mention.source_start:
                    yield entity, self.ours(ROLE_PROPERTIES[unit.role]), task
        elif part == "leaders":
            yield entity, self.ours("supervises"), task
        elif known.mention.type in CONCERNED:
            yield task, self.ours("concerns"), entity

    def fact(self, fact: Fact) -> Iterator[Triple]:
        """The relation or attribute that a fact asserts; nothing for what is not stated as a fact."""
        if fact.basis != "stated":
            return
        subject = self.iri(fact.subject_entity)
        if self.types.get(fact.subject_entity) == "Indicator":
            yield from self.observation(fact)
            return
        object_ = self.fact_object(fact)
        yield subject, self.ours(fact.predicate), object_
        if fact.predicate == "responsibleFor" and fact.role in ROLE_PROPERTIES:
            yield subject, self.ours(ROLE_PROPERTIES[fact.role]), object_
        known = self._known.properties.get(fact.predicate)
        if known and known.amount and fact.unit == "CNY" and fact.value and (yuan := terms.decimal(fact.value)):
            yield subject, self.ours(known.amount), yuan

    def fact_object(self, fact: Fact) -> str:
        """The object of a fact: an entity, a concept of a scheme, or the text as written."""
        if fact.object_entity:
            return self.iri(fact.object_entity)
        scheme = self._known.scheme_of(fact.predicate)
        concept = self.concept(scheme, fact.object) if scheme else None
        return concept or terms.text(fact.object)

    def observation(self, fact: Fact) -> Iterator[Triple]:
        """What a fact says of an indicator, as an observation for an area and a period."""
        subject = self.iri(observation_id(fact))
        yield subject, TYPE, self.ours("Observation")
        yield subject, self.ours("observes"), self.iri(fact.subject_entity)
        if area := self._document_areas.get(fact.document):
            yield subject, self.ours("observedArea"), self.iri(area)
        if fact.period:
            yield subject, self.ours("period"), terms.text(fact.period)
        yield subject, self.ours(fact.predicate), terms.text(fact.object)
        number = terms.decimal(fact.value) if fact.value else None
        if number and fact.predicate in _NUMBERS:
            yield subject, self.ours(_NUMBERS[fact.predicate]), number
        if fact.unit:
            yield subject, self.ours("unit"), terms.text(fact.unit)

    def link(self, link: Link) -> Triple:
        """The relation that the comparison of names found."""
        return self.iri(link.subject), self.ours(link.predicate), self.iri(link.object)


@cache
def _function_labels() -> dict[str, str]:
    tables = ("agency_functions", "agency_zones", "function_labels")
    return {row["key"]: row["label"] for table in tables for row in word_table(table)}


_NUMBERS = {"targetValue": "target", "actualValue": "actual"}


def observation_id(fact: Fact) -> str:
    """Facts of one row on one indicator for one period and unit make one observation."""
    return content_id("Observation", fact.document, fact.row, fact.subject_entity, fact.period or "", fact.unit or "")


def task_label(row: TaskRow) -> str:
    """The beginning of a row's task, or of its progress where it has no task."""
    for part in ("task", "targets", "progress", "problems", "next_steps"):
        if value := row.text(part):
            return value if len(value) <= LABEL_LENGTH else value[: LABEL_LENGTH - 1] + "…"
    return row.item or row.number or row.row


def _area_property(entity_type: str) -> str:
    return {"Agency": "jurisdiction", "Area": "partOf"}.get(entity_type, "belongsTo")
