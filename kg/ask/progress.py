"""Questions for how far something is: its status, its stage, why not further, what comes next, and over time."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.ask import sparql
from kg.ask.answer import Partial
from kg.ask.answer_words import stage_reached, told_in
from kg.ask.duties import LEAST_SCORE, find_rows
from kg.ask.passages import Match, Passage, Passages, sentences
from kg.ask.question import Question
from kg.ask.scopes import Scope
from kg.graph.likeness import pairs
from kg.graph.reasons import reasons
from kg.graph.timeline import sentence_around
from kg.graph.view import GraphView
from kg.model import Fact, TaskRow
from kg.resolve.normal import normal

_STATUS_HEAD = re.compile(r"^(?:已?全部完成|部分完成|未完成|已完成|完成|基本完成)[。，,；;：:]")
_ENOUGH = 0.5
_SHORT = 60
_WHOLE = 160
_OTHER_PROJECT = re.compile(r"^.{2,20}?(?:项目|工程|片区|产业园)")
_BECAUSE = re.compile(r"因|由于|受|尚未|暂停")
_SPLIT = re.compile(r"[^，,。；;]+[，,。；;]?")


def status(view: GraphView, passages: Passages, question: Question, scope: Scope) -> Partial | None:
    """Whether a task is completed, as its document says; how far it is where the document does not say."""
    matches, sure = find_rows(passages, question.subject, scope)
    rows = [view.rows[match.key] for match in matches]
    said = [row for row in rows if row.status]
    if not said:
        return stage(view, passages, question, scope)
    words = dict.fromkeys(question.words.status(row.status) for row in said)
    return Partial(
        answer=tuple(words),
        evidence=tuple(view.cite(row, "progress") for row in said),
        confidence=sure if len(words) == 1 else min(sure, 0.6),
        sparql=sparql.status_of([(row.document, row.row) for row in said], question.language),
    )


def stage(view: GraphView, passages: Passages, question: Question, scope: Scope) -> Partial | None:
    """How far a project is: the words of the progress that say so."""
    stated = _stated(view, question.subject, scope, ("progress",))
    if stated:
        return _of_fact(view, stated, question)
    found = report(view, passages, question.subject, scope)
    if found is None or not found[0].literal:
        planned = _stated(view, question.subject, scope, ("targets", "task", "next_steps", "problems"))
        if planned:
            return _of_fact(view, planned, question)
    if found is None:
        return None
    match, quote, sure = found
    row = view.rows[match.key]
    fact = _stage_fact(view, row, question.subject)
    note = stage_reached(question.words, fact.object) if fact else ""
    said = _without_subject(quote.rstrip("。；;，,"), question.subject)
    return Partial(
        answer=(said,),
        evidence=(view.cite(row, match.part, match.passage.text),),
        confidence=round(min(0.79, min(sure, 0.9) * (0.9 if fact else 0.75)), 3),
        sparql=sparql.text_holding(match.key, match.part, said),
        note=note,
        entities=(fact.subject_entity,) if fact else (),
    )


def _stated(view: GraphView, subject: str, scope: Scope, parts: Sequence[str]) -> Fact | None:
    """The stage that the newest document states of the very subject in one of some parts."""
    forms = {normal(subject), normal(re.sub(r"(?:项目|工程)$", "", subject))}
    for document in reversed(scope.documents):
        facts = [f for row in view.rows_of(document) for f in view.facts_in(row) if f.predicate == "stage"]
        own = [f for f in facts if forms & {normal(f.subject), normal(re.sub(r"(?:项目|工程)$", "", f.subject))}]
        told = [fact for fact in own if fact.evidence.part in parts and len(fact.evidence.quote) <= _SHORT]
        if told:
            return told[-1]
    return None


def _of_fact(view: GraphView, fact: Fact, question: Question) -> Partial:
    said = _without_subject(fact.evidence.quote.rstrip("。；;，,"), question.subject)
    row = view.rows[fact.document, fact.row]
    part = fact.evidence.part
    start, end = sentence_around(row.text(part), fact.evidence.start, fact.evidence.end)
    return Partial(
        answer=(said,),
        evidence=(view.cite(row, part, row.text(part)[start:end]),),
        confidence=0.75 if part == "progress" else 0.6,
        sparql=sparql.text_holding((fact.document, fact.row), part, said),
        note=stage_reached(question.words, fact.object),
        entities=(fact.subject_entity,),
    )


def _without_subject(quote: str, subject: str) -> str:
    """What is said of the subject, where the words begin with it."""
    for name in (subject, re.sub(r"(?:项目|工程)$", "", subject)):
        if name and quote.startswith(name):
            rest = re.sub(r"^(?:项目|工程)?[：:，,]?", "", quote[len(name) :])
            return rest if rest and rest[0] not in "、和及（(" else quote
    return quote


def report(view: GraphView, passages: Passages, subject: str, scope: Scope) -> tuple[Match, str, float] | None:
    """What is reported of a subject: the row, the clauses that report it, how sure that is."""
    told = passages.match(subject, scope.documents, ("progress",), scope.year)
    if told and (told[0].literal or told[0].score >= 0.8):
        return told[0], _clauses(told[0].passage, subject), 0.9
    matches, sure = find_rows(passages, subject, scope)
    for match in matches:
        row = view.rows[match.key]
        if match.part == "progress":
            return match, _clauses(match.passage, subject), sure
        best = _best_sentence(row, subject)
        if best is not None:
            known = next((m for m in told if m.key == match.key), None)
            again = (known or match).model_copy(update={"part": "progress", "passage": best})
            return again, _clauses(best, subject), round(sure * 0.85, 3)
    if told and told[0].score >= LEAST_SCORE:
        return told[0], _clauses(told[0].passage, subject), round(told[0].score * 0.7, 3)
    return None


def _best_sentence(row: TaskRow, subject: str) -> Passage | None:
    """The sentence of the progress that shares most with the subject; a short progress whole where none shares much."""
    told = [s for s in sentences(row, "progress") if not _STATUS_HEAD.fullmatch(s.text)]
    wanted = pairs(normal(subject))
    best = max(told, key=lambda s: (len(pairs(normal(s.text)) & wanted), -s.start), default=None)
    if best is None or len(pairs(normal(best.text)) & wanted) >= _ENOUGH * len(wanted):
        return best
    start, end = told[0].start, told[-1].end
    if end - start > _WHOLE:
        return best
    return best.model_copy(update={"start": start, "end": end, "text": row.text("progress")[start:end]})


def _clauses(passage: Passage, subject: str) -> str:
    """The clauses of a sentence from the one that names the subject on; the whole sentence where none does."""
    pieces = [found.group() for found in _SPLIT.finditer(passage.text)]
    wanted = pairs(normal(subject))
    shares = [len(pairs(normal(piece)) & wanted) / max(1, len(wanted)) for piece in pieces]
    best = max(range(len(pieces)), key=lambda at: (shares[at], -at), default=0)
    if not pieces or shares[best] < _ENOUGH:
        return passage.text
    taken = [pieces[best]]
    for piece in pieces[best + 1 : best + 3]:
        if _OTHER_PROJECT.search(piece):
            break
        taken.append(piece)
    return "".join(taken)


def _stage_fact(view: GraphView, row: TaskRow, subject: str) -> Fact | None:
    wanted = pairs(normal(subject))
    facts = [fact for fact in view.facts_in(row) if fact.predicate == "stage"]
    near = [f for f in facts if len(pairs(normal(f.subject)) & wanted) >= 0.6 * len(pairs(normal(f.subject)))]
    return near[-1] if near else None


def timeline(view: GraphView, passages: Passages, question: Question, scopes: Sequence[Scope]) -> Partial | None:
    """What each period's document reports of the subject, the oldest first."""
    lines: list[str] = []
    found = []
    home = None if any(scope.area for scope in scopes) else _home(view, passages, question.subject, scopes)
    for scope in scopes:
        for document in scope.documents:
            if home and view.documents[document].area != home:
                continue
            alone = scope.model_copy(update={"documents": (document,), "wider": ()})
            one = report(view, passages, question.subject, alone)
            if one:
                period = scope.period or view.period_of(document)
                lines.append(told_in(question.words, period, one[1].rstrip("。；;，,")))
                found.append(one)
    if not lines:
        return None
    quotes = [sparql.text_holding(m.key, m.part, said.rstrip("。；;，,")) for m, said, _ in found]
    return Partial(
        answer=tuple(lines),
        evidence=tuple(view.cite(view.rows[m.key], m.part, m.passage.text) for m, _, _ in found),
        confidence=round(min(0.79, *(sure for _, _, sure in found), 0.79), 3),
        sparql=sparql.union(quotes),
    )


