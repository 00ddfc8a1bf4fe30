"""Questions about a park or institution that a project builds: the project's rows say who answers and how far it is."""

from __future__ import annotations

from kg.ask.answer_words import built_by
from kg.ask.question import Question
from kg.graph.built import built_with
from kg.graph.names import Names
from kg.graph.timeline import AIMS
from kg.graph.view import GraphView
from kg.model import Entity, Mention, Record

_ASKED = ("owners", "lead", "leader", "status", "stage", "timeline", "reason", "next_steps", "amount")
_BUILT = ("Park", "Institution")


class OfProject(Record):
    """The same question about the project, and a remark that says so."""

    question: Question
    note: str


def of_project(names: Names, question: Question) -> OfProject | None:
    """A question about a park or institution as one about the project that builds it.

    None where a task of the documents asked about names the place itself: then its own rows answer.
    """
    if question.kind not in _ASKED or not question.subject:
        return None
    documents = {document for scope in question.scopes for document in scope.documents}
    meant = names.find(question.subject, question.scopes[0].area)
    places = [entity for entity in meant if entity.type in _BUILT]
    if len(places) != 1 or any(entity.type == "Project" for entity in meant):
        return None
    place, view = places[0], names.view
    written = [text for text in _written(view, place, documents) if text]
    if not written or _is_aim(view, place, documents):
        return None
    note = built_by(question.words, place.name, written[0])
    return OfProject(question=question.model_copy(update={"subject": written[0]}), note=note)


def _written(view: GraphView, place: Entity, documents: set[str]) -> list[str]:
    """How documents write the project that builds a place: as their newest does in a task, else as it does."""
    projects = [one.thing for one in built_with(view, place.id) if not one.outgoing]
    stands = [k.mention for one in projects for k in view.mentions_of(one) if k.mention.document in documents]
    newest = max((view.when(view.documents[m.document]) for m in stands), default=None)
    here = [m for m in stands if view.when(view.documents[m.document]) == newest]
    return [m.text for m in sorted(here, key=lambda m: (m.part not in AIMS, -len(m.text), m.row, m.start))]


def _is_aim(view: GraphView, place: Entity, documents: set[str]) -> bool:
    """Whether a task names the place by itself, not only inside another name (某园道路工程)."""
    stands = [known.mention for known in view.mentions_of(place.id)]
    aims = [m for m in stands if m.part in AIMS and m.document in documents]
    return any(not _is_inside(view, mention) for mention in aims)


def _is_inside(view: GraphView, mention: Mention) -> bool:
    others = (known.mention for known in view.mentions_in(view.rows[mention.document, mention.row]))
    near = (other for other in others if other.part == mention.part and len(other.text) > len(mention.text))
    return any(other.start <= mention.start and mention.end <= other.end for other in near)
