"""What the rows of a document state, by the staters one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from itertools import groupby

from kg.errors import OntologyError
from kg.extract.budgets import BudgetStater
from kg.extract.cooperation import CooperationStater
from kg.extract.duties import DutyStater
from kg.extract.investments import InvestmentStater
from kg.extract.ledgers import LedgerStater
from kg.extract.places import PlaceStater
from kg.extract.rowview import RowView
from kg.extract.stages import StageStater
from kg.extract.stating import Stater
from kg.extract.ventures import VentureStater
from kg.model import DocumentContext, Finding, Mention, Name, Statement, TaskRow
from kg.ontology import ontology

STATERS: tuple[Stater, ...] = (
    DutyStater(),
    VentureStater(),
    InvestmentStater(),
    PlaceStater(),
    CooperationStater(),
    StageStater(),
    BudgetStater(),
    LedgerStater(),
)
"""Adding one is one file and one line here, or an entry point of the group `kg.extractors`."""

PLUGINS = "kg.extractors"
"""The entry point group; what it names is a stater, or a class or function that makes one."""


@cache
def staters() -> tuple[Stater, ...]:
    """The staters of this list and those of installed plug-ins, the latter by their names.

    Raises `OntologyError` where a plug-in is no stater or states what the ontology does not define.
    """
    found = entry_points(group=PLUGINS)
    return (*STATERS, *(_loaded(point) for point in sorted(found, key=lambda point: point.name)))


def _loaded(point: EntryPoint) -> Stater:
    made = point.load()
    made = made() if callable(made) else made
    if not isinstance(made, Stater):
        raise OntologyError(
            f"plug-in {point.name} ({point.value}) has no name, states and state(row, mentions, context); add them"
        )
    unknown = [predicate for predicate in made.states if predicate not in ontology().properties]
    if unknown:
        names = ", ".join(unknown)
        raise OntologyError(f"plug-in {point.name} states {names}, which the ontology does not define; add them there")
    return made


def state_facts(
    rows: Sequence[TaskRow],
    mentions: Sequence[Mention],
    context: DocumentContext,
    by: Sequence[Stater] | None = None,
) -> tuple[tuple[Statement, ...], tuple[Finding, ...]]:
    """The statements of one document in the order of its rows, and what is doubtful about them.

    `by` names the staters to ask, by default all that are known. Of equal statements of a row the most confident
    one is kept. The input's order does not matter.
    """
    by_row = _by_row(mentions)
    asked = staters() if by is None else by
    stated: list[Statement] = []
    doubts: list[Finding] = []
    for row in sorted(rows, key=lambda row: row.row):
        view = RowView(row, by_row.get(row.row, ()))
        found = [_weighed(s, view) for s in _distinct(s for stater in asked for s in stater.state(row, view, context))]
        stated += found
        doubts += _doubts(row, found)
    return tuple(stated), tuple(doubts)


def _weighed(statement: Statement, view: RowView) -> Statement:
    """The statement with the confidence of its rule times that of its less sure name, at that name's surest mention."""
    least = view.confidence(statement.subject)
    if not isinstance(statement.object, str):
        least = min(least, view.confidence(statement.object))
    return statement.model_copy(update={"confidence": round(statement.confidence * least, 3)})


def _by_row(mentions: Sequence[Mention]) -> dict[str, tuple[Mention, ...]]:
    ordered = sorted(mentions, key=lambda m: m.row)
    return {row: tuple(group) for row, group in groupby(ordered, key=lambda m: m.row)}


def _distinct(statements: Iterable[Statement]) -> list[Statement]:
    kept: dict[tuple[Name, str, Name | str], Statement] = {}
    for statement in statements:
        key = (statement.subject, statement.predicate, statement.object)
        if statement.confidence > kept.setdefault(key, statement).confidence:
            kept[key] = statement
    return list(kept.values())


def _doubts(row: TaskRow, statements: Sequence[Statement]) -> Iterator[Finding]:
    """Two different totals for one project in one row: at most one of them can be right."""
    totals: dict[Name, list[Statement]] = {}
    for statement in statements:
        if statement.predicate == "totalInvestment" and statement.value:
            totals.setdefault(statement.subject, []).append(statement)
    for name, found in totals.items():
        if len({(s.value, s.unit) for s in found}) > 1:
            written = "、".join(str(s.object) for s in found)
            yield Finding(
                severity="warning",
                code="conflicting-amounts",
                message=f"“{name.text}”在同一行中有不同的总投资：{written}。",
                place=row.place,
                quote=found[-1].evidence.quote,
                next_step="请核对原文，确认哪一个是项目总投资。",
                row=row.row,
            )
