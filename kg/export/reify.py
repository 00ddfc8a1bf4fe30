"""Facts, links and conflicts as things of their own, with their evidence: RDF 1.1 reification, PROV, Web Annotation."""

from __future__ import annotations

from collections.abc import Iterator

from kg.check.conflicts import Conflict
from kg.export import terms
from kg.export.describe import TYPE, Describer, Triple, observation_id
from kg.ids import content_id, document_id, task_id
from kg.model import Evidence, Fact, Link

RDF_STATEMENT = terms.name("rdf:Statement")
SUBJECT, PREDICATE, OBJECT = (terms.name(f"rdf:{end}") for end in ("subject", "predicate", "object"))
DERIVED_FROM = terms.name("prov:wasDerivedFrom")
QUOTED_FROM = terms.name("prov:wasQuotedFrom")
HAS_SOURCE, HAS_SELECTOR = terms.name("oa:hasSource"), terms.name("oa:hasSelector")
EXACT, START, END = terms.name("oa:exact"), terms.name("oa:start"), terms.name("oa:end")
SPECIFIC_RESOURCE = terms.name("oa:SpecificResource")
TEXT_QUOTE, TEXT_POSITION = terms.name("oa:TextQuoteSelector"), terms.name("oa:TextPositionSelector")


def evidence_id(fact: Fact) -> str:
    """One quote of one row is one piece of evidence, however many facts it proves."""
    proof = fact.evidence
    place = (str(n) for n in (proof.start, proof.end, proof.source_start, proof.source_end))
    return content_id("Evidence", fact.document, fact.row, proof.part, *place, proof.quote)


def statement(describer: Describer, fact: Fact) -> Iterator[Triple]:
    """A fact as a statement: its ends, how far it holds, who found it and the quote that proves it."""
    subject, ours = describer.iri(fact.id), describer.ours
    yield subject, TYPE, ours("Statement")
    yield subject, TYPE, RDF_STATEMENT
    yield subject, SUBJECT, describer.iri(fact.subject_entity)
    yield subject, PREDICATE, ours(fact.predicate)
    yield subject, OBJECT, describer.fact_object(fact)
    yield subject, ours("subjectText"), terms.text(fact.subject)
    yield subject, ours("objectText"), terms.text(fact.object)
    optional = (("value", fact.value), ("unit", fact.unit), ("role", fact.role), ("period", fact.period))
    for name, value in optional:
        if value:
            yield subject, ours(name), terms.text(value)
    yield subject, ours("basis"), terms.text(fact.basis)
    yield subject, ours("method"), terms.text(fact.method)
    if confidence := terms.decimal(round(fact.confidence, 4)):
        yield subject, ours("confidence"), confidence
    yield subject, ours("statedIn"), describer.iri(task_id(fact.document, fact.row))
    yield subject, DERIVED_FROM, describer.iri(document_id(fact.document))
    yield subject, ours("quote"), terms.text(fact.evidence.quote)
    yield subject, ours("evidence"), describer.iri(evidence_id(fact))
    if describer.types.get(fact.subject_entity) == "Indicator" and fact.basis == "stated":
        yield describer.iri(observation_id(fact)), ours("observedBy"), subject


def evidence(describer: Describer, fact: Fact) -> Iterator[Triple]:
    """The quote that proves a fact: in the row's part, and in the document's text."""
    local, proof = evidence_id(fact), fact.evidence
    subject, document = describer.iri(local), describer.iri(document_id(fact.document))
    yield subject, TYPE, describer.ours("Evidence")
    yield subject, TYPE, SPECIFIC_RESOURCE
    yield subject, HAS_SOURCE, document
    yield subject, QUOTED_FROM, document
    yield subject, describer.ours("part"), terms.text(proof.part)
    yield subject, describer.ours("partStart"), terms.integer(proof.start)
    yield subject, describer.ours("partEnd"), terms.integer(proof.end)
    yield from _selectors(describer, local, proof)


def _selectors(describer: Describer, local: str, proof: Evidence) -> Iterator[Triple]:
    subject = describer.iri(local)
    quote, position = describer.iri(f"{local}-quote"), describer.iri(f"{local}-position")
    yield subject, HAS_SELECTOR, quote
    yield subject, HAS_SELECTOR, position
    yield quote, TYPE, TEXT_QUOTE
    yield quote, EXACT, terms.text(proof.quote)
    yield position, TYPE, TEXT_POSITION
    yield position, START, terms.integer(proof.source_start)
    yield position, END, terms.integer(proof.source_end)


def reified_link(describer: Describer, link: Link) -> Iterator[Triple]:
    """Why two entities are linked."""
    subject = describer.iri(content_id("Link", link.subject, link.predicate, link.object))
    yield subject, TYPE, describer.ours("Link")
    yield subject, TYPE, RDF_STATEMENT
    yield from zip((subject,) * 3, (SUBJECT, PREDICATE, OBJECT), describer.link(link), strict=True)
    yield subject, describer.ours("reason"), terms.text(link.reason)
    if confidence := terms.decimal(round(link.confidence, 4)):
        yield subject, describer.ours("confidence"), confidence


def conflict(describer: Describer, found: Conflict) -> Iterator[Triple]:
    """A contradiction: what it is about and which statements make it."""
    subject, ours = describer.iri(found.id), describer.ours
    yield subject, TYPE, ours("Conflict")
    yield subject, terms.name("rdfs:label"), terms.text(found.message, "zh")
    yield subject, ours("conflictKind"), terms.text(found.kind)
    yield subject, ours("about"), describer.iri(found.entity)
    if found.period:
        yield subject, ours("period"), terms.text(found.period)
    for fact in found.facts:
        yield subject, ours("conflictingStatement"), describer.iri(fact)
