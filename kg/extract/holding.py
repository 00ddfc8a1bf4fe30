"""Parks, firms and institutions right behind a verb of having or taking in, where a place opens the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.clauses import clauses, span_at
from kg.extract.implied import Tells
from kg.extract.lexicon import alternatives
from kg.extract.named import Named
from kg.extract.openers import openings
from kg.extract.rowview import RowView
from kg.extract.sites import Placing
from kg.words import word_table

_KINDS = ("Park", "Company", "Institution")
_LONGEST_VERB = 8


def held_by_place(view: RowView, part: str, tells: Tells) -> Iterator[Placing]:
    """`X镇建成A园区`, `X园区规划3平方公里，聚集B、C等企业`: what a place has or takes in stands there."""
    if not (view.within(part, *_KINDS) and view.free(part, "Area", "Park")):
        return
    groups = [(kind, group) for kind in _KINDS for group in view.groups(part, kind)]
    for opening in openings(view, part, tells, tells):
        for kind, group in groups:
            if opening.span.holds(group[0].start, group[-1].end) and _holds(view, opening.places[-1], kind, group[0]):
                for thing in filter(view.is_free, group):
                    for place in opening.places:
                        yield thing, place.name, "locatedIn:holds", opening.span


def _holds(view: RowView, place: Named, kind: str, first: Named) -> bool:
    """What the place's own clause says it has; firms that come to a park may be told of in a later one."""
    text = view.row.text(place.part)
    here = span_at(clauses(text), first.start).start < place.end
    if not here and not (kind == "Company" and place.type == "Park"):
        return False
    return bool(_verb(kind, here).search(text, max(place.end, first.start - _LONGEST_VERB), first.start))


@cache
def _verb(kind: str, here: bool) -> re.Pattern[str]:
    """The verbs with which a place has a park, or takes in firms; those that only its own clause says of it too."""
    of = "park" if kind == "Park" else "firm"
    words = (row["word"] for row in word_table("place_holds") if row["of"] in (of, "both") and (here or row["later"]))
    return re.compile(f'(?:{alternatives(words)})了?[“‘"]?$')
