"""What the page of one thing shows: an agency's portfolio, a project's dossier, an area, a person's duties."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from kg.graph.ownership import Holding
from kg.graph.portfolio import Cell, portfolio
from kg.graph.trace import Relation, trace
from kg.graph.view import period_end
from kg.model import Entity, Record, TaskRow
from kg.ontology import ontology
from kg.serve.knowledge import Knowledge, strip

PARTY_PREDICATES = ("undertakes", "investedIn", "cooperatesWith")
AMOUNTS = ("totalInvestment", "annualPlannedInvestment", "investedToDate", "capacity")
MOST_LISTED = 200


class Held(Record):
    """One thing that is held: its newest holding, and all holdings of it."""

    newest: Holding
    all: tuple[Holding, ...]

    @property
    def role(self) -> str | None:
        """Lead where it ever was so."""
        return "lead" if any(one.role == "lead" for one in self.all) else self.newest.role


class Owned(Record):
    """One owner's holds on a thing, the newest first."""

    owner: str
    name: str
    type: str
    all: tuple[Holding, ...]

    @property
    def newest(self) -> Holding:
        """The hold to show first."""
        return self.all[0]


@lru_cache(maxsize=512)
def dossier(known: Knowledge, id: str) -> dict[str, Any]:
    """Everything that the page of a thing shows."""
    entity = known.view.entities[id]
    found = trace(known.graph, id)
    content: dict[str, Any] = {
        "entity": entity,
        "most": MOST_LISTED,
        "area": known.view.entities.get(entity.area or ""),
        "relations": _relations(found.relations),
        "links": _links(known, entity),
        "rows": _rows(known, entity),
        "documents": [known.view.documents[name] for name in entity.documents if name in known.view.documents],
        "amounts": [one for one in found.relations if one.outgoing and one.predicate in AMOUNTS],
        "reports": found.reports,
        "strip": strip(found.reports),
        "owners": _owned(h for h in found.owners if h.manner != "supervised" and not h.inferred),
        "inferred_owners": _owned(h for h in found.owners if h.inferred),
        "leaders": _owned(h for h in found.owners if h.manner == "supervised"),
    }
    content |= _portfolio(known, entity, found.holdings)
    if entity.type == "Area":
        content["inside"] = _inside(known, entity)
    return content


def _portfolio(known: Knowledge, entity: Entity, holdings: Sequence[Holding]) -> dict[str, Any]:
    stated = [one for one in holdings if not one.inferred]
    projects = _held(one for one in stated if one.thing_type != "Task")
    tasks = [one for one in stated if one.thing_type == "Task"]
    whole = portfolio(known.graph, entity.id) if holdings else None
    return {
        "projects_led": [one for one in projects if one.role == "lead"],
        "projects_joint": [one for one in projects if one.role != "lead"],
        "tasks": _by_period(tasks),
        "tasks_count": len({one.thing for one in tasks}),
        "tasks_led": len({one.thing for one in tasks if one.role == "lead"}),
        "inferred": _held(one for one in holdings if one.inferred),
        "grid": _grid(whole.cells if whole else ()),
        "partners": _partners(known, entity, whole.partners if whole else ()),
        "heads": _heads(known, entity, tasks),
    }


def _held(holdings: Iterable[Holding]) -> list[Held]:
    groups: dict[str, list[Holding]] = defaultdict(list)
    for one in holdings:
        groups[one.thing].append(one)
    found = [Held(newest=_newest(group)[0], all=tuple(_newest(group))) for group in groups.values()]
    return sorted(found, key=lambda one: (one.role != "lead", one.newest.stage is None, one.newest.thing_name))


def _newest(holdings: Sequence[Holding]) -> list[Holding]:
    by_role = sorted(holdings, key=lambda one: one.role != "lead")
    return sorted(by_role, key=lambda one: period_end(one.period), reverse=True)


def _owned(holdings: Iterable[Holding]) -> list[Owned]:
    groups: dict[str, list[Holding]] = defaultdict(list)
    for one in holdings:
        groups[one.owner].append(one)
    found = [
        Owned(owner=id, name=group[0].owner_name, type=group[0].owner_type, all=tuple(_newest(group)))
        for id, group in groups.items()
    ]
    return sorted(found, key=lambda one: (all(h.role != "lead" for h in one.all), one.name))


def _by_period(tasks: Iterable[Holding]) -> list[tuple[str | None, list[Holding]]]:
    """Tasks by the period of their document, the newest first, those led before the others."""
    groups: dict[str | None, dict[str, Holding]] = defaultdict(dict)
    for one in tasks:
        groups[one.period].setdefault(one.thing, one)
    ordered = sorted(groups.items(), key=lambda item: period_end(item[0]), reverse=True)
    return [
        (period, sorted(group.values(), key=lambda one: (one.role != "lead", one.citation.document, one.citation.row)))
        for period, group in ordered
    ]


