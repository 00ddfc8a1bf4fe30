"""A document as its reader saw it: nothing interpreted, nothing lost."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import Literal

from pydantic import ConfigDict

from kg.model.finding import Finding
from kg.model.place import Place
from kg.model.record import Record


class Line(Record):
    """One printed line or one paragraph: `[start, end)` of the document's text, line end excluded."""

    kind: Literal["line"] = "line"
    start: int
    end: int
    heading: bool = False
    """True where the format itself marks a heading (a Word style, `<h2>`, `#`)."""


class Cell(Record):
    """One cell: its span of the document's text and its place in the grid (counted from 0)."""

    row: int
    column: int
    start: int
    end: int
    row_span: int = 1
    column_span: int = 1


class Table(Record):
    """A grid that the format itself states (Word, sheet, HTML, ruled PDF, CSV, Markdown)."""

    kind: Literal["table"] = "table"
    cells: tuple[Cell, ...]
    caption: str = ""


class Landmark(Record):
    """From offset `start` of the document's text on, `place` is where one is."""

    start: int
    place: Place


class Document(Record):
    """What one file says.

    `text` is the decoded file for text formats; for others it is the reader's plain rendition, in reading order,
    one cell or paragraph after the other, and all spans refer to it. Every character of `text` that is not white
    space lies in a block or in `furniture` (spans that the format marks as page headers, numbers, navigation).
    """

    model_config = ConfigDict(frozen=True, extra="forbid", ignored_types=(cached_property,))

    name: str
    format: str
    encoding: str | None = None
    sha256: str
    text: str
    blocks: tuple[Line | Table, ...]
    landmarks: tuple[Landmark, ...] = ()
    furniture: tuple[tuple[int, int], ...] = ()
    findings: tuple[Finding, ...] = ()

    def place(self, offset: int) -> Place:
        """Where the character at `offset` of `text` stands."""
        index = bisect_right(self._landmark_starts, offset) - 1
        return self.landmarks[index].place if index >= 0 else Place(document=self.name)

    @cached_property
    def _landmark_starts(self) -> list[int]:
        return [landmark.start for landmark in self.landmarks]
