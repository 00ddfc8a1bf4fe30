"""Tables that the format itself states: Word, sheets, HTML, ruled PDF, CSV, Markdown."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model import Cell, Table
from kg.tables.flow import Column, Header, Heading, Item, Loose, PhysicalRow, Span, Spans
from kg.tables.furniture import without
from kg.tables.headers import as_header
from kg.tables.headings import announced_count, looks_like_heading, without_count
from kg.tables.remarks import is_remark

_CARRIED_ROLES = frozenset({"number", "item", "units", "lead_units", "joint_units", "leaders", "deadline", "task"})

_NAMING = frozenset({"task", "ledger", "item"})
_CHINESE, _STOP = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.]?"), re.compile(r"[。；;，]")


def stated_items(
    text: str, table: Table, furniture: Sequence[Span], before: tuple[Column, ...] | None = None
) -> list[Item]:
    """Headers, headings and rows of one table.

    `before` are the columns of the table before it: a table without a header of its own, and of the same width,
    is its continuation on the next page.
    """
    grid = _Grid(text, table, furniture)
    columns = before if before and len(before) == grid.width else None
    items: list[Item] = []
    page_start = columns is not None
    for index in range(grid.height):
        texts = grid.texts(index)
        header, height = grid.header_at(index)
        if header and grid.is_own_row(index):
            columns, page_start = header, True
            items.append(Header(header, grid.spans(index)))
            grid.skip(index, height)
        elif grid.is_skipped(index):
            items.append(Header(columns or (), grid.spans(index)))
        elif grid.is_one_cell(index) and is_remark("".join(texts)):
            items.append(Header((), grid.spans(index)))
        elif grid.is_one_cell(index):
            items += [_heading_or_loose(grid.spans(index), "".join(texts))]
        elif columns and grid.is_numbered_heading(index, columns):
            items.append(_heading_or_loose(grid.spans(index), "".join(texts)))
        elif columns:
            items.append(PhysicalRow(grid.cells(index), True, page_start, grid.carried(index, columns)))
            page_start = False
        else:
            items.append(Loose(grid.spans(index)))
    return [item for item in items if not isinstance(item, Loose) or item.spans]


def _heading_or_loose(spans: Spans, plain: str) -> Item:
    short = len(plain) <= 60 and plain[-1:] not in "。；;"
    if plain and (looks_like_heading(plain) or short):
        return Heading(spans, without_count(plain), announced_count(plain))
    return Loose(spans)


class _Grid:
    """The table as a matrix of cells; a merged cell stands in each place that it covers."""

    def __init__(self, text: str, table: Table, furniture: Sequence[Span]) -> None:
        self._text, self._furniture = text, furniture
        self.height = max((cell.row + cell.row_span for cell in table.cells), default=0)
        self.width = max((cell.column + cell.column_span for cell in table.cells), default=0)
        self._matrix: list[list[Cell | None]] = [[None] * self.width for _ in range(self.height)]
        self._skipped: set[int] = set()
        for cell in table.cells:
            for row in range(cell.row, min(cell.row + cell.row_span, self.height)):
                for column in range(cell.column, min(cell.column + cell.column_span, self.width)):
                    self._matrix[row][column] = cell

    def texts(self, row: int) -> list[str]:
        """Texts of the cells that begin in this row, one a column; covered places are empty."""
        return [self._plain(cell) if self._begins(cell, row, column) else "" for column, cell in self._row(row)]

    def header_at(self, row: int) -> tuple[tuple[Column, ...] | None, int]:
        """Columns if a header begins here, and its height: a second line may name parts of a merged heading."""
        texts = [self._plain(cell) for _, cell in self._row(row)]
        if not any(self.texts(row)):
            return None, 1
        if row + 1 < self.height and any(
            cell and cell.row == row and cell.column_span > 1 for _, cell in self._row(row)
        ):
            lower = [self._plain(cell) or upper for (_, cell), upper in zip(self._row(row + 1), texts, strict=True)]
            header = as_header(lower) if self._is_header_line(row + 1) else None
            if header:
                return header, 2
        return as_header(_without_repeats(texts)), 1

    def _is_header_line(self, row: int) -> bool:
        return all(len(text) <= 12 for text in self.texts(row))

    def is_own_row(self, row: int) -> bool:
        return row not in self._skipped

    def is_skipped(self, row: int) -> bool:
        return row in self._skipped

    def skip(self, row: int, height: int) -> None:
        self._skipped.update(range(row + 1, row + height))

    def is_one_cell(self, row: int) -> bool:
        """Whether one cell fills the row, or all others are empty and it stands first."""
        filled = {id(cell) for _, cell in self._row(row) if cell and self._plain(cell)}
        own = [cell for column, cell in self._row(row) if self._begins(cell, row, column) and self._plain(cell)]
        if len(filled) > 1 or len(own) != 1 or own[0] is None:
            return False
        text = self._plain(own[0])
        second = own[0].column == 1 and looks_like_heading(text) and not own[0].row_span > 1
        return own[0].column_span >= max(2, self.width - 1) or (own[0].column == 0 and len(text) > 4) or second

    def is_numbered_heading(self, row: int, columns: Sequence[Column]) -> bool:
        """Whether a row holds no more than a Chinese number and, under tasks, what the rows below are about."""
        filled = [(column, cell) for column, cell in self._row(row) if cell and self._plain(cell)]
        if len(filled) != 2 or self.width < 4:
            return False
        (first, number), (second, text) = filled
        roles = columns[first].role, columns[second].role
        short = len(self._plain(text)) <= 30 and not _STOP.search(self._plain(text))
        return roles[0] == "number" and roles[1] in _NAMING and short and bool(_CHINESE.fullmatch(self._plain(number)))

    def cells(self, row: int) -> tuple[Spans, ...]:
        return tuple(
            self._pieces(cell) if self._begins(cell, row, column) or self._covers(cell, row, column) else ()
            for column, cell in self._row(row)
        )

    def carried(self, row: int, columns: Sequence[Column]) -> frozenset[int]:
        """Columns in which a cell merged over several rows goes on from above."""
        return frozenset(
            column
            for column, cell in self._row(row)
            if cell and cell.row < row and columns[column].role in _CARRIED_ROLES
        )

    def spans(self, row: int) -> Spans:
        return tuple(
            span for column, cell in self._row(row) if self._begins(cell, row, column) for span in self._pieces(cell)
        )

    def _row(self, row: int) -> list[tuple[int, Cell | None]]:
        return list(enumerate(self._matrix[row]))

    def _begins(self, cell: Cell | None, row: int, column: int) -> bool:
        return cell is not None and (cell.row, cell.column) == (row, column)

    def _covers(self, cell: Cell | None, row: int, column: int) -> bool:
        return cell is not None and cell.column == column and cell.row < row

    def _pieces(self, cell: Cell | None) -> Spans:
        if cell is None:
            return ()
        pieces = without((cell.start, cell.end), self._furniture)
        return tuple((start, end) for start, end in pieces if self._text[start:end].strip())

    def _plain(self, cell: Cell | None) -> str:
        return "".join("".join(self._text[start:end].split()) for start, end in self._pieces(cell))


def _without_repeats(texts: Sequence[str]) -> list[str]:
    """A heading merged over columns names the first of them only."""
    return [text if index == 0 or text != texts[index - 1] else "" for index, text in enumerate(texts)]
