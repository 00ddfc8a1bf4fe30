"""Judges whether a phrase names a work or a facility, and where such a name stands."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.company_forms import without_area
from kg.extract.naming import (
    facility_head,
    is_counted,
    is_generic,
    is_named_facility,
    is_named_road,
    last_characters,
)
from kg.extract.passage import Passage
from kg.words import words

PHASE = re.compile("[一二三四]期")

COUNT_INSIDE = re.compile(
    r"工程[\u4e00-\u9fff]{0,3}\d|[二三四五六七八九]片区$|^[\d一二两三四五六七八九十百千万]+余?亩|\d(?:处|条|个|座|家)|^[一二两三四五六七八九十]+(?:个|条|处|座)|^两(?:所|大|家|宗)"
)

AROUND = re.compile(r"(?:及|和|与)(?:其)?(?:附属|配套|周边|辅助)[\u4e00-\u9fff]{2,4}$")

SECTION = re.compile(
    r"[（(](?:[\u4e00-\u9fff]{1,4}段|新[馆址区院]|新院区|新校区|[一二三四五六]期(?:工程|项目)?|第?[一二三四五\d]+标段|[东西南北]区|20\d\d年度?|[\u4e00-\u9fff]{1,3}部分)[）)]"
)


@cache
def sole_places() -> frozenset[str]:
    """Places of which there is one in a county: they need no name beside a work or a named neighbour."""
    return frozenset(words("sole_places"))


STRETCH = re.compile(
    r"(?<=[路铁速河程线道\d])(?!路)(?:[\u4e00-\u9fff]{1,3}(?:省|市|县|区)?|[\u4e00-\u9fff]{2,6}至[\u4e00-\u9fff]{2,6})段(?=$|[，。；、,;！（(\d]|等|已|正|建|开|通|完|全|主|项目|工程|路基|征)"
)
"""A stretch of a line behind its name: 高铁安徽段, 铁路松阳至丽水段."""

HIGHWAY = re.compile(r"(?:国道|省道|县道|乡道)?[GSXY]\d{2,4}线?|(?:国道|省道|县道)\d{2,4}线?|\d{2,4}(?:国道|省道|县道)")

HIGHWAY_END = re.compile(r"[线道\d]$")

RIVER = re.compile("(?![内外大小江运界])[\u4e00-\u9fff][河江湖]")

OWN_PHASE = re.compile(r"[一二三四]期[\u4e00-\u9fff]{4,}$")


def is_named(passage: Passage, start: int, end: int) -> bool:
    """A facility with a name of its own, or one that is an institution or park with a name.

    A bracket that says which section of it is meant does not count: `县档案馆（新馆）`.
    """
    text = passage.text[start:end]
    if text[-1:] in ("）", ")", "段"):
        section = SECTION.search(passage.text, start, end) or STRETCH.search(passage.text, start, end)
        text = passage.text[start : section.start()] if section and section.end() == end else text
        end = start + len(text)
    if HIGHWAY_END.search(text) and HIGHWAY.fullmatch(text):
        return True
    if text[1:2] == "期" and OWN_PHASE.match(text) and facility_head(text):
        return True
    if len(text) < 3:
        return False
    own = (is_named_facility(text) or is_named_road(text)) and not is_generic(text)
    named = own or _found_as_place(passage, start, end)
    return named and not _is_description(text)


def may_be_named(passage: Passage, end: int) -> bool:
    """Whether `is_named` may say yes to what ends there: what it begins with need not be known for that."""
    last = passage.text[end - 1 : end]
    if last in _last_characters() or last.isdecimal():
        return True
    return any(found.end == end for found in passage.found.near(end, end, "Park"))


@cache
def _last_characters() -> frozenset[str]:
    """What facilities, numbered roads, sections, bases and places that need no name may end in."""
    return last_characters() | {place[-1] for place in sole_places()} | frozenset("线）)段地")


def _is_description(text: str) -> bool:
    opened = "“" in text[1:] or '""' in text or text[0].isdecimal()
    return opened or "的" in text or "项目" in text or COUNT_INSIDE.search(text) is not None


def _found_as_place(passage: Passage, start: int, end: int) -> bool:
    """Whether it is a park, or a facility whose name begins with that of an institution or a park."""
    text = passage.text
    if text[end - 1] != "区" and passage.found.holds("Park", start, end):
        return True
    if end - start > 24 or facility_head(text[start:end]) is None:
        return False
    named = (*passage.found.near(start, end, "Institution"), *passage.found.near(start, end, "Park"))
    return any(found.start == start and found.end <= end for found in named)


def is_bare_name(name: str) -> bool:
    """Whether an item may be a place's name without the word for what it is (A水库、B、C水库除险加固)."""
    return bool(re.fullmatch(r"[\u4e00-\u9fff]{2,6}", name)) and not is_generic(name) and not is_counted(name)


def is_named_base(name: str) -> bool:
    """A 基地 with more to its name than an area and general words."""
    return (
        name.endswith("基地")
        and not name.endswith("大基地")
        and 5 <= len(name) <= 20
        and not is_generic(without_area(name))
    )


def opens_clause(passage: Passage, start: int) -> bool:
    """Whether nothing but leading words stands before it in its clause."""
    before = passage.clause_start(start) if start else 0
    return passage.strip_left(before, start) == start or passage.text[start - 1] in "）)—"


def is_agency(passage: Passage, end: int) -> bool:
    """Whether an agency's name ends there."""
    return any(found.end == end for found in passage.found.near(end, end, "Agency"))


def after_dash(text: str, items: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """A list whose first item begins behind a dash (配套道路——A路、B路)."""
    dash = text.rfind("—", *items[0]) + 1 if items else 0
    return ((dash, items[0][1]), *items[1:]) if 0 < dash < items[0][1] else items
