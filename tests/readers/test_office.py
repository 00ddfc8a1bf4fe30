"""Old Office formats: converted where LibreOffice is, a clear word where it is not."""

from __future__ import annotations

import io
import os
import time
import zipfile
from pathlib import Path
from unittest import mock

import pytest

from kg.errors import UnreadableDocument
from kg.readers import libreoffice, read, read_bytes
from tests.readers.make import DOCUMENTS, cells, codes, grid, lines, with_member

needs_office = pytest.mark.skipif(libreoffice.find_office() is None, reason="LibreOffice is not installed")
GRID = [
    ["序号", "重点工作", "责任单位", "完成情况"],
    ["1", "建成城东快速路三期", "区交通局", "路基完成八成"],
    ["2", "改造老旧小区六个", "区住建局东湖街道", "四个已经完工"],
    ["3", "新增学位一千二百个", "区教育局", "校舍封顶"],
]


@pytest.mark.office
@needs_office
def test_an_old_word_file_gives_its_table_and_paragraphs() -> None:
    document = read(DOCUMENTS / "old-word.doc")[0]
    assert grid(document) == GRID
    assert lines(document) == ["九月底"]


@pytest.mark.office
@needs_office
def test_an_old_workbook_gives_its_sheet_under_any_name(tmp_path: Path) -> None:
    path = tmp_path / "表.docx"
    path.write_bytes((DOCUMENTS / "old-sheet.xls").read_bytes())
    document = read(path)[0]
    assert grid(document) == GRID
    assert document.format == "xls"


@pytest.mark.office
@needs_office
def test_a_workbook_with_odd_styles_is_repaired_and_says_so() -> None:
    name = "header-in-row-four-and-a-hidden-sheet.xlsx"
    content = (DOCUMENTS / name).read_bytes()
    styles = zipfile.ZipFile(io.BytesIO(content)).read("xl/styles.xml")
    odd = styles.replace(b'patternType="gray125"', b'patternType="odd"')
    assert odd != styles
    document = read_bytes(with_member(content, "xl/styles.xml", odd), name)[0]
    as_written = cells(read_bytes(content, name)[0])
    assert {place: cell for place, cell in cells(document).items() if place != (4, 2)} == {
        place: cell for place, cell in as_written.items() if place != (4, 2)
    }
    assert codes(document) == ["repaired-workbook", "hidden-sheet"]
    assert as_written[(4, 2)][0] == ""
    assert cells(document)[(4, 2)][0] == "0.185"  # LibreOffice computes the formula that had no value


def test_without_libreoffice_the_sentence_says_what_to_install() -> None:
    with (
        mock.patch.object(libreoffice, "find_office", return_value=None),
        pytest.raises(UnreadableDocument, match=r"^old-word\.doc：旧版 Office 文件需要 LibreOffice.*另存为 \.docx"),
    ):
        read(DOCUMENTS / "old-word.doc")


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="needs process groups")
def test_a_conversion_that_hangs_is_ended_with_all_it_started(tmp_path: Path) -> None:
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\n(sleep 3; touch {tmp_path}/alive) & sleep 3\n", "utf-8")
    program.chmod(0o755)
    started = time.perf_counter()
    with (
        mock.patch.object(libreoffice, "find_office", return_value=str(program)),
        mock.patch.object(libreoffice, "TIMEOUT_SECONDS", 0.3),
        pytest.raises(UnreadableDocument, match="秒内没有转换完"),
    ):
        read(DOCUMENTS / "old-word.doc")
    assert time.perf_counter() - started < 2.5
    time.sleep(3)
    assert not (tmp_path / "alive").exists()


def test_a_program_that_gives_no_file_is_a_damaged_document(tmp_path: Path) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nexit 1\n", "utf-8")
    program.chmod(0o755)
    with (
        mock.patch.object(libreoffice, "find_office", return_value=str(program)),
        pytest.raises(UnreadableDocument, match="已损坏"),
    ):
        read(DOCUMENTS / "old-word.doc")
