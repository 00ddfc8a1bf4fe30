"""Arithmetic of spans, and the account of a document: which character lies where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.model import Document, Reading, Record
from kg.tables.flow import Span, Spans


def merged(spans: Iterable[Span]) -> Spans:
    """Sorted spans without overlaps.

    >>> merged([(5, 9), (0, 3), (2, 4)])
    ((0, 4), (5, 9))
    """
    result: list[Span] = []
    for start, end in sorted(spans):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        elif start < end:
            result.append((start, end))
    return tuple(result)


def subtract(spans: Iterable[Span], taken: Sequence[Span]) -> Spans:
    """What is left of sorted spans where `taken` (sorted, without overlaps) is cut out.

    >>> subtract([(0, 10)], [(2, 4), (6, 7)])
    ((0, 2), (4, 6), (7, 10))
    """
    result: list[Span] = []
    cuts = iter(taken)
    cut = next(cuts, None)
    for start, end in spans:
        while cut and cut[1] <= start:
            cut = next(cuts, None)
        while cut and cut[0] < end:
            if cut[0] > start:
                result.append((start, cut[0]))
            start = max(start, cut[1])
            if cut[1] > end:
                break
            cut = next(cuts, None)
        if start < end:
            result.append((start, end))
    return tuple(result)


class Coverage(Record):
    """Characters of a document that are not white space, by what became of them; the numbers add up to `total`."""

    document: str
    total: int
    rows: int
    headings: int
    furniture: int
    remainder: int


def coverage(document: Document, reading: Reading) -> Coverage:
    """Count every character of a document once."""

    def count(spans: Iterable[Span]) -> int:
        return sum(1 for start, end in spans for character in document.text[start:end] if not character.isspace())

    total = count([(0, len(document.text))])
    headings, furniture, remainder = count(reading.headings), count(reading.furniture), count(reading.remainder)
    return Coverage(
        document=document.name,
        total=total,
        rows=total - headings - furniture - remainder,
        headings=headings,
        furniture=furniture,
        remainder=remainder,
    )
