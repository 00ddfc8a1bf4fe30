"""What pages and word processors leave behind: page numbers, running marks, field codes.

Furniture is cut out of cells before anything is read, and stays accounted for.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from kg.tables.flow import Span, Spans

_PAGE_MARKS = re.compile(
    r"""(?=[—–－\-\s第\d\[PNSHF\u200b\u200c\u200d\u2060\ufeff\ufffc])(?:   # what all of them begin with
      (?<![\w.%％])[—–－\-]\s*\d{1,3}\s*[—–－\-](?![\w.%％])   # — 12 —
    | ^[^\S\n]*第\s*\d{1,3}\s*页(?:\s*[,，/／]?\s*共\s*\d{1,3}\s*页)?[^\S\n]*$
    | ^[^\S\n]*\d{1,3}\s*[/／]\s*\d{1,3}[^\S\n]*$
    | \[bookmark:\s*[^\]\n]{0,60}\]                           # left by a Word converter
    | \b(?:PAGE|NUMPAGES|SECTIONPAGES)\s*\\\*\s*(?:MERGEFORMAT|Arabic)\b
    | \bHYPERLINK\s+"[^"\n]{0,300}"
    | \bFORM(?:TEXT|CHECKBOX)\b
    | [\u200b\u200c\u200d\u2060\ufeff\ufffc\x0c]+
    )""",
    re.VERBOSE | re.MULTILINE,
)


def find_furniture(text: str) -> Spans:
    """Spans of page marks and converter artefacts in a document's text, sorted.

    >>> find_furniture("推进\\n— 12 —\\n建设")
    ((3, 9),)
    """
    return tuple(match.span() for match in _PAGE_MARKS.finditer(text))


def without(span: Span, cut: Sequence[Span]) -> Spans:
    """The pieces of `span` that remain when the spans in `cut` (sorted, without overlaps) are taken out.

    >>> without((0, 10), [(2, 4), (9, 12)])
    ((0, 2), (4, 9))
    """
    start, end = span
    pieces: list[Span] = []
    for index in range(max(0, bisect_right(cut, (start, start)) - 1), len(cut)):
        cut_start, cut_end = cut[index]
        if cut_start >= end:
            break
        if cut_end <= start:
            continue
        if cut_start > start:
            pieces.append((start, cut_start))
        start = max(start, cut_end)
    if start < end:
        pieces.append((start, end))
    return tuple(pieces)
