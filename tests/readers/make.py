"""Small ways to look at documents in tests."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from kg.model import Document, Line, Table, Text

DOCUMENTS = Path(__file__).parent.parent / "documents"
GridTexts = list[list[str]]


def lines(document: Document) -> list[str]:
    """The texts of all lines."""
    return [document.text[block.start : block.end] for block in document.blocks if isinstance(block, Line)]


def headings(document: Document) -> list[str]:
    """The texts of the lines that the format marks as headings."""
    blocks = [block for block in document.blocks if isinstance(block, Line) and block.heading]
    return [document.text[block.start : block.end] for block in blocks]


def tables(document: Document) -> list[Table]:
    """The document's tables."""
    return [block for block in document.blocks if isinstance(block, Table)]


def cells(document: Document, index: int = 0) -> dict[tuple[int, int], tuple[str, int, int]]:
    """A table's cells by row and column: text as stated, row span, column span."""
    return {
        (cell.row, cell.column): (document.text[cell.start : cell.end], cell.row_span, cell.column_span)
        for cell in tables(document)[index].cells
    }


def grid(document: Document, index: int = 0) -> GridTexts:
    """A table's texts row by row, as rows are read later: without layout's white space."""
    rows: dict[int, list[str]] = {}
    for cell in tables(document)[index].cells:
        rows.setdefault(cell.row, []).append(Text.of(document.text, cell.start, cell.end).value)
    return [rows[row] for row in sorted(rows)]


def furniture(document: Document) -> list[str]:
    """The texts of all furniture."""
    return [document.text[start:end] for start, end in document.furniture]


def codes(document: Document) -> list[str]:
    """The codes of all findings."""
    return [finding.code for finding in document.findings]


def zipped(members: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file of these members."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as package:
        for name, content in members.items():
            package.writestr(zipfile.ZipInfo(name), content, compression)
    return buffer.getvalue()


def with_member(package: bytes, name: str, content: bytes) -> bytes:
    """The same zip file with one member replaced or added."""
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        members = {member: opened.read(member) for member in opened.namelist()}
    return zipped({**members, name: content})
