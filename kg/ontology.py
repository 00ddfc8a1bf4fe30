"""The vocabulary of the graph, read from `ontology/*.ttl`: the only place where classes and relations are defined.

Everything is known by its local name (`Agency`, `responsibleFor`). Parsing takes some ten milliseconds and is done
once in a process.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Literal

from kg.errors import OntologyError
from kg.ids import ONTOLOGY_BASE
from kg.model.record import Record
from kg.ontology_files import OWL, RDF, RDFS, SKOS, Facts, local, others, ours
from kg.words import ontology_dir

Language = Literal["zh", "en"]


class Term(Record):
    """Something the ontology names, with its words in Chinese and English."""

    name: str
    label_zh: str
    label_en: str
    definition_zh: str
    definition_en: str

    def label(self, language: Language = "zh") -> str:
        """The name that people see."""
        return self.label_zh if language == "zh" else self.label_en


class OntologyClass(Term):
    """A class; `parents` are classes of ours, `aligned` the IRIs of classes elsewhere that it is below or close to."""

    parents: tuple[str, ...] = ()
    aligned: tuple[str, ...] = ()


class OntologyProperty(Term):
    """A relation (`object`) or an attribute (`datatype`); of `domain` and `range` one class each must fit.

    The range of an attribute is a datatype IRI. `amount` names the property that gives the same as a number of yuan.
    """

    kind: Literal["object", "datatype"]
    domain: tuple[str, ...] = ()
    range: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    aligned: tuple[str, ...] = ()
    symmetric: bool = False
    amount: str | None = None


class Concept(Term):
    """A concept of a scheme (`under_construction` of `StageScheme`)."""

    scheme: str
    notation: str


class Ontology:
    """Classes, properties and concepts by their local names."""

    def __init__(
        self,
        classes: Mapping[str, OntologyClass],
        properties: Mapping[str, OntologyProperty],
        schemes: Mapping[str, tuple[Concept, ...]],
    ) -> None:
        self.classes = classes
        self.properties = properties
        self.schemes = schemes

    @cached_property
    def _above(self) -> dict[str, frozenset[str]]:
        return {name: frozenset(_ancestors(name, self.classes)) for name in self.classes}

    @cached_property
    def _concepts(self) -> dict[tuple[str, str], Concept]:
        found: dict[tuple[str, str], Concept] = {}
        for scheme, concepts in self.schemes.items():
            for concept in concepts:
                found[scheme, concept.label_zh] = concept
                found[scheme, concept.notation] = concept
        return found

    def is_a(self, name: str, ancestor: str) -> bool:
        """Whether a class is another or below it; False for names that the ontology does not know.

        >>> ontology().is_a("District", "Area"), ontology().is_a("Area", "District")
        (True, False)
        """
        return ancestor in self._above.get(name, frozenset())

    def classes_of(self, name: str) -> tuple[str, ...]:
        """The class and the classes above it, nearest first.

        >>> ontology().classes_of("Agency")
        ('Agency', 'Organisation')
        """
        return tuple(_ancestors(name, self.classes))

    def concept(self, scheme: str, word: str) -> Concept | None:
        """The concept of a scheme with this notation or Chinese label, None where there is none.

        >>> ontology().concept("StageScheme", "under_construction").name
        'StageUnderConstruction'
        """
        return self._concepts.get((scheme, word))

    def scheme_of(self, property_name: str) -> str | None:
        """The scheme whose concepts are the values of a property (`stage`: `StageScheme`), None for others."""
        known = self.properties.get(property_name)
        if known is None or known.kind == "datatype":
            return None
        scheme = f"{known.range[0]}Scheme" if len(known.range) == 1 else ""
        return scheme if scheme in self.schemes else None

    def label(self, name: str, language: Language = "zh") -> str:
        """What people call a class, property or concept; the name itself where it is not defined."""
        term = self.classes.get(name) or self.properties.get(name) or self._by_name.get(name)
        return term.label(language) if term else name

    @cached_property
    def _by_name(self) -> dict[str, Concept]:
        return {concept.name: concept for concepts in self.schemes.values() for concept in concepts}

    def check_statement(self, subject_type: str, predicate: str, object_type: str | None = None) -> str | None:
        """Why a statement cannot be made in this vocabulary, in one sentence, or None where it can.

        `object_type` is None for a literal; a concept's notation counts as a literal.

        >>> ontology().check_statement("Agency", "responsibleFor", "Project")
        >>> ontology().check_statement("Area", "responsibleFor", "Project")
        'responsibleFor: a subject of type Area is outside the domain (Organisation, Park, Person)'
        """
        known = self.properties.get(predicate)
        if known is None:
            return f"{predicate} is not a property of the ontology"
        if not self._fits(subject_type, known.domain):
            return f"{predicate}: a subject of type {subject_type} is outside the domain ({', '.join(known.domain)})"
        takes_literal = known.kind == "datatype" or self.scheme_of(predicate) is not None
        if object_type is None:
            return None if takes_literal else f"{predicate} needs an entity as its object"
        if takes_literal:
            return f"{predicate} needs a literal as its object, not a {object_type}"
        if not self._fits(object_type, known.range):
            return f"{predicate}: an object of type {object_type} is outside the range ({', '.join(known.range)})"
        return None

    def _fits(self, name: str, allowed: tuple[str, ...]) -> bool:
        return not self._above.get(name, frozenset()).isdisjoint(allowed)


@cache
def ontology(folder: Path | None = None) -> Ontology:
    """The ontology of a folder (the project's own by default).

    Raises `OntologyError`, with file and line where they are known, where a file cannot be read, a term lacks a
    label or definition in either language, or a domain, range or parent is not defined.
    """
    folder = folder or ontology_dir()
    facts = Facts(folder)
    known = Ontology(_classes(facts), _properties(facts), _schemes(facts))
    _check_references(known, facts)
    return known


def _words_of(facts: Facts, subject: str, label: str) -> dict[str, str]:
    return {
        "name": local(subject),
        "label_zh": facts.words(subject, label, "zh"),
        "label_en": facts.words(subject, label, "en"),
        "definition_zh": facts.words(subject, SKOS + "definition", "zh"),
        "definition_en": facts.words(subject, SKOS + "definition", "en"),
    }


def _classes(facts: Facts) -> dict[str, OntologyClass]:
    found: dict[str, OntologyClass] = {}
    for iri in facts.of_type(OWL + "Class"):
        above = facts.iris(iri, RDFS + "subClassOf")
        found[local(iri)] = OntologyClass(
            **_words_of(facts, iri, RDFS + "label"),
            parents=ours(above),
            aligned=others(above) + facts.iris(iri, SKOS + "closeMatch"),
        )
    return found


def _properties(facts: Facts) -> dict[str, OntologyProperty]:
    found: dict[str, OntologyProperty] = {}
    kinds: tuple[tuple[str, Literal["object", "datatype"]], ...] = (
        ("ObjectProperty", "object"),
        ("DatatypeProperty", "datatype"),
    )
    for type_name, kind in kinds:
        for iri in facts.of_type(OWL + type_name):
            found[local(iri)] = _property(facts, iri, kind)
    return found


def _property(facts: Facts, iri: str, kind: Literal["object", "datatype"]) -> OntologyProperty:
    above = facts.iris(iri, RDFS + "subPropertyOf")
    domain = [m for node in facts.iris(iri, RDFS + "domain") for m in facts.members(node)]
    range_ = [m for node in facts.iris(iri, RDFS + "range") for m in facts.members(node)]
    amount = ours(facts.iris(iri, ONTOLOGY_BASE + "amountProperty"))
    return OntologyProperty(
        **_words_of(facts, iri, RDFS + "label"),
        kind=kind,
        domain=tuple(map(local, domain)),
        range=tuple(map(local, range_)),
        parents=ours(above),
        aligned=others(above) + facts.iris(iri, SKOS + "closeMatch"),
        symmetric=OWL + "SymmetricProperty" in facts.iris(iri, RDF + "type"),
        amount=amount[0] if amount else None,
    )


def _schemes(facts: Facts) -> dict[str, tuple[Concept, ...]]:
    found: dict[str, list[Concept]] = {local(iri): [] for iri in facts.of_type(SKOS + "ConceptScheme")}
    for iri in list(facts.values):
        for scheme in ours(facts.iris(iri, SKOS + "inScheme")):
            notations = facts.values[iri].get(SKOS + "notation", [])
            if scheme not in found or len(notations) != 1:
                raise OntologyError(f"{facts.place(iri)}: {local(iri)} needs one notation and a scheme that is defined")
            notation = str(notations[0].value)  # type: ignore[attr-defined]
            words = _words_of(facts, iri, SKOS + "prefLabel")
            found[scheme].append(Concept(**words, scheme=scheme, notation=notation))
    return {scheme: tuple(concepts) for scheme, concepts in found.items()}


def _ancestors(name: str, classes: Mapping[str, OntologyClass]) -> Iterable[str]:
    seen: dict[str, None] = {}
    waiting = [name]
    while waiting:
        current = waiting.pop(0)
        if current in classes and current not in seen:
            seen[current] = None
            waiting.extend(classes[current].parents)
    return seen


def _check_references(known: Ontology, facts: Facts) -> None:
    """Every class and property that a definition refers to must itself be defined."""
    for cls in known.classes.values():
        _check_names(facts, cls.name, cls.parents, known.classes)
    for prop in known.properties.values():
        _check_names(facts, prop.name, prop.parents + ((prop.amount,) if prop.amount else ()), known.properties)
        ours = prop.domain + (prop.range if prop.kind == "object" else ())
        _check_names(facts, prop.name, ours, known.classes)
        if not prop.domain or not prop.range:
            place = facts.place(ONTOLOGY_BASE + prop.name)
            raise OntologyError(f"{place}: {prop.name} has no domain or no range; state rdfs:domain and rdfs:range")


def _check_names(facts: Facts, subject: str, names: Iterable[str], defined: Mapping[str, object]) -> None:
    for name in names:
        if name not in defined:
            place = facts.place(ONTOLOGY_BASE + subject)
            raise OntologyError(f"{place}: {subject} refers to {name}, which is not defined; define it or correct it")
