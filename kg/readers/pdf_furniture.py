"""Page numbers and running headers of a PDF: lines at a page's edge that repeat or only count."""

from __future__ import annotations

import re
from collections import Counter

from kg.readers.pdf_page import PageLine, PageView

_PAGE_NUMBER = re.compile(r"[—–―\-－·\s]*(第\s*)?\d{1,4}(\s*页)?(\s*[,，/／]?\s*(共\s*)?\d{1,4}(\s*页)?)?[—–―\-－·\s]*")
_FIGURES = re.compile(r"\d+")
MARGIN = 0.12
"""Running lines stand in the uppermost or lowest eighth of a page."""
MIN_PAGES = 3
"""A line that repeats on fewer pages may be text."""


def furniture_lines(pages: list[PageView]) -> set[tuple[int, int]]:
    """Page number and index of the items that are furniture."""
    edge = [(page, index, item) for page in pages for index, item in _edge_lines(page)]
    repeated = Counter(_pattern(item.text) for _, _, item in edge)
    needed = max(MIN_PAGES, len(pages) // 3)
    return {
        (page.number, index)
        for page, index, item in edge
        if _PAGE_NUMBER.fullmatch(item.text) or repeated[_pattern(item.text)] >= needed
    }


def _edge_lines(page: PageView) -> list[tuple[int, PageLine]]:
    """The first and the last item of a page, where they are lines in the margin."""
    found = []
    for index in dict.fromkeys((0, len(page.items) - 1)):
        item = page.items[index] if page.items else None
        if isinstance(item, PageLine) and _in_margin(item, page.height):
            found.append((index, item))
    return found


def _in_margin(line: PageLine, height: float) -> bool:
    return line.bottom < MARGIN * height or line.top > (1 - MARGIN) * height


def _pattern(text: str) -> str:
    return _FIGURES.sub("0", "".join(text.split()))
