"""Which characters of a text no span covers: what a format's own marks leave over."""

from __future__ import annotations

from collections.abc import Iterable


def uncovered(text: str, spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """What stands between the sorted, disjoint spans, from its first to its last visible character.

    >>> uncovered("| 甲 | 乙 |", [(2, 3), (6, 7)])
    ((0, 1), (4, 5), (8, 9))
    """
    found: list[tuple[int, int]] = []
    passed = 0
    for start, end in [*spans, (len(text), len(text))]:
        between = text[passed:start]
        if visible := between.strip():
            first = passed + len(between) - len(between.lstrip())
            found.append((first, first + len(visible)))
        passed = max(passed, end)
    return tuple(found)
