"""Finds names inside names: the company that a project's or park's name begins with."""

from __future__ import annotations

import re

from kg.areas import gazetteer
from kg.extract.company_heads import BODY_END, company_at_head, company_in_county
from kg.extract.company_words import KNOWN_COMPANIES
from kg.extract.findings import Found
from kg.extract.passage import Passage

PARK_END = re.compile(r"园(?:区)?(?:[一二三]期)?(?:项目)?$")


def find_nested(passage: Passage) -> None:
    """Add companies that project and park names begin with."""
    for outer in [found for found in passage.found if found.type in ("Project", "Park")]:
        if not _behind_county(passage, outer):
            start = _behind_area(passage, outer)
            _add(passage, start, _company(passage, outer, start), "companies/in-name", 0.75)


def _behind_county(passage: Passage, outer: Found) -> bool:
    """Add the company behind the short form of the county where it is (广原睿霖型材), and say whether there is one."""
    start = outer.start + _county(passage.text[outer.start : outer.end - 3])
    company = company_in_county(passage.text[start : outer.end]) if start > outer.start else None
    if company is None or _company(passage, outer, outer.start) in passage.lexicon.companies:
        return False
    _add(passage, start, company, "companies/behind-county", 0.85)
    return True


def _county(name: str) -> int:
    """How many characters the short form of a county has that a name begins with; a city's belongs to the firm."""
    for start, end, areas in gazetteer().scan(name[:6]):
        if start == 0 and all(area.kind == "District" and area.short == name[:end] for area in areas):
            return end
    return 0


def _add(passage: Passage, start: int, company: str | None, method: str, sure: float) -> None:
    if company and not _institution(passage, start, start + len(company)):
        passage.add("Company", start, start + len(company), method, sure)


def _company(passage: Passage, outer: Found, start: int) -> str | None:
    """The company that a name begins with at a place, by its form or since the document names it."""
    name = passage.text[start : outer.end]
    learnt = _known(passage, start, outer.end)
    park = outer.type == "Park" or bool(PARK_END.search(name))
    by_form = company_at_head(name, park=park, stems=passage.lexicon.stems)
    whole = by_form is not None and by_form == BODY_END.sub("", name)
    return by_form if by_form and (whole or not learnt or KNOWN_COMPANIES.pattern.fullmatch(learnt)) else learnt


def _behind_area(passage: Passage, outer: Found) -> int:
    """Where a name begins after the county or town, in full, that says where it is (广原县睿霖型材)."""
    areas = (found.end for found in passage.found.near(outer.start, outer.start, "Area") if found.start == outer.start)
    ends = [end for end in areas if end < outer.end - 2 and passage.text[end - 1] in "市区县镇乡"]
    return max(ends, default=outer.start)


def _known(passage: Passage, start: int, end: int) -> str | None:
    """The longest company that the document names and that stands at the very beginning of the name."""
    known = passage.lexicon.companies
    ends = [
        found.end
        for found in passage.found.near(start, start, "Company")
        if found.start == start and found.end < end and passage.text[found.start : found.end] in known
    ]
    return passage.text[start : max(ends)] if ends else None


def _institution(passage: Passage, start: int, end: int) -> bool:
    return any(found.start <= start and end <= found.end for found in passage.found.near(start, end, "Institution"))
