"""The units and leaders that a question names, and the rows that are theirs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.ask.scopes import Scope
from kg.graph.names import Names
from kg.graph.view import GraphView
from kg.model import Record, TaskRow
from kg.resolve.normal import normal

_JOINED = re.compile(r"[、，,和与及跟同]")
HOLDING = re.compile(
    r"(?:(?:共同|一起|联合|参与|参加|牵头|具体|主要)*(?:负责|承担|牵头|分管|包保|联系|参与)(?:的|了)?)+.*$"
)
_REMARK = re.compile(r"[（(][^）)]*[）)]")
_CITY_PREFIXES = "区县市"


class Holder(Record):
    """A unit or leader of the question: the entities it may mean, and how rows write it."""

    text: str
    entities: tuple[str, ...]
    relation: str

    def holds(self, view: GraphView, row: TaskRow) -> bool:
        """Whether a row is its own."""
        if self.relation == "supervises":
            return any(normal(leader.name) == normal(self.text) for leader in row.leaders)
        units = [u for u in row.units if self.relation != "leads" or u.role == "lead"]
        return any(self._is(view, row, unit.source_start, unit.name) for unit in units)

    def _is(self, view: GraphView, row: TaskRow, start: int, name: str) -> bool:
        if normal(name) == normal(self.text):
            return True
        entity = view.entity_at(row, "units", start, name)
        return bool(entity and entity.id in self.entities)


def read_holders(names: Names, text: str, scope: Scope, relation: str = "responsibleFor") -> list[Holder]:
    """The units that a text names, alone or joined by 和; empty where one of them is in no row of the scope."""
    words = HOLDING.sub("", _REMARK.sub("", text)).strip("的，,在")
    words = re.sub(r"^(?:其中|中|由|里)+", "", words)
    if not words:
        return []
    whole = _holder(names, words, scope, relation)
    if whole:
        return [whole]
    found = [_holder(names, piece, scope, relation) for piece in _JOINED.split(words) if piece]
    return [holder for holder in found if holder] if all(found) else []


def _holder(names: Names, words: str, scope: Scope, relation: str) -> Holder | None:
    view = names.view
    written = {normal(form): form for form in _unit_forms(view, scope)}
    for form in (words, *(head + words for head in _CITY_PREFIXES)):
        entities = [e.id for e in names.find(form, scope.area) if e.type != "Task"]
        if normal(form) in written or any(_is_unit(view, entity, scope) for entity in entities):
            return Holder(text=form, entities=_same_written(view, form, entities, scope), relation=relation)
    return None


def _same_written(view: GraphView, form: str, entities: Sequence[str], scope: Scope) -> tuple[str, ...]:
    here = [e for e in entities if _is_unit(view, e, scope)]
    for document in scope.documents:
        for row in view.rows_of(document):
            for unit in row.units:
                if normal(unit.name) == normal(form):
                    found = view.entity_at(row, "units", unit.source_start, unit.name)
                    here += [found.id] if found else []
    return tuple(dict.fromkeys(here))


def _is_unit(view: GraphView, entity: str, scope: Scope) -> bool:
    stands = (known.mention for known in view.mentions_of(entity))
    return any(m.part == "units" and m.document in scope.documents for m in stands)


def _unit_forms(view: GraphView, scope: Scope) -> Iterable[str]:
    return (unit.name for document in scope.documents for row in view.rows_of(document) for unit in row.units)


def leaders_of(view: GraphView, text: str, scope: Scope) -> list[Holder]:
    """The leaders of the scope's rows whose names stand in a text, in the order of the text."""
    known = {leader.name for document in scope.documents for row in view.rows_of(document) for leader in row.leaders}
    stands = [name for name in known if name in text and not any(name != one and name in one in text for one in known)]
    return [_leader(view, name, scope) for name in sorted(stands, key=lambda name: (text.index(name), name))]


def _leader(view: GraphView, name: str, scope: Scope) -> Holder:
    ids = [e.id for e in view.graph.entities if e.type == "Person" and name in (e.name, *e.aliases)]
    here = [i for i in ids if any(d in view.entities[i].documents for d in scope.documents)]
    return Holder(text=name, entities=tuple(here), relation="supervises")


def rows_held(view: GraphView, holders: Sequence[Holder], scope: Scope) -> list[TaskRow]:
    """The rows of the scope that all holders have, in order."""
    rows = [row for document in scope.documents for row in view.rows_of(document)]
    return [row for row in rows if all(holder.holds(view, row) for holder in holders)]


def homes(view: GraphView, rows: Sequence[TaskRow]) -> list[str]:
    """The areas whose documents hold the rows."""
    areas = (view.area_of(row.document) for row in rows)
    return list(dict.fromkeys(area.name for area in areas if area))
