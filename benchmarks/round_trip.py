"""Do tables survive every format? Writes rows as Word, Excel, HTML, PDF, CSV and Markdown and reads them back.

    python benchmarks/round_trip.py ROWS.jsonl [ROWS.jsonl ...] [--keep FOLDER]

Rows are JSON lines as `kg rows` prints them. Each document becomes one real table (merged section rows included) in
each format; PDF comes from LibreOffice out of the Word file and breaks rows over pages as it likes. Printed is the
share of cells that read back equal, white space ignored.
"""

from __future__ import annotations

import argparse
import csv
import html
import json
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from kg.model import Document, Table
from kg.readers import read
from kg.readers.office import convert, find_office

Grid = list[list[str]]
COLUMNS = {
    "number": "序号",
    "task": "年度任务目标",
    "targets": "阶段目标",
    "units": "责任单位",
    "leaders": "分管领导",
    "progress": "进展情况",
    "problems": "存在问题",
    "next_steps": "下步打算",
}


def grids(paths: list[Path]) -> dict[str, Grid]:
    """One grid a document: a header, then a row a record; columns that no record fills are left out."""
    documents: dict[str, list[dict[str, str]]] = {}
    for path in paths:
        for line in path.read_text("utf-8").splitlines():
            record = json.loads(line)
            name = Path(record.get("document") or record["doc"]).stem
            documents.setdefault(name, []).append(_cells(record))
    return {name: _grid(rows) for name, rows in sorted(documents.items()) if any(row["task"] for row in rows)}


def _cells(record: dict[str, object]) -> dict[str, str]:
    cells = {column: str(record.get(column) or "") for column in COLUMNS}
    units = record.get("units") or []
    cells["units"] = "\n".join(unit["name"] for unit in units)  # type: ignore[index, attr-defined]
    cells["leaders"] = "\n".join(record.get("leaders") or [])  # type: ignore[arg-type]
    return cells


def _grid(rows: list[dict[str, str]]) -> Grid:
    for number, row in enumerate(rows, start=1):
        row["number"] = str(number)
    used = [column for column in COLUMNS if any(row[column] for row in rows)]
    return [[COLUMNS[column] for column in used], *([row[column] for column in used] for row in rows)]


def write_docx(grid: Grid, path: Path) -> None:
    import docx
    from docx.enum.section import WD_ORIENT

    document = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    table = document.add_table(rows=0, cols=len(grid[0]), style="Table Grid")
    for row in grid:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.save(str(path))


def write_xlsx(grid: Grid, path: Path) -> None:
    import openpyxl

    workbook = openpyxl.Workbook()
    for row in grid:
        workbook.active.append([int(text) if text.isdigit() else text for text in row])
    workbook.save(path)


def write_html(grid: Grid, path: Path) -> None:
    rows = "".join("<tr>" + "".join(f"<td>{_html_lines(text)}</td>" for text in row) + "</tr>" for row in grid)
    page = f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>表</title></head><body><table>{rows}</table>'
    path.write_text(page + "</body></html>", "utf-8")


def _html_lines(text: str) -> str:
    return "".join(f"<p>{html.escape(line)}</p>" for line in text.split("\n"))


def write_csv(grid: Grid, path: Path) -> None:
    with path.open("w", encoding="gb18030", newline="") as file:
        csv.writer(file).writerows(grid)


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


def read_grid(document: Document) -> Grid:
    """All tables of the document as one grid; a row without number goes on with the one before (a page break)."""
    rows: Grid = []
    for row in (row for block in document.blocks if isinstance(block, Table) for row in table_rows(document, block)):
        if rows and not row[0] and len(row) == len(rows[-1]):
            rows[-1] = [before + after for before, after in zip(rows[-1], row, strict=True)]
        else:
            rows.append(row)
    return rows


def table_rows(document: Document, table: Table) -> Iterator[list[str]]:
    width = 1 + max(cell.column for cell in table.cells)
    rows: dict[int, list[str]] = {}
    for cell in table.cells:
        row = rows.setdefault(cell.row, [""] * width)
        row[cell.column] = bare(document.text[cell.start : cell.end])
    return (rows[number] for number in sorted(rows))


def bare(text: str) -> str:
    return "".join(text.split())


def equal_cells(expected: Grid, found: Grid) -> tuple[int, int]:
    """Cells that are equal in place, and all cells expected."""
    total = sum(map(len, expected))
    pairs = zip(expected, found, strict=False)
    return sum(bare(a) == b for left, right in pairs for a, b in zip(left, right, strict=False)), total


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", nargs="+", type=Path)
    parser.add_argument("--keep", type=Path, help="keep the files written here")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for suffix, write in WRITERS.items():
            equal = total = 0
            seconds = 0.0
            for name, grid in grids(options.rows).items():
                path = folder / f"{name}.{suffix}"
                write(grid, path)
                started = time.perf_counter()
                found = read_grid(read(path)[0])
                seconds += time.perf_counter() - started
                same, cells = equal_cells(grid, found)
                equal, total = equal + same, total + cells
                print(f"  {name}.{suffix}: {same}/{cells} cells, {len(found)}/{len(grid)} rows")
            print(f"{suffix}: {equal / total:.4f} of {total} cells equal, read in {seconds:.2f} s")


if __name__ == "__main__":
    main()
