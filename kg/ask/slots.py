"""Questions that leave one place of a sentence open: which company, which park, which town, how much.

The sentence that speaks of the rest of the question is looked for; of the names and amounts in it, the one that
stands where the question has its open place, or that a statement of the row joins with the subject, is the answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from kg.ask import sparql
from kg.ask.answer import Partial
from kg.ask.passages import Match, Passage, Passages
from kg.ask.places import place_heading
from kg.ask.question import Question
from kg.ask.scopes import Scope
from kg.ask.stated import PREDICATES, stated
from kg.ask.writings import match_any
from kg.graph.likeness import pairs
from kg.graph.names import Names
from kg.graph.view import GraphView
from kg.model import Fact, KnownMention, Record, TaskRow
from kg.resolve.normal import normal
from kg.words import word_table

DEFAULT_TYPES = {"investor": ("Company",), "cooperate": ("Company", "Institution"), "location": ("Area", "Park")}
LEAST_SCORE = 0.4
_ROWS_LOOKED_AT = 6
_OPEN = re.compile(
    r"(?:是|由|为|在)?(?:哪些|哪两家|哪两个|哪三家|哪三个|哪几家|哪几个|哪一家|哪一个|哪个|哪家|哪位|哪只|哪支|哪条|哪几条|哪几所|哪几座|哪所|哪座|哪处|什么|哪里|哪儿|何处|何地|谁|哪)"
)
_SAME_SUBJECT = 0.6


class _Candidate(Record):
    known: KnownMention
    score: float
    fact: Fact | None = None
    match: Match


def fill(names: Names, passages: Passages, question: Question, scope: Scope) -> Partial | None:
    """The company, park, place or other name that a question asks for."""
    view = names.view
    types, ends = _wanted(question)
    known = stated(names, question, scope, types, ends)
    if known:
        return known
    content = _content(question)
    matches = match_any(names, passages, content, scope.documents, scope.year)
    if scope.wider and (not matches or matches[0].score < LEAST_SCORE):
        matches = match_any(names, passages, content, scope.wider, scope.year)
    if not matches or matches[0].score < LEAST_SCORE:
        return None
    found = [c for match in matches[:_ROWS_LOOKED_AT] for c in _candidates(view, question, match, types, ends)]
    headed = place_heading(view, question, matches) if question.kind == "location" else None
    if headed and not any(c.fact and c.match.score >= matches[0].score for c in found):
        return headed
    if not found:
        return None
    found.sort(key=lambda c: -c.score)
    best = found[0]
    chosen = _with_neighbours(best, found)
    rival = next((c for c in found if c not in chosen and c.known.entity != best.known.entity), None)
    margin = best.score - (rival.score if rival else 0.0)
    return Partial(
        answer=tuple(dict.fromkeys(_last_of_pair(c.known.mention.text) for c in chosen)),
        evidence=(view.cite(view.rows[best.match.key], best.match.part, _around(view, best)),),
        confidence=_confidence(best, margin),
        sparql=_query(best, chosen),
        entities=tuple(dict.fromkeys(c.known.entity for c in chosen)),
    )


def _last_of_pair(name: str) -> str:
    """`甲镇政府与乙公司` names two; what stands where the question has its open place is the second."""
    first, joined, second = name.rpartition("与")
    return second if joined and len(first) > 2 and len(second) > 3 else name


def _confidence(best: _Candidate, margin: float) -> float:
    sure = 0.35 * min(1.0, best.match.score) + 0.25 * min(1.0, best.score - best.match.score) + 0.4 * min(0.5, margin)
    return round(min(0.92, sure + (0.15 if best.fact else 0.0)), 3)


def _wanted(question: Question) -> tuple[tuple[str, ...], tuple[str, ...]]:
    for row in word_table("ask_slots"):
        if question.asked.endswith(row["word"]):
            return tuple(row["types"].split("|")), tuple(end for end in row["ends"].split("|") if end)
    return DEFAULT_TYPES.get(question.kind, ("Company", "Institution", "Agency")), ()


def _content(question: Question) -> str:
    open_place = re.compile(_OPEN.pattern + re.escape(question.asked)) if question.asked else _OPEN
    return open_place.sub("，", question.plain)


def _candidates(
    view: GraphView, question: Question, match: Match, types: Sequence[str], ends: Sequence[str]
) -> Iterator[_Candidate]:
    row = view.rows[match.key]
    asked = normal(question.text)
    facts = [f for f in view.facts_in(row) if f.predicate in PREDICATES.get(question.kind, ())]
    for known in view.mentions_in(row):
        mention = known.mention
        fits = mention.type in types and (not ends or mention.text.endswith(tuple(ends)))
        fact = _joining(facts, known, question) if fits else None
        if not fits or (normal(mention.text) in asked and fact is None):
            continue
        here = mention.part == match.part
        if not here and fact is None:
            continue
        score = match.score + (0.45 if fact else 0.0) + (_fit(row, known, question) if here else 0.0)
        score -= _distance(match.passage, known) if here else 0.1
        yield _Candidate(known=known, score=round(score, 4), fact=fact, match=match)


def _joining(facts: Iterable[Fact], known: KnownMention, question: Question) -> Fact | None:
    """A fact that joins the candidate with what the question names."""
    for fact in facts:
        ends = ((fact.subject_entity, fact.object), (fact.object_entity, fact.subject))
        for entity, other in ends:
            if entity == known.entity and _shares(other, question.plain):
                return fact
    return None


def _shares(name: str, words: str) -> bool:
    wanted = pairs(normal(name))
    return len(wanted & pairs(normal(words))) >= _SAME_SUBJECT * len(wanted)


def _fit(row: TaskRow, known: KnownMention, question: Question) -> float:
    """How well the candidate's neighbours are those of the question's open place."""
    text, mention = row.text(known.mention.part), known.mention
    open_place = re.search(re.escape(_open_words(question)), question.plain)
    if open_place is None:
        return 0.0
    before, after = question.plain[: open_place.start()], question.plain[open_place.end() :]
    left = text[max(0, mention.start - 2) : mention.start]
    right = text[mention.end : mention.end + 6]
    score = 0.0
    if before and left and before[-1:] == left[-1:]:
        score += 0.15
    if question.cue[:1] in "由与和同向被" and left.endswith(question.cue[:1]):
        score += 0.25
    heads = {after[at : at + 2] for at in range(min(4, max(0, len(after) - 1)))}
    score += 0.15 if any(head in right for head in heads if len(head) == 2) else 0.0
    score += 0.2 if after[:1] and right[:1] == after[:1] else 0.0
    return score + _before_colon(text, known, question)


def _before_colon(text: str, known: KnownMention, question: Question) -> float:
    """A place as a heading of its own: `某园区：…`."""
    if question.kind != "location":
        return 0.0
    return 0.2 if text[known.mention.end : known.mention.end + 1] in ("：", ":") else 0.0


def _open_words(question: Question) -> str:
    found = re.search(_OPEN.pattern.replace("(?:是|由|为|在)?", "") + re.escape(question.asked), question.plain)
    return found.group() if found else question.asked


def _distance(passage: Passage, known: KnownMention) -> float:
    if passage.start <= known.mention.start < passage.end:
        return 0.0
    away = min(abs(known.mention.start - passage.end), abs(passage.start - known.mention.end))
    return min(0.35, 0.1 + away / 200)


def _with_neighbours(best: _Candidate, found: Sequence[_Candidate]) -> list[_Candidate]:
    """The best candidate and those that the text lists beside it."""
    same = [c for c in found if c.match.key == best.match.key and c.known.mention.part == best.known.mention.part]
    chosen = [best]
    grown = True
    while grown:
        grown = False
        for one in same:
            if one not in chosen and any(_listed(one, other) for other in chosen) and bool(one.fact) == bool(best.fact):
                chosen.append(one)
                grown = True
    return sorted(chosen, key=lambda c: c.known.mention.start)


def _listed(a: _Candidate, b: _Candidate) -> bool:
    first, second = sorted((a.known.mention, b.known.mention), key=lambda m: m.start)
    return 0 < second.start - first.end <= 1


def _around(view: GraphView, found: _Candidate) -> str:
    row, mention = view.rows[found.match.key], found.known.mention
    passage = found.match.passage
    if mention.part != passage.part or passage.start <= mention.start < passage.end:
        return passage.text
    start, end = min(mention.start, passage.start), max(mention.end, passage.end)
    return row.text(passage.part)[start:end]


def _query(best: _Candidate, chosen: Sequence[_Candidate]) -> str:
    fact = best.fact
    if fact and fact.object_entity and len(chosen) == 1:
        if fact.subject_entity == best.known.entity:
            return sparql.related(fact.object_entity, fact.predicate, [best.known.entity], inverse=True)
        return sparql.related(fact.subject_entity, fact.predicate, [best.known.entity])
    return sparql.labels_of(c.known.entity for c in chosen)
