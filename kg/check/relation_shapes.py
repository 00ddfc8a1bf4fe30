"""SHACL shapes for domains and ranges, made from the ontology, so that a new relation needs no second entry.

`ontology/relation-shapes.ttl` is this text, published for those who validate with a tool of their own. Our own
validation writes a union of classes as one named class, which pySHACL checks several times faster than `sh:or`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from kg.ids import ONTOLOGY_BASE
from kg.ontology import Ontology, OntologyProperty

FILE = "relation-shapes.ttl"

_SHAPES = "https://zerentu.example/shapes#"

_HEAD = f"""@prefix kg: <{ONTOLOGY_BASE}> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix shapes: <{_SHAPES}> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

# Made from core.ttl by kg.check.relation_shapes; change the domains and ranges there.
"""


def relation_shapes(known: Ontology, named_unions: bool = False) -> str:
    """A shape for the subjects of every property, and one for its objects or values, as Turtle.

    With `named_unions` the data must hold the triples of `union_classes` too.
    """
    classes = _named if named_unions else _any_of
    return "\n".join([_HEAD, *(s for prop in known.properties.values() for s in _shapes(prop, known, classes))])


def union_classes(known: Ontology) -> tuple[tuple[str, str], ...]:
    """Each class of a union with the IRI of the class that stands for the union."""
    unions = {names for prop in known.properties.values() for names in (prop.domain, prop.range) if len(names) > 1}
    return tuple((name, _SHAPES + _union(names)) for names in sorted(unions) for name in names)


def _shapes(prop: OntologyProperty, known: Ontology, classes: Callable[[tuple[str, ...]], str]) -> Iterator[str]:
    yield _shape(
        f"{prop.name}-subject",
        f"sh:targetSubjectsOf kg:{prop.name}",
        classes(prop.domain),
        f"“{prop.label_zh}”的主语须是{_names(prop.domain, known, 'zh')}。",
        f"The subject of “{prop.label_en}” must be: {_names(prop.domain, known, 'en')}.",
    )
    if prop.kind == "object":
        yield _shape(
            f"{prop.name}-object",
            f"sh:targetObjectsOf kg:{prop.name}",
            classes(prop.range),
            f"“{prop.label_zh}”的宾语须是{_names(prop.range, known, 'zh')}。",
            f"The object of “{prop.label_en}” must be: {_names(prop.range, known, 'en')}.",
        )
    else:
        datatype = prop.range[0].rsplit("#", 1)[-1]
        yield _shape(
            f"{prop.name}-value",
            f"sh:targetObjectsOf kg:{prop.name}",
            f"sh:datatype xsd:{datatype}",
            f"“{prop.label_zh}”的值须是 {datatype}。",
            f"The value of “{prop.label_en}” must be of type {datatype}.",
        )


def _shape(name: str, target: str, constraint: str, message_zh: str, message_en: str) -> str:
    return (
        f"shapes:{name} a sh:NodeShape ;\n    {target} ;\n    {constraint} ;\n"
        f'    sh:message "{message_zh}"@zh ,\n        "{message_en}"@en .\n'
    )


def _any_of(names: tuple[str, ...]) -> str:
    if len(names) == 1:
        return f"sh:class kg:{names[0]}"
    return f"sh:or ( {' '.join(f'[ sh:class kg:{name} ]' for name in names)} )"


def _named(names: tuple[str, ...]) -> str:
    return _any_of(names) if len(names) == 1 else f"sh:class shapes:{_union(names)}"


def _union(names: tuple[str, ...]) -> str:
    return "-or-".join(names)


def _names(names: Iterable[str], known: Ontology, language: str) -> str:
    if language == "zh":
        return "、".join(known.label(name, "zh") for name in names)
    return ", ".join(known.label(name, "en") for name in names)
