"""Mentions as rules ask for them: by part, type and place, and which of them stand inside longer names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from kg.model import TEXT_PARTS, Mention, Name

_SHELLS = frozenset({"Project", "Park", "Company", "Institution", "Agency"})


class Named(NamedTuple):
    """A mention as rules ask for it again and again: what a pydantic record says, at a fifth of its cost."""

    part: str
    start: int
    end: int
    type: str
    text: str
    name: Name
    canonical: str | None
    confidence: float

    @classmethod
    def of(cls, m: Mention) -> Named:
        """What rules ask about a mention."""
        return cls(m.part, m.start, m.end, m.type, m.text, m.name, m.canonical, m.confidence)


class _Listed(NamedTuple):
    """Some mentions of a part, in order, and where each of them starts."""

    mentions: tuple[Named, ...]
    starts: list[int]

    def between(self, start: int, end: int) -> tuple[Named, ...]:
        """Those that begin in `[start, end)`."""
        first = bisect_left(self.starts, start)
        return self.mentions[first : bisect_left(self.starts, end, first)]


_NONE = _Listed((), [])


def _listed(mentions: list[Named]) -> _Listed:
    return _Listed(tuple(mentions), [mention.start for mention in mentions]) if mentions else _NONE


class NamedMentions:
    """The mentions of one row; they come by part and start, the longest first."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._named = tuple(map(Named.of, mentions))
        self._by_part = {part: tuple(group) for part, group in groupby(self._named, key=attrgetter("part"))}
        self._types = {part: {mention.type for mention in found} for part, found in self._by_part.items()}
        self._all_types: set[str] = set().union(*self._types.values())
        self._listed: dict[tuple[str, tuple[str, ...]], _Listed] = {}
        self._free: dict[tuple[str, tuple[str, ...]], _Listed] = {}
        self._parts: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._names: dict[tuple[str, ...], tuple[Name, ...]] = {}

    def has(self, *types: str) -> bool:
        """Whether the row names something of one of the given types."""
        return not self._all_types.isdisjoint(types)

    def parts(self, *types: str) -> tuple[str, ...]:
        """The parts of running text that have a mention of one of the given types, in the order of reading.

        Most rows have none of the names that a rule is about: ask this first.
        """
        if types not in self._parts:
            named = [part for part, found in self._types.items() if not found.isdisjoint(types)]
            self._parts[types] = tuple(part for part in TEXT_PARTS if part in named)
        return self._parts[types]

    def within(self, part: str, *types: str) -> tuple[Named, ...]:
        """The mentions of a part in order, of the given types or of all."""
        return self._of_types(part, types).mentions if part in self._by_part else ()

    def _of_types(self, part: str, types: tuple[str, ...]) -> _Listed:
        listed = self._listed.get((part, types))
        if listed is None:
            none = types and self._types[part].isdisjoint(types)
            listed = _NONE if none else _listed([m for m in self._by_part[part] if not types or m.type in types])
            self._listed[part, types] = listed
        return listed

    def _free_of_types(self, part: str, types: tuple[str, ...]) -> _Listed:
        listed = self._free.get((part, types))
        if listed is None:
            found = self._of_types(part, types).mentions
            listed = self._free[part, types] = _listed([m for m in found if self.is_free(m)]) if found else _NONE
        return listed

    def between(self, part: str, start: int, end: int, *types: str) -> tuple[Named, ...]:
        """The mentions of the given types that begin in `[start, end)` of a part."""
        return self._of_types(part, types).between(start, end) if part in self._by_part else ()

    def free_between(self, part: str, start: int, end: int, *types: str) -> tuple[Named, ...]:
        """Those that begin in `[start, end)` and stand in no longer name."""
        return self._free_of_types(part, types).between(start, end) if part in self._by_part else ()

    def nested(self, outer: Named, *types: str) -> tuple[Named, ...]:
        """The mentions of the given types that stand inside another one."""
        begun = self.between(outer.part, outer.start, outer.end, *types)
        return tuple(m for m in begun if m.end <= outer.end and m is not outer)

    def is_free(self, mention: Named) -> bool:
        """Whether a mention stands in no longer name of a project, park, company, institution or agency."""
        return id(mention) not in self._covered

    def free(self, part: str, *types: str) -> tuple[Named, ...]:
        """The mentions of the given types that stand in no longer name."""
        return self._free_of_types(part, types).mentions if part in self._by_part else ()

    @cached_property
    def _covered(self) -> set[int]:
        """The ids of mentions inside longer names: one sweep, for mentions come by start, the longest first."""
        covered: set[int] = set()
        for part in self._by_part.values():
            reach, since = -1, -1
            for m in part:
                if reach > m.end or (reach == m.end and since < m.start):
                    covered.add(id(m))
                if m.type in _SHELLS and m.end > reach:
                    reach, since = m.end, m.start
        return covered

    def names(self, *types: str) -> tuple[Name, ...]:
        """The different names of the row, in the order of their first mention."""
        if types not in self._names:
            self._names[types] = tuple(dict.fromkeys(m.name for m in self._named if m.type in types))
        return self._names[types]

    def confidence(self, name: Name) -> float:
        """How sure the row's surest mention of a name is; 1 for names that no mention gave (a unit, a column)."""
        return self._confidences.get(name, 1.0)

    @cached_property
    def _confidences(self) -> dict[Name, float]:
        rising = sorted(self._named, key=attrgetter("confidence"))
        return {mention.name: mention.confidence for mention in rising}
