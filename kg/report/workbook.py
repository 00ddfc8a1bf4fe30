"""The report as a workbook: a sheet a subject, charts included, the same bytes for the same graph.

Texts of documents are always text, never formulas, whatever they begin with.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from kg.graph.network import Network
from kg.graph.oversight import Oversight, Tally
from kg.graph.text import width
from kg.graph.wording import CHINESE, Wording
from kg.report import content

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_DAY = datetime(2000, 1, 1)
_ZIP_DAY = (2000, 1, 1, 0, 0, 0)
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")
_WIDEST = 60
_CHARTED = 15
_SERIES = {1: ("4F86C6",), 3: ("2E7D4F", "D9A21B", "B3402A")}
"""Colours of a chart's series: one alone; completed, partly completed, not completed."""

_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")

SHEETS = {
    "late": ("未完成与问题", "Late or with problems"),
    "shared": ("共管项目", "Shared projects"),
    "ties": ("共同任务", "Shared tasks"),
    "targets": ("指标", "Indicators"),
    "contradictions": ("待核对", "To check"),
}
"""What sheets are called whose name is shorter than the heading on the page."""

Cell = str | int


def workbook(seen: Oversight, network: Network, words: Wording = CHINESE) -> bytes:
    """The whole workbook as bytes of an .xlsx file."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    _summary(book, words, seen)
    for key, tallies in (("agencies", seen.agencies), ("leaders", seen.leaders), ("towns", seen.towns)):
        _tally_sheet(book, words, key, tallies, columns=(4, 5, 6))
    _tally_sheet(book, words, "sectors", content.sectors(words, seen), columns=(9, 8, 10))
    tables = {
        "late": content.unfinished_cells(words, seen),
        "shared": content.shared_cells(words, seen),
        "network": content.member_cells(network),
        "ties": content.tie_cells(network),
        "targets": content.target_cells(words, seen),
        "contradictions": content.finding_cells(words, seen),
    }
    for key, rows in tables.items():
        _sheet(book, _sheet_name(words, key), content.headings(words, key), rows)
    return _bytes(book, words)


def _sheet_name(words: Wording, key: str) -> str:
    return words.say(*(SHEETS.get(key) or content.SUBJECTS[key]))


def _summary(book: Workbook, words: Wording, seen: Oversight) -> None:
    sheet = book.create_sheet(_sheet_name(words, "summary"))
    _write(sheet, 1, [content.title(words, seen)], bold=True)
    said, figures = content.reading(words, seen), content.key_figures(words, seen)
    for number, sentence in enumerate(said, start=2):
        _write(sheet, number, [sentence])
    start = len(said) + 3
    for number, figure in enumerate(figures, start=start):
        _write(sheet, number, list(figure))
    start += len(figures) + 1
    rows: list[list[Cell]] = [[words.stage(stage), count] for stage, count in seen.by_stage]
    _write(sheet, start, content.headings(words, "stages"), bold=True)
    for number, row in enumerate(rows, start=start + 1):
        _write(sheet, number, row)
    if rows:
        _chart(sheet, content.subject(words, "project_stage"), (2,), start, start + len(rows), place="D6")
    sheet.column_dimensions["A"].width = _WIDEST
    _printed_on_width(sheet)


def _printed_on_width(sheet: Worksheet) -> None:
    """On paper every sheet is as wide as the page, across."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"


def _tally_sheet(book: Workbook, words: Wording, key: str, tallies: Sequence[Tally], columns: Sequence[int]) -> None:
    name, rows = _sheet_name(words, key), content.tally_cells(tallies)
    sheet = _sheet(book, name, content.tally_headings(words), rows)
    if rows:
        _chart(sheet, name, columns, 1, min(len(rows), _CHARTED) + 1, place="L2")


def _sheet(book: Workbook, name: str, headings: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Worksheet:
    sheet = book.create_sheet(name)
    _write(sheet, 1, list(headings), bold=True)
    for number, row in enumerate(rows, start=2):
        _write(sheet, number, row)
    for column in range(1, len(headings) + 1):
        longest = max((len(str(row[column - 1])) for row in rows), default=0)
        wide = min(_WIDEST, max(width(headings[column - 1]), 2 * min(longest, 30)) + 2)
        sheet.column_dimensions[sheet.cell(1, column).column_letter].width = wide
    _printed_on_width(sheet)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    return sheet


def _write(sheet: Worksheet, number: int, values: Sequence[Cell], *, bold: bool = False) -> None:
    from openpyxl.styles import Alignment, Font

    for column, value in enumerate(values, start=1):
        cell = sheet.cell(number, column)
        if isinstance(value, int):
            cell.value = value
        else:
            cell.value = _FORBIDDEN.sub("", value)[:32767]
            cell.data_type = "s"
        cell.alignment = Alignment(vertical="top", wrap_text=len(str(value)) > 20)
        if bold:
            cell.font = Font(bold=True)


def _chart(sheet: Worksheet, title: str, columns: Sequence[int], first: int, last: int, place: str) -> None:
    from openpyxl.chart import BarChart, Reference

    chart = BarChart()
    chart.type, chart.grouping, chart.overlap = "bar", "stacked", 100
    chart.title, chart.height, chart.width = title, 0.6 * (last - first) + 5, 18
    chart.y_axis.delete = chart.x_axis.delete = False
    chart.x_axis.scaling.orientation = "maxMin"
    for column in columns:
        chart.add_data(Reference(sheet, min_col=column, min_row=first, max_row=last), titles_from_data=True)
    for series, colour in zip(chart.series, _SERIES[len(chart.series)], strict=True):
        series.graphicalProperties.solidFill = colour
    chart.set_categories(Reference(sheet, min_col=1, min_row=first + 1, max_row=last))
    sheet.add_chart(chart, place)


def _bytes(book: Workbook, words: Wording) -> bytes:
    """The workbook without the hour at which it was written."""
    book.properties.creator, book.properties.created = words.say("责任图谱", "Zerentu"), _DAY
    raw, fixed = BytesIO(), BytesIO()
    book.save(raw)
    with ZipFile(raw) as old, ZipFile(fixed, "w", ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            content = _MODIFIED.sub(rb"\g<1>2000-01-01T00:00:00Z\g<2>", old.read(name))
            entry = ZipInfo(name, _ZIP_DAY)
            entry.compress_type = ZIP_DEFLATED
            new.writestr(entry, content)
    return fixed.getvalue()
