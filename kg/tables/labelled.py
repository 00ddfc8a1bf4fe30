"""Blocks of labelled lines, one block a task: `整改目标：…`, `责任单位：…`, `整改进展：…`.

A block's labels are header words, and begin again with the next one. The line above its first label names the task,
where no label does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.tables.flow import Column, Span, Spans
from kg.tables.headers import columns_of, header_role
from kg.tables.headings import leading_number, looks_like_heading

_LABEL = re.compile(
    r"\s*(?P<number>\d{1,3}(?:[.．、]|(?=\s))\s*|[（(][一二三四五六七八九十\d]{1,3}[）)]\s*)?"
    r"(?P<open>[【\[*]*)(?P<label>[\u4e00-\u9fff\s]{2,14}?)\s*[】\]*]*\s*[：:][*\s]*"
)
_TASK = frozenset({"task", "ledger"})
_TOLD = frozenset({"progress", "problems", "next_steps", "targets"}) | _TASK
_UNITS = frozenset({"units", "lead_units", "joint_units"})
_HEAD = "任务"
"""The column of what stands above a block's first label."""


class Block(NamedTuple):
    """The lines of one task: its columns, their cells, its number, what its labels took, and the headings above it."""

    columns: tuple[Column, ...]
    cells: tuple[Spans, ...]
    number: str | None
    labels: Spans
    headings: Spans


class _Line(NamedTuple):
    """A line; `role` and `label` where it begins with one, `body` what stands behind that."""

    span: Span
    body: Span
    role: str | None = None
    label: str = ""
    number: Span | None = None


def find_blocks(text: str, lines: Sequence[Span]) -> list[Block]:
    """All blocks of a document's filled lines; empty where there are no two that name units and say something."""
    read = [_read(text, span) for span in lines]
    starts = list(_starts(read))
    if len(starts) < 2:
        return []
    ends = [*starts[1:], len(read)]
    roles = [{line.role for line in read[start:end]} for start, end in zip(starts, ends, strict=True)]
    whole = sum(1 for found in roles if found & _UNITS and found & _TOLD)
    if whole < max(2, 0.6 * len(starts)):
        return []
    heads = [_head(text, read, start, found) for start, found in zip(starts, roles, strict=True)]
    return [
        _block(text, read[first : heads[index + 1][0] if index + 1 < len(heads) else len(read)], named)
        for index, (first, named) in enumerate(heads)
    ]


def _read(text: str, span: Span) -> _Line:
    found = _LABEL.match(text, *span)
    role = header_role(found["label"]) if found else None
    if not found or role in (None, "number", "quarter"):
        return _Line(span, span)
    number = found.span("number") if found["number"] else None
    return _Line(span, (found.end(), span[1]), role, "".join(found["label"].split()), number)


def _starts(lines: Sequence[_Line]) -> Iterator[int]:
    """The labelled lines with which blocks begin: the first one, and each whose label the block has already."""
    seen: set[str] = set()
    for index, line in enumerate(lines):
        if line.role and (not seen or line.label in seen):
            yield index
            seen = set()
        if line.role:
            seen.add(line.label)


def _head(text: str, lines: Sequence[_Line], start: int, roles: set[str | None]) -> tuple[int, bool]:
    """Where a block begins with the headings above it, and whether the line above its first label names its task."""
    first = start
    named = bool(first) and lines[first - 1].role is None and not roles & {"ledger"} and lines[start].number is None
    if named and "task" in roles:
        named = _numbered(text, lines[first - 1].span)
    first -= named
    while first and lines[first - 1].role is None and looks_like_heading(_plain(text, lines[first - 1].span)):
        first -= 1
    return first, named


def _numbered(text: str, span: Span) -> bool:
    return leading_number(text[slice(*span)]) is not None or looks_like_heading(_plain(text, span))


def _block(text: str, lines: Sequence[_Line], named: bool) -> Block:
    first = next(index for index, line in enumerate(lines) if line.role)
    headings = tuple(line.span for line in lines[: first - named])
    names: list[str] = []
    cells: list[list[Span]] = []
    labels: list[Span] = []
    number: str | None = None
    if named:
        head = lines[first - 1].span
        found = leading_number(text[slice(*head)])
        number, length = (found.number, found.length) if found else (None, 0)
        labels.append((head[0], head[0] + length))
        names, cells = [_HEAD], [[(head[0] + length, head[1])]]
    for line in lines[first:]:
        if line.role:
            names.append(line.label)
            cells.append([line.body])
            labels.append((line.span[0], line.body[0]))
            number = number or (text[slice(*line.number)].strip(" .．、（）()\n\u3000") if line.number else None)
        else:
            cells[-1].append(line.span)
    filled = tuple(tuple(span for span in cell if text[slice(*span)].strip()) for cell in cells)
    return Block(columns_of(names), filled, number, tuple(labels), headings)


def _plain(text: str, span: Span) -> str:
    return "".join(text[slice(*span)].split()).strip("*#")
