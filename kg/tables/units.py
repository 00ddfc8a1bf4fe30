"""The units' cell: which units it names, and who of them leads.

Cells separate units with 、, blanks or line breaks, run them together, or break one over several lines; blanks mean
either. So every way to cut a cell has a cost, by how units' names end, what they begin with and whether the document
uses the pieces as names elsewhere, and the cheapest cut is taken.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise

from kg.model import Unit
from kg.model.task import Role
from kg.tables.flow import Span, Spans
from kg.tables.unit_forms import cleaned, form_cost, fragments, has_unit_suffix, possible_cuts, without_tail
from kg.tables.unit_marks import Piece, characters, pieces

_FIRST_LEADS = re.compile(
    r"(?:列|排|排名|排序|名列|位列)在?(?:首位|首个|第一(?:位|名|个)?|最前面?)的?(?:责任)?(?:单位|部门)?(?:为|是|即)(?:总?牵头|主办|主要?)"
)
"""What a document says of all its units' cells: who stands first leads."""
KNOWN = 0.8
"""Reward for a piece that the document uses as a name where it is not followed by the next piece."""
KEEP_BLANK, CUT_INSIDE = 1.0, 1.6
"""Taking a blank for layout; cutting where there is none."""


class UnitReader:
    """Reads unit cells of one document; `known_text` is its text without white space, for evidence of names."""

    def __init__(self, known_text: str = "") -> None:
        self._known_text = known_text
        self._first_leads = _FIRST_LEADS.search(known_text) is not None
        self._cuts: dict[tuple[str, frozenset[int]], list[int]] = {}
        self._counts: dict[str, int] = {}

    def read(
        self, text: str, spans: Spans, default: Role | None = None, heading: str | None = None
    ) -> tuple[Unit, ...]:
        """Every unit of a cell (spans of `text`) in its order, each with its role.

        Lead is who is marked 牵头 or stands alone; `default` is what the column's heading says, if it does. Where
        several stand and none is marked all are joint, unless the document says that the first one leads. A unit that
        is named twice is kept once. Each keeps the `heading`, else the label that stands before it.

        >>> cell = "区住建局（牵头）区行政审批 服务局\\n区财政局"
        >>> [(unit.name, unit.role) for unit in UnitReader().read(cell, ((0, len(cell)),))]
        [('区住建局', 'lead'), ('区行政审批服务局', 'joint'), ('区财政局', 'joint')]
        """
        found: dict[str, Unit] = {}
        marked: set[str] = set()
        for piece in pieces(*characters(text, spans)):
            names = self._names(piece)
            for index, (first, end) in enumerate(names):
                name = piece.name[first:end]
                of_mark = piece.role if piece.label or index == len(names) - 1 else None
                if piece.leads and index == 0:
                    of_mark = "lead"
                role: Role = of_mark or default or "joint"
                if of_mark:
                    marked.add(name)
                if name not in found or (of_mark == "lead" and found[name].role != "lead"):
                    found[name] = Unit(
                        name=name,
                        role=role,
                        source_start=piece.sources[first],
                        source_end=piece.sources[end - 1] + 1,
                        heading=heading or piece.label,
                    )
        units = tuple(found.values())
        if units and not marked and default is None and (len(units) == 1 or self._first_leads):
            return (units[0].model_copy(update={"role": "lead"}), *units[1:])
        return units

    def _names(self, piece: Piece) -> list[Span]:
        """Where the names of a piece stand in it."""
        key = (piece.name, piece.soft)
        if key not in self._cuts:
            self._cuts[key] = self._best_cuts(*key)
        return [
            (start + first, start + last)
            for start, end in pairwise([0, *self._cuts[key], len(piece.name)])
            for first, last in [cleaned(piece.name[start:end])]
            if first < last
        ]

    def _best_cuts(self, name: str, soft: frozenset[int]) -> list[int]:
        places = sorted({*soft, *possible_cuts(name)} - {0, len(name)})
        if not places:
            return []
        blanks = sorted(soft)
        best: dict[int, tuple[float, list[int]]] = {0: (0.0, [])}
        for end in [*places, len(name)]:
            options: list[tuple[float, int, list[int]]] = []
            cheapest = float("inf")
            for start in reversed(best):
                inner = KEEP_BLANK * (bisect_left(blanks, end) - bisect_right(blanks, start))
                if inner > cheapest:
                    break
                before = best[start][0] + (CUT_INSIDE if start and start not in soft else 0.0)
                if before + inner <= cheapest:
                    cost = before + inner + self._cost(name[start:end], name[end : end + 2])
                    cheapest = min(cheapest, cost)
                    options.append((cost, len(best[start][1]), [*best[start][1], start] if start else []))
            cost, _, cuts = min(options)
            best[end] = (cost, cuts)
        return best[len(name)][1]

    def _cost(self, part: str, following: str) -> float:
        plain = without_tail(part)
        cost = form_cost(plain)
        if cost and self._is_known(plain, following):
            cost -= KNOWN
        return max(cost, 0.0)

    def _is_known(self, part: str, following: str) -> bool:
        if len(part) < 3 or part in fragments() or (part[0] in "区市县省" and not has_unit_suffix(part)):
            return False
        longer = self._count(part + following) if following else 0
        return self._count(part) > max(longer, 1)

    def _count(self, name: str) -> int:
        if name not in self._counts:
            self._counts[name] = self._known_text.count(name)
        return self._counts[name]
