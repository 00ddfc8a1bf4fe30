"""The cheapest way through lines whose columns are written one after the other (Viterbi).

A way says for each piece its column and whether it begins a row. What it costs to find a piece's text in a column the
pieces bring along; what it costs to go from column to column is said here. Within a row the columns follow each other;
after a page break those that were cut go on, again in their order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from kg.tables.flow import Spans

UNITS = ("units", "lead_units", "joint_units")
_LONG = ("task", "targets", "progress", "problems", "next_steps", "extra", "ledger")
_OPTIONAL = ("problems", "next_steps", "extra", "deadline", "targets", "status", "item", "leaders", "joint_units")

UNLIKELY = 4.0
SECOND_SENTENCE, OPEN_CELL, SHORT_LINE = 0.2, 1.5, 0.8
SKIP_COLUMN, SKIP_OPTIONAL, PAGE_BACK, BACK_WITHOUT_PAGE = 6.0, 1.0, 0.3, 9.0
NEW_ROW, TOO_WIDE, SECOND_UNIT = 0.6, 5.0, 0.3
HOPELESS = 20.0
"""Ways that are this much dearer than the cheapest one so far are given up: nothing that follows makes up for it."""
_USUALLY_ENOUGH = 5.0
"""Looked for first are ways that are never this much dearer; most often the cheapest of all is proved to be one."""
_ROUNDING = 1e-6
NO_LIMIT = float("inf")
"""The width of a column whose width is not known."""


FINISHED, PAGE_START = 1, 2
"""What a piece's look is made of."""
_LOOKS = range(4)


class Piece(NamedTuple):
    """A line, or the part of one before a wide blank; `number` says that it is a row number.

    `look` says whether a page begins with it and whether it ends like a sentence, `costs` what it costs to find its
    text in each column and `least` in the cheapest; `fixed` that the line itself shows its column, so that its width
    says nothing.
    """

    spans: Spans
    text: str
    width: int
    look: int
    number: bool
    costs: Sequence[float]
    least: float
    fixed: bool


Way = list[tuple[int, bool]]
"""For each piece its column, and whether it begins a new row."""


def find_way(pieces: Sequence[Piece], roles: tuple[str, ...], widths: Sequence[float]) -> Way:
    """The cheapest way through all pieces, for columns of these roles and widths; numbered rows are read one by one."""
    starts = [index for index, piece in enumerate(pieces) if piece.number]
    if not starts:
        return _cheapest(pieces, _moves_of(roles, False), widths)
    way = _cheapest(pieces[: starts[0]], _moves_of(roles, False), widths)
    number, moves = roles.index("number"), _moves_of(roles, True)
    for start, end in zip(starts, [*starts[1:], len(pieces)], strict=True):
        way += [(number, True), *_cheapest(pieces[start + 1 : end], moves, widths)]
    return way


class _State(NamedTuple):
    """A column, whether the row's task is unfinished (that decides what goes on after a page break), and whether
    the row goes on after one, so that columns which are finished may be missing."""

    column: int
    unfinished: bool
    resumed: bool

    @property
    def code(self) -> int:
        """The state as a number, in the order of states: quicker to look up."""
        return self.column << _COLUMN_BITS | self.unfinished << 1 | self.resumed


_COLUMN_BITS = 2


def _decoded(code: int) -> _State:
    return _State(code >> _COLUMN_BITS, bool(code & 2), bool(code & 1))


_Origin = tuple[int, bool]
"""The state that one comes from, and whether the step began a row."""
_Step = tuple[int, int, float, _Origin]
"""The state that one gets to, its column, what the step costs, and where it comes from."""


_Leg = tuple[tuple["_Steps", "_Steps"], Sequence[bool], Sequence[float], float]
"""All that decides about the way from one piece to the next: the steps after a filled and after a short line, the
columns in which the line is a short one, what the next piece costs in each column, and what it and all behind it cost
at least."""


