"""Which component or rule said what of a row, and why candidates were not taken."""

from __future__ import annotations

from kg.errors import QueryError
from kg.extract.context import document_context
from kg.extract.mentions import Rejected, find_mentions
from kg.extract.statements import state_facts
from kg.model import Document, DocumentContext, Mention, Name, Record, Statement, TaskRow
from kg.tables import read_rows


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
    """Read and extract a document again, and tell all about one row.

    Raises `QueryError` where the document has no such row.
    """
    reading = read_rows(document)
    chosen = next((one for one in reading.rows if one.row == row), None)
    if chosen is None:
        known = f"{reading.rows[0].row} … {reading.rows[-1].row}" if reading.rows else "—"
        raise QueryError(f"{document.name} 没有行 {row}；可用的行：{known}")
    context = document_context(reading)
    rejected: list[Rejected] = []
    mentions = find_mentions(reading.rows, context, rejected)
    statements, _ = state_facts(reading.rows, mentions, context)
    return Explanation(
        row=chosen,
        context=context,
        mentions=tuple(mention for mention in mentions if mention.row == row),
        statements=tuple(statement for statement in statements if statement.row == row),
        rejected=tuple(
            Rejection(part=one.part, type=one.type, text=one.text, reason=one.reason)
            for one in rejected
            if one.row == row
        ),
    )


def render_explanation(found: Explanation) -> str:
    """The explanation as lines for a terminal."""
    row = found.row
    units = "、".join(f"{unit.name}（{unit.role}）" for unit in row.units)
    lines = [f"{row.document} {row.row}（{row.kind}）  {units}"]
    lines += [f"[{part}] {text.value}" for part, text in row.parts.items() if part not in ("units", "leaders")]
    lines.append("")
    lines += [
        f"{m.part:<10} {m.type:<11} {m.text}"
        + (f" → {m.canonical}" if m.canonical else "")
        + f"  {m.method} {m.confidence:.2f}"
        for m in found.mentions
    ]
    lines.append("")
    lines += [
        f"{s.subject.text} {s.predicate} {_end(s.object)}  {s.method} {s.confidence:.2f}  “{s.evidence.quote}”"
        for s in found.statements
    ]
    lines.append("")
    lines += [f"未采用 {one.part:<10} {one.type:<11} {one.text}：{one.reason}" for one in found.rejected]
    return "\n".join(lines).rstrip()


def _end(end: Name | str) -> str:
    return end if isinstance(end, str) else end.text
