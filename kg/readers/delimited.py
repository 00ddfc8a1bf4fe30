"""Comma-, tab-, semicolon- and bar-separated values: one table.

`Document.text` is the decoded file with one change that keeps every offset: of two quotation marks that stand for
one (`""`) the second is a blank, so that a cell's span reads as the cell does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import NamedTuple

from kg.model import Cell, Document, Landmark, Place, Table
from kg.readers.base import MEBIBYTE, sha256
from kg.readers.rendition import MAX_CELLS, cell_name, refuse_too_large
from kg.readers.spans import uncovered
from kg.readers.text import damage_findings, decoded_or_refused

DELIMITERS = ",\t;|"
SAMPLE = 64 * 1024


class Field(NamedTuple):
    """A cell's span of the text, quotation marks left out."""

    row: int
    column: int
    start: int
    end: int


class DelimitedReader:
    """`.csv` and `.tsv` files; a tab-separated `.txt` is text, whose layout is recovered later."""

    name = "delimited"
    suffixes: tuple[str, ...] = (".csv", ".tsv", ".tab")
    max_bytes = 64 * MEBIBYTE

    def recognises(self, content: bytes, name: str) -> bool:
        """The name decides: nothing in the bytes tells values from prose."""
        return name.lower().endswith(self.suffixes)

    def read(self, content: bytes, source_name: str) -> Document:
        """Read the file as one table, the header row being its first row."""
        decoded = decoded_or_refused(content, source_name)
        delimiter = "\t" if source_name.lower().endswith((".tsv", ".tab")) else likely_delimiter(decoded.text)
        fields = list(islice(fields_of(decoded.text, delimiter), MAX_CELLS + 1))
        cells = tuple(Cell(row=row, column=column, start=start, end=end) for row, column, start, end in fields)
        refuse_too_large(source_name, len(cells), cells)
        text = _without_second_quotes(decoded.text, fields)
        return Document(
            name=source_name,
            format="tsv" if delimiter == "\t" else "csv",
            encoding=decoded.encoding,
            sha256=sha256(content),
            text=text,
            blocks=(Table(cells=cells),),
            landmarks=tuple(_landmark(field, source_name) for field in fields),
            furniture=uncovered(text, [(field.start, field.end) for field in fields]),
            findings=damage_findings(decoded, source_name),
        )


def likely_delimiter(text: str) -> str:
    """The delimiter that gives the most even table over the first lines; a comma where none does.

    >>> likely_delimiter("序号;任务\\n1;新建3,5公里\\n2;改造\\n")
    ';'
    """
    best, best_score = ",", 0.0
    for delimiter in DELIMITERS:
        widths: dict[int, int] = {}
        for field in fields_of(text[:SAMPLE], delimiter):
            widths[field.row] = field.column + 1
        counts = sorted(widths.values())
        usual = counts[len(counts) // 2]
        score = sum(count == usual for count in counts) / len(counts) if usual > 1 else 0.0
        if score > best_score:
            best, best_score = delimiter, score
    return best


def fields_of(text: str, delimiter: str) -> Iterator[Field]:
    """The fields in order; a quoted one may hold delimiters, line ends and doubled quotation marks.

    >>> [text[f.start:f.end] for text in ['a,"b\\n,c"\\nd'] for f in fields_of(text, ",")]
    ['a', 'b\\n,c', 'd']
    """
    position, row, column = 0, 0, 0
    while position < len(text):
        if text[position] == '"':
            start, end = position + 1, _closing_quote(text, position + 1)
            position = _field_end(text, end + 1, delimiter)
            if text[end + 1 : position].strip():  # `"甲"乙` is not quoted at all
                start, end = start - 1, position
        else:
            start, end = position, _field_end(text, position, delimiter)
            position = end
        yield Field(row, column, start, end)
        if position < len(text) and text[position] == delimiter:
            position, column = position + 1, column + 1
            if position == len(text) or text[position] in "\r\n":
                yield Field(row, column, position, position)
                position, row, column = _after_line_end(text, position), row + 1, 0
        else:
            position, row, column = _after_line_end(text, position), row + 1, 0


def _closing_quote(text: str, start: int) -> int:
    """The quotation mark that ends the field, or the end of the text where the file breaks off."""
    position = text.find('"', start)
    while position >= 0 and text[position + 1 : position + 2] == '"':
        position = text.find('"', position + 2)
    return position if position >= 0 else len(text)


def _field_end(text: str, start: int, delimiter: str) -> int:
    end = _field_ends(delimiter).search(text, start)
    return end.start() if end else len(text)


@cache
def _field_ends(delimiter: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(delimiter)}\r\n]")


def _after_line_end(text: str, position: int) -> int:
    return position + (2 if text.startswith("\r\n", position) else 1)


def _without_second_quotes(text: str, fields: list[Field]) -> str:
    parts: list[str] = []
    passed = 0
    for field in fields:
        if field.start and text[field.start - 1] == '"':
            parts += (text[passed : field.start], text[field.start : field.end].replace('""', '" '))
            passed = field.end
    return "".join([*parts, text[passed:]])


def _landmark(field: Field, name: str) -> Landmark:
    place = Place(document=name, table=1, cell=cell_name(field.row, field.column))
    return Landmark(start=field.start, place=place)
