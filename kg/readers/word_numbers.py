"""What Word prints before a paragraph by itself: the numbers of automatic lists; and which styles are headings."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from kg.readers.numerals import numeral
from kg.readers.word_text import W

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from lxml.etree import _Element

_HEADING_STYLE = re.compile(r"(heading|标题)\s*\d|title|标题|副标题|subtitle", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"%([1-9])")
_LEVELS = 9


class Level(NamedTuple):
    """One level of a list: how its number is written and what it begins with."""

    style: str
    text: str
    start: int
    separated: bool


@dataclass
class ListNumbers:
    """Counts through all numbered paragraphs in document order."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    """Levels by list (`w:numId`)."""
    families: dict[str, str] = field(default_factory=dict)
    """Lists of one family (`w:abstractNumId`) count on."""
    styles: dict[str, tuple[str | None, int]] = field(default_factory=dict)
    """List and level that a paragraph style brings along."""
    headings: set[str] = field(default_factory=set)
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _started: set[tuple[str, int]] = field(default_factory=set)
    _overrides: dict[str, dict[int, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, word: WordDocument) -> ListNumbers:
        """Collect lists and styles of a document."""
        numbers = cls()
        for relation in word.part.rels.values():
            if relation.reltype.endswith("/numbering") and not relation.is_external:
                numbers._read_lists(relation.target_part.element)
        numbers._read_styles(word.styles.element)
        return numbers

    def is_heading(self, paragraph: _Element) -> bool:
        """Whether the paragraph's style or outline level marks a heading."""
        outline = paragraph.find(f"{W}pPr/{W}outlineLvl")
        if outline is not None and outline.get(f"{W}val") in set("012345678"):
            return True
        return _style_of(paragraph) in self.headings

    def label(self, paragraph: _Element, has_text: bool) -> str:
        """The number that Word prints before the paragraph, empty where it prints none; bullets are none."""
        list_id, depth = self._list_of(paragraph)
        level = self.levels.get(list_id or "", {}).get(depth)
        if list_id is None or level is None:
            return ""
        counts = self._count(list_id, depth, level)
        if level.style in {"bullet", "none"}:
            return ""
        label = _PLACEHOLDER.sub(lambda match: self._number(list_id, counts, int(match.group(1)) - 1), level.text)
        return f"{label} " if level.separated and has_text else label

    def _count(self, list_id: str, depth: int, level: Level) -> list[int | None]:
        counts = self._counts.setdefault(self.families.get(list_id, list_id), [None] * _LEVELS)
        override = self._overrides.get(list_id, {}).get(depth)
        if override is not None and (list_id, depth) not in self._started:
            counts[depth] = override
        else:
            before = counts[depth]
            counts[depth] = level.start if before is None else before + 1
        self._started.add((list_id, depth))
        counts[depth + 1 :] = [None] * (_LEVELS - depth - 1)
        return counts

    def _number(self, list_id: str, counts: list[int | None], depth: int) -> str:
        level = self.levels[list_id].get(depth)
        value = counts[depth]
        if level is None:
            return ""
        return numeral(level.start if value is None else value, level.style)

    def _list_of(self, paragraph: _Element) -> tuple[str | None, int]:
        style_list, style_level = self.styles.get(_style_of(paragraph), (None, 0))
        properties = paragraph.find(f"{W}pPr/{W}numPr")
        if properties is None:
            return style_list, style_level
        list_id = _value(properties.find(f"{W}numId"))
        level = _value(properties.find(f"{W}ilvl"))
        depth = int(level) if level is not None and level in "012345678" else style_level
        return (None if list_id == "0" else list_id or style_list), depth

    def _read_lists(self, root: _Element) -> None:
        families = {element.get(f"{W}abstractNumId"): element for element in root.iter(f"{W}abstractNum")}
        for number in root.iter(f"{W}num"):
            list_id, family = number.get(f"{W}numId"), _value(number.find(f"{W}abstractNumId"))
            if list_id is None or family not in families:
                continue
            self.families[list_id] = str(family)
            self.levels[list_id] = _levels(families[family])
            for override in number.iter(f"{W}lvlOverride"):
                self._read_override(list_id, override)

    def _read_override(self, list_id: str, override: _Element) -> None:
        depth, start = override.get(f"{W}ilvl"), _value(override.find(f"{W}startOverride"))
        if depth in set("012345678"):
            if start is not None and _is_number(start):
                self._overrides.setdefault(list_id, {})[int(depth)] = int(start)
            if override.find(f"{W}lvl") is not None:
                self.levels[list_id].update(_levels(override))

    def _read_styles(self, root: _Element) -> None:
        for style in root.iter(f"{W}style"):
            name, style_id = _value(style.find(f"{W}name")) or "", style.get(f"{W}styleId", "")
            outline = style.find(f"{W}pPr/{W}outlineLvl")
            if _HEADING_STYLE.fullmatch(name.strip()) or outline is not None:
                self.headings.add(style_id)
            properties = style.find(f"{W}pPr/{W}numPr")
            if properties is not None:
                level = _value(properties.find(f"{W}ilvl"))
                depth = int(level) if level is not None and level in "012345678" else 0
                self.styles[style_id] = (_value(properties.find(f"{W}numId")), depth)


def _levels(family: _Element) -> dict[int, Level]:
    levels = {}
    for element in family.iter(f"{W}lvl"):
        depth, start = element.get(f"{W}ilvl", ""), _value(element.find(f"{W}start")) or "1"
        if depth in set("012345678"):
            levels[int(depth)] = Level(
                style=_value(element.find(f"{W}numFmt")) or "decimal",
                text=_value(element.find(f"{W}lvlText")) or "",
                start=int(start) if _is_number(start) else 1,
                separated=_value(element.find(f"{W}suff")) != "nothing",
            )
    return levels


def _style_of(paragraph: _Element) -> str:
    return _value(paragraph.find(f"{W}pPr/{W}pStyle")) or ""


def _value(element: _Element | None) -> str | None:
    return None if element is None else element.get(f"{W}val")


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 7
