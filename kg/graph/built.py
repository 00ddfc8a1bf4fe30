"""From a project to the park or institution that it builds, and back."""

from __future__ import annotations

from kg.graph.timeline import Report, in_time, timeline
from kg.graph.view import GraphView
from kg.model import Record


class Built(Record):
    """The other end: what a project builds (`outgoing`), or the project that builds a park or institution."""

    thing: str
    name: str
    type: str
    outgoing: bool
    reason: str
    confidence: float


def built_with(view: GraphView, thing: str) -> tuple[Built, ...]:
    """What a project builds, or which project builds a park or institution."""
    found = []
    for link in view.links_of(thing):
        outgoing = link.subject == thing
        other = view.entities.get(link.object if outgoing else link.subject)
        if link.predicate == "builds" and other is not None:
            ends = {"thing": other.id, "name": other.name, "type": other.type, "outgoing": outgoing}
            found.append(Built(**ends, reason=link.reason, confidence=link.confidence))
    return tuple(found)


def reports_with_built(view: GraphView, thing: str) -> tuple[Report, ...]:
    """The reports of a thing, and those of rows that name only what it builds or is built by; the oldest first."""
    found = {report.key: report for report in timeline(view, thing).reports}
    for other in built_with(view, thing):
        for report in timeline(view, other.thing).reports:
            found.setdefault(report.key, report.model_copy(update={"via": other.name}))
    return in_time(found.values())
