"""Tables for terminals, where a Chinese character takes two columns."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence


def width(text: str) -> int:
    """Columns that a text takes on a terminal.

    >>> width("责任A")
    5
    """
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def fitted(text: str, columns: int) -> str:
    """A text padded or cut to so many columns; control characters are shown as `�`.

    >>> fitted("责任单位", 6)
    '责任… '
    """
    shown = "".join(c if c.isprintable() else "�" for c in " ".join(text.split()))
    if width(shown) > columns:
        while width(shown) > columns - 1:
            shown = shown[:-1]
        shown += "…"
    return shown + " " * (columns - width(shown))


def table(header: Sequence[str], rows: Sequence[Sequence[str]], widest: int = 40) -> str:
    """Rows below a header, columns as wide as their widest cell but no wider than `widest`."""
    columns = [
        min(widest, max([width(header[i]), *(width(" ".join(row[i].split())) for row in rows)]))
        for i in range(len(header))
    ]
    lines = ["  ".join(fitted(cell, size) for cell, size in zip(row, columns, strict=True)) for row in (header, *rows)]
    lines.insert(1, "  ".join("─" * size for size in columns))
    return "\n".join(line.rstrip() for line in lines)
