"""Logical rows to records: each column's text into the part that its role names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain

from kg.model import Document, Place, TaskRow, Text, Unit
from kg.model.task import Role, RowKind
from kg.tables.flow import Column, PhysicalRow, Spans
from kg.tables.headers import header_role
from kg.tables.labelled import Block
from kg.tables.leaders import read_leaders
from kg.tables.progress import answered_status, progress_by_unit, sentence_by_unit, stated_status
from kg.tables.units import UnitReader

_DASHES = re.compile(r"[—–\-－/／\\]+")
_DEADLINE = re.compile(r"时限|时间|节点")
_LEAD, _JOINT = re.compile(r"牵头|主办|主责|承办"), re.compile(r"配合|协办|参与|支撑|协同")
_TEXT_ROLES = ("targets", "progress", "problems", "next_steps", "deadline")
_UNIT_ROLES: dict[str, Role | None] = {"units": None, "lead_units": "lead", "joint_units": "joint"}
_LABEL_ROLES = frozenset(
    {"number", "item", "status", "task", "targets", *_UNIT_ROLES, "leaders", "extra", "deadline", "quarter"}
)
_KEPT_ROLES = frozenset({"extra", "quarter"})
"""Columns that keep their heading: those without a part of their own, and quarters, which share one."""
_TOTAL = re.compile(r"(?:合计|总计|小计|共计)(?:[：:（(].*)?")
_TOTAL_WITHIN = 8
_NOTHING = Text()


class RowMaker:
    """Makes the records of one document, rows and sentences each numbered in its order."""

    def __init__(self, document: Document, furniture: Spans) -> None:
        self._document = document
        self._furniture = furniture
        self._units = UnitReader("".join(document.text.split()))
        self._made = self._told = 0
        self.labels: list[tuple[int, int]] = []
        """Spans of numbers and items: part of rows, but of none of their texts."""

    def table_row(
        self, pieces: Sequence[PhysicalRow], columns: Sequence[Column], section: str | None, carried: CarriedDown
    ) -> TaskRow | None:
        """One record of the physical rows that make it, or None where nothing stands in them."""
        cells = carried.units([self._column(pieces, index) for index in range(len(columns))], columns)
        texts = [self._text(spans) for spans in cells]
        by_role = _by_role(columns, texts)
        number, item = carried.fill(by_role.get("number", _NOTHING).value, by_role.get("item", _NOTHING).value)
        self._label(cells, columns)
        parts = {role: by_role[role] for role in _TEXT_ROLES if _says_something(by_role.get(role))}
        quarters = [text for text, column in zip(texts, columns, strict=True) if column.role == "quarter"]
        if "targets" not in parts and any(map(_says_something, quarters)):
            parts["targets"] = _joined(text for text in quarters if _says_something(text))
        task = by_role.get("task") or by_role.get("ledger") or _NOTHING
        if not _says_something(task):
            task = parts.get("targets", _NOTHING)
        if task:
            parts["task"] = task
        kind: RowKind = "ledger" if any(column.role == "ledger" for column in columns) else "task"
        extra = tuple(
            (column.heading, text)
            for column, text in zip(columns, texts, strict=True)
            if column.role in _KEPT_ROLES and _says_something(text)
        )
        if not task and not parts.get("progress") and not parts.get("problems"):
            return None
        return self._row(kind, number or None, section, item or None, parts, cells, columns, texts, extra)

    def _row(
        self,
        kind: RowKind,
        number: str | None,
        section: str | None,
        item: str | None,
        parts: dict[str, Text],
        cells: Sequence[Spans],
        columns: Sequence[Column],
        texts: Sequence[Text],
        extra: tuple[tuple[str, Text], ...],
        place: Place | None = None,
    ) -> TaskRow:
        units = self._read_units(cells, columns, texts)
        unit_text = _joined([text for column, text in zip(columns, texts, strict=True) if column.role in _UNIT_ROLES])
        leader_cells = tuple(chain.from_iterable(c for c, k in zip(cells, columns, strict=True) if k.role == "leaders"))
        if unit_text:
            parts["units"] = unit_text
        if leader_cells:
            parts["leaders"] = self._text(leader_cells)
        progress = parts.get("progress", _NOTHING)
        of_columns = (
            answered_status(text.value, column.heading)
            for column, text in zip(columns, texts, strict=True)
            if column.role == "status"
        )
        self._made += 1
        return TaskRow(
            document=self._document.name,
            row=f"r{self._made:03d}",
            kind=kind,
            number=number,
            section=section,
            item=item,
            parts=parts,
            units=units,
            leaders=read_leaders(self._document.text, leader_cells),
            status=next(of_columns, None) or stated_status(progress.value),
            progress_by_unit=progress_by_unit(progress, units, self._document.text),
            extra=extra,
            place=place or self._document.place(_first_offset(cells)),
        )

    def bracketed_row(
        self,
        task: Spans,
        number: str | None,
        section: str | None,
        fields: Sequence[tuple[str, tuple[int, int]]],
    ) -> TaskRow:
        """A record of a paragraph and the bracket of units behind it."""
        parts = {"task": self._text(task)}
        columns = [Column(_field_role(label), label) for label, _ in fields]
        cells: list[Spans] = [(span,) for _, span in fields]
        texts = [self._text(spans) for spans in cells]
        by_role = _by_role(columns, texts)
        parts |= {role: by_role[role] for role in _TEXT_ROLES if _says_something(by_role.get(role))}
        place = self._document.place(task[0][0] if task else 0)
        return self._row("bracketed", number, section, None, parts, cells, columns, texts, (), place)

    def labelled_row(self, block: Block, section: str | None) -> TaskRow | None:
        """A record of the labelled lines that tell one task."""
        self.labels += block.labels
        row = self.table_row((PhysicalRow(block.cells, whole=True),), block.columns, section, CarriedDown())
        return row.model_copy(update={"number": block.number}) if row and block.number else row

    def sentence(self, spans: Spans, section: str | None) -> TaskRow:
        """A record of one sentence of prose."""
        self._told += 1
        progress = self._text(spans)
        return TaskRow(
            document=self._document.name,
            row=f"s{self._told:03d}",
            kind="sentence",
            section=section,
            parts={"progress": progress},
            progress_by_unit=sentence_by_unit(progress),
            place=self._document.place(spans[0][0]),
        )

    def cell_text(self, row: PhysicalRow, column: int) -> str:
        """A physical cell's text without white space."""
        return "".join("".join(self._document.text[start:end].split()) for start, end in row.cells[column])

    def is_total(self, row: PhysicalRow) -> bool:
        """Whether a physical row adds up the others (合计)."""
        first = next((spans[0] for spans in row.cells if spans), None)
        if first is None or "计" not in self._document.text[first[0] : first[0] + _TOTAL_WITHIN]:
            return False
        return _TOTAL.fullmatch("".join(self._document.text[slice(*first)].split())) is not None

    def _column(self, pieces: Sequence[PhysicalRow], index: int) -> Spans:
        spans = [span for piece in pieces for span in piece.cells[index]]
        return tuple(dict.fromkeys(spans))

    def _text(self, spans: Spans) -> Text:
        return Text.from_spans(self._document.text, spans) if spans else _NOTHING

    def _label(self, cells: Sequence[Spans], columns: Sequence[Column]) -> None:
        for spans, column in zip(cells, columns, strict=True):
            if column.role in _LABEL_ROLES:
                self.labels += spans

    def _read_units(self, cells: Sequence[Spans], columns: Sequence[Column], texts: Sequence[Text]) -> tuple[Unit, ...]:
        found: dict[str, Unit] = {}
        several = sum(1 for column, text in zip(columns, texts, strict=True) if column.role in _UNIT_ROLES and text) > 1
        for spans, column, text in zip(cells, columns, texts, strict=True):
            if column.role not in _UNIT_ROLES or not _says_something(text):
                continue
            default = _UNIT_ROLES[column.role]
            if several and default is None:
                default = "joint"
            heading = column.heading if default else None
            for unit in self._units.read(self._document.text, spans, default, heading):
                if unit.name not in found or unit.role == "lead":
                    found[unit.name] = unit
        units = tuple(found.values())
        return (units[0].model_copy(update={"role": "lead"}),) if len(units) == 1 else units


