"""How many tasks fit what a question says of them, and which are not completed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from kg.ask import sparql
from kg.ask.answer import Partial
from kg.ask.answer_words import counted
from kg.ask.holders import Holder, homes, leaders_of, read_holders, rows_held
from kg.ask.question import Question
from kg.ask.scopes import Scope
from kg.graph.names import Names
from kg.graph.view import GraphView
from kg.model import TaskRow
from kg.ontology import ontology

_UNDERSTOOD = re.compile(
    r"落实情况表|完成情况|落实情况|情况表|通报表|重点工作|年度|政府工作报告|工作报告|任务表|任务|工作|目标|事项|项目|全部|所有|状态|情况|区领导|"
    r"分管|包保|联系|负责|牵头|承担|参与|共同|一起|部分|没有|尚未|完成|一共|总共|合计|多少|其中|[含未没已几项条件个中里的为是共有由和与及、，,（）()]"
)
_STATUS_WORDS = (
    ("部分完成", "partly_completed"),
    ("未完成", "not_completed"),
    ("没有完成", "not_completed"),
    ("没完成", "not_completed"),
    ("尚未完成", "not_completed"),
    ("完成", "completed"),
)
_QUOTES = 12


def count(names: Names, question: Question, scope: Scope) -> Partial | None:
    """How many rows fit everything that the question says of them: status, leader, units; None where it says more."""
    view = names.view
    words = question.plain
    status = _status(words)
    tests: list[Callable[[TaskRow], bool]] = []
    patterns: list[str] = []
    holders = _count_holders(names, question, scope)
    if holders is None:
        return None
    for number, holder in enumerate(holders, start=1):
        tests.append(lambda row, holder=holder: holder.holds(view, row))  # type: ignore[misc]
        patterns.append(sparql.holder_pattern(number, holder.entities, holder.relation))
    if status:
        concept = ontology().concept("StatusScheme", status)
        tests.append(lambda row: row.status == status)
        patterns.append(sparql.status_pattern(concept.name if concept else status))
    rows = [row for document in scope.documents for row in view.rows_of(document)]
    if status and not any(row.status for row in rows):
        return None
    kept = [row for row in rows if row.kind != "sentence" and all(test(row) for test in tests)]
    return Partial(
        answer=(str(len(kept)),),
        evidence=tuple(view.cite(row, "task") for row in kept[:_QUOTES]),
        confidence=_confidence(view, question, holders, scope, kept),
        sparql=sparql.count_tasks(patterns, scope.documents),
        note=counted(question.words, len(kept), _QUOTES),
    )


def _confidence(
    view: GraphView, question: Question, holders: Sequence[Holder], scope: Scope, kept: Sequence[TaskRow]
) -> float:
    if len(_unexplained(question.plain, holders)) > 1:
        return 0.5
    return 0.95 if len(scope.documents) == 1 else 0.7 if len(homes(view, kept)) < 2 else 0.5


def _count_holders(names: Names, question: Question, scope: Scope) -> list[Holder] | None:
    """The holders that a count is limited to; None where words remain that are understood as nothing."""
    words = question.plain
    people = leaders_of(names.view, words, scope)
    if people:
        return people
    if re.search(r"负责|牵头|承担|参与", words):
        relation = "leads" if "牵头" in words else "responsibleFor"
        subject = re.split(r"(?:共同|一起|参与|牵头)?(?:负责|牵头|承担|参与)", words)[0]
        raw = re.split(r"(?:共同|一起|参与|牵头)?(?:负责|牵头|承担|参与)", question.raw_subject)[0]
        return read_holders(names, subject, scope, relation) or read_holders(names, raw, scope, relation) or None
    return [] if not _unexplained(words, []) else None


def _unexplained(words: str, holders: Sequence[Holder]) -> str:
    """What of a question is left when everything that limits the count is taken out."""
    for holder in holders:
        words = words.replace(holder.text, "").replace(holder.text[1:], "")
    return _UNDERSTOOD.sub("", words)


def _status(words: str) -> str | None:
    return next((status for word, status in _STATUS_WORDS if word in words), None)


def not_done(names: Names, question: Question, scope: Scope) -> Partial | None:
    """The tasks of the scope that are not completed, or only partly, as the question says; of a unit or leader too."""
    view = names.view
    status = _status(question.cue) or "not_completed"
    status = "not_completed" if status == "completed" else status
    holders = leaders_of(view, question.plain, scope)
    if not holders and re.search(r"负责|牵头|承担", question.subject):
        holders = read_holders(names, question.subject, scope) or read_holders(names, question.raw_subject, scope)
        if not holders:
            return None
    rows = [row for row in rows_held(view, holders, scope) if row.status == status]
    if not any(row.status for document in scope.documents for row in view.rows_of(document)):
        return None
    concept = ontology().concept("StatusScheme", status)
    patterns = [sparql.holder_pattern(n, h.entities, h.relation) for n, h in enumerate(holders, start=1)]
    patterns.append(sparql.status_pattern(concept.name if concept else status))
    return Partial(
        answer=tuple(dict.fromkeys(row.text("task") for row in rows)),
        evidence=tuple(view.cite(row, "progress") for row in rows),
        confidence=0.9 if not scope.relaxed else 0.6,
        sparql=sparql.tasks_with(patterns, scope.documents),
    )
