"""Tiny builders of documents for tests of reading."""

from __future__ import annotations

from kg.model import Document, Line, Reading
from kg.tables import read_rows


def document(text: str, name: str = "a.txt") -> Document:
    """A text document, one line a printed line."""
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append(Line(start=start, end=start + len(line)))
        start += len(line) + 1
    return Document(name=name, format="txt", encoding="utf-8", sha256="0" * 64, text=text, blocks=tuple(lines))


def reading(text: str) -> Reading:
    """The rows of a text."""
    return read_rows(document(text))


def understood(found: Reading) -> list[tuple[object, ...]]:
    """Number, task, units with the first letter of their role, and progress of each row."""
    return [
        (row.number, row.text("task"), [f"{u.name}:{u.role[0]}" for u in row.units], row.text("progress"))
        for row in found.rows
    ]
