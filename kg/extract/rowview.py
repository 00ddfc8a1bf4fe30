"""A row with its mentions in order: which form one list, whose heading they are under."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TypeVar, cast, overload

from kg.extract.name_lists import as_lists
from kg.extract.named import Named, NamedMentions
from kg.extract.row_mentions import mentions_of_row
from kg.extract.unit_headings import PARTS as HEADED_PARTS
from kg.extract.unit_headings import UnitHeading, unit_headings
from kg.extract.unit_names import typed_unit
from kg.model import Mention, Name, TaskRow

T = TypeVar("T")


class RowView(NamedMentions, Sequence[Mention]):
    """The mentions of one row, by part and place, with what a rule asks of them.

    It is a sequence of mentions, so that rules which need no more can take any sequence; what it answers is `Named`.
    """

    def __init__(self, row: TaskRow, mentions: Sequence[Mention]) -> None:
        self.row = row
        self._mentions = mentions_of_row(row, mentions)
        super().__init__(self._mentions)
        self._made: dict[object, object] = {}

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

    def groups(self, part: str, *types: str) -> list[tuple[Named, ...]]:
        """The mentions of the given types as the lists that they form (`A、B和C` is one)."""
        return self.remember(("groups", part, types), lambda: self._groups(part, types))

    def works(self, part: str) -> list[tuple[Named, ...]]:
        """The projects of a part as the lists of which one thing is said, over what each of them costs."""
        return self.remember(("works", part), lambda: self._works(part))

    def _works(self, part: str) -> list[tuple[Named, ...]]:
        return as_lists(self.row.text(part), self.within(part, "Project"), over_one=True, over_prices=True)

    def _groups(self, part: str, types: tuple[str, ...]) -> list[tuple[Named, ...]]:
        return as_lists(self.row.text(part), self.within(part, *types), over_one=types == ("Project",))

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
        return self.remember(("unit", name), lambda: typed_unit(name, self.within("units")))
