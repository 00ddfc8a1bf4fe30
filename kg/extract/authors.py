"""Firms and agencies that tell of their own projects: under their heading, or as what opens a clause of building."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.clauses import Span, headings
from kg.extract.rowview import RowView
from kg.model import Name

_HELPS = re.compile("(?:配合|协助|支持|服务|参与|对接)[^，。；：]{0,12}$")
_AGENCY_BUILDS = re.compile("(?:正在|已|牵头|负责|投资|出资)*(?:承建|建设|新建|投建|代建|打造)(?:了|的)?[“‘]?")

Venture = tuple[Name, Name, str, str, Span]


def by_heading(view: RowView, part: str) -> Iterator[Venture]:
    """`X公司：` before a report: the projects that it tells of as its own, unless it only helps with them."""
    text = view.row.text(part)
    for heading in headings(text) if view.free(part, "Company") and view.within(part, "Project") else ():
        firm = next((c for c in view.between(part, heading.start, heading.start + 1, "Company")), None)
        if firm is None or firm.end != heading.colon:
            continue
        for project in view.free_between(part, heading.colon, heading.end, "Project"):
            if not view.nested(project, "Company") and not _HELPS.search(text, heading.colon, project.start):
                yield firm.name, project.name, "undertakes:heading", part, Span(heading.start, project.end)


def by_agency(view: RowView, part: str) -> Iterator[Venture]:
    """`X镇承建A`: an agency that opens the clause and builds."""
    text = view.row.text(part)
    for agency in view.free(part, "Agency") if view.within(part, "Project") else ():
        builds = _AGENCY_BUILDS.match(text, agency.end)
        if builds and (agency.start == 0 or text[agency.start - 1] in "。；，：！"):
            for project in view.free_between(part, builds.end(), builds.end() + 1, "Project"):
                yield agency.name, project.name, "undertakes:by", part, Span(agency.start, project.end)
