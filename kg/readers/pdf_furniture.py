"""Page numbers and running headers of a PDF: lines at a page's edge that repeat or only count."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from kg.readers.pdf_page import PageLine, PageView

_PAGE_NUMBER = re.compile(r"[—–―\-－·\s]*(第\s*)?\d{1,4}(\s*页)?(\s*[,，/／]?\s*(共\s*)?\d{1,4}(\s*页)?)?[—–―\-－·\s]*")
_FIGURES = re.compile(r"\d+")
MARGIN = 0.12
"""Running lines stand in the uppermost or lowest eighth of a page."""
MIN_PAGES = 3
"""A line that repeats on fewer pages may be text."""


def mark_furniture(pages: list[PageView]) -> list[PageView]:
    """The same pages with their running lines and page numbers marked."""
    edges = [_edge_lines(page) for page in pages]
    repeated = Counter(_pattern(line.text) for lines in edges for line in lines)
    needed = max(MIN_PAGES, len(pages) // 3)

    def is_running(line: PageLine) -> bool:
        return bool(_PAGE_NUMBER.fullmatch(line.text)) or repeated[_pattern(line.text)] >= needed

    return [
        replace(
            page,
            items=tuple(
                _marked(item) if isinstance(item, PageLine) and item in edge and is_running(item) else item
                for item in page.items
            ),
        )
        for page, edge in zip(pages, edges, strict=True)
    ]


def _edge_lines(page: PageView) -> list[PageLine]:
    """The first and the last item of a page, where they are lines in the margin."""
    items = [page.items[0], page.items[-1]] if len(page.items) > 1 else list(page.items)
    return [item for item in items if isinstance(item, PageLine) and _in_margin(item, page.height)]


def _marked(line: PageLine) -> PageLine:
    return replace(line, furniture=True)


def _in_margin(line: PageLine, height: float) -> bool:
    return line.bottom < MARGIN * height or line.top > (1 - MARGIN) * height


def _pattern(text: str) -> str:
    return _FIGURES.sub("0", "".join(text.split()))
