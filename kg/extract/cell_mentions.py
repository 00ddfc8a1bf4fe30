"""The names in a row's cells of units and leaders, and the zone that a unit is the committee of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.lexicon import alternatives, unit_type
from kg.extract.zones import zones
from kg.model import Mention, TaskRow, Unit

_CERTAIN = 0.98
"""How often a name that a table has in a cell of its own is right."""


def cell_mentions(row: TaskRow) -> Iterator[Mention]:
    """Units in their order, each before its zone, then leaders; offsets are those of the cell's text."""
    for unit in row.units:
        yield _cell_mention(row, "units", unit_type(unit.name), unit.name, (unit.source_start, unit.source_end))
        yield from _zone(row, unit)
    for leader in row.leaders:
        yield _cell_mention(row, "leaders", "Person", leader.name, (leader.source_start, leader.source_end))


def zone_of(unit: str) -> str | None:
    """The zone whose committee a unit is, where its name says which zone.

    >>> zone_of("云河经济开发区管委会"), zone_of("经济开发区管委会"), zone_of("区发改局")
    ('云河经济开发区', None, None)
    """
    found = _committee().fullmatch(unit)
    return found["zone"] if found else None


@cache
def _committee() -> re.Pattern[str]:
    words = f"(?:{alternatives(sorted(zones('unit') | zones('own')))})"
    return re.compile(rf"(?P<zone>(?!{words})\w{{2,}}?{words})(?:管委会|管理委员会|党工委)")


def _zone(row: TaskRow, unit: Unit) -> Iterator[Mention]:
    """A zone is a park of its own beside its committee: other documents speak of it, and not of its committee."""
    zone = zone_of(unit.name)
    if zone is None:
        return
    named = _cell_mention(row, "units", "Park", zone, (unit.source_start, unit.source_end))
    cell = row.parts.get("units")
    source = cell.source_span(named.start, named.end) if cell else (named.source_start, named.source_end)
    yield named.model_copy(
        update={"source_start": source[0], "source_end": source[1], "method": "units/zone"},
    )


def _cell_mention(row: TaskRow, part: str, kind: str, name: str, source: tuple[int, int]) -> Mention:
    start = _place_in_cell(row, part, name, source[0])
    return Mention(
        document=row.document,
        row=row.row,
        part=part,
        type=kind,
        text=name,
        start=start,
        end=start + len(name),
        source_start=source[0],
        source_end=source[1],
        method=f"{part}/column",
        confidence=_CERTAIN,
    )


def _place_in_cell(row: TaskRow, part: str, name: str, source_start: int) -> int:
    """Where a unit or leader begins in its cell: by its place in the document, else by its text, else at 0."""
    cell = row.parts.get(part)
    if cell is None:
        return 0
    for run in cell.runs:
        start = run.at + source_start - run.source
        if run.source <= source_start < run.source + run.length and cell.value.startswith(name, start):
            return start
    return max(0, cell.value.find(name))
