"""Walks a parsed page and writes what a visitor sees, in order.

The walk keeps its own stack: pages of hostile depth must not exhaust Python's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from kg.model import Place
from kg.readers.base import refusal
from kg.readers.grid import SpannedCell, placed_cells
from kg.readers.html_parts import Measure, ends_line, is_furniture, is_layout_table, is_unseen, is_walkable
from kg.readers.rendition import Rendition
from kg.words import words

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_TABLE_DEPTH = 25
"""Pages laid out by tables nest about ten; each level is looked through once more than the one above it."""

_SPACE = re.compile(r"[ \t\r\n\f]+")
_SEPARATORS = r"[\s【】\[\]（）()|｜/、:：>＞·-]*"


@dataclass
class _Table:
    """A table while its cells are being read; `inner` are the tables that stand in its cells, in order."""

    rows: list[list[SpannedCell]] = field(default_factory=list)
    cell: list[str] | None = None
    inner: list[_Table] = field(default_factory=list)


class HtmlFlow:
    """Writes the elements of one page into a rendition."""

    def __init__(self, rendition: Rendition) -> None:
        self._rendition = rendition
        self._inline: list[str] = []
        self._heading = 0
        self._furniture = 0
        self._preformatted = 0
        self._lines = 0
        self._tables = 0
        self._open_tables: list[_Table | None] = []  # None is one that only lays the page out
        self._furniture_marks: list[bool] = []
        self._list_numbers: list[int | None] = []

    def write(self, root: _Element) -> None:
        """Write the page."""
        from lxml import etree

        measure = Measure(root)
        skipped: _Element | None = None
        for event, element in etree.iterwalk(root, events=("start", "end")):
            if skipped is not None:
                if event == "end" and element is skipped:
                    skipped = None
                    self._text(element.tail)
            elif event == "start" and (not is_walkable(element) or is_unseen(element)):
                skipped = element
            elif event == "start":
                self._start(element, measure)
            else:
                self._end(element)
                self._text(element.tail)
        self._end_line()

    def _start(self, element: _Element, measure: Measure) -> None:
        tag = str(element.tag)
        if ends_line(tag):
            self._end_line()
        self._furniture_marks.append(self._data_table() is None and is_furniture(element, measure))
        self._furniture += self._furniture_marks[-1]
        self._heading += tag in _HEADINGS
        self._preformatted += tag == "pre"
        self._start_list(element, tag)
        self._start_table_part(element, tag, measure)
        self._text(element.text)

    def _end(self, element: _Element) -> None:
        tag = str(element.tag)
        if ends_line(tag):
            self._end_line()
        self._end_table_part(element, tag)
        if tag in {"ol", "ul"} and self._list_numbers:
            self._list_numbers.pop()
        self._heading -= tag in _HEADINGS
        self._preformatted -= tag == "pre"
        self._furniture -= self._furniture_marks.pop()

    # -- lines ------------------------------------------------------------------------------------

    def _text(self, text: str | None) -> None:
        if not text:
            return
        if self._preformatted:
            *lines, last = text.replace("\r\n", "\n").split("\n")
            for line in lines:
                self._inline.append(line)
                self._end_line()
            self._inline.append(last)
        else:
            self._inline.append(_SPACE.sub(" ", text))

    def _end_line(self) -> None:
        line = "".join(self._inline)
        self._inline.clear()
        line = line.rstrip() if self._preformatted else _SPACE.sub(" ", line).strip(" ")
        if not line.strip():
            return
        table = self._data_table()
        if table is not None and table.cell is not None:
            table.cell.append(line)
            return
        self._lines += 1
        place = Place(document=self._rendition.name, line=self._lines)
        if self._furniture or is_page_bar(line):
            self._rendition.furniture(line, place)
        else:
            self._rendition.line(line, place, heading=self._heading > 0)

    # -- lists ------------------------------------------------------------------------------------

    def _start_list(self, element: _Element, tag: str) -> None:
        if tag in {"ol", "ul"}:
            self._list_numbers.append(_number(element.get("start"), 1) if tag == "ol" else None)
        elif tag == "li" and self._list_numbers and self._list_numbers[-1] is not None:
            number = _number(element.get("value"), self._list_numbers[-1])
            self._list_numbers[-1] = number + 1
            self._inline.append(f"{number}. ")

    # -- tables -----------------------------------------------------------------------------------

    def _data_table(self) -> _Table | None:
        """The innermost open table of data."""
        return next((table for table in reversed(self._open_tables) if table is not None), None)

    def _start_table_part(self, element: _Element, tag: str, measure: Measure) -> None:
        if tag == "table":
            self._start_table(element, measure)
        elif self._open_tables and (table := self._open_tables[-1]) is not None and table.cell is None:
            if tag == "tr":
                table.rows.append([])
            elif tag in {"td", "th"}:
                table.rows = table.rows or [[]]
                table.cell = []

    def _start_table(self, element: _Element, measure: Measure) -> None:
        if len(self._open_tables) >= MAX_TABLE_DEPTH:
            fact = f"表格嵌套超过 {MAX_TABLE_DEPTH} 层", f"tables are nested more than {MAX_TABLE_DEPTH} deep"
            again = "请用浏览器打开后另存为文本再试", "save it from a browser as text"
            raise refusal(self._rendition.name, fact, again)
        if self._furniture or is_layout_table(element, measure):
            self._open_tables.append(None)
            return
        table = _Table()
        outermost = next((outer for outer in self._open_tables if outer is not None), None)
        if outermost is not None:
            outermost.inner.append(table)
        self._open_tables.append(table)

    def _end_table_part(self, element: _Element, tag: str) -> None:
        table = self._open_tables[-1] if self._open_tables else None
        if tag == "table":
            self._open_tables.pop()
            if table is not None and self._data_table() is None:
                self._write_tables(table)
        elif tag in {"td", "th"} and table is not None and table.cell is not None:
            spans = _number(element.get("rowspan"), 1), _number(element.get("colspan"), 1)
            table.rows[-1].append(SpannedCell("\n".join(table.cell), *spans))
            table.cell = None

    def _write_tables(self, outer: _Table) -> None:
        for table in (outer, *outer.inner):
            cells = placed_cells(table.rows, self._rendition.name)
            if any(cell.text.strip() for cell in cells):
                self._tables += 1
                place = Place(document=self._rendition.name, table=self._tables)
                self._rendition.table(cells, place)


_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def is_page_bar(line: str) -> bool:
    """Whether a line is made only of what a site prints around its articles (打印, 关闭, 当前位置 ...).

    >>> is_page_bar("【打印】 【关闭窗口】"), is_page_bar("当前位置：首页 > 政务公开"), is_page_bar("小微企业贷款")
    (True, True, False)
    """
    return len(line) <= 160 and bool(_page_bar().fullmatch("".join(line.split())))


@cache
def _page_bar() -> re.Pattern[str]:
    patterns = "|".join(words("page_bars", "pattern"))
    return re.compile(f"{_SEPARATORS}(?:(?:{patterns}){_SEPARATORS}){{1,20}}")


def _number(text: str | None, otherwise: int) -> int:
    stripped = (text or "").strip()
    return int(stripped) if stripped.isascii() and stripped.isdigit() and len(stripped) < 6 else otherwise
