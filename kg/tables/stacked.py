"""A Word table's cells written one a line: a tab opens a cell, an empty line ends a row."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.tables.flow import Column, Header, Heading, Item, Loose, PhysicalRow, Span, Spans
from kg.tables.headers import as_header
from kg.tables.headings import announced_count, looks_like_heading, without_count
from kg.tables.lines import Printed


class _Group(NamedTuple):
    """The cells between two empty lines, each the spans of its lines; `lead` are lines before the first tab."""

    lead: tuple[Printed, ...]
    cells: tuple[Spans, ...]


def is_stacked_header(lines: Sequence[Printed], index: int) -> bool:
    """Whether the lines from `index` up to the next empty line are a header, one cell a line, each after a tab."""
    texts: list[str] = []
    for line in lines[index : index + 20]:
        if not line.text.startswith("\t") or line.text.count("\t") > 1:
            break
        texts.append(line.plain)
    return len(texts) >= 3 and as_header(texts) is not None


def stacked_items(text: str, lines: Sequence[Printed]) -> list[Item]:
    """Read headers, headings and rows; a group with another number of cells than the header is laid by its end.

    Two groups that make one row's number of cells together are one row that an empty line cut. A merged cell that
    began above is an empty cell here; numbers and items are carried down when records are made.
    """
    items: list[Item] = []
    columns: tuple[Column, ...] = ()
    groups = deque(_groups(lines))
    while groups:
        group = groups.popleft()
        if columns and groups and not groups[0].lead and len(group.cells) + len(groups[0].cells) == len(columns):
            group = _Group(group.lead, group.cells + groups.popleft().cells)
        items += [_outside(line) for line in group.lead]
        texts = ["".join("".join(text[a:b].split()) for a, b in cell) for cell in group.cells]
        header = as_header(texts)
        if header:
            columns = header
            items.append(Header(columns, tuple(span for cell in group.cells for span in cell)))
        elif columns and len(group.cells) >= min(3, len(columns)):
            items.append(PhysicalRow(_fit(group.cells, len(columns)), whole=True))
        else:
            items += [Loose(cell) for cell in group.cells if cell]
    return items


def _outside(line: Printed) -> Item:
    if looks_like_heading(line.plain):
        return Heading(line.pieces, without_count(line.plain), announced_count(line.plain))
    return Loose(line.pieces)


def _groups(lines: Sequence[Printed]) -> Iterator[_Group]:
    """Cut at empty lines and at headings; a line that holds only a tab is an empty cell."""
    lead: list[Printed] = []
    cells: list[list[Span]] = []
    for line in lines:
        ends_row = not line.text and bool(cells)
        is_outside = bool(line.text.strip()) and not line.text.startswith("\t") and (not cells or _is_outside(line))
        if (ends_row or (is_outside and cells)) or (is_outside and lead):
            yield _Group(tuple(lead), tuple(map(tuple, cells)))
            lead, cells = [], []
        if is_outside:
            lead.append(line)
        elif line.text.startswith("\t"):
            cells.append([piece for piece in line.pieces if line.plain])
        elif line.text.strip():
            cells[-1] += line.pieces
    if lead or cells:
        yield _Group(tuple(lead), tuple(map(tuple, cells)))


def _is_outside(line: Printed) -> bool:
    return looks_like_heading(line.plain) and announced_count(line.plain) is not None


def _fit(cells: tuple[Spans, ...], width: int) -> tuple[Spans, ...]:
    """Cut trailing empty cells, or add empty ones in front for merged cells that the dump left out."""
    while len(cells) > width and not cells[-1]:
        cells = cells[:-1]
    if len(cells) > width:
        surplus = tuple(span for cell in cells[width - 1 :] for span in cell)
        return (*cells[: width - 1], surplus)
    return ((),) * (width - len(cells)) + cells
