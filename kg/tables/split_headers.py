"""Headers of flattened tables whose cells a printed line cut in two: `责任` / `领导` / `责任` / `科室`.

The rows below say how many cells there are; which lines make one is what names the most columns.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from kg.tables.flow import Column
from kg.tables.headers import as_header, header_role
from kg.tables.lines import Printed

_LONGEST_CELL = 3
"""Printed lines of one header cell."""
_MOST_LINES = 30
_MOST_ROWS = 400
"""Lines that are looked at to learn how many cells a row has."""
_JOINED, _UNNAMED = -0.1, -1.0


def split_header(lines: Sequence[Printed], index: int) -> tuple[tuple[Column, ...], int] | None:
    """The columns of a header that begins here with more lines than rows have cells, and how many lines it takes."""
    if header_role(lines[index].plain) != "number":
        return None
    filled = [place for place in range(index, min(index + _MOST_ROWS, len(lines))) if lines[place].plain]
    first = next((at for at, place in enumerate(filled[:_MOST_LINES]) if lines[place].plain == "1"), 0)
    width = _cells_of_rows([lines[place].plain for place in filled[first:]]) if first else 0
    if not 3 <= width < first:
        return None
    texts = _joined([lines[place].plain for place in filled[:first]], width)
    columns = as_header(texts) if texts else None
    return (columns, filled[first] - index) if columns else None


def _cells_of_rows(texts: Sequence[str]) -> int:
    """How many lines most rows have, from one row number to the next; 0 where rows differ."""
    numbers: list[int] = []
    for index, text in enumerate(texts):
        if text == str(len(numbers) + 1):
            numbers.append(index)
    gaps = Counter(end - start for start, end in pairwise([*numbers, len(texts)]))
    width, count = gaps.most_common(1)[0] if gaps else (0, 0)
    return width if count >= 2 and count >= 0.6 * len(numbers) else 0


def _joined(texts: Sequence[str], width: int) -> list[str]:
    """Texts of `width` cells made of these lines, those that name the most columns; empty where none are found."""
    best: dict[tuple[int, int], tuple[float, list[str]]] = {(0, 0): (0.0, [])}
    for end in range(1, len(texts) + 1):
        for cells in range(1, min(width, end) + 1):
            options = [
                (before[0] + _worth(texts[start:end]), [*before[1], "".join(texts[start:end])])
                for start in range(max(0, end - _LONGEST_CELL), end)
                if (before := best.get((start, cells - 1))) is not None
            ]
            if options:
                best[(end, cells)] = max(options, key=lambda option: option[0])
    return best.get((len(texts), width), (0.0, []))[1]


def _worth(lines: Sequence[str]) -> float:
    named = header_role("".join(lines)) is not None
    return (1.0 if named else _UNNAMED) + _JOINED * (len(lines) - 1)
