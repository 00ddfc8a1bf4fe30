"""Which layout a document has, decided by what its lines and tables show."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from kg.model import Document, Line, Table
from kg.tables.coverage import merged
from kg.tables.flow import Column, Flow, Header, Heading, Item, Loose, PhysicalRow, Spans
from kg.tables.furniture import find_furniture
from kg.tables.headers import as_header, header_role
from kg.tables.headings import announced_count, looks_like_heading, without_count
from kg.tables.lines import Printed, printed_lines
from kg.tables.pipes import barred_header, barred_items, is_pipe_header, pipe_items
from kg.tables.remarks import is_remark, outside_lines
from kg.tables.serialised import serialised_rows
from kg.tables.split_headers import split_header
from kg.tables.stacked import is_stacked_header, stacked_items
from kg.tables.stated import stated_items
from kg.tables.tabbed import is_tabbed_header, tabbed_items

_ROW_NUMBER = re.compile(r"\d{1,3}[.．、]?")


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
            return [*_outside(lines[:index]), *stacked_items(text, lines[index:])], "stacked"
        if is_tabbed_header(line):
            apart = outside_lines(lines[index:])
            return [*_outside(lines[:index]), *tabbed_items(text, lines[index:], furniture, apart)], "tabbed"
        if is_pipe_header(line):
            return [*_outside(lines[:index]), *pipe_items(text, lines[index:])], "pipes"
        if columns := barred_header(lines, index):
            return [*_outside(lines[:index]), *barred_items(text, lines[index:], columns)], "pipes"
        if _serialised_header(lines, index):
            return [*_outside(lines[:index]), *_serialised_items(lines[index:])], "serialised"
    return _outside(lines), ""


def _outside(lines: Sequence[Printed]) -> list[Item]:
    items: list[Item] = []
    for line in lines:
        if line.plain and looks_like_heading(line.plain):
            items.append(Heading(line.pieces, without_count(line.plain), announced_count(line.plain)))
        elif line.plain:
            items.append(Header((), line.pieces) if is_remark(line.plain) else Loose(line.pieces))
    return items


def _serialised_header(lines: Sequence[Printed], index: int) -> tuple[tuple[Column, ...], int] | None:
    """A header on one line, its cells apart by blanks, or one cell a line; with the number of lines it takes."""
    line = lines[index]
    cells = line.text.split()
    if len(cells) >= 3 and (columns := as_header(cells)):
        return columns, 1
    if len(line.plain) > 14 or header_role(line.plain) is None:
        return None
    if found := split_header(lines, index):
        return found
    texts: list[str] = []
    taken, best = 0, None
    for following in lines[index : index + 24]:
        taken += 1
        if not following.plain:
            continue
        if len(following.plain) > 16 or following.plain[-1] in "|｜":
            break
        texts.append(following.plain)
        columns = as_header(texts) if len(texts) >= 3 else None
        if columns and "number" in [column.role for column in columns[1:]]:
            return None
        if columns:
            if columns[-1].role == "extra" and best and as_header([texts[-1], "责任单位"]) is None:
                break
            best = columns, taken
    return best


def _serialised_items(lines: Sequence[Printed]) -> list[Item]:
    items: list[Item] = []
    columns: tuple[Column, ...] = ()
    body: list[Printed] = []
    apart = outside_lines(lines)
    lines = list(lines)
    index = 0

    def flush() -> None:
        if columns:
            items.extend(serialised_rows(body, columns))
        else:
            items.extend(_outside(body))
        body.clear()

    while index < len(lines):
        line = lines[index]
        header = _serialised_header(lines, index) if line.plain else None
        if header:
            if not columns or header[0] != columns:
                flush()
            columns = header[0]
            spans = tuple(piece for taken in lines[index : index + header[1]] for piece in taken.pieces if taken.plain)
            items.append(Header(columns, spans))
            index += header[1]
            if index < len(lines):
                lines[index] = lines[index]._replace(page_start=True)
            continue
        if index in apart:
            flush()
            items.append(Header((), line.pieces))
        elif line.plain and looks_like_heading(line.plain) and _heads_rows(lines, index):
            flush()
            items.append(Heading(line.pieces, without_count(line.plain), announced_count(line.plain)))
        else:
            body.append(line)
        index += 1
    flush()
    return items


def _heads_rows(lines: Sequence[Printed], index: int) -> bool:
    """Whether a heading-like line stands between rows: it announces them, or a row's number or a header follows."""
    if announced_count(lines[index].plain) is not None:
        return True
    following = next((line for line in islice(lines, index + 1, None) if line.plain), None)
    return following is not None and (
        _ROW_NUMBER.fullmatch(following.plain) is not None or header_role(following.plain) is not None
    )


def has_rows(flow: Flow) -> bool:
    """Whether any table row was found."""
    return any(isinstance(item, PhysicalRow) for item in flow.items)
