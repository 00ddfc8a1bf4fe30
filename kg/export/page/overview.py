"""The picture a reader first sees: cities and districts, their busiest agencies, the projects these share.

It is chosen, never drawn by lot: everything is ranked by how many projects or agencies it has, then by id. Each
area gets its turn before any area gets a second one, so that a long document does not push the others out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from kg.model import Entity, KnowledgeGraph

AREAS, AGENCIES, PROJECTS, COMPANIES = 24, 40, 60, 24
DEEPEST = 6
"""Steps from a village up to its province, and one to spare; no chain of areas is followed further."""

OWNS = frozenset({"responsibleFor", "leads", "supports"})


def opening_picture(graph: KnowledgeGraph) -> list[str]:
    """The ids of the entities to open on, at most about 150; every one with something to say."""
    entities = {entity.id: entity for entity in graph.entities}
    owners = _projects_by_owner(graph, entities)
    agencies = _in_turn(_ranked(owners), entities, AGENCIES)
    projects = _chosen_projects(agencies, owners)
    companies = _undertakers(graph, entities, set(projects))
    areas = _areas([*agencies, *projects], entities)
    if not agencies:
        return _best_connected(graph, entities)
    return [*areas, *agencies, *projects, *companies]


def _projects_by_owner(graph: KnowledgeGraph, entities: Mapping[str, Entity]) -> dict[str, set[str]]:
    owners: dict[str, set[str]] = defaultdict(set)
    for fact in graph.facts:
        owner, owned = entities.get(fact.subject_entity), entities.get(fact.object_entity or "")
        if fact.predicate in OWNS and owner and owned and owner.type == "Agency" and owned.type == "Project":
            owners[owner.id].add(owned.id)
    return owners


def _ranked(found: Mapping[str, set[str]]) -> list[str]:
    return sorted(found, key=lambda one: (-len(found[one]), one))


def _in_turn(ranked: Iterable[str], entities: Mapping[str, Entity], limit: int) -> list[str]:
    """The first of every area, then the second of every area, and so on."""
    by_area: dict[str, list[str]] = defaultdict(list)
    for one in ranked:
        by_area[entities[one].area or ""].append(one)
    turns = max((len(group) for group in by_area.values()), default=0)
    chosen = [group[turn] for turn in range(turns) for _, group in sorted(by_area.items()) if turn < len(group)]
    return chosen[:limit]


def _chosen_projects(agencies: list[str], owners: Mapping[str, set[str]]) -> list[str]:
    """Projects of several chosen agencies first, then two of each agency's own."""
    shared: dict[str, set[str]] = defaultdict(set)
    for agency in agencies:
        for project in owners[agency]:
            shared[project].add(agency)
    ranked = _ranked(shared)
    chosen = [project for project in ranked if len(shared[project]) > 1][: PROJECTS * 2 // 3]
    for agency in agencies:
        own = [project for project in ranked if agency in shared[project] and project not in chosen]
        chosen += own[: min(2, max(0, PROJECTS - len(chosen)))]
    return chosen


def _undertakers(graph: KnowledgeGraph, entities: Mapping[str, Entity], projects: set[str]) -> list[str]:
    found: dict[str, set[str]] = defaultdict(set)
    for fact in graph.facts:
        party = entities.get(fact.subject_entity)
        if party and party.type == "Company" and fact.object_entity in projects:
            found[party.id].add(fact.object_entity or "")
    return _ranked(found)[:COMPANIES]


def _areas(chosen: Iterable[str], entities: Mapping[str, Entity]) -> list[str]:
    """The areas of what was chosen, and the areas above them."""
    counts: dict[str, int] = defaultdict(int)
    for one in chosen:
        area = entities.get(entities[one].area or "")
        for _ in range(DEEPEST):
            if area is None:
                break
            counts[area.id] += 1
            area = entities.get(area.area or "")
    return sorted(counts, key=lambda area: (-counts[area], area))[:AREAS]


def _best_connected(graph: KnowledgeGraph, entities: Mapping[str, Entity]) -> list[str]:
    near: dict[str, set[str]] = defaultdict(set)
    for fact in graph.facts:
        if fact.object_entity in entities:
            near[fact.subject_entity].add(fact.object_entity or "")
            near[fact.object_entity or ""].add(fact.subject_entity)
    ranked = [one for one in _ranked(near) if one in entities]
    ranked += sorted(one for one in entities if one not in near)
    return ranked[: AGENCIES + PROJECTS]
