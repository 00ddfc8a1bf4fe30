"""What an overseer asks: how far the tasks are, by whom, what holds them up, and where figures and words disagree."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from kg.graph.collectives import collective
from kg.graph.names import names_of
from kg.graph.ownership import owners_of, stage_in
from kg.graph.reasons import reasons
from kg.graph.targets import Target, contradictions, targets
from kg.graph.trace import known_area
from kg.graph.view import Citation, GraphView, view_of
from kg.model import Entity, Finding, KnowledgeGraph, Record, TaskRow
from kg.ontology import ontology

UNFINISHED = ("not_completed", "partly_completed")
NO_SECTOR = "未归类"
"""What the tally of projects without a sector is called."""

_MOST_SHARED = 20
_TOWN = re.compile(r"(?:镇|乡|街道)(?:人民政府|办事处)?$")


class Tally(Record):
    """The tasks and projects of one agency, leader, sector or town: how many, by status and by stage.

    `by_status` and `by_stage` pair a notation with a count, in the order of the ontology.
    """

    entity: str | None
    name: str
    area: str
    tasks: int = 0
    projects: int = 0
    by_status: tuple[tuple[str, int], ...] = ()
    by_stage: tuple[tuple[str, int], ...] = ()


class Unfinished(Record):
    """A task that is not or only partly completed, or whose row names a problem, with its reasons by kind."""

    document: str
    row: str
    number: str | None
    area: str
    period: str | None
    task: str
    status: str | None
    units: tuple[str, ...]
    leaders: tuple[str, ...]
    reasons: tuple[str, ...]
    problem: str
    next_steps: str
    citation: Citation


class Shared(Record):
    """A project and those who share it."""

    entity: str
    name: str
    area: str
    owners: tuple[str, ...]


class Oversight(Record):
    """The whole view of an area, or of all areas."""

    area: str
    documents: tuple[str, ...]
    tasks: int
    projects: int
    by_status: tuple[tuple[str, int], ...]
    by_stage: tuple[tuple[str, int], ...]
    agencies: tuple[Tally, ...]
    leaders: tuple[Tally, ...]
    sectors: tuple[Tally, ...]
    towns: tuple[Tally, ...]
    unfinished: tuple[Unfinished, ...]
    reasons: tuple[tuple[str, int], ...]
    shared: tuple[Shared, ...]
    targets: tuple[Target, ...]
    contradictions: tuple[Finding, ...]


def oversight(graph: KnowledgeGraph, area: str | None = None) -> Oversight:
    """Look over the tasks and projects of an area's documents, or of all.

    Raises `QueryError` where the graph knows no such area.
    """
    view = view_of(graph)
    home = known_area(names_of(view), area)
    documents = [info.name for info in (view.documents_of(home) if home else view.graph.documents)]
    rows = [row for name in documents for row in view.rows_of(name) if row.kind != "sentence"]
    projects = _projects(view, documents)
    late = tuple(_unfinished(view, rows))
    aims = tuple(targets(view, documents))
    return Oversight(
        area=home.name if home else "",
        documents=tuple(documents),
        tasks=len(rows),
        projects=len(projects),
        by_status=_counted("StatusScheme", (row.status for row in rows)),
        by_stage=_counted("StageScheme", (_latest_stage(view, p, documents) for p in projects)),
        agencies=_by_unit(view, rows, documents),
        leaders=_by_leader(view, rows, documents),
        sectors=_by_sector(view, projects, documents),
        towns=tuple(tally for tally in _by_unit(view, rows, documents) if _TOWN.search(tally.name)),
        unfinished=late,
        reasons=tuple(Counter(reason for one in late for reason in one.reasons).most_common()),
        shared=_most_shared(view, projects),
        targets=aims,
        contradictions=tuple(contradictions(view, aims)),
    )


def _projects(view: GraphView, documents: Iterable[str]) -> list[Entity]:
    wanted = set(documents)
    return [e for e in view.graph.entities if e.type == "Project" and wanted & set(e.documents)]


def _latest_stage(view: GraphView, project: Entity, documents: Iterable[str]) -> str | None:
    stages = [stage_in(view, project.id, document) for document in documents]
    return next((stage for stage in reversed(stages) if stage), None)


def _counted(scheme: str, words: Iterable[str | None]) -> tuple[tuple[str, int], ...]:
    counts = Counter(word for word in words if word)
    order = [concept.notation for concept in ontology().schemes[scheme]]
    return tuple((word, counts[word]) for word in order if counts[word])


def _by_unit(view: GraphView, rows: list[TaskRow], documents: list[str]) -> tuple[Tally, ...]:
    held: dict[str, list[TaskRow]] = defaultdict(list)
    for row in rows:
        for unit in row.units:
            entity = view.entity_at(row, "units", unit.source_start, unit.name)
            if entity and not collective(unit.name) and row not in held[entity.id]:
                held[entity.id].append(row)
    return _tallies(view, held, documents)


def _by_leader(view: GraphView, rows: list[TaskRow], documents: list[str]) -> tuple[Tally, ...]:
    held: dict[str, list[TaskRow]] = defaultdict(list)
    for row in rows:
        for leader in row.leaders:
            entity = view.entity_at(row, "leaders", leader.source_start, leader.name)
            if entity:
                held[entity.id].append(row)
    return _tallies(view, held, documents)


def _tallies(view: GraphView, held: dict[str, list[TaskRow]], documents: list[str]) -> tuple[Tally, ...]:
    tallies = []
    for entity, rows in held.items():
        projects = _owned_projects(view, entity, documents)
        tallies.append(
            Tally(
                entity=entity,
                name=view.name(entity),
                area=view.area_name(view.entities[entity].area),
                tasks=len(rows),
                projects=len(projects),
                by_status=_counted("StatusScheme", (row.status for row in rows)),
                by_stage=_counted("StageScheme", (_latest_stage(view, p, documents) for p in projects)),
            )
        )
    return tuple(sorted(tallies, key=lambda t: (-t.tasks, -t.projects, t.name, t.entity or "")))


def _owned_projects(view: GraphView, owner: str, documents: Iterable[str]) -> list[Entity]:
    wanted = set(documents)
    facts = (f for f in view.facts_of(owner) if f.predicate == "responsibleFor" and f.document in wanted)
    ids = dict.fromkeys(f.object_entity for f in facts if f.object_entity in view.entities)
    return [view.entities[one] for one in ids if one and view.entities[one].type == "Project"]


def _by_sector(view: GraphView, projects: list[Entity], documents: list[str]) -> tuple[Tally, ...]:
    of_sector: dict[str, list[Entity]] = defaultdict(list)
    for project in projects:
        of_sector[project.sector or ""].append(project)
    tallies = []
    for sector, found in of_sector.items():
        concept = ontology().concept("SectorScheme", sector) if sector else None
        stages = _counted("StageScheme", (_latest_stage(view, p, documents) for p in found))
        name = concept.label() if concept else NO_SECTOR
        tallies.append(Tally(entity=None, name=name, area="", projects=len(found), by_stage=stages))
    return tuple(sorted(tallies, key=lambda t: (-t.projects, t.name)))


def _unfinished(view: GraphView, rows: Iterable[TaskRow]) -> Iterator[Unfinished]:
    for row in rows:
        problem = row.text("problems")
        if row.status not in UNFINISHED and problem.strip("。 ") in ("", "无", "暂无", "—", "-"):
            continue
        said = problem or row.text("progress")
        home = view.area_of(row.document)
        yield Unfinished(
            document=row.document,
            row=row.row,
            number=row.number,
            area=home.name if home else "",
            period=view.period_of(row.document),
            task=row.text("task") or row.text("targets"),
            status=row.status,
            units=tuple(unit.name for unit in row.units),
            leaders=tuple(leader.name for leader in row.leaders),
            reasons=reasons(said),
            problem=said,
            next_steps=row.text("next_steps"),
            citation=view.cite(row, "problems" if problem else "progress"),
        )


def _most_shared(view: GraphView, projects: Iterable[Entity]) -> tuple[Shared, ...]:
    found = []
    for project in projects:
        holds = [h for h in owners_of(view, project.id) if h.manner in ("direct", "heading")]
        owners = tuple(dict.fromkeys(h.owner_name for h in holds))
        if len(owners) > 1:
            home = view.area_name(project.area)
            found.append(Shared(entity=project.id, name=project.name, area=home, owners=owners))
    return tuple(sorted(found, key=lambda s: (-len(s.owners), s.name, s.entity))[:_MOST_SHARED])
