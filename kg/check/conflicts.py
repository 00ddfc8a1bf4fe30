"""Statements that contradict each other: two amounts, two stages, two leads of one thing for one period.

A contradiction is data for people, never put right in silence: both statements stay in the graph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kg.ids import content_id
from kg.model import Fact, Finding, KnowledgeGraph, Place
from kg.model.record import Record
from kg.ontology import ontology


class Conflict(Record):
    """Statements of one entity that cannot all hold; `facts` are their ids, `kind` a short stable name."""

    id: str
    kind: str
    entity: str
    period: str | None
    facts: tuple[str, ...]
    message: str
    places: tuple[Place, ...]
    quotes: tuple[str, ...]


def conflicts(graph: KnowledgeGraph) -> tuple[Conflict, ...]:
    """Every contradiction of a graph, in a fixed order."""
    found: list[Conflict] = []
    places = {(row.document, row.row): row.place for row in graph.rows}
    for (kind, entity, predicate, period), facts in sorted(_groups(graph).items()):
        clash = _clashing(kind, facts)
        if clash:
            found.append(_conflict((kind, entity, predicate, period), clash, places))
    return tuple(found)


def conflict_findings(found: Iterable[Conflict]) -> tuple[Finding, ...]:
    """Conflicts as findings for reports, one each, placed at the later statement."""
    return tuple(
        Finding(
            severity="note" if one.kind == "two-leads" else "warning",
            code=one.kind,
            message=one.message,
            place=one.places[-1],
            quote=one.quotes[-1],
            next_step="请核对原文，必要时以最新文件为准。",
        )
        for one in found
    )


Group = tuple[str, str, str, str]


def _groups(graph: KnowledgeGraph) -> dict[Group, list[Fact]]:
    periods = {info.name: info.reviews or info.period for info in graph.documents}
    groups: dict[Group, list[Fact]] = {}
    for fact in graph.facts:
        kind = _kind(fact)
        if kind and fact.basis == "stated":
            entity = (fact.object_entity if kind == "two-leads" else fact.subject_entity) or ""
            period = fact.period or periods.get(fact.document) or ""
            groups.setdefault((kind, entity, fact.predicate, period), []).append(fact)
    return groups


def _kind(fact: Fact) -> str | None:
    if fact.predicate == "stage":
        return "two-stages"
    if fact.predicate == "responsibleFor":
        return "two-leads" if fact.role == "lead" and fact.object_entity else None
    known = ontology().properties.get(fact.predicate)
    return "two-amounts" if known and known.amount and fact.value else None


def _clashing(kind: str, facts: list[Fact]) -> list[Fact]:
    """One fact for each of the values that contradict; empty where they agree."""
    if kind == "two-leads":
        return _rival_leads(facts)
    by_value: dict[tuple[str, str], Fact] = {}
    for fact in facts:
        by_value.setdefault((fact.value or fact.object, fact.unit or ""), fact)
    return list(by_value.values()) if len(by_value) > 1 else []


def _rival_leads(facts: list[Fact]) -> list[Fact]:
    """Two leads named in one row lead together; rows that name quite different leads contradict."""
    rows: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts:
        rows.setdefault((fact.document, fact.row), []).append(fact)
    first, *others = rows.values()
    leads = {fact.subject_entity for fact in first}
    rivals = [row for row in others if leads.isdisjoint(fact.subject_entity for fact in row)]
    return [first[0], *(row[0] for row in rivals)] if rivals else []


def _conflict(group: Group, facts: list[Fact], places: Mapping[tuple[str, str], Place]) -> Conflict:
    kind, entity, predicate, period = group
    ids = tuple(fact.id for fact in facts)
    return Conflict(
        id=content_id("Conflict", *group, *ids),
        kind=kind,
        entity=entity,
        period=period or None,
        facts=ids,
        message=_message(kind, predicate, period, facts),
        places=tuple(places.get((fact.document, fact.row)) or Place(document=fact.document) for fact in facts),
        quotes=tuple(fact.evidence.quote for fact in facts),
    )


def _message(kind: str, predicate: str, period: str, facts: list[Fact]) -> str:
    when = f"（{period}）" if period else ""
    if kind == "two-leads":
        names = "、".join(fact.subject_name for fact in facts)
        return f"“{facts[0].object_name}”{when}有不同的牵头单位：{names}。"
    return f"“{facts[0].subject_name}”{when}的{ontology().label(predicate)}有不同说法：{'、'.join(_values(facts))}。"


def _values(facts: Iterable[Fact]) -> Iterator[str]:
    for fact in facts:
        concept = ontology().concept("StageScheme", fact.object)
        yield concept.label_zh if concept else fact.object
