"""Headings of units in running text (`甲局：…`): whose work the text below tells."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from kg.extract.clauses import Heading, headings, until_next
from kg.model import TaskRow, Unit

_TOPIC_ENDS = ("园", "基地", "城", "中心", "院")
_ABOUT = re.compile("(?:方面|部分|进展|情况|进展情况|工作情况)$")
_LIST = re.compile("[、，,和]")
PARTS = ("targets", "progress")


class UnitHeading(NamedTuple):
    """Whose work `[start, end)` of a part tells: the unit, or the few, that the heading names."""

    part: str
    start: int
    end: int
    title: str
    units: tuple[Unit, ...]
    """The row's units that the heading means, none where it means none of them."""

    @property
    def speakers(self) -> tuple[str, ...]:
        """The names of the units that the heading means, the heading itself where the row has no such unit."""
        return tuple(unit.name for unit in self.units) or (self.title,)


def unit_headings(row: TaskRow, agencies: Collection[tuple[str, int, int]]) -> tuple[UnitHeading, ...]:
    """The headings of units in targets and progress, in order; `agencies` are the spans of agencies' names."""
    found = [heading for part in PARTS for heading in _printed(row, part, agencies)]
    starts = {heading.start for heading in found if heading.part == "progress"}
    return tuple(sorted([*found, *_given(row, starts)], key=lambda h: (h.part, h.start)))


def _printed(row: TaskRow, part: str, agencies: Collection[tuple[str, int, int]]) -> Iterator[UnitHeading]:
    text = row.text(part)
    told = [(heading, matching_units(heading.title, row.units)) for heading in headings(text)]
    titles = [(heading, units) for heading, units in told if units or _names_unit(row, part, heading, agencies)]
    ends = until_next([heading.start for heading, _ in titles], len(text))
    for (heading, units), end in zip(titles, ends, strict=True):
        yield UnitHeading(part, heading.start, end, heading.title, units)


def _given(row: TaskRow, starts: set[int]) -> Iterator[UnitHeading]:
    """What the reader of the table already took for the text of one unit."""
    for told in row.progress_by_unit:
        if not any(told.start - len(told.unit) - 6 <= start <= told.start for start in starts):
            units = matching_units(told.unit, row.units)
            yield UnitHeading("progress", told.start, told.end, told.unit, units)


def _names_unit(row: TaskRow, part: str, heading: Heading, agencies: Collection[tuple[str, int, int]]) -> bool:
    """What the reader of the table took for a unit, or an agency; a park (`X产业园：`) that is no unit is a topic."""
    if any(told.unit == heading.title for told in row.progress_by_unit):
        return True
    return (part, heading.start, heading.colon) in agencies and not heading.title.endswith(_TOPIC_ENDS)


def matching_units(title: str, units: Sequence[Unit]) -> tuple[Unit, ...]:
    """The units that a heading means: one, or several in a list (`甲局、乙局：`) where each of them is one."""
    title = _ABOUT.sub("", title)
    whole = matching_unit(title, units)
    if whole is not None:
        return (whole,)
    each = [matching_unit(name, units) for name in _LIST.split(title)] if "、" in title or "和" in title else []
    return tuple(unit for unit in each if unit is not None) if each and None not in each else ()


def matching_unit(title: str, units: Sequence[Unit]) -> Unit | None:
    """The unit that a heading means: the same name, else the one that it shortens.

    A short form keeps characters of the full form in their order (`经开区` for `临江经济开发区管委会`).
    """
    same = [unit for unit in units if unit.name == title]
    if same:
        return same[0]
    shortened = [unit for unit in units if len(title) >= 3 and _shortens(title, unit.name)]
    return min(shortened, key=lambda unit: len(unit.name)) if shortened else None


def _shortens(short: str, full: str) -> bool:
    characters = iter(full)
    in_order = all(character in characters for character in short)
    return in_order and (short[-1] == full[-1] or full.startswith(short) or "管委会" in full)
