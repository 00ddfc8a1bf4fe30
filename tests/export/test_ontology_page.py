"""The ontology's page names everything once and fetches nothing."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from kg.export.class_diagram import class_diagram
from kg.export.ontology_page import ontology_page
from kg.ontology import Ontology, OntologyClass, ontology

PAGE = ontology_page(ontology())


def test_every_term_has_its_place_and_every_link_inside_leads_to_one() -> None:
    known = ontology()
    anchors = re.findall(r"id='([^']+)'", PAGE)
    concepts = [concept.name for concepts in known.schemes.values() for concept in concepts]
    assert set(known.classes) | set(known.properties) | set(concepts) - set(anchors) <= set(anchors)
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r"""href=['"]#([^'"]+)['"]""", PAGE)) - set(anchors) == set()


def test_the_page_fetches_nothing_and_runs_nothing() -> None:
    assert not re.search(r"<script|<link|<img|src=|@import|url\((?!#)", PAGE)


def test_the_picture_is_well_formed_and_shows_every_class() -> None:
    picture = ElementTree.fromstring(class_diagram(ontology()))
    words = {element.text for element in picture.iter("text")}
    assert {cls.label_zh for cls in ontology().classes.values()} - words == set()


def test_words_of_an_ontology_are_escaped() -> None:
    hostile = OntologyClass(
        name="A", label_zh="<script>", label_en="a&b", definition_zh="'\"", definition_en="</td>", parents=()
    )
    page = ontology_page(Ontology({"A": hostile}, {}, {}))
    assert "<script>" not in page
    assert "a&amp;b" in page
