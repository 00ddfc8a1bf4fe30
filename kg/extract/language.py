"""The spaCy pipeline: one character a token, one component a kind of name, names as labelled spans."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from kg.extract.agencies import find_agencies
from kg.extract.areas import find_areas, find_free_areas
from kg.extract.companies import find_companies, find_supported_lists
from kg.extract.institutions import find_institutions
from kg.extract.memory import find_again, find_coordinated
from kg.extract.nested import find_nested
from kg.extract.parks import find_parks
from kg.extract.passage import Passage
from kg.extract.people import find_people
from kg.extract.projects import find_projects
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
    ("kg_parks", find_parks),
    ("kg_projects", find_projects),
    ("kg_works", find_works),
    ("kg_people", find_people),
    ("kg_memory", find_again),
    ("kg_coordinated", find_coordinated),
    ("kg_supported", find_supported_lists),
    ("kg_nested", find_nested),
    ("kg_free_areas", find_free_areas),
)
"""What is run over every passage, in this order; a later finder sees what the earlier ones found."""

SECOND_LOOK = ("kg_memory", "kg_coordinated", "kg_supported")
"""Finders that need what the whole document taught; they run after all others have seen all rows."""

LAST_LOOK = ("kg_nested", "kg_free_areas")
"""Finders that look at what the others found, names recalled within the row included."""


@cache
def pipeline() -> Language:
    """A blank Chinese pipeline whose components are the finders, by their names in `MENTION_FINDERS`."""
    import spacy
    from spacy.language import Language

    for name, finder in MENTION_FINDERS:
        if not Language.has_factory(name):
            Language.factory(name, func=_factory(finder))
    nlp = spacy.blank("zh")
    for name, _ in MENTION_FINDERS:
        nlp.add_pipe(name)
    return nlp


def _factory(finder: Finder) -> Callable[[Language, str], Callable[[Doc], Doc]]:
    def create(nlp: Language, name: str) -> Callable[[Doc], Doc]:
        return component(finder)

    return create


def component(finder: Finder) -> Callable[[Doc], Doc]:
    """A finder as a spaCy component: works on the passage that the Doc carries, adds its names as spans."""

    def run(doc: Doc) -> Doc:
        from spacy.tokens import Span

        passage: Passage = doc.user_data["passage"]
        before = len(passage.found)
        finder(passage)
        for found in passage.found[before:]:
            if found.type not in doc.spans:
                doc.spans[found.type] = []
            doc.spans[found.type].append(Span(doc, found.start, found.end, label=found.type))
        return doc

    return run


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
