"""Printed lines of a document, cleared of furniture, with what their neighbourhood says about pages."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from kg.model import Line
from kg.tables.flow import Span, Spans
from kg.tables.furniture import without


class Printed(NamedTuple):
    """A printed line: its span, its pieces without furniture, its text with tabs and blanks as printed, and without.

    `page_start` is True where a page mark precedes it, or where its odd indentation shows that a page began.
    """

    span: Span
    pieces: Spans
    text: str
    plain: str
    page_start: bool
    heading: bool


def printed_lines(text: str, lines: Sequence[Line], furniture: Spans) -> list[Printed]:
    """The lines in order, blank ones included (they separate rows in some layouts)."""
    wholes = [text[line.start : line.end] for line in lines]
    indented = _marks_pages(wholes)
    ends = [end for _, end in furniture]
    printed: list[Printed] = []
    after_mark = False
    for line, whole in zip(lines, wholes, strict=True):
        span = (line.start, line.end)
        if not whole:
            printed.append(Printed(span, (), "", "", False, line.heading))
            continue
        cut = bisect_right(ends, line.start)
        is_clear = cut == len(ends) or furniture[cut][0] >= line.end
        pieces = (span,) if is_clear else without(span, furniture)
        cleared = whole if pieces == (span,) else "".join(text[start:end] for start, end in pieces)
        plain = "".join(cleared.split())
        starts_page = bool(plain) and (after_mark or (indented and _is_indented(cleared)))
        printed.append(Printed(span, pieces, cleared, plain, starts_page, line.heading))
        only_mark = not plain and bool(whole.strip())
        if only_mark or "\f" in whole:
            after_mark = True
        elif plain:
            after_mark = False
    return printed


def _is_indented(text: str) -> bool:
    return text[:1] == " " and text[1:2] not in (" ", "\u3000", "")


def _marks_pages(texts: Sequence[str]) -> bool:
    """Whether one leading blank is rare enough to be what a PDF converter leaves at the top of a page."""
    filled = [text for text in texts if text and not text.isspace()]
    share = sum(map(_is_indented, filled)) / len(filled) if filled else 1.0
    return 0 < share < 0.1


def split_span(text: str, span: Span, separator: str) -> list[Span]:
    """Split a span of `text` at a separator, empty pieces kept.

    >>> split_span("甲\\t\\t乙", (0, 4), "\\t")
    [(0, 1), (2, 2), (3, 4)]
    """
    start, end = span
    pieces: list[Span] = []
    while (found := text.find(separator, start, end)) >= 0:
        pieces.append((start, found))
        start = found + len(separator)
    return [*pieces, (start, end)]
