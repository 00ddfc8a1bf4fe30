"""Pipe tables in plain text: `| 序号 | 任务 | 责任单位 |`, or one cell a line with a bar behind each.

In the second form a line of bars alone ends a row, if one stands below the header; else the number of cells does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.tables.fitting import fitted
from kg.tables.flow import Column, Header, Heading, Item, Loose, PhysicalRow, Span
from kg.tables.headers import as_header, header_role
from kg.tables.headings import announced_count, looks_like_heading, without_count
from kg.tables.lines import Printed, split_span

_RULE = re.compile(r"[|+\-—:=\s─│┼┌┐└┘├┤┬┴]+")
_BARS = re.compile(r"[|｜│┃]")
_NUMBER = re.compile(r"\d{1,3}")
_ONLY_BARS = re.compile(r"[|｜│┃]+")


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
            items.append(PhysicalRow(tuple(fitted(text, cells, columns)), whole=True))
    return items


def _cells(text: str, line: Printed) -> list[Span]:
    bar = next(iter(_BARS.findall(line.text)))
    cells = split_span(text, line.span, bar)
    if cells and not text[slice(*cells[0])].strip():
        cells = cells[1:]
    if cells and not text[slice(*cells[-1])].strip():
        cells = cells[:-1]
    return cells


def barred_header(lines: Sequence[Printed], index: int) -> tuple[Column, ...] | None:
    """The columns of a header that begins here with one cell a line, each before a bar."""
    if not _is_barred(lines[index].plain):
        return None
    texts: list[str] = []
    for line in lines[index : index + 20]:
        if not _is_barred(line.plain) or _NUMBER.fullmatch(line.plain[:-1]):
            break
        texts.append(line.plain[:-1])
    while texts and header_role(texts[-1]) is None:
        texts.pop()
    return as_header(texts) if len(texts) > 2 else None


def _is_barred(plain: str) -> bool:
    return len(plain) > 1 and plain[-1] in "|｜" and len(_BARS.findall(plain)) == 1


def barred_items(text: str, lines: Sequence[Printed], columns: tuple[Column, ...]) -> list[Item]:
    """Read a table whose header begins with the first line and has these columns."""
    below = next((line.plain for line in lines[len(columns) :] if line.plain), "")
    ended = bool(_ONLY_BARS.fullmatch(below))
    items: list[Item] = [Header(columns, tuple(piece for line in lines[: len(columns)] for piece in line.pieces))]
    for cells in _barred_rows(text, lines[len(columns) :], len(columns), ended):
        plain = "".join("".join(text[start:end].split()) for start, end in cells)
        if len(cells) == 1 and looks_like_heading(plain):
            items.append(Heading(tuple(cells), without_count(plain), announced_count(plain)))
        elif any(text[slice(*cell)].strip() for cell in cells):
            items.append(PhysicalRow(tuple(fitted(text, cells, columns)), whole=True))
    return items


def _barred_rows(text: str, lines: Sequence[Printed], width: int, ended: bool) -> Iterator[list[Span]]:
    cells: list[Span] = []
    opened: int | None = None
    for line in lines:
        if ended and _ONLY_BARS.fullmatch(line.plain):
            yield cells
            cells, opened = [], None
            continue
        opened = line.span[0] if opened is None else opened
        for bar in _BARS.finditer(text, *line.span):
            cells.append((opened, bar.start()))
            opened = bar.end()
            if len(cells) == width and not ended:
                yield cells
                cells = []
                if _ONLY_BARS.fullmatch(line.plain):  # what is left of it only ends the row
                    opened = line.span[1]
                    break
        opened = opened if text[opened : line.span[1]].strip() else None
    yield [*cells, (opened, lines[-1].span[1])] if opened is not None else cells
