"""Which characters of a text no span covers: what a format's own marks leave over."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"\S+")


def uncovered(text: str, spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Stretches without white space that lie in none of the sorted, disjoint spans.

    >>> uncovered("| 甲 | 乙 |", [(2, 3), (6, 7)])
    ((0, 1), (4, 5), (8, 9))
    """
    found: list[tuple[int, int]] = []
    passed = 0
    for start, end in [*spans, (len(text), len(text))]:
        found += (match.span() for match in _WORD.finditer(text, passed, start))
        passed = max(passed, end)
    return tuple(found)
