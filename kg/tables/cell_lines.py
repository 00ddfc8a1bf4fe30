"""Tables in plain text whose cells stand one a line, under headers on one line or one cell a line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from kg.tables.flow import Column, Header, Heading, Item, Loose
from kg.tables.headers import as_header, header_role
from kg.tables.headings import announced_count, looks_like_heading, without_count
from kg.tables.lines import Printed
from kg.tables.remarks import is_remark, outside_lines
from kg.tables.serialised import serialised_rows
from kg.tables.split_headers import split_header

_ROW_NUMBER = re.compile(r"\d{1,3}[.．、]?")
_LONGEST_FIRST, _LONGEST_NEXT = 14, 16
"""Characters of a header's cell: the first says that it is one, the others follow."""
_MOST_LINES = 24
"""Printed lines of a header with one cell a line."""
_FEWEST_CELLS = 3
_UNIT_CELL = "责任单位"
"""What a header goes on with, to try whether one cell is yet one of its own or belongs to the first row."""


class HeaderLines(NamedTuple):
    """The columns that a header names, and how many printed lines it takes."""

    columns: tuple[Column, ...]
    lines: int


def header_lines(lines: Sequence[Printed], index: int) -> HeaderLines | None:
    """The header that begins at a line: its cells apart by blanks, or one cell a line."""
    line = lines[index]
    cells = line.text.split()
    if len(cells) >= _FEWEST_CELLS and (columns := as_header(cells)):
        return HeaderLines(columns, 1)
    if len(line.plain) > _LONGEST_FIRST or header_role(line.plain) is None:
        return None
    split = split_header(lines, index)
    return HeaderLines(*split) if split else _one_cell_a_line(lines[index : index + _MOST_LINES])


def _one_cell_a_line(lines: Sequence[Printed]) -> HeaderLines | None:
    """The longest header that the first of some lines make."""
    texts: list[str] = []
    best: HeaderLines | None = None
    for taken, line in enumerate(lines, start=1):
        if not line.plain:
            continue
        if len(line.plain) > _LONGEST_NEXT or line.plain[-1] in "|｜":
            break
        texts.append(line.plain)
        columns = as_header(texts) if len(texts) >= _FEWEST_CELLS else None
        if columns and "number" in [column.role for column in columns[1:]]:
            return None
        if columns and best and _is_of_first_row(columns):
            break
        best = HeaderLines(columns, taken) if columns else best
    return best


def _is_of_first_row(columns: Sequence[Column]) -> bool:
    """Whether the last cell of a header, which names no column that is known, is rather the first of the rows."""
    return columns[-1].role == "extra" and as_header([columns[-1].heading, _UNIT_CELL]) is None


def around_tables(lines: Sequence[Printed]) -> list[Item]:
    """What lines outside of rows are: headings, remarks, or loose text."""
    return [_around(line) for line in lines if line.plain]


def _around(line: Printed) -> Item:
    if looks_like_heading(line.plain):
        return _heading(line)
    return Header((), line.pieces) if is_remark(line.plain) else Loose(line.pieces)


def _heading(line: Printed) -> Heading:
    return Heading(line.pieces, without_count(line.plain), announced_count(line.plain))


def cell_line_items(lines: Sequence[Printed]) -> list[Item]:
    """Headers, headings, rows and remarks of lines, the first of which begins a header."""
    return _Walk(lines).items()


class _Walk:
    """A walk over printed lines: cells are gathered until a header, a heading or a remark ends their rows."""

    def __init__(self, lines: Sequence[Printed]) -> None:
        self._lines = list(lines)
        self._apart = outside_lines(lines)
        self._columns: tuple[Column, ...] = ()
        self._cells: list[Printed] = []
        self._items: list[Item] = []

    def items(self) -> list[Item]:
        index = 0
        while index < len(self._lines):
            index += self._step(index)
        self._end_rows()
        return self._items

    def _step(self, index: int) -> int:
        """Take in what stands at a line; how many lines it takes."""
        line = self._lines[index]
        header = header_lines(self._lines, index) if line.plain else None
        if header:
            self._begin_table(index, header)
            return header.lines
        if index in self._apart:
            self._between(Header((), line.pieces))
        elif line.plain and looks_like_heading(line.plain) and self._heads_rows(index):
            self._between(_heading(line))
        else:
            self._cells.append(line)
        return 1

    def _begin_table(self, index: int, header: HeaderLines) -> None:
        """A header, or the same one again at the top of a page, in whose middle rows may go on."""
        if header.columns != self._columns:
            self._end_rows()
        self._columns = header.columns
        after = index + header.lines
        spans = tuple(piece for line in self._lines[index:after] for piece in line.pieces if line.plain)
        self._items.append(Header(header.columns, spans))
        if after < len(self._lines):
            self._lines[after] = self._lines[after]._replace(page_start=True)

    def _between(self, item: Item) -> None:
        self._end_rows()
        self._items.append(item)

    def _end_rows(self) -> None:
        self._items += serialised_rows(self._cells, self._columns) if self._columns else around_tables(self._cells)
        self._cells = []

    def _heads_rows(self, index: int) -> bool:
        """Whether a heading-like line stands between rows: it announces them, or a row's number or header follows."""
        if announced_count(self._lines[index].plain) is not None:
            return True
        following = next((line for line in islice(self._lines, index + 1, None) if line.plain), None)
        return following is not None and (
            _ROW_NUMBER.fullmatch(following.plain) is not None or header_role(following.plain) is not None
        )
