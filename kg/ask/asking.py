"""A question to its answer, without a network, a model or chance: the same graph and question, the same answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.areas import gazetteer
from kg.ask import amounts, counts, duties, held, lists, progress, slots, sparql
from kg.ask.answer import Answer, Partial
from kg.ask.answer_words import not_understood, nothing_found, of_other_periods, together, told_of
from kg.ask.building import of_project
from kg.ask.passages import Passages, passages_of
from kg.ask.question import Question, examples, read_question
from kg.ask.scopes import Scope
from kg.graph.names import Names, names_of
from kg.graph.view import GraphView, view_of
from kg.graph.wording import Language, Wording
from kg.model import KnowledgeGraph

Answerer = Callable[[GraphView, Names, Passages, Question, Scope], Partial | None]

ANSWERERS: dict[str, Answerer] = {
    "owners": lambda view, names, passages, q, scope: duties.owners(view, passages, q, scope),
    "lead": lambda view, names, passages, q, scope: duties.lead(view, passages, q, scope),
    "leader": lambda view, names, passages, q, scope: duties.leader(view, passages, q, scope),
    "projects_of": lambda view, names, passages, q, scope: held.projects_of(names, q, scope),
    "shared": lambda view, names, passages, q, scope: held.named_in_tasks(names, q, scope),
    "tasks_of_leader": lambda view, names, passages, q, scope: held.tasks_of_leader(names, q, scope),
    "not_done": lambda view, names, passages, q, scope: counts.not_done(names, q, scope),
    "count": lambda view, names, passages, q, scope: (
        counts.count(names, q, scope) or amounts.amount(view, passages, q, scope)
    ),
    "status": lambda view, names, passages, q, scope: progress.status(view, passages, q, scope),
    "stage": lambda view, names, passages, q, scope: progress.stage(view, passages, q, scope),
    "reason": lambda view, names, passages, q, scope: progress.part_of_row(view, passages, q, scope, "problems"),
    "next_steps": lambda view, names, passages, q, scope: progress.part_of_row(view, passages, q, scope, "next_steps"),
    "investor": lambda view, names, passages, q, scope: slots.fill(names, passages, q, scope),
    "cooperate": lambda view, names, passages, q, scope: slots.fill(names, passages, q, scope),
    "which": lambda view, names, passages, q, scope: slots.fill(names, passages, q, scope),
    "location": lambda view, names, passages, q, scope: slots.fill(names, passages, q, scope),
    "amount": lambda view, names, passages, q, scope: amounts.amount(view, passages, q, scope),
    "projects": lambda view, names, passages, q, scope: lists.things(view, passages, q, scope),
    "compare": lambda view, names, passages, q, scope: lists.things(view, passages, q, scope),
}
"""Who answers which kind of question; a new kind is a line here and its cues in `ask_cues.csv`."""

PUBLIC_KINDS = {
    "shared": "projects_of",
    "tasks_of_leader": "leader",
    "not_done": "status",
    "stage": "status",
    "cooperate": "investor",
    "which": "investor",
}
"""How kinds are called in answers where they are told apart only inside."""

_OVER_TIME = ("stage", "status", "timeline")
_NEAREST = 3
_ALIKE = 65


def ask(graph: KnowledgeGraph, question: str, language: Language = "zh") -> Answer:
    """Answer a question in plain Chinese; the sentences around names and quotes are in the language given.

    The answer's `understood` is False, and `nearest` offers questions, where no kind of question is recognised or
    the graph has nothing on it.
    """
    view = view_of(graph)
    names, passages = names_of(view), passages_of(view)
    read = read_question(question, names, language)
    if read is None:
        return _without_answer(question, "", not_understood(Wording(language)))
    read = _spelled_out(names, read)
    project = of_project(names, read)
    if project is not None and (told := _told(names, passages, project.question)).understood:
        return told.model_copy(update={"note": together(read.words, project.note, told.note)})
    return _told(names, passages, read)


def _told(names: Names, passages: Passages, read: Question) -> Answer:
    """The answer to a question that was read."""
    view = names.view
    if read.kind in _OVER_TIME and _one_area(read.scopes) and (len(read.scopes) > 1 or read.kind == "timeline"):
        return _answer(names, read, "timeline", progress.timeline(view, passages, read, read.scopes))
    if len(read.scopes) > 1:
        return _answer(names, read, _across_kind(view, read), _across(view, names, passages, read))
    found = ANSWERERS[_kind(read)](view, names, passages, read, read.scopes[0])
    return _answer(names, read, PUBLIC_KINDS.get(read.kind, read.kind), found)


def _spelled_out(names: Names, question: Question) -> Question:
    """A subject in pinyin becomes the name that it means, where it means one."""
    if not question.subject.isascii():
        return question
    found = names.find(question.subject, question.scopes[0].area) if question.subject else []
    return question.model_copy(update={"subject": found[0].name}) if len({e.name for e in found}) == 1 else question


def _kind(question: Question) -> str:
    return "stage" if question.kind == "timeline" else question.kind


def _one_area(scopes: Sequence[Scope]) -> bool:
    return len({scope.area for scope in scopes}) == 1


def _across_kind(view: GraphView, question: Question) -> str:
    """Whether a question goes across documents of one city or across cities."""
    areas = [view.entities[scope.area] for scope in question.scopes if scope.area]
    cities = {_city(area.code) for area in areas if area.code}
    return "cross_city" if len(cities) > 1 else "cross_document"


def _city(code: str) -> str:
    above = [area.code for area in gazetteer().ancestors(code) if area.kind == "City"]
    return above[0] if above else code


def _across(view: GraphView, names: Names, passages: Passages, question: Question) -> Partial | None:
    """The same question in every scope, the answers one after the other, with their area where several have some."""
    found: list[tuple[Scope, Partial]] = []
    for scope in question.scopes:
        partial = ANSWERERS[_kind(question)](view, names, passages, question, scope)
        if partial is None and question.kind in ("compare", "projects"):
            partial = lists.sentences(names, passages, question, scope)
        found += [(scope, partial or lists.passage(names, passages, question, scope))]
    found = [(scope, partial) for scope, partial in found if partial.evidence]
    if not found:
        return None
    listed, words = question.kind in ("projects", "compare"), question.words
    answers = [one + words.aside(scope.area_name if listed else "") for scope, p in found for one in p.answer]
    return Partial(
        answer=tuple(dict.fromkeys(answers)),
        evidence=tuple(proof for _, partial in found for proof in partial.evidence),
        confidence=round(min(0.78, *(partial.confidence for _, partial in found), 0.78), 3),
        sparql=sparql.union([partial.sparql for _, partial in found if partial.sparql]),
        note=words.say("；", "; ").join(told_of(words, s.area_name, s.period, p.answer) for s, p in found),
        entities=tuple(dict.fromkeys(e for _, partial in found for e in partial.entities)),
    )


def _answer(names: Names, question: Question, kind: str, found: Partial | None) -> Answer:
    if found is None or not found.answer:
        missing = _without_answer(question.text, kind, nothing_found(question.words))
        return missing.model_copy(update={"nearest": _with_near_names(names, question) or missing.nearest})
    relaxed = any(scope.relaxed for scope in question.scopes)
    other = of_other_periods(question.words) if relaxed else ""
    return Answer(
        question=question.text,
        understood=True,
        kind=kind,
        answer=found.answer,
        sparql=found.sparql,
        evidence=tuple(dict.fromkeys(found.evidence)),
        confidence=round(found.confidence * (0.7 if relaxed else 1.0), 3),
        note=together(question.words, other, found.note),
        entities=found.entities,
    )


def _without_answer(question: str, kind: str, note: str) -> Answer:
    return Answer(question=question, understood=False, kind=kind, note=note, nearest=_nearest(question))


def _with_near_names(names: Names, question: Question) -> tuple[str, ...]:
    """The same question about things whose names are most like the one that was not found."""
    if not question.subject or question.subject not in question.text:
        return ()
    near = [choice.name for choice in names.nearest(question.subject) if choice.like >= _ALIKE]
    return tuple(dict.fromkeys(question.text.replace(question.subject, name) for name in near))[:_NEAREST]


def _nearest(question: str) -> tuple[str, ...]:
    """The understood ways of asking that are most like a question."""
    from rapidfuzz import fuzz

    known = examples()
    return tuple(sorted(known, key=lambda one: (-fuzz.ratio(question, one), known.index(one)))[:_NEAREST])


def warm(graph: KnowledgeGraph) -> None:
    """Prepare everything that the first questions would otherwise wait for."""
    for example in examples():
        ask(graph, example)
