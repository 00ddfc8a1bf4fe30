"""Word documents: order, merged and nested cells, what tracked changes hide, automatic numbers."""

from __future__ import annotations

import io

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.readers import read, read_bytes
from kg.readers.numerals import chinese_number
from tests.readers.make import DOCUMENTS, cells, codes, furniture, grid, headings, lines


def test_a_cell_merged_over_three_rows_is_one_cell_with_its_span() -> None:
    document = read(DOCUMENTS / "agency-merged-over-three-rows.docx")[0]
    found = cells(document)
    assert found[(0, 2)] == ("责任单位和完成情况", 1, 2)
    assert found[(1, 2)] == ("区交通局", 3, 1)
    assert [place for place in found if place[1] == 2] == [(0, 2), (1, 2)]
    assert found[(3, 3)] == ("校舍封顶", 1, 1)


def test_paragraphs_and_tables_stand_in_order_and_page_margins_are_furniture() -> None:
    document = read(DOCUMENTS / "agency-merged-over-three-rows.docx")[0]
    assert headings(document) == ["一、城市建设"]
    assert lines(document) == ["一、城市建设", "各项工作按期推进。", "备注：进度截至九月底。"]
    assert document.text.index("按期推进") < document.text.index("重点工作") < document.text.index("备注")
    assert furniture(document) == ["临湖区督查专报", "内部资料"]
    assert document.place(document.text.index("区交通局")).cell == "C2"


def test_a_nested_table_follows_the_outer_one_as_its_own() -> None:
    document = read(DOCUMENTS / "nested-table-then-a-second-one.docx")[0]
    assert [grid(document, index) for index in range(3)] == [
        [["水务项目", ""]],
        [["北泵站", "区水务局"]],
        [["甲", "乙"]],
    ]
    assert lines(document) == ["两表之间的话"]


def test_deleted_and_hidden_text_is_left_out_with_a_finding_and_inserted_text_read() -> None:
    document = read(DOCUMENTS / "tracked-changes-and-hidden-text.docx")[0]
    assert lines(document) == ["全年新建七座泵站"]
    assert [(finding.code, finding.quote) for finding in document.findings] == [
        ("deleted-text", "五"),
        ("hidden-text", "（待核）"),
    ]


def test_automatic_numbers_are_read_as_printed_also_in_cells() -> None:
    document = read(DOCUMENTS / "automatic-numbers.docx")[0]
    assert lines(document) == ["一、 城市更新", "1. 改造管网", "2. 整治河道", "二、 乡村振兴", "1. 修建村路"]
    assert grid(document) == [["2.", "植树造林"], ["3.", "清洁取暖"]]


def test_a_table_of_one_cell_is_a_box_of_paragraphs() -> None:
    word = docx.Document()
    word.add_table(rows=1, cols=1).cell(0, 0).text = "只有一格\n的框"
    assert lines(read_bytes(saved(word), "a.docx")[0]) == ["只有一格\n的框"]


def test_a_word_file_with_only_a_picture_is_refused() -> None:
    from kg.errors import UnreadableDocument

    with pytest.raises(UnreadableDocument, match=r"a\.docx：文档里没有文字"):
        read_bytes(saved(docx.Document()), "a.docx")


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_any_grid_with_merged_cells_reads_back_with_its_spans(data: st.DataObject) -> None:
    height, width = data.draw(st.integers(2, 4)), data.draw(st.integers(2, 4))
    word = docx.Document()
    table = word.add_table(rows=height, cols=width)
    expected = {}
    for row in range(height):
        for column in range(width):
            text = data.draw(st.text(alphabet="区水务局甲乙12，", min_size=0, max_size=6))
            table.cell(row, column).text = text
            expected[(row, column)] = (text, 1, 1)
    top, left = data.draw(st.integers(0, height - 1)), data.draw(st.integers(0, width - 1))
    bottom, right = data.draw(st.integers(top, height - 1)), data.draw(st.integers(left, width - 1))
    for row in range(top, bottom + 1):
        for column in range(left, right + 1):
            table.cell(row, column).text = ""
            expected.pop((row, column))
    table.cell(top, left).merge(table.cell(bottom, right)).text = "合并"
    expected[(top, left)] = ("合并", bottom - top + 1, right - left + 1)
    if len(expected) > 1:
        assert cells(read_bytes(saved(word), "a.docx")[0]) == expected


@given(number=st.integers(1, 9999))
def test_different_numbers_are_written_differently_in_chinese(number: int) -> None:
    assert chinese_number(number) != chinese_number(number + 1)


def test_no_finding_where_nothing_is_left_out() -> None:
    assert codes(read(DOCUMENTS / "automatic-numbers.docx")[0]) == []


def saved(word: object) -> bytes:
    buffer = io.BytesIO()
    word.save(buffer)  # type: ignore[attr-defined]
    return buffer.getvalue()
