"""Gives projects what a bracket behind them adds to the name: `X工程（城区段）`, `X项目（2022年度）`, `X铁路西城段`."""

from __future__ import annotations

from kg.extract.findings import Found
from kg.extract.passage import Passage
from kg.extract.work_names import SECTION, STRETCH


def find_sections(passage: Passage) -> None:
    """Take the section, phase or year in the bracket behind a project into its name."""
    text = passage.text
    if not passage.found.of("Project") or not any(mark in text for mark in "（(段"):
        return
    longer: dict[Found, Found] = {}
    for found in passage.found.of("Project"):
        section = SECTION.match(text, found.end) or STRETCH.match(text, found.end)
        if section:
            whole = found.canonical + section[0] if found.canonical else None
            longer[found] = found._replace(end=section.end(), canonical=whole)
    if longer:
        passage.found.keep([longer.get(found, found) for found in passage.found])
