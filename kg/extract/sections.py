"""Gives projects what a bracket behind them adds to the name: `X工程（城区段）`, `X项目（2022年度）`, `X铁路西城段`."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.passage import Passage
from kg.extract.works import SECTION, STRETCH


def find_sections(passage: Passage) -> None:
    """Take the section, phase or year in the bracket behind a project into its name."""
    if not any(mark in passage.text for mark in "（(段"):
        return
    for index, found in enumerate(passage.found):
        if found.type != "Project":
            continue
        section = SECTION.match(passage.text, found.end) or STRETCH.match(passage.text, found.end)
        if section:
            whole = found.canonical + section[0] if found.canonical else None
            passage.found[index] = replace(found, end=section.end(), canonical=whole)
