"""Physical rows to logical rows: which printed rows belong together.

Without a number column nothing marks where a row begins: cells are cut by lines and pages anywhere. So every way to
cut a section into rows has a cost (a task that does not end, a row without units, units in two places), and the
cheapest one is taken; a heading that announces `共12项` makes twelve rows the likeliest answer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.tables.flow import Column, PhysicalRow

TERMINAL = "。！？!?；;…"
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
        self._finished = [ends_sentence(text) for text in self._task]

    def opening(self, start: int) -> float:
        """The cost of beginning a row here."""
        cost = 0.0
        if any(self._number) and not self._number[start]:
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
        finished = self._finished[self._last_task(start, index)]
        if finished and self._task[index]:
            cost += FINISHED_TASK
            if self._units[index] and self._progress[index]:
                cost += COMPLETE_AGAIN
        if self._units[index] and not self._units[index - 1] and any(self._units[start:index]):
            cost += UNITS_APART
        return cost

    def closing(self, start: int, end: int) -> float:
        """The cost of ending the row before `end`."""
        cost = 0.0
        if any(self._units) and not any(self._units[start:end]):
            cost += NO_UNITS
        if any(self._task[start:end]) and not self._finished[self._last_task(start, end)]:
            cost += OPEN_TASK if not self._rows[end - 1].whole else 0.5
        progress = next((text for text in reversed(self._progress[start:end]) if text), "")
        if progress and not ends_sentence(progress):
            cost += OPEN_PROGRESS
        return cost

    def _last_task(self, start: int, end: int) -> int:
        return next((index for index in range(end - 1, start - 1, -1) if self._task[index]), start)


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
    return text.rstrip(_CLOSERS)[-1:] in set(TERMINAL) if text else False


def _cheapest_cuts(size: int, costs: _Costs, count: int | None) -> list[int]:
    """Dynamic programming over (rows read, logical rows made); the announced count wins if it is not much dearer."""
    most = size if count else 1
    infinite = float("inf")
    best = [[infinite] * (most + 1) for _ in range(size + 1)]
    back: list[list[int]] = [[0] * (most + 1) for _ in range(size + 1)]
    best[0][0] = 0.0
    for start in range(size):
        if min(best[start]) == infinite:
            continue
        running = costs.opening(start)
        for end in range(start + 1, min(size, start + LONGEST_ROW) + 1):
            if end - 1 > start:
                running += costs.joining(start, end - 1)
            if running > HOPELESS:
                break
            total = running + costs.closing(start, end)
            for made in range(most + 1):
                if best[start][made] == infinite:
                    continue
                after = min(made + 1, most)
                if best[start][made] + total < best[end][after] - 1e-9:
                    best[end][after], back[end][after] = best[start][made] + total, start
    made = min(range(most + 1), key=lambda k: best[size][k])
    if count and count <= most and best[size][count] <= best[size][made] + TRUST_COUNT:
        made = count
    return _walk_back(back, size, made, count is not None)


def _walk_back(back: list[list[int]], size: int, made: int, counted: bool) -> list[int]:
    cuts: list[int] = []
    end = size
    while end > 0:
        end = back[end][made]
        cuts.append(end)
        if counted:
            made -= 1
        elif end == 0:
            break
    return cuts[::-1]
