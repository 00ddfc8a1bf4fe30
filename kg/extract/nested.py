"""Finds names inside names: the company and the park within a project's name."""

from __future__ import annotations

from kg.extract.companies import company_at_head
from kg.extract.passage import Passage


def find_nested(passage: Passage) -> None:
    """Add companies that project and park names begin with."""
    for outer in [found for found in passage.found if found.type in ("Project", "Park")]:
        name = passage.text[outer.start : outer.end]
        company = company_at_head(name, park=outer.type == "Park")
        if company:
            passage.add("Company", outer.start, outer.start + len(company), "companies/in-name", 0.75)
