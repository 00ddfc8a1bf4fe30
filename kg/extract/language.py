"""The spaCy pipeline: one character a token, one component a kind of name, names as labelled spans."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from kg.extract.agencies import find_agencies
from kg.extract.areas import find_areas, find_free_areas
from kg.extract.bodies import find_bodies
from kg.extract.brand_names import find_brands
from kg.extract.built_places import find_built_places
from kg.extract.companies import find_companies, find_supported_lists
from kg.extract.company_lists import find_beside_companies, find_company_lists
from kg.extract.institutions import find_institutions
from kg.extract.memory import find_again, find_coordinated
from kg.extract.nested import find_nested
from kg.extract.organs import find_organs
from kg.extract.parks import find_parks
from kg.extract.passage import Passage
from kg.extract.people import find_people
from kg.extract.place_lists import find_place_lists
from kg.extract.projects import find_projects
from kg.extract.sections import find_sections
from kg.extract.settle import longest
from kg.extract.villages import find_villages
from kg.extract.work_phrases import find_work_phrases
from kg.extract.works import find_works

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

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
    ("kg_work_phrases", find_work_phrases),
    ("kg_built_places", find_built_places),
    ("kg_place_lists", find_place_lists),
    ("kg_sections", find_sections),
    ("kg_people", find_people),
    ("kg_villages", find_villages),
    ("kg_brands", find_brands),
    ("kg_memory", find_again),
    ("kg_coordinated", find_coordinated),
    ("kg_supported", find_supported_lists),
    ("kg_beside", find_beside_companies),
    ("kg_nested", find_nested),
    ("kg_free_areas", find_free_areas),
)
"""What is run over every passage, in this order; a later finder sees what the earlier ones found."""

SECOND_LOOK = ("kg_memory", "kg_coordinated", "kg_supported", "kg_beside")
"""Finders that need what the whole document taught; they run after all others have seen all rows."""

LAST_LOOK = ("kg_nested", "kg_free_areas")
"""Finders that look at what the others found, names recalled within the row included."""


NAMES = "kg_names"
"""The last component: it settles what was found and writes it into `doc.spans`, one group a type."""


@cache
def pipeline() -> Language:
    """A blank Chinese pipeline: the finders by their names in `MENTION_FINDERS`, and last the names as spans."""
    import spacy
    from spacy.language import Language

    for name, work in (*MENTION_FINDERS, (NAMES, settle)):
        if not Language.has_factory(name):
            Language.factory(name, func=_factory(component(work, spans=name == NAMES)))
    nlp = spacy.blank("zh")
    for name in (*(name for name, _ in MENTION_FINDERS), NAMES):
        nlp.add_pipe(name)
    return nlp


@cache
def components(names: tuple[str, ...]) -> tuple[Callable[[Doc], Doc], ...]:
    """The pipeline's components of these names, in the order given."""
    return tuple(pipeline().get_pipe(name) for name in names)


def _factory(work: Callable[[Doc], Doc]) -> Callable[[Language, str], Callable[[Doc], Doc]]:
    return lambda nlp, name: work


def component(finder: Finder, *, spans: bool = False) -> Callable[[Doc], Doc]:
    """A finder as a spaCy component: it works on the passage that the Doc carries; `spans` writes the Doc's spans."""

    def run(doc: Doc) -> Doc:
        finder(passage_of(doc))
        return write_spans(doc) if spans else doc

    return run


def settle(passage: Passage) -> None:
    """Keep one reading within each type."""
    passage.found = longest(passage.found)


def write_spans(doc: Doc) -> Doc:
    """Write the passage's names into the Doc as labelled spans, one group a type."""
    from spacy.tokens import Span

    groups: dict[str, list[Span]] = {}
    for found in passage_of(doc).found:
        groups.setdefault(found.type, []).append(Span(doc, found.start, found.end, label=found.type))
    for kind, spans in groups.items():
        doc.spans[kind] = spans
    return doc


def character_doc(passage: Passage) -> Doc:
    """The passage as a Doc of single characters, which carries it along."""
    from spacy.tokens import Doc

    text = passage.text
    doc = Doc(pipeline().vocab, words=list(text), spaces=[False] * len(text))
    doc.user_data["passage"] = passage
    return doc


def passage_of(doc: Doc) -> Passage:
    """The passage that a Doc carries."""
    passage: Passage = doc.user_data["passage"]
    return passage
