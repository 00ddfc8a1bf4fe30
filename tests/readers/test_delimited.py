"""Delimiter-separated values and Markdown."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.readers import read, read_bytes
from kg.readers.delimited import likely_delimiter
from tests.readers.make import DOCUMENTS, cells, furniture, grid, headings, lines

CELL = st.text(alphabet='区水务局、，。;,|\t"甲乙丙1 \n', max_size=12)
GRID = st.integers(1, 4).flatmap(lambda width: st.lists(st.lists(CELL, min_size=width, max_size=width), min_size=1))


@given(rows=GRID, delimiter=st.sampled_from(",\t"))
def test_any_grid_written_by_python_reads_back_cell_by_cell(rows: list[list[str]], delimiter: str) -> None:
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(rows)
    name = "a.csv" if delimiter == "," else "a.tsv"
    written = buffer.getvalue()
    if not written.strip() or (name == "a.csv" and likely_delimiter(written) != ","):
        return
    document = read_bytes(written.encode("utf-8-sig"), name)[0]
    bare = [["".join(cell.split()) for cell in row] for row in rows]
    assert grid(document) == bare
    assert len(document.text) == len(written)


def test_quoted_cells_hold_line_breaks_delimiters_and_quotation_marks() -> None:
    document = read(DOCUMENTS / "quoted-line-breaks.csv")[0]
    assert grid(document) == [
        ["序号", "重点工作", "责任单位"],
        ["1", '建成"一环"快速路;三期含匝道', "区交通局"],
        ["2", "改造小区", ""],
    ]
    assert str(document.place(document.text.index("三期"))) == "quoted-line-breaks.csv, table 1, cell B2"


@pytest.mark.parametrize("delimiter", list(",;|\t"))
def test_the_delimiter_is_found(delimiter: str) -> None:
    text = "\n".join(
        delimiter.join(row) for row in [["序号", "任务", "单位"], ["1", "甲,乙" if delimiter != "," else "甲", "丙"]]
    )
    assert likely_delimiter(text) == delimiter


def test_a_pipe_table_reads_as_people_see_it_and_offsets_stay() -> None:
    path = DOCUMENTS / "pipe-table.md"
    document = read(path)[0]
    assert len(document.text) == len(path.read_bytes().decode("utf-8"))
    assert grid(document) == [
        ["序号", "任务", "责任单位"],
        ["1", "建成北泵站", "区水务局东湖街道"],
        ["2", "甲|乙", ""],
    ]
    assert headings(document) == ["重点工作"]
    assert lines(document) == ["重点工作", "- 九月底前完成", "完。"]
    assert set("".join(furniture(document))) == set("#|:-\n")
    assert str(document.place(document.text.index("建成"))) == "pipe-table.md, table 1, cell B2, line 7"


def test_bars_without_a_rule_below_and_fenced_tables_are_lines() -> None:
    document = read_bytes("甲|乙\n丙|丁\n```\n| a | b |\n|---|---|\n```\n".encode(), "a.md")[0]
    assert lines(document) == ["甲|乙", "丙|丁", "| a | b |", "|---|---|"]


@given(rows=st.lists(st.lists(st.text(alphabet="甲乙丙丁1，。", max_size=5), min_size=3, max_size=3), min_size=2))
def test_any_pipe_table_reads_back_cell_by_cell(rows: list[list[str]]) -> None:
    written = ["| " + " | ".join(row) + " |" for row in rows]
    written.insert(1, "|---|---|---|")
    document = read_bytes(("# 题\n" + "\n".join(written)).encode(), "a.md")[0]
    assert [
        [text for (row, _), (text, _, _) in cells(document).items() if row == number] for number in range(len(rows))
    ] == rows
