"""What became of an area's projects from one period to another."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kg.graph.changes import ENGLISH_LABELS, LABELS, Change, changes
from kg.graph.view import period_end
from kg.model import Entity
from kg.serve.knowledge import Knowledge
from kg.serve.page import page, wording
from kg.serve.parameters import address

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

MOST_OF_A_KIND = 100


async def developments(request: Request) -> Response:
    """The changes of an area between two of its periods, by kind."""
    known: Knowledge = request.app.state.knowledge
    asked, words = address(request), wording(request)
    choices = _choices(known)
    chosen = [one for one in choices if one[0].id == asked.get("area")] or choices
    area, periods = chosen[0] if chosen else (None, [])
    a = asked.get("a") if asked.get("a") in periods else (periods[0] if periods else "")
    b = asked.get("b") if asked.get("b") in periods else (periods[-1] if periods else "")
    a, b = sorted((a, b), key=periods.index) if periods else (a, b)
    found = _changes(known, area.id, a, b) if area and a != b else ()
    kinds = [
        (kind, words.say(LABELS[kind], ENGLISH_LABELS[kind]), [one for one in found if one.kind == kind])
        for kind in LABELS
    ]
    content = {
        "area": area,
        "choices": [home for home, _ in choices],
        "periods": periods,
        "a": a,
        "b": b,
        "kinds": [one for one in kinds if one[2]],
        "most": MOST_OF_A_KIND,
    }
    return page(request, "changes.html", content)


def prepare(known: Knowledge) -> None:
    """Work out what the page shows where nothing is chosen."""
    for area, periods in _choices(known)[:1]:
        _changes(known, area.id, periods[0], periods[-1])


def _choices(known: Knowledge) -> list[tuple[Entity, list[str]]]:
    """The areas with documents of several periods."""
    return [(area, periods) for area in known.reported if len(periods := _periods(known, area.id)) > 1]


def _periods(known: Knowledge, area: str) -> list[str]:
    """The periods that an area's documents, and those of areas within it, report on."""
    infos = known.view.documents_of(known.view.entities[area])
    found = {period for info in infos if (period := known.view.period_of(info.name))}
    return sorted(found, key=lambda period: (period_end(period), period))


@lru_cache(maxsize=32)
def _changes(known: Knowledge, area: str, a: str, b: str) -> tuple[Change, ...]:
    return changes(known.graph, area, a, b).changes
