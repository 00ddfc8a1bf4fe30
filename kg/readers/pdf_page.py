"""One PDF page as lines and tables from top to bottom."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.readers.base import refusal
from kg.readers.pdf_lines import Char, PrintedLine, Segment, printed_lines
from kg.readers.radicals import without_radicals
from kg.readers.rendition import GridCell

if TYPE_CHECKING:
    from pdfplumber.page import Page
    from pdfplumber.table import Table

MAX_PAGE_CHARACTERS = 60_000
"""A densely printed A3 page has 10,000."""
MAX_PAGE_EDGES = 20_000
"""pdfplumber compares edges with each other; maps and drawings have more of them than any table."""
MAX_PAGE_SLOTS = 6_000
"""Rows times columns that the rules of a page could make: 31,000 took 100 s, and no printed table has so many."""
_TOLERANCE = 2.0
"""Points within which two rules are one."""
_RULE = 4.0
"""Points: a rule is thinner, a row higher."""
_FEWEST_RULES = 3

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class PageLine:
    """A printed line outside tables."""

    text: str
    top: float
    bottom: float
    segments: tuple[Segment, ...] = ()
    furniture: bool = False


@dataclass(frozen=True)
class PageTable:
    """A table, or the part of one on this page."""

    cells: tuple[GridCell, ...]
    top: float
    bottom: float


@dataclass(frozen=True)
class PageView:
    """What stands on a page, in reading order, and what could not be read."""

    number: int
    height: float
    items: tuple[PageLine | PageTable, ...]
    characters: int
    unreadable: int
    rotated: int
    pictures: int
    unruled: bool


def view_page(page: Page, name: str) -> PageView:
    """Read one page."""
    if len(page.chars) > MAX_PAGE_CHARACTERS:
        fact = (
            f"第 {page.page_number} 页超过 {MAX_PAGE_CHARACTERS} 个字",
            f"more than {MAX_PAGE_CHARACTERS} characters on page {page.page_number}",
        )
        raise refusal(name, fact, ("请确认 PDF 来源可靠再试", "make sure that its source can be trusted"))
    upright, rotated = _upright(page.chars)
    unruled = _too_many_rules(page.edges)
    items: list[PageLine | PageTable] = []
    rest = upright
    cut = [] if unruled else open_ends(page.edges)
    settings = {"explicit_horizontal_lines": cut} if cut else None
    for table in [] if unruled else page.find_tables(settings):
        cells, rest = _read_table(table, rest)
        if cells:
            items.append(PageTable(cells, table.bbox[1], table.bbox[3]))
    items += (PageLine(line.text, line.top, line.bottom, line.segments) for line in printed_lines(rest))
    return PageView(
        number=page.page_number,
        height=float(page.height),
        items=tuple(sorted(items, key=lambda item: (item.top, item.bottom))),
        characters=len(upright),
        unreadable=sum(char.text.startswith("(cid:") for char in upright),
        rotated=rotated,
        pictures=len(page.images),
        unruled=unruled,
    )


def _too_many_rules(edges: Sequence[dict[str, Any]]) -> bool:
    if len(edges) > MAX_PAGE_EDGES:
        return True
    rows = len({round(edge["top"]) for edge in edges if edge["orientation"] == "h"})
    columns = len({round(edge["x0"]) for edge in edges if edge["orientation"] == "v"})
    return rows * columns > MAX_PAGE_SLOTS


def open_ends(edges: Sequence[dict[str, Any]]) -> list[float]:
    """Heights at which the rules between columns end without one across: there a page cut a row."""
    level = [edge for edge in edges if edge["orientation"] == "h" and edge["x1"] - edge["x0"] > _RULE]
    across = sorted(float(edge["top"]) for edge in level)
    ends: dict[int, list[dict[str, Any]]] = {}
    for edge in edges:
        if edge["orientation"] == "v" and edge["bottom"] - edge["top"] > _RULE:
            for end in ("top", "bottom"):
                ends.setdefault(round(edge[end]), []).append(edge)
    found: list[float] = []
    for height, ending in sorted(ends.items()):
        is_open = not any(abs(height - other) < _RULE for other in [*across[_near(across, height)], *found])
        if is_open and len({round(edge["x0"] / _RULE) for edge in ending}) >= _FEWEST_RULES:
            found.append(float(height))
    return found


def _near(values: list[float], value: float) -> slice:
    return slice(bisect_right(values, value - _RULE), bisect_right(values, value + _RULE))


def _upright(found: Sequence[dict[str, Any]]) -> tuple[list[Char], int]:
    """The characters of horizontal text, each once (bold is at times printed twice), and how many others there are."""
    chars: dict[tuple[str, int, int], Char] = {}
    rotated = 0
    for item in found:
        if not item["upright"] or _slanted(item):
            rotated += not item["text"].isspace()
            continue
        text = without_radicals(item["text"])
        key = (text, round(item["x0"]), round(item["top"]))
        chars.setdefault(key, Char(text, item["x0"], item["x1"], item["top"], item["bottom"]))
    return list(chars.values()), rotated


def _slanted(item: dict[str, Any]) -> bool:
    """Whether the baseline rises (watermarks); slanted letters on a level baseline are italics."""
    along, rising = map(float, item["matrix"][:2])
    return abs(rising) > 0.1 * abs(along)


def _read_table(table: Table, chars: list[Char]) -> tuple[tuple[GridCell, ...], list[Char]]:
    """The table's cells with their text, and the characters that lie in none; a single cell is only a box."""
    boxes: list[Box] = [tuple(map(float, box)) for box in table.cells]  # type: ignore[misc]
    if len(boxes) < 2:
        return (), chars
    columns = _edges(x for box in boxes for x in (box[0], box[2]))
    rows = _edges(y for box in boxes for y in (box[1], box[3]))
    held: dict[int, list[Char]] = {index: [] for index in range(len(boxes))}
    rest: list[Char] = []
    owners = _owners(boxes, rows, columns)
    for char in chars:
        owner = owners.get((_slot(rows, char.middle), _slot(columns, char.centre)))
        (rest if owner is None else held[owner]).append(char)
    if not any(held.values()):
        return (), chars
    cells = (_grid_cell(box, rows, columns, printed_lines(held[index])) for index, box in enumerate(boxes))
    return tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))), rest


def _grid_cell(box: Box, rows: list[float], columns: list[float], lines: Iterable[PrintedLine]) -> GridCell:
    top, bottom = _nearest(rows, box[1]), _nearest(rows, box[3])
    left, right = _nearest(columns, box[0]), _nearest(columns, box[2])
    text = "\n".join(line.text for line in lines)
    return GridCell(top, left, text, max(1, bottom - top), max(1, right - left))


def _owners(boxes: list[Box], rows: list[float], columns: list[float]) -> dict[tuple[int, int], int]:
    """For each slot of the grid the cell that covers it."""
    owners: dict[tuple[int, int], int] = {}
    for index, (left, top, right, bottom) in enumerate(boxes):
        for row in range(_nearest(rows, top), _nearest(rows, bottom)):
            for column in range(_nearest(columns, left), _nearest(columns, right)):
                owners[(row, column)] = index
    return owners


def _edges(values: Iterable[float]) -> list[float]:
    """Sorted positions of rules, those within the tolerance taken as one."""
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > _TOLERANCE:
            edges.append(value)
    return edges


def _nearest(edges: list[float], value: float) -> int:
    return min(range(len(edges)), key=lambda index: abs(edges[index] - value))


def _slot(edges: list[float], value: float) -> int:
    return bisect_right(edges, value) - 1
