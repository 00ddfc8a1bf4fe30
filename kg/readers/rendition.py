"""Builds the plain rendition of a format that is not text: one cell or paragraph after the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.model import Cell, Document, Finding, Landmark, Line, Place, Table
from kg.model.finding import Severity
from kg.readers.base import KEEP_THE_TASKS, refusal, sha256

MAX_CELLS = 200_000
"""A document with more cells is refused: the largest task tables have some 20,000, each takes 60 µs and 2 kB here,
and a hostile file could have billions."""
MAX_AREA = 4 * MAX_CELLS
"""Rows times columns of one table; spans and gaps could make it many times larger than its cells."""


@dataclass(frozen=True)
class GridCell:
    """A cell before it has its place in the text; row and column count from 0."""

    row: int
    column: int
    text: str
    row_span: int = 1
    column_span: int = 1
    label: str | None = None
    """The cell's own name where it is not that of its row and column (a sheet with empty rows left out)."""


class Rendition:
    """Writes text and remembers what each stretch of it is.

    >>> rendition = Rendition("a.docx", "docx")
    >>> rendition.line("标题", Place(document="a.docx", line=1), heading=True)
    >>> rendition.table([GridCell(0, 0, "序号"), GridCell(0, 1, "任务")], Place(document="a.docx", table=1))
    >>> document = rendition.document(b"")
    >>> document.text, str(document.place(6))
    ('标题\\n序号\\t任务\\n', 'a.docx, table 1, cell B1')
    """

    def __init__(self, name: str, document_format: str, encoding: str | None = None) -> None:
        self.name = name
        self.format = document_format
        self.encoding = encoding
        self._parts: list[str] = []
        self._length = 0
        self._cells = 0
        self._blocks: list[Line | Table] = []
        self._landmarks: list[Landmark] = []
        self._furniture: list[tuple[int, int]] = []
        self._findings: list[Finding] = []

    def line(self, text: str, place: Place, *, heading: bool = False) -> None:
        """Add a paragraph or printed line; one of white space only is left out."""
        if text.strip():
            start, end = self._write(text, place, "\n")
            self._blocks.append(Line(start=start, end=end, heading=heading))

    def furniture(self, text: str, place: Place) -> None:
        """Add text that the format marks as page header, navigation or the like."""
        if text.strip():
            self._furniture.append(self._write(text, place, "\n"))

    def table(self, cells: Iterable[GridCell], place: Place, *, caption: str = "") -> None:
        """Add a table; `place` is the table's, each cell gets its own name (`C7`) in it."""
        ordered = sorted(cells, key=lambda cell: (cell.row, cell.column))
        self._cells += len(ordered)
        refuse_too_large(self.name, self._cells, ordered)
        placed = []
        for index, cell in enumerate(ordered):
            last_of_row = index + 1 == len(ordered) or ordered[index + 1].row != cell.row
            here = place.model_copy(update={"cell": cell.label or cell_name(cell.row, cell.column)})
            start, end = self._write(cell.text, here, "\n" if last_of_row else "\t")
            spans = {"row_span": cell.row_span, "column_span": cell.column_span}
            placed.append(Cell(row=cell.row, column=cell.column, start=start, end=end, **spans))
        if placed:
            self._blocks.append(Table(cells=tuple(placed), caption=caption))

    def finding(self, severity: Severity, code: str, message: str, place: Place, *, quote: str = "") -> None:
        """Say a doubt about the file."""
        self._findings.append(Finding(severity=severity, code=code, message=message, place=place, quote=quote[:200]))

    def document(self, content: bytes) -> Document:
        """What was written, as a document of the bytes `content`."""
        return Document(
            name=self.name,
            format=self.format,
            encoding=self.encoding,
            sha256=sha256(content),
            text="".join(self._parts),
            blocks=tuple(self._blocks),
            landmarks=tuple(self._landmarks),
            furniture=tuple(self._furniture),
            findings=tuple(self._findings),
        )

    def _write(self, text: str, place: Place, end: str) -> tuple[int, int]:
        start = self._length
        self._parts += (text, end)
        self._length += len(text) + len(end)
        self._landmarks.append(Landmark(start=start, place=place))
        return (start, start + len(text))


def refuse_too_large(name: str, count: int, grid: Sequence[GridCell | Cell]) -> None:
    """Refuse a document with too many cells, and a table whose grid is too large for the few cells in it."""
    height = max((cell.row + cell.row_span for cell in grid), default=0)
    width = max((cell.column + cell.column_span for cell in grid), default=0)
    if count > MAX_CELLS or height * width > MAX_AREA:
        raise refusal(
            name, (f"表格单元格超过 {MAX_CELLS} 个", f"more than {MAX_CELLS} cells of tables"), KEEP_THE_TASKS
        )


def cell_name(row: int, column: int) -> str:
    """A cell as people name it in a sheet; row and column count from 0.

    >>> cell_name(6, 2), cell_name(0, 26)
    ('C7', 'AA1')
    """
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"
