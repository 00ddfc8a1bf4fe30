"""Prose: one record a sentence, with the headings that it stands under."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.tables.flow import Span, Spans
from kg.tables.furniture import without

_END = re.compile(r"[。！？!?][”’」』）)》]*")


def sentences(text: str, spans: Sequence[Span], furniture: Sequence[Span]) -> Iterator[Spans]:
    """Cut spans of prose into sentences; one may run over several lines, and page marks are left out of it.

    >>> text = "推进建设。“加快进\\n度。”完成"
    >>> [[text[a:b] for a, b in sentence] for sentence in sentences(text, [(0, 9), (10, 15)], [])]
    [['推进建设。'], ['“加快进', '度。”'], ['完成']]
    """
    pending: list[Span] = []
    for span in spans:
        for start, end in without(span, furniture):
            while found := _END.search(text, start, end):
                pending.append((start, found.end()))
                yield from _filled(text, pending)
                pending, start = [], found.end()
            if text[start:end].strip():
                pending.append((start, end))
    yield from _filled(text, pending)


def _filled(text: str, spans: Sequence[Span]) -> Iterator[Spans]:
    kept = tuple(_stripped(text, span) for span in spans if text[span[0] : span[1]].strip())
    if kept:
        yield kept


def _stripped(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
