"""Doubts about what was read: text that nothing took, garbage that a scanner repeated, confusable characters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.model import Document, Finding, TaskRow
from kg.tables.flow import Span
from kg.tables.slips import find_slips

_LONGEST_PART = 12
_LOOP = re.compile(rf"(.{{2,{_LONGEST_PART}}}?)\1{{3,}}")
_NO_WORD = re.compile(r"[\W\d_]+")


def find_noise(document: Document, rows: Sequence[TaskRow], remainder: Sequence[Span]) -> tuple[Finding, ...]:
    """Findings on one document's reading; the text itself is never changed."""
    return (*_unread(document, remainder), *_loops(document, rows), *find_slips(document, rows))


def _unread(document: Document, remainder: Sequence[Span]) -> Iterator[Finding]:
    for start, end in remainder:
        quote = " ".join(document.text[start:end].split())
        yield Finding(
            severity="note",
            code="unread-text",
            message="这段文字不属于任何行、标题或页面附属内容，未被使用。",
            place=document.place(start),
            quote=quote[:200],
            next_step="如果它是任务，请检查表头或段落格式。",
        )


def _first_loop(text: str) -> re.Match[str] | None:
    """The first match of `_LOOP`; tried only where two characters come again soon enough.

    A loop is at least eight characters long, so that one of its first five is looked at and comes again with the next.
    """
    for at in range(0, len(text), 5):
        if text.find(text[at : at + 2], at + 2, at + 2 + _LONGEST_PART) >= 0:
            for start in range(max(0, at - 4), at + 1):
                if found := _LOOP.match(text, start):
                    return found
    return None


def _loops(document: Document, rows: Sequence[TaskRow]) -> Iterator[Finding]:
    for row in rows:
        for text in row.parts.values():
            found = _first_loop(text.value)
            if found and len(found.group()) >= 12 and not _NO_WORD.fullmatch(found.group(1)):
                yield Finding(
                    severity="warning",
                    code="repeated-garbage",
                    message=f"文字重复异常（{found.group(1)}…），可能是识别错误，原文保留。",
                    place=document.place(text.source_offset(found.start())),
                    quote=found.group()[:200],
                    next_step="请与原件核对。",
                    row=row.row,
                )
