"""Questions for a list: which projects of a kind an area has."""

from __future__ import annotations

import re

from kg.ask import sparql
from kg.ask.answer import Partial
from kg.ask.passages import AIMS, Match, Passages
from kg.ask.question import Question
from kg.ask.scopes import Scope
from kg.ask.writings import known_forms, match_any
from kg.graph.likeness import pairs
from kg.graph.names import Names
from kg.graph.view import Citation, GraphView
from kg.model import KnownMention
from kg.resolve.normal import normal

_WORK = re.compile(r"(?:正在|在|已|计划)?(?:新建|改扩建|扩建|改建|建设|实施|推进|开工|建成|或|和|、)+$")
_GENERIC = re.compile(r"(?:的|类|相关|重点|项目|工程|任务|工作)+")
_LEAST_SCORE = 0.4
_MOST_SENTENCES = 3
_PARTS = (*AIMS, "progress")


def things(view: GraphView, passages: Passages, question: Question, scope: Scope) -> Partial | None:
    """The projects, parks and companies of a scope whose names hold the words asked for, tasks' own first."""
    words = _WORK.sub("", _GENERIC.sub("", question.asked)) or question.asked
    wanted = pairs(normal(words))
    found: dict[str, KnownMention] = {}
    proofs: dict[tuple[str, str], Citation] = {}
    for document in scope.documents:
        for row in view.rows_of(document):
            for known in view.mentions_in(row):
                mention = known.mention
                if mention.part not in _PARTS or mention.type not in ("Project", "Park"):
                    continue
                if len(wanted & pairs(normal(known.name))) >= 0.75 * len(wanted):
                    found.setdefault(known.entity, known)
                    sentence = _sentence(row.text(mention.part), mention.start, mention.end)
                    proofs.setdefault((row.row, known.entity), view.cite(row, mention.part, sentence))
    if not found:
        return None
    return Partial(
        answer=tuple(dict.fromkeys(known.mention.text for known in found.values())),
        evidence=tuple(proofs.values()),
        confidence=0.6,
        sparql=sparql.labels_of(found),
        entities=tuple(found),
    )


def sentences(names: Names, passages: Passages, question: Question, scope: Scope) -> Partial | None:
    """The sentences that hold the words asked for, as they are; for what no name of the graph answers."""
    matches = [
        m for m in match_any(names, passages, question.asked, scope.documents, scope.year) if m.score >= _LEAST_SCORE
    ]
    matches = matches or _naming(names, passages, question, scope)
    best = [match for match in matches if match.score >= 0.9 * matches[0].score][:_MOST_SENTENCES]
    if not best:
        return None
    view = passages.view
    return Partial(
        answer=tuple(match.passage.text.rstrip("。；;") for match in best),
        evidence=tuple(view.cite(view.rows[m.key], m.part, m.passage.text) for m in best),
        confidence=0.4,
        sparql=sparql.union([sparql.text_holding(m.key, m.part, m.passage.text.rstrip("。；;")) for m in best]),
    )


def _naming(names: Names, passages: Passages, question: Question, scope: Scope) -> list[Match]:
    """Where the things that a question names are named."""
    found = (
        m
        for form in known_forms(names, normal(question.plain))
        for m in match_any(names, passages, form, scope.documents, scope.year)
    )
    return sorted((match for match in found if match.literal), key=lambda match: -match.score)


def passage(names: Names, passages: Passages, question: Question, scope: Scope) -> Partial:
    """Where a scope speaks of the subject, without an answer; nothing where it does not."""
    matches = match_any(names, passages, question.subject or question.asked, scope.documents, scope.year)
    best = [match for match in matches[:1] if match.score >= _LEAST_SCORE]
    view = passages.view
    return Partial(evidence=tuple(view.cite(view.rows[m.key], m.part, m.passage.text) for m in best), confidence=0.4)


def _sentence(text: str, start: int, end: int) -> str:
    head = max((text.rfind(mark, 0, start) for mark in "。；;"), default=-1) + 1
    tail = min((at for mark in "。；;" if (at := text.find(mark, end)) >= 0), default=len(text) - 1)
    return text[head : tail + 1]
