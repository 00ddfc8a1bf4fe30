"""The first page: what is in the graph by area, how much of the documents it covers, and what is in doubt."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from kg.ontology import ontology
from kg.resolve.decisions import read_decisions
from kg.resolve.review import questions
from kg.serve.knowledge import Knowledge
from kg.serve.page import page
from kg.serve.search import answered

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

BUSIEST = 8
MOST_EXAMPLES = 4


async def home(request: Request) -> Response:
    """The first page."""
    known: Knowledge = request.app.state.knowledge
    decided = read_decisions(request.app.state.settings.decisions)
    pairs = len(questions(known.graph.candidates, known.graph, decided))
    return page(request, "home.html", {**summary(known), "pairs": pairs})


@lru_cache(maxsize=4)
def summary(known: Knowledge) -> dict[str, Any]:
    """What the first page shows of a build."""
    graph = known.graph
    stated = {(fact.document, fact.row) for fact in graph.facts}
    rows = Counter(row.document for row in graph.rows)
    covered = Counter(row.document for row in graph.rows if (row.document, row.row) in stated)
    documents = sorted(graph.documents, key=lambda info: (known.view.area_name(info.area), known.view.when(info)))
    order = [concept.notation for concept in ontology().schemes["StageScheme"]] + [""]
    stages = Counter(known.stage(one.id) or "" for one in graph.entities if one.type == "Project")
    return {
        "documents": [(info, rows[info.name], covered[info.name]) for info in documents],
        "areas": [_area(known, area.id) for area in known.homes],
        "stages": [(stage, stages[stage]) for stage in order if stages[stage]],
        "examples": _examples(known),
        "findings": graph.findings,
        "conflicts": [one for one in graph.findings if one.code.startswith("conflict")],
    }


def _projects(known: Knowledge, area: str) -> int:
    return sum(one.type == "Project" for one in known.by_area.get(area, ()))


def _examples(known: Knowledge) -> list[str]:
    """A few questions that this very graph answers."""
    held = known.projects_held
    agencies = sorted(
        (one for one in known.graph.entities if one.type == "Agency"), key=lambda one: (-held[one.id], one.id)
    )
    projects = sorted(
        (one for one in known.graph.entities if one.type == "Project"), key=lambda one: (-one.mentions, one.id)
    )
    asked = [f"{one.name}由谁负责？" for one in projects[:3]] + [f"{one.name}负责哪些项目？" for one in agencies[:2]]
    return [text for text in asked if answered(known, text).understood][:MOST_EXAMPLES]


def _area(known: Knowledge, area: str) -> dict[str, Any]:
    """An area's card: its documents, how much it has, who holds most."""
    entity = known.view.entities[area]
    own = known.by_area.get(area, [])
    held = known.projects_held
    apart = {id for home in known.homes if home.id in known.within[area] - {area} for id in known.within[home.id]}
    within = [(one, _projects(known, one.id)) for one in known.homes if one.id in known.within[area] - {area}]
    agencies = [one for one in own if one.type == "Agency" and held[one.id] and one.area not in apart]
    return {
        "entity": entity,
        "documents": [info for info in known.view.documents_of(entity) if info.area == area],
        "above": bool(apart),
        "within": sorted(within, key=lambda pair: (-pair[1], pair[0].id)),
        "types": Counter(one.type for one in own),
        "busiest": [(one, held[one.id]) for one in sorted(agencies, key=lambda one: (-held[one.id], one.id))[:BUSIEST]],
    }
