"""Text for terminals: Chinese characters are two columns wide."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence


def width(text: str) -> int:
    """How many terminal columns a text takes.

    >>> width("区发改局"), width("kg")
    (8, 2)
    """
    return sum(
        2 if unicodedata.east_asian_width(char) in "WF" else 0 if unicodedata.combining(char) else 1 for char in text
    )


def shortened(text: str, columns: int) -> str:
    """A text cut to a width, with … where something was left out.

    >>> shortened("区发展和改革局", 9)
    '区发展和…'
    """
    if width(text) <= columns:
        return text
    taken = ""
    for char in text:
        if width(taken + char) > columns - 1:
            break
        taken += char
    return taken + "…"


def padded(text: str, columns: int) -> str:
    """A text filled up with blanks to a width.

    >>> padded("单位", 6) + "|"
    '单位  |'
    """
    return text + " " * (columns - width(text))


def table(headings: Sequence[str], rows: Sequence[Sequence[str]], widest: int = 40) -> str:
    """Aligned columns under headings; cells wider than `widest` columns are cut, control characters shown as `�`.

    >>> print(table(["单位", "数"], [["区发改局", "3"]]))
    单位      数
    --------  --
    区发改局  3
    """
    cut = [[shortened(_on_one_line(cell), widest) for cell in row] for row in (headings, *rows)]
    columns = [max(width(row[at]) for row in cut) for at in range(len(headings))]
    lines = ["  ".join(padded(cell, columns[at]) for at, cell in enumerate(row)).rstrip() for row in cut]
    return "\n".join([lines[0], "  ".join("-" * column for column in columns), *lines[1:]])


def _on_one_line(cell: str) -> str:
    return "".join(char if char.isprintable() else "�" for char in " ".join(cell.split()))
