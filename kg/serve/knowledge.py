"""A build as the pages look at it: the graph, its lookups, and what every page needs again and again."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from kg.export.page.labels import node_label
from kg.graph.load import build_bases, load
from kg.graph.names import Names, names_of
from kg.graph.timeline import Report, timeline
from kg.graph.view import GraphView, period_end, view_of
from kg.ids import document_id
from kg.model import DocumentInfo, Entity, Fact
from kg.ontology import ontology
from kg.serve.slices import Slices

Strip = list[tuple[str, Report]]
"""The report to show for each period, the oldest first."""


class Knowledge:
    """One build, loaded once; nothing in it changes while it is served."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.graph = load(folder)
        self.view: GraphView = view_of(self.graph)
        self.names: Names = names_of(self.view)
        self.entity_base, self.ontology_base = build_bases(folder)

    def iri(self, local: str) -> str:
        """The IRI of a thing, task, statement or document."""
        return self.entity_base + local

    @cached_property
    def documents_by_id(self) -> dict[str, DocumentInfo]:
        """Documents by the id that they have in the graph."""
        return {document_id(info.name): info for info in self.graph.documents}

    def short(self, entity: Entity) -> str:
        """The shortest name that still says which thing it is, where room is scarce."""
        return node_label(entity, self.view.area_name(entity.area))

    @cached_property
    def facts_by_id(self) -> dict[str, Fact]:
        """Statements by their id."""
        return {fact.id: fact for fact in self.graph.facts}

    @cached_property
    def strips(self) -> dict[str, Strip]:
        """The stages of each project through time, those without any left out."""
        projects = (one.id for one in self.graph.entities if one.type == "Project")
        found = ((id, strip(timeline(self.view, id).reports)) for id in projects)
        return {id: stages for id, stages in found if stages}

    def stage(self, entity: str) -> str | None:
        """The newest stage that is stated of a project."""
        stages = self.strips.get(entity)
        return stages[-1][1].stage if stages else None

    @cached_property
    def within(self) -> dict[str, frozenset[str]]:
        """The ids of each area and of all areas below it."""
        parents = {one.id: one.area for one in self.graph.entities if one.type == "Area"}
        found: dict[str, set[str]] = defaultdict(set)
        for area in parents:
            above: str | None = area
            for _ in range(len(_LEVELS)):
                if above is None or area in found[above]:
                    break
                found[above].add(area)
                above = parents.get(above)
        return {area: frozenset(inner) for area, inner in found.items()}

    @cached_property
    def by_area(self) -> dict[str, list[Entity]]:
        """What belongs to an area or an area below it, areas left out."""
        own: dict[str, list[Entity]] = defaultdict(list)
        for entity in self.graph.entities:
            if entity.area and entity.type != "Area":
                own[entity.area].append(entity)
        return {area: [one for id in sorted(inner) for one in own.get(id, ())] for area, inner in self.within.items()}

    @cached_property
    def homes(self) -> tuple[Entity, ...]:
        """The areas whose documents the graph holds, cities first, then by division code."""
        return tuple(sorted(self.names.areas, key=lambda one: (one.kind != "City", one.code or "", one.id)))

    @cached_property
    def reported(self) -> tuple[Entity, ...]:
        """The areas that have documents, or areas within them that have; those with documents of their own first."""
        homes = {one.id for one in self.homes}
        above = [self.view.entities[area] for area, inner in self.within.items() if inner & homes and area not in homes]
        return (*self.homes, *sorted(above, key=lambda one: (one.code or "", one.id)))

    @cached_property
    def periods(self) -> tuple[str, ...]:
        """Every period that a document reports on, the oldest first."""
        order = sorted(self.graph.documents, key=self.view.when)
        return tuple(dict.fromkeys(found for info in order if (found := self.view.period_of(info.name))))

    @cached_property
    def types(self) -> Counter[str]:
        """How many things there are of each type."""
        return Counter(one.type for one in self.graph.entities)

    @cached_property
    def slices(self) -> Slices:
        """The content of the explorer, in parts."""
        return Slices(self.graph)

    @cached_property
    def projects_held(self) -> Counter[str]:
        """How many projects each agency, company or town answers for."""
        pairs = {
            (fact.subject_entity, fact.object_entity)
            for fact in self.graph.facts
            if fact.predicate == "responsibleFor" and fact.object_entity
        }
        return Counter(owner for owner, _ in pairs)


def strip(reports: Iterable[Report]) -> Strip:
    """The furthest stage of each period."""
    order = {concept.notation: place for place, concept in enumerate(ontology().schemes["StageScheme"])}
    found: dict[str, Report] = {}
    for one in reports:
        period = one.period or ""
        if one.stage and (period not in found or order[one.stage] >= order[found[period].stage or ""]):
            found[period] = one
    return sorted(found.items(), key=lambda item: period_end(item[0]))


_LEVELS = ("Village", "Town", "District", "City", "Province", "Country", "")