def _cheapest(pieces: Sequence[Piece], moves: _Moves, widths: Sequence[float]) -> Way:
    if not pieces:
        return []
    emissions = _emissions(pieces, widths)
    rest = list(accumulate(piece.least for piece in reversed(pieces)))[::-1]
    steps = [moves.between[before.look][after.look] for before, after in pairwise(pieces)]
    legs = list(zip(steps, _short_lines(pieces, widths), emissions[1:], rest[1:], strict=False))
    first = moves.first(pieces[0], emissions[0])
    way, cost, lost = _cheapest_within(_USUALLY_ENOUGH, first, legs, moves, pieces[-1])
    if cost >= lost - _ROUNDING:
        way, _, _ = _cheapest_within(HOPELESS, first, legs, moves, pieces[-1])
    return way


def _cheapest_within(
    margin: float, costs: dict[int, float], legs: Sequence[_Leg], moves: _Moves, last: Piece
) -> tuple[Way, float, float]:
    """The cheapest of the ways that are nowhere dearer by the margin than the cheapest there, and what it costs.

    Told with it is what any of the ways given up would have cost at least.
    """
    back: list[dict[int, _Origin]] = []
    lost = float("inf")
    for steps, is_short, emission, rest in legs:
        reached: dict[int, float] = {}
        came: dict[int, _Origin] = {}
        limit = min(costs.values()) + margin
        for before, cost in costs.items():
            if cost > limit:
                if cost + rest < lost:
                    lost = cost + rest
                continue
            for after, column, step, origin in steps[is_short[before >> _COLUMN_BITS]][before]:
                total = cost + step + emission[column]
                if after not in reached or total < reached[after]:
                    reached[after], came[after] = total, origin
        costs = reached
        back.append(came)
    endings = moves.endings(last)
    cost, state = min((cost + endings[state], state) for state, cost in costs.items())
    return _trace(state, back, not moves.one_row), cost, lost


def _emissions(pieces: Sequence[Piece], widths: Sequence[float]) -> list[Sequence[float]]:
    """What it costs to find each piece in each of the columns whose lines are so wide."""
    narrowest = min(widths) + 2
    return [
        piece.costs
        if piece.fixed or piece.width <= narrowest
        else [
            cost + TOO_WIDE if piece.width > width + 2 else cost
            for cost, width in zip(piece.costs, widths, strict=True)
        ]
        for piece in pieces
    ]


def _short_lines(pieces: Sequence[Piece], widths: Sequence[float]) -> list[Sequence[bool]]:
    """For each piece and column whether a line of it was not filled, though nothing that it announces follows."""
    limits = [width * 0.75 if width != NO_LIMIT else 0.0 for width in widths]
    widest, filled = max(limits), [False] * len(widths)
    return [
        filled if piece.width >= widest or piece.text[-1] in "：:" else [piece.width < limit for limit in limits]
        for piece in pieces
    ]


def _trace(code: int, back: Sequence[dict[int, _Origin]], first_is_new: bool) -> Way:
    way: Way = []
    for came in reversed(back):
        before, new_row = came[code]
        way.append((code >> _COLUMN_BITS, new_row))
        code = before
    way.append((code >> _COLUMN_BITS, first_is_new))
    return way[::-1]


class _Look(NamedTuple):
    """All that decides about the steps from one piece to the next: whether a page begins, whether the piece and the
    one before it end like sentences, and whether the one before leaves its line unfilled."""

    page_start: bool
    finished: bool
    after_finished: bool
    after_short: bool


class _Steps(dict[int, list[_Step]]):
    """From each state where one can go; found when first asked for."""

    def __init__(self, moves: _Moves, look: _Look) -> None:
        super().__init__()
        self._moves, self._look = moves, look

    def __missing__(self, code: int) -> list[_Step]:
        self[code] = self._moves.steps(_decoded(code), self._look)
        return self[code]


@lru_cache(maxsize=64)
def _moves_of(roles: tuple[str, ...], one_row: bool) -> _Moves:
    return _Moves(roles, one_row)


