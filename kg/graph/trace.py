"""Everything a named thing owns or is owned by, with role, period, status and the words that prove it."""

from __future__ import annotations

from kg.errors import QueryError
from kg.graph.built import Built, built_with, reports_with_built
from kg.graph.names import Choice, Names, names_of
from kg.graph.ownership import Holding, holdings_of, owners_of
from kg.graph.timeline import Report, timeline
from kg.graph.view import Citation, GraphView, view_of
from kg.model import Entity, Fact, KnowledgeGraph, Record
from kg.ontology import ontology

OWNED_TYPES = ("Project", "Park", "Task")
"""What has owners of its own and reports over time."""

_FIRST = ("Project", "Agency", "Company", "Park", "Institution", "Person", "Area", "Indicator")


class Relation(Record):
    """A stated relation or attribute of a thing: `words` says it in Chinese, `other` is the other end or the value."""

    predicate: str
    words: str
    outgoing: bool
    other: str
    other_id: str | None = None
    basis: str = "stated"
    period: str | None = None
    citation: Citation


class Trace(Record):
    """What is known of one name.

    `entity` is None where the name means several things (`choices`) or none (`nearest`); otherwise `choices` lists
    what else it may mean. `owners` hold the thing, `holdings` is what it holds; `built` leads from a project to the
    park or institution that it builds, and back.
    """

    name: str
    entity: Choice | None = None
    choices: tuple[Choice, ...] = ()
    nearest: tuple[Choice, ...] = ()
    owners: tuple[Holding, ...] = ()
    holdings: tuple[Holding, ...] = ()
    relations: tuple[Relation, ...] = ()
    built: tuple[Built, ...] = ()
    reports: tuple[Report, ...] = ()

    @property
    def ambiguous(self) -> bool:
        """Whether the name means several things and none was chosen."""
        return self.entity is None and bool(self.choices)

    @property
    def found(self) -> bool:
        """Whether the name means one thing of the graph."""
        return self.entity is not None


def trace(graph: KnowledgeGraph, name: str, area: str | None = None) -> Trace:
    """Trace a name, an id, or the words of a task; `area` is an area's name that chooses among namesakes."""
    view = view_of(graph)
    names = names_of(view)
    home = known_area(names, area)
    chosen, others = choose(names, name.strip(), home.id if home else None)
    if chosen is not None:
        return _of_entity(view, names, name, chosen, others)
    if others:
        return Trace(name=name, choices=tuple(names.choice(entity) for entity in others))
    return _of_task(view, names, name)


def area_entity(names: Names, area: str | None) -> Entity | None:
    """The area entity that a name, with or without its administrative suffix, an id or a code means; else None."""
    if not area:
        return None
    found = [e for e in names.find(area) if e.type == "Area"]
    found = found or [e for e in names.areas if e.name[:-1] == area]
    found = found or [e for e in names.view.graph.entities if e.type == "Area" and e.code == area]
    return found[0] if found else None


def known_area(names: Names, area: str | None) -> Entity | None:
    """The area entity that a name means; None for no name.

    Raises `QueryError` where the graph knows no such area.
    """
    home = area_entity(names, area)
    if area and home is None:
        known = "、".join(one.name for one in names.areas)
        raise QueryError(
            f"“{area}” is no area of this graph; it has documents of {known or 'none'}",
            chinese=f"图谱中没有地区“{area}”；有文件的地区：{known or '无'}。",
        )
    return home


def choose(names: Names, name: str, area: str | None = None) -> tuple[Entity | None, list[Entity]]:
    """The thing meant and what else may be meant; no thing and several where areas would have to be guessed."""
    found = sorted(names.find(name, area), key=_rank)
    if area:
        inside = [entity for entity in found if names.is_in(entity, area)]
        found = inside + [entity for entity in found if entity not in inside] if inside else found
    elif len(found) > 1 and not _in_one_area(names, found):
        return None, found
    return (found[0], found[1:]) if found else (None, [])


def _rank(entity: Entity) -> tuple[int, int, str]:
    return _FIRST.index(entity.type) if entity.type in _FIRST else len(_FIRST), -entity.mentions, entity.id


def _in_one_area(names: Names, found: list[Entity]) -> bool:
    """Whether the documents of one area name all of them."""
    homes = [{names.view.documents[d].area for d in e.documents if d in names.view.documents} for e in found]
    return bool(set.intersection(*homes)) if homes else False


def _of_entity(view: GraphView, names: Names, name: str, entity: Entity, others: list[Entity]) -> Trace:
    return Trace(
        name=name,
        entity=names.choice(entity),
        choices=tuple(names.choice(other) for other in others),
        owners=owners_of(view, entity.id),
        holdings=holdings_of(view, entity.id),
        relations=relations_of(view, entity.id),
        built=built_with(view, entity.id),
        reports=reports_with_built(view, entity.id) if _has_reports(view, entity) else (),
    )


def _has_reports(view: GraphView, entity: Entity) -> bool:
    return entity.type in OWNED_TYPES or bool(built_with(view, entity.id))


def _of_task(view: GraphView, names: Names, name: str) -> Trace:
    tasks = [name] if name in view.tasks else names.tasks(name)
    if not tasks:
        return Trace(name=name, nearest=names.nearest(name))
    choices = tuple(_task_choice(view, task) for task in tasks)
    if len(tasks) > 1:
        return Trace(name=name, choices=choices)
    reports = timeline(view, tasks[0]).reports
    return Trace(name=name, entity=choices[0], owners=owners_of(view, tasks[0]), reports=reports)


def _task_choice(view: GraphView, task: str) -> Choice:
    home = view.area_of(view.tasks[task].document)
    return Choice(entity=task, name=view.name(task), type="Task", area=home.name if home else "", like=100.0)


def relations_of(view: GraphView, entity: str) -> tuple[Relation, ...]:
    """The stated relations and attributes of a thing, responsibility apart, in the graph's order."""
    out = [_relation(view, fact, outgoing=True) for fact in view.facts_of(entity) if _is_shown(fact)]
    return (*out, *(_relation(view, fact, outgoing=False) for fact in view.facts_about(entity) if _is_shown(fact)))


def _is_shown(fact: Fact) -> bool:
    return fact.predicate not in ("responsibleFor", "supervises", "leads", "supports")


def _relation(view: GraphView, fact: Fact, *, outgoing: bool) -> Relation:
    other = fact.object_entity if outgoing else fact.subject_entity
    scheme = ontology().scheme_of(fact.predicate)
    concept = ontology().concept(scheme, fact.object) if scheme else None
    named = concept.label() if concept else fact.object
    return Relation(
        predicate=fact.predicate,
        words=ontology().label(fact.predicate),
        outgoing=outgoing,
        other=view.name(other) if other else named,
        other_id=other,
        basis=fact.basis,
        period=fact.period or view.period_of(fact.document),
        citation=view.citation(fact),
    )
