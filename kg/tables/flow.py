"""What a layout makes of a document: headers, headings and physical rows, in reading order.

Layouts differ in how they find these; everything after them (joining, columns to parts) is common.
"""

from __future__ import annotations

from typing import NamedTuple

Span = tuple[int, int]
Spans = tuple[Span, ...]


class Column(NamedTuple):
    """A column: its role (`task`, `units`, `extra` ...) and its heading as printed, white space removed."""

    role: str
    heading: str


class Header(NamedTuple):
    """A header row; without columns, a caption or a note of tables."""

    columns: tuple[Column, ...]
    spans: Spans


class Heading(NamedTuple):
    """A section heading between rows; `announced` is the number of rows that it names (`共12项`), if any."""

    spans: Spans
    text: str
    announced: int | None


class PhysicalRow(NamedTuple):
    """One printed or stated row: for each column the spans of its cell.

    `whole` says that the layout itself guarantees a complete row (a Word or sheet row), so that only a page break
    can have cut it; else several physical rows may make one logical row. `carried` names columns whose cell is a
    merged one that began in an earlier row.
    """

    cells: tuple[Spans, ...]
    whole: bool = False
    page_start: bool = False
    carried: frozenset[int] = frozenset()


class Loose(NamedTuple):
    """Text that stands between tables and belongs to no row."""

    spans: Spans


Item = Header | Heading | PhysicalRow | Loose


class Flow(NamedTuple):
    """All that a layout found, in reading order, and the name of the layout."""

    layout: str
    items: tuple[Item, ...]
    furniture: Spans = ()
