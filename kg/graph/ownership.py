"""Who answers for what: directly, together, as one of many, through a larger body, or by supervising.

Every holding says how it comes about and shows the words that prove it. What no document says outright (a town as one
of 各镇街, a group through its subsidiary) is marked as inferred.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from kg.graph.collectives import collective, members
from kg.graph.view import Citation, GraphView, task_label
from kg.ids import task_id
from kg.model import Entity, Fact, Record, TaskRow, Unit

Manner = Literal["direct", "heading", "collective", "inherited", "supervised"]
"""`direct`: a unit of the row; `heading`: the progress under its heading; the others as their names say."""

MANNERS = {"direct": "直接", "heading": "分项", "collective": "集体", "inherited": "承继", "supervised": "分管"}
_HEADING = re.compile(r"(?:^|[。；;])\s*(?P<unit>[^。；;，,：:]{2,14})[：:]")
ROLES = {"lead": "牵头", "joint": "共同"}


class Holding(Record):
    """One owner's hold on one task or project.

    `thing_type` is `Task` or the type of an entity; `role` is lead or joint; `via` names what an inferred holding
    comes from. `stage` is the newest that the same document states, `status` that of the row.
    """

    owner: str
    owner_name: str
    owner_type: str
    thing: str
    thing_name: str
    thing_type: str
    manner: Manner
    role: str | None = None
    inferred: bool = False
    via: str = ""
    period: str | None = None
    status: str | None = None
    stage: str | None = None
    citation: Citation


def passage_units(row: TaskRow, part: str, start: int, end: int) -> tuple[str, ...]:
    """The units that answer for what stands at `[start, end)` of a row's part, as written.

    What targets or progress tell under a unit's heading is that unit's, by the name that the row's units give it
    (`经开区：` is its 经济开发区管委会); all else is every unit's of the row.
    """
    if part == "progress":
        for section in row.progress_by_unit:
            if section.start <= start < section.end or section.start < end <= section.end:
                return (_as_unit(row, section.unit),)
    under = _unit_above(row, part, start) if part in ("targets", "progress") else None
    return (under,) if under else tuple(unit.name for unit in row.units)


def _unit_above(row: TaskRow, part: str, at: int) -> str | None:
    """The unit under whose heading a place stands, in a text that is divided among two units of the row or more."""
    names = {unit.name for unit in row.units}
    headings = [(m.start("unit"), _as_unit(row, m["unit"])) for m in _HEADING.finditer(row.text(part))]
    known = [(start, unit) for start, unit in headings if unit in names]
    if len({unit for _, unit in known}) < 2:
        return None
    return next((unit for start, unit in reversed(known) if start <= at), None)


def _as_unit(row: TaskRow, heading: str) -> str:
    """The unit of the row that a heading shortens, the heading itself where none or several fit."""
    names = [unit.name for unit in row.units]
    fitting = [heading] if heading in names else [name for name in names if _shortens(heading, name)]
    return fitting[0] if len(fitting) == 1 else heading


def _shortens(short: str, name: str) -> bool:
    rest = iter(name)
    return all(character in rest for character in short)


def owners_of(view: GraphView, thing: str) -> tuple[Holding, ...]:
    """Everyone who holds a task or project, the surest holds first, the newest of those first."""
    found = list(_task_owners(view, view.tasks[thing])) if thing in view.tasks else list(_entity_owners(view, thing))
    found += _leaders_of(view, thing)
    for whole in _wholes(view, thing):
        found += [_inherited(view, holding, thing) for holding in _entity_owners(view, whole)]
    for project in _builders(view, thing):
        owners = (*_entity_owners(view, project), *_leaders_of(view, project))
        found += [_of_builder(view, holding, thing) for holding in owners]
    return _ordered(found)


def holdings_of(view: GraphView, owner: str) -> tuple[Holding, ...]:
    """Every task and project that an agency, company, town or leader holds."""
    found = [*_tasks_held(view, owner), *_projects_held(view, owner), *_as_one_of_many(view, owner)]
    for part in _parts(view, owner):
        held = [*_tasks_held(view, part), *_projects_held(view, part)]
        found += [_through(view, holding, owner) for holding in held]
    return _ordered(found)


def _entity_owners(view: GraphView, thing: str) -> Iterator[Holding]:
    for fact in view.facts_about(thing):
        if fact.predicate == "responsibleFor" and fact.basis == "stated":
            yield _of_fact(view, fact)


def _projects_held(view: GraphView, owner: str) -> Iterator[Holding]:
    for fact in view.facts_of(owner):
        if fact.predicate == "responsibleFor" and fact.basis == "stated" and fact.object_entity:
            yield _of_fact(view, fact)
    for row in _rows_led(view, owner):
        for fact in view.facts_in(row):
            if fact.predicate == "responsibleFor" and fact.object_entity:
                yield _supervised(view, owner, row, fact.object_entity, view.citation(fact))


def _of_fact(view: GraphView, fact: Fact) -> Holding:
    row = view.rows[fact.document, fact.row]
    under_heading = fact.evidence.part == "progress" and bool(row.progress_by_unit)
    thing = fact.object_entity or ""
    return Holding(
        owner=fact.subject_entity,
        owner_name=view.name(fact.subject_entity),
        owner_type=view.entities[fact.subject_entity].type,
        thing=thing,
        thing_name=view.name(thing),
        thing_type=view.entities[thing].type if thing in view.entities else "Task",
        manner="heading" if under_heading else "direct",
        role=fact.role or _role(view, row, fact.subject_entity),
        period=fact.period or view.period_of(fact.document),
        status=row.status,
        stage=stage_in(view, thing, fact.document),
        citation=view.citation(fact),
    )


def _role(view: GraphView, row: TaskRow, owner: str) -> str | None:
    return next((unit.role for unit in row.units if _unit_entity(view, row, unit) == owner), None)


def _unit_entity(view: GraphView, row: TaskRow, unit: Unit) -> str | None:
    found = view.entity_at(row, "units", unit.source_start, unit.name)
    return found.id if found else None


def _task_owners(view: GraphView, row: TaskRow) -> Iterator[Holding]:
    for unit in row.units:
        entity = view.entity_at(row, "units", unit.source_start, unit.name)
        if entity is None:
            continue
        yield _of_row(view, entity, row, unit)
        for member in members(view, unit.name, row.document):
            yield _collective(view, member, row, unit)


def _tasks_held(view: GraphView, owner: str) -> Iterator[Holding]:
    entity = view.entities[owner]
    for known in view.mentions_of(owner):
        row = view.rows[known.mention.document, known.mention.row]
        if known.mention.part == "units":
            for unit in row.units:
                if _unit_entity(view, row, unit) == owner and unit.source_start == known.mention.source_start:
                    yield _of_row(view, entity, row, unit)
        elif known.mention.part == "leaders":
            yield _supervised(view, owner, row, task_id(row.document, row.row), view.cite(row, "leaders"))


def _of_row(view: GraphView, owner: Entity, row: TaskRow, unit: Unit) -> Holding:
    return Holding(
        owner=owner.id,
        owner_name=owner.name,
        owner_type=owner.type,
        thing=task_id(row.document, row.row),
        thing_name=task_label(row),
        thing_type="Task",
        manner="direct",
        role=unit.role,
        period=view.period_of(row.document),
        status=row.status,
        citation=view.cite(row, "task" if row.text("task") else "progress"),
    )


def _collective(view: GraphView, member: Entity, row: TaskRow, unit: Unit) -> Holding:
    held = _of_row(view, member, row, unit)
    cited = view.cite(row, "units", unit.name)
    return held.model_copy(update={"manner": "collective", "inferred": True, "via": unit.name, "citation": cited})


def _as_one_of_many(view: GraphView, owner: str) -> Iterator[Holding]:
    """The tasks of collective units that an agency or town is one of."""
    entity = view.entities[owner]
    if entity.type not in ("Agency", "Area"):
        return
    for row, unit in view.once("collective units", lambda: _collective_units(view)):
        if any(member.id == owner for member in members(view, unit.name, row.document)):
            yield _collective(view, entity, row, unit)


def _collective_units(view: GraphView) -> list[tuple[TaskRow, Unit]]:
    return [(row, unit) for row in view.graph.rows for unit in row.units if collective(unit.name)]


def _leaders_of(view: GraphView, thing: str) -> Iterator[Holding]:
    if thing in view.tasks:
        rows: Iterable[TaskRow] = (view.tasks[thing],)
    else:
        keys = {(f.document, f.row): None for f in view.facts_about(thing) if f.predicate == "responsibleFor"}
        rows = (view.rows[key] for key in keys)
    for row in rows:
        for leader in row.leaders:
            entity = view.entity_at(row, "leaders", leader.source_start, leader.name)
            if entity:
                yield _supervised(view, entity.id, row, thing, view.cite(row, "leaders"))


def _rows_led(view: GraphView, person: str) -> Iterator[TaskRow]:
    for known in view.mentions_of(person):
        if known.mention.part == "leaders":
            yield view.rows[known.mention.document, known.mention.row]


def _supervised(view: GraphView, person: str, row: TaskRow, thing: str, cited: Citation) -> Holding:
    return Holding(
        owner=person,
        owner_name=view.name(person),
        owner_type="Person",
        thing=thing,
        thing_name=view.name(thing),
        thing_type="Task" if thing in view.tasks else view.entities[thing].type,
        manner="supervised",
        period=view.period_of(row.document),
        status=row.status,
        stage=None if thing in view.tasks else stage_in(view, thing, row.document),
        citation=cited,
    )


def _wholes(view: GraphView, part: str) -> list[str]:
    return [link.object for link in view.links_of(part) if link.predicate == "partOf" and link.subject == part]


def _builders(view: GraphView, place: str) -> list[str]:
    return [link.subject for link in view.links_of(place) if link.predicate == "builds" and link.object == place]


def _parts(view: GraphView, whole: str) -> list[str]:
    parts = [link.subject for link in view.links_of(whole) if link.predicate == "partOf" and link.object == whole]
    return [part for part in parts if part in view.entities and view.entities[part].type != "Area"]


def _inherited(view: GraphView, holding: Holding, thing: str) -> Holding:
    """The hold on a whole as a hold on its part."""
    return _passed_on(view, holding, thing, f"{view.name(thing)}属于{holding.thing_name}")


def _of_builder(view: GraphView, holding: Holding, place: str) -> Holding:
    """The hold on a project as a hold on the park or institution that it builds."""
    return _passed_on(view, holding, place, f"{view.name(place)}由{holding.thing_name}建设")


def _passed_on(view: GraphView, holding: Holding, thing: str, via: str) -> Holding:
    new = {"thing": thing, "thing_name": view.name(thing), "thing_type": view.entities[thing].type, "via": via}
    return holding.model_copy(update={**new, "manner": "inherited", "inferred": True})


def _through(view: GraphView, holding: Holding, owner: str) -> Holding:
    """What a part holds as held by the whole."""
    new = {"owner": owner, "owner_name": view.name(owner), "owner_type": view.entities[owner].type}
    via = f"{holding.owner_name}属于{view.name(owner)}"
    return holding.model_copy(update={**new, "via": via, "manner": "inherited", "inferred": True})


def stage_in(view: GraphView, thing: str, document: str) -> str | None:
    """The stage of a project that a document states, the last of several."""
    stages = [f for f in view.facts_of(thing) if f.predicate == "stage" and f.document == document]
    return stages[-1].object if stages else None


def _ordered(holdings: Sequence[Holding]) -> tuple[Holding, ...]:
    """Each hold once, stated before inferred, lead before joint, then by name and place."""
    rank = {"direct": 0, "heading": 1, "collective": 2, "inherited": 3, "supervised": 4}
    unique = {(h.owner, h.thing, h.manner, h.citation.document, h.citation.row): h for h in reversed(holdings)}

    def key(h: Holding) -> tuple[int, int, str, str, str, str, str]:
        role = 0 if h.role == "lead" else 1
        return rank[h.manner], role, h.owner_name, h.thing_name, h.citation.document, h.citation.row, h.thing

    return tuple(sorted(unique.values(), key=key))
