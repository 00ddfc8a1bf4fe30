"""What the service says of itself: <https://www.w3.org/TR/sparql11-service-description/>."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.ids import document_id
from kg.serve.answering import GRAPH_TYPES
from kg.serve.negotiation import best

if TYPE_CHECKING:
    from pyoxigraph import Triple
    from starlette.requests import Request
    from starlette.responses import Response

SD = "http://www.w3.org/ns/sparql-service-description#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
FORMATS = "http://www.w3.org/ns/formats/"
RESULT_FORMATS = (
    *("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV"),
    *("Turtle", "N-Triples", "JSON-LD", "RDF_XML", "TriG", "N-Quads"),
)


def described(request: Request) -> Response:
    """The service description in the form that the client takes, Turtle where it does not say."""
    import pyoxigraph
    from starlette.exceptions import HTTPException
    from starlette.responses import Response

    media_type = best(request.headers.get("accept"), [*GRAPH_TYPES])
    if media_type is None:
        raise HTTPException(406, f"the service describes itself as {', '.join(GRAPH_TYPES)}; ask for one of these")
    form = getattr(pyoxigraph.RdfFormat, GRAPH_TYPES[media_type])
    prefixes = {"sd": SD, "formats": FORMATS}
    content = pyoxigraph.serialize(_triples(request), format=form, prefixes=prefixes) or b""
    return Response(content, media_type=media_type, headers={"Vary": "Accept"})


def _triples(request: Request) -> list[Triple]:
    from pyoxigraph import BlankNode, NamedNode, Triple

    knowledge = request.app.state.knowledge
    service, dataset, default = BlankNode("service"), BlankNode("dataset"), BlankNode("default")
    found: list[tuple[BlankNode, str, BlankNode | NamedNode]] = [
        (service, RDF_TYPE, NamedNode(SD + "Service")),
        (service, SD + "endpoint", NamedNode(str(request.url.replace(query="", fragment="")))),
        (service, SD + "supportedLanguage", NamedNode(SD + "SPARQL11Query")),
        (service, SD + "feature", NamedNode(SD + "UnionDefaultGraph")),
        (service, SD + "defaultDataset", dataset),
        (dataset, RDF_TYPE, NamedNode(SD + "Dataset")),
        (dataset, SD + "defaultGraph", default),
        (default, RDF_TYPE, NamedNode(SD + "Graph")),
    ]
    found += [(service, SD + "resultFormat", NamedNode(FORMATS + name)) for name in RESULT_FORMATS]
    for info in knowledge.graph.documents:
        node, iri = BlankNode(document_id(info.name)), NamedNode(knowledge.iri(document_id(info.name)))
        found += [
            (dataset, SD + "namedGraph", node),
            (node, RDF_TYPE, NamedNode(SD + "NamedGraph")),
            (node, SD + "name", iri),
        ]
    return [Triple(subject, NamedNode(predicate), target) for subject, predicate, target in found]