def _grid(cells: Sequence[Cell]) -> dict[str, Any] | None:
    """Projects by period and stage."""
    counted = [cell for cell in cells if cell.projects]
    if not counted:
        return None
    order = [concept.notation for concept in ontology().schemes["StageScheme"]] + [""]
    numbers = {(cell.period, cell.state): cell.projects for cell in counted}
    return {
        "stages": [stage for stage in order if any(cell.state == stage for cell in counted)],
        "periods": sorted({cell.period for cell in counted}, key=period_end),
        "numbers": numbers,
        "most": max(numbers.values()),
    }


def _partners(known: Knowledge, entity: Entity, partners: Sequence[tuple[str, int]]) -> list[tuple[str, str, int]]:
    """Partners with the id that their name means in the holder's area, empty where it means none."""
    found = []
    for name, number in partners:
        meant = known.names.find(name, entity.area)
        found.append((meant[0].id if meant else "", name, number))
    return found


def _heads(known: Knowledge, entity: Entity, tasks: Iterable[Holding]) -> list[tuple[str, str, int]]:
    """The leaders of the holder's tasks, those of most tasks first."""
    if entity.type == "Person":
        return []
    counts: Counter[tuple[str, str]] = Counter()
    for task in {one.thing for one in tasks}:
        row = known.view.tasks[task]
        for leader in row.leaders:
            person = known.view.entity_at(row, "leaders", leader.source_start, leader.name)
            counts[person.id if person else "", leader.name] += 1
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [(id, name, number) for (id, name), number in ordered]


def _relations(relations: Iterable[Relation]) -> list[tuple[str, bool, list[list[Relation]]]]:
    """Relations by predicate and direction; those to one other thing stand together."""
    groups: dict[tuple[str, bool], dict[str, list[Relation]]] = defaultdict(lambda: defaultdict(list))
    for one in relations:
        if one.predicate != "stage":
            groups[one.predicate, one.outgoing][one.other_id or one.other].append(one)
    order = (*PARTY_PREDICATES, "locatedIn", *AMOUNTS)
    rank = {name: place for place, name in enumerate(order)}
    ordered = sorted(groups.items(), key=lambda item: (rank.get(item[0][0], len(rank)), not item[0][1], item[0]))
    return [(predicate, outgoing, list(others.values())) for (predicate, outgoing), others in ordered]


def _links(known: Knowledge, entity: Entity) -> list[tuple[str, bool, Entity, str]]:
    """Relations that resolution found: predicate, whether it leads away from the thing, the other end, the reason."""
    found = []
    for link in known.view.links_of(entity.id):
        outgoing = link.subject == entity.id
        other = known.view.entities.get(link.object if outgoing else link.subject)
        if other and link.predicate != "jurisdiction" and not (entity.type == "Area" and link.predicate == "partOf"):
            found.append((link.predicate, outgoing, other, link.reason))
    return found


def _rows(known: Knowledge, entity: Entity) -> list[TaskRow]:
    """The rows that name a thing, in document order."""
    keys = dict.fromkeys((one.mention.document, one.mention.row) for one in known.view.mentions_of(entity.id))
    return [known.view.rows[key] for key in keys if key in known.view.rows]


def _inside(known: Knowledge, area: Entity) -> dict[str, Any]:
    """What an area has: its projects by stage, its busiest agencies, parks, companies, and areas below it."""
    own = known.by_area.get(area.id, [])
    projects = [one for one in own if one.type == "Project"]
    stages = Counter(known.stage(one.id) or "" for one in projects)
    order = [concept.notation for concept in ontology().schemes["StageScheme"]] + [""]
    held = known.projects_held
    agencies = sorted(
        (one for one in own if one.type == "Agency"), key=lambda one: (-held[one.id], -one.mentions, one.id)
    )
    below = [one for one in known.graph.entities if one.type == "Area" and one.area == area.id]
    sectors = Counter(one.sector for one in own if one.sector and one.type == "Project")
    return {
        "documents": known.view.documents_of(area),
        "projects": sorted(projects, key=lambda one: (-one.mentions, one.id)),
        "stages": [(stage, stages[stage]) for stage in order if stages[stage]],
        "agencies": agencies,
        "parks": [one for one in own if one.type == "Park"],
        "companies": sorted((one for one in own if one.type == "Company"), key=lambda one: (-one.mentions, one.id)),
        "below": sorted(below, key=lambda one: (-len(known.by_area.get(one.id, ())), one.id)),
        "sectors": sorted(sectors.items(), key=lambda item: (-item[1], item[0])),
        "other_homes": [one for one in known.homes if one.id != area.id],
    }
