"""Characters on a page to printed lines, with the blanks that columns leave."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

_WORD_GAP = 0.3
"""A gap of this many character heights is a blank; justified Chinese text stays below 0.2."""
_BLANK_WIDTH = 0.5
"""A blank is half as wide as a Chinese character is high."""
_MAX_BLANKS = 200
_COLUMN_GAP = 0.8
"""Between columns without rules lies at least the margin of two cells, some 0.9 of a character's height."""


class Char(NamedTuple):
    """A character and its box in points, from the page's top left corner."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        """Half its height."""
        return (self.top + self.bottom) / 2

    @property
    def centre(self) -> float:
        """Half its width."""
        return (self.x0 + self.x1) / 2

    @property
    def height(self) -> float:
        """The height of its box."""
        return max(1.0, self.bottom - self.top)


class Segment(NamedTuple):
    """A stretch of a line without a gap as wide as those between columns."""

    text: str
    x0: float
    x1: float


class PrintedLine(NamedTuple):
    """A line as printed, and the segments that it falls into."""

    text: str
    top: float
    bottom: float
    segments: tuple[Segment, ...]


def printed_lines(chars: Iterable[Char]) -> list[PrintedLine]:
    """Lines from top to bottom, blank ones left out.

    >>> [line.text for line in printed_lines([Char("区", 0, 10, 0, 10), Char("局", 40, 50, 0, 10),
    ...                                       Char("人", 0, 10, 15, 25)])]
    ['区      局', '人']
    """
    lines = (_printed(row) for row in _rows(chars))
    return [line for line in lines if line.text]


def _rows(chars: Iterable[Char]) -> list[list[Char]]:
    """Characters on one base line, in rows from top to bottom; a smaller one beside a larger belongs to its row."""
    rows: list[list[Char]] = []
    top = bottom = 0.0
    for char in sorted(chars, key=lambda char: (char.middle, char.x0)):
        overlap = min(bottom, char.bottom) - max(top, char.top)
        if rows and overlap > 0.5 * min(char.height, bottom - top):
            rows[-1].append(char)
        else:
            rows.append([char])
            top, bottom = char.top, char.bottom
    return rows


def _printed(row: list[Char]) -> PrintedLine:
    parts: list[str] = []
    segments: list[Segment] = []
    right: float | None = None
    for char in sorted(row, key=lambda char: (char.x0, char.x1)):
        gap = 0.0 if right is None else char.x0 - right
        if gap > _WORD_GAP * char.height and not char.text.isspace():
            parts.append(" " * min(_MAX_BLANKS, max(1, round(gap / (_BLANK_WIDTH * char.height)))))
        parts.append(char.text)
        if not char.text.isspace():
            _append(segments, char)
        right = char.x1 if right is None else max(right, char.x1)
    visible = [char for char in row if not char.text.isspace()] or row
    return PrintedLine(
        text="".join(parts).strip(),
        top=min(char.top for char in visible),
        bottom=max(char.bottom for char in visible),
        segments=tuple(segments),
    )


def _append(segments: list[Segment], char: Char) -> None:
    if segments and char.x0 - segments[-1].x1 < _COLUMN_GAP * char.height:
        last = segments[-1]
        segments[-1] = Segment(last.text + char.text, last.x0, max(last.x1, char.x1))
    else:
        segments.append(Segment(char.text, char.x0, char.x1))
