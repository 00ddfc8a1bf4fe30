"""One row whose columns are understood."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from kg.model.place import Place
from kg.model.record import Record
from kg.model.text import Text

Role = Literal["lead", "joint"]
Status = Literal["completed", "partly_completed", "not_completed"]
RowKind = Literal["task", "bracketed", "ledger", "sentence"]

TEXT_PARTS = ("task", "targets", "progress", "problems", "next_steps")
"""The parts that are running text, in the order in which they are read."""

PARTS = (*TEXT_PARTS, "units", "leaders", "deadline")


class Unit(Record):
    """A responsible unit as its cell names it, without role mark; the span is of the document's text."""

    name: str
    role: Role
    source_start: int
    source_end: int
    heading: str | None = None
    """The column or bracket word that named it, where it says more than 责任单位 (牵头单位, 配合单位)."""


class Leader(Record):
    """A leader's name as written, blanks inside a name removed; the span is of the document's text."""

    name: str
    source_start: int
    source_end: int


class UnitProgress(Record):
    """The part `[start, end)` of the row's progress that stands under the heading of `unit`."""

    unit: str
    start: int
    end: int


class TaskRow(Record):
    """A logical row: pieces joined, repeated headers dropped, merged cells carried down.

    `parts` holds the running texts and the raw cells of units, leaders and deadline; a part that a row has not
    is absent. A sentence of prose is a row of kind `sentence` whose only part is `progress`.
    """

    document: str
    row: str
    kind: RowKind = "task"
    number: str | None = None
    section: str | None = None
    item: str | None = None
    parts: Mapping[str, Text] = {}
    units: tuple[Unit, ...] = ()
    leaders: tuple[Leader, ...] = ()
    status: Status | None = None
    progress_by_unit: tuple[UnitProgress, ...] = ()
    extra: tuple[tuple[str, Text], ...] = ()
    """Columns without a name of ours, under their own headings, in column order."""
    place: Place

    def text(self, part: str) -> str:
        """The text of a part, empty where the row has none."""
        found = self.parts.get(part)
        return found.value if found is not None else ""
