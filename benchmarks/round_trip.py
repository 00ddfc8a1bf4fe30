"""Do rows survive every format? Writes documents' tables as Word, Excel, HTML, PDF, CSV and Markdown, reads them back.

    python benchmarks/round_trip.py PATH... [--keep FOLDER] [--errors 5]

Each document is read to rows; its rows become one real table (headings as merged rows) in each format, that file is
read to rows again, and both are compared field by field: number, section, task, targets, units with roles, leaders,
status, progress, problems, next steps. PDF comes from LibreOffice out of the Word file and breaks rows over pages.
Printed is the share of equal fields a format; documents without a table (prose) are left out.
"""

from __future__ import annotations

import argparse
import csv
import html
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from kg.model import Reading, TaskRow
from kg.readers import find_documents, read
from kg.readers.libreoffice import convert, find_office
from kg.tables import read_rows

Grid = list[list[str]]
"""Rows of cells; a row of one cell is a heading over all columns."""

HEADERS = {
    "number": "序号",
    "task": "年度任务目标",
    "targets": "阶段目标任务",
    "units": "责任单位",
    "leaders": "分管区领导",
    "deadline": "完成时限",
    "progress": "进展情况",
    "problems": "存在问题",
    "next_steps": "下步打算",
}
TEXTS = ("task", "targets", "progress", "problems", "next_steps", "deadline")


def to_grid(reading: Reading) -> Grid:
    """The rows as one table under one header; columns that no row fills are left out."""
    rows = [(row.section, _cells(row)) for row in reading.rows]
    used = [column for column in HEADERS if any(cells[column] for _, cells in rows)]
    grid: Grid = [[HEADERS[column] for column in used]]
    section = None
    for row_section, cells in rows:
        if row_section and row_section != section:
            grid.append([row_section])
            section = row_section
        grid.append([cells[column] for column in used])
    return grid


def _cells(row: TaskRow) -> dict[str, str]:
    marked = any(unit.role == "lead" for unit in row.units) and len(row.units) > 1
    units = [unit.name + ("（牵头）" if marked and unit.role == "lead" else "") for unit in row.units]
    texts = {part: row.text(part) for part in TEXTS}
    leaders = "\n".join(leader.name for leader in row.leaders)
    return {"number": row.number or "", "units": "\n".join(units), "leaders": leaders, **texts}


def fields(row: TaskRow) -> dict[str, object]:
    """What is compared of a row."""
    units = [(unit.name, unit.role) for unit in row.units]
    named = {"number": row.number, "section": row.section, "status": row.status, "units": units}
    return {**named, "leaders": [leader.name for leader in row.leaders], **{part: row.text(part) for part in TEXTS}}


def write_docx(grid: Grid, path: Path) -> None:
    import docx
    from docx.enum.section import WD_ORIENT

    document = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    table = document.add_table(rows=0, cols=len(grid[0]), style="Table Grid")
    for row in grid:
        cells = table.add_row().cells
        if len(row) == 1:
            cells[0].merge(cells[-1])
        for cell, text in zip(cells, row, strict=False):
            cell.text = text
    document.save(str(path))


def write_xlsx(grid: Grid, path: Path) -> None:
    import openpyxl

    workbook = openpyxl.Workbook()
    sheet = workbook.active
    for number, row in enumerate(grid, start=1):
        sheet.append([int(text) if text.isdigit() else text for text in row])
        if len(row) == 1:
            sheet.merge_cells(start_row=number, end_row=number, start_column=1, end_column=len(grid[0]))
    workbook.save(path)


def write_html(grid: Grid, path: Path) -> None:
    rows = "".join(f"<tr>{_html_row(row, len(grid[0]))}</tr>" for row in grid)
    page = f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>表</title></head><body><table>{rows}</table>'
    path.write_text(page + "</body></html>", "utf-8")


def _html_row(row: list[str], width: int) -> str:
    span = f" colspan={width}" if len(row) == 1 else ""
    paragraphs = ("".join(f"<p>{html.escape(line)}</p>" for line in text.split("\n")) for text in row)
    return "".join(f"<td{span}>{text}</td>" for text in paragraphs)


def write_csv(grid: Grid, path: Path) -> None:
    with path.open("w", encoding="gb18030", newline="") as file:
        csv.writer(file).writerows([*row, *[""] * (len(grid[0]) - len(row))] for row in grid)


def write_md(grid: Grid, path: Path) -> None:
    lines = ["| " + " | ".join(text.replace("|", "\\|").replace("\n", "<br>") for text in row) + " |" for row in grid]
    lines.insert(1, "|" + " --- |" * len(grid[0]))
    path.write_text("\n".join(lines), "utf-8")


def write_pdf(grid: Grid, path: Path) -> None:
    program = find_office()
    assert program, "PDF needs LibreOffice"
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        source = Path(folder) / (path.stem + ".docx")
        write_docx(grid, source)
        made = convert(source, "pdf", program)
        assert made, "LibreOffice gave no PDF"
        path.write_bytes(made.read_bytes())


WRITERS: dict[str, Callable[[Grid, Path], None]] = {
    "docx": write_docx,
    "xlsx": write_xlsx,
    "html": write_html,
    "csv": write_csv,
    "md": write_md,
    "pdf": write_pdf,
}


def differences(expected: Reading, found: Reading) -> tuple[int, list[str]]:
    """How many fields are compared, and which differ; a missing row differs in all its fields."""
    total, wrong = 0, []
    for index, row in enumerate(expected.rows):
        other = fields(found.rows[index]) if index < len(found.rows) else {}
        for field, value in fields(row).items():
            total += bool(value) or bool(other.get(field))
            if value != other.get(field):
                wrong.append(f"row {index + 1} {field}: {value!r} became {other.get(field)!r}")
    return total, wrong


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--keep", type=Path, help="keep the files written here")
    parser.add_argument("--errors", type=int, default=0, help="show so many differences a file")
    options = parser.parse_args()
    readings = [read_rows(document) for path in find_documents(options.paths) for document in read(path)]
    readings = [reading for reading in readings if any(row.kind != "sentence" for row in reading.rows)]
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for suffix in WRITERS:
            measure(readings, suffix, folder, options.errors)


def measure(readings: list[Reading], suffix: str, folder: Path, errors: int) -> None:
    total = wrong = 0
    seconds = 0.0
    for reading in readings:
        path = folder / f"{Path(reading.document).stem}.{suffix}"
        WRITERS[suffix](to_grid(reading), path)
        started = time.perf_counter()
        document = read(path)[0]
        seconds += time.perf_counter() - started
        found = read_rows(document)
        compared, different = differences(reading, found)
        total, wrong = total + compared, wrong + len(different)
        print(f"  {path.name}: {len(found.rows)}/{len(reading.rows)} rows, {len(different)}/{compared} fields differ")
        print("".join(f"    {line[:300]}\n" for line in different[:errors]), end="")
    print(f"{suffix}: {1 - wrong / max(1, total):.4f} of {total} fields equal, files read in {seconds:.2f} s")


if __name__ == "__main__":
    main()
