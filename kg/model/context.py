"""What a document as a whole says of itself."""

from __future__ import annotations

from kg.model.finding import Finding
from kg.model.record import Record
from kg.model.task import TaskRow


class Area(Record):
    """An administrative area of the gazetteer; `code` is its division code (GB/T 2260), `parent` the code above it.

    `kind` is Province, City, District, Town or Village; `short` the name without its administrative suffix.
    """

    code: str
    name: str
    kind: str
    parent: str | None = None
    short: str


class DocumentContext(Record):
    """Whose document it is and of when, inferred from its content.

    `area` is the division code of the district, city or province that speaks; `period` is `2023`, `2021-Q3`,
    `2023-09`; `reviews` the period reported on where it differs from the document's own (`2023` in a report of 2024).
    """

    document: str
    title: str | None = None
    area: str | None = None
    period: str | None = None
    reviews: str | None = None
    findings: tuple[Finding, ...] = ()


class Reading(Record):
    """A document read as rows. Spans are of `Document.text`, half-open, sorted.

    Every character that is not white space lies in a row (`row_spans`, with the row's id), a heading, furniture or
    the unread remainder.
    """

    document: str
    title: str | None = None
    layout: str = ""
    rows: tuple[TaskRow, ...] = ()
    headings: tuple[tuple[int, int], ...] = ()
    furniture: tuple[tuple[int, int], ...] = ()
    remainder: tuple[tuple[int, int], ...] = ()
    findings: tuple[Finding, ...] = ()
