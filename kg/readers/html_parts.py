"""What an element of a page is: seen or not, furniture, a table of data or one that only lays the page out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.words import words

if TYPE_CHECKING:
    from lxml.etree import _Element

_UNSEEN = frozenset(
    {"script", "style", "noscript", "template", "select", "textarea", "svg", "object", "iframe", "button"}
)
_INLINE = frozenset(
    {
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i", "img"),
        *("input", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup"),
        *("time", "tt", "u", "var", "wbr", "o:p", "st1:chsdate", "st1:chmetcnv"),
    }
)
_FURNITURE_TAGS = frozenset({"nav", "footer", "aside", "title", "menu", "form"})
_FURNITURE_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_DATA_CELLS = 12
"""An element with so many cells is never furniture, whatever its class says."""
_LAYOUT_SHARE = 0.8
"""A table of which one cell holds this share of the text, and headings or tables in it, only lays the page out."""


class Measure:
    """How much text each element holds, counted in one pass."""

    def __init__(self, root: _Element) -> None:
        from lxml import etree

        self._held: dict[_Element, int] = {}
        self.total = 0
        started: list[int] = []
        for event, element in etree.iterwalk(root, events=("start", "end")):
            if event == "start":
                started.append(self.total)
                self.total += 0 if _without_text(element) else _length(element.text)
            else:
                length = self.total - started.pop()
                if element.tag in _CELLS or (is_walkable(element) and _claims_furniture(element)):
                    self._held[element] = length
                self.total += _length(element.tail)

    def text(self, element: _Element) -> int:
        """Characters of text within the element, white space not counted."""
        return self._held[element]


_CELLS = frozenset({"table", "td", "th"})


def is_walkable(element: _Element) -> bool:
    """Whether the node is an element at all, not a processing instruction or an entity."""
    return isinstance(element.tag, str)


def is_unseen(element: _Element) -> bool:
    """Whether a visitor never sees the element's text as part of the page."""
    return element.tag in _UNSEEN


def ends_line(tag: str) -> bool:
    """Whether the element begins and ends a line of its own (`br` too)."""
    return tag not in _INLINE


def is_furniture(element: _Element, measure: Measure) -> bool:
    """Whether the element is a menu, bar, foot or hidden; never one with the main title, most text or a data table."""
    if not _claims_furniture(element):
        return False
    if element.tag == "title":
        return True
    small = measure.text(element) * 2 < measure.total and next(element.iter("h1"), None) is None
    return small and sum(1 for _ in zip(element.iter("td", "th"), range(_DATA_CELLS), strict=False)) < _DATA_CELLS


def is_layout_table(table: _Element, measure: Measure) -> bool:
    """Whether a table only lays the page out: one filled cell, or one that holds nearly all and whole sections."""
    if table.get("role") == "presentation":
        return True
    cells = [cell for cell in table.iter("td", "th") if _table_of(cell) is table]
    filled = [cell for cell in cells if measure.text(cell)]
    if len(filled) <= 1:
        return True
    largest = max(filled, key=measure.text)
    holds_most = measure.text(largest) >= _LAYOUT_SHARE * measure.text(table)
    return holds_most and next(largest.iter("table", "h1", "h2", "h3"), None) is not None


def _claims_furniture(element: _Element) -> bool:
    tag = element.tag
    if tag in _FURNITURE_TAGS or element.get("role") in _FURNITURE_ROLES or element.get("hidden") is not None:
        return True
    if tag == "header":
        return not any(parent.tag in {"article", "main"} for parent in element.iterancestors())
    named = {word.lower() for name in ("class", "id") for word in element.get(name, "").split()}
    return not named.isdisjoint(words("page_classes")) or bool(_HIDDEN.search(element.get("style", "")))


def _table_of(cell: _Element) -> _Element | None:
    return next(cell.iterancestors("table"), None)


def _length(text: str | None) -> int:
    return sum(map(len, text.split())) if text else 0


def _without_text(element: _Element) -> bool:
    return not isinstance(element.tag, str) or element.tag in _UNSEEN
