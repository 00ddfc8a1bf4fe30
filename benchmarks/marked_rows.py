"""Reads rows whose names are marked in their text: `[J [C 睿霖]烯烃项目]`, a letter a type, marks within marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from kg.model import Place, TaskRow, Text

TYPES = {
    "G": "Agency", "R": "Area", "C": "Company", "I": "Institution", "K": "Park", "H": "Person", "J": "Project",
}  # fmt: skip
LINE = re.compile(r"(task|targets|progress|problems|next_steps): ?(.*)")
OPENING = re.compile(f"\\[([{''.join(TYPES)}]) ")


class Marked(NamedTuple):
    """A text of one part of a row, and its names as `(type, start, end)` in text order."""

    part: str
    text: str
    names: tuple[tuple[str, int, int], ...]


def marked(part: str, line: str) -> Marked:
    """A marked text without its marks and without white space.

    Raises `ValueError` where marks do not pair.

    >>> marked("task", "建设[J [C 睿霖]烯烃项目]")
    Marked(part='task', text='建设睿霖烯烃项目', names=(('Company', 2, 4), ('Project', 2, 8)))
    """
    text, open_marks, names, place = "", [], [], 0
    while place < len(line):
        opening = OPENING.match(line, place)
        if opening:
            open_marks.append((TYPES[opening[1]], len(text)))
            place = opening.end()
            continue
        character = line[place]
        if character == "]" and open_marks:
            names.append((*open_marks.pop(), len(text)))
        elif character in "[]":
            raise ValueError(f"a bracket that marks nothing in: {line[max(0, place - 10) : place + 10]}")
        elif not character.isspace():
            text += character
        place += 1
    if open_marks:
        raise ValueError(f"a mark is not closed in: {line[:40]}")
    return Marked(part, text, tuple(sorted(names, key=lambda name: name[1:])))


def rows(path: Path) -> Iterator[tuple[Marked, ...]]:
    """The rows of a file: parts one a line, an empty line between rows, lines that begin with `#` are remarks."""
    row: list[Marked] = []
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        if not line.strip() and row:
            yield tuple(row)
            row = []
        elif told := LINE.match(line):
            row.append(marked(*told.groups()))
        elif line.strip() and not line.startswith("#"):
            raise ValueError(f"{path.name}: no part of a row begins so: {line[:40]}")


def task_rows(path: Path) -> Iterator[tuple[TaskRow, tuple[Marked, ...]]]:
    """The rows of a file as those of one document, named `r001` and so on, each with its marked parts."""
    for number, parts in enumerate(rows(path), start=1):
        texts = {text.part: Text.of(text.text, 0, len(text.text)) for text in parts}
        place = Place(document=path.stem)
        yield TaskRow(document=path.stem, row=f"r{number:03}", parts=texts, place=place), parts
