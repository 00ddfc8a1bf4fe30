"""What statements join with the very thing that a question names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.ask import sparql
from kg.ask.answer import Partial
from kg.ask.question import Question
from kg.ask.scopes import Scope
from kg.ask.writings import other_writings
from kg.graph.names import Names
from kg.graph.view import GraphView
from kg.model import Fact
from kg.resolve.normal import normal

PREDICATES = {
    "investor": ("undertakes", "investedIn", "cooperatesWith"),
    "cooperate": ("cooperatesWith", "undertakes", "investedIn"),
    "which": ("investedIn", "undertakes", "cooperatesWith", "locatedIn"),
    "location": ("locatedIn",),
}
"""Which relations answer which kind of question, the likeliest first."""

_SUREST = 0.78


def stated(names: Names, question: Question, scope: Scope, types: Sequence[str], ends: Sequence[str]) -> Partial | None:
    """What statements of the scope join with the very thing that the question names, by the likeliest relation."""
    view = names.view
    wanted = {normal(question.subject), *map(normal, other_writings(names, question.subject, scope.documents))}
    entities = [e for e in names.exact(question.subject, scope.area) if e.type not in ("Task", "Area")]
    forms = wanted | {normal(form) for e in entities for form in (e.name, *e.aliases)}
    for predicate in PREDICATES.get(question.kind, ()):
        facts: dict[str, Fact] = {}
        for document in scope.documents:
            for fact in _facts_of_document(view, document):
                other = _other_end(fact, forms) if fact.predicate == predicate else None
                if other and _fits_type(view, other[0], other[1], types, ends):
                    facts.setdefault(other[1], fact)
        unsaid = {name: fact for name, fact in facts.items() if normal(name) not in normal(question.subject)}
        facts = unsaid or facts
        if facts:
            return _from_facts(view, facts, predicate, wanted)
    return None


def _facts_of_document(view: GraphView, document: str) -> Iterator[Fact]:
    for row in view.rows_of(document):
        yield from view.facts_in(row)


def _other_end(fact: Fact, forms: set[str]) -> tuple[str | None, str] | None:
    """The end of a fact that is asked for, as an entity and as written; None where neither end is the subject."""
    if fact.basis != "stated" and fact.predicate != "locatedIn":
        return None
    if normal(fact.subject) in forms and fact.predicate in ("locatedIn", "cooperatesWith", "investedIn"):
        return fact.object_entity, fact.object
    if normal(fact.object) in forms and fact.predicate != "locatedIn":
        return fact.subject_entity, fact.subject
    return None


def _fits_type(view: GraphView, entity: str | None, written: str, types: Sequence[str], ends: Sequence[str]) -> bool:
    known = view.entities.get(entity or "")
    return bool(known and known.type in types and (not ends or written.endswith(tuple(ends))))


def _from_facts(view: GraphView, facts: dict[str, Fact], predicate: str, wanted: set[str]) -> Partial:
    said = list(facts.values())
    exact = all(normal(f.subject) in wanted or normal(f.object) in wanted for f in said)
    sure = min(fact.confidence for fact in said) * (1.0 if exact else 0.85)
    ends = [f.subject_entity if f.subject in facts else f.object_entity or "" for f in said]
    return Partial(
        answer=tuple(facts),
        evidence=tuple(view.citation(fact) for fact in said),
        confidence=round(min(_SUREST, sure), 3),
        sparql=sparql.labels_of(ends) if len(said) > 1 else _fact_query(said[0], ends[0]),
        entities=tuple(dict.fromkeys(ends)),
    )


def _fact_query(fact: Fact, answer: str) -> str:
    if fact.object_entity and fact.subject_entity == answer:
        return sparql.related(fact.object_entity, fact.predicate, [answer], inverse=True)
    return sparql.related(fact.subject_entity, fact.predicate, [answer])
