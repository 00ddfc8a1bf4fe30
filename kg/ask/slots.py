"""Questions that leave one place of a sentence open: which company, which park, which town, how much.

The sentence that speaks of the rest of the question is looked for; of the names and amounts in it, the one that
stands where the question has its open place, or that a statement of the row joins with the subject, is the answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from kg.ask import sparql
from kg.ask.answer import Partial
from kg.ask.passages import Match, Passage, Passages
from kg.ask.question import Question
from kg.ask.scopes import Scope
from kg.ask.writings import match_any, other_writings
from kg.graph.likeness import pairs
from kg.graph.names import Names
from kg.graph.view import GraphView
from kg.model import Fact, KnownMention, Record, TaskRow
from kg.resolve.normal import normal
from kg.words import word_table

PREDICATES = {
    "investor": ("undertakes", "investedIn", "cooperatesWith"),
    "cooperate": ("cooperatesWith", "undertakes", "investedIn"),
    "which": ("investedIn", "undertakes", "cooperatesWith", "locatedIn"),
    "location": ("locatedIn",),
}
DEFAULT_TYPES = {"investor": ("Company",), "cooperate": ("Company", "Institution"), "location": ("Area", "Park")}
LEAST_SCORE = 0.4
_ROWS_LOOKED_AT = 6
_OPEN = re.compile(
    r"(?:是|由|为|在)?(?:哪些|哪两家|哪两个|哪三家|哪三个|哪几家|哪几个|哪一家|哪一个|哪个|哪家|哪位|哪只|哪支|哪所|哪座|哪处|什么|哪里|哪儿|何处|何地|谁|哪)"
)
_SAME_SUBJECT = 0.6
_HEADING = re.compile(r"(?:\d+[.、．])?(?:[（(]\d+[)）])?(?P<place>[^，。；：:\d]{2,16})[：:]")
_PLACE_ENDS = (
    ("园区", ("园", "园区", "开发区", "化工区", "经开区", "高新区", "基地", "示范区")),
    ("园", ("园", "园区")),
    ("区", ("区",)),
    ("镇街", ("镇", "街道", "乡")),
    ("镇", ("镇", "街道", "乡")),
    ("街道", ("街道", "镇")),
    ("乡", ("乡", "镇")),
    ("村", ("村", "社区")),
)


class _Candidate(Record):
    known: KnownMention
    score: float
    fact: Fact | None = None
    match: Match


def fill(names: Names, passages: Passages, question: Question, scope: Scope) -> Partial | None:
    """The company, park, place or other name that a question asks for."""
    view = names.view
    types, ends = _wanted(question)
    stated = _stated(names, question, scope, types, ends)
    if stated:
        return stated
    content = _content(question)
    matches = match_any(names, passages, content, scope.documents)
    if scope.wider and (not matches or matches[0].score < LEAST_SCORE):
        matches = match_any(names, passages, content, scope.wider)
    if not matches or matches[0].score < LEAST_SCORE:
        return None
    found = [c for match in matches[:_ROWS_LOOKED_AT] for c in _candidates(view, question, match, types, ends)]
    headed = _heading(view, question, matches) if question.kind == "location" else None
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


def _stated(
    names: Names, question: Question, scope: Scope, types: Sequence[str], ends: Sequence[str]
) -> Partial | None:
    """What statements of the scope join with the very thing that the question names, by the likeliest relation."""
    view = names.view
    wanted = {normal(question.subject), *map(normal, other_writings(names, question.subject, scope.documents))}
    entities = [e for e in names.exact(question.subject, scope.area) if e.type not in ("Task", "Area")]
    forms = wanted | {normal(form) for e in entities for form in (e.name, *e.aliases)}
    for predicate in PREDICATES.get(question.kind, ()):
        facts: dict[str, Fact] = {}
        for document in scope.documents:
            for fact in _facts_of_document(view, document):
                other = _other_end(fact, forms) if fact.predicate == predicate else None
                if other and _fits_type(view, other[0], other[1], types, ends):
                    facts.setdefault(other[1], fact)
        unsaid = {name: fact for name, fact in facts.items() if normal(name) not in normal(question.subject)}
        facts = unsaid or facts
        if facts:
            return _from_facts(view, facts, predicate, wanted)
    return None


def _facts_of_document(view: GraphView, document: str) -> Iterator[Fact]:
    for row in view.rows_of(document):
        yield from view.facts_in(row)


def _other_end(fact: Fact, forms: set[str]) -> tuple[str | None, str] | None:
    """The end of a fact that is asked for, as an entity and as written; None where neither end is the subject."""
    if fact.basis != "stated" and fact.predicate != "locatedIn":
        return None
    if normal(fact.subject) in forms and fact.predicate in ("locatedIn", "cooperatesWith", "investedIn"):
        return fact.object_entity, fact.object
    if normal(fact.object) in forms and fact.predicate != "locatedIn":
        return fact.subject_entity, fact.subject
    return None


def _fits_type(view: GraphView, entity: str | None, written: str, types: Sequence[str], ends: Sequence[str]) -> bool:
    known = view.entities.get(entity or "")
    return bool(known and known.type in types and (not ends or written.endswith(tuple(ends))))


def _from_facts(view: GraphView, facts: dict[str, Fact], predicate: str, wanted: set[str]) -> Partial:
    said = list(facts.values())
    exact = all(normal(f.subject) in wanted or normal(f.object) in wanted for f in said)
    sure = min(fact.confidence for fact in said) * (1.0 if exact else 0.85)
    ends = [f.subject_entity if f.subject in facts else f.object_entity or "" for f in said]
    return Partial(
        answer=tuple(facts),
        evidence=tuple(view.citation(fact) for fact in said),
        confidence=round(min(0.78, sure), 3),
        sparql=sparql.labels_of(ends) if len(said) > 1 else _fact_query(said[0], ends[0]),
        entities=tuple(dict.fromkeys(ends)),
    )


def _fact_query(fact: Fact, answer: str) -> str:
    if fact.object_entity and fact.subject_entity == answer:
        return sparql.related(fact.object_entity, fact.predicate, inverse=True)
    return sparql.related(fact.subject_entity, fact.predicate)


def _heading(view: GraphView, question: Question, matches: Sequence[Match]) -> Partial | None:
    """The place under whose heading the best sentences report the subject (`某园区：某项目已…`)."""
    for match in matches[:2]:
        text = view.rows[match.key].text(match.part)
        line = _HEADING.match(match.passage.text)
        if match.literal and line and line["place"].endswith(_place_ends(question.asked)):
            quote = match.passage.text
            return Partial(
                answer=(line["place"],),
                evidence=(view.cite(view.rows[match.key], match.part, quote),),
                confidence=0.82,
                sparql=sparql.text_holding(match.key, match.part, line["place"]),
            )
        for section in view.rows[match.key].progress_by_unit:
            inside = match.part == "progress" and section.start <= match.passage.start < section.end
            if inside and match.literal and section.unit.endswith(_place_ends(question.asked)):
                return Partial(
                    answer=(section.unit,),
                    evidence=(view.cite(view.rows[match.key], "progress", text[section.start : match.passage.end]),),
                    confidence=0.8,
                    sparql=sparql.text_holding(match.key, "progress", section.unit),
                )
    return None


def _place_ends(asked: str) -> tuple[str, ...]:
    for word, ends in _PLACE_ENDS:
        if asked.endswith(word):
            return ends
    return tuple(end for _, ends in _PLACE_ENDS for end in ends)


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
            return sparql.related(fact.object_entity, fact.predicate, inverse=True)
        return sparql.related(fact.subject_entity, fact.predicate)
    return sparql.labels_of(c.known.entity for c in chosen)


@cache
def _asked_words() -> tuple[str, ...]:
    return tuple(row["word"] for row in word_table("ask_slots"))
