"""PDF with text: ruled tables over pages, columns without rules, running lines."""

from __future__ import annotations

import zlib

import pytest

from kg.errors import UnreadableDocument
from kg.readers import read, read_bytes
from kg.readers.pdf_columns import with_unruled_tables
from kg.readers.pdf_lines import Char, Segment, printed_lines
from kg.readers.pdf_page import PageLine, PageTable, PageView, open_ends
from tests.readers.make import DOCUMENTS, furniture, grid, lines, tables


def test_a_table_over_pages_gives_one_table_a_page_and_every_row() -> None:
    document = read(DOCUMENTS / "table-over-several-pages.pdf")[0]
    rows = [row for index in range(len(tables(document))) for row in grid(document, index)]
    assert len(tables(document)) > 1
    whole = [row for row in rows if row[0]]
    broken = "".join(row[3] for row in rows if row[0] != "序号")
    assert whole[0] == ["序号", "重点工作", "责任单位", "完成情况"]
    assert [row[:3] for row in whole[1:]] == [[str(n), f"任务{n}的内容", "区水务局"] for n in range(1, 41)]
    assert broken == "已经完成" * 8 * 40


def test_a_cell_is_cited_by_page_and_cell_and_the_running_line_is_furniture() -> None:
    document = read(DOCUMENTS / "table-over-several-pages.pdf")[0]
    place = document.place(document.text.index("任务40"))
    assert (place.page, place.table) == (len(tables(document)), len(tables(document)))
    assert set(furniture(document)) == {"临湖区政府督查室"}
    assert lines(document) == ["临湖区重点工作进展"]


def test_plain_columns_without_rules_are_a_table() -> None:
    document = read(DOCUMENTS / "columns-without-rules.pdf")[0]
    assert lines(document) == ["没有表线的安排"]
    assert grid(document) == [
        ["序号", "重点工作", "责任单位", "完成情况"],
        ["1", "建成城东快速路三期", "区交通局", "路基完成八成"],
        ["2", "改造老旧小区六个", "区住建局东湖街道", "四个已经完工"],
        ["3", "新增学位一千二百个", "区教育局", "校舍封顶"],
    ]


def line(*segments: tuple[str, float, float]) -> PageLine:
    return PageLine("  ".join(text for text, _, _ in segments), 0, 1, tuple(Segment(*each) for each in segments))


def page(number: int, *items: PageLine) -> PageView:
    return PageView(number, 800, items, 10, 0, 0, 0, False)


HEADER = line(("序号", 0, 20), ("任务", 60, 80), ("单位", 120, 140))


def test_columns_carry_over_to_the_next_page_and_its_first_row_may_go_on() -> None:
    first = page(1, HEADER, line(("1", 5, 10), ("整治东湖", 40, 100), ("水务局", 110, 150)))
    second = page(2, line(("西岸", 40, 60)), line(("2", 5, 10), ("修桥", 40, 60), ("交通局", 110, 150)))
    found = [page.items for page in with_unruled_tables([first, second])]
    texts = [[cell.text for cell in item.cells] for items in found for item in items if isinstance(item, PageTable)]
    assert texts == [["序号", "任务", "单位", "1", "整治东湖", "水务局"], ["", "西岸", "", "2", "修桥", "交通局"]]


def test_a_page_in_the_middle_of_a_long_row_belongs_to_its_table() -> None:
    first = page(1, HEADER, line(("1", 5, 10), ("整治东湖", 40, 100), ("水务局", 110, 150)))
    second = page(2, line(("西岸", 40, 60)), line(("南岸", 40, 60)))
    third = page(3, line(("附件", 300, 320)), line(("东岸", 40, 60)))
    found = [page.items for page in with_unruled_tables([first, second, third])]
    assert [[type(item) for item in items] for items in found] == [[PageTable], [PageTable], [PageLine, PageLine]]


def test_text_over_two_columns_ends_a_table_and_stays_a_line() -> None:
    prose = line(("全区各项工作按期推进，见上表。", 0, 150))
    found = with_unruled_tables([page(1, HEADER, line(("1", 5, 10), ("修桥", 60, 80)), prose)])[0].items
    assert [type(item) for item in found] == [PageTable, PageLine]
    unnumbered = page(1, HEADER, line(("甲", 5, 10), ("修桥", 60, 80)))
    assert with_unruled_tables([unnumbered])[0] == unnumbered


def test_a_scanned_file_is_refused_with_the_way_out() -> None:
    with pytest.raises(UnreadableDocument, match=r"^scanned\.pdf：PDF 是扫描件，只有图片没有文字；.*OCR.*。$"):
        read(DOCUMENTS / "scanned.pdf")


def test_a_password_is_named() -> None:
    with pytest.raises(UnreadableDocument, match=r"^password\.pdf：PDF 有密码保护；.*。$"):
        read(DOCUMENTS / "password.pdf")


@pytest.mark.parametrize("length", [20, 500, 5_000, 15_000])
def test_a_truncated_file_is_refused_or_read_never_a_traceback(length: int) -> None:
    content = (DOCUMENTS / "table-over-several-pages.pdf").read_bytes()[:length]
    with pytest.raises(UnreadableDocument, match=r"^a\.pdf：[^\n]*。$"):
        read_bytes(content, "a.pdf")


def test_a_stream_that_unpacks_beyond_the_limit_is_refused_before_parsing() -> None:
    packer = zlib.compressobj(9)
    bomb = b"".join(packer.compress(b" " * 2**20) for _ in range(300)) + packer.flush()
    content = b"%PDF-1.4\n1 0 obj<</Filter/FlateDecode>>stream\n" + bomb + b"\nendstream endobj"
    with pytest.raises(UnreadableDocument, match="解压后过大"):
        read_bytes(content, "a.pdf")


def test_characters_of_different_size_on_one_base_line_are_one_line() -> None:
    chars = [Char("增", 0, 10, 0, 10), Char("2", 10, 13, -2, 4), Char("长", 13, 23, 0, 10), Char("次", 0, 10, 14, 24)]
    assert [line.text for line in printed_lines(chars)] == ["增2长", "次"]


def rules(*, bottom: bool) -> list[dict[str, object]]:
    """The rules of two rows and three columns, the last row with or without the rule below it."""
    heights = [100.0, 140.0, 180.0] if bottom else [100.0, 140.0]
    level = [{"orientation": "h", "x0": 50.0, "x1": 350.0, "top": y, "bottom": y} for y in heights]
    stumps = [{"orientation": "h", "x0": x, "x1": x + 1.0, "top": 180.0, "bottom": 180.0} for x in (50.0, 200.0)]
    upright = [
        {"orientation": "v", "x0": x, "x1": x, "top": y, "bottom": y + 40.0}
        for x in (50.0, 150.0, 250.0, 350.0)
        for y in (100.0, 140.0)
    ]
    return [*level, *stumps, *upright]


def test_a_row_that_a_page_cut_ends_where_the_rules_between_its_columns_end() -> None:
    assert open_ends(rules(bottom=False)) == [180.0]
    assert open_ends(rules(bottom=True)) == []
