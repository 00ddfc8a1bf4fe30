"""What two areas have in common and where they differ, counted from the graph and with its evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from kg.errors import QueryError
from kg.graph.names import names_of
from kg.graph.trace import known_area
from kg.graph.view import view_of
from kg.model import Entity, Fact, KnowledgeGraph
from kg.model.record import Record
from kg.ontology import ontology

COUNTED = ("Project", "Company", "Park", "Institution", "Agency")


class Shared(Record):
    """A body named in documents of both areas, with a quote from each side where a fact gives one."""

    entity: str
    name: str
    type: str
    documents_a: tuple[str, ...] = ()
    documents_b: tuple[str, ...] = ()
    quote_a: str = ""
    quote_b: str = ""


class Counts(Record):
    """How often something stands on each side: a sector's projects and companies, a type's things, a stage."""

    key: str
    a: int
    b: int
    examples_a: tuple[str, ...] = ()
    examples_b: tuple[str, ...] = ()


class SameFunction(Record):
    """Agencies of both areas that do the same work."""

    function: str
    a: tuple[str, ...]
    b: tuple[str, ...]


class Comparison(Record):
    """Two areas next to each other: bodies in common, common functions, and what each has how much of."""

    a: str
    b: str
    shared: tuple[Shared, ...] = ()
    functions: tuple[SameFunction, ...] = ()
    sectors: tuple[Counts, ...] = ()
    stages: tuple[Counts, ...] = ()
    types: tuple[Counts, ...] = ()
    only_a: tuple[str, ...] = ()
    only_b: tuple[str, ...] = ()


EXAMPLES = 3


def compare(graph: KnowledgeGraph, a: str, b: str) -> Comparison:
    """Compare two areas by name, short name, code or id; what lies in an area counts as its own.

    Raises `QueryError` where the graph knows no such area or the two are one.
    """
    first, second = _Side(graph, _area(graph, a)), _Side(graph, _area(graph, b))
    if first.area.id == second.area.id:
        raise QueryError(
            f"“{a}” and “{b}” are one area; name two different ones",
            chinese=f"“{a}”和“{b}”是同一个地区；请给出两个不同的地区。",
        )
    return Comparison(
        a=first.area.name,
        b=second.area.name,
        shared=tuple(_shared(first, second)),
        functions=tuple(_functions(first, second)),
        sectors=_counts(first, second, lambda side: _by(side.things(("Project", "Company")), _sector)),
        stages=tuple(sorted(_counts(first, second, lambda side: side.stages()), key=_place_of_stage)),
        types=_counts(first, second, lambda side: _by(side.things(COUNTED), lambda entity: entity.type)),
        only_a=_only(first, second),
        only_b=_only(second, first),
    )


class _Side:
    """One area of a comparison: everything that belongs to it or to an area within it."""

    def __init__(self, graph: KnowledgeGraph, area: Entity) -> None:
        self.area = area
        self._graph = graph
        self._areas = _within(graph, area.id)
        self.documents = {info.name for info in graph.documents if info.area in self._areas}
        self.own = {entity.id for entity in graph.entities if entity.area in self._areas and entity.type != "Area"}

    def things(self, types: Iterable[str]) -> list[Entity]:
        """Entities of these types that belong to the area."""
        return [entity for entity in self._graph.entities if entity.id in self.own and entity.type in set(types)]

    def named(self) -> dict[str, Entity]:
        """Companies, institutions, agencies and parks that the area's documents name."""
        return {
            entity.id: entity
            for entity in self._graph.entities
            if entity.type in COUNTED and self.documents & set(entity.documents)
        }

    def stages(self) -> dict[str, list[str]]:
        """Stage to names of the area's projects that were reported in it."""
        found: dict[str, set[str]] = {}
        for fact in self._graph.facts:
            if fact.predicate == "stage" and fact.subject_entity in self.own:
                found.setdefault(fact.object, set()).add(fact.subject_name)
        return {stage: sorted(names) for stage, names in found.items()}

    def quote(self, id: str) -> str:
        """The first quote of the area's documents whose fact names an entity."""
        return next((fact.evidence.quote for fact in self._graph.facts if self._names(fact, id)), "")

    def _names(self, fact: Fact, id: str) -> bool:
        return fact.document in self.documents and id in (fact.subject_entity, fact.object_entity)


