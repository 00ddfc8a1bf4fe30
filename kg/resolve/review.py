"""People review pairs in doubt: what to ask next, what an answer writes down, how to take it back.

Plain functions over records; asking and showing is the command line's and the browser's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from kg.model import Decision, Entity, KnowledgeGraph
from kg.model.entity import Verdict
from kg.model.record import Record
from kg.resolve.decisions import read_decisions, write_decisions
from kg.resolve.resolution import Candidate

EVIDENCE_SHOWN = 3
"""How many quotes of each side a question shows."""


class Side(Record):
    """One side of a question: the entity, how it is written, and quotes that name it."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    area: str | None = None
    documents: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()


class Question(Record):
    """A pair in doubt as a person sees it: both sides, their values next to each other, and what speaks for one."""

    a: Side
    b: Side
    type: str
    score: float
    reasons: tuple[str, ...] = ()
    differences: tuple[tuple[str, str, str], ...] = ()


def questions(
    candidates: Iterable[Candidate], graph: KnowledgeGraph, decisions: Sequence[Decision] = ()
) -> tuple[Question, ...]:
    """Pairs nobody has judged yet, the most doubtful first."""
    entities = {entity.id: entity for entity in graph.entities}
    quotes = _quotes(graph)
    judged = {pair for decision in decisions for pair in _pairs(decision)}
    found = (pair for pair in candidates if pair.a in entities and pair.b in entities)
    return tuple(
        _question(pair, entities, quotes)
        for pair in sorted(found, key=lambda pair: (abs(pair.score - 0.5), pair.a, pair.b))
        if not {(pair.a, pair.b), (pair.a_name, pair.b_name)} & judged
    )


def answer(question: Question, verdict: Verdict, who: str, when: str, why: str = "") -> Decision:
    """What a person's answer is as a decision; it names the pair by id, so that it means these two alone."""
    return Decision(verdict=verdict, a=question.a.id, b=question.b.id, who=who, when=when, why=why)


def record(path: Path, decision: Decision) -> tuple[Decision, ...]:
    """Add a decision to a file, made where there is none; answers all decisions then in it.

    An earlier decision of the same person on the same pair is replaced.
    """
    kept = [old for old in read_decisions(path) if not _replaces(decision, old)]
    return _write(path, (*kept, decision))


def undo(path: Path) -> Decision | None:
    """Take back the last decision of a file; None where there is none."""
    decisions = read_decisions(path)
    if not decisions:
        return None
    _write(path, decisions[:-1])
    return decisions[-1]


def _write(path: Path, decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """Whole or not at all: the new text stands beside the file before it takes its place."""
    beside = path.with_name(path.name + ".new")
    beside.write_text(write_decisions(decisions), encoding="utf-8", newline="")
    beside.replace(path)
    return tuple(decisions)


def _replaces(new: Decision, old: Decision) -> bool:
    return new.who == old.who and {new.a, new.b} == {old.a, old.b}


def _pairs(decision: Decision) -> tuple[tuple[str, str], tuple[str, str]]:
    return (decision.a, decision.b), (decision.b, decision.a)


def _question(pair: Candidate, entities: dict[str, Entity], quotes: dict[str, list[str]]) -> Question:
    a, b = entities[pair.a], entities[pair.b]
    return Question(
        a=_side(a, entities, quotes),
        b=_side(b, entities, quotes),
        type=pair.type,
        score=pair.score,
        reasons=tuple(f"{reason.text}：{reason.a}／{reason.b}" for reason in (*pair.reasons, *pair.separators)),
        differences=_differences(a, b, entities),
    )


def _side(entity: Entity, entities: dict[str, Entity], quotes: dict[str, list[str]]) -> Side:
    return Side(
        id=entity.id,
        name=entity.name,
        aliases=entity.aliases,
        area=_area_name(entity, entities),
        documents=entity.documents,
        quotes=tuple(quotes.get(entity.id, ())[:EVIDENCE_SHOWN]),
    )


def _differences(a: Entity, b: Entity, entities: dict[str, Entity]) -> tuple[tuple[str, str, str], ...]:
    """Values side by side where they differ: name, area, sector, documents."""
    values = (
        ("名称", a.name, b.name),
        ("地区", _area_name(a, entities) or "", _area_name(b, entities) or ""),
        ("行业", a.sector or "", b.sector or ""),
        ("文件", "、".join(a.documents), "、".join(b.documents)),
    )
    return tuple(value for value in values if value[1] != value[2])


def _area_name(entity: Entity, entities: dict[str, Entity]) -> str | None:
    area = entities.get(entity.area or "")
    return area.name if area else None


def _quotes(graph: KnowledgeGraph) -> dict[str, list[str]]:
    """Quotes that name an entity, in the graph's order, each once."""
    found: dict[str, dict[str, None]] = {}
    for fact in graph.facts:
        for id in (fact.subject_entity, fact.object_entity):
            if id is not None:
                found.setdefault(id, {})[fact.evidence.quote] = None
    return {id: list(quotes) for id, quotes in found.items()}
