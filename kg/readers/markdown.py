"""Markdown: headings, paragraphs line by line, pipe tables.

`Document.text` is the decoded file; the marks of emphasis, `<br>` and escaping backslashes are blanks in it, so that
offsets stay those of the file and cells read as people see them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from kg.model import Cell, Document, Landmark, Line, Place, Table
from kg.readers.base import MEBIBYTE, sha256
from kg.readers.rendition import cell_name, refuse_too_large
from kg.readers.spans import uncovered
from kg.readers.text import damage_findings, decoded_or_refused, line_landmarks, printed_lines

Span = tuple[int, int]

_RULE = re.compile(r"[|:\- \t]*-[|:\- \t]*")
_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+")
_FENCE = re.compile(r" {0,3}(```|~~~)")
_INVISIBLE = re.compile(r"\*\*|__|<br\s*/?>|\\(?=[|*_#`\[\]\\])", re.IGNORECASE)
_BAR = re.compile(r"(?<!\\)\|")


class MarkdownReader:
    """`.md` files."""

    name = "markdown"
    suffixes: tuple[str, ...] = (".md", ".markdown")
    max_bytes = 64 * MEBIBYTE

    def recognises(self, content: bytes, name: str) -> bool:
        """The name decides: Markdown is text."""
        return name.lower().endswith(self.suffixes)

    def read(self, content: bytes, source_name: str) -> Document:
        """Read headings, lines and pipe tables."""
        decoded = decoded_or_refused(content, source_name)
        blocks = markdown_blocks(decoded.text)
        tables = [block.cells for block in blocks if isinstance(block, Table)]
        for cells in tables:
            refuse_too_large(source_name, sum(map(len, tables)), cells)
        spans = [span for block in blocks for span in _spans(block)]
        return Document(
            name=source_name,
            format="md",
            encoding=decoded.encoding,
            sha256=sha256(content),
            text=_INVISIBLE.sub(_blanks, decoded.text),
            blocks=tuple(blocks),
            landmarks=_landmarks(decoded.text, blocks, source_name),
            furniture=uncovered(_INVISIBLE.sub(_blanks, decoded.text), spans),
            findings=damage_findings(decoded, source_name),
        )


def markdown_blocks(text: str) -> list[Line | Table]:
    """Lines and pipe tables in order. A table is a line with bars over a line of dashes, and the lines below it."""
    lines = list(printed_lines(text))
    blocks: list[Line | Table] = []
    fenced = False
    index = 0
    while index < len(lines):
        start, end = lines[index]
        fenced ^= bool(_FENCE.match(text, start, end))
        height = 0 if fenced else _table_height(text, lines, index)
        if height:
            blocks.append(_pipe_table(text, [lines[index], *lines[index + 2 : index + height]]))
            index += height
            continue
        blocks += [] if _FENCE.match(text, start, end) else _line(text, start, end)
        index += 1
    return blocks


def _table_height(text: str, lines: list[Span], index: int) -> int:
    """How many lines the table takes that begins with line `index`; 0 where none does."""
    if index + 1 >= len(lines) or not _BAR.search(text, *lines[index]):
        return 0
    rule = lines[index + 1]
    if not _BAR.search(text, *rule) or not _RULE.fullmatch(text, *rule):
        return 0
    last = index + 2
    while last < len(lines) and _BAR.search(text, *lines[last]):
        last += 1
    return last - index


def _pipe_table(text: str, lines: list[Span]) -> Table:
    cells = []
    for row, (start, end) in enumerate(lines):
        bars = [match.start() for match in _BAR.finditer(text, start, end)]
        edges = [start - 1, *bars, end]
        pieces = [_trimmed(text, left + 1, right) for left, right in pairwise(edges)]
        pieces = pieces[1:] if bars and not text[start : bars[0]].strip() else pieces
        pieces = pieces[:-1] if bars and not text[bars[-1] + 1 : end].strip() else pieces
        cells += [Cell(row=row, column=column, start=s, end=e) for column, (s, e) in enumerate(pieces)]
    return Table(cells=tuple(cells))


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end)


def _line(text: str, start: int, end: int) -> list[Line | Table]:
    if not text[start:end].strip():
        return []
    mark = _HEADING.match(text, start, end)
    if mark is None:
        return [Line(start=start, end=end)]
    start, end = _trimmed(text, mark.end(), end)
    closed = len(text[start:end].rstrip("#"))
    if closed and text[start + closed - 1] in " \t":
        start, end = _trimmed(text, start, start + closed)
    return [Line(start=start, end=end, heading=True)] if start < end else []


def _spans(block: Line | Table) -> list[Span]:
    return [(block.start, block.end)] if isinstance(block, Line) else [(c.start, c.end) for c in block.cells]


def _landmarks(text: str, blocks: list[Line | Table], name: str) -> tuple[Landmark, ...]:
    """Lines as in any text; within a table each cell has its own."""
    lines = line_landmarks(text, name)
    found = {landmark.start: landmark for landmark in lines}
    place_at: Callable[[int], Place] = Document(
        name=name, format="", sha256="", text="", blocks=(), landmarks=lines
    ).place
    tables = [block for block in blocks if isinstance(block, Table)]
    for number, table in enumerate(tables, start=1):
        for cell in table.cells:
            place = place_at(cell.start).model_copy(update={"table": number, "cell": cell_name(cell.row, cell.column)})
            found[cell.start] = Landmark(start=cell.start, place=place)
    return tuple(found[start] for start in sorted(found))


def _blanks(match: re.Match[str]) -> str:
    return " " * len(match.group())
