"""Tables that the format states: what stands around and between their rows."""

from __future__ import annotations

from kg.model import Document, Place
from kg.readers.rendition import GridCell, Rendition
from kg.tables import read_rows


def sheets(*tables: list[list[str]]) -> Document:
    """A document of several tables, an empty text no cell."""
    rendition = Rendition("a.xlsx", "xlsx")
    for number, rows in enumerate(tables, start=1):
        cells = [GridCell(i, j, text) for i, row in enumerate(rows) for j, text in enumerate(row) if text]
        rendition.table(cells, Place(document="a.xlsx", table=number))
    return rendition.document(b"")


LEDGER = [
    ["重点项目推进情况表", "", "", "", ""],
    ["单位：万元", "", "", "", ""],
    ["序号", "项目名称", "总投资", "责任单位", "形象进度"],
    ["一", "工业项目（2个）", "", "", ""],
    ["1", "电缆扩建", "25000", "县工信局", "封顶"],
    ["2", "冷链园", "18000", "县商务局", "平整场地"],
    ["", "（二）交通", "", "", ""],
    ["3", "东大桥", "9000", "县交通局", "桩基"],
    ["合计", "", "52000", "", ""],
    ["填表人：王明", "", "", "", ""],
]


def test_numbered_rows_without_more_are_sections_and_units_of_money_are_none() -> None:
    found = read_rows(sheets(LEDGER))

    assert [(row.section, row.number, row.text("task")) for row in found.rows] == [
        ("一工业项目", "1", "电缆扩建"),
        ("一工业项目", "2", "冷链园"),
        ("（二）交通", "3", "东大桥"),
    ]


def test_a_section_ends_with_its_table() -> None:
    other = [["序号", "实事内容", "进展情况", "责任单位"], ["1", "新建公厕", "完成9座", "县城管局"]]

    assert [row.section for row in read_rows(sheets(LEDGER[2:8], other)).rows][-1] is None


def test_a_title_merged_over_the_header_is_the_title_and_a_header_never_is() -> None:
    rendition = Rendition("a.xlsx", "xlsx")
    header = ["序号", "工作任务", "责任单位", "完成情况"]
    cells = [GridCell(0, 0, "柳河区2023年任务进展情况表", column_span=4)]
    cells += [GridCell(1, j, text) for j, text in enumerate(header)]
    cells += [GridCell(2, j, text) for j, text in enumerate(["1", "修路", "区交通局", "完工"])]
    rendition.table(cells, Place(document="a.xlsx", table=1))

    assert read_rows(rendition.document(b"")).title == "柳河区2023年任务进展情况表"
    assert read_rows(sheets([header, ["1", "修路", "区交通局", "完工"]])).title is None
