"""Which mentions of a row count: no firm taken for a project, one name a project, a ledger's task as a whole."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from kg.extract.aliases import with_one_name
from kg.model import Mention, TaskRow


def mentions_of_row(row: TaskRow, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions of a row that rules are to see, by part and start, the longest first."""
    own = with_one_name(_without_firms([m for m in mentions if m.row == row.row]))
    return tuple(sorted(_with_ledger_project(row, own), key=_place))


def _without_firms(mentions: list[Mention]) -> list[Mention]:
    """The mentions without firms' names that are projects only by another row, where this one says no such thing."""
    doubtful = [m for m in mentions if m.method == "memory/project"]
    if not doubtful:
        return mentions
    firms = sorted((m.part, m.start, m.end) for m in mentions if m.type == "Company")
    reach = list(accumulate(firms, lambda far, firm: max(far, (firm[0], firm[2])), initial=("", 0)))
    inside = {id(m) for m in doubtful if reach[bisect_right(firms, (m.part, m.start, sys.maxsize))] >= (m.part, m.end)}
    return [m for m in mentions if id(m) not in inside]


def _with_ledger_project(row: TaskRow, mentions: list[Mention]) -> list[Mention]:
    """A ledger's task is the project's name: it is one project, whatever was found inside it."""
    task = row.parts.get("task")
    if row.kind != "ledger" or not task:
        return mentions
    inside = [m for m in mentions if m.part == "task" and m.type == "Project"]
    longest = max(inside, key=lambda m: m.end - m.start, default=None)
    if longest is not None and (longest.end - longest.start) * 2 >= len(task.value):
        return [m for m in mentions if m not in inside or m is longest]
    source = task.source_span(0, len(task.value))
    whole = Mention(
        document=row.document,
        row=row.row,
        part="task",
        type="Project",
        text=task.value,
        start=0,
        end=len(task.value),
        source_start=source[0],
        source_end=source[1],
        method="ledger/task",
        confidence=0.95,
    )
    return [*(m for m in mentions if m not in inside), whole]


def _place(mention: Mention) -> tuple[str, int, int, str]:
    return (mention.part, mention.start, -mention.end, mention.type)
