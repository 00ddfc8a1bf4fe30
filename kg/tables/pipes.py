"""Pipe tables in plain text: `| 序号 | 任务 | 责任单位 |`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.tables.flow import Column, Header, Heading, Item, Loose, PhysicalRow, Span
from kg.tables.headers import as_header
from kg.tables.headings import announced_count, looks_like_heading, without_count
from kg.tables.lines import Printed, split_span

_RULE = re.compile(r"[|+\-—:=\s─│┼┌┐└┘├┤┬┴]+")
_BARS = re.compile(r"[|｜│┃]")


def is_pipe_header(line: Printed) -> bool:
    """Whether a line is a header whose cells are separated by bars."""
    return (
        len(_BARS.findall(line.text)) >= 2 and as_header([c for c in _BARS.split(line.text) if c.strip()]) is not None
    )


def pipe_items(text: str, lines: Sequence[Printed]) -> list[Item]:
    """Read rows whose cells are separated by bars; rules between rows are dropped."""
    items: list[Item] = []
    columns: tuple[Column, ...] = ()
    for line in lines:
        if not line.plain or _RULE.fullmatch(line.text):
            continue
        if not _BARS.search(line.text):
            heading = looks_like_heading(line.plain)
            items.append(
                Heading(line.pieces, without_count(line.plain), announced_count(line.plain))
                if heading
                else Loose(line.pieces)
            )
            continue
        cells = _cells(text, line)
        header = as_header([text[start:end] for start, end in cells])
        if header:
            columns = header
            items.append(Header(header, tuple(cells)))
        elif columns:
            laid: list[tuple[Span, ...]] = [(cell,) if text[slice(*cell)].strip() else () for cell in cells]
            laid = [*laid, *[()] * len(columns)][: len(columns)]
            items.append(PhysicalRow(tuple(laid), whole=True))
    return items


def _cells(text: str, line: Printed) -> list[Span]:
    bar = next(iter(_BARS.findall(line.text)))
    cells = split_span(text, line.span, bar)
    if cells and not text[slice(*cells[0])].strip():
        cells = cells[1:]
    if cells and not text[slice(*cells[-1])].strip():
        cells = cells[:-1]
    return cells
