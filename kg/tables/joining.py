"""Physical rows to logical rows: which printed rows belong together.

Without a number column nothing marks where a row begins: cells are cut by lines and pages anywhere. So every way to
cut a section into rows has a cost (a task that does not end, a row without units, units in two places), and the
cheapest one is taken; a heading that announces `共12项` makes twelve rows the likeliest answer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate

from kg.tables.flow import Column, PhysicalRow

_TERMINAL = frozenset("。！？!?；;…")
_CLOSERS = "”’\"'）)》】』」"

NO_NUMBER, NO_TASK, NO_UNITS = 4.0, 4.0, 4.0
OPEN_TASK, OPEN_PROGRESS = 2.0, 0.7
SECOND_NUMBER, WHOLE_ROW, UNITS_APART, FINISHED_TASK, COMPLETE_AGAIN = 12.0, 3.0, 3.0, 1.5, 2.0
TRUST_COUNT = 8.0
"""How much dearer than the cheapest cut one may be that gives the announced number of rows."""
HOPELESS = 40.0
"""No row is that wrong: two numbers and more within it."""
LONGEST_ROW = 120
"""Physical rows that one logical row may span."""
_NEVER, _EQUAL = float("inf"), 1e-9

CellText = Callable[[PhysicalRow, int], str]


def join_rows(
    rows: Sequence[PhysicalRow], columns: Sequence[Column], cell_text: CellText, count: int | None
) -> list[tuple[PhysicalRow, ...]]:
    """Group physical rows of one section into logical rows, in order.

    `cell_text(row, column)` gives a cell's text without white space; `count` is the announced number of rows.
    """
    if not rows:
        return []
    costs = _Costs(rows, columns, cell_text)
    cuts = _cheapest_cuts(len(rows), costs, count)
    return [tuple(rows[start:end]) for start, end in zip(cuts, [*cuts[1:], len(rows)], strict=True)]


class _Costs:
    """What it costs to read `rows[start:end]` as one logical row."""

    def __init__(self, rows: Sequence[PhysicalRow], columns: Sequence[Column], cell_text: CellText) -> None:
        self._rows = rows
        self._number = _texts(rows, columns, cell_text, ("number",))
        self._task = _texts(rows, columns, cell_text, ("task", "ledger"))
        self._units = _texts(rows, columns, cell_text, ("units", "lead_units", "joint_units"))
        self._progress = _texts(rows, columns, cell_text, ("progress",))
        self._task_ends = [ends_sentence(text) for text in self._task]
        self._progress_ends = [ends_sentence(text) for text in self._progress]
        self._last_task, self._last_units, self._last_progress = map(
            _last_filled, (self._task, self._units, self._progress)
        )
        self._numbered, self._with_units = any(self._number), any(self._units)

    def opening(self, start: int) -> float:
        """The cost of beginning a row here."""
        cost = 0.0
        if self._numbered and not self._number[start]:
            alone = self._rows[start].whole and self._task[start] and self._progress[start]
            cost += 0.8 if alone else NO_NUMBER
        if not self._task[start]:
            cost += NO_TASK
        return cost

    def joining(self, start: int, index: int) -> float:
        """The cost of taking physical row `index` into the row that began at `start`."""
        row, cost = self._rows[index], 0.0
        if self._number[index]:
            cost += SECOND_NUMBER
        if row.whole and not row.page_start:
            cost += 0.5 if not self._task[index] or not self._units[index] else WHOLE_ROW
        last_task = self._last_task[index - 1]
        if self._task[index] and last_task >= start and self._task_ends[last_task]:
            cost += FINISHED_TASK
            if self._units[index] and self._progress[index]:
                cost += COMPLETE_AGAIN
        if self._units[index] and not self._units[index - 1] and self._last_units[index - 1] >= start:
            cost += UNITS_APART
        return cost

    def closing(self, start: int, end: int) -> float:
        """The cost of ending the row before `end`."""
        last, cost = end - 1, 0.0
        if self._with_units and self._last_units[last] < start:
            cost += NO_UNITS
        task, progress = self._last_task[last], self._last_progress[last]
        if task >= start and not self._task_ends[task]:
            cost += OPEN_TASK if not self._rows[last].whole else 0.5
        if progress >= start and not self._progress_ends[progress]:
            cost += OPEN_PROGRESS
        return cost


def _last_filled(texts: Sequence[str]) -> list[int]:
    """For each row the last one up to it that has a text, -1 where none has."""
    return list(accumulate((index if text else -1 for index, text in enumerate(texts)), max))


def _texts(
    rows: Sequence[PhysicalRow], columns: Sequence[Column], cell_text: CellText, roles: tuple[str, ...]
) -> list[str]:
    wanted = [index for index, column in enumerate(columns) if column.role in roles]
    return ["".join(cell_text(row, index) for index in wanted) for row in rows]


def ends_sentence(text: str) -> bool:
    """Whether a text ends like a sentence, closing quotes and brackets aside.

    >>> ends_sentence("让群众更满意。”"), ends_sentence("固定资产投资增长5%")
    (True, False)
    """
    return text.rstrip(_CLOSERS)[-1:] in _TERMINAL


_Edges = list[list[tuple[int, float]]]
"""For each physical row where the logical row that begins there may end, at what cost."""


def _cheapest_cuts(size: int, costs: _Costs, count: int | None) -> list[int]:
    """Where rows begin on the cheapest way; the announced count wins if it is not much dearer."""
    edges = [_row_ends(start, size, costs) for start in range(size)]
    best, back = [0.0, *[_NEVER] * size], [0] * (size + 1)
    for start, ends in enumerate(edges):
        for end, cost in ends:
            if best[start] + cost < best[end] - _EQUAL:
                best[end], back[end] = best[start] + cost, start
    cuts = [size]
    while cuts[-1] > 0:
        cuts.append(back[cuts[-1]])
    if count and len(cuts) - 1 != count:
        return _counted_cuts(edges, count, best[size] + TRUST_COUNT)
    return cuts[:0:-1]


def _row_ends(start: int, size: int, costs: _Costs) -> list[tuple[int, float]]:
    ends: list[tuple[int, float]] = []
    running = costs.opening(start)
    for end in range(start + 1, min(size, start + LONGEST_ROW) + 1):
        if end - 1 > start:
            running += costs.joining(start, end - 1)
        if running > HOPELESS:
            break
        ends.append((end, running + costs.closing(start, end)))
    return ends


def _counted_cuts(edges: _Edges, count: int, limit: float) -> list[int]:
    """The cheapest way with `count` rows if it costs no more than `limit`, else the cheapest of all.

    Ways are told apart by how many rows they have made; those that cannot end below the limit are left out, so that
    few counts are open at any place.
    """
    size = len(edges)
    rest = [*[_NEVER] * size, 0.0]
    for start in reversed(range(size)):
        rest[start] = min(cost + rest[end] for end, cost in edges[start])
    ways: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}, *({} for _ in range(size))]
    for start, ends in enumerate(edges):
        for end, cost in ends:
            worth = limit + _EQUAL - rest[end]
            for made, (before, _) in ways[start].items():
                total = before + cost
                if total <= worth and total < ways[end].get(made + 1, (_NEVER, 0))[0] - _EQUAL:
                    ways[end][made + 1] = (total, start)
    made = count if count in ways[size] else min(ways[size], key=lambda rows: (ways[size][rows][0], rows))
    cuts = [size]
    while cuts[-1] > 0:
        cuts.append(ways[cuts[-1]][made][1])
        made -= 1
    return cuts[:0:-1]
