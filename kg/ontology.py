"""The vocabulary of the graph, read from `ontology/*.ttl`: the only place where classes and relations are defined.

Everything is known by its local name (`Agency`, `responsibleFor`). Parsing takes some ten milliseconds and is done
once in a process.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from kg.errors import OntologyError
from kg.ids import ONTOLOGY_BASE
from kg.model.record import Record
from kg.words import ontology_dir

if TYPE_CHECKING:
    from pyoxigraph import Triple

FILES = ("core.ttl", "status.ttl", "stage.ttl", "sector.ttl")
"""The files that make up the vocabulary, in the order in which they are read; the shapes stand in `shapes.ttl`."""

_OWL = "http://www.w3.org/2002/07/owl#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"

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
    facts = _Facts(folder)
    known = Ontology(_classes(facts), _properties(facts), _schemes(facts))
    _check_references(known, facts)
    return known


class _Facts:
    """The triples of all files by subject and predicate, and where each subject was met."""

    def __init__(self, folder: Path) -> None:
        self.values: dict[str, dict[str, list[object]]] = {}
        self.files: dict[str, Path] = {}
        for path in (folder / name for name in FILES):
            for triple in _parse(path):
                subject = triple.subject.value  # type: ignore[union-attr]
                self.files.setdefault(subject, path)
                by_predicate = self.values.setdefault(subject, {})
                by_predicate.setdefault(triple.predicate.value, []).append(triple.object)

    def of_type(self, type_iri: str) -> list[str]:
        """Subjects of ours with that type, in file order."""
        return [s for s in self.values if s.startswith(ONTOLOGY_BASE) and type_iri in self.iris(s, _RDF + "type")]

    def iris(self, subject: str, predicate: str) -> tuple[str, ...]:
        """IRIs (and blank node names) that a predicate leads to."""
        values = self.values.get(subject, {}).get(predicate, [])
        return tuple(v.value for v in values if not hasattr(v, "language"))  # type: ignore[attr-defined]

    def words(self, subject: str, predicate: str, language: str) -> str:
        """The text in a language; its absence is an error, for people must be able to read every term."""
        for value in self.values.get(subject, {}).get(predicate, []):
            if getattr(value, "language", None) == language:
                return str(value.value)  # type: ignore[attr-defined]
        what = predicate.rsplit("#", 1)[-1]
        raise OntologyError(
            f'{self.place(subject)}: {_local(subject)} has no {what} in @{language}; add "…"@{language}'
        )

    def place(self, subject: str) -> str:
        """The file, and the line where the subject's block begins if that can be found."""
        path = self.files[subject]
        opening = f"kg:{_local(subject)} "
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
            if line.startswith(opening):
                return f"{path}, line {number}"
        return str(path)

    def members(self, node: str) -> tuple[str, ...]:
        """The classes of a union in the order of its list, or the class itself."""
        union = self.iris(node, _OWL + "unionOf")
        if not union:
            return (node,)
        return self.chain(union[0])

    def chain(self, rest: str) -> tuple[str, ...]:
        """The members of an RDF list."""
        found: list[str] = []
        while rest != _RDF + "nil" and rest in self.values:
            found.extend(self.iris(rest, _RDF + "first"))
            rest = self.iris(rest, _RDF + "rest")[0]
        return tuple(found)


def _parse(path: Path) -> Iterable[Triple]:
    import pyoxigraph

    try:
        return list(pyoxigraph.parse(path.read_bytes(), format=pyoxigraph.RdfFormat.TURTLE))
    except OSError as error:
        raise OntologyError(f"{path}: the file cannot be read ({error.strerror}); restore it") from error
    except SyntaxError as error:
        raise OntologyError(f"{path}, line {error.lineno}: not Turtle ({error.msg}); correct the line") from error


def _local(iri: str) -> str:
    return iri.removeprefix(ONTOLOGY_BASE)


def _ours(iris: Iterable[str]) -> tuple[str, ...]:
    return tuple(_local(iri) for iri in iris if iri.startswith(ONTOLOGY_BASE))


def _others(iris: Iterable[str]) -> tuple[str, ...]:
    return tuple(iri for iri in iris if not iri.startswith(ONTOLOGY_BASE))


def _words_of(facts: _Facts, subject: str, label: str) -> dict[str, str]:
    return {
        "name": _local(subject),
        "label_zh": facts.words(subject, label, "zh"),
        "label_en": facts.words(subject, label, "en"),
        "definition_zh": facts.words(subject, _SKOS + "definition", "zh"),
        "definition_en": facts.words(subject, _SKOS + "definition", "en"),
    }


def _classes(facts: _Facts) -> dict[str, OntologyClass]:
    found: dict[str, OntologyClass] = {}
    for iri in facts.of_type(_OWL + "Class"):
        above = facts.iris(iri, _RDFS + "subClassOf")
        found[_local(iri)] = OntologyClass(
            **_words_of(facts, iri, _RDFS + "label"),
            parents=_ours(above),
            aligned=_others(above) + facts.iris(iri, _SKOS + "closeMatch"),
        )
    return found


def _properties(facts: _Facts) -> dict[str, OntologyProperty]:
    found: dict[str, OntologyProperty] = {}
    kinds: tuple[tuple[str, Literal["object", "datatype"]], ...] = (
        ("ObjectProperty", "object"),
        ("DatatypeProperty", "datatype"),
    )
    for type_name, kind in kinds:
        for iri in facts.of_type(_OWL + type_name):
            found[_local(iri)] = _property(facts, iri, kind)
    return found


def _property(facts: _Facts, iri: str, kind: Literal["object", "datatype"]) -> OntologyProperty:
    above = facts.iris(iri, _RDFS + "subPropertyOf")
    domain = [m for node in facts.iris(iri, _RDFS + "domain") for m in facts.members(node)]
    range_ = [m for node in facts.iris(iri, _RDFS + "range") for m in facts.members(node)]
    amount = _ours(facts.iris(iri, ONTOLOGY_BASE + "amountProperty"))
    return OntologyProperty(
        **_words_of(facts, iri, _RDFS + "label"),
        kind=kind,
        domain=tuple(map(_local, domain)),
        range=tuple(map(_local, range_)),
        parents=_ours(above),
        aligned=_others(above) + facts.iris(iri, _SKOS + "closeMatch"),
        symmetric=_OWL + "SymmetricProperty" in facts.iris(iri, _RDF + "type"),
        amount=amount[0] if amount else None,
    )


def _schemes(facts: _Facts) -> dict[str, tuple[Concept, ...]]:
    found: dict[str, list[Concept]] = {_local(iri): [] for iri in facts.of_type(_SKOS + "ConceptScheme")}
    for iri in list(facts.values):
        for scheme in _ours(facts.iris(iri, _SKOS + "inScheme")):
            notations = facts.values[iri].get(_SKOS + "notation", [])
            if scheme not in found or len(notations) != 1:
                raise OntologyError(
                    f"{facts.place(iri)}: {_local(iri)} needs one notation and a scheme that is defined"
                )
            notation = str(notations[0].value)  # type: ignore[attr-defined]
            words = _words_of(facts, iri, _SKOS + "prefLabel")
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


def _check_references(known: Ontology, facts: _Facts) -> None:
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


def _check_names(facts: _Facts, subject: str, names: Iterable[str], defined: Mapping[str, object]) -> None:
    for name in names:
        if name not in defined:
            place = facts.place(ONTOLOGY_BASE + subject)
            raise OntologyError(f"{place}: {subject} refers to {name}, which is not defined; define it or correct it")
