"""Which project builds which park or institution: names that are equal but for project words, in one area."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache

from kg.areas import gazetteer
from kg.model import Link
from kg.resolve.clusters import Clusters
from kg.resolve.entities import Made
from kg.resolve.forms import Form
from kg.resolve.lexicon import core
from kg.resolve.pairs import Key
from kg.resolve.parts import Parts, read_project
from kg.words import word_table

SAME_AREA, AREA_WITHIN, FIRST_PHASE = 0.9, 0.8, 0.7
"""How sure a link is: both of one area; one area within the other; the place called without the project's phase."""

OWN = 2
"""A core of this many characters names one thing alone, in every document of the area and above."""

TELLING = 5
"""Names of general words only (口袋公园) say which thing they mean from this length on."""

_AREAS_ABOVE = ("District", "City")

Thing = tuple[str, str, str]
"""What a name says of the thing itself, be it written as a project or as a place: area, town and body."""

Phases = Mapping[Thing, Mapping[str, set[Key]]]
"""The clusters that are called so, by phase."""


def built(clusters: Clusters, made: Made) -> Iterator[Link]:
    """`builds` from a project to the park or institution of its name, where neither has a second one."""
    projects = _phases(clusters, "Project")
    for type in ("Park", "Institution"):
        found = _pairs(projects, _phases(clusters, type))
        times = Counter(key for pair in found for key in pair)
        for (project, place), (confidence, body) in sorted(found.items()):
            if times[project] == times[place] == 1:
                yield Link(
                    subject=made.ids[project],
                    predicate="builds",
                    object=made.ids[place],
                    reason=f"除项目用词外同名（{body}），地区相合",
                    confidence=confidence,
                )


def _phases(clusters: Clusters, type: str) -> Phases:
    found: dict[Thing, dict[str, set[Key]]] = {}
    for key, form in clusters.gathered.forms.items():
        parts = _parts(form) if form.type == type else None
        if parts is not None:
            thing = (parts.home, parts.place, parts.body)
            found.setdefault(thing, {}).setdefault(parts.phase, set()).add(clusters.of(key))
    return found


def _parts(form: Form) -> Parts | None:
    """A name's parts as a project has them; None where it says no particular thing, or works that build none."""
    parts = read_project(form.text, form.scope) if form.type == "Institution" else form.parts
    if parts is None or parts.zone or not _building().fullmatch(parts.form):
        return None
    said = len(parts.core) >= OWN or parts.place or parts.named != "document" or len(parts.body) >= TELLING
    return parts if said and len(parts.body) > OWN else None


@cache
def _building() -> re.Pattern[str]:
    """Project words and works that build a thing or more of it; repairs and changes are another matter."""
    words = [row["word"] for row in word_table("building_works") if row["builds"]]
    return re.compile("(?:项目|工程|" + "|".join(words) + ")*")


def _pairs(projects: Phases, places: Phases) -> dict[tuple[Key, Key], tuple[float, str]]:
    """Every project that may build a place with that place, how sure that is, and by which name."""
    found: dict[tuple[Key, Key], tuple[float, str]] = {}
    for thing, near, sure in _neighbours(projects, places):
        for phase, keys in places[near].items():
            makers, whole = _makers(projects[thing], phase)
            for pair in ((maker, key) for maker in makers for key in keys):
                found[pair] = max(found.get(pair, (0.0, "")), (sure if whole else FIRST_PHASE, thing[2]))
    return found


def _makers(phases: Mapping[str, set[Key]], phase: str) -> tuple[set[Key], bool]:
    """The projects of a place's phase, and whether they are of just that; a first phase that is the only one too."""
    if phase in phases:
        return phases[phase], True
    return (phases["1"], False) if phase == "" and set(phases) == {"1"} else (set(), False)


def _neighbours(projects: Phases, places: Phases) -> Iterator[tuple[Thing, Thing, float]]:
    """Projects and places called alike, of one area or, where the name is its own, one within the other's."""
    for thing in projects.keys() & places.keys():
        yield thing, thing, SAME_AREA
    for thing in projects:
        yield from ((thing, above, AREA_WITHIN) for above in _above(thing) if above in places)
    for thing in places:
        yield from ((above, thing, AREA_WITHIN) for above in _above(thing) if above in projects)


def _above(thing: Thing) -> Iterator[Thing]:
    """The same name in the district and city above its area."""
    home, place, body = thing
    if len(core(body)) >= OWN:
        for area in gazetteer().ancestors(home):
            if area.kind in _AREAS_ABOVE:
                yield area.code, place, body
