"""Where something stands, as a person would cite it."""

from __future__ import annotations

from kg.model.record import Record


class Place(Record):
    """A place in a document; pages, sheets, tables and lines count from 1.

    >>> str(Place(document="a.xlsx", sheet="重点项目", cell="C7"))
    'a.xlsx, sheet 重点项目, cell C7'
    """

    document: str
    page: int | None = None
    sheet: str | None = None
    table: int | None = None
    cell: str | None = None
    line: int | None = None

    def __str__(self) -> str:
        named = (
            ("page", self.page),
            ("sheet", self.sheet),
            ("table", self.table),
            ("cell", self.cell),
            ("line", self.line),
        )
        return ", ".join([self.document, *(f"{word} {value}" for word, value in named if value is not None)])
