"""Names that are probably misread: one character away from a name that the document uses far more often.

Nothing is changed; a person decides. Scanners put like characters for one another (峄/峰, 榴/相, 农/次), and one
leader's name is written in several ways. Each doubtful name is told once, where it stands first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from kg.model import Document, Finding, TaskRow
from kg.tables.unit_forms import has_unit_suffix
from kg.words import words

OFTEN = 3
"""How many times as often the usual name must stand as the doubtful one, for units and headings."""
LONG_ENOUGH = 4
"""Shorter unit names differ in one character by nature: 民政局, 财政局."""


class _Named(NamedTuple):
    name: str
    offset: int
    row: str


def find_slips(document: Document, rows: Sequence[TaskRow]) -> Iterator[Finding]:
    """Findings on units, headings of progress and leaders that look like a misreading of another name."""
    yield from _doubtful(document, list(_units(rows)), "单位名称", _is_misread_unit)
    yield from _doubtful(document, list(_leaders(rows)), "领导姓名", _is_misread_person)


def _units(rows: Sequence[TaskRow]) -> Iterator[_Named]:
    for row in rows:
        for unit in row.units:
            yield _Named(unit.name, unit.source_start, row.row)
        progress = row.parts.get("progress")
        for part in row.progress_by_unit:
            start = part.start - len(part.unit) - 1
            if progress and start >= 0:
                yield _Named(part.unit, progress.source_offset(start), row.row)


def _leaders(rows: Sequence[TaskRow]) -> Iterator[_Named]:
    return (_Named(leader.name, leader.source_start, row.row) for row in rows for leader in row.leaders)


Judge = Callable[[str, str, Counter[str]], bool]


def _doubtful(document: Document, named: Sequence[_Named], what: str, is_misread: Judge) -> Iterator[Finding]:
    counts = Counter(one.name for one in named)
    alike = _names_by_pattern(sorted(counts, key=lambda name: (-counts[name], name)))
    for one in {one.name: one for one in reversed(named)}.values():
        like = {place: name for pattern in _patterns(one.name) for place, name in alike[pattern]}
        better = next((like[place] for place in sorted(like) if is_misread(one.name, like[place], counts)), None)
        if better:
            yield Finding(
                severity="warning",
                code="suspected-slip",
                message=f"{what}“{one.name}”（{counts[one.name]} 处）与“{better}”只差一个易混字，可能误识，原文保留。",
                place=document.place(one.offset),
                quote=one.name,
                next_step="请与原件核对；如确为同一对象，可在判定文件中写明。",
                row=one.row,
            )


_Pattern = tuple[str, str]
"""A name without one of its characters: what stands before it and behind it."""


def _patterns(name: str) -> list[_Pattern]:
    return [(name[:at], name[at + 1 :]) for at in range(len(name))]


def _names_by_pattern(names: Sequence[str]) -> dict[_Pattern, list[tuple[int, str]]]:
    """Names and their places, by what they share with all that differ from them in one character."""
    found: dict[_Pattern, list[tuple[int, str]]] = {}
    for place, name in enumerate(names):
        for pattern in _patterns(name):
            found.setdefault(pattern, []).append((place, name))
    return found


def _is_misread_unit(name: str, usual: str, counts: Counter[str]) -> bool:
    pair = _one_character(name, usual)
    if pair is None or counts[usual] < OFTEN * counts[name]:
        return False
    return pair in _confusable() or (len(name) >= LONG_ENOUGH + 2 and has_unit_suffix(name) and name[0] == usual[0])


def _is_misread_person(name: str, usual: str, counts: Counter[str]) -> bool:
    pair = _one_character(name, usual)
    return pair is not None and pair in _confusable() and (counts[usual], usual) > (counts[name], name)


def _one_character(a: str, b: str) -> frozenset[str] | None:
    """The two characters in which names of one length differ, if it is one place only.

    >>> sorted(_one_character("榴园镇", "相园镇"))
    ['榴', '相']
    """
    if len(a) != len(b) or a == b:
        return None
    different = [pair for pair in zip(a, b, strict=True) if pair[0] != pair[1]]
    return frozenset(different[0]) if len(different) == 1 else None


@cache
def _confusable() -> frozenset[frozenset[str]]:
    classes = words("confusables", "class")
    return frozenset(frozenset((a, b)) for characters in classes for a in characters for b in characters if a != b)
