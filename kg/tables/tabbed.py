"""Tab-separated lines: a header line with tabs, rows below it, each perhaps broken over several printed lines."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from kg.tables.flow import Column, Header, Heading, Item, Loose, PhysicalRow, Span
from kg.tables.furniture import without
from kg.tables.headers import as_header
from kg.tables.headings import announced_count, looks_like_heading, without_count
from kg.tables.lines import Printed, split_span

_STROKES = re.compile(r"[\s/\\|_~^*.'`·]+")


def is_tabbed_header(line: Printed) -> bool:
    """Whether a line is a header whose cells are separated by tabs."""
    return "\t" in line.text.strip("\t") and as_header(line.text.strip().split("\t")) is not None


def tabbed_items(
    text: str, lines: Sequence[Printed], furniture: Sequence[Span], apart: Container[int] = ()
) -> list[Item]:
    """Read lines from the first header on; lines before it are the caller's, those in `apart` are in no table."""
    return _Tabbed(text, furniture).read(lines, apart)


class _Tabbed:
    """Keeps the table in force and the cell that a line without its tabs would continue."""

    def __init__(self, text: str, furniture: Sequence[Span]) -> None:
        self._text, self._furniture = text, furniture
        self._columns: tuple[Column, ...] = ()
        self._after_header = False
        self._open_cell = 0
        self._items: list[Item] = []

    def read(self, lines: Sequence[Printed], apart: Container[int]) -> list[Item]:
        for index, line in enumerate(lines):
            if index in apart:
                self._items.append(Header((), line.pieces))
                self._open_cell = 0
            elif line.text.strip():
                self._take(line)
        return self._items

    def _take(self, line: Printed) -> None:
        cells = split_span(self._text, line.span, "\t")
        columns = as_header([self._plain(cell) for cell in cells if self._plain(cell)]) if len(cells) > 1 else None
        if columns:
            self._columns, self._after_header = columns, True
            self._items.append(Header(columns, tuple(cell for cell in cells if self._plain(cell))))
        elif len(cells) == 1 and looks_like_heading(line.plain) and not self._is_cell(line):
            self._items.append(Heading(line.pieces, without_count(line.plain), announced_count(line.plain)))
        elif not self._columns:
            self._items.append(Loose(line.pieces))
        else:
            self._items.append(self._row(cells))

    def _is_cell(self, line: Printed) -> bool:
        return 0 < self._open_cell < len(self._columns) and announced_count(line.plain) is None

    def _row(self, cells: list[Span]) -> PhysicalRow:
        """Lay a line's cells on the columns; a line with too few tabs goes on where the last one stopped."""
        width = len(self._columns)
        while len(cells) > width and not self._plain(cells[-1]):
            cells.pop()
        if len(cells) > width:
            cells[width - 1 :] = [(cells[width - 1][0], cells[-1][1])]
        continues = len(cells) < width and (0 < self._open_cell < width or len(cells) == 1)
        first = self._open_cell - 1 if continues and self._open_cell else (width - 1 if len(cells) == 1 else 0)
        laid: list[tuple[Span, ...]] = [()] * width
        for offset, cell in enumerate(cells):
            column = min(first + offset, width - 1)
            laid[column] = (*laid[column], *(piece for piece in without(cell, self._furniture) if self._says(piece)))
        last = min(first + len(cells), width)
        self._open_cell = last if last < width else 0
        row = PhysicalRow(tuple(laid), page_start=self._after_header)
        self._after_header = False
        return row

    def _says(self, span: Span) -> bool:
        """Whether a cell holds more than stray strokes of a scanner."""
        return span[0] < span[1] and not _STROKES.fullmatch(self._text, *span)

    def _plain(self, span: Span) -> str:
        return "".join(self._text[span[0] : span[1]].split())
