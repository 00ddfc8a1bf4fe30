"""What is looked for only where it can stand, or among likely answers first, is what a full search finds."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from kg.tables import column_way
from kg.tables.column_way import FINISHED, HOPELESS, NO_LIMIT, PAGE_START, Piece
from kg.tables.flow import Column, PhysicalRow
from kg.tables.joining import TRUST_COUNT, _Costs, join_rows
from kg.tables.noise import _LOOP, _first_loop
from kg.tables.progress import _HEADING, _headings

COLUMNS = tuple(Column(role, role) for role in ("number", "task", "units", "progress"))
ROLES = ("number", "task", "units", "progress")
CELLS = {
    "number": "1",
    "task": "建桥",
    "task_end": "建桥。",
    "units": "区住建局",
    "progress": "已开工",
    "progress_end": "已开工。",
}

cells = st.tuples(
    st.sampled_from(["", "number"]),
    st.sampled_from(["", "task", "task_end"]),
    st.sampled_from(["", "units"]),
    st.sampled_from(["", "progress", "progress_end"]),
)


@given(st.lists(st.tuples(cells, st.booleans()), min_size=1, max_size=6), st.none() | st.integers(1, 6))
def test_no_other_way_of_joining_rows_is_cheaper(drawn: list[tuple[tuple[str, ...], bool]], count: int | None) -> None:
    texts = [[CELLS.get(cell, "") for cell in row] for row, _ in drawn]
    rows = [PhysicalRow((((index, index),),) * 4, whole=whole) for index, (_, whole) in enumerate(drawn)]

    def cell_text(row: PhysicalRow, column: int) -> str:
        return texts[row.cells[0][0][0]][column]

    costs = _Costs(rows, COLUMNS, cell_text)

    def cost(starts: tuple[int, ...]) -> float:
        total = 0.0
        for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
            total += costs.opening(start) + costs.closing(start, end)
            total += sum(costs.joining(start, index) for index in range(start + 1, end))
        return total

    every = [(0, *cuts) for size in range(len(rows)) for cuts in combinations(range(1, len(rows)), size)]
    cheapest = min(map(cost, every))
    counted = [ways for ways in every if len(ways) == count and cost(ways) <= cheapest + TRUST_COUNT]
    expected = min(map(cost, counted)) if counted else cheapest
    joined = join_rows(rows, COLUMNS, cell_text, count)
    starts = tuple(pieces[0].cells[0][0][0] for pieces in joined)
    assert abs(cost(starts) - expected) < 1e-6


pieces = st.builds(
    lambda width, look, costs: Piece(((0, 1),), "文", width, look, False, costs, min(costs), False),
    st.integers(2, 40),
    st.sampled_from([0, FINISHED, PAGE_START, PAGE_START | FINISHED]),
    st.tuples(*[st.sampled_from([0.0, 0.5, 2.0, 3.0, 6.0, 12.0])] * 4),
)


@given(st.lists(pieces, min_size=1, max_size=12), st.booleans(), st.sampled_from([NO_LIMIT, 20.0]))
def test_a_way_found_among_likely_ones_costs_what_the_cheapest_costs(
    drawn: list[Piece], one_row: bool, width: float
) -> None:
    moves, widths = column_way._moves_of(ROLES, one_row), [NO_LIMIT, width, NO_LIMIT, width]
    narrow = column_way._cheapest(drawn, moves, widths)
    usual, column_way._USUALLY_ENOUGH = column_way._USUALLY_ENOUGH, HOPELESS
    try:
        wide = column_way._cheapest(drawn, moves, widths)
    finally:
        column_way._USUALLY_ENOUGH = usual
    assert narrow == wide


@given(st.text("甲乙，1", max_size=60))
def test_repeated_garbage_is_found_where_a_full_search_finds_it(text: str) -> None:
    found, expected = _first_loop(text), _LOOP.search(text)
    assert (found and found.span()) == (expected and expected.span())


@given(st.text("区发改局（）：:。1", max_size=80))
def test_headings_of_units_are_found_where_a_full_search_finds_them(text: str) -> None:
    assert [found.span() for found in _headings(text)] == [found.span() for found in _HEADING.finditer(text)]
