"""The whole graph as records: what every exporter, the server and the API look at."""

from __future__ import annotations

from kg.model.entity import Candidate, Entity, Link
from kg.model.fact import Evidence, Mention
from kg.model.finding import Finding
from kg.model.record import Record
from kg.model.task import TaskRow


class DocumentInfo(Record):
    """A document of the graph. `area` is an entity id; `period` is `2023`, `2021-Q3`, `2023-09` or None.

    `reviews` is the period that the document reports on where it differs (`2023` in a report of 2024).
    """

    name: str
    title: str | None = None
    format: str
    sha256: str
    area: str | None = None
    period: str | None = None
    reviews: str | None = None
    rows: int = 0


class KnownMention(Record):
    """A mention and the entity that it was resolved to."""

    mention: Mention
    entity: str
    name: str


class Fact(Record):
    """A statement with its ends resolved. `object_entity` is None for a literal.

    `subject` and `object` are texts as written (or canonical), `subject_name` and `object_name` resolved names.
    """

    id: str
    document: str
    row: str
    subject: str
    predicate: str
    object: str
    subject_name: str
    object_name: str
    subject_entity: str
    object_entity: str | None = None
    value: str | None = None
    unit: str | None = None
    role: str | None = None
    basis: str = "stated"
    evidence: Evidence
    period: str | None = None
    method: str
    confidence: float


class KnowledgeGraph(Record):
    """Everything a build knows, in a fixed order: documents by name, rows in order, entities by id, facts by place.

    `candidates` are pairs of entities that may be one, for people to judge.
    """

    documents: tuple[DocumentInfo, ...] = ()
    rows: tuple[TaskRow, ...] = ()
    entities: tuple[Entity, ...] = ()
    mentions: tuple[KnownMention, ...] = ()
    facts: tuple[Fact, ...] = ()
    links: tuple[Link, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    findings: tuple[Finding, ...] = ()
