"""Walks a Word body and writes its paragraphs and tables in order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.model import Place
from kg.readers.grid import MAX_SPAN
from kg.readers.rendition import GridCell, Rendition
from kg.readers.word_numbers import ListNumbers
from kg.readers.word_text import W, WordText

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLOCKS = (f"{W}p", f"{W}tbl")
_WRAPPERS = frozenset(
    f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "altChunk")
)


class WordFlow:
    """Writes the blocks of one document into a rendition."""

    def __init__(self, rendition: Rendition, text: WordText, numbers: ListNumbers) -> None:
        self._rendition = rendition
        self._text = text
        self._numbers = numbers
        self._paragraphs = 0
        self._tables = 0

    def write(self, container: _Element) -> None:
        """Write paragraphs and tables of a body, a text box or a table's only cell."""
        for block in _children(container, _BLOCKS):
            if block.tag == f"{W}p":
                self._write_paragraph(block)
            else:
                self._write_table(block)

    def _write_paragraph(self, paragraph: _Element) -> None:
        self._paragraphs += 1
        place = Place(document=self._rendition.name, line=self._paragraphs)
        self._rendition.line(self._paragraph(paragraph), place, heading=self._numbers.is_heading(paragraph))
        for box in _text_boxes(paragraph):
            self.write(box)

    def _paragraph(self, paragraph: _Element) -> str:
        text = self._text.paragraph(paragraph)
        return self._numbers.label(paragraph, bool(text.strip())) + text

    def _write_table(self, table: _Element) -> None:
        rows = list(_rows(table))
        cells = [cell for row in rows for cell in _children(row, (f"{W}tc",))]
        if len(cells) == 1:
            self.write(cells[0])
            return
        inner: list[_Element] = []
        grid = self._grid(rows, inner)
        if any(cell.text.strip() for cell in grid):
            self._tables += 1
            self._rendition.table(grid, Place(document=self._rendition.name, table=self._tables))
        for nested in inner:
            self._write_table(nested)

    def _grid(self, rows: list[_Element], inner: list[_Element]) -> list[GridCell]:
        """The cells with their spans; tables that stand in them are put into `inner`."""
        grid: list[GridCell] = []
        open_merges: dict[int, int] = {}
        for number, row in enumerate(rows):
            column = _grid_before(row)
            for cell in _children(row, (f"{W}tc",)):
                width = _span(cell)
                text = self._cell_text(cell, inner)
                merge = _vertical_merge(cell)
                if merge == "continue" and column in open_merges:
                    grid[open_merges[column]] = _continued(grid[open_merges[column]], number, text)
                else:
                    open_merges.pop(column, None)
                    if merge == "restart":
                        open_merges[column] = len(grid)
                    grid.append(GridCell(number, column, text, 1, width))
                column += width
        return grid

    def _cell_text(self, cell: _Element, inner: list[_Element]) -> str:
        lines: list[str] = []
        for block in _children(cell, _BLOCKS):
            if block.tag == f"{W}tbl":
                inner.append(block)
                continue
            lines.append(self._paragraph(block))
            lines += [self._text.paragraph(p) for box in _text_boxes(block) for p in box.iter(f"{W}p")]
        return "\n".join(lines).strip("\n")


def _children(container: _Element, tags: tuple[str, ...]) -> Iterator[_Element]:
    """Children with one of the tags, also those in content controls and accepted insertions."""
    for child in container:
        if child.tag in tags:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _children(child, tags)


def _rows(table: _Element) -> Iterator[_Element]:
    """The rows that no tracked change deletes."""
    return (row for row in _children(table, (f"{W}tr",)) if row.find(f"{W}trPr/{W}del") is None)


def _text_boxes(paragraph: _Element) -> Iterator[_Element]:
    """Text boxes anchored in the paragraph; their copy for old versions of Word is left out."""
    for box in paragraph.iter(f"{W}txbxContent"):
        if not any(parent.tag.endswith("}Fallback") for parent in box.iterancestors() if isinstance(parent.tag, str)):
            yield box


def _continued(cell: GridCell, row: int, text: str) -> GridCell:
    """A merged cell that reaches down to `row`; a covered cell's own text (rare) is kept below."""
    joined = f"{cell.text}\n{text}" if text.strip() else cell.text
    return GridCell(cell.row, cell.column, joined, row - cell.row + 1, cell.column_span)


def _span(cell: _Element) -> int:
    return max(1, min(_value(cell.find(f"{W}tcPr/{W}gridSpan")), MAX_SPAN))


def _grid_before(row: _Element) -> int:
    element = row.find(f"{W}trPr/{W}gridBefore")
    return 0 if element is None else min(_value(element), MAX_SPAN)


def _value(element: _Element | None) -> int:
    text = element.get(f"{W}val", "") if element is not None else ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 1


def _vertical_merge(cell: _Element) -> str | None:
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return None if merge is None else merge.get(f"{W}val", "continue")
