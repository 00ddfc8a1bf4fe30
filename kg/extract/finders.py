"""The finders of names, in the order in which they look at a passage."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from itertools import islice

from kg.errors import OntologyError
from kg.extract.agencies import find_agencies
from kg.extract.areas import find_areas, find_free_areas
from kg.extract.bodies import find_bodies
from kg.extract.brand_names import find_brands
from kg.extract.built_places import find_built_places
from kg.extract.built_works import find_built_works
from kg.extract.companies import find_companies, find_supported_lists
from kg.extract.company_lists import find_beside_companies, find_company_lists
from kg.extract.driven import find_driven
from kg.extract.fellows import find_fellows
from kg.extract.firm_things import find_firm_things
from kg.extract.institutions import find_institutions
from kg.extract.lists import holds_closing
from kg.extract.memory import find_again, find_coordinated
from kg.extract.nested import find_nested
from kg.extract.organs import find_organs
from kg.extract.parks import find_parks
from kg.extract.passage import Passage
from kg.extract.people import find_people
from kg.extract.place_lists import find_place_lists
from kg.extract.placed_firms import find_placed_firms
from kg.extract.projects import find_projects
from kg.extract.reported import find_reported
from kg.extract.sections import find_sections
from kg.extract.settle import TYPES, longest
from kg.extract.shared_heads import find_shared_heads
from kg.extract.slips import find_slips
from kg.extract.tallies import find_tallies
from kg.extract.told import find_told
from kg.extract.villages import find_villages
from kg.extract.votes import find_by_votes
from kg.extract.work_phrases import find_work_phrases
from kg.extract.works import find_works

Finder = Callable[[Passage], None]

MENTION_FINDERS: tuple[tuple[str, Finder], ...] = (
    ("kg_areas", find_areas),
    ("kg_agencies", find_agencies),
    ("kg_companies", find_companies),
    ("kg_institutions", find_institutions),
    ("kg_bodies", find_bodies),
    ("kg_organs", find_organs),
    ("kg_parks", find_parks),
    ("kg_company_lists", find_company_lists),
    ("kg_projects", find_projects),
    ("kg_works", find_works),
    ("kg_built_works", find_built_works),
    ("kg_reported", find_reported),
    ("kg_told", find_told),
    ("kg_driven", find_driven),
    ("kg_work_phrases", find_work_phrases),
    ("kg_built_places", find_built_places),
    ("kg_place_lists", find_place_lists),
    ("kg_shared_heads", find_shared_heads),
    ("kg_tallies", find_tallies),
    ("kg_sections", find_sections),
    ("kg_people", find_people),
    ("kg_villages", find_villages),
    ("kg_placed_firms", find_placed_firms),
    ("kg_brands", find_brands),
    ("kg_memory", find_again),
    ("kg_slips", find_slips),
    ("kg_firm_things", find_firm_things),
    ("kg_coordinated", find_coordinated),
    ("kg_supported", find_supported_lists),
    ("kg_beside", find_beside_companies),
    ("kg_nested", find_nested),
    ("kg_free_areas", find_free_areas),
    ("kg_tagger", find_by_votes),
    ("kg_fellows", find_fellows),
)
"""What is run over every passage, in this order; a later finder sees what the earlier ones found.

Adding one is one file and one line here, or an entry point of the group `kg.finders`.
"""

SECOND_LOOK = ("kg_memory", "kg_slips", "kg_firm_things", "kg_coordinated", "kg_supported", "kg_beside")
"""Finders that need what the whole document taught; they run after all others have seen all rows."""

LAST_LOOK = ("kg_nested", "kg_free_areas", "kg_tagger", "kg_fellows")
"""Finders that look at what the others found, names recalled within the row included."""


PLUGINS = "kg.finders"
"""The entry point group; what it names is a finder, a function of a passage."""


def finders() -> tuple[tuple[str, Finder], ...]:
    """The finders of this list and those of installed plug-ins by their names, in the order in which they look.

    Those of plug-ins look after ours of the first look, so that what they find is learnt and settled like the rest.

    Raises `OntologyError` where a plug-in is no function.
    """
    own = len(_FIRST)
    return (*MENTION_FINDERS[:own], *_outside(), *MENTION_FINDERS[own:])


def first_look(passage: Passage) -> None:
    """Find what the passage shows by itself."""
    for finder in _FIRST:
        finder(passage)
    for _, finder in _outside():
        finder(passage)


def second_look(passage: Passage) -> None:
    """Find what the document taught; `passage.lexicon` must be what `learn` gave."""
    for finder in _SECOND:
        finder(passage)


def last_look(passage: Passage) -> None:
    """Find names inside names, and keep one reading within each type."""
    for finder in _LAST:
        finder(passage)
    settle(passage)


def settle(passage: Passage) -> None:
    """Keep one reading within each type, and no name that reaches over the end of a list."""
    whole = [name for name in passage.found if not holds_closing(passage, name.start, name.end)]
    if len(whole) < len(passage.found):
        passage.found.keep(whole)
    passage.found.keep(longest(passage.found))


@cache
def _outside() -> tuple[tuple[str, Finder], ...]:
    points = sorted(entry_points(group=PLUGINS), key=lambda point: point.name)
    return tuple((point.name, _loaded(point)) for point in points)


def _loaded(point: EntryPoint) -> Finder:
    finder = point.load()
    if not callable(finder) or isinstance(finder, type):
        raise OntologyError(f"plug-in {point.name} ({point.value}) is no function of a passage; name one")
    return _checked(point.name, finder)


def _checked(name: str, finder: Finder) -> Finder:
    """The finder of a plug-in, held to what our own keep to."""

    def find(passage: Passage) -> None:
        before = len(passage.found)
        finder(passage)
        for found in islice(passage.found, before, None):
            if found.type not in TYPES:
                raise OntologyError(f"plug-in {name} found a {found.type}; a name is one of {', '.join(TYPES)}")
            if not 0 <= found.start < found.end <= len(passage.text):
                raise OntologyError(f"plug-in {name} found [{found.start}, {found.end}), which is no part of the text")
            if not 0 < found.confidence <= 1:
                raise OntologyError(f"plug-in {name} is sure by {found.confidence}; a confidence lies in (0, 1]")

    return find


def _named(names: tuple[str, ...]) -> tuple[Finder, ...]:
    return tuple(finder for name, finder in MENTION_FINDERS if name in names)


_FIRST = tuple(finder for name, finder in MENTION_FINDERS if name not in (*SECOND_LOOK, *LAST_LOOK))
_SECOND = _named(SECOND_LOOK)
_LAST = _named(LAST_LOOK)
