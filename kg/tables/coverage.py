"""Arithmetic of spans, and the account of a document: which character lies where."""

from __future__ import annotations

import re
from collections.abc import Iterable

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


class Account:
    """Who has taken which character of a text: the first to take one keeps it.

    >>> account = Account(6)
    >>> account.take("row", [(0, 3)])
    >>> account.take("heading", [(2, 5)])
    >>> account.spans("row"), account.spans("heading"), account.spans("")
    (((0, 3),), ((3, 5),), ((5, 6),))
    """

    def __init__(self, size: int) -> None:
        self._owners = bytearray(size)
        self._codes: dict[str, int] = {"": 0}

    def take(self, owner: str, spans: Iterable[Span]) -> None:
        """Give an owner all characters of the spans that nobody has taken."""
        code = self._codes.setdefault(owner, len(self._codes))
        free, own, owners = b"\0", bytes([code]), self._owners
        for start, end in spans:
            owners[start:end] = owners[start:end].replace(free, own)

    def spans(self, owner: str) -> Spans:
        """What an owner has, as sorted spans; the owner without a name has what nobody took."""
        code = self._codes.get(owner)
        if code is None:
            return ()
        return tuple(found.span() for found in re.finditer(re.escape(bytes([code])) + b"+", self._owners))

    def first(self, owner: str) -> int | None:
        """The first character that an owner has."""
        at = self._owners.find(bytes([self._codes.get(owner, 255)]))
        return at if at >= 0 else None


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
