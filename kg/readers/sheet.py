"""Excel workbooks (.xlsx): every sheet a table, its values as people see them."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from kg.model import Document, Place
from kg.readers.base import MEBIBYTE, damaged, refusal
from kg.readers.number_format import shown
from kg.readers.package import member_names, open_package, read_member, refuse_entities
from kg.readers.rendition import MAX_CELLS, GridCell, Rendition

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_WHAT = "Excel 工作簿"
MAX_SHEET_XML = 96 * MEBIBYTE
"""All sheets together; openpyxl needs some ten times as much memory and 3 s for 10 MiB."""
_UNCOMPUTED = re.compile(rb"<c [^>]*><f[^>]*>[^<]*</f>(<v\s*/>|<v></v>)?</c>")


class SheetReader:
    """`.xlsx` files."""

    name = "sheet"
    suffixes: tuple[str, ...] = (".xlsx", ".xlsm", ".xltx")
    max_bytes = 64 * MEBIBYTE

    def recognises(self, content: bytes, name: str) -> bool:
        """A zip file with a workbook in it."""
        return "xl/workbook.xml" in member_names(content)

    def read(self, content: bytes, source_name: str) -> Document:
        """Read the sheets in their order, hidden ones too; merged cells are one cell with spans."""
        with open_package(content, source_name, _WHAT) as package:
            refuse_entities(package, source_name, _WHAT)
            uncomputed = _uncomputed_formulas(package, source_name)
        rendition = Rendition(source_name, "xlsx")
        workbook = _opened(content, source_name)
        for sheet in workbook.worksheets:
            _write_sheet(rendition, sheet)
        if uncomputed:
            message = f"有 {uncomputed} 个公式没有保存计算结果，这些单元格读作空白"
            rendition.finding("warning", "uncomputed-formula", message, Place(document=source_name))
        document = rendition.document(content)
        if not document.blocks:
            raise refusal(source_name, "工作簿里没有内容", "请检查文件是否完整")
        return document


def _uncomputed_formulas(package: zipfile.ZipFile, name: str) -> int:
    """Count formulas without a stored value, and refuse sheets that are too large to load."""
    sheets = [m for m in package.infolist() if m.filename.startswith("xl/worksheets/") and m.filename.endswith(".xml")]
    if sum(sheet.file_size for sheet in sheets) > MAX_SHEET_XML:
        raise refusal(name, f"工作表过大（上限 {MAX_SHEET_XML // MEBIBYTE} MiB）", "请只保留任务表所在的工作表再试")
    return sum(len(_UNCOMPUTED.findall(read_member(package, sheet.filename, name, _WHAT))) for sheet in sheets)


def _opened(content: bytes, name: str) -> Workbook:
    import warnings

    import openpyxl

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of styles and extensions that it does not keep
            return openpyxl.load_workbook(BytesIO(content), data_only=True)
    except Exception as error:  # openpyxl raises KeyError, ValueError, TypeError and XML errors on damaged files
        raise damaged(name, _WHAT) from error


def _write_sheet(rendition: Rendition, sheet: Worksheet) -> None:
    place = Place(document=rendition.name, sheet=sheet.title)
    cells = list(_cells(sheet))
    if not any(cell.text.strip() for cell in cells):
        return
    rendition.table(cells, place, caption=sheet.title)
    if sheet.sheet_state != "visible":
        rendition.finding("note", "hidden-sheet", f"工作表“{sheet.title}”是隐藏的，已照常读入", place)
    if any(row.hidden for row in sheet.row_dimensions.values()):
        rendition.finding("note", "hidden-rows", f"工作表“{sheet.title}”有隐藏的行，已照常读入", place)


def _cells(sheet: Worksheet) -> Iterator[GridCell]:
    """The cells of all rows that hold something, up to the last used column; covered ones are left out."""
    spans, covered = _merged(sheet)
    texts = _texts(sheet)
    rows = sorted({row for row, _ in texts})
    width = 1 + max((column for _, column in texts), default=-1)
    with_empty = len(rows) * width <= MAX_CELLS
    for row in rows:
        for column in range(width) if with_empty else sorted(c for r, c in texts if r == row):
            if (row, column) not in covered:
                height, breadth = spans.get((row, column), (1, 1))
                yield GridCell(row, column, texts.get((row, column), ""), height, breadth)


def _texts(sheet: Worksheet) -> dict[tuple[int, int], str]:
    texts = {}
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is not None:
                text = shown(cell.value, cell.number_format)
                if text.strip():
                    texts[(cell.row - 1, cell.column - 1)] = text
    return texts


def _merged(sheet: Worksheet) -> tuple[dict[tuple[int, int], tuple[int, int]], set[tuple[int, int]]]:
    """Spans of merged cells by their first cell, and all cells that they cover."""
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    covered: set[tuple[int, int]] = set()
    bottom, right = sheet.max_row, sheet.max_column
    for area in sheet.merged_cells.ranges:
        first_row, first_column = area.min_row - 1, area.min_col - 1
        last_row, last_column = min(area.max_row, bottom), min(area.max_col, right)
        spans[(first_row, first_column)] = (max(1, last_row - first_row), max(1, last_column - first_column))
        covered |= {(r, c) for r in range(first_row, last_row) for c in range(first_column, last_column)}
    return spans, covered - spans.keys()
