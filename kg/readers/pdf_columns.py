"""Tables without rules: columns told by a header line and the white space below it.

Only the plain case is read as a table: a header that begins with 序号, rows that begin with their number, and no
stretch of text that reaches over two columns. Everything else stays printed lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.readers.pdf_lines import Segment
from kg.readers.pdf_page import PageLine, PageTable, PageView
from kg.readers.rendition import GridCell

MIN_COLUMNS = 3
MAX_LINES = 300
"""Lines that are looked at together; a page has some 50."""
_NUMBER_HEADER = re.compile(r"序号|编号|项次|序|号|No\.?", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,3}[.、．]?")
_HEADER_LENGTH = 14

Columns = tuple[tuple[float, float], ...]
"""From where to where each column reaches, left to right."""
Cells = dict[int, str]
"""The text of a line by column."""


def with_unruled_tables(pages: list[PageView]) -> list[PageView]:
    """The same pages, lines that plainly are a table's read as tables; columns carry over to the next page."""
    columns: Columns | None = None
    in_table = False
    found = []
    for page in pages:
        items: list[PageLine | PageTable] = []
        index = 0
        while index < len(page.items):
            table, height, columns = _table_at(page.items[index : index + MAX_LINES], columns, in_table)
            item = table or page.items[index]
            items.append(item)
            index += height
            running = isinstance(item, PageLine) and item.furniture
            in_table = in_table if running else table is not None and index >= _text_end(page)
        found.append(replace(page, items=tuple(items)))
    return found


def _text_end(page: PageView) -> int:
    """The index behind the last item that is no running line."""
    own = [index for index, item in enumerate(page.items) if isinstance(item, PageTable) or not item.furniture]
    return own[-1] + 1 if own else 0


def _table_at(
    items: Sequence[PageLine | PageTable], known: Columns | None, in_table: bool
) -> tuple[PageTable | None, int, Columns | None]:
    """The table that begins with the first item, how many items it takes, and the columns known after it.

    `in_table` says that a table reached the end of the page before, so that its last row may go on here.
    """
    lines = list(_lines_until_other(items))
    header = bool(lines) and _is_header(lines[0])
    columns = tuple((segment.x0, segment.x1) for segment in lines[0].segments) if header else known
    if not lines or columns is None:
        return None, 1, known
    rows, columns = _fitting_rows(lines, columns)
    body = rows[1:] if header else rows
    if not _is_table(body, header, in_table):
        return None, 1, known
    cells = tuple(_cells(rows, header))
    return PageTable(cells, lines[0].top, lines[len(rows) - 1].bottom), len(rows), columns


def _lines_until_other(items: Sequence[PageLine | PageTable]) -> Iterator[PageLine]:
    for item in items:
        if not isinstance(item, PageLine) or item.furniture:
            return
        yield item


def _is_header(line: PageLine) -> bool:
    texts = [segment.text for segment in line.segments]
    short = all(len(text) <= _HEADER_LENGTH and not text.endswith("。") for text in texts)
    return len(texts) >= MIN_COLUMNS and short and bool(_NUMBER_HEADER.fullmatch(texts[0]))


def _is_table(body: list[Cells], header: bool, in_table: bool) -> bool:
    """What stands in the first column is a number; a header needs one at once, lines without header a full row."""
    numbered = [_NUMBER.fullmatch(row[0]) is not None for row in body if 0 in row]
    if not body or not all(numbered):
        return False
    if header:
        return 0 in body[0]
    return in_table or any(len(row) >= MIN_COLUMNS and 0 in row for row in body)


def _fitting_rows(lines: list[PageLine], columns: Columns) -> tuple[list[Cells], Columns]:
    """The lines, as cells by column, up to the first that does not fit; columns grow to what stands in them."""
    rows: list[Cells] = []
    for line in lines:
        owners = [_owner(segment, columns) for segment in line.segments]
        if None in owners:
            break
        cells: Cells = {}
        for owner, segment in zip(owners, line.segments, strict=True):
            if owner is not None:
                cells[owner] = f"{cells[owner]} {segment.text}" if owner in cells else segment.text
                columns = _widened(columns, owner, segment)
        rows.append(cells)
    return rows, columns


def _owner(segment: Segment, columns: Columns) -> int | None:
    """The only column that the segment overlaps, None where it overlaps none or several."""
    found = [index for index, (x0, x1) in enumerate(columns) if segment.x0 < x1 and x0 < segment.x1]
    return found[0] if len(found) == 1 else None


def _widened(columns: Columns, owner: int, segment: Segment) -> Columns:
    x0, x1 = columns[owner]
    return (*columns[:owner], (min(x0, segment.x0), max(x1, segment.x1)), *columns[owner + 1 :])


def _cells(rows: list[Cells], header: bool) -> Iterator[GridCell]:
    """One row of the grid from each line with a number to the line before the next one."""
    width = 1 + max(column for row in rows for column in row)
    logical: list[list[list[str]]] = []
    for index, row in enumerate(rows):
        if not logical or 0 in row or (header and index == 1):
            logical.append([[] for _ in range(width)])
        for column, text in row.items():
            logical[-1][column].append(text)
    for number, texts in enumerate(logical):
        for column, pieces in enumerate(texts):
            yield GridCell(number, column, "\n".join(pieces))
