"""However a table is cut into printed lines and pages, its rows come back the same."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tables.making import reading, understood

UNITS = ("区发改局", "区商务和投资促进局", "区综合行政执法局", "各镇（街）", "青石经济开发区管委会", "区住建局")
WORDS = "推进实施加快完成建设改造提升新建学校道路管网企业园区项目工程服务中心平台三五十个公里万元全年以上"
sentence = st.text(alphabet=WORDS, min_size=6, max_size=60).map(lambda text: text + "。")
units = st.lists(st.sampled_from(UNITS), min_size=1, max_size=3, unique=True)
rows = st.lists(st.tuples(sentence, units, sentence), min_size=1, max_size=6)
HEADER = "序号\t年度任务目标\t责任单位\t进展情况"


def wrapped(text: str, width: int) -> list[str]:
    return [text[i : i + width] for i in range(0, len(text), width)]


def printed(number: int | None, row: tuple[str, list[str], str], widths: tuple[int, int, int]) -> list[str]:
    """A row as printed lines: each cell wrapped to its column's width, cells side by side."""
    task, names, progress = row
    cells = [
        [str(number)] if number else [],
        wrapped(task, widths[0]),
        [line for name in names for line in wrapped(name, widths[1])],
        wrapped(progress, widths[2]),
    ]
    height = max(map(len, cells))
    filled = [cell + [""] * (height - len(cell)) for cell in cells]
    return ["\t".join(column[i] for column in filled) for i in range(height)]


@settings(max_examples=60, deadline=None)
@given(rows=rows, widths=st.tuples(st.integers(8, 20), st.integers(6, 12), st.integers(12, 30)), cut=st.integers(2, 9))
def test_a_numbered_table_cut_into_lines_and_pages_reads_as_its_rows(
    rows: list[tuple[str, list[str], str]], widths: tuple[int, int, int], cut: int
) -> None:
    lines = [line for n, row in enumerate(rows, start=1) for line in printed(n, row, widths)]
    pages = ["\n".join([HEADER, *lines[i : i + cut]]) for i in range(0, len(lines), cut)]

    found = understood(reading("年度重点工作进展情况表\n" + "\n\n— 1 —\n".join(pages)))

    assert found == [
        (str(n), task, [f"{name}:{'l' if len(names) == 1 else 'j'}" for name in names], progress)
        for n, (task, names, progress) in enumerate(rows, start=1)
    ]


@settings(max_examples=60, deadline=None)
@given(rows=rows, widths=st.tuples(st.integers(8, 20), st.integers(20, 24), st.integers(12, 30)), cut=st.integers(2, 9))
def test_a_table_without_numbers_reads_as_the_rows_that_its_heading_announces(
    rows: list[tuple[str, list[str], str]], widths: tuple[int, int, int], cut: int
) -> None:
    lines = [line[1:] for row in rows for line in printed(None, row, widths)]
    header = HEADER.split("\t", 1)[1]
    pages = ["\n".join([header, *lines[i : i + cut]]) for i in range(0, len(lines), cut)]

    found = reading(f"重点任务(共{len(rows)}项)\n" + "\n\n".join(pages))

    assert [(row.text("task"), row.text("progress")) for row in found.rows] == [(t, p) for t, _, p in rows]


@settings(max_examples=30, deadline=None)
@given(rows=rows)
def test_every_character_of_a_table_is_accounted_for(rows: list[tuple[str, list[str], str]]) -> None:
    lines = [line for n, row in enumerate(rows, start=1) for line in printed(n, row, (12, 8, 20))]

    found = reading("\n".join(["年度重点工作进展情况表", HEADER, *lines]))

    assert found.remainder == ()
    for row in found.rows:
        for part in row.parts.values():
            assert part.value == "".join(part.slice(i, i + 1).value for i in range(len(part.value)))
