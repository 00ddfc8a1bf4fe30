"""Which layout a document has, decided by what its lines and tables show."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Document, Line, Table
from kg.tables.cell_lines import around_tables, cell_line_items, header_lines
from kg.tables.coverage import merged
from kg.tables.flow import Column, Flow, Header, Item, PhysicalRow, Spans
from kg.tables.furniture import find_furniture
from kg.tables.lines import Printed, printed_lines
from kg.tables.pipes import barred_header, barred_items, is_pipe_header, pipe_items
from kg.tables.remarks import outside_lines
from kg.tables.stacked import is_stacked_header, stacked_items
from kg.tables.stated import stated_items
from kg.tables.tabbed import is_tabbed_header, tabbed_items


def find_flow(document: Document) -> Flow:
    """Headers, headings, rows and loose text of a document, in reading order, and the layouts that gave them."""
    furniture = merged([*document.furniture, *find_furniture(document.text)])
    items: list[Item] = []
    layouts: list[str] = []
    columns: tuple[Column, ...] | None = None
    for region in _regions(document.blocks):
        if isinstance(region, Table):
            found, layout = stated_items(document.text, region, furniture, columns), "stated"
            headers = [item.columns for item in found if isinstance(item, Header) and item.columns]
            columns = headers[-1] if headers else columns
        else:
            lines = printed_lines(document.text, region, furniture)
            found, layout = _line_items(document.text, lines, furniture)
        items += found
        if layout and layout not in layouts:
            layouts.append(layout)
    return Flow("+".join(layouts), tuple(items), furniture)


def _regions(blocks: Sequence[Line | Table]) -> list[list[Line] | Table]:
    regions: list[list[Line] | Table] = []
    for block in blocks:
        if isinstance(block, Table):
            regions.append(block)
        elif regions and isinstance(regions[-1], list):
            regions[-1].append(block)
        else:
            regions.append([block])
    return regions


def _line_items(text: str, lines: Sequence[Printed], furniture: Spans) -> tuple[list[Item], str]:
    """Read a run of lines by the layout of the first header found in it."""
    for index, line in enumerate(lines):
        if is_stacked_header(lines, index):
            return [*around_tables(lines[:index]), *stacked_items(text, lines[index:])], "stacked"
        if is_tabbed_header(line):
            apart = outside_lines(lines[index:])
            return [*around_tables(lines[:index]), *tabbed_items(text, lines[index:], furniture, apart)], "tabbed"
        if is_pipe_header(line):
            return [*around_tables(lines[:index]), *pipe_items(text, lines[index:])], "pipes"
        if columns := barred_header(lines, index):
            return [*around_tables(lines[:index]), *barred_items(text, lines[index:], columns)], "pipes"
        if header_lines(lines, index):
            return [*around_tables(lines[:index]), *cell_line_items(lines[index:])], "serialised"
    return around_tables(lines), ""


def has_rows(flow: Flow) -> bool:
    """Whether any table row was found."""
    return any(isinstance(item, PhysicalRow) for item in flow.items)