def _area(graph: KnowledgeGraph, name: str) -> Entity:
    found = known_area(names_of(view_of(graph)), name)
    if found is None:
        raise QueryError("an area needs a name; name two", chinese="请给出两个地区的名称。")
    return found


def _within(graph: KnowledgeGraph, top: str) -> set[str]:
    """An area and all areas below it."""
    above = {entity.id: entity.area for entity in graph.entities if entity.type == "Area"}
    found = {top}
    while more := {id for id, parent in above.items() if parent in found} - found:
        found |= more
    return found


def _shared(a: _Side, b: _Side) -> Iterator[Shared]:
    """Bodies that documents of both sides name."""
    first, second = a.named(), b.named()
    for id in sorted(first.keys() & second.keys(), key=lambda id: (first[id].type, first[id].name, id)):
        entity = first[id]
        yield Shared(
            entity=id,
            name=entity.name,
            type=entity.type,
            documents_a=tuple(sorted(a.documents & set(entity.documents))),
            documents_b=tuple(sorted(b.documents & set(entity.documents))),
            quote_a=a.quote(id),
            quote_b=b.quote(id),
        )


def _functions(a: _Side, b: _Side) -> Iterator[SameFunction]:
    first = _by(a.things(("Agency",)), lambda entity: entity.function)
    second = _by(b.things(("Agency",)), lambda entity: entity.function)
    for function in sorted(first.keys() & second.keys()):
        yield SameFunction(function=function, a=tuple(first[function]), b=tuple(second[function]))


def _by(entities: Iterable[Entity], key: Callable[[Entity], str | None]) -> dict[str, list[str]]:
    """Names of entities by a value of theirs; those without one are left out."""
    found: dict[str, set[str]] = {}
    for entity in entities:
        value = key(entity)
        if value:
            found.setdefault(value, set()).add(entity.name)
    return {value: sorted(names) for value, names in found.items()}


def _sector(entity: Entity) -> str | None:
    return entity.sector


def _counts(a: _Side, b: _Side, of: Callable[[_Side], Mapping[str, list[str]]]) -> tuple[Counts, ...]:
    """Counts of both sides, the greatest difference of shares first."""
    first, second = of(a), of(b)
    total = Counter({"a": sum(map(len, first.values())), "b": sum(map(len, second.values()))})
    found = [
        Counts(
            key=key,
            a=len(first.get(key, ())),
            b=len(second.get(key, ())),
            examples_a=tuple(first.get(key, ())[:EXAMPLES]),
            examples_b=tuple(second.get(key, ())[:EXAMPLES]),
        )
        for key in sorted(first.keys() | second.keys())
    ]
    return tuple(sorted(found, key=lambda count: (-_gap(count, total), count.key)))


def _place_of_stage(count: Counts) -> int:
    """Where a stage stands on a project's way, as the ontology orders it."""
    order = [concept.notation for concept in ontology().schemes["StageScheme"]]
    return order.index(count.key) if count.key in order else len(order)


def _gap(count: Counts, total: Counter[str]) -> float:
    return round(abs(count.a / max(total["a"], 1) - count.b / max(total["b"], 1)), 6)


def _only(a: _Side, b: _Side) -> tuple[str, ...]:
    """Functions that one side alone has."""
    first = _by(a.things(("Agency",)), lambda entity: entity.function)
    second = _by(b.things(("Agency",)), lambda entity: entity.function)
    return tuple(sorted(first.keys() - second.keys()))
