"""Which component or rule said what of a row, and why candidates were not taken."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.errors import QueryError
from kg.extract.context import document_context
from kg.extract.mentions import Rejected, find_mentions
from kg.extract.statements import state_facts
from kg.model import Document, DocumentContext, Mention, Record, Statement, TaskRow
from kg.tables import read_rows

_ROW = re.compile(r"(?P<kind>[rs]?)(?P<number>[0-9]+)")


class Rejection(Record):
    """A candidate that was not taken: the type it would have had, its text, and the reason."""

    part: str
    type: str
    text: str
    reason: str


class Explanation(Record):
    """One row as understood, with the rule behind each mention and statement."""

    row: TaskRow
    context: DocumentContext
    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]
    rejected: tuple[Rejection, ...]


def explain_row(document: Document, row: str) -> Explanation:
    """Read and extract a document again, and tell all about one row, named `r012` or `12`.

    Raises `QueryError` where the document has no such row.
    """
    reading = read_rows(document)
    chosen = _called(reading.rows, row)
    if chosen is None:
        known = f"{reading.rows[0].row} … {reading.rows[-1].row}" if reading.rows else "—"
        raise QueryError(
            f"{document.name} has no row {row}; its rows are {known}",
            chinese=f"{document.name} 没有行 {row}；可用的行：{known}。",
        )
    context = document_context(reading)
    rejected: list[Rejected] = []
    mentions = find_mentions(reading.rows, context, rejected)
    statements, _ = state_facts(reading.rows, mentions, context)
    return Explanation(
        row=chosen,
        context=context,
        mentions=tuple(mention for mention in mentions if mention.row == chosen.row),
        statements=tuple(statement for statement in statements if statement.row == chosen.row),
        rejected=tuple(
            Rejection(part=one.part, type=one.type, text=one.text, reason=one.reason)
            for one in rejected
            if one.row == chosen.row
        ),
    )


def _called(rows: Sequence[TaskRow], asked: str) -> TaskRow | None:
    """The row that people mean: `r012`, `12` or `R12`; of a row of a table and a sentence of one number, the former."""
    said = _ROW.fullmatch(asked.strip().lower())
    fitting = [row for row in rows if row.row == asked or (said and _is_meant(row.row, said["kind"], said["number"]))]
    return min(fitting, key=lambda row: row.row, default=None)


def _is_meant(row: str, kind: str, number: str) -> bool:
    return row.startswith(kind) and int(row[1:]) == int(number)