def _home(view: GraphView, passages: Passages, subject: str, scopes: Sequence[Scope]) -> str | None:
    """The area whose document speaks most clearly of the subject, where the question names none."""
    documents = {document for scope in scopes for document in scope.documents}
    best = passages.match(subject, documents)
    return view.documents[best[0].document].area if best else None


def part_of_row(view: GraphView, passages: Passages, question: Question, scope: Scope, part: str) -> Partial | None:
    """What a row's problems or next steps say, whole."""
    matches, sure = find_rows(passages, question.subject, scope)
    rows = [view.rows[match.key] for match in matches]
    told = [row for row in rows if row.text(part)]
    if not told:
        return _reason_in_progress(view, question, rows, sure) if part == "problems" else None
    taken = part
    return Partial(
        answer=tuple(row.text(taken) for row in told),
        evidence=tuple(view.cite(row, taken) for row in told),
        confidence=round(sure * 0.9, 3),
        sparql=sparql.text_holding((told[0].document, told[0].row), taken, told[0].text(taken)),
    )


def _reason_in_progress(view: GraphView, question: Question, rows: Sequence[TaskRow], sure: float) -> Partial | None:
    """The sentences of the progress that give a reason, those on the subject first."""
    wanted = pairs(normal(question.subject))
    told = [s for row in rows for s in sentences(row, "progress") if _BECAUSE.search(s.text) or reasons(s.text)]
    best = max(told, key=lambda s: (len(pairs(normal(s.text)) & wanted), bool(_BECAUSE.search(s.text))), default=None)
    if best is None:
        return None
    said = best.text.rstrip("。；;")
    return Partial(
        answer=(said,),
        evidence=(view.cite(view.rows[best.document, best.row], "progress", best.text),),
        confidence=round(0.7 * sure, 3),
        sparql=sparql.text_holding((best.document, best.row), "progress", said),
    )
