"""Web pages: what a visitor reads, tables with spans, a site's bars as furniture."""

from __future__ import annotations

import html
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import UnreadableDocument
from kg.model import Document
from kg.readers import read, read_bytes
from tests.readers.make import DOCUMENTS, cells, furniture, grid, headings, lines


def page(body: str) -> Document:
    return read_bytes(f"<!doctype html><meta charset=utf-8><body>{body}</body>".encode(), "a.html")[0]


def test_a_site_page_gives_its_article_and_keeps_bars_and_menus_apart() -> None:
    document = read(DOCUMENTS / "page-of-a-government-site.html")[0]
    assert document.encoding == "gb18030"
    assert headings(document) == ["临湖区2023年重点工作安排"]
    assert lines(document) == [
        "临湖区2023年重点工作安排",
        "现将重点工作印发给你们。",
        "3. 按月报送进度",
        "4. 年底考核",
    ]
    assert furniture(document) == [
        "临湖区2023年重点工作_临湖区人民政府",
        "首页政务公开",
        "当前位置：首页 > 政务公开",
        "字号：[大 中 小]",
        "【打印】 【关闭窗口】",
        "主办：临湖区人民政府办公室",
    ]


def test_spans_are_kept_and_a_table_in_a_cell_follows_as_its_own() -> None:
    document = read(DOCUMENTS / "page-of-a-government-site.html")[0]
    assert cells(document) == {
        (0, 0): ("序号", 2, 1),
        (0, 1): ("任务", 1, 2),
        (1, 1): ("内容", 1, 1),
        (1, 2): ("责任单位", 1, 1),
        (2, 0): ("1", 1, 1),
        (2, 1): ("建成北泵站。\n修建\n引水渠。", 1, 1),
        (2, 2): ("区水务局", 2, 1),
        (3, 0): ("2", 1, 1),
        (3, 1): ("疏浚东湖", 1, 1),
    }
    assert grid(document, 1) == [["一段", "二段"]]


def test_a_menu_class_around_the_whole_article_hides_nothing() -> None:
    document = page("<div class='nav'>菜单</div><div class='footer'><p>东湖整治按期完成，管网改造过半。</p></div>")
    assert lines(document) == ["东湖整治按期完成，管网改造过半。"]
    assert furniture(document) == ["菜单"]


def test_the_main_title_is_text_also_in_a_head_of_the_page() -> None:
    article = "<p>东湖整治按期完成，管网改造过半，泵站开工。</p>"
    document = page(f"<div class=header>临湖区人民政府</div><div class=head><h1>工作进展</h1></div>{article}")
    assert lines(document) == ["工作进展", "东湖整治按期完成，管网改造过半，泵站开工。"]
    assert furniture(document) == ["临湖区人民政府"]


def test_a_table_of_data_is_kept_even_within_a_share_box() -> None:
    rows = "".join(f"<tr><td>{n}</td><td>任务</td><td>单位</td></tr>" for n in range(6))
    document = page(f"<p>{'正文' * 200}</p><div id=share><table>{rows}</table></div>")
    assert len(grid(document)) == 6


def test_unclosed_cells_and_rows_read_like_closed_ones() -> None:
    document = page("<table><tr><td>序号<td>任务<tr><td>1<td>修路</table>")
    assert grid(document) == [["序号", "任务"], ["1", "修路"]]


def test_source_line_breaks_are_blanks_and_preformatted_ones_lines() -> None:
    document = page("<p>东湖\n  整治</p><pre>甲\n  乙</pre>文<br>末&nbsp;尾&amp;")
    assert lines(document) == ["东湖 整治", "甲", "  乙", "文", "末\xa0尾&"]


@pytest.mark.parametrize("name", ["a.doc", "a.xls", "a.txt", "a"])
def test_a_page_under_another_name_is_a_page(name: str) -> None:
    content = "<html><table><tr><td>序号</td><td>任务</td></tr></table></html>".encode("gb18030")
    assert grid(read_bytes(content, name)[0]) == [["序号", "任务"]]


def test_a_wrong_charset_declaration_does_not_garble_the_page() -> None:
    content = '<html><meta charset="utf-8"><p>区水务局负责东湖水质整治工程。</p></html>'.encode("gb18030")
    assert lines(read_bytes(content, "a.html")[0]) == ["区水务局负责东湖水质整治工程。"]


def test_a_page_without_text_is_refused() -> None:
    with pytest.raises(UnreadableDocument, match="网页里没有正文"):
        page("<script>render()</script>")


CELL = st.text(alphabet="区水务局甲乙12<>&\"'，", max_size=6)


@given(data=st.data())
def test_any_grid_with_a_merged_rectangle_reads_back_with_its_spans(data: st.DataObject) -> None:
    height, width = data.draw(st.integers(2, 4)), data.draw(st.integers(2, 4))
    top, left = data.draw(st.integers(0, height - 1)), data.draw(st.integers(0, width - 1))
    bottom, right = data.draw(st.integers(top, height - 1)), data.draw(st.integers(left, width - 1))
    expected = {place: (data.draw(CELL), 1, 1) for place in product(range(height), range(width))}
    for place in product(range(top, bottom + 1), range(left, right + 1)):
        del expected[place]
    expected[(top, left)] = ("合并", bottom - top + 1, right - left + 1)
    expected[(height, 0)] = ("甲", 1, 1)
    expected[(height, 1)] = ("乙", 1, 1)
    rows = "".join(
        "<tr>" + "".join(_td(expected[(row, column)]) for column in range(width) if (row, column) in expected) + "</tr>"
        for row in range(height + 1)
    )
    assert cells(page(f"<table>{rows}</table>")) == expected


def _td(cell: tuple[str, int, int]) -> str:
    text, row_span, column_span = cell
    return f"<td rowspan={row_span} colspan={column_span}>{html.escape(text)}</td>"


@given(body=st.text(alphabet="<>/=\"' tabledrspnol甲乙&;", max_size=200))
def test_any_tag_soup_after_the_first_paragraph_leaves_that_paragraph(body: str) -> None:
    document = read_bytes(f"<html><p>始</p>{body}</html>".encode(), "a.html")[0]
    assert lines(document)[0].startswith("始")
