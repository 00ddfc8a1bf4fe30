"""The reading side of the SPARQL 1.1 Graph Store Protocol at `/data`: <https://www.w3.org/TR/sparql11-http-rdf-update/>."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.serve.answering import GRAPH_TYPES
from kg.serve.negotiation import best, wanted
from kg.serve.parameters import address
from kg.serve.protocol import with_charset
from kg.serve.workers import Done, Job

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response


async def data(request: Request) -> Response:
    """One graph: `?default`, or `?graph=` with its IRI."""
    from starlette.exceptions import HTTPException

    asked = address(request)
    graphs = asked.all("graph")
    if len(graphs) + bool(asked.all("default")) != 1:
        raise HTTPException(400, "name one graph: ?default, or ?graph= with its IRI")
    accept = wanted(asked.get("format"), request.headers.get("accept"))
    return await written(request, Job(graph=graphs[0] if graphs else "default"), accept)


async def written(request: Request, job: Job, accept: str | None) -> Response:
    """The triples of a job in the form that the client takes. Raises a 406 where it takes none that there is."""
    from anyio import to_thread
    from starlette.exceptions import HTTPException
    from starlette.responses import Response

    media_type = best(accept, [*GRAPH_TYPES])
    if media_type is None:
        raise HTTPException(406, f"graphs are given as {', '.join(GRAPH_TYPES)}; ask for one of these")
    job = job.model_copy(update={"triples_as": media_type})
    done: Done = await to_thread.run_sync(request.app.state.workers.run, job)
    return Response(done.content, headers={"Content-Type": with_charset(done.media_type), "Vary": "Accept"})
