"""Where cells with spans stand in their grid, for formats that state cells row by row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kg.readers.base import KEEP_THE_TASKS, refusal
from kg.readers.rendition import MAX_AREA, GridCell

MAX_SPAN = 1000
"""A larger row or column span is a slip or an attack; browsers cut column spans at this number too."""


class SpannedCell(NamedTuple):
    """A cell of a row as the format states it, before its column is known."""

    text: str
    row_span: int = 1
    column_span: int = 1


def placed_cells(rows: Iterable[Sequence[SpannedCell]], name: str) -> list[GridCell]:
    """Give every cell its column: the first one of its row that no cell above reaches into.

    Spans that add up beyond all measure are refused; `name` is the document's, for the sentence that says so.

    >>> [(c.row, c.column, c.text) for c in placed_cells([[SpannedCell("a", row_span=2), SpannedCell("b")],
    ...                                                   [SpannedCell("c")]], "a.html")]
    [(0, 0, 'a'), (0, 1, 'b'), (1, 1, 'c')]
    """
    cells: list[GridCell] = []
    busy_until: dict[int, int] = {}
    steps = 0
    for row, stated in enumerate(rows):
        column = 0
        for text, row_span, column_span in stated:
            while busy_until.get(column, 0) > row:
                column += 1
            width = _free_width(busy_until, row, column, column_span)
            height = max(1, min(row_span, MAX_SPAN))
            cells.append(GridCell(row, column, text, height, width))
            for taken in range(column, column + width):
                busy_until[taken] = row + height
            column += width
            steps += width
            if steps > MAX_AREA:
                raise refusal(name, ("表格过大", "the table is too large"), KEEP_THE_TASKS)
        steps += column
    return _within_rows(cells)


def _free_width(busy_until: dict[int, int], row: int, column: int, wanted: int) -> int:
    width = 1
    while width < min(wanted, MAX_SPAN) and busy_until.get(column + width, 0) <= row:
        width += 1
    return width


def _within_rows(cells: list[GridCell]) -> list[GridCell]:
    """Cut row spans that reach below the last row."""
    rows = max((cell.row for cell in cells), default=-1) + 1
    return [
        cell
        if cell.row + cell.row_span <= rows
        else GridCell(cell.row, cell.column, cell.text, rows - cell.row, cell.column_span)
        for cell in cells
    ]
