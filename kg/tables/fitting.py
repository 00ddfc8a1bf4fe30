"""Rows with fewer cells than their header names: where do they stand?

Flattened tables leave out the cells that a merged one above covers, and fill up at the end instead. What cells hold
shows how far they are shifted: units under units, a number under numbers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.tables.column_way import UNITS
from kg.tables.flow import Column, Span
from kg.tables.unit_forms import is_unit_like

_NUMBER = re.compile(r"\d{1,3}[.．、]?|[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.]?|[①-⑳]")
_NAMES = re.compile(r"[\u4e00-\u9fff·]{2,4}(?:[\s、，,]+[\u4e00-\u9fff·]{1,4})*")
_TEXT = frozenset({"task", "targets", "progress", "problems", "next_steps", "ledger"})


def fitted(text: str, cells: Sequence[Span], columns: Sequence[Column]) -> list[tuple[Span, ...]]:
    """Cells laid on columns, the surplus in the last one; those that fit better further right are shifted there.

    >>> columns = [Column("item", "类别"), Column("task", "任务"), Column("units", "责任单位")]
    >>> fitted("修路|交通局|", [(0, 2), (3, 6), (7, 7)], columns)
    [(), ((0, 2),), ((3, 6),)]
    """
    filled = list(cells)
    while filled and not text[slice(*filled[-1])].strip():
        filled.pop()
    room = len(columns) - len(filled)
    texts = ["".join(text[start:end].split()) for start, end in filled]
    shift = max(range(room + 1), key=lambda by: (_likeness(texts, columns[by:]), -by)) if room > 0 else 0
    laid: list[tuple[Span, ...]] = [()] * len(columns)
    for index, span in enumerate(filled, start=shift):
        column = min(index, len(columns) - 1)
        if text[slice(*span)].strip():
            laid[column] = (*laid[column], span)
    return laid


def _likeness(texts: Sequence[str], columns: Sequence[Column]) -> int:
    return sum(_fits(text, column.role) for text, column in zip(texts, columns, strict=False) if text)


def _fits(text: str, role: str) -> int:
    if role in UNITS:
        return 2 if is_unit_like(text) else -2
    if role == "number":
        return 2 if _NUMBER.fullmatch(text) else -2
    if role == "leaders":
        return 1 if _NAMES.fullmatch(text) and not is_unit_like(text) else -2
    return -1 if role in _TEXT and len(text) > 2 and is_unit_like(text) else 0
