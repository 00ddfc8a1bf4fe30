"""Who answers for a task or project, who leads it, who supervises it."""

from __future__ import annotations

from collections.abc import Sequence

from kg.ask import sparql
from kg.ask.answer import Partial
from kg.ask.answer_words import no_lead
from kg.ask.passages import Match, Passages
from kg.ask.question import Question
from kg.ask.scopes import Scope
from kg.graph.ownership import passage_units
from kg.graph.view import Citation, GraphView
from kg.model import TaskRow, Unit

LEAST_SCORE = 0.42
"""Below this share of its words found, a task or project counts as not found."""

_DISPUTED = 0.78
_MARGIN = 0.3


def find_rows(passages: Passages, subject: str, scope: Scope) -> tuple[list[Match], float]:
    """The rows that a subject means, and how sure that is.

    Rows whose aim holds its very words are all meant, of the newest document where several have them; else the one
    row that holds most of its words.
    """
    ranked = passages.match(subject, scope.documents, year=scope.year)
    if scope.wider and (not ranked or ranked[0].score < LEAST_SCORE):
        ranked = passages.match(subject, scope.wider, year=scope.year)
    if not ranked or ranked[0].score < LEAST_SCORE:
        return [], 0.0
    literal = [match for match in ranked if match.literal and match.in_aim] or [m for m in ranked if m.literal]
    if literal:
        best = _newest(passages.view, literal)
        sure = _literal_confidence(passages.view, best, subject)
        one_home = len({passages.view.documents[match.document].area for match in literal}) == 1
        if not _agree(passages.view, best, [match for match in ranked if match.literal]):
            sure = min(sure, _DISPUTED)
        return _one_a_row(best), sure if one_home else min(sure, 0.6)
    best_row = ranked[0]
    rival = next((match for match in ranked if match.key != best_row.key), None)
    margin = best_row.score - (rival.score if rival else 0.0)
    return [best_row], round(min(0.92, 0.65 * best_row.score + 0.7 * min(margin, _MARGIN) + 0.05), 3)


def _agree(view: GraphView, chosen: Sequence[Match], literal: Sequence[Match]) -> bool:
    """Whether every row of the chosen documents that holds the very words has the same units."""
    documents = {match.document for match in chosen}

    def units(matches: Sequence[Match]) -> set[str]:
        return {
            name
            for m in matches
            if m.document in documents
            for name in passage_units(view.rows[m.key], m.part, m.passage.start, m.passage.end)
        }

    return units(chosen) == units(literal)


def _newest(view: GraphView, matches: Sequence[Match]) -> list[Match]:
    newest = max(view.when(view.documents[match.document]) for match in matches)
    return [match for match in matches if view.when(view.documents[match.document]) == newest]


def _literal_confidence(view: GraphView, matches: Sequence[Match], subject: str) -> float:
    if len(subject) < 4:
        return 0.6
    owners = {passage_units(view.rows[m.key], m.part, m.passage.start, m.passage.end) for m in matches}
    sure = 0.96 if matches[0].in_aim else 0.88
    return sure if len(owners) == 1 else max(0.5, round(_DISPUTED - 0.05 * (len(owners) - 2), 2))


def _one_a_row(matches: Sequence[Match]) -> list[Match]:
    return list({match.key: match for match in reversed(matches)}.values())[::-1]


def owners(view: GraphView, passages: Passages, question: Question, scope: Scope) -> Partial | None:
    """The responsible units of what is asked about, as its rows write them."""
    matches, sure = find_rows(passages, question.subject, scope)
    units: dict[str, None] = {}
    for match in matches:
        row = view.rows[match.key]
        for name in passage_units(row, match.part, match.passage.start, match.passage.end):
            units.setdefault(name)
    if not units:
        return None
    rows = [match.key for match in matches]
    return Partial(
        answer=tuple(units),
        evidence=tuple(proof for match in matches for proof in _proofs(view, match)),
        confidence=sure,
        sparql=_owner_query(view, matches, tuple(units)),
        entities=_unit_entities(view, rows, units),
    )


def _owner_query(view: GraphView, matches: Sequence[Match], units: Sequence[str]) -> str:
    rows = [match.key for match in matches]
    of_rows = {unit.name for key in rows for unit in view.rows[key].units}
    if set(units) == of_rows:
        return sparql.units_of(rows)
    return sparql.labels_of(_unit_entities(view, rows, dict.fromkeys(units)))


def _unit_entities(view: GraphView, rows: Sequence[tuple[str, str]], units: dict[str, None]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for key in rows:
        for known in view.mentions_in(view.rows[key]):
            if known.mention.text in units and known.mention.type != "Area":
                found.setdefault(known.entity)
    return tuple(found)


def lead(view: GraphView, passages: Passages, question: Question, scope: Scope) -> Partial | None:
    """The unit that leads; where a row marks none, all its units with little confidence."""
    matches, sure = find_rows(passages, question.subject, scope)
    rows = [view.rows[match.key] for match in matches]
    marked = [unit for row in rows for unit in row.units if unit.role == "lead"]
    named: Sequence[Unit] = marked or [unit for row in rows for unit in row.units]
    if not named:
        return None
    names = dict.fromkeys(unit.name for unit in named)
    return Partial(
        answer=tuple(names),
        evidence=tuple(proof for match in matches for proof in _proofs(view, match)),
        confidence=sure if marked else min(sure, 0.5),
        sparql=sparql.units_of([match.key for match in matches], lead=bool(marked)),
        note="" if marked else no_lead(question.words),
        entities=_unit_entities(view, [match.key for match in matches], names),
    )


def leader(view: GraphView, passages: Passages, question: Question, scope: Scope) -> Partial | None:
    """The leaders in charge of what is asked about."""
    matches, sure = find_rows(passages, question.subject, scope)
    with_leaders = [match for match in matches if view.rows[match.key].leaders]
    names = dict.fromkeys(leader.name for match in with_leaders for leader in view.rows[match.key].leaders)
    if not names:
        return None
    return Partial(
        answer=tuple(names),
        evidence=tuple(proof for match in with_leaders for proof in _proofs(view, match, "leaders")),
        confidence=sure,
        sparql=sparql.leaders_of([match.key for match in with_leaders]),
    )


def _proofs(view: GraphView, match: Match, cell: str = "units") -> tuple[Citation, ...]:
    """The sentence that names the subject, and the cell that names who answers for it."""
    row: TaskRow = view.rows[match.key]
    proofs = [view.cite(row, match.part, match.passage.text)]
    if row.text(cell):
        proofs.append(view.cite(row, cell))
    return tuple(proofs)
