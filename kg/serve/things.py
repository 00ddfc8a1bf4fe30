"""Things of the graph under their own addresses: a page for people, triples for programs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from kg.serve.answering import GRAPH_TYPES
from kg.serve.graph_store import written
from kg.serve.negotiation import best, wanted
from kg.serve.page import Links, page
from kg.serve.parameters import address
from kg.serve.workers import Job

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

_FORBIDDEN = re.compile(r'[\x00-\x20<>"{}|^`\\\x7f]')
"""What no IRI may hold; such a name would break out of the query that asks for it."""


async def thing(request: Request) -> Response:
    """A thing, task, statement or document. Raises a 404 where the graph has none of that id."""
    from starlette.exceptions import HTTPException

    local = request.path_params["local"]
    knowledge = request.app.state.knowledge
    known = local in knowledge.view.entities or _place(request, local) is not None
    if not known or _FORBIDDEN.search(local):
        raise HTTPException(404, f"the graph has nothing under {local[:80]}; search by name instead")
    accept = _accept(request)
    offered = ["text/turtle", "text/html", *GRAPH_TYPES] if not accept else ["text/html", *GRAPH_TYPES]
    media_type = best(accept, offered)
    if media_type == "text/html":
        return _page(request, local)
    iri = knowledge.iri(local)
    both = f"CONSTRUCT {{ <{iri}> ?p ?o . ?s ?q <{iri}> }} WHERE {{ {{ <{iri}> ?p ?o }} UNION {{ ?s ?q <{iri}> }} }}"
    return await written(request, Job(sparql=both), accept)


async def vocabulary(request: Request) -> Response:
    """The ontology: its page, or its triples."""
    accept = _accept(request)
    if best(accept, ["text/turtle", "text/html", *GRAPH_TYPES]) == "text/html":
        from kg.ontology import ontology

        return page(request, "ontology.html", {"ontology": ontology()})
    iri = request.app.state.knowledge.ontology_base.rstrip("#/:")
    return await written(request, Job(graph=iri), accept)


def _accept(request: Request) -> str | None:
    return wanted(address(request).get("format"), request.headers.get("accept"))


def _place(request: Request, local: str) -> str | None:
    """Where in a document something stands that has no page of its own."""
    knowledge = request.app.state.knowledge
    links = Links(request, knowledge)
    if row := knowledge.view.tasks.get(local):
        return links.document(row.document, row.row)
    if info := knowledge.documents_by_id.get(local):
        return links.document(info.name)
    if fact := knowledge.facts_by_id.get(local):
        return links.fact(fact)
    return None


def _page(request: Request, local: str) -> Response:
    from starlette.responses import RedirectResponse

    from kg.serve.dossier import dossier

    place = _place(request, local)
    if place is not None:
        return RedirectResponse(place, 303, {"Vary": "Accept"})
    knowledge = request.app.state.knowledge
    path = request.scope.get("root_path", "") + f"/id/{quote(local)}"
    return page(request, "thing.html", dossier(knowledge, local), headers={"Content-Location": path})
