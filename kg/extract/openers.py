"""Sentences that begin with a place: the projects that they go on to tell of stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from kg.extract.clauses import Span, clauses, sentences, span_at
from kg.extract.implied import Tells
from kg.extract.lexicon import alternatives
from kg.extract.named import Named
from kg.extract.rowview import RowView
from kg.extract.sites import Placing
from kg.words import word_table

_LEADS = re.compile(r"(?:其中|另外|此外|，|并|在|赴|到|[（(]?[\d一二三四五六七八九十]{1,2}[）)、.．])*")
_COUNTS = re.compile(r"[^，。]{0,4}\d+[个项家]")
_LISTED = ("、", "和", "及", "与")


class Opening(NamedTuple):
    """A place with those that it follows at once (`甲县乙镇`), and the stretch that it speaks of."""

    places: tuple[Named, ...]
    span: Span


def told_of_place(view: RowView, part: str, tells: Tells, openly: Tells) -> Iterator[Placing]:
    """`X镇实施A、B，完成C`: the projects of the sentence, up to the next place that opens a clause."""
    if not (view.within(part, "Project") and view.free(part, "Area", "Park")):
        return
    for opening in openings(view, part, tells, openly):
        for project in view.free_between(part, *opening.span, "Project"):
            for place in opening.places:
                if _stands_in(view, opening.places[-1], project):
                    yield project, place.name, "locatedIn:opens", opening.span


def openings(view: RowView, part: str, tells: Tells, openly: Tells) -> Iterator[Opening]:
    """The places that open clauses, and how far each is spoken of: up to the next one or the sentence's end."""
    text = view.row.text(part)
    for sentence in sentences(text):
        chains = _chains(view, part, sentence, tells, openly)
        for number, chain in enumerate(chains):
            end = chains[number + 1][0].start if number + 1 < len(chains) else sentence.end
            yield Opening(chain, Span(chain[-1].end, end))


def _chains(view: RowView, part: str, sentence: Span, tells: Tells, openly: Tells) -> list[tuple[Named, ...]]:
    """The places that open clauses of a sentence, each with those right behind it."""
    text = view.row.text(part)
    starts = {clause.start for clause in clauses(text) if sentence.start <= clause.start < sentence.end}
    found: list[list[Named]] = []
    for place in view.free_between(part, *sentence, "Area", "Park"):
        if found and found[-1][-1].end == place.start and _tells(place, openly):
            found[-1].append(place)
        elif _opens_clause(text, starts, place) or (found and _opens_item(view, place)):
            found.append([place])
    alone = (chain for chain in found if _is_alone(text, chain[-1]) and _tells(chain[-1], openly))
    return [(*(p for p in chain[:-1] if _tells(p, tells)), chain[-1]) for chain in alone]


def _opens_clause(text: str, starts: set[int], place: Named) -> bool:
    """Whether nothing but a lead word stands between the start of a clause and a place."""
    return any(_LEADS.fullmatch(text, start, place.start) for start in starts if start <= place.start)


def _opens_item(view: RowView, place: Named) -> bool:
    """Whether a place opens an item of a list (`X县A、Y县B`): from there on the list speaks of it."""
    listed = view.row.text(place.part).startswith(_LISTED, max(0, place.start - 1))
    return listed and bool(view.free_between(place.part, place.end, place.end + 1, "Project"))


def _stands_in(view: RowView, place: Named, project: Named) -> bool:
    """What the opening clause names; what later ones name, too, where the place is the one that acts or counts."""
    text = view.row.text(place.part)
    here = span_at(clauses(text), project.start).start < place.end
    return here or bool(_COUNTS.match(text, place.end) or _acts(place.type).match(text, place.end))


@cache
def _acts(kind: str) -> re.Pattern[str]:
    """The words behind a park, or an area, that make it the one that acts."""
    words = {row["word"] for row in word_table("place_acts") if row["of"] == "park" or kind == "Area"}
    return re.compile(f"(?:正|已|先后|全力|积极|集中|重点)*(?:{alternatives(words)})")


def _is_alone(text: str, place: Named) -> bool:
    """Whether no list of places goes on behind it."""
    return not text.startswith(_LISTED, place.end)


def _tells(place: Named, tells: Tells) -> bool:
    return place.type == "Park" or tells(place.text)
