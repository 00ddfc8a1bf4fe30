"""Finds firms in projects that are called by nothing but a firm's bare name: `X二期项目`, `A、B、C等项目`."""

from __future__ import annotations

import re

from kg.extract.bare_names import add_bare_name
from kg.extract.lists import enumerations, outer
from kg.extract.ordinary import is_brand
from kg.extract.passage import Passage

PHASE = re.compile("(?:[一二三四五]期|扩建|技改|扩产|扩能|增资)+$")
PHASED = re.compile("[（(]?[一二三四五]期|扩建|技改|扩规")
TOLD = re.compile("已|正|由|竣工|开工|投产|进入|主体|试生产|建成|全流程")
SHELL = re.compile("(?:[（(]?[一二三四五]期[）)]?|扩建|技改|建设|扩规)*项目$")


def find_brands_of_projects(passage: Passage) -> None:
    """Add the firms after which projects are called."""
    _undertakings(passage)
    _alone(passage)


def _undertakings(passage: Passage) -> None:
    """`A、B、C等项目`: projects that bear nothing but bare names are called after their firms."""
    for enumeration in enumerations(passage):
        if not enumeration.head.endswith("项目"):
            continue
        items = [_unphased(passage.text, *outer(passage.text, *item)) for item in enumeration.items]
        bare = [item for item in items if is_brand(passage.text[slice(*item)])]
        firms = sum(passage.found.holds("Company", *item) for item in items)
        if bare and len(bare) + firms >= 2:
            for start, end in bare:
                add_bare_name(passage, start, end, "companies/undertakings", 0.62, projects=True)


def _alone(passage: Passage) -> None:
    """`X二期项目`: a bare name with nothing but a phase behind it, `X项目` only where a sentence tells of it."""
    text = passage.text
    for project in passage.found.of("Project"):
        name = SHELL.sub("", text[project.start : project.end])
        end = project.start + len(name)
        if not (2 <= len(name) <= 3 and end < project.end and is_brand(name)):
            continue
        opens = project.start == passage.clause_start(project.start) and TOLD.match(text, project.end)
        if opens or PHASED.match(text, end):
            add_bare_name(passage, project.start, end, "companies/alone", 0.6, projects=True)


def _unphased(text: str, start: int, end: int) -> tuple[int, int]:
    """An item without the phase or work behind it (睿霖二期, 柏川扩建)."""
    phase = PHASE.search(text, start, end)
    return (start, phase.start()) if phase and phase.start() - start >= 2 else (start, end)
