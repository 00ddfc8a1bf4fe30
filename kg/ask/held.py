"""What units and leaders have: their tasks, and the projects that those name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.ask import sparql
from kg.ask.answer import Partial
from kg.ask.answer_words import several_areas
from kg.ask.holders import HOLDING, Holder, homes, leaders_of, read_holders, rows_held
from kg.ask.passages import AIMS
from kg.ask.question import Question
from kg.ask.scopes import Scope
from kg.ask.unmarked import unmarked
from kg.graph.names import Names
from kg.graph.view import Citation, GraphView
from kg.graph.wording import Wording
from kg.model import TaskRow


def projects_of(names: Names, question: Question, scope: Scope) -> Partial | None:
    """The tasks that units have together, or the projects that those tasks name where projects are asked for."""
    relation = "leads" if re.search(r"牵头", question.cue) else "responsibleFor"
    holders = read_holders(names, question.subject, scope, relation) or read_holders(
        names, question.raw_subject, scope, relation
    )
    rows = rows_held(names.view, holders, scope) if holders else []
    if not rows:
        return _undertaken(names, question, scope)
    if "项目" in question.asked or "工程" in question.asked:
        return named_in_tasks(names, question, scope, holders)
    return _tasks(names.view, question.words, rows, holders, scope)


def _undertaken(names: Names, question: Question, scope: Scope) -> Partial | None:
    """The projects that a company has, by what documents state of it."""
    words = HOLDING.sub("", question.subject).strip("的，,")
    entities = [e for e in names.find(words, scope.area) if e.type in ("Company", "Institution", "Agency")]
    facts = [
        fact
        for entity in entities
        for fact in names.view.facts_of(entity.id)
        if fact.predicate in ("responsibleFor", "undertakes", "investedIn") and fact.document in scope.documents
    ]
    if not facts:
        return None
    return Partial(
        answer=tuple(dict.fromkeys(fact.object for fact in facts)),
        evidence=tuple(names.view.citation(fact) for fact in facts),
        confidence=0.65,
        sparql=sparql.labels_of(fact.object_entity for fact in facts if fact.object_entity),
        entities=tuple(dict.fromkeys(fact.object_entity for fact in facts if fact.object_entity)),
    )


def tasks_of_leader(names: Names, question: Question, scope: Scope) -> Partial | None:
    """The tasks that a leader has in charge."""
    holders = leaders_of(names.view, question.plain, scope)
    if not holders:
        return None
    if question.asked == "项目":
        return named_in_tasks(names, question, scope, holders)
    rows = rows_held(names.view, holders, scope)
    return _tasks(names.view, question.words, rows, holders, scope, cell="leaders") if rows else None


def _tasks(
    view: GraphView,
    words: Wording,
    rows: Sequence[TaskRow],
    holders: Sequence[Holder],
    scope: Scope,
    cell: str = "units",
) -> Partial:
    texts = dict.fromkeys(row.text("task") or row.text("targets") or row.text("progress") for row in rows)
    groups, areas = [holder.entities for holder in holders], homes(view, rows)
    return Partial(
        answer=tuple(texts),
        evidence=tuple(_held_proof(view, row, holders, cell) for row in rows),
        confidence=0.96 if len(areas) == 1 else 0.5,
        sparql=sparql.tasks_of(groups, holders[0].relation, scope.documents),
        note=several_areas(words, areas),
    )


def _held_proof(view: GraphView, row: TaskRow, holders: Sequence[Holder], cell: str) -> Citation:
    return view.cite(row, "task") if row.text("task") else view.cite(row, cell)


def named_in_tasks(
    names: Names, question: Question, scope: Scope, holders: Sequence[Holder] | None = None
) -> Partial | None:
    """What the tasks of units name: projects, or companies and parks where those are asked for."""
    view = names.view
    holders = (
        holders or read_holders(names, question.subject, scope) or read_holders(names, question.raw_subject, scope)
    )
    holders = holders or leaders_of(view, question.subject, scope)
    if not holders:
        return None
    wanted = _wanted_type(question.asked)
    found: dict[str, str] = {}
    proofs: list[Citation] = []
    for row in rows_held(view, holders, scope):
        stands = [k for k in view.mentions_in(row) if k.mention.part in AIMS and k.mention.type == wanted]
        named = [(k.mention.part, k.mention.start, k.mention.text, k.entity) for k in stands]
        named += [(part, start, text, "") for part, start, text in unmarked(row, stands)] if wanted == "Project" else []
        for _, _, text, entity in sorted(named, key=lambda one: (AIMS.index(one[0]), one[1])):
            found.setdefault(entity or text, text)
        proofs += [view.cite(row, "task")] if named else []
    if not found:
        return None
    return Partial(
        answer=tuple(dict.fromkeys(found.values())),
        evidence=tuple(proofs),
        confidence=0.78,
        sparql=sparql.labels_of(one for one in found if one in view.entities),
        entities=tuple(one for one in found if one in view.entities),
    )


def _wanted_type(asked: str) -> str:
    for words, kind in ((("企业", "公司"), "Company"), (("园区",), "Park"), (("学校",), "Institution")):
        if asked.endswith(words):
            return kind
    return "Area" if asked.endswith(("村", "村庄")) else "Project"
