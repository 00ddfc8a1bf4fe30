"""Excel workbooks (.xlsx): every sheet a table, its values as people see them."""

from __future__ import annotations

import re
import zipfile
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from kg.model import Document, Place
from kg.readers.base import CHECK_WHOLE, KEEP_THE_TASKS, MEBIBYTE, damaged, refusal
from kg.readers.libreoffice import converted, find_office
from kg.readers.number_format import shown
from kg.readers.package import member_names, open_package, read_member, refuse_entities
from kg.readers.rendition import MAX_CELLS, GridCell, Rendition, cell_name

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

Slot = tuple[int, int]

_WHAT = ("Excel 工作簿", "an Excel workbook")
MAX_SHEET_XML = 32 * MEBIBYTE
"""All sheets together; openpyxl needs some thirty times as much memory and 5 s for 10 MiB."""
MAX_STATED_CELLS = 2 * MAX_CELLS
"""Cells with a value or only a style: openpyxl loads some 20,000 a second."""
MAX_RANGES = 10_000_000
"""Cells in all merged and linked ranges together: openpyxl visits each of them, 5 million a second."""
_RANGE = re.compile(rb'<(?:mergeCell|hyperlink)\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
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
            uncomputed = _check_sheets(package, source_name)
        rendition = Rendition(source_name, "xlsx")
        workbook = _opened(content)
        if workbook is None:
            workbook, uncomputed = _repaired(content, rendition), 0
        for sheet in workbook.worksheets:
            _write_sheet(rendition, sheet)
        if uncomputed:
            message = f"有 {uncomputed} 个公式没有保存计算结果，这些单元格读作空白"
            rendition.finding("warning", "uncomputed-formula", message, Place(document=source_name))
        document = rendition.document(content)
        if not document.blocks:
            raise refusal(source_name, ("工作簿里没有内容", "there is nothing in the workbook"), CHECK_WHOLE)
        return document


def _check_sheets(package: zipfile.ZipFile, name: str) -> int:
    """Count formulas without a stored value, and refuse sheets that openpyxl could not load in bounded time."""
    sheets = [m for m in package.infolist() if m.filename.startswith("xl/worksheets/") and m.filename.endswith(".xml")]
    if sum(sheet.file_size for sheet in sheets) > MAX_SHEET_XML:
        limit = MAX_SHEET_XML // MEBIBYTE
        keep = "请只保留任务表所在的工作表再试", "keep only the sheet with the table of tasks"
        raise refusal(name, (f"工作表过大（上限 {limit} MiB）", f"sheets are larger than {limit} MiB"), keep)
    parts = [read_member(package, sheet.filename, name, _WHAT) for sheet in sheets]
    if sum(part.count(b"<c ") for part in parts) > MAX_STATED_CELLS:
        fact = f"工作表的单元格超过 {MAX_STATED_CELLS} 个", f"more than {MAX_STATED_CELLS} cells in its sheets"
        raise refusal(name, fact, KEEP_THE_TASKS)
    if sum(_range_size(*match) for part in parts for match in _RANGE.findall(part)) > MAX_RANGES:
        fact = "合并单元格或链接的范围过大", "merged cells or links take too large a range"
        raise refusal(name, fact, ("请取消整列、整表的合并后再试", "undo what merges whole columns or sheets"))
    return sum(len(_UNCOMPUTED.findall(part)) for part in parts)


def _range_size(left: bytes, top: bytes, right: bytes, bottom: bytes) -> int:
    from openpyxl.utils import column_index_from_string

    columns: int = column_index_from_string(right.decode()) - column_index_from_string(left.decode()) + 1
    return max(0, columns) * max(0, int(bottom) - int(top) + 1)


def _opened(content: bytes) -> Workbook | None:
    """The workbook, None where openpyxl cannot load it."""
    import warnings

    import openpyxl

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of styles and extensions that it does not keep
            return openpyxl.load_workbook(BytesIO(content), data_only=True)
    except Exception:  # openpyxl raises KeyError, ValueError, TypeError and XML errors
        return None


def _repaired(content: bytes, rendition: Rendition) -> Workbook:
    """Other programs write styles that openpyxl refuses and LibreOffice puts right, where it is installed."""
    if find_office() is None:
        raise damaged(rendition.name, _WHAT)
    workbook = _opened(converted(content, ".xlsx", "xlsx", rendition.name))
    if workbook is None:
        raise damaged(rendition.name, _WHAT)
    message = "工作簿的样式不规范，已先用 LibreOffice 转换再读入"
    rendition.finding("note", "repaired-workbook", message, Place(document=rendition.name))
    return workbook


def _write_sheet(rendition: Rendition, sheet: Worksheet) -> None:
    place = Place(document=rendition.name, sheet=sheet.title)
    cells = list(_cells(sheet, rendition.name))
    if not any(cell.text.strip() for cell in cells):
        return
    rendition.table(cells, place, caption=sheet.title)
    if sheet.sheet_state != "visible":
        rendition.finding("note", "hidden-sheet", f"工作表“{sheet.title}”是隐藏的，已照常读入", place)
    if any(row.hidden for row in sheet.row_dimensions.values()):
        rendition.finding("note", "hidden-rows", f"工作表“{sheet.title}”有隐藏的行，已照常读入", place)


def _cells(sheet: Worksheet, name: str) -> Iterator[GridCell]:
    """The grid of the rows and columns that hold something, empty cells included, covered ones left out."""
    texts = _texts(sheet)
    rows = sorted({row for row, _ in texts})
    columns = sorted({column for _, column in texts})
    if len(rows) * len(columns) > MAX_CELLS:
        fact = (
            f"工作表“{sheet.title}”的单元格超过 {MAX_CELLS} 个",
            f"more than {MAX_CELLS} cells in the sheet “{sheet.title}”",
        )
        raise refusal(name, fact, KEEP_THE_TASKS)
    spans, covered = _merged(sheet, rows, columns)
    for row, sheet_row in enumerate(rows):
        for column, sheet_column in enumerate(columns):
            if (row, column) not in covered:
                text = texts.get((sheet_row, sheet_column), "")
                label = cell_name(sheet_row - 1, sheet_column - 1)
                yield GridCell(row, column, text, *spans.get((row, column), (1, 1)), label)


def _texts(sheet: Worksheet) -> dict[Slot, str]:
    """What the filled cells show, by row and column as the sheet counts them (from 1).

    openpyxl's public iteration walks every place of the used rectangle, 17 thousand million of them in a sheet with
    one stray cell in its last corner.
    """
    texts = {}
    for slot, cell in sheet._cells.items():
        if cell.value is not None and (text := shown(cell.value, cell.number_format)).strip():
            texts[slot] = text
    return texts


def _merged(sheet: Worksheet, rows: list[int], columns: list[int]) -> tuple[dict[Slot, Slot], set[Slot]]:
    """Spans of merged cells by the first slot of the grid, and all other slots that they cover."""
    spans: dict[Slot, Slot] = {}
    covered: set[Slot] = set()
    for area in sheet.merged_cells.ranges:
        top, bottom = bisect_left(rows, area.min_row), bisect_right(rows, area.max_row)
        left, right = bisect_left(columns, area.min_col), bisect_right(columns, area.max_col)
        if bottom > top and right > left:
            spans[(top, left)] = (bottom - top, right - left)
            covered |= {(row, column) for row in range(top, bottom) for column in range(left, right)}
    return spans, covered - spans.keys()
