"""What the columns of a project ledger state: owner, place, investment; the task is the project's name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.extract.amounts import amounts
from kg.extract.clauses import Span
from kg.extract.rowview import RowView
from kg.extract.stating import evidence, statement
from kg.model import DocumentContext, Mention, Name, Statement, TaskRow, Text
from kg.words import word_table

_RELATIONS = ("undertakes", "locatedIn", "responsibleFor")
_AMOUNTS = ("totalInvestment", "investedToDate", "annualPlannedInvestment")
_TEXTS = ("capacity", "constructionContent", "startDate", "completionDate")
_LIST = re.compile("[、，,；;/\n]|以及")
_SCALE = re.compile(r"[（(](?P<scale>亿|万|千)?(?P<currency>美元|元)[）)]")


class LedgerStater:
    """The columns of a ledger that have no name of ours, each as the word list `ledger_columns` says."""

    name = "ledgers"
    states: tuple[str, ...] = (*_RELATIONS, *_AMOUNTS, *_TEXTS)

    def state(self, row: TaskRow, mentions: Sequence[Mention], context: DocumentContext) -> Iterator[Statement]:
        """One statement a name or amount of a known column; nothing for rows that are no ledger's."""
        if row.kind != "ledger" or not row.text("task"):
            return
        view = RowView.of(row, mentions)
        project = ledger_project(view)
        for heading, text in row.extra:
            says = column_says(heading)
            if says and text.value.strip("-—－/无 "):
                yield from _column(view, context, project, heading, text, says)


def ledger_project(view: RowView) -> Name:
    """The project of a ledger's row: its mention where most of the task is one, else the task's whole text."""
    return view.within("task", "Project")[0].name


@cache
def column_says(heading: str) -> str | None:
    """The property that a column's heading means; a unit in brackets (`总投资（万元）`) is no part of it."""
    bare = re.sub(r"[（(][^）)]*[）)]", "", heading)
    exact = {row["heading"]: row["says"] for row in word_table("ledger_columns")}
    longest = next((word for word in sorted(exact, key=len, reverse=True) if word in bare), None)
    return None if longest is None or exact[longest] == "none" else exact[longest]


def _column(
    view: RowView, context: DocumentContext, project: Name, heading: str, text: Text, says: str
) -> Iterator[Statement]:
    whole = evidence(view.row, heading, Span(0, len(text.value)))
    if says in _AMOUNTS:
        written, value, unit = _amount(heading, text.value)
        ends = (project, says, written)
        yield statement(view.row, context, "ledger:column", ends, whole, value=value, unit=unit)
    elif says in _TEXTS:
        yield statement(view.row, context, "ledger:column", (project, says, text.value), whole)
    else:
        for span, name in _names(view, text.value):
            proof = evidence(view.row, heading, span)
            if says == "locatedIn":
                place = Name(type="Park" if re.search("(?:园|园区|开发区|基地)$", name) else "Area", text=name)
                yield statement(view.row, context, "ledger:column", (project, says, place), proof)
            else:
                role = "lead" if says == "responsibleFor" and name == text.value else None
                role = role or ("joint" if says == "responsibleFor" else None)
                ends_ = (_owner(view, name, says), says, project)
                yield statement(view.row, context, "ledger:column", ends_, proof, role=role)


def _owner(view: RowView, name: str, says: str) -> Name:
    found = view.unit_name(name)
    if (
        says == "undertakes"
        and found.type == "Agency"
        and not re.search("(?:局|委|办|厅|部|府|中心|镇|街道|会|院)$", name)
    ):
        return Name(type="Company", text=name)
    return found


def _names(view: RowView, value: str) -> Iterator[tuple[Span, str]]:
    start = 0
    for found in [*_LIST.finditer(value), None]:
        end = found.start() if found else len(value)
        if value[start:end].strip():
            yield Span(start, end), value[start:end].strip()
        start = found.end() if found else len(value)


def _amount(heading: str, written: str) -> tuple[str, str | None, str | None]:
    """The amount as written with the unit of its heading where its cell has none (`12000` under 总投资（万元）)."""
    scale = _SCALE.search(heading)
    bare = re.fullmatch(r"\d[\d,]*(?:\.\d+)?", written)
    if bare and scale:
        written += f"{scale['scale'] or ''}{scale['currency']}"
    found = next(amounts(written), None)
    return (written, found.value, found.unit) if found else (written, None, None)
