"""How two things hang together: the shortest chain of stated relations, each step with its reason."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from pydantic import Field

from kg.graph.collectives import collective
from kg.graph.names import names_of
from kg.graph.sentences import in_english
from kg.graph.timeline import sentence_around
from kg.graph.trace import choose, known_area
from kg.graph.view import Citation, GraphView, view_of
from kg.ids import task_id
from kg.model import TEXT_PARTS, KnowledgeGraph, KnownMention, Record, TaskRow
from kg.ontology import ontology

LONGEST = 8
"""Chains of more steps than this say nothing and are not looked for."""

_DUTIES = {"units": ("负责", "answers for"), "leaders": ("分管", "supervises")}
_DUTIES_OF_TASK = {"units": ("由其负责", "answered for by"), "leaders": ("由其分管", "supervised by")}
_TEXTUAL = ("Project", "Park", "Company", "Institution")
_TOO_COMMON = ("Area",)


class Step(Record):
    """One step of a chain: from one thing to the next, why, and the words that prove it.

    `reason` says why in Chinese and stands in every output; `english`, an arrow with the reason on it that leads to
    the object of what is stated, is for readers and stands in none.
    """

    subject: str
    subject_name: str
    object: str
    object_name: str
    reason: str
    english: str = Field("", exclude=True)
    citation: Citation | None = None


class Path(Record):
    """The chains between two things, all of the shortest length, at most a few; empty where there is none.

    `unclear` names which of the two names means several things or none.
    """

    a: str
    b: str
    chains: tuple[tuple[Step, ...], ...] = ()
    unclear: tuple[str, ...] = ()


def path(graph: KnowledgeGraph, a: str, b: str, area: str | None = None, most: int = 3) -> Path:
    """The shortest chains between two named things."""
    view = view_of(graph)
    names = names_of(view)
    home = known_area(names, area)
    ends = [choose(names, name, home.id if home else None)[0] for name in (a, b)]
    unclear = tuple(name for name, end in zip((a, b), ends, strict=True) if end is None)
    if unclear or ends[0] is None or ends[1] is None:
        return Path(a=a, b=b, unclear=unclear)
    return Path(a=a, b=b, chains=tuple(_chains(view, ends[0].id, ends[1].id, most)))


def _chains(view: GraphView, start: str, goal: str, most: int) -> Iterator[tuple[Step, ...]]:
    """Breadth first; what many share without having to do with each other (an area, 各镇街) is no way through."""
    distance = {start: 0}
    before: dict[str, list[Step]] = {}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        if here == goal or distance[here] >= LONGEST:
            continue
        for step in steps_from(view, here):
            there = step.object
            if there not in distance:
                distance[there] = distance[here] + 1
                if there == goal or not _is_common(view, there):
                    waiting.append(there)
            if distance[there] == distance[here] + 1:
                before.setdefault(there, []).append(step)
    if goal in distance and goal != start:
        yield from list(_back(before, start, goal))[:most]


def _back(before: dict[str, list[Step]], start: str, goal: str) -> Iterator[tuple[Step, ...]]:
    seen: set[str] = set()
    for step in before.get(goal, ()):
        if step.subject in seen:
            continue
        seen.add(step.subject)
        if step.subject == start:
            yield (step,)
        else:
            for chain in _back(before, start, step.subject):
                yield (*chain, step)


def _is_common(view: GraphView, thing: str) -> bool:
    entity = view.entities.get(thing)
    return entity is not None and (entity.type in _TOO_COMMON or collective(entity.name) is not None)


def steps_from(view: GraphView, thing: str) -> Iterator[Step]:
    """Every step that leads away from a thing or task, statements first."""
    if thing in view.tasks:
        yield from _from_task(view, thing)
        return
    for fact in view.facts_of(thing):
        if fact.object_entity and fact.basis == "stated":
            yield _step(view, thing, fact.object_entity, _labels(fact.predicate), view.citation(fact))
    for fact in view.facts_about(thing):
        if fact.basis == "stated":
            chinese, english = _labels(fact.predicate)
            yield _step(view, thing, fact.subject_entity, (f"被{chinese}", f"←{english}—"), view.citation(fact))
    for link in view.links_of(thing):
        other = link.object if link.subject == thing else link.subject
        chinese, english = _labels(link.predicate)
        why = in_english(link.reason) or link.reason
        yield _step(view, thing, other, (f"{chinese}（{link.reason}）", f"{english} ({why})"), None)
    for known in view.mentions_of(thing):
        row = view.rows.get((known.mention.document, known.mention.row))
        duty = _DUTIES.get(known.mention.part)
        if row and (duty or view.entities[thing].type in _TEXTUAL):
            task = task_id(row.document, row.row)
            yield _step(view, thing, task, duty or ("见于任务", "named in"), _cited(view, row, known))


def _from_task(view: GraphView, task: str) -> Iterator[Step]:
    row = view.tasks[task]
    for known in view.mentions_in(row):
        part = known.mention.part
        duty = _DUTIES_OF_TASK.get(part)
        if duty or known.mention.type in _TEXTUAL:
            yield _step(view, task, known.entity, duty or ("涉及", "names"), _cited(view, row, known))


def _cited(view: GraphView, row: TaskRow, known: KnownMention) -> Citation:
    """The sentence that names the thing, for units and leaders the name itself."""
    mention = known.mention
    if mention.part not in TEXT_PARTS:
        return view.cite(row, mention.part, mention.text)
    text = row.text(mention.part)
    start, end = sentence_around(text, mention.start, mention.end)
    return view.cite(row, mention.part, text[start:end])


def _labels(predicate: str) -> tuple[str, str]:
    return ontology().label(predicate), ontology().label(predicate, "en")


def _step(view: GraphView, subject: str, object_: str, reason: tuple[str, str], citation: Citation | None) -> Step:
    return Step(
        subject=subject,
        subject_name=view.name(subject),
        object=object_,
        object_name=view.name(object_),
        reason=reason[0],
        english=reason[1] if reason[1].startswith("←") else f"—{reason[1]}→",
        citation=citation,
    )
