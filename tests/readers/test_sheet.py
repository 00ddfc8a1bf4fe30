"""Workbooks: merged ranges, several sheets, values as shown."""

from __future__ import annotations

import datetime
import io

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import UnreadableDocument
from kg.readers import read, read_bytes
from kg.readers.number_format import shown
from tests.readers.make import DOCUMENTS, cells, codes, tables, with_member

WORKBOOK = "header-in-row-four-and-a-hidden-sheet.xlsx"


def test_percent_and_dates_read_as_shown_and_merged_cells_as_one() -> None:
    document = read(DOCUMENTS / WORKBOOK)[0]
    assert {place: text for place, (text, _, _) in cells(document).items() if place[0] in {2, 3}} == {
        (2, 0): "1",
        (2, 1): "城东快速路",
        (2, 2): "6%",
        (2, 3): "2023-09-30",
        (3, 0): "2",
        (3, 1): "北泵站",
        (3, 2): "12.5%",
        (3, 3): "2023-10-08",
    }
    assert cells(document)[(0, 0)] == ("临湖区重点项目进度", 1, 4)
    assert cells(document)[(4, 1)] == ("湿地公园", 2, 1)
    assert (5, 1) not in cells(document)


def test_a_cell_is_cited_by_its_own_sheet_and_name_although_empty_rows_are_left_out() -> None:
    document = read(DOCUMENTS / WORKBOOK)[0]
    place = document.place(document.text.index("北泵站"))
    assert str(place) == f"{WORKBOOK}, sheet 重点项目, cell C6"


def test_hidden_sheets_and_uncomputed_formulas_are_said() -> None:
    document = read(DOCUMENTS / WORKBOOK)[0]
    assert [table.caption for table in tables(document)] == ["重点项目", "备用"]
    assert codes(document) == ["hidden-sheet", "uncomputed-formula"]


@pytest.mark.parametrize(
    ("value", "number_format", "expected"),
    [
        (0.06, "0%", "6%"),
        (0.0605, "0.00%", "6.05%"),
        (12345.678, "#,##0.00", "12,345.68"),
        (1234567, "#,##0", "1,234,567"),
        (-3.5, "0.0;[Red]-0.0", "-3.5"),
        (-3.5, "0.0_);(0.0)", "(3.5)"),
        (0, '0;-0;"—"', "—"),
        (4.5, '0.0"亿元"', "4.5亿元"),
        (120000, '0.00,"千元"', "120.00千元"),
        (7, "000", "007"),
        (0.5, "#.##", ".5"),
        (3, "#.##", "3"),
        (2.5, "General", "2.5"),
        (1e-05, "General", "0.00001"),
        (0.1 + 0.2, "General", "0.3"),
        (100, "@", "100"),
        (True, "General", "TRUE"),
        (99.5, "¥#,##0.00", "¥99.50"),
        (99.5, "[$￥-804]#,##0.0", "￥99.5"),
        (datetime.datetime(2023, 9, 30), "yyyy-mm-dd", "2023-09-30"),
        (datetime.datetime(2023, 9, 3), "mm-dd-yy", "2023/9/3"),
        (datetime.datetime(2023, 9, 30), 'yyyy"年"m"月"d"日"', "2023年9月30日"),
        (datetime.datetime(2023, 9, 30), "[$-804]yyyy年m月", "2023年9月"),
        (datetime.datetime(2023, 9, 30, 8, 5), "yyyy/m/d h:mm", "2023/9/30 8:05"),
        (datetime.datetime(2023, 9, 30, 8, 5), "General", "2023-09-30 08:05"),
        (datetime.datetime(2023, 9, 30), "yyyy/m/d;@", "2023/9/30"),
        (datetime.time(14, 30), "h:mm", "14:30"),
        ("第一行\r\n第二行", "@", "第一行\n第二行"),
    ],
)
def test_a_value_is_shown_as_the_sheet_shows_it(value: object, number_format: str, expected: str) -> None:
    assert shown(value, number_format) == expected


@given(value=st.floats(allow_nan=True), number_format=st.text(alphabet='0#,.%;"yYmdhs[]-_*?eE+/\\@元', max_size=12))
def test_any_format_gives_some_text(value: float, number_format: str) -> None:
    assert isinstance(shown(value, number_format), str)


@settings(max_examples=30, deadline=None)
@given(
    rows=st.lists(
        st.lists(st.text(alphabet="区局甲乙1，%", max_size=6), min_size=3, max_size=3), min_size=1, max_size=6
    )
)
def test_any_grid_reads_back_cell_by_cell(rows: list[list[str]]) -> None:
    rows = [["序号", "任务", "单位"], *([text.strip() for text in row] for row in rows if any(row))]
    document = read_bytes(saved(rows), "a.xlsx")[0]
    expected = {(r, c): (text, 1, 1) for r, row in enumerate(rows) for c, text in enumerate(row)}
    assert cells(document) == expected


def test_a_stray_cell_in_the_last_corner_does_not_blow_the_grid_up() -> None:
    book = openpyxl.Workbook()
    book.active["A1"], book.active["XFD1048576"] = "甲", "乙"
    buffer = io.BytesIO()
    book.save(buffer)
    assert cells(read_bytes(buffer.getvalue(), "a.xlsx")[0]) == {
        (0, 0): ("甲", 1, 1),
        (0, 1): ("", 1, 1),
        (1, 0): ("", 1, 1),
        (1, 1): ("乙", 1, 1),
    }


@pytest.mark.parametrize(
    "part",
    [
        b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
        b'<hyperlinks><hyperlink ref="A1:XFD1048576" display="x"/></hyperlinks>',
    ],
)
def test_a_range_over_the_whole_sheet_is_refused_before_it_is_walked(part: bytes) -> None:
    package = saved([["甲"]])
    sheet = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">'
        b'<c r="A1"><v>1</v></c></row></sheetData>' + part + b"</worksheet>"
    )
    with pytest.raises(UnreadableDocument, match="合并单元格或链接的范围过大"):
        read_bytes(with_member(package, "xl/worksheets/sheet1.xml", sheet), "a.xlsx")


def saved(rows: list[list[str]]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
