"""A row with its mentions in order: which stand inside which, which form one list, whose heading they are under."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import accumulate, groupby
from operator import attrgetter
from typing import NamedTuple, TypeVar, cast, overload

from kg.extract.aliases import with_one_name
from kg.extract.unit_headings import PARTS as HEADED_PARTS
from kg.extract.unit_headings import UnitHeading, unit_headings
from kg.model import TEXT_PARTS, Mention, Name, TaskRow

T = TypeVar("T")
_JOINER = re.compile(
    r"(?:[（(][^（）()]{1,16}[）)])?[”\"’]?(?:\d+[家座个处所条]?共?\d*[家座个处所条]?)?(?:[、和及与]|以及|，?等?、|[家座个处所条]，)"
    r"(?:总?投资[约近]?[\d.]+[亿万]?美?元的)?[“\"‘（(]?|[”’]?[“‘]"
)
_PASSES_ONE_OVER = re.compile("、[^，。；：、（）]{2,16}(?:（[^（）]{1,8}）)?、")
"""A list of projects goes on over one that was not known for one (`A、北河村食堂（一期）、B`)."""
_COMPANY_UNIT = re.compile(r"(?:集团|公司|银行|厂|企业)$")
_INSTITUTION_UNIT = re.compile(
    r"(?:研究院|研究所|学院|学校|大学|中学|小学|幼儿园|医院|档案馆|博物馆|图书馆|文化馆|协会|商会|学会|报社)$"
)

_SHELLS = frozenset({"Project", "Park", "Company", "Institution", "Agency"})
_LONGEST_JOINER = 40


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


def _named(m: Mention) -> Named:
    return Named(m.part, m.start, m.end, m.type, m.text, m.name, m.canonical, m.confidence)


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


class RowView(Sequence[Mention]):
    """The mentions of one row, by part and place, with what a rule asks of them.

    It is a sequence of mentions, so that rules which need no more can take any sequence; what it answers is `Named`.
    """

    def __init__(self, row: TaskRow, mentions: Sequence[Mention]) -> None:
        self.row = row
        own = with_one_name(_without_firms([m for m in mentions if m.row == row.row]))
        self._mentions = tuple(sorted(_with_ledger_project(row, own), key=_place))
        self._named = tuple(map(_named, self._mentions))
        self._by_part = {part: tuple(group) for part, group in groupby(self._named, key=attrgetter("part"))}
        self._types = {part: {mention.type for mention in found} for part, found in self._by_part.items()}
        self._all_types: set[str] = set().union(*self._types.values())
        self._listed: dict[tuple[str, tuple[str, ...]], _Listed] = {}
        self._free: dict[tuple[str, tuple[str, ...]], _Listed] = {}
        self._parts: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._made: dict[object, object] = {}
        self._names: dict[tuple[str, ...], tuple[Name, ...]] = {}
        self._units: dict[str, Name] = {}

    @classmethod
    def of(cls, row: TaskRow, mentions: Sequence[Mention]) -> RowView:
        """The view of a row, as it is where `mentions` is one already."""
        return mentions if isinstance(mentions, RowView) and mentions.row is row else cls(row, mentions)

    @overload
    def __getitem__(self, index: int) -> Mention: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Mention]: ...
    def __getitem__(self, index: int | slice) -> Mention | Sequence[Mention]:
        return self._mentions[index]

    def __len__(self) -> int:
        return len(self._mentions)

    def remember(self, what: object, make: Callable[[], T]) -> T:
        """What `make` gives, made once for this row: several rules look at the same clauses."""
        if what not in self._made:
            self._made[what] = make()
        return cast("T", self._made[what])

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

    def groups(self, part: str, *types: str) -> list[tuple[Named, ...]]:
        """The mentions of the given types as the lists that they form (`A、B和C` is one)."""
        return self.remember(("groups", part, types), lambda: self._groups(part, types))

    def _groups(self, part: str, types: tuple[str, ...]) -> list[tuple[Named, ...]]:
        found: list[list[Named]] = []
        text = self.row.text(part)
        for mention in self.within(part, *types):
            if found and mention.start < found[-1][-1].end:
                continue
            between = text[found[-1][-1].end : mention.start] if found else ""
            if found and (is_list(between) or (types == ("Project",) and _PASSES_ONE_OVER.fullmatch(between))):
                found[-1].append(mention)
            else:
                found.append([mention])
        return [tuple(group) for group in found]

    @cached_property
    def unit_headings(self) -> tuple[UnitHeading, ...]:
        """The headings of units in targets and progress, in order, with the units of the row that each means."""
        return unit_headings(self.row, {(m.part, m.start, m.end) for m in self._named if m.type == "Agency"})

    def heading_at(self, part: str, offset: int) -> UnitHeading | None:
        """The unit's heading that governs a place, None where the text speaks for all."""
        if part not in HEADED_PARTS:
            return None
        inside = self._headings_of.get(part, [])
        index = bisect_right(inside, offset, key=lambda h: h.start) - 1
        return inside[index] if index >= 0 and offset < inside[index].end else None

    @cached_property
    def _headings_of(self) -> dict[str, list[UnitHeading]]:
        parts = dict.fromkeys(heading.part for heading in self.unit_headings)
        return {part: [h for h in self.unit_headings if h.part == part] for part in parts}

    def unit_name(self, name: str) -> Name:
        """A unit's name with its type: that of its mention, else by its last words."""
        if name not in self._units:
            self._units[name] = self._unit_name(name)
        return self._units[name]

    def _unit_name(self, name: str) -> Name:
        for mention in self.within("units"):
            if mention.text == name and mention.type != "Area":
                return Name.of(mention.type, name)
        if _COMPANY_UNIT.search(name):
            return Name.of("Company", name)
        return Name.of("Institution" if _INSTITUTION_UNIT.search(name) else "Agency", name)


