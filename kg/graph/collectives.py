"""Units that stand for all of a kind (各镇街, 各部门), and the agencies that they stand for."""

from __future__ import annotations

import re
from functools import cache

from kg.graph.view import GraphView
from kg.model import Entity
from kg.words import word_table

_TOWN = re.compile(r"(?:镇|乡|街道|街道办事处|办事处|镇人民政府|乡人民政府)$")


def collective(name: str) -> str | None:
    """What the members of a collective unit are (`town`, `agency`), None for a single unit.

    >>> collective("各镇街"), collective("区发改局")
    ('town', None)
    """
    return next((kind for pattern, kind in _collectives() if pattern.search(name)), None)


def members(view: GraphView, unit: str, document: str) -> tuple[Entity, ...]:
    """The agencies of a document's area that a collective unit stands for, as far as the area's documents name them."""
    kind, area = collective(unit), view.area_of(document)
    if kind is None or area is None:
        return ()
    return view.once(("members", kind, area.id), lambda: _members(view, area, town=kind == "town"))


def _members(view: GraphView, area: Entity, *, town: bool) -> tuple[Entity, ...]:
    agencies = (e for e in view.graph.entities if e.type == "Agency" and not collective(e.name))
    return tuple(entity for entity in agencies if _belongs(view, entity, area, town=town))


def _belongs(view: GraphView, entity: Entity, area: Entity, *, town: bool) -> bool:
    own = view.entities.get(entity.area or "")
    if bool(_TOWN.search(entity.name)) != town or own is None:
        return False
    return own.id == area.id or (town and bool(area.code and own.code and own.code.startswith(area.code)))


@cache
def _collectives() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(row["pattern"]), row["members"]) for row in word_table("collective_units"))
