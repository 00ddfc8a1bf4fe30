"""Validates a build against the shapes with pySHACL, and says in plain words what is wrong and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.check.relation_shapes import relation_shapes, union_classes
from kg.errors import BuildNotFound, OntologyError
from kg.export.terms import NAMESPACES
from kg.graph.load import build_bases, load_rows
from kg.graph.wording import CHINESE, ENGLISH, Wording
from kg.ids import ONTOLOGY_BASE
from kg.model import Finding, Place
from kg.model.record import Record
from kg.ontology import ontology
from kg.store.graph import ontology_texts

if TYPE_CHECKING:
    from rdflib import Graph

SHACL = "http://www.w3.org/ns/shacl#"
CODE = "shape"


class ValidationReport(Record):
    """Whether a build conforms, and a finding for each violation, in a fixed order; `triples` were looked at."""

    conforms: bool
    findings: tuple[Finding, ...]
    triples: int


def validate(folder: Path) -> ValidationReport:
    """Validate the build of a folder against `ontology/shapes.ttl` and the domains and ranges of `core.ttl`.

    Raises `BuildNotFound` where the folder holds no build, `OntologyError` where the shapes cannot be used.
    """
    _, ontology_base = build_bases(folder)
    report = validate_graph(_data(folder / "graph.nq", ontology_base), ontology_base)
    if not report.findings:
        return report
    places = {(row.document, row.row): row.place for row in load_rows(folder)}
    findings = tuple(
        finding.model_copy(update={"place": places.get((finding.place.document, finding.row or ""), finding.place)})
        for finding in report.findings
    )
    return report.model_copy(update={"findings": findings})


def validate_graph(data: Graph, ontology_base: str = ONTOLOGY_BASE) -> ValidationReport:
    """Validate a graph that is already in memory; places name the document only."""
    import pyshacl
    from pyshacl.errors import ShapeLoadError
    from rdflib import Graph

    shapes = Graph()
    for content in _shape_texts(ontology_base):
        shapes.parse(data=content, format="turtle")
    _add_unions(data, ontology_base)
    try:
        conforms, results, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none", inplace=True)
    except ShapeLoadError as error:
        raise OntologyError(f"ontology/shapes.ttl cannot be used ({error}); correct the shape") from error
    findings = sorted(_findings(results, data, ontology_base), key=_order)
    return ValidationReport(conforms=conforms, findings=tuple(findings), triples=len(data))


def _order(finding: Finding) -> tuple[str, str, str, str]:
    return (finding.place.document, finding.row or "", finding.message, finding.quote)


def _shape_texts(ontology_base: str) -> Iterator[str]:
    yield from (content.decode("utf-8") for content in ontology_texts(ontology_base, ("shapes.ttl",)))
    yield relation_shapes(ontology(), named_unions=True).replace(ONTOLOGY_BASE, ontology_base)


def _add_unions(data: Graph, ontology_base: str) -> None:
    from rdflib import RDFS, URIRef

    for name, union in union_classes(ontology()):
        data.add((URIRef(ontology_base + name), RDFS.subClassOf, URIRef(union)))


def _data(path: Path, ontology_base: str) -> Graph:
    """All named graphs as one rdflib graph, with the concepts of the schemes.

    pyoxigraph parses, for rdflib's own parser takes several times as long; the graph is a plain rdflib one, on
    which pySHACL is fast.
    """
    import pyoxigraph
    from rdflib import Graph

    graph = Graph()
    terms = _Terms()
    try:
        _add(graph, pyoxigraph.parse(path=path, format=pyoxigraph.RdfFormat.N_QUADS), terms)
    except (OSError, SyntaxError) as error:
        raise BuildNotFound(
            f"{path}: the file cannot be read ({error}); build again",
            chinese=f"{path}：无法读取（{error}）；请重新构建。",
        ) from error
    for content in ontology_texts(ontology_base, ("status.ttl", "stage.ttl", "sector.ttl")):
        _add(graph, pyoxigraph.parse(content, format=pyoxigraph.RdfFormat.TURTLE), terms)
    return graph


class _Terms(dict[Any, Any]):
    """pyoxigraph's terms as rdflib's, each made once."""

    def __missing__(self, term: Any) -> Any:
        from rdflib import BNode, Literal, URIRef

        kind = type(term).__name__
        if kind == "NamedNode":
            made: Any = URIRef(term.value)
        elif kind == "BlankNode":
            made = BNode(term.value)
        elif term.language:
            made = Literal(term.value, lang=term.language)
        else:
            plain = term.datatype.value.endswith("#string")
            made = Literal(term.value, datatype=None if plain else URIRef(term.datatype.value))
        self[term] = made
        return made


def _add(graph: Graph, quads: Iterable[Any], terms: _Terms) -> None:
    """Straight into the store: `Graph.add` would look at the type of every term again."""
    add = graph.store.add
    for quad in quads:
        add((terms[quad.subject], terms[quad.predicate], terms[quad.object]), graph)


def _findings(results: Any, data: Graph, ontology_base: str) -> Iterator[Finding]:
    from rdflib import RDF, URIRef

    for result in results.subjects(RDF.type, URIRef(SHACL + "ValidationResult")):
        focus = results.value(result, URIRef(SHACL + "focusNode"))
        value = results.value(result, URIRef(SHACL + "value"))
        messages = list(results.objects(result, URIRef(SHACL + "resultMessage")))
        yield _finding(focus, value, messages, data, ontology_base)


def _finding(focus: Any, value: Any, messages: list[Any], data: Graph, ontology_base: str) -> Finding:
    document, row = _place(focus, data, ontology_base)
    now = "" if value is None or value == focus else _called(value, data)
    chinese, english = (_said(words, _called(focus, data), messages, now) for words in (CHINESE, ENGLISH))
    return Finding(
        severity="error",
        code=CODE,
        message=chinese,
        english=english,
        place=Place(document=document),
        quote=_quote(focus, data, ontology_base),
        row=row,
    )


def _said(words: Wording, called: str, messages: list[Any], now: str) -> str:
    """What is wrong with a thing, by the shape's sentence in a language, by all of them where it has none."""
    own = sorted(str(m) for m in messages if getattr(m, "language", None) == words.language)
    sentence = own[0] if own else words.say("；", "; ").join(sorted(map(str, messages)))
    return called + words.say("：", ": ") + sentence + words.aside(words.say("现为：", "now: ") + now if now else "")


def _called(node: Any, data: Graph) -> str:
    """The label of a thing, else its IRI or the value itself."""
    from rdflib import RDFS, Literal

    if isinstance(node, Literal):
        return f"“{node}”"
    label = data.value(node, RDFS.label)
    return f"“{label}”" if label is not None else str(node)


def _quote(focus: Any, data: Graph, ontology_base: str) -> str:
    from rdflib import URIRef

    return str(data.value(focus, URIRef(ontology_base + "quote")) or "")


def _place(focus: Any, data: Graph, ontology_base: str) -> tuple[str, str | None]:
    """The document and row of the thing, found along the relations that lead to them."""
    from rdflib import URIRef

    def follow(node: Any, name: str) -> Any:
        iri = URIRef(name if ":" in name else ontology_base + name)
        return next(iter(sorted(data.objects(node, iri), key=str)), None)

    task = follow(focus, "statedIn") or focus
    row = follow(task, "rowNumber")
    document = follow(task, "reportedIn") or follow(focus, "namedIn") or follow(focus, _SOURCE) or focus
    name = follow(document, NAMESPACES["dcterms"] + "identifier")
    return str(name or ""), None if row is None else str(row)


_SOURCE = NAMESPACES["oa"] + "hasSource"
