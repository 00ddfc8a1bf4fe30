"""Statements and entities to one graph, in one fixed order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from kg.extract.indicators import Observation
from kg.graph.observations import indicator_entities, indicator_facts
from kg.graph.written import Ends, WrittenEnds
from kg.ids import content_id, task_id
from kg.model import (
    Document,
    DocumentContext,
    DocumentInfo,
    Evidence,
    Fact,
    Finding,
    KnowledgeGraph,
    KnownMention,
    Mention,
    Name,
    Place,
    Reading,
    Record,
    Statement,
    TaskRow,
)

if TYPE_CHECKING:
    from kg.resolve.resolution import Resolution


class Extract(Record):
    """All that one document gave, before names are resolved."""

    document: Document
    reading: Reading
    context: DocumentContext
    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    observations: tuple[Observation, ...] = ()
    findings: tuple[Finding, ...] = ()


def assemble(extracts: Sequence[Extract], resolution: Resolution, findings: Sequence[Finding] = ()) -> KnowledgeGraph:
    """Put everything together: documents by name, rows in order, entities by id, facts by their place.

    Facts are the statements with both ends resolved, and who supervises which row (its leaders). A statement whose
    name was not resolved becomes a finding; nothing is dropped in silence.
    """
    ordered = sorted(extracts, key=lambda extract: extract.document.name)
    names = {entity.id: entity.name for entity in resolution.entities}
    observed = [observation for extract in ordered for observation in extract.observations]
    doubts: list[Finding] = []
    facts = [fact for extract in ordered for fact in _facts(extract, resolution, names, doubts)]
    return KnowledgeGraph(
        documents=tuple(_info(extract, resolution) for extract in ordered),
        rows=tuple(row for extract in ordered for row in extract.reading.rows),
        entities=tuple(sorted((*resolution.entities, *indicator_entities(observed)), key=lambda entity: entity.id)),
        mentions=tuple(known for extract in ordered for known in _mentions(extract, resolution, names)),
        facts=tuple(_unique(facts)),
        links=tuple(sorted(resolution.links, key=lambda link: (link.subject, link.predicate, link.object))),
        candidates=tuple(resolution.candidates),
        findings=(*_all_findings(ordered, findings, doubts), *resolution.findings),
    )


def _info(extract: Extract, resolution: Resolution) -> DocumentInfo:
    context = extract.context
    area = next(
        (e.id for e in resolution.entities if e.type == "Area" and context.area and e.code == context.area), None
    )
    return DocumentInfo(
        name=extract.document.name,
        title=extract.reading.title,
        format=extract.document.format,
        sha256=extract.document.sha256,
        area=area,
        period=context.period,
        reviews=context.reviews,
        rows=len(extract.reading.rows),
    )


def _mentions(extract: Extract, resolution: Resolution, names: Mapping[str, str]) -> Iterator[KnownMention]:
    for mention in extract.mentions:
        entity = resolution.names.get((mention.document, mention.type, mention.name.text))
        if entity:
            yield KnownMention(mention=mention, entity=entity, name=names[entity])


def _facts(extract: Extract, resolution: Resolution, names: Mapping[str, str], doubts: list[Finding]) -> Iterator[Fact]:
    places = {row.row: row.place for row in extract.reading.rows}
    written = WrittenEnds(extract.statements, extract.mentions)
    for statement in extract.statements:
        fact = _fact(statement, extract.context, resolution, names, written.of(statement))
        if fact:
            yield fact
        else:
            doubts.append(_unresolved(statement, places.get(statement.row, Place(document=statement.document))))
    for row in extract.reading.rows:
        yield from _supervisions(row, extract.context, resolution, names)
    yield from indicator_facts(extract.observations)


def _fact(
    statement: Statement,
    context: DocumentContext,
    resolution: Resolution,
    names: Mapping[str, str],
    written: Ends,
) -> Fact | None:
    subject = _entity(statement.document, statement.subject, resolution)
    object_ = None if isinstance(statement.object, str) else _entity(statement.document, statement.object, resolution)
    if subject is None or (object_ is None and not isinstance(statement.object, str)):
        return None
    object_text = statement.object if isinstance(statement.object, str) else statement.object.text
    return Fact(
        id=content_id(
            "Statement", statement.document, statement.row, statement.subject.type, statement.subject.text,
            statement.predicate, object_text, statement.evidence.part, str(statement.evidence.start),
        ),
        document=statement.document,
        row=statement.row,
        subject=written[0],
        predicate=statement.predicate,
        object=written[1],
        subject_name=names[subject],
        object_name=names[object_] if object_ else object_text,
        subject_entity=subject,
        object_entity=object_,
        value=statement.value,
        unit=statement.unit,
        role=statement.role,
        basis=statement.basis,
        evidence=statement.evidence,
        period=statement.period or context.period,
        method=statement.method,
        confidence=statement.confidence,
    )  # fmt: skip


def _supervisions(
    row: TaskRow, context: DocumentContext, resolution: Resolution, names: Mapping[str, str]
) -> Iterator[Fact]:
    """A row's leaders supervise it: the cell that names them is the evidence."""
    cell = row.parts.get("leaders")
    if cell is None:
        return
    for leader in row.leaders:
        person = _entity(row.document, Name(type="Person", text=leader.name), resolution)
        start = cell.value.find(leader.name)
        if person is None or start < 0:
            continue
        yield Fact(
            id=content_id("Statement", row.document, row.row, "Person", leader.name, "supervises"),
            document=row.document,
            row=row.row,
            subject=leader.name,
            predicate="supervises",
            object=row.text("task"),
            subject_name=names[person],
            object_name=row.text("task"),
            subject_entity=person,
            object_entity=task_id(row.document, row.row),
            evidence=Evidence(
                part="leaders",
                start=start,
                end=start + len(leader.name),
                source_start=leader.source_start,
                source_end=leader.source_end,
                quote=leader.name,
            ),
            period=context.period,
            method="table/leaders-column",
            confidence=0.99,
        )


def _entity(document: str, name: Name, resolution: Resolution) -> str | None:
    return resolution.names.get((document, name.type, name.text))


def _unresolved(statement: Statement, place: Place) -> Finding:
    return Finding(
        severity="warning",
        code="unresolved-name",
        message=f"“{statement.subject.text}”的一条“{statement.predicate}”陈述没有找到所指的实体，未进入图谱。",
        place=place,
        quote=statement.evidence.quote,
        row=statement.row,
    )


def _unique(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Equal places and ends give equal ids: the most confident of them is kept."""
    best: dict[str, Fact] = {}
    for fact in facts:
        if fact.id not in best or fact.confidence > best[fact.id].confidence:
            best[fact.id] = fact
    return iter(best.values())


def _all_findings(
    extracts: Sequence[Extract], findings: Sequence[Finding], doubts: Sequence[Finding]
) -> Iterator[Finding]:
    yield from findings
    for extract in extracts:
        yield from extract.reading.findings
        yield from extract.context.findings
        yield from extract.findings
    yield from doubts
