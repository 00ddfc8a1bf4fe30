"""SHACL shapes for domains and ranges, made from the ontology, so that a new relation needs no second entry.

`ontology/relation-shapes.ttl` is this text, published for those who validate with a tool of their own. Our own
validation writes a union of classes as one named class, which pySHACL checks several times faster than `sh:or`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from kg.ids import ONTOLOGY_BASE
from kg.ontology import Language, Ontology, OntologyProperty

FILE = "relation-shapes.ttl"

Classes = Callable[[tuple[str, ...]], str]

_SHAPES = "https://zerentu.example/shapes#"

_HEAD = f"""@prefix kg: <{ONTOLOGY_BASE}> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix shapes: <{_SHAPES}> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

# Made from core.ttl by kg.check.relation_shapes; change the domains and ranges there.
"""


def relation_shapes(known: Ontology, named_unions: bool = False) -> str:
    """Shapes for the subjects and objects of every relation, and for the attributes of every domain, as Turtle.

    Attributes of one domain share a shape, and so do values of one datatype: each thing is looked at once.
    With `named_unions` the data must hold the triples of `union_classes` too.
    """
    classes = _named if named_unions else _any_of
    relations = [prop for prop in known.properties.values() if prop.kind == "object"]
    attributes = [prop for prop in known.properties.values() if prop.kind == "datatype"]
    shapes = (
        *(shape for prop in relations for shape in _relation(prop, known, classes)),
        *(_attributes(domain, group, known, classes) for domain, group in _grouped(attributes, "domain")),
        *(_values(range_[0], group) for range_, group in _grouped(attributes, "range")),
    )
    return "\n".join([_HEAD, *shapes])


def union_classes(known: Ontology) -> tuple[tuple[str, str], ...]:
    """Each class of a union with the IRI of the class that stands for the union."""
    unions = {names for prop in known.properties.values() for names in (prop.domain, prop.range) if len(names) > 1}
    return tuple((name, _SHAPES + _union(names)) for names in sorted(unions) for name in names)


def _grouped(
    properties: Iterable[OntologyProperty], end: Literal["domain", "range"]
) -> Iterable[tuple[tuple[str, ...], list[OntologyProperty]]]:
    groups: dict[tuple[str, ...], list[OntologyProperty]] = {}
    for prop in properties:
        groups.setdefault(getattr(prop, end), []).append(prop)
    return groups.items()


def _relation(prop: OntologyProperty, known: Ontology, classes: Classes) -> Iterator[str]:
    for end, name_zh, name_en, names in (
        ("subject", "主语", "subject", prop.domain),
        ("object", "宾语", "object", prop.range),
    ):
        yield _shape(
            f"{prop.name}-{end}",
            f"sh:target{end.capitalize()}sOf kg:{prop.name}",
            classes(names),
            f"“{prop.label_zh}”的{name_zh}须是{_names(names, known, 'zh')}。",
            f"The {name_en} of “{prop.label_en}” must be: {_names(names, known, 'en')}.",
        )


def _attributes(domain: tuple[str, ...], group: list[OntologyProperty], known: Ontology, classes: Classes) -> str:
    labels_zh, labels_en = "、".join(p.label_zh for p in group), ", ".join(p.label_en for p in group)
    return _shape(
        f"attributes-of-{_union(domain)}",
        f"sh:targetSubjectsOf {' , '.join(f'kg:{prop.name}' for prop in group)}",
        classes(domain),
        f"有以下属性的须是{_names(domain, known, 'zh')}：{labels_zh}。",
        f"What has one of these must be: {_names(domain, known, 'en')}: {labels_en}.",
    )


def _values(datatype_iri: str, group: list[OntologyProperty]) -> str:
    datatype = datatype_iri.rsplit("#", 1)[-1]
    return _shape(
        f"values-of-type-{datatype}",
        f"sh:targetObjectsOf {' , '.join(f'kg:{prop.name}' for prop in group)}",
        f"sh:datatype xsd:{datatype}",
        f"属性的值须是 {datatype}。",
        f"The value of the attribute must be of type {datatype}.",
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


def _names(names: tuple[str, ...], known: Ontology, language: Language) -> str:
    """The classes as a person would list them."""
    *first, last = (known.label(name, language) for name in names)
    if not first:
        return last
    return f"{'、'.join(first)}或{last}" if language == "zh" else f"{', '.join(first)} or {last}"
