"""Pages that lay the graph out as tables: two areas side by side, counts by two sides, projects as of a date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from kg.errors import QueryError
from kg.graph.compare import compare
from kg.graph.view import period_end
from kg.model import Entity
from kg.ontology import ontology
from kg.serve.knowledge import Knowledge
from kg.serve.page import page, wording
from kg.serve.parameters import Parameters, address

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

MATRIX_ROWS = 40
MOST_LINES = 200
MOST_OPENED = 300
AXES = ("agency", "sector", "area")
ACROSS = ("stage", "year")

Cells = dict[str, dict[str, set[str]]]
"""Ids of projects by row and column."""


async def compare_areas(request: Request) -> Response:
    """Two areas side by side."""
    known: Knowledge = request.app.state.knowledge
    asked = address(request)
    homes = known.homes
    a = asked.get("a") or (homes[0].name if homes else "")
    b = asked.get("b") or next((one.name for one in homes if one.name != a), "")
    found, trouble = None, ""
    try:
        found = compare(known.graph, a, b) if a and b else None
    except QueryError as error:
        trouble = wording(request).say(error.chinese, str(error))
    areas = sorted(one.name for one in known.graph.entities if one.type == "Area" and known.by_area.get(one.id))
    return page(request, "compare.html", {"a": a, "b": b, "found": found, "trouble": trouble, "areas": areas})


async def matrix(request: Request) -> Response:
    """Counts of projects by two sides; a number opens what it counts."""
    known: Knowledge = request.app.state.knowledge
    asked = address(request)
    down, across, area = _one_of(asked.get("rows"), AXES), _one_of(asked.get("columns"), ACROSS), asked.get("area")
    cells = _cells(known, down, across, area)
    sums = {row: len(set().union(*columns.values())) for row, columns in cells.items()}
    rows = sorted(cells, key=lambda row: (row == "", -sums[row], row))
    content = {
        "rows": down,
        "columns": across,
        "area": area,
        "cells": cells,
        "sums": sums,
        "down": rows if asked.get("whole") else rows[:MATRIX_ROWS],
        "hidden": 0 if asked.get("whole") else max(0, len(rows) - MATRIX_ROWS),
        "heads": _heads(cells, across),
        "most": max((len(ids) for columns in cells.values() for ids in columns.values()), default=1),
        "row": asked.get("row"),
        "column": asked.get("column"),
        "opened": _opened(known, cells, asked),
        "areas": known.reported,
    }
    return page(request, "matrix.html", content)


def _one_of(asked: str, offered: Sequence[str]) -> str:
    """What was asked for where it is offered, else the first that is."""
    return asked if asked in offered else offered[0]


def _opened(known: Knowledge, cells: Cells, asked: Parameters) -> list[Entity] | None:
    """The projects that the chosen number counts, None where none was chosen."""
    if not (asked.all("row") and asked.all("column")):
        return None
    ids = sorted(cells.get(asked.get("row"), {}).get(asked.get("column"), ()))
    return [known.view.entities[id] for id in ids][:MOST_OPENED]


@lru_cache(maxsize=64)
def _cells(known: Knowledge, down: str, across: str, area: str) -> Cells:
    """Ids of projects by row and column."""
    inside = known.within.get(area) if area else None
    cells: Cells = defaultdict(lambda: defaultdict(set))
    for project in known.graph.entities:
        if project.type != "Project" or (inside is not None and project.area not in inside):
            continue
        for row in _row_keys(known, project, down):
            for column in _column_keys(known, project, across):
                cells[row][column].add(project.id)
    return cells


def _row_keys(known: Knowledge, project: Entity, down: str) -> set[str]:
    if down == "sector":
        return {project.sector or ""}
    if down == "area":
        return {project.area or ""}
    owners = {fact.subject_entity for fact in known.view.facts_about(project.id) if fact.predicate == "responsibleFor"}
    return {one for one in owners if known.view.entities[one].type == "Agency"} or {""}


def _column_keys(known: Knowledge, project: Entity, across: str) -> set[str]:
    if across == "stage":
        return {known.stage(project.id) or ""}
    years = {(known.view.period_of(name) or "")[:4] for name in project.documents}
    return years or {""}


def _heads(cells: Cells, across: str) -> list[str]:
    used = {column for columns in cells.values() for column in columns}
    if across == "year":
        return sorted(used, key=lambda year: (year == "", year))
    return [one for one in [*(c.notation for c in ontology().schemes["StageScheme"]), ""] if one in used]


async def timeline_page(request: Request) -> Response:
    """Projects as they stood at the end of a period."""
    known: Knowledge = request.app.state.knowledge
    asked = address(request)
    area = asked.get("area") or (known.homes[0].id if known.homes else "")
    periods = known.periods
    as_of = asked.get("as_of") if asked.get("as_of") in periods else (periods[-1] if periods else "")
    projects = [one for one in known.by_area.get(area, []) if one.type == "Project"]
    lines = [line for one in projects if (line := _line(known, one, as_of))]
    lines.sort(key=lambda line: (-len(line["strip"]), -line["rank"], line["entity"].name, line["entity"].id))
    shown = lines if asked.get("whole") else lines[:MOST_LINES]
    content = {
        "area": area,
        "as_of": as_of,
        "areas": known.reported,
        "total": len(projects),
        "lines": shown,
        "known_then": len(lines),
        "hidden": len(lines) - len(shown),
        "periods": periods,
        "shown_periods": [p for p in periods if any(p == period for line in lines for period, _ in line["strip"])],
    }
    return page(request, "timeline.html", content)


def _line(known: Knowledge, project: Entity, as_of: str) -> dict[str, Any] | None:
    """A project's stages up to a period, None where none was known by then."""
    last = period_end(as_of)
    found = [(period, report) for period, report in known.strips.get(project.id, ()) if period_end(period) <= last]
    if not found:
        return None
    order = [concept.notation for concept in ontology().schemes["StageScheme"]]
    return {"entity": project, "strip": found, "newest": found[-1][1], "rank": order.index(found[-1][1].stage or "")}