def _without_firms(mentions: list[Mention]) -> list[Mention]:
    """The mentions without firms' names that are projects only by another row, where this one says no such thing."""
    doubtful = [m for m in mentions if m.method == "memory/project"]
    if not doubtful:
        return mentions
    firms = sorted((m.part, m.start, m.end) for m in mentions if m.type == "Company")
    reach = list(accumulate(firms, lambda far, firm: max(far, (firm[0], firm[2])), initial=("", 0)))
    inside = {id(m) for m in doubtful if reach[bisect_right(firms, (m.part, m.start, sys.maxsize))] >= (m.part, m.end)}
    return [m for m in mentions if id(m) not in inside]


def _with_ledger_project(row: TaskRow, mentions: list[Mention]) -> list[Mention]:
    """A ledger's task is the project's name: it is one project, whatever was found inside it."""
    task = row.parts.get("task")
    if row.kind != "ledger" or not task:
        return mentions
    inside = [m for m in mentions if m.part == "task" and m.type == "Project"]
    longest = max(inside, key=lambda m: m.end - m.start, default=None)
    if longest is not None and (longest.end - longest.start) * 2 >= len(task.value):
        return [m for m in mentions if m not in inside or m is longest]
    source = task.source_span(0, len(task.value))
    whole = Mention(
        document=row.document,
        row=row.row,
        part="task",
        type="Project",
        text=task.value,
        start=0,
        end=len(task.value),
        source_start=source[0],
        source_end=source[1],
        method="ledger/task",
        confidence=0.95,
    )
    return [*(m for m in mentions if m not in inside), whole]


def is_list(between: str) -> bool:
    """Whether words between two names make a list of them.

    >>> is_list("、"), is_list("（一期）和"), is_list("已开工，")
    (True, True, False)
    """
    return len(between) <= _LONGEST_JOINER and bool(_JOINER.fullmatch(between))


def _place(mention: Mention) -> tuple[str, int, int, str]:
    return (mention.part, mention.start, -mention.end, mention.type)
