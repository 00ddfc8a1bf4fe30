"""The document reader: rows as they were understood, everything named in them a link, the quote asked for lit up."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from kg.model import TEXT_PARTS, Entity, TaskRow
from kg.serve.knowledge import Knowledge
from kg.serve.page import page
from kg.serve.parameters import address

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

ROWS_PER_PAGE = 50


class Piece(NamedTuple):
    """A stretch of text: plain, or a mention of an entity; lit where it belongs to the quote asked for."""

    text: str
    entity: Entity | None
    lit: bool


async def document(request: Request) -> Response:
    """A document's rows, from the page of the row that is asked for. Raises a 404 for a name that is none."""
    from starlette.exceptions import HTTPException

    known: Knowledge = request.app.state.knowledge
    name = request.path_params["name"]
    info = known.view.documents.get(name)
    if info is None:
        raise HTTPException(404, f"the graph has no document {name[:120]}")
    asked = address(request)
    rows = known.view.rows_of(name)
    number = _page_of(rows, asked.get("row"), asked.get("page"))
    shown = rows[number * ROWS_PER_PAGE : (number + 1) * ROWS_PER_PAGE]
    lit = _lit(asked.get("lit"))
    content = {
        "info": info,
        "rows": [_row(known, row, lit if row.row == asked.get("row") else None) for row in shown],
        "number": number,
        "pages": -(-len(rows) // ROWS_PER_PAGE),
        "total": len(rows),
        "wanted": asked.get("row"),
        "findings": [one for one in known.graph.findings if one.place.document == name],
        "sections": list(dict.fromkeys((row.section, row.row) for row in _first_of_sections(rows))),
        "page_of": {row.row: place // ROWS_PER_PAGE for place, row in enumerate(rows)},
    }
    return page(request, "document.html", content)


def pieces(text: str, marks: list[tuple[int, int, Entity]], lit: tuple[int, int] | None) -> Iterator[Piece]:
    """A text cut where mentions and the quote begin and end; of nested mentions the outermost becomes the link."""
    at = 0
    for start, end, entity in sorted(marks, key=lambda mark: (mark[0], -mark[1])):
        if start < at or end > len(text):
            continue
        yield from _cut(text, at, start, None, lit)
        yield from _cut(text, start, end, entity, lit)
        at = end
    yield from _cut(text, at, len(text), None, lit)


def _cut(text: str, start: int, end: int, entity: Entity | None, lit: tuple[int, int] | None) -> Iterator[Piece]:
    inner = [cut for cut in lit or () if start < cut < end]
    edges = [start, *inner, end]
    for a, b in pairwise(edges):
        if a < b:
            yield Piece(text[a:b], entity, lit is not None and lit[0] <= a < lit[1])


def _row(known: Knowledge, row: TaskRow, lit: tuple[str, int, int] | None) -> dict[str, Any]:
    marks: dict[str, list[tuple[int, int, Entity]]] = {}
    for one in known.view.mentions_in(row):
        mention = one.mention
        marks.setdefault(mention.part, []).append((mention.start, mention.end, known.view.entities[one.entity]))
    parts = [
        (part, list(pieces(row.text(part), marks.get(part, []), lit[1:] if lit and lit[0] == part else None)))
        for part in (*TEXT_PARTS, "deadline")
        if row.text(part)
    ]
    return {
        "row": row,
        "parts": parts,
        "lit": lit[0] if lit else "",
        "units": [(unit, known.view.entity_at(row, "units", unit.source_start, unit.name)) for unit in row.units],
        "leaders": [
            (leader, known.view.entity_at(row, "leaders", leader.source_start, leader.name)) for leader in row.leaders
        ],
        "facts": known.view.facts_in(row),
    }


def _first_of_sections(rows: list[TaskRow]) -> Iterator[TaskRow]:
    before = None
    for row in rows:
        if row.section and row.section != before:
            yield row
        before = row.section


def _page_of(rows: list[TaskRow], row: str, page_asked: str) -> int:
    place = next((at for at, one in enumerate(rows) if one.row == row), None)
    if place is not None:
        return place // ROWS_PER_PAGE
    last = max(0, -(-len(rows) // ROWS_PER_PAGE) - 1)
    return min(last, max(0, int(page_asked) - 1)) if page_asked.isascii() and page_asked.isdigit() else 0


def _lit(text: str) -> tuple[str, int, int] | None:
    """`progress:12:40` as a part and a span, None where it is not written so.

    >>> _lit("progress:12:40"), _lit("progress")
    (('progress', 12, 40), None)
    """
    part, _, span = text.partition(":")
    start, _, end = span.partition(":")
    if not (start.isascii() and start.isdigit() and end.isascii() and end.isdigit()):
        return None
    return part, int(start), int(end)