class CarriedDown:
    """Carries a number, an item and units that stand left of the tasks down to the rows that share them."""

    def __init__(self) -> None:
        self._number, self._item = "", ""
        self._units: dict[int, Spans] = {}

    def units(self, cells: Sequence[Spans], columns: Sequence[Column]) -> list[Spans]:
        """The cells, those of units filled that stand left of the task: there a unit heads the rows below it."""
        filled = list(cells)
        for index, column in enumerate(columns):
            if column.role in ("task", "ledger"):
                break
            if column.role in _UNIT_ROLES:
                filled[index] = self._units[index] = cells[index] or self._units.get(index, ())
        return filled

    def fill(self, number: str, item: str) -> tuple[str, str]:
        """The number and item in force: a new number without an item ends the item before it."""
        if number:
            self._number, self._item = number.rstrip(".．、"), item
        elif item:
            self._item = item
        return self._number, self._item

    def reset(self) -> None:
        """A new table or section begins."""
        self._number, self._item = "", ""
        self._units = {}


def _by_role(columns: Sequence[Column], texts: Sequence[Text]) -> dict[str, Text]:
    by_role: dict[str, Text] = {}
    for column, text in zip(columns, texts, strict=True):
        by_role.setdefault(column.role, text)
    return by_role


def _says_something(text: Text | None) -> bool:
    return bool(text) and text is not None and not _DASHES.fullmatch(text.value)


def _joined(texts: Iterable[Text]) -> Text:
    filled = [text for text in texts if text]
    return sum(filled[1:], filled[0]) if filled else _NOTHING


def _first_offset(cells: Sequence[Spans]) -> int:
    return min((span[0] for spans in cells for span in spans), default=0)


def _field_role(label: str) -> str:
    if (role := header_role(label)) in _TEXT_ROLES:
        return role
    if _DEADLINE.search(label):
        return "deadline"
    if "领导" in label or label == "责任人":
        return "leaders"
    if _LEAD.search(label):
        return "lead_units"
    return "joint_units" if _JOINT.search(label) else "units"
