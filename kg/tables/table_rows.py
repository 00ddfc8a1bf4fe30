"""Physical rows under their headings and headers to the rows of tables, section by section."""

from __future__ import annotations

from kg.model import TaskRow
from kg.tables.flow import Column, Flow, Header, Heading, PhysicalRow, Span
from kg.tables.joining import join_rows
from kg.tables.rows import CarriedDown, RowMaker

Found = tuple[list[TaskRow], list[Span]]
"""Rows, and where the headings over them stand."""


def table_rows(flow: Flow, maker: RowMaker) -> Found:
    """Rows section by section; headings and headers; what stands between tables stays unread."""
    sections = _Sections(maker)
    for item in flow.items:
        if isinstance(item, Header):
            sections.header(item)
        elif isinstance(item, Heading):
            sections.heading(item)
        elif isinstance(item, PhysicalRow) and not maker.is_total(item):
            sections.pending.append(item)
    sections.end()
    return sections.rows, sections.headings


class _Sections:
    """What has been read so far, and the physical rows of the section that is not yet at its end."""

    def __init__(self, maker: RowMaker) -> None:
        self.rows: list[TaskRow] = []
        self.headings: list[Span] = []
        self.pending: list[PhysicalRow] = []
        self._maker = maker
        self._columns: tuple[Column, ...] = ()
        self._section: str | None = None
        self._count: int | None = None
        self._carried = CarriedDown()

    def header(self, header: Header) -> None:
        """The same roles again go on with the section; others end it."""
        self.headings.extend(header.spans)
        if header.columns and [c.role for c in header.columns] != [c.role for c in self._columns]:
            stale = bool(self.pending)
            self.end()
            self._section = None if stale else self._section
        self._columns = header.columns or self._columns

    def heading(self, heading: Heading) -> None:
        """Begin a section."""
        self.end()
        self.headings.extend(heading.spans)
        self._section, self._count = heading.text, heading.announced
        self._carried.reset()

    def end(self) -> None:
        """Make rows of what is pending."""
        for pieces in join_rows(self.pending, self._columns, self._maker.cell_text, self._count):
            row = self._maker.table_row(pieces, self._columns, self._section, self._carried)
            self.rows.extend([row] if row else [])
        self.pending.clear()
