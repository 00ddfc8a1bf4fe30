"""Short writings whose full form the row itself believes: of places that it builds, and of names in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from kg.extract.findings import Found
from kg.extract.passage import Passage
from kg.extract.short_subjects import TOLD

PLACES = ("Institution", "Park")
QUOTED = re.compile('[“"](?P<name>[^“”"]{2,12})[”"](?:项目|工程)')


def find_row_twins(passages: Sequence[Passage], full: Mapping[tuple[str, str], str]) -> bool:
    """Add projects that the row calls shortly, and tell whether there were any.

    `full` gives the full form of short names by type and text.
    """
    before = sum(len(passage.found) for passage in passages)
    both = _built(passages)
    for passage in passages if both else ():
        for name, whole in [*_short_places(passage, both, full)]:
            _add(passage, name.start, name.end, "twins/built", whole)
    named = sorted({f.canonical or p.text[f.start : f.end] for p in passages for f in p.found.of("Project")})
    for passage in passages if named else ():
        for match in QUOTED.finditer(passage.text):
            holders = [name for name in named if match["name"] in name and len(name) > len(match[0])]
            if len(holders) == 1:
                _add(passage, *match.span(), "twins/quoted", holders[0])
    return sum(len(passage.found) for passage in passages) > before


def _built(passages: Sequence[Passage]) -> frozenset[tuple[str, str]]:
    """Places by type and text that are found as projects too, word for word."""
    return frozenset(
        (kind, p.text[f.start : f.end])
        for p in passages
        for kind in PLACES
        for f in p.found.of(kind)
        if p.found.holds("Project", f.start, f.end)
    )


def _short_places(
    passage: Passage, both: frozenset[tuple[str, str]], full: Mapping[tuple[str, str], str]
) -> Iterator[tuple[Found, str]]:
    for kind in PLACES:
        for name in passage.found.of(kind):
            text = passage.text[name.start : name.end]
            whole = full.get((kind, text), name.canonical)
            if whole is not None and whole != text and (kind, whole) in both and _is_told_of(passage, name):
                yield name, whole


def _is_told_of(passage: Passage, name: Found) -> bool:
    """Whether a sentence tells how far it is, so that the building is meant and not the school that is open."""
    opens = passage.clause_start(name.end) == name.start
    return opens and TOLD.match(passage.text, name.end) is not None


def _add(passage: Passage, start: int, end: int, method: str, whole: str) -> None:
    near = passage.found.near(start, end, "Project")
    if not any(name.start < end and start < name.end for name in near):
        passage.add("Project", start, end, method, 0.7, whole)
