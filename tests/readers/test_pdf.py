"""PDF with text: ruled tables over pages, columns without rules, running lines."""

from __future__ import annotations

import zlib

import pytest

from kg.errors import UnreadableDocument
from kg.readers import read, read_bytes
from kg.readers.pdf_lines import Char, printed_lines
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