class _Moves:
    """What it costs to go from column to column; with `one_row` all pieces belong to the row that a number began."""

    def __init__(self, roles: Sequence[str], one_row: bool) -> None:
        self._roles, self.one_row = roles, one_row
        self._columns = [c for c, role in enumerate(roles) if not (one_row and role == "number")]
        self._task = next((i for i, role in enumerate(roles) if role in ("task", "ledger")), 0)
        self._from = roles.index("number") + 1 if one_row else 0
        self._skips = [[self._skipped(a, b) for b in range(len(roles) + 1)] for a in range(len(roles) + 1)]
        states = [_decoded(code) for code in range(len(roles) << _COLUMN_BITS)]
        self._first = [self._first_states(finished) for finished in (False, True)]
        self._endings = [[self._ending(state, finished) for state in states] for finished in (False, True)]
        self.between = [[self._between(before, after) for after in _LOOKS] for before in _LOOKS]
        """By the looks of two pieces the steps between them: after a line that fills its column, and a short one."""

    def first(self, piece: Piece, emission: Sequence[float]) -> dict[int, float]:
        """The states in which a row may begin, with their costs."""
        return {state: skipped + emission[column] for state, column, skipped in self._first[piece.look & FINISHED]}

    def _first_states(self, finished: bool) -> list[tuple[int, int, float]]:
        """For each column in which a row may begin the state, the column and what it costs to skip those before it."""
        return [(self._after(None, c, finished, True).code, c, self._skips[self._from][c]) for c in self._columns]

    def _between(self, before: int, after: int) -> tuple[_Steps, _Steps]:
        looks = bool(after & PAGE_START), bool(after & FINISHED), bool(before & FINISHED)
        return _Steps(self, _Look(*looks, False)), _Steps(self, _Look(*looks, True))

    def steps(self, before: _State, look: _Look) -> list[_Step]:
        """Where one can go from a state, at what cost."""
        return [
            (self._after(before, column, look.finished, new_row).code, column, cost, (before.code, new_row))
            for column in self._columns
            for cost, new_row in self._costs(before, column, look)
        ]

    def endings(self, last: Piece) -> Sequence[float]:
        """What it costs to end with a piece, by state."""
        return self._endings[last.look & FINISHED]

    def _ending(self, state: _State, finished: bool) -> float:
        unfinished = OPEN_CELL if state.unfinished and state.column != self._task else 0.0
        skipped = 0.0 if state.resumed else self._skips[state.column + 1][len(self._roles)]
        return self._closing(finished, state.column) + unfinished + skipped

    def _after(self, before: _State | None, column: int, finished: bool, new_row: bool) -> _State:
        fresh = new_row or before is None
        resumed = False if fresh or before is None else before.resumed or column < before.column
        if column == self._task:
            return _State(column, not finished, resumed)
        return _State(column, False if fresh or before is None else before.unfinished, resumed)

    def _costs(self, before: _State, column: int, look: _Look) -> Iterator[tuple[float, bool]]:
        """Costs of going on from a state to a column, within the row and into a new one."""
        at, role = before.column, self._roles[column]
        closing = self._closing(look.after_finished, at)
        if column == at:
            yield self._staying(before, look), False
        elif column > at:
            yield closing + (0.0 if before.resumed else self._skips[at + 1][column]), False
        elif role in _LONG or role in UNITS:
            resumes = before.unfinished and column == self._task
            yield ((PAGE_BACK if resumes else UNLIKELY) if look.page_start else BACK_WITHOUT_PAGE), False
        if column <= at and not self.one_row:
            skipped = 0.0 if before.resumed else self._skips[at + 1][len(self._roles)]
            yield closing + skipped + NEW_ROW + self._skips[0][column], True

    def _staying(self, before: _State, look: _Look) -> float:
        role = self._roles[before.column]
        if role in ("number", "status"):
            return UNLIKELY
        if role not in _LONG:
            return SECOND_UNIT if role == "lead_units" else 0.0
        cost = 0.0
        if look.after_finished:
            resumed_task = before.resumed and before.column == self._task
            cost += OPEN_CELL if resumed_task else SECOND_SENTENCE
        elif look.after_short:
            cost += SHORT_LINE
        if look.page_start and before.unfinished and before.column != self._task:
            cost += OPEN_CELL
        return cost

    def _closing(self, finished: bool, column: int) -> float:
        return OPEN_CELL if self._roles[column] in _LONG and not finished else 0.0

    def _skipped(self, start: int, end: int) -> float:
        return sum(SKIP_OPTIONAL if role in _OPTIONAL else SKIP_COLUMN for role in self._roles[start:end])
